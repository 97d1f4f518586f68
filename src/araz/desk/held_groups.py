"""What is held back, by what was found: the same thing in a thousand stories is one decision."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import BooleanField, Count, ExpressionWrapper, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.urls import reverse

from araz.desk.deciding import Decider
from araz.desk.found_things import FoundThings, found_things
from araz.desk.held_subjects import address_of, name_of
from araz.desk.held_words import in_words, where_in_words
from araz.desk.models.held import HeldBack, HeldFinding
from araz.desk.models.story import StoryPage

SAMPLES: Final = 3
_IS_OF_PAPER: Final = ExpressionWrapper(Q(held__page__isnull=True), output_field=BooleanField())

Findings = QuerySet[HeldFinding]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in one story or part of the paper something was found."""

    subject: str
    story: Any  # its page at the desk; None for a part or a page of the paper
    name: str
    address: str  # where it is changed; empty for a page of the paper
    where: tuple[str, ...]
    digest: str
    may_waive: bool
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One thing that was found, with the first of the stories in which it stands."""

    kind: str
    thing: str
    what: str
    value: str  # the thing itself, where it is no secret to whoever reads the story; else empty
    stories: int
    imported: int
    is_of_paper: bool
    samples: list[Place]
    may_waive_everywhere: bool

    @property
    def more(self) -> int:
        return self.stories - len(self.samples)

    @property
    def only(self) -> Place | None:
        """The only place where it stands; and of what stands on pages of the paper the first, for one decision is about all."""
        return self.samples[0] if self.samples and (self.stories == 1 or self.is_of_paper) else None


def findings_for(decider: Decider) -> Findings:
    """Return what is the account's business: of its own stories, or everything for those who edit."""
    findings = HeldFinding.objects.all()
    return findings.filter(held__page__owner=decider.account) if decider.writes_only else findings


def kinds_in(findings: Findings) -> list[tuple[str, int]]:
    """Return every kind with the number of stories and pages in which it was found, the most frequent first."""
    counted = findings.values_list("kind").annotate(stories=Count("held", distinct=True))
    return list(counted.order_by("-stories", "kind"))


def groups_in(findings: Findings) -> "QuerySet[HeldFinding, Any]":
    """Return what was found, each thing once: what stands in the paper itself first, then by the number of stories."""
    grouped: QuerySet[HeldFinding, Any] = findings.values("kind", "thing", is_of_paper=_IS_OF_PAPER)
    return grouped.annotate(
        stories=Count("held", distinct=True),
        imported=Count("held", distinct=True, filter=Q(held__is_imported=True)),
    ).order_by(_IS_OF_PAPER.desc(), "-stories", "kind", "thing")


def in_full(rows: Iterable[Mapping[str, Any]], findings: Findings, decider: Decider) -> list[Group]:
    """Return the groups of one page of the list, with samples."""
    rows = list(rows)
    samples = _samples(findings, [row["thing"] for row in rows])
    with found_things() as things:
        return [_group(row, samples, decider, things) for row in rows]


def _group(
    row: Mapping[str, Any], samples: Mapping[Any, list[HeldFinding]], decider: Decider, things: FoundThings
) -> Group:
    its = samples.get((row["kind"], row["thing"], bool(row["is_of_paper"])), [])
    shown = next((one for one in its if one.held.page and decider.reads(one.held.page)), None)
    return Group(
        kind=row["kind"],
        thing=row["thing"],
        what=in_words(row["kind"]),
        value=things.value(shown.held_id, [shown.thing, shown.digest]) if shown else "",
        stories=row["stories"],
        imported=row["imported"],
        is_of_paper=bool(row["is_of_paper"]),
        samples=[place_of(one.held, [one], decider) for one in its],
        may_waive_everywhere=bool(row["thing"]) and decider.may_waive_everywhere(row["kind"]),
    )


def _samples(findings: Findings, things: Sequence[str]) -> dict[Any, list[HeldFinding]]:
    """The first finding in each of the first stories of each thing."""
    of_group = [F("kind"), F("thing"), F("is_of_paper")]
    firsts = (
        _marked(findings.filter(thing__in=things))
        .annotate(in_story=Window(RowNumber(), partition_by=[*of_group, F("held")], order_by=["pk"]))
        .filter(in_story=1)
    )
    some = (
        _marked(HeldFinding.objects.filter(pk__in=firsts.values("pk")))
        .annotate(turn=Window(RowNumber(), partition_by=of_group, order_by=["-held", "pk"]))
        .filter(turn__lte=SAMPLES)
        .select_related("held")
        .order_by("turn")
    )
    found: dict[Any, list[HeldFinding]] = {}
    rows = list(some)
    pages = pages_of([one.held for one in rows])
    for one in rows:
        one.held.page = pages.get(one.held.page_id)
        found.setdefault((one.kind, one.thing, one.held.page_id is None), []).append(one)
    return found


def _marked(findings: Findings) -> "QuerySet[HeldFinding, Any]":
    """With a mark where something stands in the paper itself and in no story."""
    return findings.annotate(is_of_paper=_IS_OF_PAPER)


def pages_of(held: Iterable[HeldBack]) -> dict[Any, Any]:
    """Return the pages of held stories without their texts."""
    numbers = [one.page_id for one in held if one.page_id]
    pages: dict[Any, Any] = StoryPage.objects.select_related("locale").defer("body", "notes").in_bulk(numbers)
    return pages


def place_of(held: HeldBack, findings: Sequence[HeldFinding], decider: Decider, value: str = "") -> Place:
    """Return one place in words."""
    story, first = held.page, findings[0]
    return Place(
        subject=held.subject,
        story=story,
        name=story.draft_title if story else name_of(held.subject),
        address=reverse("wagtailadmin_pages:edit", args=[story.pk]) if story else address_of(held.subject),
        where=tuple(dict.fromkeys(where_in_words(one.place) for one in findings)),
        digest=first.digest,
        may_waive=decider.may_waive(first.kind, story),
        value=value,
    )


# The stories of one thing


def stories_with(findings: Findings, thing: str) -> "QuerySet[HeldBack]":
    """Return the stories in which the thing stands."""
    with_it = findings.filter(thing=thing, held__page__isnull=False)
    return HeldBack.objects.filter(pk__in=with_it.values("held")).order_by("pk")


def places_in(held: Sequence[HeldBack], thing: str, decider: Decider) -> list[Place]:
    """Return where the thing stands in each of these stories."""
    pages, its = pages_of(held), _by_story(held, thing)
    for one in held:
        one.page = pages.get(one.page_id)
    return [place_of(one, its[one.pk], decider) for one in held if one.pk in its]


def _by_story(held: Sequence[HeldBack], thing: str) -> dict[str, list[HeldFinding]]:
    found: dict[str, list[HeldFinding]] = {}
    for one in HeldFinding.objects.filter(held__in=[each.pk for each in held], thing=thing).order_by("pk"):
        found.setdefault(one.held_id, []).append(one)
    return found
