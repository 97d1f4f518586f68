"""The cards that other sites show when a page is shared: one for each front and each section, in its own script.

A card changes with names alone, never with stories. It says what every page says at its head: the paper's name on the
river, and the section's name hanging from it by its knot.
"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final, Literal

from PIL import Image, ImageDraw

from araz.contracts import PressedFile
from araz.edition.names import ListKey
from araz.edition.paper import Section
from araz.language import language
from araz.presses.website import pages
from araz.presses.website.printroom import PrintRoom
from araz.presses.website.sharing import CARD_HEIGHT, CARD_WIDTH, card_path
from araz.typesetting.lettering import lettering
from araz.typesetting.pictures import widths
from araz.typesetting.words import named

Ink = Literal["ink", "tile", "soft"]
FindPicture = Callable[[str, int], Path]  # the file of a picture by its hash and width

_PAPER: Final = (0xFD, 0xFD, 0xFB)  # colours.css, by day
_INKS: Final[dict[Ink, tuple[int, int, int]]] = {
    "ink": (0x16, 0x19, 0x1B),
    "tile": (0x0B, 0x57, 0x68),
    "soft": (0x4A, 0x52, 0x56),
}
_STEPS: Final = 31  # of each ink between paper and full
_OF_EMBLEM: Final = 128  # colours of an emblem that is a picture; its numbers begin there too
_RUNS_ONLY: Final = 3  # zlib's Z_RLE: which repeats it finds does not hang on how a processor hashes

_MARGIN: Final = 80
_RIVER: Final = 7  # thickness, in pixels
_BEND: Final = "3.5 0 0 -3 3 0 0 -3 4 0 0 3 3 0 0 3 5 0 0 3 3 0 0 3 4 0 0 -3 3 0 0 -3 3.5 0"  # of 32, as in colours.css
_BEND_AT: Final = 0.58  # of the width
_LOZENGE: Final = ((16, 1), (31, 16), (16, 31), (1, 16), (16, 1))  # of 32, as in name.html
_IN_LOZENGE: Final = ((6, 16), (10, 16), (10, 12), (14, 12), (14, 16), (18, 16), (18, 20), (22, 20), (22, 16), (26, 16))


def print_card(room: PrintRoom, key: ListKey, find: FindPicture) -> PressedFile | None:
    """Print the card of a front or section; None for a paper without a home, whose cards nobody could find."""
    path = card_path(room, key)
    if not path:
        return None
    code = pages.language_of(key)
    card = _Card(is_rtl=language(code).is_rtl)
    section = room.edition.section(key.rpartition("/")[2]) if "/" in key else None
    _draw_head(room, card, code, section, find)
    return PressedFile(path=path, body=card.png())


def _draw_head(room: PrintRoom, card: "_Card", code: str, section: Section | None, find: FindPicture) -> None:
    size, river = (104, 236) if section else (176, 330)
    room_for_name = CARD_WIDTH - 2 * _MARGIN - size
    emblem = room.masthead.emblem
    if emblem:
        card.put_emblem(find(emblem.hash, widths(emblem.width)[0]), river - 24, size)
    else:
        card.draw_emblem(river - 24, round(size * 0.84))
    stands = river - 30 - (size // 5 if card.is_rtl else 0)  # letters of Arabic script reach below their line
    card.write(named(room.masthead.name, code), code, size, stands, "ink", _MARGIN + size, room_for_name)
    card.draw_river(river)
    whole = CARD_WIDTH - 2 * _MARGIN
    if section:
        width = card.write(section.name, code, 150, river + 236, "ink", _MARGIN, whole)
        card.draw_knot(river, width)
    elif tag_line := room.masthead.tag_line.get(code, ""):
        card.write(tag_line, code, 56, river + 116, "soft", _MARGIN, whole)


class _Card:
    """A picture in few colours. Distances run from the edge where its language begins to read."""

    def __init__(self, *, is_rtl: bool) -> None:
        self.is_rtl = is_rtl
        self._canvas = Image.new("L", (CARD_WIDTH, CARD_HEIGHT))  # numbers of colours, not light
        self._emblem_colours = b""

    def write(self, words: str, code: str, size: float, baseline: int, ink: Ink, start: int, room: int) -> int:
        """Write a line, smaller if it needs more room, and return how wide it is."""
        line = lettering(words, code)
        if line.ems * size > room:
            size = room / line.ems
        width = round(line.ems * size)
        mask, left, top = line.drawn(size)
        self._ink(mask, (self._from_left(start, width) + left, baseline - top), ink)
        return width

    def draw_knot(self, y: int, width: int) -> None:
        """A section's knot hangs from the line, as wide as its name but never into the bend."""
        width = min(width, round(CARD_WIDTH * _BEND_AT) - _MARGIN - 20)
        left = self._from_left(_MARGIN, width)
        self._ink(Image.new("L", (width, 3 * _RIVER), 255), (left, y - _RIVER // 2), "tile")

    def draw_river(self, y: int) -> None:
        """The line from edge to edge, which bends once in steps."""
        scale = _RIVER / 1.5
        begin = float(self._from_left(round(CARD_WIDTH * _BEND_AT), round(96 * scale)))
        x, depth = begin, float(y)
        line = [(0.0, depth), (begin, depth)]
        steps = [float(step) for step in (_BEND.split() * 3)]
        for across, down in zip(steps[::2], steps[1::2], strict=True):
            x, depth = x + across * scale, depth + down * scale
            line.append((x, depth))
        self._line([*line, (CARD_WIDTH, depth)], _RIVER, "tile")

    def draw_emblem(self, bottom: int, size: int) -> None:
        """The press's own emblem, a lozenge in the margin's column, for a paper that has none."""
        left, scale = self._from_left(_MARGIN, size), size / 32
        for shape in (_LOZENGE, _IN_LOZENGE):
            self._line([(left + x * scale, bottom - size + y * scale) for x, y in shape], size // 16, "ink")

    def put_emblem(self, file: Path, bottom: int, size: int) -> None:
        with Image.open(file) as opened:
            emblem = opened.convert("RGB")
        emblem.thumbnail((round(size * 0.84), round(size * 0.84)), Image.Resampling.LANCZOS)
        few = emblem.quantize(_OF_EMBLEM, dither=Image.Dither.NONE)
        self._emblem_colours = bytes(few.getpalette() or [])
        numbers = Image.frombytes("L", few.size, few.tobytes()).point([_OF_EMBLEM + n % _OF_EMBLEM for n in range(256)])
        self._canvas.paste(numbers, (self._from_left(_MARGIN, few.width), bottom - few.height))

    def png(self) -> bytes:
        """Return the card as PNG, the same bytes on every machine."""
        self._canvas.putpalette(self._palette())
        file = BytesIO()
        self._canvas.save(file, format="PNG", compress_type=_RUNS_ONLY, optimize=False)
        return file.getvalue()

    def _palette(self) -> bytes:
        """Paper, then each ink from thin to full, then what the emblem needs."""
        colours = [_PAPER]
        for ink in _INKS.values():
            for step in range(1, _STEPS + 1):
                red, green, blue = (round(p + (i - p) * step / _STEPS) for p, i in zip(_PAPER, ink, strict=True))
                colours.append((red, green, blue))
        ours = bytes(part for colour in colours for part in colour)
        return ours.ljust(3 * _OF_EMBLEM, b"\0") + self._emblem_colours

    def _from_left(self, start: int, width: int) -> int:
        return CARD_WIDTH - start - width if self.is_rtl else start

    def _line(self, points: list[tuple[float, float]], width: int, ink: Ink) -> None:
        """Draw at twice the size and halve it: Pillow's own lines have hard edges."""
        top = int(min(y for _, y in points)) - width
        height = int(max(y for _, y in points)) + width - top
        mask = Image.new("L", (2 * CARD_WIDTH, 2 * height))
        doubled = [(2 * x, 2 * (y - top)) for x, y in points]
        ImageDraw.Draw(mask).line(doubled, fill=255, width=2 * width, joint="curve")
        self._ink(mask.reduce(2), (0, top), ink)

    def _ink(self, mask: Image.Image, at: tuple[int, int], ink: Ink) -> None:
        """Put ink where the mask is light."""
        first = 1 + _STEPS * list(_INKS).index(ink)
        numbers = mask.point([0 if not light else first + (light * _STEPS - 1) // 255 for light in range(256)])
        self._canvas.paste(numbers, at, mask.point([0] + [255] * 255))
