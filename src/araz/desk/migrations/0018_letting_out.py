"""A decision is kept beside what it let out, so that it can be taken back as a whole."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0017_held_findings"),
    ]

    operations = [
        migrations.CreateModel(
            name="LettingOut",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "scope",
                    models.CharField(
                        choices=[("here", "here"), ("everywhere", "everywhere"), ("imported", "imported")],
                        max_length=10,
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("subject", models.CharField(max_length=160)),
                ("stories", models.PositiveIntegerField(default=1)),
                ("day", models.DateField()),
            ],
            options={"ordering": ["-day", "-pk"]},
        ),
        migrations.AddField(
            model_name="waiver",
            name="letting_out",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="waivers",
                to="desk.lettingout",
            ),
        ),
    ]
