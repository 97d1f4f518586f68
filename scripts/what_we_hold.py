"""Writes docs/operators/what-we-hold.md from the tables themselves. `--check` only looks whether it is up to date.

What a table is for stands in scripts/held.toml, or in the docstring of its model. Nothing that exists can be left out:
the page lists every column of every table, and stops with a sentence where nobody has said what it is for.
"""

from __future__ import annotations

import argparse
import os
import re
import sqlite3
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
PAGE: Final = ROOT / "docs/operators/what-we-hold.md"
SAID: Final = ROOT / "scripts/held.toml"
_SCHEMAS: Final = {
    "edition": ("araz.edition", "schema.sql"),
    "ledger": ("araz.pressroom", "ledger.sql"),
    "receipts": ("araz.pressroom", "receipts.sql"),
    "holds": ("araz.pressroom", "holds.sql"),
}
_HEADING: Final = """# What we would hand over if ordered to

A newsroom that is ordered to hand over “all data”, or whose machine is taken, gives away what stands on this page, and has nothing
more to give. The page is made from the tables themselves (`python scripts/what_we_hold.py`), and a test fails when a table or
a column is missing here. What protects what is here, and what doesn't, is in [the threat model](../../THREATMODEL.md).

In short:

* **Of readers: nothing.** No address, no browser, no cookie, no list of visits, no count. There is no table that could hold them.
* **Of those who commented: the name that they chose, the text and the day**, once the comment is public.
* **Of those who write: an account with a made name, its role, the digest of its passphrase, its second factor, and what it wrote
  and did at the desk.** No real name, no e-mail, no address, no machine, no moment of signing in. Who is behind an account
  stands nowhere. People who know the texts may guess it.
* **Of sources: what somebody wrote about them in a draft.** Drafts and old versions are readable to whoever has the machine.
* **Of the paper: everything**, as readers have it.

Log files are not written. What fails goes to the standard error of the process, with the place in the code and without names, addresses,
texts or queries; systemd keeps that in its journal. The web server in front, the operating system, the host and the network keep
what they keep: Araz can't speak for them.
"""


class Unsaid(Exception):
    """Nobody has said what something is for; the message names all such things and what to do."""


@dataclass(frozen=True)
class Table:
    """One table as it is, and what is said about it."""

    place: str
    name: str
    says: str
    columns: tuple[tuple[str, str], ...]  # and what is said about it, if anything
    is_empty: bool


def held() -> dict[str, Any]:
    """Return what held.toml says."""
    return tomllib.loads(SAID.read_text(encoding="utf-8"))


def tables() -> list[Table]:
    """Return every table that a newsroom has. Raises Unsaid."""
    said = held()
    found = [*_desk(said["desk"])]
    for place, (package, file) in _SCHEMAS.items():
        schema = files(package).joinpath(file).read_text(encoding="utf-8")
        found += _from_sql(place, schema, said[place])
    wanting = [f"{table.place}: {table.name}" for table in found if not table.says and not table.is_empty]
    known = {(table.place, table.name) for table in found} | {("desk", "django_migrations")}
    gone = [f"{place}: {name}" for place in ("desk", *_SCHEMAS) for name in said[place] if (place, name) not in known]
    columns = {(table.place, table.name, column) for table in found for column, _ in table.columns}
    gone += [
        f"{place}: {name}.{column}"
        for place in ("desk", *_SCHEMAS)
        for name, row in said[place].items()
        for column in row.get("columns", ())
        if name != "django_migrations" and (place, name, column) not in columns
    ]
    if wanting or gone:
        raise Unsaid(
            f"Say in scripts/held.toml (or in the model's docstring) what these hold: {', '.join(wanting) or 'none'}."
            f" Take out what is no longer there: {', '.join(gone) or 'none'}."
        )
    return found


def _desk(said: Mapping[str, Any]) -> Iterator[Table]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "araz.server.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    for model in sorted(apps.get_models(include_auto_created=True), key=lambda it: it._meta.db_table):
        name = model._meta.db_table
        row = said.get(name, {})
        about = row.get("columns", {})
        yield Table(
            place="desk",
            name=name,
            says=row.get("says", "") or _own_words(model),
            columns=tuple(
                (str(field.column), about.get(field.column, "")) for field in model._meta.local_concrete_fields
            ),
            is_empty=bool(row.get("nothing")),
        )


def _own_words(model: Any) -> str:
    """The docstring of a model of ours; Django makes one of field names where there is none."""
    words = " ".join((model.__doc__ or "").split())
    is_ours = model.__module__.startswith("araz.")
    return "" if not is_ours or words.startswith(f"{model.__name__}(") else words


def _from_sql(place: str, schema: str, said: Mapping[str, Any]) -> Iterator[Table]:
    connection = sqlite3.connect(":memory:")
    connection.executescript(schema)
    names = [row[0] for row in connection.execute("select name from sqlite_master where type = 'table' order by name")]
    for name in names:
        columns = [row[1] for row in connection.execute(f"pragma table_info({name})")]
        row = said.get(name, {})
        about = row.get("columns", {})
        yield Table(place, name, row.get("says", ""), tuple((it, about.get(it, "")) for it in columns), False)
    connection.close()


def printed() -> str:
    """Return the page. Raises Unsaid."""
    found = tables()
    parts = [_HEADING]
    for place, heading in (
        ("desk", "The desk (desk.db, or PostgreSQL)"),
        ("edition", "The edition (edition.db): all of it is public"),
        ("ledger", "The ledger (ledger.db)"),
        ("receipts", "The receipts (receipts.db)"),
        ("holds", "Stories that are held back (holds.db)"),
    ):
        rows = [_row(table) for table in found if table.place == place and not table.is_empty]
        parts.append(
            "\n".join([f"## {heading}", "", "| table | what it holds | columns |", "| --- | --- | --- |", *rows]) + "\n"
        )
        if empty := [f"`{table.name}`" for table in found if table.place == place and table.is_empty]:
            parts.append(f"These tables come with the libraries and stay empty: {', '.join(empty)}.\n")
    listed = [f"| `{path}` | {says} |" for path, says in held()["files"].items()]
    parts.append(
        "\n".join(["## Files in the newsroom's folder", "", "| path | what it is |", "| --- | --- |", *listed]) + "\n"
    )
    return "\n".join(parts)


def _row(table: Table) -> str:
    columns = ", ".join(f"{name} ({says})" if says else name for name, says in table.columns)
    return f"| `{table.name}` | {re.sub(r'[|]', '/', table.says)} | {columns} |"


def main() -> int:
    arguments = argparse.ArgumentParser(prog="scripts/what_we_hold.py", description="Write what-we-hold.md.")
    arguments.add_argument("--check", action="store_true", help="change nothing; end with 1 if it is out of date")
    only_look = arguments.parse_args().check
    try:
        page = printed()
    except Unsaid as error:
        print(error)
        return 1
    if not only_look:
        PAGE.write_text(page, encoding="utf-8")
    elif not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != page:
        print(f"{PAGE.relative_to(ROOT)} is out of date. Run: .venv/bin/python scripts/what_we_hold.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
