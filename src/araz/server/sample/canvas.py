"""A sheet to draw on in flat colours: 1600 × 1000 units, drawn twice as large and reduced, so that edges are smooth."""

from collections.abc import Iterable, Iterator, Sequence
from math import cos, pi, radians, sin
from typing import Final

from PIL import Image, ImageDraw

WIDTH: Final = 1600
HEIGHT: Final = 1000
SCALE: Final = 2
_STEPS: Final = 14  # straight pieces between two points of a curve

Point = tuple[float, float]

INK: Final = "#26343a"
NIGHT: Final = "#1b262c"
TILE: Final = "#0b5768"
TILE_SOFT: Final = "#3d6f78"
RIVER: Final = "#86b4bc"
MIST: Final = "#c4d4d4"
WASH: Final = "#dfe6e6"
SNOW: Final = "#f4f6f4"
CREAM: Final = "#f3ead2"
STRAW: Final = "#e0c58c"
OCHRE: Final = "#bd8f52"
EARTH: Final = "#8a6f4c"
BARK: Final = "#4c4135"
APPLE: Final = "#b9574a"
ROSE: Final = "#efb9a8"
BLUSH: Final = "#f2ddd4"
SAGE: Final = "#a9b99a"
LEAF: Final = "#5f7f68"
PINE: Final = "#2f4f4a"


class Canvas:
    """Draws in units; a later shape covers an earlier one."""

    def __init__(self, ground: str) -> None:
        self._image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), ground)
        self._pen = ImageDraw.Draw(self._image)

    def finished(self) -> Image.Image:
        return self._image.reduce(SCALE)

    def bands(self, top: float, bottom: float, first: str, last: str) -> None:
        """Fill from `top` to `bottom` with broad stripes that go from one colour to the other."""
        count = 9
        step = (bottom - top) / count
        for number in range(count):
            y = top + number * step
            self.box((0, y, WIDTH, y + step + 1), mixed(first, last, number / (count - 1)))

    def shape(self, points: Iterable[Point], colour: str) -> None:
        self._pen.polygon([_scaled(point) for point in points], fill=colour)

    def blob(self, points: Sequence[Point], colour: str) -> None:
        """Fill a closed smooth shape through the points."""
        self.shape(smooth(points, closed=True), colour)

    def land(self, points: Sequence[Point], colour: str) -> None:
        """Fill everything below a smooth line that goes from left to right."""
        self.shape([*smooth(points), (points[-1][0], HEIGHT), (points[0][0], HEIGHT)], colour)

    def box(self, corners: tuple[float, float, float, float], colour: str, radius: float = 0) -> None:
        x0, y0, x1, y1 = (value * SCALE for value in corners)
        self._pen.rounded_rectangle((x0, y0, x1 - 1, y1 - 1), radius=radius * SCALE, fill=colour)

    def disc(self, centre: Point, radius: float | Point, colour: str) -> None:
        across, down = radius if isinstance(radius, tuple) else (radius, radius)
        x, y = centre
        bounds = (x - across, y - down, x + across, y + down)
        self._pen.ellipse([value * SCALE for value in bounds], fill=colour)

    def stroke(self, points: Iterable[Point], colour: str, width: float) -> None:
        """Draw a line with round ends and joints."""
        scaled = [_scaled(point) for point in points]
        self._pen.line(scaled, fill=colour, width=round(width * SCALE), joint="curve")
        radius = width * SCALE / 2
        for x, y in (scaled[0], scaled[-1]):
            self._pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)

    def curve(self, points: Sequence[Point], colour: str, width: float) -> None:
        self.stroke(smooth(points), colour, width)

    def taper(self, points: Sequence[Point], colour: str, widths: tuple[float, float]) -> None:
        """Draw a smooth line whose width goes from the first to the second, as branches and necks do."""
        line = smooth(points)
        first, last = widths
        for number, (x, y) in enumerate(line):
            width = first + (last - first) * number / (len(line) - 1)
            self.disc((x, y), width / 2, colour)
            if number:
                self.stroke((line[number - 1], (x, y)), colour, width)


def smooth(points: Sequence[Point], *, closed: bool = False) -> list[Point]:
    """Return a Catmull-Rom curve through the points."""
    around = [points[-1], *points, *points[:2]] if closed else [points[0], *points, points[-1]]
    pieces = zip(around, around[1:], around[2:], around[3:], strict=False)
    curve = [_between(piece, step / _STEPS) for piece in pieces for step in range(_STEPS)]
    return curve if closed else [*curve, points[-1]]


def _between(piece: tuple[Point, Point, Point, Point], t: float) -> Point:
    before, start, end, after = piece
    return (
        _catmull_rom(before[0], start[0], end[0], after[0], t),
        _catmull_rom(before[1], start[1], end[1], after[1], t),
    )


def _catmull_rom(before: float, start: float, end: float, after: float, t: float) -> float:
    linear = end - before
    square = 2 * before - 5 * start + 4 * end - after
    cube = 3 * start - before - 3 * end + after
    return 0.5 * (2 * start + linear * t + square * t**2 + cube * t**3)


def mixed(first: str, last: str, share: float) -> str:
    """Return the colour that lies at `share` of the way from the first to the last."""
    pairs = zip(_parts(first), _parts(last), strict=True)
    return "#" + "".join(f"{round(start + (end - start) * share):02x}" for start, end in pairs)


def _parts(colour: str) -> tuple[int, int, int]:
    return (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))


def scattered(count: int, area: tuple[float, float, float, float]) -> Iterator[Point]:
    """Spread points evenly without a pattern: a sequence of fixed fractions, not chance, so each run is the same."""
    x0, y0, x1, y1 = area
    for number in range(1, count + 1):
        yield (x0 + (number * 0.7548776662 % 1) * (x1 - x0), y0 + (number * 0.5698402910 % 1) * (y1 - y0))


def moved(points: Iterable[Point], to: Point, size: float = 1, turn: float = 0) -> list[Point]:
    """Return the points turned by degrees, resized and moved; a negative `turn` goes against the clock."""
    angle = radians(turn)
    return [
        (to[0] + size * (x * cos(angle) - y * sin(angle)), to[1] + size * (x * sin(angle) + y * cos(angle)))
        for x, y in points
    ]


def mirrored(points: Iterable[Point]) -> list[Point]:
    return [(-x, y) for x, y in points]


def arc(centre: Point, radius: float, first: float, last: float) -> list[Point]:
    """Return points on a circle between two angles in degrees; 0 is right, 90 is down."""
    steps = 40
    angles = [(first + (last - first) * step / steps) * pi / 180 for step in range(steps + 1)]
    return [(centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)) for angle in angles]


def _scaled(point: Point) -> tuple[float, float]:
    return (point[0] * SCALE, point[1] * SCALE)
