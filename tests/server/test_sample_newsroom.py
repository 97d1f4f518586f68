"""What `araz new --sample` has brought through the desk into the edition and onto the disk."""

import sqlite3
import stat
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from araz.edition import blocks
from araz.edition.checking import check
from araz.edition.store import Edition
from araz.edition.story import Story
from araz.edition.text import Text, words_of
from araz.server.sample import content
from araz.server.sample.markup import runs_of
from tests.server.processes import Machine


@pytest.fixture(scope="module")
def wanted() -> dict[str, content.Story]:
    """The stories that readers should find, by key."""
    return {story.key: story for story in content.load().stories if story.state == "public" and not story.withdrawal}


@pytest.fixture(scope="module")
def public(sample: Path, wanted: dict[str, content.Story]) -> dict[str, Story]:
    """The stories that readers find, by the sample's keys."""
    keys = {(story.language, story.headline): key for key, story in wanted.items()}
    edition = Edition.open(sample / "sites/main/edition.db")
    with edition.reader() as reader:
        stories = [story for id_ in reader.stories() if isinstance(story := reader.story(id_), Story)]
    edition.close()
    return {keys.get((story.language, story.headline), story.headline): story for story in stories}


def shape(text: Text, ids: dict[str, str]) -> list[tuple[object, ...]]:
    """A text without the difference between a key of the sample and the id that it became."""
    return [(run.text, run.bold, run.italic, run.language, run.note, ids.get(run.link, run.link)) for run in text]


def test_readers_find_every_public_story_and_no_other(public: dict[str, Story], wanted: dict[str, content.Story]):
    assert set(public) == set(wanted)


def test_no_word_and_no_mark_was_lost_on_the_way(public: dict[str, Story], wanted: dict[str, content.Story]):
    ids = {f"story:{key}": f"story:{story.id}" for key, story in public.items()}
    for key, story in public.items():
        sent = [runs_of(text) for block in wanted[key].body for text in texts_with_marks(block)]
        came = [text for block in story.body for text in texts_with_marks_of(block)]
        assert [shape(text, ids) for text in came] == [shape(text, ids) for text in sent if text]
        assert [shape(note, ids) for note in story.notes] == [shape(runs_of(n), ids) for n in wanted[key].notes]


def texts_with_marks(block: content.Block) -> list[str]:
    match block:
        case content.Heading() | content.Paragraph():
            return [block.text]
        case content.ItemList():
            return list(block.items)
        case content.Quote():
            return [*block.paragraphs, block.source, *block.original]
        case content.Table():
            return [block.caption, block.source]
        case content.Figure():
            return [block.picture.caption]
        case content.Gallery():
            return [picture.caption for picture in block.pictures]
        case content.Embed():
            return []


def texts_with_marks_of(block: blocks.Block) -> list[Text]:
    match block:
        case blocks.Heading() | blocks.Paragraph():
            found = [block.text]
        case blocks.ItemList():
            found = list(block.items)
        case blocks.Quote():
            found = [*block.paragraphs, block.source, *block.original]
        case blocks.Table():
            found = [block.caption, block.source]
        case blocks.Figure():
            found = [block.picture.caption]
        case blocks.Gallery():
            found = [picture.caption for picture in block.pictures]
        case _:
            found = []
    return [text for text in found if text]


def test_tables_keep_their_cells(public: dict[str, Story], wanted: dict[str, content.Story]):
    for key, story in public.items():
        sent = [block for block in wanted[key].body if isinstance(block, content.Table)]
        came = [block for block in story.body if isinstance(block, blocks.Table)]
        assert [[words_of(cell) for row in table.rows for cell in row] for table in came] == [
            [words_of(runs_of(cell)) for row in table.rows for cell in row] for table in sent
        ]


def moments_of_making(public: dict[str, Story], wanted: dict[str, content.Story]) -> list[datetime]:
    """When the sample was made, by the age of each of its stories: some while ago, and maybe yesterday."""
    return sorted(story.published_at + timedelta(days=wanted[key].age_days) for key, story in public.items())


def test_stories_are_as_old_as_the_sample_says(public: dict[str, Story], wanted: dict[str, content.Story]):
    made = moments_of_making(public, wanted)
    assert made[-1] - made[0] < timedelta(minutes=30)
    assert -timedelta(minutes=10) < datetime.now(UTC) - made[-1] < timedelta(hours=6), "when these tests began"


def test_the_desk_dates_stories_as_readers_see_them(sample: Path):
    with sqlite3.connect(f"file:{sample / 'desk.db'}?mode=ro", uri=True) as desk:
        dates = desk.execute(
            "select published_at, first_published_at from desk_publicstory join wagtailcore_page on page_id = id"
        ).fetchall()
    assert dates
    assert all(readers == at_the_desk for readers, at_the_desk in dates)


def test_a_translation_knows_its_source_and_is_only_late_if_that_was_corrected_since(
    sample: Path, public: dict[str, Story], wanted: dict[str, content.Story]
):
    edition = Edition.open(sample / "sites/main/edition.db")
    with edition.reader() as reader:
        for key, story in public.items():
            source = wanted[key].translation_of
            if not source:
                assert story.translation is None
                continue
            assert story.translation is not None
            assert story.translation.of == public[source].id
            is_late = reader.story_number(story.translation.of) > story.translation.number
            was_corrected = any(told.age_days < wanted[key].age_days for told in wanted[source].corrections)
            has_run_out = public[source].expired  # a line of the record too, of which readers are not told
            assert is_late == (was_corrected or has_run_out), key
    edition.close()


def test_what_belongs_to_a_story_came_along(public: dict[str, Story], wanted: dict[str, content.Story]):
    for key, story in public.items():
        sent = wanted[key]
        assert (story.kind, story.language) == (sent.kind, sent.language)
        assert len(story.corrections) == len(sent.corrections)
        assert len(story.bylines) == len(sent.bylines)
        assert len(story.topics) == len(sent.topics)
        assert list(story.related) == [public[other].id for other in sent.related]
        assert bool(story.picture) == bool(sent.picture)
        assert bool(story.statement) == bool(sent.statement)
        assert bool(story.valid_until) == bool(sent.valid_days)


def test_an_announcement_whose_last_day_is_over_is_marked(public: dict[str, Story], wanted: dict[str, content.Story]):
    made_on = moments_of_making(public, wanted)[0].date()
    run_out = [story for story in public.values() if story.valid_until and story.valid_until < made_on]
    assert run_out
    assert all(story.expired for story in run_out)


def test_the_record_is_whole_and_everything_is_printed(sample: Path, machine: Machine):
    checked = check(sample / "sites/main/edition.db")
    assert checked.broken == ()
    said = machine.call("status", sample)
    assert (said.returncode, said.stderr) == (0, "")
    assert "Nothing is late." in said.stdout
    for language in content.LANGUAGES:
        assert (sample / "sites/main/public" / language / "index.html").is_file()


def test_the_paper_says_on_every_page_that_it_is_a_sample(sample: Path):
    notice = content.load().paper.notice
    for language in content.LANGUAGES:
        for page in (sample / "sites/main/public" / language).rglob("*.html"):
            assert notice[language] in page.read_text(encoding="utf-8"), page


def test_a_draft_and_a_scheduled_story_are_at_the_desk_only(sample: Path):
    hidden = [story for story in content.load().stories if story.state != "public"]
    assert {story.state for story in hidden} == {"draft", "scheduled"}
    pages = "".join(page.read_text(encoding="utf-8") for page in (sample / "sites/main/public").rglob("*.html"))
    with sqlite3.connect(f"file:{sample / 'desk.db'}?mode=ro", uri=True) as desk:
        titles = {title for (title,) in desk.execute("select title from wagtailcore_page where not live")}
    for story in hidden:
        assert story.headline in titles
        assert story.headline not in pages


def test_there_is_one_account_for_each_role_and_none_has_a_password(sample: Path):
    with sqlite3.connect(f"file:{sample / 'desk.db'}?mode=ro", uri=True) as desk:
        accounts = desk.execute(
            "select name, username, password, email from auth_user"
            " join auth_user_groups on auth_user.id = user_id join auth_group on group_id = auth_group.id"
        ).fetchall()
    assert Counter(role for role, *_ in accounts) == dict.fromkeys(
        ("writer", "editor", "publisher", "administrator"), 1
    )
    assert all(password.startswith("!") and email == "" for _, _, password, email in accounts)
    assert all(name.startswith("desk-") for _, name, *_ in accounts)


def test_the_folder_is_its_owners_alone(sample: Path):
    for place in (sample, *sample.rglob("*")):
        if "public" not in place.relative_to(sample).parts:
            assert stat.S_IMODE(place.stat().st_mode) & 0o077 == 0, place
