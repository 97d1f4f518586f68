"""Cards that other sites show: in the language's own script and direction, the same bytes each time."""

import struct
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from araz.edition.paper import Masthead, Section
from araz.typesetting.lettering import lettering
from tests.newsroom.paper import NAME, drawn, section, shown, tiny_paper
from tests.presses.website.conftest import print_tree

PAPER = (0xFD, 0xFD, 0xFB)


def card(tree: Path, name: str) -> Image.Image:
    return Image.open(tree / name).convert("RGB")


def ink(picture: Image.Image) -> tuple[int, int, int, int]:
    """The smallest box that holds all that is not paper: left, top, right, bottom."""
    box = ImageChops.difference(picture, Image.new("RGB", picture.size, PAPER)).getbbox()
    assert box
    return box


@pytest.mark.parametrize("code", ["az", "azb", "fa", "tr", "en"])
def test_every_front_and_every_section_has_a_card_of_the_size_that_crawlers_ask_for(tiny_tree: Path, code):
    for name in ("card.png", "tebiet/card.png", "reyler/card.png"):
        content = (tiny_tree / code / name).read_bytes()
        assert content[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", content[16:24]) == (1200, 630)
        assert len(content) <= 25_000


def test_a_card_begins_where_its_language_begins_to_read(tiny_tree: Path):
    below = (0, 330, 1200, 630)  # the river, which goes from edge to edge, is above
    left, _, right, _ = ink(card(tiny_tree, "az/tebiet/card.png").crop(below))
    assert left < 1200 - right
    left, _, right, _ = ink(card(tiny_tree, "azb/tebiet/card.png").crop(below))
    assert left > 1200 - right


def test_a_long_name_stays_on_its_card(tmp_path: Path):
    outbox = tiny_paper(tmp_path / "media")
    outbox.arrange(
        Section(id=section("az"), language="az", slug="tebiet", name="Təbiət və ətraf mühit, hava və su, yol və iqlim")
    )
    tree = print_tree(outbox, tmp_path / "site", tmp_path / "media")
    left, _, right, _ = ink(card(tree, "az/tebiet/card.png").crop((0, 330, 1200, 630)))
    assert left >= 60
    assert right <= 1140


def test_an_emblem_that_is_a_picture_stands_beside_the_name_in_its_own_colours(tmp_path: Path):
    outbox, lake = tiny_paper(tmp_path / "media"), drawn()
    emblem = shown(lake)
    outbox.arrange(
        Masthead(
            name=NAME,
            languages=("az",),
            home="https://araz.example",
            tag_authority="araz.example,2026",
            emblem=emblem,
        )
    )
    tree = print_tree(outbox, tmp_path / "site", tmp_path / "media")
    colours = card(tree, "az/card.png").crop((80, 200, 228, 306)).getcolors(100_000) or []
    shown_colour, own = max(colours)[1], Image.open(BytesIO(lake.sizes[480])).convert("RGB").getpixel((0, 0))
    assert isinstance(shown_colour, tuple)
    assert isinstance(own, tuple)
    assert all(abs(mine - its) <= 3 for mine, its in zip(shown_colour, own, strict=True))


def test_a_paper_without_a_home_has_no_cards(tmp_path: Path):
    tree = print_tree(tiny_paper(tmp_path / "media", home=""), tmp_path / "site", tmp_path / "media")
    assert not list(tree.rglob("card.png"))


def test_the_same_names_give_the_same_bytes(tiny_tree: Path, tmp_path: Path):
    tree = print_tree(tiny_paper(tmp_path / "media"), tmp_path / "site", tmp_path / "media")
    for name in ("az/card.png", "fa/reyler/card.png"):
        assert (tree / name).read_bytes() == (tiny_tree / name).read_bytes()


def test_letters_of_arabic_script_join():
    apart = sum(lettering(letter, "azb").ems for letter in "گؤل")
    assert lettering("گؤل", "azb").ems < apart * 0.95


def test_letters_of_the_other_script_come_in_their_own_order_within_a_line():
    line = lettering("آراز BBC ۲۴", "fa")
    alone = lettering("BBC", "fa")
    order = [glyph.number for glyph in line.glyphs]
    latin = [glyph.number for glyph in alone.glyphs]
    assert any(order[place : place + 3] == latin for place in range(len(order)))


@pytest.mark.parametrize("words", ["", " ", "\u200c", "☃"])
def test_words_without_a_letter_that_can_be_drawn_draw_nothing(words):
    mask, _, _ = lettering(words, "az").drawn(40)
    assert mask.getbbox() is None
