"""On SQLite “begins with” looks at every row of a table, whatever its indexes; as a range it looks at the right ones only.

Wagtail asks by the beginning of a path which pages lie under another, for almost everything it shows. As a range the
comparison minds capitals, as on PostgreSQL.
"""

from typing import Any, Final

from django.db.models import CharField
from django.db.models.lookups import StartsWith

_LAST: Final = "\U0010ffff"  # no character sorts after it


class BeginsWith(StartsWith):
    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        if not self.rhs_is_direct_value() or self.bilateral_transforms:
            sql, values = self.as_sql(compiler, connection)
            return sql, list(values)
        column, values = self.process_lhs(compiler, connection)
        return f"({column} >= %s AND {column} < %s)", [*values, self.rhs, *values, f"{self.rhs}{_LAST}"]


def register() -> None:
    CharField.register_lookup(BeginsWith)
