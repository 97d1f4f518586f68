"""Drawings of things that hands make: the carpet and the saz."""

from collections.abc import Iterator, Sequence

from araz.server.sample.canvas import (
    APPLE,
    BARK,
    CREAM,
    EARTH,
    HEIGHT,
    INK,
    OCHRE,
    PINE,
    RIVER,
    ROSE,
    SAGE,
    SNOW,
    STRAW,
    TILE,
    TILE_SOFT,
    WIDTH,
    Canvas,
    Point,
    arc,
    mixed,
    moved,
    scattered,
    smooth,
)

KNOT = 10  # units; carpets have steps, not curves
FIELD = "#8f3a34"


def carpet() -> Canvas:
    sheet = Canvas(FIELD)
    for number, (x, y) in enumerate(scattered(260, (0, 0, WIDTH, HEIGHT))):
        sheet.box((0, y, WIDTH, y + 3), mixed(FIELD, INK if number % 2 else ROSE, 0.05))
        _steps(sheet, _on_grid((x, y)), ((1, 1),), mixed(FIELD, INK, 0.18))
    for x in (0, 400, 800, 1200, 1600):
        _medallion(sheet, (x, 500), odd=x % 800 == 0)
    for x in (200, 600, 1000, 1400):
        for y in (330, 670):
            _flower(sheet, (x, y))
        _tree(sheet, (x, 500))
    for top in (0, 790):
        _border(sheet, top)
    return sheet


def _on_grid(at: Point) -> Point:
    return (round(at[0] / KNOT) * KNOT, round(at[1] / KNOT) * KNOT)


def _steps(sheet: Canvas, centre: Point, sizes: tuple[tuple[int, int], ...], colour: str) -> None:
    """Lay rectangles over one another; each is given by half its width and half its height in knots."""
    x, y = centre
    for across, down in sizes:
        sheet.box((x - across * KNOT, y - down * KNOT, x + across * KNOT, y + down * KNOT), colour)


def _lozenge(half: int, step: int = 1) -> tuple[tuple[int, int], ...]:
    """Return the rectangles of a stepped lozenge."""
    return tuple((half - taken, taken + step) for taken in range(0, half, step))


def _medallion(sheet: Canvas, centre: Point, *, odd: bool) -> None:
    inner, heart = (TILE, APPLE) if odd else (PINE, OCHRE)
    for half, colour in ((17, INK), (16, CREAM), (14, inner), (9, STRAW), (8, heart), (4, CREAM), (2, INK)):
        _steps(sheet, centre, _lozenge(half, 2 if half > 8 else 1), colour)
    x, y = centre
    for dx, dy in ((11, 0), (-11, 0), (0, 11), (0, -11)):
        _steps(sheet, (x + dx * KNOT, y + dy * KNOT), ((2, 1), (1, 2)), ROSE)
    for sign in (-1, 1):  # hooks above and below, as on village carpets
        for side in (-1, 1):
            foot = (x + side * 5 * KNOT, y + sign * 20 * KNOT)
            _steps(sheet, foot, ((1, 4),), CREAM)
            _steps(sheet, (foot[0] + side * 2 * KNOT, foot[1] + sign * 3 * KNOT), ((2, 1),), CREAM)
        _steps(sheet, (x, y + sign * 20 * KNOT), ((1, 5), (3, 1)), STRAW)


def _flower(sheet: Canvas, centre: Point) -> None:
    _steps(sheet, centre, _lozenge(6), INK)
    _steps(sheet, centre, _lozenge(5), RIVER)
    _steps(sheet, centre, _lozenge(3), SNOW)
    _steps(sheet, centre, _lozenge(2), APPLE)


def _tree(sheet: Canvas, centre: Point) -> None:
    x, y = centre
    _steps(sheet, centre, ((1, 9),), SAGE)
    for level in (-6, -2, 2, 6):
        for side in (-1, 1):
            _steps(sheet, (x + side * 2 * KNOT, y + level * KNOT), ((2, 1),), SAGE)
            _steps(sheet, (x + side * 4 * KNOT, y + (level - 1) * KNOT), ((1, 1),), STRAW)


def _border(sheet: Canvas, top: int) -> None:
    """A broad band with the running water between two rows of teeth."""
    sheet.box((0, top, WIDTH, top + 210), INK)
    sheet.box((0, top + 10, WIDTH, top + 200), CREAM)
    for x in range(0, WIDTH, 40):
        sheet.box((x, top + 10, x + 20, top + 30), APPLE)
        sheet.box((x + 20, top + 180, x + 40, top + 200), APPLE)
    sheet.box((0, top + 30, WIDTH, top + 40), INK)
    sheet.box((0, top + 170, WIDTH, top + 180), INK)
    sheet.box((0, top + 40, WIDTH, top + 170), TILE)
    for x in range(-160, WIDTH, 160):
        for x0, y0, x1, y1 in _wave():
            sheet.box((x + x0, top + 40 + y0, x + x1, top + 40 + y1), RIVER)
        _steps(sheet, (x + 20, top + 60), ((1, 1),), STRAW)


def _wave() -> Iterator[tuple[int, int, int, int]]:
    """Yield the boxes of one wave of the «su» motif: it climbs in steps and curls over."""
    for step in range(5):
        yield (step * 20, 100 - step * 20, step * 20 + 40, 120 - step * 20)
    yield (80, 10, 160, 30)
    yield (140, 10, 160, 80)
    yield (110, 60, 160, 80)
    yield (110, 50, 130, 80)
    yield (0, 110, 160, 120)


def saz() -> Canvas:
    sheet = Canvas("#d9dccb")
    sheet.bands(0, 760, "#dfe2d3", "#e9dfc6")
    sheet.shape([(0, 60), (560, 0), (1010, 0), (0, 560)], "#e8e6d6")
    _window_light(sheet)
    _tools(sheet)
    _saz(sheet, (860, 96))
    sheet.box((0, 800, WIDTH, HEIGHT), "#8f6b43")
    sheet.box((0, 800, WIDTH, 826), "#b08a58")
    for y in (860, 905, 960):
        sheet.stroke(((0, y), (WIDTH, y + 8)), "#7f5e3a", 4)
    _bench(sheet)
    return sheet


def _window_light(sheet: Canvas) -> None:
    for column in range(2):
        for row in range(2):
            x, y = 130 + column * 150, 150 + row * 190
            sheet.shape([(x, y), (x + 130, y - 26), (x + 130, y + 140), (x, y + 166)], "#f4eed8")


def _tools(sheet: Canvas) -> None:
    sheet.box((1180, 250, 1520, 268), EARTH, radius=4)
    for number, x in enumerate((1215, 1285, 1355, 1425, 1490)):
        length = 110 + number * 37 % 60
        sheet.box((x - 9, 240, x + 9, 320), (APPLE, TILE, OCHRE, PINE, APPLE)[number], radius=8)
        sheet.box((x - 5, 316, x + 5, 300 + length), "#93a2a4", radius=2)
        sheet.shape([(x - 5, 298 + length), (x + 5, 298 + length), (x + 5, 312 + length)], "#93a2a4")


def _saz(sheet: Canvas, top: Point) -> None:
    """A saz that hangs by its head, a little askew."""

    def at(points: Sequence[Point]) -> list[Point]:
        return moved(points, top, 1.22, 9)

    sheet.disc(top, 9, INK)
    sheet.stroke((top, at([(0, 26)])[0]), APPLE, 6)
    body = [(-22, 262), (-58, 318), (-96, 398), (-84, 462), (0, 494), (84, 462), (96, 398), (58, 318), (22, 262)]
    shadow = [(x + 26, y + 16) for x, y in at(body)]
    sheet.blob(shadow, "#cfc9b0")
    sheet.shape(at([(-13, 20), (13, 20), (17, 300), (-17, 300)]), "#4a3325")
    sheet.blob(at(body), "#7d4b2a")
    front = [(-18, 276), (-48, 326), (-80, 398), (-70, 452), (0, 478), (70, 452), (80, 398), (48, 326), (18, 276)]
    sheet.blob(at(front), "#d7a661")
    for number in range(4):
        grain = [(-40 + number * 27, 350), (-46 + number * 30, 410), (-34 + number * 23, 462)]
        sheet.curve(at(grain), "#c8934e", 3)
    sheet.shape(at([(-12, 100), (12, 100), (16, 296), (-16, 296)]), "#5d402c")
    for y in (54, 82, 108, 132, 154, 175, 195, 214, 232, 249, 265):
        sheet.stroke(at([(-14, y), (14, y)]), STRAW, 3)
    for number, y in enumerate((24, 38, 52)):
        for side in (-1, 1):
            sheet.stroke(at([(side * 12, y), (side * 34, y - 3)]), BARK, 6)
            sheet.disc(at([(side * 37, y - 3)])[0], 9, CREAM if number % 2 else OCHRE)
    sheet.shape(at([(-34, 440), (34, 440), (30, 449), (-30, 449)]), INK)
    for x in (-6, 0, 6):
        sheet.stroke(at([(x * 0.9, 22), (x * 1.6, 482)]), SNOW, 2)
    for angle in range(0, 360, 60):
        petal = moved([(0, 0), (7, -12), (0, -20), (-7, -12)], at([(0, 388)])[0], 1, angle)
        sheet.blob(petal, BARK)
    sheet.curve(at([(14, 300), (70, 330), (104, 300), (124, 350)]), APPLE, 7)
    tassel = at([(124, 350)])[0]
    for dx in (-12, -6, 0, 6, 12):
        sheet.stroke((tassel, (tassel[0] + dx, tassel[1] + 54)), APPLE, 4)
    sheet.disc(tassel, 10, STRAW)


def _bench(sheet: Canvas) -> None:
    for number, (x, y) in enumerate(scattered(40, (330, 800, 1120, 862))):
        begin, size = number * 61 % 360, 15 + number % 5 * 4
        curl = [*arc((x, y), size, begin, begin + 260), *arc((x, y), size * 0.55, begin + 260, begin + 420)]
        sheet.stroke(smooth(curl[::8]), ("#e8c78d", "#d9ae6c", "#f0d9a8")[number % 3], 7)
    sheet.box((1230, 748, 1480, 806), TILE_SOFT, radius=8)
    sheet.box((1256, 714, 1316, 752), OCHRE, radius=16)
    sheet.shape([(1390, 750), (1430, 700), (1462, 714), (1430, 752)], BARK)
    sheet.box((1220, 798, 1490, 810), INK, radius=4)
    sheet.shape([(90, 800), (330, 760), (336, 776), (100, 806)], "#c48f4d")
    sheet.shape([(60, 804), (250, 778), (256, 792), (70, 812)], "#d7a661")
