"""No table with words is forgotten by erasing, whoever made it."""

import pytest
from django.apps import apps
from django.db import connection, models

from araz.desk.erasing.columns import IN_ITS_OWN_WAY, KEPT, OF_THE_PROGRAM, columns_of_database, sort_of, tables

pytestmark = [pytest.mark.django_db, pytest.mark.database]

_NO_WORDS = (
    models.AutoField, models.IntegerField, models.BooleanField, models.DateField, models.TimeField, models.FloatField,
    models.DecimalField, models.UUIDField, models.DurationField,
)  # fmt: skip
# Tables that Django and SQLite made for themselves. What FTS5 keeps is made anew from the table in front of it.
_WITHOUT_MODEL = {"django_migrations", "sqlite_sequence"}
_FTS = "wagtailsearch_indexentry_fts"
_VECTORS = {"autocomplete", "title", "body"}  # on PostgreSQL: renewed from the things themselves


def test_every_column_that_can_hold_words_is_looked_through_or_named_with_its_reason():
    covered = {(table.name, column.name) for table in tables() for column in table.columns}
    missing = columns_of_database() - covered - _harmless()
    assert sorted(missing) == []


def _harmless() -> set[tuple[str, str]]:
    found = {
        (table, column)
        for table, column in columns_of_database()
        if table in _WITHOUT_MODEL
        or table.startswith(_FTS)
        or (connection.vendor == "postgresql" and table == "wagtailsearch_indexentry" and column in _VECTORS)
    }
    for model in apps.get_models(include_auto_created=True):
        label, table = model._meta.label_lower, model._meta.db_table
        for field in model._meta.local_concrete_fields:
            in_own_way = label in OF_THE_PROGRAM | IN_ITS_OWN_WAY or f"{label}.{field.name}" in KEPT
            if in_own_way or field.is_relation or isinstance(field, _NO_WORDS):
                found.add((table, str(field.column)))
    return found


def test_a_new_table_with_words_would_be_missed():
    with connection.cursor() as cursor:
        cursor.execute("create table nobodys_notes (number integer, note text)")
        assert ("nobodys_notes", "note") in columns_of_database() - _harmless()


def test_what_is_done_in_its_own_way_is_still_there():
    labels = {model._meta.label_lower for model in apps.get_models(include_auto_created=True)}
    fields = {f"{model._meta.label_lower}.{field.name}" for model in apps.get_models() for field in model._meta.fields}
    assert labels >= OF_THE_PROGRAM | (IN_ITS_OWN_WAY - {"wagtailsearch.sqliteftsindexentry"})
    assert fields >= KEPT


def test_a_file_a_slug_and_json_are_told_apart():
    sorts = {(table.label, column.name): column.sort for table in tables() for column in table.columns}
    assert sorts["desk.deskimage", "file"] == "file"
    assert sorts["desk.storypage", "body"] == "json"
    assert sorts["desk.storypage", "address"] == "name"
    assert sorts["wagtailcore.page", "url_path"] == "path"
    assert sorts["desk.addressentry", "address"] == "address"
    assert sort_of(models.BinaryField()) is None
