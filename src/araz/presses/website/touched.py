"""Which pages a change may alter. It follows from the change alone and never from the size of the archive."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from araz.contracts import EditionReader
from araz.edition.lists import Change
from araz.edition.names import ListKey, Month, StoryId, byline_list, language_list, section_list, topic_list
from araz.edition.old_addresses import DRAWERS
from araz.presses.website import pages


def touched(edition: EditionReader, changes: Iterable[Change]) -> tuple[str, ...]:
    """Return the pages, each once: pictures and stories before the lists that lead to them."""
    stages: dict[int, dict[str, None]] = {0: {}, 1: {}, 2: {}, 3: {}}
    changes = tuple(changes)
    for change in changes:
        for stage, page in _touched_by(edition, change):
            stages[stage].setdefault(page)
    if _begins_or_ends_a_month(edition, changes):
        stages[3].setdefault(pages.SITEMAPS)
    return tuple(page for stage in stages.values() for page in stage)


def _touched_by(edition: EditionReader, change: Change) -> Iterator[tuple[int, str]]:
    for name, width in change.pictures:
        yield from ((0, page) for page in pages.pictures(name, width))
    yield from ((1, pages.redirects(drawer)) for drawer in change.drawers)
    if change.drawers:
        yield 3, pages.NOT_FOUND  # whose script is there as long as the paper has old addresses
    if change.removed:
        yield 3, pages.REMOVED
    if change.deed == "arrange":
        yield from _by_arrangement(edition, change)
    else:
        yield from _by_story(edition, change)


def _begins_or_ends_a_month(edition: EditionReader, changes: Sequence[Change]) -> bool:
    """Whether a language may have a sitemap more or less: it has as many stories of the month as came now, or fewer."""
    came = Counter((change.language, month) for change in changes if change.new_month for month in change.months)
    return any(not _has_more(edition, language, month, count) for (language, month), count in came.items())


def _has_more(edition: EditionReader, language: str, month: Month, than: int) -> bool:
    found = 0
    for section in edition.sections(language):
        found += edition.month_size(section_list(language, section.id), month)
        if found > than:
            return True
    return False


def _by_story(edition: EditionReader, change: Change) -> Iterator[tuple[int, str]]:
    subject = StoryId(change.subject)
    yield 1, pages.story(subject)
    if change.deed == "comment":
        return
    for group in change.groups:  # they show each other's headline, and whether a translation is out of date
        for other in edition.in_group(group):
            yield 1, pages.story(other)
            yield 3, pages.sitemap_with(edition.path(other))
    if change.teaser:
        yield from ((1, pages.story(other)) for other in edition.named_by(subject))
    yield from ((1, pages.story(other)) for other in change.successors)
    for key in change.lists:
        yield from _by_list(key, change)
    yield 2, pages.front(change.language)  # pins and topics' reading orders show stories that stand on no list
    yield 3, pages.ROOT
    yield 3, pages.json_feed(change.language)
    yield 3, pages.news(change.language)
    yield from ((3, pages.sitemap(change.language, month)) for month in change.months)


def _by_list(key: ListKey, change: Change) -> Iterator[tuple[int, str]]:
    yield 2, pages.archive(change.language) if pages.is_whole_language(key) else pages.listing(key)
    for month in change.months:
        yield from ((2, page) for page in pages.months_of(key, month))
    if "/t/" in key:
        yield 2, pages.topics(change.language)
    if "/b/" in key:
        yield 2, pages.bylines(change.language)
        yield 2, pages.spokespersons(change.language)
    yield 3, pages.atom(key)


def _by_arrangement(edition: EditionReader, change: Change) -> Iterator[tuple[int, str]]:
    sort, _, name = change.subject.partition("/")
    languages = edition.masthead().languages
    if sort == "front":
        yield 2, pages.front(name)
    elif sort == "addresses":
        yield 2, pages.ADDRESSES
    elif sort == "topic":
        for language in languages:
            yield 2, pages.listing(topic_list(language, name))
            yield 2, pages.topics(language)
    elif sort == "byline":
        for language in languages:
            yield 2, pages.listing(byline_list(language, name))
            yield 2, pages.bylines(language)
            yield 2, pages.spokespersons(language)
    elif sort in ("masthead", "section"):  # the rest of the paper follows in a resetting
        yield 2, pages.ROOT
        yield from ((2, pages.front(language)) for language in languages)


def everything(edition: EditionReader, assets: Iterable[str]) -> Iterator[str]:
    """Yield all pages of the edition, those first that readers want first."""
    languages = edition.masthead().languages
    yield from (f"asset/{name}" for name in assets)
    yield from (pages.front(language) for language in languages)
    yield pages.ROOT
    yield from (
        pages.listing(ListKey(f"{language}/s/{section.id}"))
        for language in languages
        for section in edition.sections(language)
    )
    for name in edition.pictures():
        yield from pages.pictures(name, edition.picture_width(name))
    yield from (pages.story(story) for story in edition.stories())
    yield from _months(edition)
    yield from _for_the_whole_paper(edition, languages)


def _months(edition: EditionReader) -> Iterator[str]:
    """All lists of the newest month, then all of the one before: a month's stories are read once for all their lists."""
    by_month: dict[Month, list[tuple[ListKey, int]]] = {}
    for key in edition.lists():
        for count in edition.months(key):
            by_month.setdefault(count.month, []).append((key, count.stories))
    for month in sorted(by_month, reverse=True):
        for key, stories in by_month[month]:
            yield from pages.months_of(key, month)[: None if stories > pages.STORIES_OF_A_MONTH else 1]


def _for_the_whole_paper(edition: EditionReader, languages: tuple[str, ...]) -> Iterator[str]:
    for language in languages:
        yield from (pages.archive(language), pages.search(language), pages.topics(language), pages.bylines(language))
        yield from (pages.spokespersons(language), pages.json_feed(language), pages.news(language))
        yield pages.atom(ListKey(language))
        months = {
            count.month
            for section in edition.sections(language)
            for count in edition.months(ListKey(f"{language}/s/{section.id}"))
        }
        yield from (pages.sitemap(language, month) for month in sorted(months))
        yield pages.card(language_list(language))
        for section in edition.sections(language):
            key = section_list(language, section.id)
            yield from (pages.atom(key), pages.card(key))
    for topic in edition.topics():
        yield from (pages.listing(topic_list(language, topic.id)) for language in languages)
    for byline in edition.bylines():
        yield from (pages.listing(byline_list(language, byline.id)) for language in languages)
    yield from (pages.redirects(drawer) for drawer in DRAWERS)
    yield from (pages.ADDRESSES, pages.NOT_FOUND, pages.SITEMAPS, pages.ROBOTS, pages.REMOVED)
