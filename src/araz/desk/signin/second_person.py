"""Who counts as a second person where two administrators must agree: to a recovery, or to an erasure."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from araz.desk.audit.models import AuditLine

NEW_FOR: Final = timedelta(days=7)
_MAKES_NEW: Final = ("account-made", "role-given", "account-opened", "link-made", "recovery-agreed")


def is_new(administrator: Any) -> bool:
    """Whether somebody at the desk has made, raised, reopened, let in or recovered this account lately.

    Else one administrator could make two more and be three persons. Who has the host's shell needs no such way.
    """
    lines = AuditLine.objects.filter(about=administrator.get_username(), deed__in=_MAKES_NEW).exclude(account="")
    return bool(lines.filter(hour__gte=datetime.now(UTC) - NEW_FOR).exists())
