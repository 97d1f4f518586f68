"""What was found has rows of its own, so that the same thing in many stories is counted by the database.

What the table held is told by the presses again at their next start.
"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0016_when_people_came"),
    ]

    operations = [
        migrations.RemoveField(model_name="heldback", name="findings"),
        migrations.AddField(
            model_name="heldback",
            name="page",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="desk.storypage"
            ),
        ),
        migrations.AddField(
            model_name="heldback",
            name="is_imported",
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name="HeldFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=20)),
                ("digest", models.CharField(max_length=32)),
                ("thing", models.CharField(blank=True, max_length=32)),
                (
                    "held",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="found", to="desk.heldback"
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["kind", "thing"], name="held_finding_thing")]},
        ),
    ]
