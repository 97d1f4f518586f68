"""What must not be printed is not printed: the story is held, and everything else appears."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random

import msgspec
import pytest
from PIL import Image

from araz.contracts import Proofreader as Promised
from araz.edition.blocks import Paragraph, Picture
from araz.edition.names import GroupId, StoryId
from araz.edition.paper import Byline, Section, Topic
from araz.edition.rows import OutboxRow
from araz.edition.store import Edition
from araz.edition.story import Story
from araz.edition.text import plain
from araz.edition.upgrades import read_story, store_story
from araz.leaks.proofreader import Proofreader
from araz.leaks.secrets import Secrets
from araz.presses.search import SearchPress
from araz.presses.volume import VolumePress
from araz.presses.website import WebsitePress
from araz.pressroom.catalogue import PRESSES
from araz.pressroom.formers import keep_formers
from araz.pressroom.pressroom import Pressroom
from araz.pressroom.proof import Proof
from araz.typesetting.pictures import FolderMediaStore
from tests.edition.conftest import MASTHEAD, a_story
from tests.newsroom.archive import history
from tests.newsroom.outbox import HandOutbox
from tests.pressroom.conftest import tree_of

WORD = "Gizlinov"
KEY = b"a key of a newsroom"
SECTION = Section(id="s2222222", language="az", name="Mədəniyyət", slug="medeniyyet", position=1)


def a_proofreader(*waived: str, words: tuple[str, ...] = (WORD,)) -> Proofreader:
    return Proofreader(Secrets(words=words, accounts=("desk-7f3k",)), key=KEY, waived=waived)


@dataclass
class Site:
    """An edition and all presses, with the desk's part done by hand."""

    folder: Path
    outbox: HandOutbox
    proofreader: Proofreader
    edition: Edition
    rooms: list[Pressroom]

    @classmethod
    def at(cls, folder: Path, proofreader: Proofreader, edition: Edition | None = None) -> "Site":
        folder.mkdir(exist_ok=True)
        opened = edition or Edition.open(folder / "edition.db", may_make=True)
        media = FolderMediaStore(folder / "media")
        presses = (WebsitePress(media), SearchPress(media), VolumePress(media))
        rooms = [Pressroom(opened, press, folder, proofreader) for press in presses]
        return cls(folder, HandOutbox(), proofreader, opened, rooms)

    def hand_over(self, *rows: OutboxRow) -> None:
        for row in rows:
            with self.edition.reader() as reader:
                keep_formers(Proof(self.rooms[0].holds, self.proofreader), reader, [row])
            self.edition.append([row])
            self.press()

    def press(self) -> None:
        for _ in range(2):  # what a later press has held, the first prints without
            for room in self.rooms:
                if room.press_new().resetting:
                    room.reset_now()

    def with_proofreader(self, proofreader: Proofreader) -> None:
        self.proofreader = proofreader
        for room in self.rooms:
            room.look_again(proofreader)
            while room.look_on():
                pass
        self.press()

    @property
    def tree(self) -> dict[str, bytes]:
        return tree_of(self.folder / "public")

    def saying(self, words: str) -> list[str]:
        return sorted(path for path, body in self.tree.items() if words.encode() in body)

    @property
    def held(self) -> list[str]:
        return sorted(self.rooms[0].holds.held())

    def close(self) -> None:
        for room in self.rooms:
            room.close()
        self.edition.close()


@pytest.fixture
def site(tmp_path: Path):
    site = Site.at(tmp_path / "site", a_proofreader())
    site.hand_over(site.outbox.arrange(MASTHEAD), site.outbox.arrange(SECTION))
    yield site
    site.close()


@pytest.fixture
def website(site: Site) -> Site:
    """The same with the website alone, where one press shows it as well as three."""
    site.rooms = site.rooms[:1]
    return site


def a_story_saying(words: str, **changes: object) -> Story:
    return a_story(body=(Paragraph(text=plain(words)),), **changes)


CLEAN = a_story(id=StoryId("c2222222"), group=GroupId("g2222222"), slug="qar", headline="Qar yağır")


def test_a_new_story_with_a_word_of_the_list_is_nowhere_and_the_rest_appears(site):
    story = a_story_saying(f"Bunu {WORD} yazıb.")
    site.hand_over(site.outbox.publish(story), site.outbox.publish(CLEAN))
    assert site.held == ["k3v9q2aa"]
    assert site.saying(WORD) == [] == site.saying(story.headline) == site.saying(story.slug)
    assert "az/2026/11/qar.html" in site.saying("Qar yağır")
    assert "az/index.html" in site.saying("Qar yağır")


def test_without_proofreading_the_same_word_is_found_in_the_output(tmp_path):
    site = Site.at(tmp_path / "open", a_proofreader(words=()))
    site.hand_over(site.outbox.arrange(MASTHEAD), site.outbox.arrange(SECTION))
    site.hand_over(site.outbox.publish(a_story_saying(f"Bunu {WORD} yazıb.")))
    assert "az/2026/11/gece-zali.html" in site.saying(WORD)
    site.close()


def test_a_correction_with_a_hit_leaves_readers_what_they_had(site):
    site.hand_over(site.outbox.publish(a_story()), site.outbox.publish(CLEAN))
    before = site.tree
    bad = a_story_saying("Bunu desk-7f3k yazıb.", headline="Başqa başlıq")
    site.hand_over(site.outbox.correct(bad))
    assert site.held == ["k3v9q2aa"]
    assert site.tree["az/2026/11/gece-zali.html"] == before["az/2026/11/gece-zali.html"]
    assert site.saying("Başqa başlıq") == [] == site.saying("desk-7f3k")
    assert "az/index.html" in site.saying(a_story().headline)


def test_a_corrected_text_lets_the_story_go(site):
    site.hand_over(site.outbox.publish(a_story_saying(f"Bunu {WORD} yazıb.")))
    site.hand_over(site.outbox.correct(a_story()))
    assert site.held == []
    assert site.rooms[0].holds.findings() == {}
    assert "az/index.html" in site.saying(a_story().headline)


def test_a_waiver_lets_the_story_go_and_names_neither_word_nor_story(site):
    site.hand_over(site.outbox.publish(a_story_saying("Yazın: press@nümunə.example.org, 10.20.30.40")))
    findings = site.rooms[0].holds.findings()["k3v9q2aa"]
    assert {(finding.place, finding.kind) for finding in findings} == {
        ("block 1", "e-mail"),
        ("block 1", "network address"),
    }
    site.with_proofreader(a_proofreader(*(finding.digest for finding in findings)))
    assert site.held == []
    assert "az/2026/11/gece-zali.html" in site.saying("10.20.30.40")


def test_a_waiver_of_one_story_holds_for_no_other(site):
    site.hand_over(site.outbox.publish(a_story_saying("10.20.30.40")))
    digests = [finding.digest for finding in site.rooms[0].holds.findings()["k3v9q2aa"]]
    site.with_proofreader(a_proofreader(*digests))
    other = a_story_saying("10.20.30.40", id=StoryId("d2222222"), group=GroupId("h2222222"), slug="basqa")
    site.hand_over(site.outbox.publish(other))
    assert site.held == ["d2222222"]


def test_a_hold_survives_a_restart(site, tmp_path):
    site.hand_over(site.outbox.publish(a_story_saying(f"{WORD}")))
    again = Site.at(site.folder, a_proofreader())
    again.outbox = site.outbox
    again.hand_over(again.outbox.publish(CLEAN))
    assert again.held == ["k3v9q2aa"]
    assert again.saying(WORD) == []
    again.close()


def test_a_story_held_for_a_word_stays_so_while_nobody_has_opened_the_list_whatever_else_is_let_out(website):
    website.hand_over(website.outbox.publish(a_story_saying(f"{WORD}, 10.20.30.40")))
    digests = {one.kind: one.digest for one in website.rooms[0].holds.findings()["k3v9q2aa"]}
    unopened = Proofreader(Secrets(words_known=False), key=KEY)
    website.with_proofreader(unopened)
    website.hand_over(website.outbox.correct(a_story_saying(f"{WORD}, 10.20.30.40, 10.20.30.41")))
    website.with_proofreader(unopened.with_waivers([digests["network address"]]))
    website.hand_over(website.outbox.correct(a_story_saying(f"{WORD}, 10.20.30.40")))
    assert website.held == ["k3v9q2aa"]
    assert website.saying(WORD) == []
    website.with_proofreader(unopened.with_waivers(digests.values()))
    assert website.held == []


def test_words_that_are_new_on_the_list_are_searched_for_in_what_is_printed(site):
    site.hand_over(site.outbox.publish(a_story_saying("Bunu Sonradov yazıb.")), site.outbox.publish(CLEAN))
    assert site.saying("Sonradov")
    site.close()
    again = Site.at(site.folder, a_proofreader(words=(WORD, "Sonradov")))
    assert all(room.is_behind() for room in again.rooms)
    again.press()
    assert again.held == ["k3v9q2aa"]
    assert again.saying("Sonradov") == []
    again.close()


def test_what_an_open_byline_gives_as_its_contact_is_no_leak(site):
    spokesperson = Byline(id="b2222222", slug="sozcu", kind="open", name={"az": "Sözçü"}, contact="sozcu@paper.example")
    site.hand_over(site.outbox.arrange(spokesperson))
    site.hand_over(site.outbox.publish(a_story_saying("Yazın: sozcu@paper.example")))
    assert site.held == []
    assert "az/2026/11/gece-zali.html" in site.saying("sozcu@paper.example")


BAD_MASTHEAD = msgspec.structs.replace(MASTHEAD, tag_line={"az": f"Qəzet, {WORD}"})


def test_a_part_of_the_paper_stays_as_it_was_and_the_paper_goes_on_appearing(website):
    website.hand_over(website.outbox.publish(CLEAN))
    before = website.tree["az/index.html"]
    website.hand_over(website.outbox.arrange(BAD_MASTHEAD))
    assert website.tree["az/index.html"] == before
    assert {finding.kind for finding in website.rooms[0].holds.findings()["masthead"]} == {"word"}
    website.hand_over(website.outbox.publish(a_story()))
    assert "az/index.html" in website.saying(a_story().headline)
    assert website.saying(WORD) == []
    good = msgspec.structs.replace(MASTHEAD, tag_line={"az": "Yeni söz"})
    website.hand_over(website.outbox.arrange(good))
    assert website.rooms[0].holds.findings() == {}
    assert "az/index.html" in website.saying("Yeni söz")


def test_a_part_of_the_paper_that_is_let_out_appears_everywhere(website):
    website.hand_over(website.outbox.publish(CLEAN))
    website.hand_over(website.outbox.arrange(BAD_MASTHEAD))
    (finding,) = website.rooms[0].holds.findings()["masthead"]
    website.with_proofreader(a_proofreader(finding.thing))
    assert website.saying(WORD) == []  # what is no secret in stories may still be one in the masthead
    website.with_proofreader(a_proofreader(finding.digest))
    assert {"az/index.html", "az/2026/11/qar.html"} <= set(website.saying(WORD))


def test_a_new_topic_with_a_hit_withholds_its_own_pages_until_that_is_let_out(website):
    topic = Topic(id="t2222222", slug="su", name={"az": "Su"}, about={"az": f"{WORD} haqqında"})
    website.hand_over(website.outbox.arrange(topic))
    website.hand_over(website.outbox.publish(a_story(topics=("t2222222",))))
    assert "az/index.html" in website.saying(a_story().headline)
    withheld = website.rooms[0].holds.withheld("website")
    assert withheld
    found = {finding.digest for path in withheld.values() for finding in website.rooms[0].holds.findings()[path]}
    website.with_proofreader(a_proofreader(*found))
    assert website.saying(WORD)
    assert website.rooms[0].holds.findings() == {}


def test_pages_that_showed_held_stories_are_not_taken_for_the_papers_own(website):
    for number in range(3):
        name = {"id": StoryId(f"d222222{number + 2}"), "group": GroupId(f"h222222{number + 2}"), "slug": f"s-{number}"}
        website.edition.append([website.outbox.publish(a_story(standfirst="Yazın: 10.20.30.40", **name))])
    website.press()
    assert sorted(website.rooms[0].holds.findings()) == ["d2222222", "d2222223", "d2222224"]
    assert [website.rooms[0].holds.withheld(press) for press in PRESSES] == [{}] * len(PRESSES)


def test_what_is_no_secret_anywhere_lets_all_its_stories_go_and_those_to_come(website):
    for number, words in enumerate(("10.20.30.40", "10.20.30.40", "10.20.30.41")):
        story = a_story_saying(
            words, id=StoryId(f"d222222{number + 2}"), group=GroupId(f"h222222{number + 2}"), slug=f"s-{number}"
        )
        website.hand_over(website.outbox.publish(story))
    assert len(website.held) == 3
    thing = website.rooms[0].holds.findings()["d2222222"][0].thing
    website.with_proofreader(a_proofreader(thing))
    assert website.held == ["d2222224"]
    website.hand_over(website.outbox.publish(a_story_saying("10.20.30.40")))
    assert website.held == ["d2222224"]


@pytest.mark.parametrize("by", ["digest", "thing"])
def test_what_is_taken_back_is_held_again(website, by):
    website.hand_over(website.outbox.publish(a_story_saying("10.20.30.40")), website.outbox.publish(CLEAN))
    (finding,) = website.rooms[0].holds.findings()["k3v9q2aa"]
    website.with_proofreader(a_proofreader(getattr(finding, by)))
    assert website.saying("10.20.30.40")
    website.with_proofreader(a_proofreader())
    assert website.held == ["k3v9q2aa"]
    assert website.saying("10.20.30.40") == [] == website.saying(a_story().headline)


def test_a_picture_whose_release_is_taken_back_is_held_again(website):
    story = a_story(picture=a_telling_picture(website))
    website.hand_over(website.outbox.publish(story))
    findings = website.rooms[0].holds.findings()["k3v9q2aa"]
    for _ in range(3):  # each width is a file of its own
        website.with_proofreader(a_proofreader(*(one.digest for one in findings)))
        findings = (*findings, *website.rooms[0].holds.findings().get("k3v9q2aa", ()))
    assert website.held == []
    website.with_proofreader(a_proofreader())
    assert website.held == ["k3v9q2aa"]
    assert [path for path in website.tree if path.startswith("m/")] == []


def a_telling_picture(site: Site) -> Picture:
    """A picture that names the camera."""
    name = "ab" * 16
    media = FolderMediaStore(site.folder / "media")
    exif = Image.Exif()
    exif[0x010F] = "Kamera"
    for width in (480, 800, 1200):
        media.file(name, width).parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (width, 10)).save(media.file(name, width), exif=exif)
    return Picture(hash=name, width=480, height=10)


def test_a_picture_that_says_more_than_it_shows_holds_the_story_that_shows_it(site):
    story = a_story(picture=a_telling_picture(site))
    site.hand_over(site.outbox.publish(story), site.outbox.publish(CLEAN))
    assert site.held == ["k3v9q2aa"]
    assert [path for path in site.tree if path.startswith("m/")] == []
    assert site.saying(story.headline) == []
    assert "az/index.html" in site.saying("Qar yağır")


def planted(chance: Random, row: OutboxRow) -> OutboxRow:
    """The row, in one of five cases with a secret in its headline or its text."""
    if row.deed not in ("publish", "correct") or chance.random() > 0.2:
        return row
    story = read_story(row.payload)
    if chance.random() < 0.5:
        story = msgspec.structs.replace(story, headline=f"{story.headline} {WORD}")
    else:
        story = msgspec.structs.replace(story, body=(*story.body, Paragraph(text=plain(f"{WORD} dedi"))))
    return msgspec.structs.replace(row, payload=store_story(story))


@pytest.mark.parametrize("seed", [21, 22])
def test_any_history_with_held_stories_gives_the_tree_of_a_full_build(tmp_path, seed):
    chance = Random(seed)
    site = Site.at(tmp_path / "grown", a_proofreader())
    site.rooms = site.rooms[:1]
    site.hand_over(*(planted(chance, row) for row in history(seed, 50, 40)))
    holds = site.rooms[0].holds.held()
    assert len(holds) > 5
    assert any(holds.values())
    assert site.saying(WORD) == []
    site.close()
    anew = tmp_path / "anew"
    anew.mkdir()
    for name in ("edition.db", "holds.db"):
        shutil.copy(tmp_path / "grown" / name, anew / name)
    built = Site.at(anew, a_proofreader())
    built.rooms[0].reset_now()
    grown, full = site.tree, tree_of(anew / "public")
    assert sorted(path for path in grown.keys() | full.keys() if grown.get(path) != full.get(path)) == []
    built.close()


def test_the_proofreader_is_what_the_contract_promises():
    promised: Promised = a_proofreader()
    assert promised.read(WORD)


def test_a_first_full_build_never_writes_a_page_that_leads_to_a_held_story(tmp_path):
    site = Site.at(tmp_path / "site", a_proofreader())
    rows = [site.outbox.arrange(MASTHEAD), site.outbox.arrange(SECTION)]
    rows += [site.outbox.publish(a_story_saying(f"{WORD}")), site.outbox.publish(CLEAN)]
    site.edition.append(rows)
    site.rooms[0].press_new()
    for _ in site.rooms[0].reset():
        assert site.saying(a_story().headline) == []
    assert "az/index.html" in site.saying("Qar yağır")
    site.close()


def test_old_addresses_of_a_story_that_was_withdrawn_while_it_was_held_lead_to_its_withdrawal(website):
    story = a_story_saying(WORD, old_addresses=("/?p=77",))
    website.hand_over(website.outbox.publish(story))
    assert website.saying("/?p=77") == []
    website.hand_over(website.outbox.withdraw(story))
    assert website.held == []
    assert len(website.saying("/?p=77")) == 1
