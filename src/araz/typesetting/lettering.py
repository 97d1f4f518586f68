"""Words drawn as pictures, for what has no fonts of its own: cards that other sites show.

HarfBuzz shapes and draws, so letters join and marks sit as in a browser. Pillow could do it only with a FriBiDi that the
system has or has not; the same edition would then give other bytes on another machine.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Final
from unicodedata import bidirectional

import uharfbuzz
from PIL import Image

from araz.language import language

_FACES: Final = {"latin": "serif-600.ttf", "arabic": "arabic-700.ttf"}
_STRONG: Final = {"L": "ltr", "EN": "ltr", "AN": "ltr", "R": "rtl", "AL": "rtl"}  # numbers run from left to right
_NO_GLYPH: Final = 0
_UNITS: Final = 2048  # to the em, in every font


@dataclass(frozen=True, slots=True)
class _Glyph:
    font: uharfbuzz.Font
    number: int
    x: int  # in units, from the beginning of the line
    y: int


@dataclass(frozen=True, slots=True)
class Lettering:
    """A line of words that is shaped but has no size yet."""

    glyphs: tuple[_Glyph, ...]
    ems: float  # how wide the line is, in sizes of its letters

    def drawn(self, size_px: float) -> tuple[Image.Image, int, int]:
        """Draw the line as a mask; also return what its left edge is from the line's left end and its top above the baseline."""
        draw, scale = uharfbuzz.RasterDraw(), size_px / _UNITS
        for glyph in self.glyphs:
            draw.transform = (scale, 0, 0, scale, glyph.x * scale, glyph.y * scale)
            draw.draw_glyph(glyph.font, glyph.number)
        drawn = draw.render()
        extents = drawn.extents
        if not extents.width or not extents.height:
            return Image.new("L", (1, 1)), 0, 0
        size = (extents.width, extents.height)
        mask = Image.frombytes(
            "L", size, bytes(drawn.buffer), "raw", "L", extents.stride, -1
        )  # from the bottom upwards
        return mask, extents.x_origin, extents.y_origin + extents.height


def lettering(words: str, code: str) -> Lettering:
    """Shape one line of words in a language. Letters that neither script's font has are left out."""
    row = language(code)
    glyphs: list[_Glyph] = []
    pen = 0
    runs = list(_runs(words, row.direction))
    for run, direction in reversed(runs) if row.is_rtl else runs:
        shaped, advance = _shaped(run, direction, row.html_tag, row.script)
        glyphs += [_Glyph(glyph.font, glyph.number, pen + glyph.x, glyph.y) for glyph in shaped]
        pen += advance
    return Lettering(tuple(glyphs), pen / _UNITS)


def _runs(words: str, base: str) -> Iterator[tuple[str, str]]:
    """Part a line into runs of one direction. Neutral letters between two alike run with them, others with the line.

    It is the part of the bidirectional algorithm that a name needs: no embeddings, one level in a level.
    """
    directions = [_STRONG.get(bidirectional(letter), "") for letter in words]
    before = base
    for place, direction in enumerate(directions):
        if not direction:
            after = next(filter(None, directions[place:]), base)
            directions[place] = before if before == after else base
        before = directions[place]
    for direction, group in groupby(zip(words, directions, strict=True), key=lambda pair: pair[1]):
        yield "".join(letter for letter, _ in group), direction


def _shaped(run: str, direction: str, tag: str, script: str) -> tuple[list[_Glyph], int]:
    """Shape a run in its script's font, or in the other one if that lacks fewer of its letters."""
    fonts = [_font(script), *(_font(other) for other in _FACES if other != script)]
    tries = [_shaped_in(font, run, direction, tag) for font in fonts]
    _, shaped, advance = min(tries, key=lambda one: one[0])
    return shaped, advance


def _shaped_in(font: uharfbuzz.Font, run: str, direction: str, tag: str) -> tuple[int, list[_Glyph], int]:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(run)
    buffer.guess_segment_properties()
    buffer.direction, buffer.language = direction, tag
    uharfbuzz.shape(font, buffer)
    glyphs, pen, missing = [], 0, 0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if info.codepoint == _NO_GLYPH:
            missing += 1
            continue
        glyphs.append(_Glyph(font, info.codepoint, pen + position.x_offset, position.y_offset))
        pen += position.x_advance
    return missing, glyphs, pen


@cache
def _font(script: str) -> uharfbuzz.Font:
    """The letters of headlines. All of them count in the same units, so that runs of both scripts stand in one line."""
    font = uharfbuzz.Font(uharfbuzz.Face(files("araz.typesetting").joinpath("letters", _FACES[script]).read_bytes()))
    font.scale = (_UNITS, _UNITS)
    return font
