import django.core.validators
import django.db.models.deletion
import modelcluster.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0009_lists_of_stories"),
    ]

    operations = [
        migrations.AddField(
            model_name="frontorder",
            name="corner",
            field=models.BooleanField(
                default=True,
                help_text="Off: they stand with their sections.",
                verbose_name="corner of statements and announcements",
            ),
        ),
        migrations.AddField(
            model_name="frontorder",
            name="headlines",
            field=models.PositiveSmallIntegerField(
                default=4,
                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(8)],
                verbose_name="headlines of a section",
            ),
        ),
        migrations.CreateModel(
            name="FrontSection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "front",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="chosen_sections",
                        to="desk.frontorder",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="desk.sectionpage"
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
    ]
