"""Brings the stories of an export into the newsroom: reads twice, converts, hands over in batches.

Whatever cuts it off, calling it again goes on: a batch is at the desk wholly or not at all, and what is there is passed over.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from typing import Final
from uuid import UUID

import msgspec
from django.conf import settings

from araz.desk.door import group_of_key
from araz.desk.from_story import raw_body, raw_notes
from araz.desk.imported import Arrival, publish_imported
from araz.desk.models import Origin
from araz.edition.comments import Comment
from araz.edition.names import GroupId, StoryId, local_day, rounded
from araz.importers.wordpress.at_desk import DeskShelf, NoShelf, keep_numbers, origins_of, translations_here
from araz.importers.wordpress.choosing import Choosing
from araz.importers.wordpress.comments import comments_of
from araz.importers.wordpress.conversion import Made, Place, make_story
from araz.importers.wordpress.dates import DateArchives
from araz.importers.wordpress.document_shelf import DocumentShelf
from araz.importers.wordpress.documents import Documents
from araz.importers.wordpress.export import Item, Site
from araz.importers.wordpress.findings import Finding, Kind, Note, finding_of
from araz.importers.wordpress.gone import why_it_should_go
from araz.importers.wordpress.losses import count_losses
from araz.importers.wordpress.mapping import Placement
from araz.importers.wordpress.moving import move_addresses
from araz.importers.wordpress.options import Comments, Options, Progress
from araz.importers.wordpress.paper import Paper
from araz.importers.wordpress.pictures import MediaFolder, Pictures
from araz.importers.wordpress.registers import NameRegister
from araz.importers.wordpress.report import Report
from araz.importers.wordpress.settled import Passed, Settled
from araz.importers.wordpress.surveying import Surveyed
from araz.importers.wordpress.telling import Findings
from araz.importers.wordpress.unnaming import comment_without_people
from araz.importers.wordpress.updating import (
    Outcome,
    add_comments,
    comments_to_come,
    give_way,
    gives_way,
    outcome_of,
    schedule,
    update,
)
from araz.importers.wordpress.uploads import Uploads

_AT_ONCE: Final = 250  # stories of one transaction, which holds other writers up for half a second
_ALONE: Final = (
    "By the export it is the translation of a story that has another one in this language here. It came as a story of its"
    " own: link the two by hand, if they are one."
)
_CHANGED_HERE: Final = "It changed at the old site, but somebody has changed it here too. It was left as it is here."
_SCHEDULED: Final = "It was scheduled, and is again for the same time."
_FEWER_PICTURES: Final = (
    "It changed at the old site, but fewer of its pictures and documents are in the folder than when it came. It was"
    " left as it is here. Give all uploads with --media."
)
_SHOWN: Final = re.compile(r"wp-image-(\d{1,10})")
_MISSED: Final = "It was scheduled for a time that is over. It came as a draft."

_encoder = msgspec.json.Encoder(order="deterministic")


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
        self.report = Report(dry_run=options.dry_run, files=[file.name for file in options.files])
        self._shelf = NoShelf() if options.dry_run else DeskShelf(findings)
        folder, documents = MediaFolder(options.media), DocumentShelf(findings, keeps=not options.dry_run)
        self._uploads = Uploads(
            Pictures(self._survey.attachments, folder, self._shelf), Documents(self._survey, folder, documents)
        )
        self._choosing = Choosing(options.files, surveyed, self.report, findings)
        self._settled = Settled(options.comments, findings)
        self._dates = DateArchives(self._survey.sites[0] if self._survey.sites else Site())
        self._compares = options.dry_run or options.compare
        self._paper: Paper | None = None  # none while only trying out
        self._pages = NameRegister()  # by id of the story
        self._passed: list[Passed] = []  # of the batch
        self._scheduled: list[tuple[int, datetime]] = []
        self._translations: dict[tuple[UUID, str], int] = {}  # pages that are here, as far as the batch may meet them

    def run(self) -> Report:
        """Do it; the report says what became of every item."""
        self.report.items = self._survey.items
        if not self._options.dry_run:
            self._prepare()
        self._progress.stage("Converting" if self._paper is None else "Bringing in")
        coming = self._choosing.coming(self._progress)
        while some := list(islice(coming, _AT_ONCE)):
            self._bring_some(some)
        if self._paper is not None:
            self._finish(self._paper)
        self._choosing.tell_missing()
        attachments, shown = self._survey.attachments, self._uploads.shown
        for finding in self._uploads.tell(attachments, is_folder_given=self._options.media is not None):
            self._findings(finding)
        self._uploads.count(self.report)
        self.report.merged += len(shown) + self._survey.block_items
        self.report.left_out += len(attachments) - len(shown)
        self.report.findings = self._findings.kept(self._survey.accounts)
        self.report.more_findings = self._findings.more()
        return self.report

    def _prepare(self) -> None:
        self._progress.stage("Keeping numbers")
        self._pages = keep_numbers(self._survey.stories)
        self._paper = Paper(self._plan, self._survey.host, self._survey.sites[0].title if self._survey.sites else "")

    def _finish(self, paper: Paper) -> None:
        """What was to be published at a certain time still is, if that is to come: it was decided at the old site."""
        for number, moment in self._scheduled:
            schedule(number, moment)
        move_addresses(self._survey, self._plan, paper, self._dates)
        self._carry()

    # A batch

    def _bring_some(self, some: list[tuple[Item, Placement]]) -> None:
        origins = origins_of(self._survey.key_of(item) for item, _ in some)
        self._translations = translations_here(self._survey.translation_key_of(item) for item, _ in some)
        batch = []
        for item, placement in some:
            key = self._survey.key_of(item)
            with self._findings.about(item):
                arrival = self._take(item, placement, origins.get(key) or Origin(key=key))
            if arrival:
                batch.append(arrival)
        if batch and self._paper is not None:
            publish_imported(batch, self._paper.numbers())
        self._settled.look(self._passed)
        self._passed.clear()
        self._carry()

    def _take(self, item: Item, placement: Placement, origin: Origin) -> Arrival | None:
        """Return the story if it is to come; count it in any case."""
        is_public = item.state == "public" and not item.had_password
        if item.state == "scheduled" and _is_to_come(item) and not item.had_password:
            self._scheduled.append((origin.page_number, item.moment or datetime.now(UTC)))
        if is_public and item.kind == "post" and item.moment:
            language = self._survey.known_of(item).language
            self._dates.learn(item, language, local_day(rounded(item.moment), settings.ARAZ_TIME_ZONE))
        place = Place(section="", kind=placement.kind)
        if self._paper is not None:  # also for what is here already: its section's old addresses may not be
            place = self._paper.place(placement, self._survey.known_of(item).language)
        source = _source_of(item)
        key = self._translation_key_of(item, origin)
        made = self._make_unless_here(item, place, origin, source, key)
        if made is None:
            self._pass_over(item, placement, origin)
            return None
        comments = tuple(self._comments(item, made.story.id, made.story.language, self._options.comments))
        if self._paper is None:
            self._try(item, made, comments, origin, is_public=is_public)
            return None
        arrival = Arrival(
            origin=origin,
            source=f"{source}/{made.missing}",
            story=made.story,
            body=raw_body(made.story.body, self._pages.first, self._shelf.number_of, self._uploads.documents.number_of),
            notes=raw_notes(made.story.notes, self._pages.first),
            translation_key=key,
            picture=self._shelf.number_of(made.story.picture.hash) if made.story.picture else None,
            is_public=is_public,
            comments=comments,
        )
        if origin.source and not (is_public and give_way(arrival)):
            self.report.comments += add_comments(arrival)
            self._count_known(item, update(arrival, self._paper.numbers()))
            return None
        self._count_new(item, made, comments)
        self._translations[key, made.story.language] = origin.page_number
        return arrival

    def _translation_key_of(self, item: Item, origin: Origin) -> UUID:
        """Return the key that translations of one story share; one of its own if the story has one in this language already."""
        key, language = self._survey.translation_key_of(item), self._survey.known_of(item).language
        is_free = self._translations.get((key, language), origin.page_number) == origin.page_number
        return key if is_free else self._survey.own_translation_key_of(item)

    def _try(self, item: Item, made: Made, comments: tuple[Comment, ...], origin: Origin, *, is_public: bool) -> None:
        """Count what would become of a story."""
        if origin.source and not (is_public and gives_way(origin)):
            self.report.comments += len(comments_to_come(origin, comments))
            self._count_known(item, outcome_of(origin, is_public=is_public))
        else:
            self._count_new(item, made, comments)

    # One story

    def _make_unless_here(self, item: Item, place: Place, origin: Origin, source: str, key: UUID) -> Made | None:
        """Return the story; None if it is here and stays as it is here."""
        known, _, lacked = origin.source.partition("/")
        is_known, lacked_pictures = known == source, int(lacked or 0)
        if is_known and (self._options.media is None or not lacked_pictures):
            return None
        told: list[Finding] = []
        made = self._make(item, place, key, told.append)
        if is_known and made.missing >= lacked_pictures:
            return None
        if known and made.missing > lacked_pictures:
            self._find(item, "doubtful", _FEWER_PICTURES)
            return None
        for finding in told:
            self._findings(finding)
        if self._compares:
            count_losses(item, made, self.report.losses, self._findings)
        return made

    def _make(self, item: Item, place: Place, key: UUID, note: Note) -> Made:
        surveyed, failures = self._survey.known_of(item), self._uploads.failures
        made = make_story(item, surveyed, place, self._survey, self._uploads, note)
        story = msgspec.structs.replace(made.story, group=GroupId(group_of_key(key)))
        return Made(story=story, converted=made.converted, missing=self._uploads.failures - failures)

    def _comments(self, item: Item, story: StoryId, language: str, how: Comments) -> Iterator[Comment]:
        day = (item.moment or datetime.now(UTC)).date()
        for comment in comments_of(item, story, language, how, day):
            yield comment_without_people(comment, self._survey.accounts, self._survey.people)

    def _pass_over(self, item: Item, placement: Placement, origin: Origin) -> None:
        """Leave a story as it is here, with all that belongs to it."""
        self.report.unchanged += 1
        thumbnail = item.meta.get("_thumbnail_id", "")
        numbers = [*self._survey.attached_to(item), *map(int, _SHOWN.findall(item.content))]
        numbers += [int(thumbnail)] if thumbnail.isdigit() else []
        self._uploads.pictures.shown.update(number for number in numbers if number in self._survey.attachments)
        self._uploads.documents.learn_shown(item.content)
        language = self._survey.known_of(item).language
        comment = self._first_comment(item, language) if self._settled.asks_for_comments else None
        page = origin.page_number
        self._passed.append(Passed(item=item, page=page, placement=placement, language=language, comment=comment))

    def _first_comment(self, item: Item, language: str) -> Comment | None:
        """Return the first comment that shows how names are kept, as it would come now."""
        how = "names" if self._options.comments == "drop" else self._options.comments
        said = self._comments(item, self._survey.known_of(item).story, language, how)
        return next((each for each in said if not each.from_desk), None)

    # The report

    def _count_new(self, item: Item, made: Made, comments: tuple[Comment, ...]) -> None:
        self.report.imported += 1
        self.report.comments += len(comments)
        language = made.story.language
        self.report.stories_by_language[language] = self.report.stories_by_language.get(language, 0) + 1
        if made.story.group != group_of_key(self._survey.translation_key_of(item)):
            self._find(item, "doubtful", _ALONE)
        if item.had_password:
            self._find(item, "dropped", "It was behind a password, which is dropped. It came as a draft.")
        elif item.state == "private":
            self._find(item, "doubtful", "It was private. It came as a draft.")
        elif item.state == "scheduled":
            self._find(item, "doubtful", _SCHEDULED if _is_to_come(item) else _MISSED)
        if item.state != "public" or item.had_password:
            self.report.drafts += 1

    def _count_known(self, item: Item, outcome: Outcome) -> None:
        if outcome == "updated":
            self.report.updated += 1
            return
        self.report.unchanged += 1
        self._find(item, "doubtful", _CHANGED_HERE if outcome == "changed here" else why_it_should_go(item))

    def _find(self, item: Item, kind: Kind, what: str) -> None:
        self._findings(finding_of(item, kind, what))


def _is_to_come(item: Item) -> bool:
    return item.moment is not None and item.moment > datetime.now(UTC)


def _source_of(item: Item) -> str:
    """A digest of all that the story is made from; where it stands in which file does not count."""
    return sha256(_encoder.encode(msgspec.structs.replace(item, file="", line=0))).hexdigest()[:56]
