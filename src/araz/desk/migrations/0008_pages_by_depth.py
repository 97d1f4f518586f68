from django.db import migrations


class Migration(migrations.Migration):
    """Wagtail asks at each step which pages are so deep under another; its own index has only paths, the archive's too."""

    dependencies = [("desk", "0007_moved")]
    operations = [
        migrations.RunSQL(
            "create index desk_pages_by_depth on wagtailcore_page (depth, path)",
            "drop index desk_pages_by_depth",
        )
    ]
