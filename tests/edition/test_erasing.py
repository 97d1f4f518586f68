"""The deed `erase`: what was stored is gone with its salt, and the record goes on to verify."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from araz.edition.blocks import Embed, Figure, Gallery, Paragraph, Picture
from araz.edition.checking import check
from araz.edition.comments import Comment
from araz.edition.erasure import Erasure, mark_of, stone_for
from araz.edition.paper import Byline
from araz.edition.rows import RowRefused
from araz.edition.store import Edition
from araz.edition.story import Story, Tombstone, Withdrawal
from araz.edition.taking_out import taking_out_picture, without_word, words_in
from araz.edition.text import Run
from araz.edition.upgrades import encode, store_story
from araz.language.wanted import Wanted
from tests.edition.conftest import MASTHEAD, a_story
from tests.newsroom.outbox import HandOutbox

NAME = "Gülnarə"
WANTED = Wanted(NAME)
STORY = a_story(
    slug="gulnare-evde",
    headline=f"{NAME} evdə",
    body=(Paragraph(text=(Run(text="Dedi Gül"), Run(text="narənin", bold=True), Run(text=" qonşusu."))),),
    old_addresses=("/2019/05/gulnare", "/?p=7"),
)


@dataclass
class Desk:
    outbox: HandOutbox
    edition: Edition
    file: Path

    def hand_over(self) -> None:
        self.edition.append(self.outbox.rows)

    def erase(self, subject: str, erasure: Erasure) -> None:
        self.outbox._add("erase", subject, "az", encode(erasure))
        self.hand_over()

    def broken(self) -> tuple[str, ...]:
        return check(self.file).broken

    def bytes(self) -> bytes:
        assert self.edition.scrub()
        return b"".join(file.read_bytes() for file in self.file.parent.glob("edition.db*"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    outbox = HandOutbox()
    outbox.arrange(MASTHEAD)
    outbox.publish(STORY)
    outbox.comment(Comment(id="ccccccc2", story=STORY.id, name="Oxucu", text="Birinci.", day=date(2026, 11, 24)))
    outbox.comment(Comment(id="ccccccc3", story=STORY.id, name=NAME, text="İkinci.", day=date(2026, 11, 24)))
    outbox.comment(Comment(id="ccccccc4", story=STORY.id, name="Oxucu", text="Üçüncü.", day=date(2026, 11, 24)))
    file = tmp_path / "edition.db"
    made = Desk(outbox, Edition.open(file, may_make=True), file)
    made.hand_over()
    return made


def _word_erasure(story: Story) -> Erasure:
    left = without_word(story, WANTED)
    assert isinstance(left, Story)
    return Erasure(
        what="story",
        stored=msgspec.Raw(store_story(left)),
        moves=True,
        removed=(mark_of("az/2026/11/gulnare-evde.html"),),
    )


def test_a_word_leaves_the_story_its_address_and_every_byte_of_the_file(desk: Desk):
    desk.erase(STORY.id, _word_erasure(STORY))
    comment = Comment(id="ccccccc3", story=STORY.id, name="[…]", text="İkinci.", day=date(2026, 11, 24))
    desk.erase("ccccccc3", Erasure(what="comment", stored=msgspec.Raw(encode(comment))))

    assert desk.broken() == ()
    with desk.edition.reader() as edition:
        story = edition.story(STORY.id)
        assert isinstance(story, Story)
        assert (story.headline, story.slug) == ("[…] evdə", STORY.id)
        assert edition.path(STORY.id).endswith(f"/{STORY.id}.html")
        assert [run.text for run in story.body[0].text] == ["Dedi […] qonşusu."]  # type: ignore[union-attr]
        assert story.old_addresses == ("/?p=7",)
        assert list(edition.removed()) == [mark_of("az/2026/11/gulnare-evde.html")]
    left = desk.bytes().decode("utf-8", "replace").casefold()
    assert "gülnarə" not in left
    assert "gulnare" not in left


def test_comments_keep_their_order_when_one_of_them_is_changed(desk: Desk):
    comment = Comment(id="ccccccc2", story=STORY.id, name="[…]", text="Birinci.", day=date(2026, 11, 24))
    desk.erase("ccccccc2", Erasure(what="comment", stored=msgspec.Raw(encode(comment))))
    with desk.edition.reader() as edition:
        assert [comment.text for comment in edition.comments(STORY.id)] == ["Birinci.", "İkinci.", "Üçüncü."]
    assert desk.broken() == ()


def test_of_a_story_that_is_erased_a_stone_without_words_is_left(desk: Desk):
    stone = stone_for(STORY, Withdrawal(at=datetime(2026, 11, 25, tzinfo=UTC)))
    desk.erase(STORY.id, Erasure(what="stone", stored=msgspec.Raw(encode(stone)), moves=True, forgets=True))
    with desk.edition.reader() as edition:
        left = edition.story(STORY.id)
        assert isinstance(left, Tombstone)
        assert left.headline == ""
        assert edition.teaser(STORY.id) is None
        assert edition.comments(STORY.id) == ()
        assert edition.size("az") == 0  # type: ignore[arg-type]
    assert desk.broken() == ()
    left_bytes = desk.bytes()
    assert b"evd" not in left_bytes
    assert b"/?p=7" not in left_bytes
    assert "Üçüncü".encode() not in left_bytes


def test_a_byline_is_named_by_its_id_when_its_name_is_erased(desk: Desk):
    byline = Byline(id="bbbbbbb2", slug="gulnare", kind="pen", name={"az": NAME})
    desk.outbox.arrange(byline)
    desk.hand_over()
    left = without_word(byline, WANTED)
    desk.erase("byline/bbbbbbb2", Erasure(what="part", stored=msgspec.Raw(encode(left))))
    with desk.edition.reader() as edition:
        found = edition.byline("bbbbbbb2")
        assert found
        assert (found.slug, found.name) == ("bbbbbbb2", {"az": "[…]"})
        assert list(edition.record())[-1].split(" ")[2:4] == ["erase", "paper"]
    assert desk.broken() == ()


def test_a_quick_look_reads_words_across_runs_and_links_too():
    assert WANTED.is_in(words_in(msgspec.structs.replace(STORY, headline="", slug="a", old_addresses=())))
    assert not WANTED.is_in(words_in(a_story()))


def test_a_picture_leaves_the_blocks_that_show_it():
    gone, kept = (Picture(hash=letter * 32, width=900, height=600) for letter in "ab")
    embed = Embed(address="https://video.example/1", title="Film", picture=gone)
    story = a_story(
        picture=gone, body=(Figure(picture=gone), Gallery(pictures=(gone, kept)), Gallery(pictures=(gone,)), embed)
    )
    left = taking_out_picture(gone.hash)(story)
    assert isinstance(left, Story)
    assert left.picture is None
    assert left.body == (Gallery(pictures=(kept,)), msgspec.structs.replace(embed, picture=None))


def test_a_row_that_does_not_say_what_is_left_is_refused(desk: Desk):
    desk.outbox._add("erase", STORY.id, "az", b"{}")
    with pytest.raises(RowRefused, match="does not say what is left"):
        desk.hand_over()


def test_an_edition_of_the_form_before_can_erase(desk: Desk):
    connection = desk.edition._connection
    connection.executescript("drop table removed; drop table comment_place; pragma user_version = 2;")
    desk.edition.close()
    desk.edition = Edition.open(desk.file)
    desk.erase(STORY.id, _word_erasure(STORY))
    assert desk.broken() == ()
