import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from araz.edition.file import NoEdition
from araz.edition.names import GroupId, ListKey, Month, StoryId
from araz.edition.paper import Byline, Front, Section
from araz.edition.record import commitment, read_line, verify
from araz.edition.rows import RowRefused
from araz.edition.store import Edition
from araz.edition.story import Correction, Story, Tombstone
from araz.edition.text import Address, Run, plain
from tests.edition.conftest import MASTHEAD, a_story
from tests.newsroom.outbox import HandOutbox


def test_each_row_makes_one_line_and_the_newest_line_is_the_edition(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story())
    outbox.correct(a_story(headline="Kitabxananın işığı sönmür"))
    assert edition.append(outbox.rows) == 3
    with edition.reader() as reader:
        last = verify(reader.record())
    assert last is not None
    assert (last.number, last.deed, last.id, last.language) == (3, "correct", "k3v9q2aa", "az")


def test_handing_rows_over_again_changes_nothing(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story())
    assert edition.append(outbox.rows) == edition.append(outbox.rows) == 2
    assert edition.last_outbox() == 2


def test_the_same_rows_give_the_same_record_in_another_edition(tmp_path: Path, outbox: HandOutbox):
    outbox.publish(a_story())
    outbox.withdraw(a_story(), "Səhv idi.")
    records = []
    for name in ("one.db", "two.db"):
        edition = Edition.open(tmp_path / name, may_make=True)
        edition.append(outbox.rows)
        with edition.reader() as reader:
            records.append(list(reader.record()))
        edition.close()
    assert records[0] == records[1]


def test_a_batch_with_a_row_that_no_edition_can_hold_leaves_nothing_behind(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story())
    outbox.withdraw(a_story(id=StoryId("neverwas")))
    with pytest.raises(RowRefused, match="never published"):
        edition.append(outbox.rows)
    assert edition.last_outbox() == 0
    with edition.reader() as reader:
        assert reader.number() == 0


def test_a_line_commits_to_the_stored_bytes_and_their_salt(edition: Edition, outbox: HandOutbox):
    row = outbox.publish(a_story())
    edition.append(outbox.rows)
    with edition.reader() as reader:
        line = read_line(list(reader.record())[-1])
    assert line.commitment == commitment(row.salt, row.payload)


def test_a_storys_address_is_its_language_month_and_slug(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story())
    edition.append(outbox.rows)
    with edition.reader() as reader:
        assert reader.path(StoryId("k3v9q2aa")) == "az/2026/11/gece-zali.html"


def test_the_papers_time_zone_decides_the_month(edition: Edition):
    outbox = HandOutbox()
    outbox.arrange(msgspec.structs.replace(MASTHEAD, time_zone="Asia/Tehran"))
    outbox.publish(a_story(published_at=datetime(2026, 11, 30, 21, 0, tzinfo=UTC)))
    edition.append(outbox.rows)
    with edition.reader() as reader:
        assert reader.path(StoryId("k3v9q2aa")).startswith("az/2026/12/")


def test_the_time_zone_cannot_change_after_the_first_story(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story())
    outbox.arrange(msgspec.structs.replace(MASTHEAD, time_zone="Asia/Tehran"))
    with pytest.raises(RowRefused, match="time zone"):
        edition.append(outbox.rows)


def test_an_address_does_not_change_with_slug_section_or_republication(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story())
    outbox.correct(a_story(slug="other", section="s3333333", published_at=datetime(2026, 12, 1, tzinfo=UTC)))
    outbox.withdraw(a_story())
    outbox.publish(a_story(slug="third"))
    edition.append(outbox.rows)
    with edition.reader() as reader:
        assert reader.path(StoryId("k3v9q2aa")) == "az/2026/11/gece-zali.html"


def test_a_second_story_with_the_same_slug_gets_an_address_of_its_own(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story())
    outbox.publish(a_story(id=StoryId("zzzzzzzz")))
    edition.append(outbox.rows)
    with edition.reader() as reader:
        paths = {reader.path(StoryId("k3v9q2aa")), reader.path(StoryId("zzzzzzzz"))}
    assert len(paths) == 2


def test_lists_show_the_newest_first_and_the_later_line_first_among_equals(edition: Edition, outbox: HandOutbox):
    noon = datetime(2026, 11, 24, 12, tzinfo=UTC)
    for name, at in (("aaaaaaaa", noon), ("bbbbbbbb", noon + timedelta(hours=1)), ("cccccccc", noon)):
        outbox.publish(a_story(id=StoryId(name), slug=name, published_at=at))
    edition.append(outbox.rows)
    with edition.reader() as reader:
        assert [teaser.id for teaser in reader.newest(ListKey("az"), 9)] == ["bbbbbbbb", "cccccccc", "aaaaaaaa"]
        assert list(reader.stories()) == ["bbbbbbbb", "cccccccc", "aaaaaaaa"]


def test_a_moved_story_leaves_its_old_section_and_both_are_named_as_touched(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story(topics=("t1",)))
    outbox.correct(a_story(section="s3333333", topics=("t2",)))
    edition.append(outbox.rows)
    with edition.reader() as reader:
        assert reader.newest(ListKey("az/s/s2222222"), 9) == ()
        assert len(reader.newest(ListKey("az/s/s3333333"), 9)) == 1
        (change,) = reader.changes_since(2)
        assert {"az", "az/s/s2222222", "az/s/s3333333", "az/t/t1", "az/t/t2"} == set(change.lists)
        assert reader.months(ListKey("az/s/s2222222")) == ()


def test_a_withdrawn_story_leaves_every_list_and_a_tombstone_with_the_note(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story())
    outbox.withdraw(a_story(), "Mətn səhv idi.")
    edition.append(outbox.rows)
    with edition.reader() as reader:
        stone = reader.story(StoryId("k3v9q2aa"))
        assert isinstance(stone, Tombstone)
        assert stone.withdrawal.note == plain("Mətn səhv idi.")
        assert reader.teaser(StoryId("k3v9q2aa")) is None
        assert reader.newest(ListKey("az"), 9) == ()
        assert list(reader.stories()) == ["k3v9q2aa"]


def test_the_text_of_a_withdrawn_story_is_nowhere_in_the_file(tmp_path: Path, edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story(standfirst="A sentence that was taken back"))
    outbox.withdraw(a_story())
    edition.append(outbox.rows)
    edition.close()
    sqlite3.connect(tmp_path / "edition.db").execute("pragma wal_checkpoint(truncate)")
    assert b"taken back" not in (tmp_path / "edition.db").read_bytes()


def test_a_story_that_comes_back_is_listed_again(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story())
    outbox.withdraw(a_story())
    outbox.publish(a_story())
    edition.append(outbox.rows)
    with edition.reader() as reader:
        assert isinstance(reader.story(StoryId("k3v9q2aa")), Story)
        assert [count.stories for count in reader.months(ListKey("az"))] == [1]


def test_an_evergreen_page_is_in_its_section_but_no_news(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story(kind="page"))
    edition.append(outbox.rows)
    with edition.reader() as reader:
        assert reader.newest(ListKey("az"), 9) == ()
        assert len(reader.newest(ListKey("az/s/s2222222"), 9)) == 1


def test_only_what_other_pages_show_counts_as_a_changed_teaser(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story(picture=None, body=()))
    outbox.correct(a_story(body=(), notes=(plain("Bir qeyd."),)))
    outbox.correct(a_story(body=(), headline="Başqa başlıq"))
    edition.append(outbox.rows)
    with edition.reader() as reader:
        assert [change.teaser for change in reader.changes_since(1)] == [True, False, True]


def test_stories_know_who_names_them(edition: Edition, outbox: HandOutbox):
    other = a_story(id=StoryId("aaaaaaaa"), slug="a", related=(StoryId("k3v9q2aa"),))
    linking = a_story(id=StoryId("bbbbbbbb"), slug="b", notes=((Run(text="bax", link=Address("story:k3v9q2aa")),),))
    for story in (other, linking):
        outbox.publish(story)
    edition.append(outbox.rows)
    with edition.reader() as reader:
        assert reader.named_by(StoryId("k3v9q2aa")) == ("aaaaaaaa", "bbbbbbbb")


def test_translations_find_each_other_by_their_group(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story())
    outbox.publish(a_story(id=StoryId("aaaaaaaa"), language="azb", slug="a"))
    outbox.publish(a_story(id=StoryId("bbbbbbbb"), language="azb", slug="b", group=GroupId("other")))
    edition.append(outbox.rows)
    with edition.reader() as reader:
        assert [teaser.id for teaser in reader.siblings(StoryId("k3v9q2aa"))] == ["aaaaaaaa"]


def test_each_list_carries_the_number_and_day_of_its_own_newest_change(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story())
    outbox.day = date(2026, 11, 25)
    outbox.publish(a_story(id=StoryId("aaaaaaaa"), language="azb", slug="a"))
    edition.append(outbox.rows)
    with edition.reader() as reader:
        assert (reader.stamp(ListKey("az")).number, reader.stamp(ListKey("az")).day) == (2, "2026-11-24")
        assert (reader.stamp(ListKey("azb")).number, reader.stamp(ListKey("azb")).day) == (3, "2026-11-25")
        assert reader.stamp(ListKey("fa")).number == 0


def test_months_come_and_go_with_their_stories(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story())
    old = a_story(id=StoryId("aaaaaaaa"), slug="a", published_at=datetime(2020, 5, 1, tzinfo=UTC))
    outbox.publish(old)
    outbox.publish(a_story(id=StoryId("bbbbbbbb"), slug="b"))
    outbox.withdraw(old)
    edition.append(outbox.rows)
    with edition.reader() as reader:
        assert [(count.month, count.stories) for count in reader.months(ListKey("az"))] == [("2026-11", 2)]
        assert [change.new_month for change in reader.changes_since(1)] == [True, True, False, True]
        assert len(reader.month(ListKey("az"), Month("2026-11"))) == 2


def test_a_part_that_stands_on_every_page_resets_the_paper_and_others_do_not(edition: Edition, outbox: HandOutbox):
    section = Section(id="s2222222", language="az", slug="tebiet", name="Təbiət")
    byline = Byline(id="b1", slug="sevda", kind="pen", name={"az": "Sevda"})
    outbox.arrange(section)
    outbox.arrange(byline)
    outbox.arrange(msgspec.structs.replace(byline, about={"az": "Yazar."}))
    outbox.arrange(msgspec.structs.replace(byline, name={"az": "Sevda Aranlı"}))
    outbox.arrange(Front(language="az"))
    outbox.take_out(section)
    edition.append(outbox.rows)
    with edition.reader() as reader:
        assert [change.everywhere for change in reader.changes_since(1)] == [True, False, False, True, False, True]


def test_a_corrected_story_says_so_in_its_teaser(edition: Edition, outbox: HandOutbox):
    note = Correction(at=datetime(2026, 11, 24, 14, 10, tzinfo=UTC), note=plain("Yeddi, altı yox."))
    outbox.publish(a_story(corrections=(note,)))
    edition.append(outbox.rows)
    with edition.reader() as reader:
        teaser = reader.teaser(StoryId("k3v9q2aa"))
    assert teaser is not None
    assert teaser.corrected


def test_a_reader_keeps_its_moment_while_the_edition_goes_on(edition: Edition, outbox: HandOutbox):
    outbox.publish(a_story())
    edition.append(outbox.rows)
    with edition.reader() as reader:
        outbox.withdraw(a_story())
        edition.append(outbox.rows)
        assert reader.number() == 2
        assert len(reader.newest(ListKey("az"), 9)) == 1


def test_where_no_edition_is_a_sentence_says_what_to_do(tmp_path: Path):
    with pytest.raises(NoEdition, match="araz new"):
        Edition.open(tmp_path / "edition.db")


def test_an_edition_of_a_newer_araz_is_not_touched(tmp_path: Path):
    Edition.open(tmp_path / "edition.db", may_make=True).close()
    sqlite3.connect(tmp_path / "edition.db").execute("pragma user_version = 99")
    with pytest.raises(NoEdition, match="newer Araz"):
        Edition.open(tmp_path / "edition.db")


def test_an_edition_that_was_taken_away_is_not_read_any_longer(edition: Edition, outbox: HandOutbox, tmp_path: Path):
    edition.append(outbox.rows)
    with edition.reader() as reader:
        assert reader.number() == 1
    (tmp_path / "edition.db").unlink()
    with pytest.raises(NoEdition), edition.reader():
        pass


def test_readers_after_one_another_and_beside_one_another_see_their_own_moment(edition: Edition, outbox: HandOutbox):
    edition.append(outbox.rows)
    with edition.reader() as first:
        outbox.publish(a_story())
        edition.append(outbox.rows)
        with edition.reader() as second:
            assert (first.number(), second.number()) == (1, 2)
        assert first.number() == 1
    with edition.reader() as third:
        assert third.number() == 2
    with pytest.raises(ZeroDivisionError), edition.reader():
        raise ZeroDivisionError
    with edition.reader() as last:
        assert last.number() == 2
