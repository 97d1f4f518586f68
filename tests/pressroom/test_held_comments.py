"""A comment in which something is found is held alone: its story stays with readers, and so do its other comments."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from araz.contracts import Proofreader as Promised
from araz.edition.comments import Comment
from araz.edition.erasure import Erasure, stone_for
from araz.edition.names import StoryId
from araz.edition.rows import OutboxRow
from araz.edition.story import Withdrawal
from araz.edition.upgrades import encode
from araz.leaks.proofreader import Proofreader
from araz.leaks.secrets import Secrets
from tests.edition.conftest import MASTHEAD, a_story
from tests.pressroom.conftest import tree_of
from tests.pressroom.test_holds import CLEAN, SECTION, WORD, Site, a_proofreader, a_story_saying

STORY = a_story()
PAGE = "az/2026/11/gece-zali.html"
GOOD = Comment(id="c3333333", story=STORY.id, name="Aylin", text="Yaxşı yazıdır.", day=date(2026, 11, 1))
BAD = Comment(id="c4444444", story=STORY.id, name="Oxucu", text="Mən 10.99.17.82 idim.", day=date(2026, 11, 1))
WORSE = msgspec.structs.replace(BAD, id="c5555555", text=f"Mən {WORD} oldum.")


@pytest.fixture
def site(tmp_path: Path):
    site = Site.at(tmp_path / "site", a_proofreader())
    site.hand_over(site.outbox.arrange(MASTHEAD), site.outbox.arrange(SECTION))
    site.hand_over(site.outbox.publish(STORY), site.outbox.publish(CLEAN), site.outbox.comment(GOOD))
    yield site
    site.close()


@pytest.fixture
def website(site: Site) -> Site:
    site.rooms = site.rooms[:1]
    return site


def places(site: Site) -> set[str]:
    return {finding.place for finding in site.rooms[0].holds.findings().get(STORY.id, ())}


def test_a_comment_with_a_secret_leaves_the_story_and_its_other_comments_to_readers(site):
    before = site.tree
    site.hand_over(site.outbox.comment(BAD))
    assert site.held == [STORY.id]
    assert places(site) == {f"comment {BAD.id}"}
    assert site.tree == before
    assert PAGE in site.saying(GOOD.text)
    assert site.rooms[0].holds.held_themselves() == {}, "to be read at each printing"


def test_what_is_held_is_printed_when_it_is_let_out(site):
    site.hand_over(site.outbox.comment(BAD))
    site.with_proofreader(a_proofreader(*(one.digest for one in site.rooms[0].holds.findings()[STORY.id])))
    assert site.held == []
    assert PAGE in site.saying(BAD.text)
    site.with_proofreader(a_proofreader())
    assert site.held == [STORY.id]
    assert site.saying("10.99.17.82") == []
    assert PAGE in site.saying(GOOD.text)


def test_a_comment_that_is_removed_lets_its_story_go(website):
    website.hand_over(website.outbox.comment(BAD))
    website.hand_over(website.outbox.comment(msgspec.structs.replace(BAD, name="", text="", state="removed")))
    assert website.held == []
    assert website.rooms[0].holds.findings() == {}
    assert PAGE in website.saying(GOOD.text)


def test_a_comment_that_is_erased_in_part_is_printed_and_a_story_that_is_erased_takes_it_along(site):
    site.hand_over(site.outbox.comment(BAD))
    left = msgspec.structs.replace(BAD, text="Mən […] idim.")
    site.hand_over(erased(site, BAD.id, Erasure(what="comment", stored=msgspec.Raw(encode(left)))))
    assert site.held == []
    assert PAGE in site.saying("Mən […] idim.")
    site.hand_over(site.outbox.comment(WORSE))
    stone = stone_for(STORY, Withdrawal(at=STORY.published_at))
    site.hand_over(erased(site, STORY.id, Erasure(what="stone", stored=msgspec.Raw(encode(stone)), forgets=True)))
    assert site.held == []
    assert site.saying(STORY.headline) == [] == site.saying(WORD)


def erased(site: Site, subject: str, erasure: Erasure) -> OutboxRow:
    row = site.outbox.withdraw(STORY)
    return msgspec.structs.replace(row, deed="erase", subject=subject, payload=encode(erasure))


def test_of_two_comments_one_may_be_let_out(website):
    website.hand_over(website.outbox.comment(BAD), website.outbox.comment(WORSE))
    digests = {one.place: one.digest for one in website.rooms[0].holds.findings()[STORY.id]}
    website.with_proofreader(a_proofreader(digests[f"comment {BAD.id}"]))
    assert places(website) == {f"comment {WORSE.id}"}
    assert PAGE in website.saying(BAD.text)
    assert website.saying(WORD) == []


def test_a_story_with_a_held_comment_may_be_corrected_and_withdrawn(website):
    website.hand_over(website.outbox.comment(BAD))
    website.hand_over(website.outbox.correct(a_story(headline="Başqa başlıq")))
    assert {PAGE, "az/index.html"} <= set(website.saying("Başqa başlıq"))
    assert website.saying("10.99.17.82") == []
    website.hand_over(website.outbox.withdraw(STORY))
    assert website.held == []
    assert website.saying(GOOD.text) == []


def test_a_correction_with_a_secret_stays_held_when_the_comment_is_let_out_and_the_other_way_round(website):
    website.hand_over(website.outbox.comment(BAD))
    website.hand_over(website.outbox.correct(a_story_saying("Bunu desk-7f3k yazıb.", headline="Başqa başlıq")))
    assert places(website) == {"block 1", f"comment {BAD.id}"}
    assert {PAGE, "az/index.html"} <= set(website.saying(STORY.headline))
    website.hand_over(website.outbox.correct(a_story(headline="Yeni başlıq")))
    assert places(website) == {f"comment {BAD.id}"}
    assert PAGE in website.saying("Yeni başlıq")
    assert website.saying("Başqa başlıq") == [] == website.saying("10.99.17.82")


def test_a_comment_to_a_story_that_nobody_may_read_brings_nothing_of_it(website):
    website.hand_over(website.outbox.correct(a_story_saying(WORD)))
    website.hand_over(website.outbox.comment(BAD))
    assert website.saying("10.99.17.82") == [] == website.saying(WORD)
    assert places(website) == {"block 1", f"comment {BAD.id}"}


def test_a_word_that_is_new_on_the_list_takes_its_comment_alone_when_all_is_printed_anew(site):
    site.hand_over(
        site.outbox.comment(BAD), site.outbox.comment(msgspec.structs.replace(WORSE, text="Sonradov mənəm."))
    )
    site.close()
    again = Site.at(site.folder, a_proofreader(words=(WORD, "Sonradov")))
    again.press()
    assert again.held == [STORY.id]
    assert places(again) == {f"comment {BAD.id}", f"comment {WORSE.id}"}
    assert PAGE in again.saying(GOOD.text)
    assert again.saying("Sonradov") == [] == again.saying("10.99.17.82")
    again.close()


def test_while_nobody_has_opened_the_list_a_comment_held_for_a_word_stays_so(website):
    website.hand_over(website.outbox.comment(WORSE))
    unopened: Promised = Proofreader(Secrets(words_known=False), key=b"a key of a newsroom")
    website.with_proofreader(unopened)
    website.hand_over(website.outbox.correct(a_story(headline="Başqa başlıq")))
    website.rooms[0].reset_now()
    assert website.saying(WORD) == []
    assert {PAGE, "az/index.html"} <= set(website.saying("Başqa başlıq"))
    assert PAGE in website.saying(GOOD.text)


def test_a_site_printed_anew_is_the_same_while_a_comment_is_held(website):
    website.hand_over(website.outbox.comment(BAD))
    before = tree_of(website.folder / "public")
    website.rooms[0].reset_now()
    assert tree_of(website.folder / "public") == before
    assert website.held == [STORY.id]


def test_a_first_build_of_all_holds_the_comment_alone(tmp_path):
    site = Site.at(tmp_path / "site", a_proofreader())
    outbox = site.outbox
    rows: list[OutboxRow] = [outbox.arrange(MASTHEAD), outbox.arrange(SECTION), outbox.publish(STORY)]
    site.edition.append([*rows, outbox.comment(GOOD), outbox.comment(BAD)])
    site.press()
    assert site.held == [StoryId(STORY.id)]
    assert PAGE in site.saying(GOOD.text)
    assert site.saying("10.99.17.82") == []
    site.close()
