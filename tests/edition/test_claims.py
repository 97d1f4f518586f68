"""Who has an old address: the oldest claim, whatever happened since."""

import sqlite3
from pathlib import Path

import pytest

from araz.edition.names import StoryId
from araz.edition.old_addresses import DRAWERS, drawer_of
from araz.edition.paper import Moved, OldAddresses, Section, Topic
from araz.edition.record import verify
from araz.edition.store import Edition
from tests.edition.conftest import a_story
from tests.newsroom.outbox import HandOutbox

OLD = ("/2019/05/gece", "/?p=7", "/2019/05/%DA%AF%D8%A6%D8%AC%D9%87/")
OTHER = StoryId("bbbbbbbb")


def claimed(edition: Edition) -> dict[str, str]:
    """Every old address with who has it."""
    with edition.reader() as reader:
        return {path: claimant for drawer in DRAWERS for path, claimant, _ in reader.old_addresses(drawer)}


def drawers_of_last(edition: Edition) -> tuple[str, ...]:
    with edition.reader() as reader:
        return reader.changes_since(reader.number() - 1)[0].drawers


def test_a_story_has_its_old_addresses_under_the_names_by_which_readers_come(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story(old_addresses=OLD), "import")
    edition.append(outbox.rows)
    assert claimed(edition) == dict.fromkeys(("/2019/05/gece", "/?p=7", "/2019/05/گئجه"), "story/k3v9q2aa")
    with edition.reader() as reader:
        _, _, target = next(reader.old_addresses(drawer_of("/?p=7")))
    assert target == "az/2026/11/gece-zali.html"


def test_a_withdrawn_story_keeps_them_for_its_tombstone(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story(old_addresses=OLD))
    outbox.withdraw(a_story())
    edition.append(outbox.rows)
    assert len(claimed(edition)) == 3
    assert drawers_of_last(edition) == ()


def test_of_two_claims_the_older_one_counts_until_it_is_given_up(edition: Edition, outbox: HandOutbox):
    mine = a_story(old_addresses=("/x", "/y"))
    outbox.publish(mine)
    outbox.publish(a_story(id=OTHER, slug="other", old_addresses=("/x",)))
    outbox.correct(a_story(old_addresses=("/x", "/y"), headline="Corrected"))
    edition.append(outbox.rows)
    assert claimed(edition) == {"/x": "story/k3v9q2aa", "/y": "story/k3v9q2aa"}
    edition.append([outbox.correct(a_story(old_addresses=("/y",)))])
    assert claimed(edition) == {"/x": f"story/{OTHER}", "/y": "story/k3v9q2aa"}
    assert drawers_of_last(edition) == (drawer_of("/x"),)


def test_a_correction_of_the_text_touches_no_drawer(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story(old_addresses=OLD))
    outbox.correct(a_story(old_addresses=OLD, headline="Corrected"))
    edition.append(outbox.rows)
    assert drawers_of_last(edition) == ()


def test_sections_topics_and_the_rest_of_the_paper_have_old_addresses(edition: Edition, outbox: HandOutbox):
    outbox.arrange(Section(id="s2222222", language="az", slug="tebiet", name="Təbiət", old_addresses=("/category/su",)))
    outbox.arrange(Topic(id="t2222222", slug="su", name={"az": "Su"}, old_addresses=("/tag/su", "/tag/su/feed/")))
    outbox.arrange(OldAddresses(entries=(Moved(path="/feed/", target="az/feed.xml"), Moved(path="/feed", target="x"))))
    edition.append(outbox.rows)
    topic = "topic/t2222222"
    assert claimed(edition) == {
        "/category/su": "section/s2222222",
        "/tag/su": topic,
        "/tag/su/feed": topic,
        "/feed": "old-addresses",
    }
    with edition.reader() as reader:
        _, _, target = next(reader.old_addresses(drawer_of("/feed")))
    assert target == "az/feed.xml"


def test_a_part_that_is_taken_out_gives_its_old_addresses_up(edition: Edition, outbox: HandOutbox):
    topic = Topic(id="t2222222", slug="su", name={"az": "Su"}, old_addresses=("/tag/su",))
    outbox.arrange(topic)
    outbox.take_out(topic)
    edition.append(outbox.rows)
    assert claimed(edition) == {}
    assert drawers_of_last(edition) == (drawer_of("/tag/su"),)


def test_another_name_of_a_topics_page_touches_the_drawers_that_lead_to_it(edition: Edition, outbox: HandOutbox):
    outbox.arrange(Topic(id="t2222222", slug="su", name={"az": "Su"}, old_addresses=("/tag/su",)))
    outbox.arrange(Topic(id="t2222222", slug="sular", name={"az": "Su"}, old_addresses=("/tag/su",)))
    edition.append(outbox.rows)
    assert drawers_of_last(edition) == (drawer_of("/tag/su"),)


def test_a_topics_first_and_last_story_touch_its_drawers_and_those_between_do_not(edition: Edition, outbox: HandOutbox):
    outbox.arrange(Topic(id="t2222222", slug="su", name={"az": "Su"}, old_addresses=("/tag/su",)))
    edition.append(outbox.rows)
    touched = []
    for row in (
        outbox.publish(a_story(topics=("t2222222",))),
        outbox.publish(a_story(id=OTHER, slug="other", topics=("t2222222",))),
        outbox.withdraw(a_story()),
        outbox.withdraw(a_story(id=OTHER)),
    ):
        edition.append([row])
        touched.append(drawers_of_last(edition))
    assert touched == [(drawer_of("/tag/su"),), (), (), (drawer_of("/tag/su"),)]


def test_only_more_old_addresses_are_no_reason_to_print_the_whole_paper(edition: Edition, outbox: HandOutbox):
    section = Section(id="s2222222", language="az", slug="tebiet", name="Təbiət")
    outbox.arrange(section)
    outbox.arrange(Section(id="s2222222", language="az", slug="tebiet", name="Təbiət", old_addresses=("/category/su",)))
    edition.append(outbox.rows)
    with edition.reader() as reader:
        assert [change.everywhere for change in reader.changes_since(0)][-2:] == [True, False]


@pytest.mark.parametrize("target", ["../secret", "/az/index.html", "javascript:alert(1)", "https://x.example/ y", ""])
def test_an_old_address_leads_into_the_tree_or_to_the_web_and_nowhere_else(
    target: str, outbox: HandOutbox, tmp_path: Path
):
    outbox.arrange(OldAddresses(entries=(Moved(path="/feed", target=target),)))
    edition = Edition.open(tmp_path / "one.db", may_make=True)
    with pytest.raises(ValueError, match="regex"):
        edition.append(outbox.rows)
    edition.close()


def test_an_edition_from_before_old_addresses_is_raised_and_its_record_stays(tmp_path: Path, outbox: HandOutbox):
    file = tmp_path / "before.db"
    edition = Edition.open(file, may_make=True)
    outbox.publish(a_story())
    edition.append(outbox.rows)
    edition.close()
    connection = sqlite3.connect(file)
    connection.executescript("drop table old_address; pragma user_version = 1;")  # as the first form was
    record = connection.execute("select line from record order by number").fetchall()
    connection.close()
    edition = Edition.open(file)
    edition.append([outbox.correct(a_story(old_addresses=OLD))])
    assert len(claimed(edition)) == 3
    with edition.reader() as reader:
        lines = list(reader.record())
    assert lines[:-1] == [line for (line,) in record]
    assert verify(lines)
    edition.close()
