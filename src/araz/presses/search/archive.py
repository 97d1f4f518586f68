"""What search needs of an edition: how many stories of a language each month has, and those of a segment."""

from collections.abc import Iterator
from typing import Final

from araz.contracts import EditionReader
from araz.edition.names import ListKey, Month, local_day
from araz.edition.story import Story, Teaser, Tombstone
from araz.language import in_digits
from araz.language.calendars import gregorian_date
from araz.presses.search.binding import Bound, Entry, bind
from araz.presses.search.parting import Counts, Parting, months_of
from araz.presses.search.segments import Segment, third_of
from araz.presses.search.terms import IN_BODY, TermReader
from araz.typesetting.words import named, words

_LETTERS_OF_OPENING: Final = 240  # stand for a standfirst that a story has not


class Archive:
    """One moment of an edition. Sections have every story, evergreen pages too, so all is counted by them."""

    def __init__(self, edition: EditionReader, parting: Parting) -> None:
        self.edition = edition
        self.parting = parting
        self._masthead = edition.masthead()
        self.languages = self._masthead.languages
        self._sections: dict[str, list[ListKey]] = {language: [] for language in self.languages}
        for key in edition.lists():
            language, _, rest = key.partition("/")
            if rest.startswith("s/") and language in self._sections:
                self._sections[language].append(key)
        self._counts: dict[str, Counts] = {}
        self._sizes: dict[str, dict[Segment, int]] = {}
        self._teasers: tuple[object, tuple[Teaser, ...]] = ((), ())  # of the segment that was asked for last

    def counts(self, language: str) -> Counts:
        """How many stories of the language each month has; only months that have some."""
        if language not in self._counts:
            counted = (count for key in self._sections.get(language, ()) for count in self.edition.months(key))
            self._counts[language] = months_of((count.month, count.stories) for count in counted)
        return self._counts[language]

    def segments(self, language: str) -> Iterator[tuple[Segment, int]]:
        """The segments of the language, newest first, each with about how many stories it has."""
        return self.parting.segments(self.counts(language))

    def years(self, language: str) -> list[str]:
        """The years in which the language has stories, newest first."""
        return sorted({month[:4] for month in self.counts(language)}, reverse=True)

    def size(self, language: str, segment: Segment) -> int:
        """Return about how many stories the segment has; 0 if the language is not parted into such a segment."""
        if language not in self._sizes:
            self._sizes[language] = dict(self.segments(language))
        return self._sizes[language].get(segment, 0)

    def teasers(self, language: str, segment: Segment) -> tuple[Teaser, ...]:
        """The stories of a segment, oldest first: numbers of old ones last when a new one comes."""
        if self._teasers[0] != (language, segment):
            self._teasers = ((language, segment), self._read_teasers(language, segment))
        return self._teasers[1]

    def _read_teasers(self, language: str, segment: Segment) -> tuple[Teaser, ...]:
        months = [month for month in segment.months if month in self.counts(language)]
        found = [teaser for month in months for teaser in self._of_month(language, month)]
        if segment.third:
            found = [teaser for teaser in found if third_of(self.day(teaser)) == segment.third]
        return tuple(sorted(found, key=lambda teaser: (teaser.published_at, teaser.id)))

    def _of_month(self, language: str, month: Month) -> Iterator[Teaser]:
        for key in self._sections[language]:
            yield from self.edition.month(key, month)

    def day(self, story: Story | Teaser | Tombstone) -> int:
        return local_day(story.published_at, self._masthead.time_zone).day

    def bound(self, language: str, teasers: tuple[Teaser, ...], shards: int, reader: TermReader) -> Bound:
        """Bind the words of these stories."""
        return bind(self._read(language, teasers, reader), shards)

    def _read(
        self, language: str, teasers: tuple[Teaser, ...], reader: TermReader
    ) -> Iterator[tuple[dict[str, int], Entry]]:
        for teaser in teasers:
            story = self.edition.story(teaser.id)
            if isinstance(story, Story):
                worth = reader.worth(story, self._names(story))
                worth |= dict.fromkeys(filters(story, teaser.path), IN_BODY)
                yield worth, self._entry(language, teaser)

    def _names(self, story: Story) -> Iterator[str]:
        """What the story's page says besides its text."""
        parts = (
            *(self.edition.byline(byline) for byline in story.bylines),
            *(self.edition.topic(topic) for topic in story.topics),
            self.edition.place(story.place) if story.place else None,
        )
        yield from (named(part.name, story.language) for part in parts if part)
        if story.statement:
            yield from (story.statement.number, story.statement.issued_by)

    def _entry(self, language: str, teaser: Teaser) -> Entry:
        day = local_day(teaser.published_at, self._masthead.time_zone)
        return Entry(
            path=teaser.path.partition("/")[2],
            day=day.day,
            date=gregorian_date(day, language),
            label=self._label(language, teaser),
            headline=teaser.headline,
            standfirst=teaser.standfirst or _cut(teaser.opening),
            is_voice=int(teaser.kind == "opinion"),
        )

    def _label(self, language: str, teaser: Teaser) -> str:
        w = words(language)
        section = self.edition.section(teaser.section)
        if teaser.kind == "news" and section:
            return section.name
        kind = w[f"kind_{teaser.kind}"]
        number = teaser.statement_number
        return f"{kind} {w['number'].format(n=in_digits(number, language))}" if number else kind


def filters(story: Story, path: str) -> tuple[str, str]:
    """Return the terms under which all stories of a section and of a year stand: `_k3v9q2aa` and `_2026`."""
    return f"_{story.section}", f"_{path.split('/')[1]}"


def _cut(opening: str) -> str:
    if len(opening) <= _LETTERS_OF_OPENING:
        return opening
    return opening[:_LETTERS_OF_OPENING].rsplit(" ", 1)[0] + " …"
