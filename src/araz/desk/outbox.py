"""The outbox as the courier sees it, and what the desk tells about a story's way to readers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Literal

from django.db import connection, transaction
from django.db.models import Max

from araz.desk.models.outbox import Outbox
from araz.desk.outbox_rows import written
from araz.edition.rows import OutboxRow

KEPT_DAYS: Final = 7
_STORY_DEEDS: Final = ("publish", "correct", "withdraw", "expire", "import", "erase")


@dataclass(frozen=True, slots=True)
class State:
    """How far the newest deed about a story has come; `edition` is 0 while it waits."""

    state: Literal["draft", "waiting", "printed"]
    edition: int = 0


def rows_after(number: int, limit: int) -> list[OutboxRow]:
    """Return the deeds after the one of that number, in their order, at most `limit`."""
    rows = Outbox.objects.filter(number__gt=number).order_by("number")[:limit]
    return [
        OutboxRow(
            number=row.number,
            deed=row.deed,  # type: ignore[arg-type]  # one of DEEDS, which the door keeps
            subject=row.subject,
            language=row.language,
            salt=bytes(row.salt),
            day=row.day,
            payload=bytes(row.payload),
        )
        for row in rows
    ]


@transaction.atomic
def mark_printed(upto: int, edition_number: int) -> None:
    """Note that the edition of that number holds all deeds up to number `upto` and is on disk.

    One deed is one line of the record, so the deeds before it have the numbers before it.
    """
    waiting = Outbox.objects.filter(number__lte=upto, edition_number__isnull=True).order_by("-number")
    found = list(waiting.values_list("number", "deed", "subject"))  # and not what they hold: an archive would not fit
    numbered = [(edition_number - back, *row) for back, row in enumerate(found)]
    with connection.cursor() as cursor:  # one statement for all: Django would make one anew for each
        cursor.executemany(
            "update desk_outbox set edition_number = %s where number = %s",
            [(edition, number) for edition, number, _, _ in numbered],
        )
        cursor.executemany(
            "update desk_publicstory set edition_number = %s where story = %s",
            [(edition, subject) for edition, _, deed, subject in reversed(numbered) if deed in _STORY_DEEDS],
        )


def state_of(story: str) -> State:
    """Return how far the newest deed about the story with that id has come."""
    return states_of([story])[story]


def states_of(stories: Iterable[str]) -> dict[str, State]:
    """Return the same for many stories, in two queries whatever their number."""
    asked = list(stories)
    newest = Outbox.objects.filter(subject__in=asked).values("subject").annotate(newest=Max("number"))
    numbers = {row["newest"]: row["subject"] for row in newest}
    printed = Outbox.objects.filter(number__in=numbers).values_list("number", "edition_number")
    known = {numbers[number]: State("printed", edition) if edition else State("waiting") for number, edition in printed}
    return {story: known.get(story, State("draft")) for story in asked}


def on_new_row(call: Callable[[], object]) -> None:
    """Have something called, in the process and thread that wrote it, after a new row can be read."""
    written.connect(lambda **_: call(), weak=False)


def prune() -> int:
    """Empty the payloads of deeds that were printed more than a week ago; return how many were emptied."""
    long_ago = datetime.now(UTC).date() - timedelta(days=KEPT_DAYS)
    old = Outbox.objects.filter(edition_number__isnull=False, day__lt=long_ago).exclude(payload=b"")
    return old.update(payload=b"", salt=b"")
