from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0005_origins"),
    ]

    operations = [
        migrations.AddField(
            model_name=model, name="old_addresses", field=models.JSONField(blank=True, default=list, editable=False)
        )
        for model in ("storypage", "sectionpage", "topic")
    ]
