"""The sample newsroom is complete, consistent and harmless."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

import msgspec
import pytest

from araz.edition.text import linked_stories, words_of
from araz.server.sample.content import LANGUAGES, Quote, SampleNewsroom, Story, Words, load, pictures_in, texts_in
from araz.server.sample.markup import MarkupError, runs_of
from araz.server.sample.pictures import HEIGHT, PICTURES, WIDTH, draw

ARABIC_SCRIPT = ("azb", "fa")
FOREIGN_LETTERS = re.compile(
    "[\u064a\u0643\u0649\u0660-\u0669\u06c1\u06d5\u0640]"
)  # ي ك ى ٠-٩, heh look-alikes, kashida
CYRILLIC = re.compile("[\u0400-\u04ff]")
E_MAIL = re.compile(r"\S+@\S+")
PHONE = re.compile(r"(?:\+|\b00)\d[\d ()-]{6,}\d")
HOST = re.compile(r"https?://([^/\s)\"]+)")


@pytest.fixture(scope="module")
def newsroom() -> SampleNewsroom:
    return load()


def strings_in(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for part in value.values():
                yield from strings_in(part)
        case list() | tuple():
            for part in value:
                yield from strings_in(part)


def strings_of(newsroom: SampleNewsroom) -> Iterator[str]:
    return strings_in(msgspec.to_builtins(newsroom))


def words_in(newsroom: SampleNewsroom) -> Iterator[Words]:
    paper = newsroom.paper
    yield from (paper.name, paper.tag_line, paper.notice, paper.picture_credit, paper.addresses_about)
    yield from (words for section in paper.sections for words in (section.name, section.about, section.slug))
    yield from (words for byline in paper.bylines for words in (byline.name, byline.about))
    yield from (words for topic in paper.topics for words in (topic.name, topic.about))
    yield from (place.name for place in paper.places)
    yield from (picture.alt for picture in paper.pictures)
    yield from (address.note for address in paper.addresses)


def readable(story: Story) -> Iterator[str]:
    """Yield the bare words of a story, without quotes and phrases that are in another language."""
    yield from (story.headline, story.standfirst, *(picture.alt for picture in pictures_in(story)))
    foreign = {text for block in story.body if isinstance(block, Quote) for text in block.original}
    for text in set(texts_in(story)) - foreign:
        yield "".join(run.text for run in runs_of(text) if not run.language and not run.link.startswith("http"))


def test_every_language_has_enough_stories_to_fill_a_front(newsroom: SampleNewsroom) -> None:
    counts = Counter(story.language for story in newsroom.stories if story.state == "public")
    assert counts["az"] >= 12
    assert counts["azb"] >= 12
    assert all(counts[language] >= 5 for language in LANGUAGES)


def test_everything_about_the_paper_is_said_in_every_language(newsroom: SampleNewsroom) -> None:
    incomplete = [words for words in words_in(newsroom) if tuple(words) != LANGUAGES or not all(words.values())]
    assert incomplete == []


def test_every_kind_and_every_state_is_there(newsroom: SampleNewsroom) -> None:
    kinds = {story.kind for story in newsroom.stories if story.language == "az"}
    assert kinds == {"news", "analysis", "opinion", "research", "statement", "announcement", "page", "document"}
    states = Counter(story.state for story in newsroom.stories)
    assert (states["draft"], states["scheduled"]) == (1, 1)


def test_stories_are_named_once_and_come_oldest_first(newsroom: SampleNewsroom) -> None:
    keys = [story.key for story in newsroom.stories]
    assert len(set(keys)) == len(keys)
    assert all(story.key.startswith(f"{story.language}-") for story in newsroom.stories)
    assert [story.age_days for story in newsroom.stories] == sorted(
        (story.age_days for story in newsroom.stories), reverse=True
    )


def test_one_story_is_told_in_all_five_languages_and_six_in_several(newsroom: SampleNewsroom) -> None:
    groups = Counter(story.group for story in newsroom.stories)
    in_each = Counter((story.group, story.language) for story in newsroom.stories)
    assert max(in_each.values()) == 1
    assert groups["night-library"] == len(LANGUAGES)
    assert sum(count > 1 for count in groups.values()) >= 6


def test_every_name_that_a_story_uses_is_known(newsroom: SampleNewsroom) -> None:
    paper = newsroom.paper
    bylines, topics = {byline.key for byline in paper.bylines}, {topic.key for topic in paper.topics}
    places, sections = {place.key for place in paper.places}, {section.group for section in paper.sections}
    for story in newsroom.stories:
        assert set(story.bylines) <= bylines, story.key
        assert set(story.topics) <= topics, story.key
        assert story.section in sections, story.key
        assert story.place in places | {""}, story.key


def test_links_lead_to_public_stories_of_the_same_language(newsroom: SampleNewsroom) -> None:
    public = {story.key: story.language for story in newsroom.stories if story.state == "public"}
    for story in newsroom.stories:
        statement = [story.statement.superseded_by] if story.statement and story.statement.superseded_by else []
        named = [*linked_stories(map(runs_of, texts_in(story))), *story.related, *statement]
        assert {public.get(key) for key in named} <= {story.language}, story.key


def test_a_translation_is_of_the_same_group_and_younger(newsroom: SampleNewsroom) -> None:
    stories = {story.key: story for story in newsroom.stories}
    for story in newsroom.stories:
        if story.translation_of:
            original = stories[story.translation_of]
            assert (original.group, original.translation_of) == (story.group, ""), story.key
            assert original.age_days >= story.age_days, story.key


def test_fronts_are_made_of_public_stories_of_their_language(newsroom: SampleNewsroom) -> None:
    stories = {story.key: story for story in newsroom.stories}
    assert tuple(front.language for front in newsroom.paper.fronts) == LANGUAGES
    for front in newsroom.paper.fronts:
        shown = [stories[key] for key in (front.lead, *front.second, *front.pins)]
        assert {(story.language, story.state) for story in shown} == {(front.language, "public")}
        assert {stories[key].kind for key in front.pins} == {"page"}


def test_a_topic_is_read_in_an_order_of_stories_that_exist(newsroom: SampleNewsroom) -> None:
    topics_of: dict[str, set[str]] = {}
    for story in newsroom.stories:
        topics_of.setdefault(story.group, set()).update(story.topics)
    for topic in newsroom.paper.topics:
        assert all(topic.key in topics_of[group] for group in topic.reading_order), topic.key


def test_footnotes_are_marked_in_order_and_each_mark_has_its_note(newsroom: SampleNewsroom) -> None:
    for story in newsroom.stories:
        marks = [run.note for text in texts_in(story) for run in runs_of(text) if run.note]
        assert marks == list(range(1, len(story.notes) + 1)) or story.key == "az-xalca", story.key
        assert set(marks) == set(range(1, len(story.notes) + 1)), story.key


def test_tables_are_rectangular(newsroom: SampleNewsroom) -> None:
    for story in newsroom.stories:
        for block in msgspec.to_builtins(story.body):
            if block["type"] == "table":
                assert len({len(row) for row in block["rows"]}) == 1, story.key


def test_what_an_editor_will_want_to_see_is_in_the_sample(newsroom: SampleNewsroom) -> None:
    stories = newsroom.stories
    assert any(story.corrections for story in stories)
    assert any(story.withdrawal for story in stories)
    assert any(not story.standfirst for story in stories)
    assert any(len(story.headline) > 180 for story in stories)
    assert any(len(list(pictures_in(story))) > 12 for story in stories)
    announcements = [story for story in stories if story.valid_days]
    assert any(story.age_days > story.valid_days for story in announcements)
    assert any(story.age_days < story.valid_days for story in announcements)
    assert any(story.statement and story.statement.superseded_by for story in stories)
    assert max(story.age_days for story in stories) > 90


def test_a_correction_and_a_withdrawal_come_after_the_publication(newsroom: SampleNewsroom) -> None:
    for story in newsroom.stories:
        ages = [correction.age_days for correction in story.corrections]
        ages += [story.withdrawal.age_days] if story.withdrawal else []
        assert all(0 < age < story.age_days for age in ages), story.key


def test_slugs_are_names_that_every_file_system_takes(newsroom: SampleNewsroom) -> None:
    slugs = [story.slug for story in newsroom.stories if story.slug]
    slugs += [slug for section in newsroom.paper.sections for slug in section.slug.values()]
    slugs += [byline.slug for byline in newsroom.paper.bylines]
    slugs += [topic.slug for topic in newsroom.paper.topics]
    assert [slug for slug in slugs if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,42}", slug)] == []
    unreadable = [story.key for story in newsroom.stories if story.language in ARABIC_SCRIPT and not story.slug]
    assert unreadable == []


def test_every_text_is_composed_unicode_without_invisible_controls(newsroom: SampleNewsroom) -> None:
    for string in strings_of(newsroom):
        assert unicodedata.is_normalized("NFC", string), string
        assert not re.search("[\u0000-\u001f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad]", string), string
        assert "  " not in string, string


def test_arabic_script_uses_the_letters_and_digits_of_its_languages(newsroom: SampleNewsroom) -> None:
    for story in newsroom.stories:
        if story.language in ARABIC_SCRIPT:
            for words in readable(story):
                assert not FOREIGN_LETTERS.search(words), words
                assert not re.search("[A-Za-z0-9,;?%]", words), words
    for named in words_in(newsroom):
        assert not any(FOREIGN_LETTERS.search(named.get(language, "")) for language in ARABIC_SCRIPT), named


def test_a_joiner_stands_only_where_it_does_something(newsroom: SampleNewsroom) -> None:
    idle = re.compile("(?:^|[\\sادذرزژوآ])\u200c|\u200c(?:$|[\\s.،؛:!؟])|\u200c\u200c")
    assert [string for string in strings_of(newsroom) if idle.search(string)] == []


def test_latin_texts_hold_no_letter_that_only_looks_latin(newsroom: SampleNewsroom) -> None:
    assert [string for string in strings_of(newsroom) if CYRILLIC.search(string)] == []


def test_dashes_are_rare(newsroom: SampleNewsroom) -> None:
    assert sum(string.count("—") for string in strings_of(newsroom)) == 0


def test_nothing_can_be_written_to_called_or_visited(newsroom: SampleNewsroom) -> None:
    for string in strings_of(newsroom):
        assert not E_MAIL.search(string), string
        assert not PHONE.search(string), string
        assert all(host.endswith(".example") or host == "example.org" for host in HOST.findall(string)), string


def test_every_story_says_what_its_pictures_show(newsroom: SampleNewsroom) -> None:
    described = {picture.key for picture in newsroom.paper.pictures}
    assert described == set(PICTURES)
    for story in newsroom.stories:
        for picture in pictures_in(story):
            assert picture.key in described, story.key
            assert picture.alt, story.key
            assert picture.credit, story.key


@pytest.mark.parametrize("key", PICTURES)
def test_a_picture_is_the_same_every_time_and_carries_no_metadata(key: str) -> None:
    first = draw(key)
    assert first.size == (WIDTH, HEIGHT)
    assert first.mode == "RGB"
    assert first.info == {}
    assert first.tobytes() == draw(key).tobytes()
    assert len(first.getcolors(maxcolors=WIDTH * HEIGHT) or ()) > 8


def test_marks_become_runs() -> None:
    runs = runs_of("a **b** *c* [d](story:az-e) {fa:متن}[^2].")
    assert words_of(runs) == "a b c d متن."
    assert [run.text for run in runs if run.bold] == ["b"]
    assert [run.text for run in runs if run.italic] == ["c"]
    assert [run.link for run in runs if run.link] == ["story:az-e"]
    assert [run.language for run in runs if run.language] == ["fa"]
    assert [run.note for run in runs if run.note] == [2]


@pytest.mark.parametrize("marked", ["**a", "a*", "[a]", "[a](ftp://b)", "{fr:a}", "[^x]"])
def test_a_mark_that_does_not_close_is_refused(marked: str) -> None:
    with pytest.raises(MarkupError, match="does not close"):
        runs_of(marked)
