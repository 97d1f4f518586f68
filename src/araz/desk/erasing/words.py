"""Finds a word in every table of the desk, and takes it out."""

import json
from pathlib import PurePosixPath
from typing import Any

from django.contrib.sessions.models import Session
from django.db import transaction
from modelsearch.index import class_is_indexed
from wagtail.admin.models import FormState
from wagtail.models import Page

from araz.desk.erasing import rows, search
from araz.desk.erasing.columns import Column, Table, tables
from araz.desk.erasing.finds import Finds, Progress
from araz.desk.erasing.values import NO_ADDRESS, is_seen_in, json_without, text_without
from araz.desk.models import Outbox, SectionPage
from araz.edition.names import new_id
from araz.language.wanted import Wanted

_SEALED = "sealed"  # see araz.desk.signin.ended
_OUTBOX, _SESSIONS, _FORMS = "deeds in the outbox", "sessions", "forms that were not saved"


def find(wanted: Wanted, progress: Progress) -> Finds:
    """Look through everything. Some hundred rows are in memory at a time; nothing is locked."""
    finds, looked = Finds(), 0
    for table in tables():
        for key, row in rows.rows_of(table):
            looked += 1
            if any(is_in_cell(column, row, wanted) for column in table.columns):
                finds.add(table.label, table.called, key)
            if looked % 1000 == 0:
                progress(looked)
    _find_elsewhere(wanted, finds)
    progress(looked)
    return finds


def is_in_cell(column: Column, row: rows.Row, wanted: Wanted) -> bool:
    value = row[column.name]
    if not isinstance(value, str) or not is_seen_in(value, wanted):
        return False
    return changed_cell(column, row, wanted, "erased", "") != value


def other_forms(wanted: Wanted) -> set[str]:
    """Return forms of the word in other scripts that stand anywhere at the desk."""
    found: set[str] = set()
    for table in tables():
        for _, row in rows.rows_of(table):
            for column in table.columns:
                if isinstance(value := row[column.name], str):
                    found |= wanted.in_other_scripts(_readable(value, column))
    return found


def forms(wanted: Wanted, finds: Finds) -> set[str]:
    """Return how the word is written where it was found."""
    found: set[str] = set()
    for table in tables():
        for _, row in rows.rows_with(table, finds.rows.get(table.label, ())):
            for column in table.columns:
                if isinstance(value := row[column.name], str):
                    found |= wanted.forms_in(_readable(value, column))
    return found


def _readable(value: str, column: Column) -> str:
    if column.sort == "json" and "\\u" in value:
        return json.dumps(json.loads(value), ensure_ascii=False)
    return value


def take_out(wanted: Wanted, finds: Finds) -> None:
    """Take the word out of the rows that were found. Belongs into a transaction, together with the deeds it needs."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("What is erased is erased as a whole: open a transaction around it.")
    changed: dict[type[Any], list[Any]] = {}
    for table in tables():
        for key, row in rows.rows_with(table, finds.rows.get(table.label, ())):
            left = _changed_row(table, key, row, wanted)
            if left:
                rows.change(table, key, left)
                if class_is_indexed(table.model):
                    changed.setdefault(table.model, []).append(key)
    _mend_paths(wanted)
    _take_out_elsewhere(finds)
    search.renew(changed)


def _changed_row(table: Table, key: Any, row: rows.Row, wanted: Wanted) -> rows.Row:
    neutral = str(row[table.neutral]) if table.neutral else _neutral_of(table, key)
    changed = {}
    for column in table.columns:
        if is_in_cell(column, row, wanted):
            changed[column.name] = changed_cell(column, row, wanted, neutral, f" {new_id()}")
    return changed


def _neutral_of(table: Table, key: Any) -> str:
    if table.model is Page:
        section = SectionPage.objects.filter(pk=key).values_list("public_id", flat=True).first()
        return section or f"page-{new_id()}"
    return f"erased-{new_id()}"


def changed_cell(column: Column, row: rows.Row, wanted: Wanted, neutral: str, number: str) -> str:
    """Return what is left of a cell. `number` follows it where no two rows may say the same; empty: only to look."""
    value = str(row[column.name])
    match column.sort:
        case "name":
            return neutral if wanted.is_in(value) else value
        case "path":
            return value  # follows from the names: see `_mend_paths`
        case "file":
            return _renamed(column, value, bool(number)) if wanted.is_in(value) else value
        case "address":
            return NO_ADDRESS if text_without(value, wanted) != value else value
        case "json":
            found = json.loads(value)
            left = json_without(found, wanted, column.name, neutral)
            return value if left == found else json.dumps(left)
        case "text":
            left = text_without(value, wanted)
            left = f"{left}{number}" if left != value and column.is_unique else left
            return left[: column.longest] if column.longest else left


def _renamed(column: Column, name: str, is_deed: bool) -> str:
    """Give a stored file a name that says nothing."""
    path = PurePosixPath(name)
    neutral = str(path.with_name(f"{new_id()}{path.suffix.lower()}"))
    storage = column.field.storage
    if is_deed and storage.exists(name):
        with storage.open(name) as file:
            neutral = storage.save(neutral, file)
        transaction.on_commit(lambda: storage.delete(name))
    return neutral


def _mend_paths(wanted: Wanted) -> None:
    """The path of a page is made of the names above it."""
    pages = Page.objects.order_by("path").only("pk", "path", "slug", "url_path").iterator(1000)
    found = [page for page in pages if wanted.is_in(page.url_path)]
    for page in found:
        above = Page.objects.filter(path=page.path[: -Page.steplen]).values_list("url_path", flat=True).first()
        Page.objects.filter(pk=page.pk).update(url_path=f"{above or '/'}{page.slug}/")


# What is no text in a column of its own


def _find_elsewhere(wanted: Wanted, finds: Finds) -> None:
    for number, payload in Outbox.objects.exclude(payload=b"").values_list("number", "payload").iterator(500):
        if is_seen_in(bytes(payload).decode("utf-8", "replace"), wanted):
            finds.add("desk.outbox", _OUTBOX, number)
    for session in Session.objects.iterator(100):
        if is_seen_in(json.dumps(session.get_decoded(), ensure_ascii=False, default=str), wanted):
            finds.add("sessions.session", _SESSIONS, session.pk)
    for number, data in FormState.objects.values_list("pk", "data").iterator(100):
        if is_seen_in(data, wanted):
            finds.add("wagtailadmin.formstate", _FORMS, number)
    for number, path in Page.objects.values_list("pk", "url_path").iterator(1000):
        if wanted.is_in(path) and number not in finds.rows.get("wagtailcore.page", ()):
            finds.add("wagtailcore.page", "headlines and addresses", number)


def _take_out_elsewhere(finds: Finds) -> None:
    # The edition has them; with the salt goes what the lines of the record commit to.
    Outbox.objects.filter(pk__in=finds.rows.get("desk.outbox", ())).update(payload=b"", salt=b"")
    Session.objects.filter(pk__in=finds.rows.get("sessions.session", ())).delete()
    # Forms that were sent too late: only a browser has the key, so nobody can see whether the word is in them.
    sealed = [session.pk for session in Session.objects.iterator(100) if _SEALED in session.get_decoded()]
    Session.objects.filter(pk__in=sealed).delete()
    FormState.objects.filter(pk__in=finds.rows.get("wagtailadmin.formstate", ())).delete()
