"""Drawings of the land: apples, the mountain road, beehives."""

from araz.server.sample.canvas import (
    APPLE,
    BARK,
    BLUSH,
    CREAM,
    EARTH,
    HEIGHT,
    INK,
    LEAF,
    OCHRE,
    PINE,
    RIVER,
    ROSE,
    SAGE,
    SNOW,
    STRAW,
    TILE,
    TILE_SOFT,
    WASH,
    WIDTH,
    Canvas,
    Point,
    mixed,
    moved,
    scattered,
)


def apples() -> Canvas:
    sheet = Canvas(CREAM)
    sheet.bands(0, HEIGHT, "#e4ebe6", "#f4ead6")
    sheet.disc((1180, 300), 210, "#f3dfbd")
    for number, at in enumerate(scattered(34, (-60, -40, 1660, 1040))):
        _leaf(sheet, at, 1.5, number * 67 % 360, mixed(SAGE, CREAM, 0.62))
    sheet.taper([(-40, 210), (240, 260), (560, 300), (900, 275), (1240, 330), (1500, 300)], BARK, (62, 12))
    sheet.taper([(420, 285), (560, 420), (700, 480)], BARK, (30, 10))
    sheet.taper([(800, 280), (960, 180), (1120, 120), (1260, 110)], BARK, (30, 8))
    sheet.taper([(1080, 300), (1180, 420), (1300, 470)], BARK, (24, 8))
    for number, at in enumerate(_twigs()):
        _leaf(sheet, at, 1.35, number * 83 % 140 + 20, PINE if number % 3 else "#3f6355")
    fruit = (((270, 300), 1.08), ((610, 470), 1.2), ((905, 300), 1.0), ((1215, 470), 1.16), ((1430, 310), 0.92))
    for at, size in fruit:
        _apple(sheet, at, size)
    for number, at in enumerate(
        ((300, 250), (560, 330), (690, 470), (880, 265), (1180, 400), (1380, 300), (1270, 110))
    ):
        _leaf(sheet, at, 1.55, (160, 20, 40, 150, 170, 200, 20)[number], LEAF if number % 2 else PINE)
    return sheet


def _twigs() -> tuple[Point, ...]:
    return (
        *((90, 225), (170, 245), (330, 270), (410, 280), (500, 300), (640, 300), (740, 290), (830, 275), (980, 280)),
        *(
            (1060, 300),
            (1150, 315),
            (1240, 330),
            (1330, 325),
            (1470, 300),
            (480, 350),
            (540, 410),
            (650, 460),
            (700, 480),
        ),
        *((880, 230), (960, 180), (1050, 140), (1130, 118), (1200, 112), (1150, 390), (1230, 440), (1300, 470)),
    )


def _leaf(sheet: Canvas, at: Point, size: float, turn: float, colour: str) -> None:
    outline = [(0, 0), (24, -26), (62, -30), (104, 0), (62, 26), (24, 22)]
    sheet.blob(moved(outline, at, size, turn), colour)
    sheet.stroke(moved([(4, -1), (92, -1)], at, size, turn), mixed(colour, CREAM, 0.22), 2.5 * size)


def _apple(sheet: Canvas, stalk: Point, size: float) -> None:
    """A round apple below the point where its stalk is."""
    sheet.curve(moved([(0, -6), (4, 30), (-2, 62)], stalk, size), BARK, 7 * size)
    body = [(0, 62), (46, 44), (92, 76), (98, 138), (66, 206), (24, 222), (0, 214), (-24, 222), (-66, 206), (-98, 138)]
    sheet.blob(moved([*body, (-92, 76), (-46, 44)], stalk, size), APPLE)
    shade = [(92, 82), (98, 138), (66, 206), (24, 222), (0, 214), (44, 188), (74, 138)]
    sheet.blob(moved(shade, stalk, size), "#9c4239")
    sheet.blob(moved([(-74, 96), (-52, 78), (-40, 92), (-58, 120), (-66, 156), (-80, 132)], stalk, size), ROSE)
    sheet.blob(moved([(-26, 58), (0, 50), (26, 58), (0, 70)], stalk, size), "#7d3b33")


def mountain_road() -> Canvas:
    sheet = Canvas(WASH)
    sheet.bands(0, 620, "#c9dadd", "#f2e4da")
    sheet.disc((330, 210), 66, CREAM)
    peaks = [
        (-80, 620),
        (150, 330),
        (330, 470),
        (560, 190),
        (760, 410),
        (940, 270),
        (1180, 520),
        (1400, 330),
        (1680, 600),
    ]
    sheet.shape([*peaks, (1680, HEIGHT), (-80, HEIGHT)], "#a9bdc2")
    for top, left, right in (
        ((560, 190), 118, 104),
        ((150, 330), 92, 84),
        ((940, 270), 96, 120),
        ((1400, 330), 90, 110),
    ):
        _snow_cap(sheet, top, (left, right), "#f7f8f6", "#dbe5e7")
    _big_peak(sheet)
    sheet.land([(0, 700), (260, 610), (520, 680), (700, 640), (940, 700), (1300, 620), (1600, 680)], "#8ba2a3")
    sheet.land([(0, 800), (300, 730), (640, 770), (1000, 720), (1320, 760), (1600, 700)], "#dfe7e6")
    _road(sheet)
    for number, (x, y) in enumerate(
        ((90, 830), (170, 870), (250, 815), (1380, 770), (1460, 800), (1540, 765), (1300, 745))
    ):
        _fir(sheet, (x, y), 1.1 + number % 3 * 0.22)
    for x, y in ((60, 985), (1480, 960), (1570, 1000), (190, 1005)):
        _fir(sheet, (x, y), 2.1)
    return sheet


def _snow_cap(sheet: Canvas, top: Point, reach: Point, light: str, shade: str) -> None:
    """Snow on a peak whose sides fall about as steeply as the neighbours in `mountain_road`."""
    x, y = top
    left, right = reach
    sheet.shape([(x, y), (x + right, y + 110), (x + 52, y + 96), (x + 30, y + 134), (x, y + 100)], shade)
    low = [(x, y + 100), (x - 30, y + 142), (x - 56, y + 100), (x - left, y + 128)]
    sheet.shape([(x, y), *low], light)


def _big_peak(sheet: Canvas) -> None:
    sheet.shape([(780, 700), (1160, 120), (1620, 720)], "#7d979d")
    sheet.shape([(1160, 120), (1620, 720), (1230, 720), (1120, 470)], "#6b868d")
    light = [(1160, 120), (1120, 470), (1080, 400), (1040, 470), (1000, 400), (950, 452), (968, 413)]
    sheet.shape(light, SNOW)
    shade = [(1160, 120), (1120, 470), (1180, 400), (1230, 480), (1290, 390), (1340, 452), (1380, 407)]
    sheet.shape(shade, "#d3dfe2")


def _road(sheet: Canvas) -> None:
    """Bends that become narrower the higher they lie."""
    bends = [
        (640, 1040),
        (1010, 935),
        (1130, 880),
        (980, 836),
        (560, 800),
        (470, 768),
        (600, 744),
        (850, 722),
        (910, 703),
    ]
    upper = [(850, 690), (740, 678), (730, 668), (800, 660)]
    sheet.taper([*bends, *upper], "#c3d0d1", (150, 10))
    sheet.taper([*bends, *upper], "#5c6a6d", (118, 7))
    sheet.taper(bends, "#69787b", (96, 8))
    for x, y in ((560, 958), (1075, 962), (1190, 870), (520, 826), (408, 768)):
        sheet.box((x, y - 58, x + 11, y), APPLE, radius=3)
        sheet.box((x, y - 40, x + 11, y - 22), SNOW)


def _fir(sheet: Canvas, foot: Point, size: float) -> None:
    x, y = foot
    sheet.box((x - 5 * size, y - 16 * size, x + 5 * size, y), BARK)
    for level in range(3):
        width, base = (38 - level * 9) * size, y - (12 + level * 26) * size
        sheet.shape([(x - width, base), (x, base - 50 * size), (x + width, base)], PINE)
        snow = [(x - width * 0.62, base - 19 * size), (x, base - 50 * size), (x + width * 0.3, base - 35 * size)]
        sheet.shape([*snow, (x, base - 27 * size)], SNOW)


def beehives() -> Canvas:
    sheet = Canvas(CREAM)
    sheet.bands(0, 640, "#dbe7e4", "#f5ecd2")
    sheet.disc((1330, 190), 84, "#f0cf8e")
    sheet.land([(0, 470), (260, 380), (560, 440), (900, 330), (1240, 430), (1600, 350)], "#b6c8bd")
    sheet.land([(0, 560), (420, 500), (860, 530), (1200, 460), (1600, 500)], "#9db394")
    sheet.land([(0, 600), (400, 610), (900, 680), (1300, 720), (1600, 700)], "#87a37c")
    sheet.land([(0, 760), (500, 800), (1000, 830), (1600, 800)], "#7a9871")
    _apricot_tree(sheet, (300, 650))
    _flowers(sheet, 60, (0, 730, WIDTH, 860))
    colours = (TILE_SOFT, STRAW, APPLE, RIVER, OCHRE, SNOW, TILE)
    for number, colour in enumerate(colours[:4]):
        _hive(sheet, (700 + number * 215, 692 + number * 24), 0.85, colour)
    for number, colour in enumerate(colours[4:]):
        _hive(sheet, (560 + number * 330, 880 + number * 14), 1.25, colour)
    _flowers(sheet, 60, (0, 915, WIDTH, 1000))
    for number, at in enumerate(scattered(16, (480, 380, 1500, 690))):
        _bee(sheet, at, 0.9 + number % 3 * 0.2, -1 if number % 2 else 1)
    return sheet


def _flowers(sheet: Canvas, count: int, area: tuple[float, float, float, float]) -> None:
    for number, (x, y) in enumerate(scattered(count, area)):
        sheet.stroke(((x, y), (x + 3, y - 22)), "#5f8060", 3)
        sheet.disc((x + 3, y - 24), 6 + number % 3, (ROSE, CREAM, "#d7b0c6", STRAW)[number % 4])


def _hive(sheet: Canvas, foot: Point, size: float, colour: str) -> None:
    def box(x0: float, y0: float, x1: float, y1: float, fill: str, radius: float = 0) -> None:
        x, y = foot
        sheet.box((x + x0 * size, y + y0 * size, x + x1 * size, y + y1 * size), fill, radius * size)

    sheet.disc((foot[0] + 12 * size, foot[1] + 2 * size), (96 * size, 15 * size), "#66855f")
    for x in (-58, 44):
        box(x, -24, x + 14, 6, BARK)
    box(-74, -140, 74, -20, colour, 4)
    box(34, -140, 74, -20, mixed(colour, INK, 0.16), 4)
    box(-74, -84, 74, -79, mixed(colour, INK, 0.28))
    box(-84, -160, 84, -138, mixed(colour, INK, 0.45), 5)
    box(-42, -38, 26, -28, INK, 5)
    box(-56, -26, 44, -18, EARTH, 2)
    box(-18, -122, 2, -102, mixed(colour, SNOW, 0.6), 10)


def _bee(sheet: Canvas, at: Point, size: float, flip: int) -> None:
    x, y = at
    for dx in (-4, 6):
        sheet.disc((x + dx * size, y - 8 * size), (5 * size, 8 * size), SNOW)
    sheet.disc(at, (12 * size, 7 * size), "#d9a441")
    sheet.box((x - 3 * size, y - 6 * size, x + 1 * size, y + 6 * size), INK)
    sheet.disc((x + 11 * size * flip, y), 5 * size, INK)


def _apricot_tree(sheet: Canvas, foot: Point) -> None:
    x, y = foot
    sheet.disc((x + 20, y + 6), (220, 24), "#6f8f68")
    sheet.taper([(x, y + 8), (x + 8, y - 110), (x - 6, y - 220)], BARK, (58, 30))
    for branch in ([(x, y - 150), (x - 90, y - 250)], [(x + 4, y - 170), (x + 100, y - 280)]):
        sheet.taper(branch, BARK, (28, 12))
    for dx, dy, radius in (
        (0, -390, 150),
        (-150, -310, 120),
        (150, -320, 125),
        (-90, -430, 110),
        (100, -430, 110),
        (0, -280, 110),
    ):
        sheet.disc((x + dx, y + dy), radius, "#d99c92")
    for dx, dy, radius in (
        (-70, -410, 100),
        (70, -400, 100),
        (-150, -330, 80),
        (130, -340, 80),
        (0, -330, 90),
        (10, -470, 60),
    ):
        sheet.disc((x + dx - 10, y + dy - 16), radius, ROSE)
    for number, (left, up) in enumerate(scattered(70, (-250, -530, 260, -190))):
        if left**2 / 240**2 + (up + 360) ** 2 / 165**2 < 1:
            sheet.disc((x + left, y + up), 9 + number % 4 * 2, BLUSH if number % 3 else SNOW)
