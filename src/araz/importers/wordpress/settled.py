"""Tells, once, that the map or the choice of comments is another one than when a story came: what is here stays as it came."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from araz.desk.models import Outbox, PublicStory, SectionPage, StoryByline, StoryPage, StoryTopic
from araz.edition.comments import Comment
from araz.importers.wordpress.export import Item
from araz.importers.wordpress.findings import Note, finding_of
from araz.importers.wordpress.mapping import Placement
from araz.importers.wordpress.options import Comments

_LOOKED_AT: Final = 20  # stories with comments that agree: then the choice is the same
_OTHER_MAP: Final = (
    "By the map as it is now this story, and perhaps others that came before, would stand elsewhere: in another section or"
    " language, under other topics or bylines, or as another kind. They stay as they came; change them at the desk."
)
_OTHER_COMMENTS: Final = "Comments of stories that are in the newsroom already stay as they came. --comments {how} counts for what comes now."


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A story that is here as it is in the export."""

    item: Item
    page: int
    placement: Placement
    language: str
    comment: Comment | None  # the first that would show the choice, as it would come now


class Settled:
    """Compares what is here with what would come now, until it has told of a difference."""

    def __init__(self, how: Comments, note: Note) -> None:
        self._how = how
        self._note = note
        self._is_map_told = self._are_comments_told = False
        self._looked_at = 0
        self._sections: dict[str, str] = {}  # slugs by path in the tree

    @property
    def asks_for_comments(self) -> bool:
        return not self._are_comments_told and self._looked_at < _LOOKED_AT

    def look(self, passed: Sequence[Passed]) -> None:
        """Look at some hundred at once."""
        if not self._is_map_told:
            self._look_at_places(passed)
        if self.asks_for_comments:
            self._look_at_comments([each for each in passed if each.comment])

    def _look_at_places(self, passed: Sequence[Passed]) -> None:
        numbers = [each.page for each in passed]
        # What was changed here stands where the desk has put it.
        pages = StoryPage.objects.filter(pk__in=numbers, latest_revision=None)
        there = {
            page: (self._section(path), kind, language)
            for page, path, kind, language in pages.values_list("pk", "path", "kind", "locale__language_code")
        }
        topics = _keys(StoryTopic, numbers, "topic__slug")
        bylines = _keys(StoryByline, numbers, "byline__slug")
        for each in passed:
            place = each.placement
            if each.page in there and (
                there[each.page] != (place.section, place.kind, each.language)
                or topics.get(each.page, set()) != set(place.topics)
                or bylines.get(each.page, set()) != set(place.bylines)
            ):
                self._is_map_told = True
                self._tell(_OTHER_MAP, each.item)
                return

    def _section(self, path: str) -> str:
        above = path[: -StoryPage.steplen]
        if above not in self._sections:
            self._sections |= dict(SectionPage.objects.values_list("path", "slug"))
        return self._sections.get(above, "")

    def _look_at_comments(self, passed: Sequence[Passed]) -> None:
        public = set(
            PublicStory.objects.filter(page_id__in=[each.page for each in passed], state="live").values_list(
                "page_id", flat=True
            )
        )
        wanted = {each.comment.id: each for each in passed if each.comment and each.page in public}
        came = Outbox.objects.filter(deed="comment", subject__in=list(wanted)).values_list("subject", "payload")
        handed_over = {subject: bytes(payload) for subject, payload in came}
        for key, each in wanted.items():
            self._looked_at += 1
            if self._differs(each.comment, handed_over.get(key)):
                self._are_comments_told = True
                self._tell(_OTHER_COMMENTS.format(how=self._how), each.item)
                return

    def _differs(self, comment: Comment | None, handed_over: bytes | None) -> bool:
        if comment is None or handed_over is None or self._how == "drop":
            return (handed_over is None) != (self._how == "drop")
        # The outbox forgets after some days what was printed; then nothing is known.
        return bool(handed_over) and msgspec.json.decode(handed_over, type=Comment).name != comment.name

    def _tell(self, what: str, item: Item) -> None:
        self._note(finding_of(item, "doubtful", what))


def _keys(uses: type[StoryTopic] | type[StoryByline], pages: list[int], name: str) -> dict[int, set[str]]:
    keys: dict[int, set[str]] = {}
    for page, key in uses.objects.filter(page_id__in=pages).values_list("page_id", name):
        keys.setdefault(page, set()).add(key)
    return keys
