from django.db import migrations


class Migration(migrations.Migration):
    """What stories name a byline is told from this index alone, by story and without sorting; however many they are."""

    dependencies = [("desk", "0010_front_sections")]
    operations = [
        migrations.RunSQL(
            "create index desk_uses on wagtailcore_referenceindex"
            " (to_content_type_id, to_object_id, base_content_type_id, object_id, content_type_id, model_path)",
            "drop index desk_uses",
        )
    ]
