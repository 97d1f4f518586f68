"""Each waiver from before is a decision of its own."""

from typing import Any

from django.db import migrations


def decide(apps: Any, _schema: Any) -> None:
    letting_out, waiver = apps.get_model("desk", "LettingOut"), apps.get_model("desk", "Waiver")
    for one in waiver.objects.filter(letting_out=None).order_by("pk"):
        one.letting_out = letting_out.objects.create(scope="here", kind=one.kind, subject=one.subject, day=one.day)
        one.save(update_fields=["letting_out"])


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0018_letting_out"),
    ]

    operations = [
        migrations.RunPython(decide, migrations.RunPython.noop),
    ]
