"""What is held back: told by the presses, kept for the desk's lists."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.db.models import Count, Max

from araz.desk.models.held import HeldBack, HeldFinding, Waiver
from araz.desk.models.origins import Origin
from araz.desk.models.outbox import PublicStory

Told = tuple[str, str, str, str]  # place, kind, digest there, digest anywhere

WORDS: Final = "words"  # in the place of a story's id: there is a list of words, and nobody has opened it
_AT_ONCE: Final = 500


@transaction.atomic
def tell(findings: Mapping[str, Sequence[Told]], *, words_checked: bool = True) -> None:
    """Take over what the presses hold: by story, part or page the findings."""
    _hold_table()
    if not words_checked:
        findings = {**findings, WORDS: ()}
    known = _known()
    changed = [subject for subject, found in findings.items() if known.get(subject) != sorted(found)]
    gone = [subject for subject in known if subject not in findings]
    for some in _portions((*gone, *changed)):
        HeldBack.objects.filter(subject__in=some).delete()
    for some in _portions(changed):
        HeldBack.objects.bulk_create(_rows(some))
        HeldFinding.objects.bulk_create(
            HeldFinding(held_id=subject, place=place, kind=kind, digest=digest, thing=thing)
            for subject in some
            for place, kind, digest, thing in findings[subject]
        )


def _hold_table() -> None:
    """An import may tell at the same time as the worker. SQLite lets one after the other in by itself."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("lock table desk_heldback in share row exclusive mode")


def _known() -> dict[str, list[Told]]:
    known: dict[str, list[Told]] = {subject: [] for subject in HeldBack.objects.values_list("pk", flat=True)}
    rows = HeldFinding.objects.values_list("held_id", "place", "kind", "digest", "thing")
    for subject, *told in rows.order_by("held_id", "place", "kind", "digest", "thing").iterator():
        known[subject].append((told[0], told[1], told[2], told[3]))
    return known


def _rows(subjects: Sequence[str]) -> Iterator[HeldBack]:
    """What is held was handed over, so each story has its row."""
    pages = dict(PublicStory.objects.filter(story__in=subjects).values_list("story", "page_id"))
    imported = set(Origin.objects.filter(story__in=subjects).values_list("story", flat=True))
    return (
        HeldBack(subject=subject, page_id=pages.get(subject), is_imported=subject in imported) for subject in subjects
    )


def _portions(subjects: Iterable[str]) -> Iterator[list[str]]:
    coming = iter(subjects)
    while some := list(islice(coming, _AT_ONCE)):
        yield some


def told() -> dict[str, list[Told]]:
    """Return what the desk was told of stories."""
    rows = HeldFinding.objects.filter(held__page__isnull=False)
    found: dict[str, list[Told]] = {}
    for subject, *its in rows.values_list("held_id", "place", "kind", "digest", "thing").order_by("held_id"):
        found.setdefault(subject, []).append((its[0], its[1], its[2], its[3]))
    return found


def words_are_checked() -> bool:
    """Say whether the newsroom's list of words is searched for; also where there is none."""
    return not HeldBack.objects.filter(subject=WORDS).exists()


def count_imported() -> tuple[int, dict[str, int]]:
    """Return how many stories that were brought in are held back, and how many for each kind, the most frequent first."""
    of_kinds = HeldFinding.objects.filter(held__is_imported=True).values_list("kind")
    counted = of_kinds.annotate(stories=Count("held", distinct=True)).order_by("-stories", "kind")
    return HeldBack.objects.filter(is_imported=True).count(), dict(counted)


# For the proofreader


def accounts_and_emails() -> tuple[tuple[str, ...], tuple[str, ...]]:
    rows: list[Any] = list(get_user_model().objects.order_by("pk").values_list("username", "email"))
    return tuple(name for name, _email in rows), tuple(email for _name, email in rows if email)


def waivers_mark() -> tuple[int, int]:
    """Return what is another one when other things are let out: there may be thousands, and presses ask every second."""
    found = Waiver.objects.aggregate(count=Count("pk"), newest=Max("pk"))
    return found["count"], found["newest"] or 0


def waived() -> tuple[str, ...]:
    return tuple(Waiver.objects.order_by("digest").values_list("digest", flat=True))
