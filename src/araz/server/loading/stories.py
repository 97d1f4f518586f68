"""The sample's stories: first all drafts, so that each can name the others, then their deeds in the order of time."""

from base64 import b32encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F

from araz.desk.models import DeskImage, StoryByline, StoryPage, StoryRelated, StoryTopic
from araz.desk.moment import at_moment, public_moment
from araz.desk.outbox_rows import write_row
from araz.edition.comments import Comment
from araz.edition.names import ID_LENGTH, StoryId, local_day
from araz.edition.upgrades import encode
from araz.server.loading.bodies import Numbers, raw_body, raw_notes
from araz.server.loading.markup import plain_words
from araz.server.loading.paper import Named
from araz.server.sample import content

Drafts = dict[str, StoryPage]  # by the sample's keys
Deed = tuple[float, Callable[[], None]]  # how many days ago, and what


def make_drafts(stories: Sequence[content.Story], named: Named, owner: Any) -> Drafts:
    """Make a page for each story; those that share a group are linked as translations."""
    shared: dict[str, UUID] = {}
    drafts = {}
    for story in stories:
        page = StoryPage(
            title=story.headline,
            kind=story.kind,
            owner=owner,
            live=False,
            translation_key=shared.setdefault(story.group, uuid4()),
        )
        section = named.sections[story.language, story.section]
        page.locale = section.locale
        drafts[story.key] = section.add_child(instance=page)
    return drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """Writes the stories out and does with them what the sample says was done."""

    drafts: Drafts
    named: Named
    pictures: Mapping[str, DeskImage]
    now: datetime
    time_zone: str
    publisher: Any
    carry: Callable[[], object]  # has the edition take what was done so far, so that translations know their source

    def publish_all(self, stories: Sequence[content.Story]) -> None:
        """Write every story, then publish, correct and withdraw in the order in which the sample dates that."""
        deeds: list[Deed] = []
        for story in stories:
            if story.state == "public":
                deeds += self._deeds(story)
            else:
                self._keep(story)
        for _, deed in sorted(deeds, key=lambda dated: -dated[0]):
            deed()
            self.carry()

    def _deeds(self, story: content.Story) -> list[Deed]:
        deeds: list[Deed] = [(story.age_days, partial(self._publish, story))]
        deeds += [(told.age_days, partial(self._correct, story, told)) for told in story.corrections]
        deeds += [(said.age_days, partial(self._let_say, story, said)) for said in story.comments]
        if withdrawal := story.withdrawal:
            deeds.append((withdrawal.age_days, partial(self._withdraw, story, withdrawal)))
        return deeds

    def _publish(self, story: content.Story) -> None:
        page = self._written(story)
        page.translation_renewed = bool(story.translation_of)  # it was made from its source as that is at this moment
        self._make_public(page, story.age_days)
        StoryPage.objects.filter(pk=page.pk).update(first_published_at=F("last_published_at"))

    def _correct(self, story: content.Story, told: content.Correction) -> None:
        page = self._newest(story)
        page.correction_note = plain_words(told.note)
        self._make_public(page, told.age_days)

    def _make_public(self, page: StoryPage, age_days: float) -> None:
        with at_moment(self._moment(age_days)):
            page.save_revision(user=page.owner).publish(user=self.publisher)
            StoryPage.objects.filter(pk=page.pk).update(last_published_at=public_moment())  # which Wagtail says is now

    def _withdraw(self, story: content.Story, withdrawal: content.Withdrawal) -> None:
        page = StoryPage.objects.get(pk=self.drafts[story.key].pk)
        page.withdrawal_note = plain_words(withdrawal.note)
        with at_moment(self._moment(withdrawal.age_days)):
            page.unpublish(user=self.publisher)

    def _let_say(self, story: content.Story, said: content.Comment) -> None:
        """Hand a reader's comment over as an importer does, since comments do not pass through the editor."""
        comment = Comment(
            id=_comment_id(story.key, said.key or f"{said.name}/{said.age_days}"),
            story=StoryId(self.drafts[story.key].public_id),
            answers=_comment_id(story.key, said.answers) if said.answers else "",
            name=said.name,
            text=said.text,
            day=local_day(self._moment(said.age_days), self.time_zone),
            from_desk=said.from_desk,
            state="removed" if said.removed else "shown",
        )
        with transaction.atomic():
            write_row("comment", comment.id, encode(comment), language=story.language)

    def _keep(self, story: content.Story) -> None:
        """Leave it a draft, or let it wait for its hour."""
        page = self._written(story)
        if story.state == "scheduled":
            page.go_live_at = self._moment(story.age_days)
        revision = page.save_revision(user=page.owner)
        if story.state == "scheduled":
            revision.publish(user=self.publisher)

    def _moment(self, age_days: float) -> datetime:
        return self.now - timedelta(days=age_days)

    def _newest(self, story: content.Story) -> StoryPage:
        page: StoryPage = StoryPage.objects.get(pk=self.drafts[story.key].pk).get_latest_revision_as_object()
        return page

    def _written(self, story: content.Story) -> StoryPage:
        page = self.drafts[story.key]
        numbers = Numbers(
            pages={key: draft.pk for key, draft in self.drafts.items()},
            pictures={key: picture.pk for key, picture in self.pictures.items()},
        )
        page.standfirst, page.address = story.standfirst, story.slug
        page.place = self.named.places.get(story.place)
        page.body = page.body.stream_block.to_python(raw_body(story.body, numbers))
        page.notes = page.notes.stream_block.to_python(raw_notes(story.notes, numbers))
        page.named = [StoryByline(byline=self.named.bylines[key]) for key in story.bylines]
        page.about = [StoryTopic(topic=self.named.topics[key]) for key in story.topics]
        page.see_also = [StoryRelated(story=self.drafts[key]) for key in story.related]
        page.translated_from = self.drafts.get(story.translation_of)
        self._add_picture(page, story)
        self._add_what_its_kind_needs(page, story)
        return page

    def _add_picture(self, page: StoryPage, story: content.Story) -> None:
        if use := story.picture:
            page.picture = self.pictures[use.key]
            page.picture_alt, page.picture_credit = use.alt, use.credit
            page.picture_caption = plain_words(use.caption)

    def _add_what_its_kind_needs(self, page: StoryPage, story: content.Story) -> None:
        if statement := story.statement:
            page.statement_number, page.issued_by = statement.number, statement.issued_by
            page.superseded_by = self.drafts.get(statement.superseded_by)
        if story.valid_days:
            last = self._moment(story.age_days) + timedelta(days=story.valid_days)
            page.valid_until = local_day(last, self.time_zone)


def _comment_id(story: str, name: str) -> str:
    return b32encode(sha256(f"{story}/{name}".encode()).digest()).decode()[:ID_LENGTH].lower()
