"""Brings the stories of an export into the newsroom: reads twice, converts, hands over in batches.

Whatever cuts it off, calling it again goes on: a batch is at the desk wholly or not at all, and what is there is passed over.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from typing import Final

import msgspec

from araz.desk.door import group_of_key
from araz.desk.from_story import raw_body, raw_notes
from araz.desk.imported import Arrival, publish_imported
from araz.desk.models import Origin, StoryPage
from araz.edition.comments import Comment
from araz.edition.names import GroupId
from araz.edition.story import Story
from araz.importers.wordpress.at_desk import DeskShelf, NoShelf, keep_numbers, origins_of
from araz.importers.wordpress.body import compare
from araz.importers.wordpress.comments import comments_of
from araz.importers.wordpress.conversion import Made, Place, make_story
from araz.importers.wordpress.export import Author, Item
from araz.importers.wordpress.findings import Finding, Kind
from araz.importers.wordpress.languages import Languages
from araz.importers.wordpress.mapping import (
    Map,
    Placement,
    Plan,
    default_map,
    doubts_of,
    draft_map,
    make_plan,
    read_map,
)
from araz.importers.wordpress.moving import move_addresses
from araz.importers.wordpress.options import Options, Progress
from araz.importers.wordpress.paper import Paper
from araz.importers.wordpress.pictures import MediaFolder, Pictures
from araz.importers.wordpress.reading import read_export
from araz.importers.wordpress.registers import NameRegister
from araz.importers.wordpress.report import Findings, Report
from araz.importers.wordpress.survey import Survey, is_story, why_left_out
from araz.importers.wordpress.terms import Terms
from araz.importers.wordpress.unnaming import comment_without_accounts
from araz.importers.wordpress.updating import add_comments, give_way, update

_AT_ONCE: Final = 100  # stories of one transaction
_SCHEDULED: Final = "It was scheduled, and is again for the same time."
_FEWER_PICTURES: Final = (
    "It changed at the old site, but fewer of its pictures are in the folder than when it came. It was left as it is"
    " here. Give all uploads with --media."
)
_SHOWN: Final = re.compile(r"wp-image-(\d{1,10})")
_NUMBER_IS_TAKEN: Final = "An item before it has its number, and other content. That one came. If the files are of two sites, import one after the other."
_MISSED: Final = "It was scheduled for a time that is over. It came as a draft."

_encoder = msgspec.json.Encoder(order="deterministic")


@dataclass(frozen=True, slots=True, kw_only=True)
class Surveyed:
    """What the first reading has found, and what the map makes of it."""

    survey: Survey
    plan: Plan
    authors: list[Author]


def survey_export(options: Options, findings: Findings, progress: Progress) -> Surveyed:
    """Read the files for the first time. Raises ExportRefused and MapRefused."""
    rules = read_map(options.map) if options.map else Map()
    terms = Terms()
    by_category = {path: rule.language for path, rule in rules.categories.items() if rule.language}
    survey = Survey(terms, Languages(terms, by_category, rules.other_languages))
    progress.stage("Reading")
    size = sum(file.stat().st_size for file in options.files)
    read = 0

    def step(count: int) -> None:
        nonlocal read
        read += count
        progress.step(read, size)

    for entry in read_export(options.files, findings, progress=step):
        survey.take(entry, findings)
    survey.settle()
    authors = list(survey.authors.values())
    for doubt in doubts_of(rules, authors, terms, survey.counts) if options.map else ():
        findings(doubt)
    plan = make_plan(rules, default_map(authors, terms, survey.counts), terms)
    return Surveyed(survey=survey, plan=plan, authors=authors)


def first_map(surveyed: Surveyed) -> str:
    """Return the map for the operator to edit. It holds account names: it belongs outside the newsroom."""
    return draft_map(surveyed.authors, surveyed.survey.terms, surveyed.survey.counts)


class Bringing:
    """One import, after the survey."""

    def __init__(
        self,
        options: Options,
        surveyed: Surveyed,
        findings: Findings,
        progress: Progress,
        carry: Callable[[], object],
    ) -> None:
        self._options = options
        self._survey = surveyed.survey
        self._plan = surveyed.plan
        self._findings = findings
        self._progress = progress
        self._carry = carry
        self._shelf = NoShelf() if options.dry_run else DeskShelf(findings)
        self._pictures = Pictures(self._survey.attachments, MediaFolder(options.media), self._shelf)
        self._compares = options.dry_run or options.compare
        self.report = Report(dry_run=options.dry_run, files=[file.name for file in options.files])
        self._pages = NameRegister()  # by id of the story
        self._scheduled: list[tuple[int, datetime]] = []
        self._doubled: set[str] = set()  # keys of several items, of which the first has come

    def run(self) -> Report:
        """Do it; the report says what became of every item."""
        self.report.items = self._survey.items
        if self._options.dry_run:
            self._try_out()
        else:
            self._bring()
        self._tell_pictures()
        self.report.merged += len(self._pictures.shown) + len(self._survey.blocks)
        self.report.left_out += len(self._survey.attachments) - len(self._pictures.shown)
        self.report.findings = self._findings.kept
        self.report.more_findings = self._findings.more()
        return self.report

    def _coming(self) -> Iterator[tuple[Item, Placement]]:
        """Read again, and yield what becomes a story; say of everything else why it does not."""
        size = sum(file.stat().st_size for file in self._options.files)
        read = 0

        def step(count: int) -> None:
            nonlocal read
            read += count
            self._progress.step(read, size)

        for entry in read_export(self._options.files, _nobody, progress=step):
            if isinstance(entry, Item) and (placement := self._look_at(entry)):
                yield entry, placement

    def _look_at(self, item: Item) -> Placement | None:
        if item.kind in ("attachment", "wp_block"):
            return None  # told at the end, when it is known which of them stories show
        reason = self._why_left_out(item) if is_story(item) else why_left_out(item)
        placement = None if reason else self._plan.place_of(item)
        if placement and placement.left_out:
            reason, placement = placement.left_out, None
        if reason:
            self.report.left_out += 1
            self._find(item, "left out", reason)
        return placement

    def _why_left_out(self, item: Item) -> str:
        """Say why a story does not come whose number an earlier one of the files has."""
        if not self._survey.is_doubled(item):
            return ""
        name = self._survey.key_of(item)
        was_seen = name in self._doubled
        self._doubled.add(name)
        return _NUMBER_IS_TAKEN if was_seen else ""

    # Trying out

    def _try_out(self) -> None:
        self._progress.stage("Converting")
        for item, placement in self._coming():
            made = self._make(item, Place(section="", kind=placement.kind))
            self._count(item, made)
            self.report.comments += len(self._comments(item, made.story))

    # In earnest

    def _bring(self) -> None:
        self._progress.stage("Keeping numbers")
        self._pages = keep_numbers(self._survey.stories)
        paper = Paper(self._plan, self._survey.host, self._survey.sites[0].title if self._survey.sites else "")
        self._progress.stage("Bringing in")
        coming = self._coming()
        while some := list(islice(coming, _AT_ONCE)):
            self._bring_some(some, paper)
        self._schedule()
        move_addresses(self._survey, self._plan, paper)
        self._carry()

    def _bring_some(self, some: list[tuple[Item, Placement]], paper: Paper) -> None:
        origins = origins_of(self._survey.key_of(item) for item, _ in some)
        arrivals = [
            self._arrival(item, placement, origins[self._survey.key_of(item)], paper) for item, placement in some
        ]
        if batch := [arrival for arrival in arrivals if arrival]:
            publish_imported(batch, paper.numbers())
        self._carry()

    def _schedule(self) -> None:
        """What was to be published at a certain time still is, if that is to come: it was decided at the old site."""
        for number, moment in self._scheduled:
            page = StoryPage.objects.filter(pk=number, live=False, latest_revision__isnull=True).first()
            if page is not None:
                page.go_live_at = moment
                page.save_revision().publish()

    def _arrival(self, item: Item, placement: Placement, origin: Origin, paper: Paper) -> Arrival | None:
        source = _source_of(item)
        if item.state == "scheduled" and item.moment and item.moment > datetime.now(UTC) and not item.had_password:
            self._scheduled.append((origin.page_number, item.moment))
        surveyed = self._survey.known_of(item)
        # Also of what is here already: its section's old addresses may not be.
        place = paper.place(placement, surveyed.language)
        known, _, lacking = origin.source.partition("/")  # without how many pictures it came
        if known == source and (self._options.media is None or not int(lacking or 0)):
            self._pass_over(item)
            return None
        failures = self._pictures.failures
        made = self._make(item, place)
        missing = self._pictures.failures - failures
        if known == source and missing >= int(lacking or 0):
            self._pass_over(item)
            return None
        if known and missing > int(lacking or 0):
            self._find(item, "doubtful", _FEWER_PICTURES)
            self._pass_over(item)
            return None
        arrival = Arrival(
            origin=origin,
            source=f"{source}/{missing}",
            story=made.story,
            body=raw_body(made.converted.blocks, self._pages.first, self._shelf.number_of),
            notes=raw_notes(made.converted.notes, self._pages.first),
            translation_key=self._survey.translation_key_of(surveyed),
            picture=self._shelf.number_of(made.story.picture.hash) if made.story.picture else None,
            is_public=item.state == "public" and not item.had_password,
            comments=self._comments(item, made.story),
        )
        if origin.source and not (arrival.is_public and give_way(arrival)):
            self._update(item, arrival, paper)
            return None
        self._count(item, made)
        self.report.comments += len(arrival.comments)
        return arrival

    def _pass_over(self, item: Item) -> None:
        """Leave a story as it is here, with all that belongs to it."""
        self.report.unchanged += 1
        thumbnail = item.meta.get("_thumbnail_id", "")
        numbers = [*self._survey.attached_to(item), *map(int, _SHOWN.findall(item.content))]
        numbers += [int(thumbnail)] if thumbnail.isdigit() else []
        self._pictures.shown.update(number for number in numbers if number in self._survey.attachments)

    def _update(self, item: Item, arrival: Arrival, paper: Paper) -> None:
        self.report.comments += add_comments(arrival)
        if update(arrival, paper.numbers()):
            self.report.updated += 1
        else:
            self.report.unchanged += 1
            what = "It changed at the old site, but somebody has changed it here too. It was left as it is here."
            self._find(item, "doubtful", what)

    # One story

    def _make(self, item: Item, place: Place) -> Made:
        surveyed = self._survey.known_of(item)
        made = make_story(item, surveyed, place, self._survey, self._pictures, self._findings)
        group = GroupId(group_of_key(self._survey.translation_key_of(surveyed)))
        made = Made(story=msgspec.structs.replace(made.story, group=group), converted=made.converted)
        if self._compares:
            self._compare(item, made)
        return made

    def _comments(self, item: Item, story: Story) -> tuple[Comment, ...]:
        how, day = self._options.comments, story.published_at.date()
        said = comments_of(item, story.id, story.language, how, day)
        return tuple(comment_without_accounts(comment, self._survey.accounts) for comment in said)

    def _count(self, item: Item, made: Made) -> None:
        self.report.imported += 1
        language = made.story.language
        self.report.stories_by_language[language] = self.report.stories_by_language.get(language, 0) + 1
        if item.had_password:
            self._find(item, "dropped", "It was behind a password, which is dropped. It came as a draft.")
        elif item.state == "private":
            self._find(item, "doubtful", "It was private. It came as a draft.")
        elif item.state == "scheduled":
            self._find(item, "doubtful", _SCHEDULED if item.moment and item.moment > datetime.now(UTC) else _MISSED)
        if item.state != "public" or item.had_password:
            self.report.drafts += 1

    def _compare(self, item: Item, made: Made) -> None:
        found, losses = compare(item.content, made.converted), self.report.losses
        losses.words += found.words_in
        losses.words_lost += found.words_lost
        losses.links += found.links_in
        losses.links_lost += max(0, found.links_in - found.links_out)
        losses.pictures += found.pictures_in
        losses.pictures_lost += max(0, found.pictures_in - found.pictures_out)
        losses.list_items += found.list_items_in
        losses.list_items_lost += max(0, found.list_items_in - found.list_items_out)
        if found.words_lost:
            self._find(item, "lost", f"{found.words_lost} of its {found.words_in} words did not come over.")

    def _tell_pictures(self) -> None:
        if missing := len(self._pictures.missing):
            advice = (
                "Give the folder with --media." if self._options.media is None else "Are all uploads in the folder?"
            )
            self._findings(Finding(kind="lost", what=f"{missing:,} pictures have no file. {advice}"))
        for number in self._survey.attachments.numbers():
            if number not in self._pictures.shown:
                what = "No story shows this file."
                self._findings(Finding(kind="left out", what=what, item=number))

    def _find(self, item: Item, kind: Kind, what: str) -> None:
        self._findings(Finding(kind=kind, what=what, file=item.file, line=item.line, item=item.number))


def _source_of(item: Item) -> str:
    """A digest of all that the story is made from; where it stands in which file does not count."""
    return sha256(_encoder.encode(msgspec.structs.replace(item, file="", line=0))).hexdigest()[:56]


def _nobody(_: object) -> None:
    """What the second reading finds was told by the first."""
