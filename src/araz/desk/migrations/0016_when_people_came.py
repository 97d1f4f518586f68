from datetime import UTC, datetime
from typing import Any

from django.db import migrations

NO_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)  # as in araz.desk.signin.visits


def forget(apps: Any, _schema_editor: Any) -> None:
    apps.get_model("auth", "User").objects.update(date_joined=NO_MOMENT)
    apps.get_model("mfa", "Authenticator").objects.update(created_at=NO_MOMENT)


class Migration(migrations.Migration):
    """When somebody came and set a second factor up is not kept any more; here it is taken out where it was."""

    dependencies = [
        ("desk", "0015_held_back"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]
    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
