"""Drawings with water: the lake, the bridge, the mill, the poplars."""

from araz.server.sample.canvas import (
    APPLE,
    BARK,
    BLUSH,
    CREAM,
    EARTH,
    HEIGHT,
    INK,
    LEAF,
    MIST,
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
    arc,
    mixed,
    moved,
    scattered,
)


def lake() -> Canvas:
    sheet = Canvas(WASH)
    sheet.bands(0, 430, "#dfe8e6", BLUSH)
    sheet.disc((1240, 235), 78, CREAM)
    far = [(0, 360), (180, 300), (340, 330), (520, 220), (700, 320), (900, 270), (1100, 340), (1320, 280), (1600, 350)]
    near = [(0, 420), (240, 360), (460, 400), (760, 330), (1000, 405), (1250, 360), (1600, 410)]
    sheet.land(far, "#b4c4c5")
    sheet.land(near, "#92aaad")
    sheet.bands(430, HEIGHT, "#bcd0d1", "#87adb3")
    _ripples(sheet, 70, (0, 450, WIDTH, 980), "#a6c2c5", SNOW)
    for x in range(-10, 90, 5):
        sheet.disc((1240 + x % 17 - 8, 445 + x * 1.5 + 15), (64 - abs(x) * 0.4, 3), CREAM)
    for x, y, size in ((250, 560, 0.55), (330, 575, 0.5), (1180, 560, 0.5), (1390, 585, 0.58), (640, 570, 0.48)):
        _flamingo(sheet, (x, y), size if x % 20 else -size)
    for x, y, size in ((480, 700, 0.95), (900, 690, -0.9), (1130, 760, 1.05), (260, 790, 1.2), (700, 830, -1.25)):
        _flamingo(sheet, (x, y), size)
    _flamingo(sheet, (1390, 850), -1.35)
    for x, y, size in ((300, 130, 1.2), (400, 95, 1.0), (500, 140, 1.1), (600, 85, 0.9), (700, 125, 0.8)):
        _far_bird(sheet, (x, y), size)
    return sheet


def _ripples(sheet: Canvas, count: int, area: tuple[float, float, float, float], dark: str, light: str) -> None:
    """Short level lines, longer and thicker the nearer they lie."""
    for number, (x, y) in enumerate(scattered(count, area)):
        nearness = (y - area[1]) / (area[3] - area[1])
        length = 40 + 120 * nearness
        sheet.stroke(((x, y), (x + length, y)), light if number % 3 == 0 else dark, 2 + 3 * nearness)


def _flamingo(sheet: Canvas, feet: Point, size: float) -> None:
    """A wading bird; a negative size looks the other way."""
    scale, flip = abs(size), -1 if size < 0 else 1

    def at(*points: Point) -> list[Point]:
        return moved([(x * flip, y) for x, y in points], feet, scale)

    for part, colour in ((at((-14, 6), (14, 6)), mixed(TILE_SOFT, RIVER, 0.4)), (at((-26, 16), (20, 16)), RIVER)):
        sheet.stroke(part, colour, 4 * scale)
    sheet.stroke(at((-6, 0), (-4, -92)), APPLE, 4.5 * scale)
    sheet.stroke(at((10, -92), (14, -46), (-2, -34)), APPLE, 4.5 * scale)
    sheet.taper(
        at((34, -118), (62, -136), (66, -168), (40, -190), (32, -220), (56, -238)), ROSE, (17 * scale, 10 * scale)
    )
    sheet.blob(at((-66, -92), (-30, -134), (24, -142), (50, -120), (34, -92), (-14, -80)), ROSE)
    sheet.blob(at((-72, -90), (-38, -122), (8, -122), (-4, -98), (-40, -88)), "#dd9182")
    sheet.blob(at((-76, -86), (-50, -104), (-34, -98), (-50, -86)), INK)
    sheet.disc(at((60, -238))[0], 12 * scale, ROSE)
    sheet.shape(at((66, -246), (88, -232), (84, -210), (77, -226), (62, -230)), SNOW)
    sheet.shape(at((86, -230), (84, -208), (77, -224)), INK)
    sheet.disc(at((61, -241))[0], 2.6 * scale, INK)


def _far_bird(sheet: Canvas, at: Point, size: float) -> None:
    sheet.curve(moved([(-44, -10), (-22, -20), (0, 0), (22, -20), (44, -10)], at, size), INK, 4.5)


def bridge() -> Canvas:
    sheet = Canvas(CREAM)
    sheet.bands(0, 560, "#eaeee6", CREAM)
    sheet.disc((300, 220), 70, "#e9c9a0")
    sheet.land([(0, 420), (260, 330), (520, 400), (820, 300), (1140, 400), (1380, 330), (1600, 390)], "#b9c8c2")
    sheet.land([(0, 500), (300, 440), (700, 480), (1100, 430), (1600, 490)], SAGE)
    water = 640
    sheet.bands(water, HEIGHT, "#a9c6c9", "#5f949d")
    _arches(sheet, water, up=True)
    _arches(sheet, water, up=False)
    sheet.box((0, water - 4, WIDTH, water + 4), "#7d9fa2")
    _ripples(sheet, 60, (0, water + 20, WIDTH, 980), "#8fb3b7", "#d5e3e2")
    for x, height in ((70, 210), (150, 260), (1480, 250), (1560, 200)):
        _poplar(sheet, (x, 540), height, LEAF)
    return sheet


def _arches(sheet: Canvas, water: float, *, up: bool) -> None:
    """Three arches standing on the water, or their reflection under it."""
    stone, shade, hole = ("#c7b79a", "#a8977a", "#cfdcd6") if up else ("#93aaa6", "#7e9a99", "#93b6ba")
    sign = -1 if up else 1
    height = 1.0 if up else 0.8

    def at(x: float, y: float) -> Point:
        return (x, water + sign * y * height)

    top = [at(x, 150 + 110 * (1 - ((x - 800) / 800) ** 2)) for x in range(0, WIDTH + 1, 40)]
    sheet.shape([*top, at(WIDTH, 0), at(0, 0)], stone)
    sheet.curve(top, shade, 16)
    openings = ((400, 130), (800, 178), (1200, 130))
    for middle, radius in openings:
        sheet.shape([at(px, py) for px, py in _arch(middle, radius + 18)], shade)
        sheet.shape([at(px, py) for px, py in _arch(middle, radius)], hole)
    if up:
        for number, (x, y) in enumerate(scattered(46, (20, 30, 1560, 190))):
            if not any(abs(x + 20 - middle) < radius + 40 for middle, radius in openings):
                sheet.box((x, water - y, x + 34 + number % 3 * 8, water - y + 14), "#b9a88a", radius=3)


def _arch(x: float, radius: float) -> list[Point]:
    return [
        (x - radius, 0),
        (x - radius, 20),
        *((px, 20 - py) for px, py in arc((x, 0), radius, 180, 360)),
        (x + radius, 0),
    ]


def _poplar(sheet: Canvas, foot: Point, height: float, colour: str) -> None:
    x, y = foot
    width = height * 0.13
    sheet.stroke(((x, y), (x, y - height * 0.3)), BARK, max(4, width * 0.22))
    outline = [(0, -1), (0.75, -0.72), (1, -0.4), (0.55, -0.12), (0, -0.08), (-0.55, -0.12), (-1, -0.4), (-0.75, -0.72)]
    sheet.blob([(x + dx * width, y + dy * height) for dx, dy in outline], colour)
    light = [(0.05, -0.94), (0.62, -0.7), (0.84, -0.4), (0.45, -0.16), (0.25, -0.4), (0.2, -0.7)]
    sheet.blob([(x + dx * width, y + dy * height) for dx, dy in light], mixed(colour, STRAW, 0.25))


def poplars() -> Canvas:
    sheet = Canvas(BLUSH)
    sheet.bands(0, 640, "#e9ece4", "#f3d9c2")
    sheet.disc((1030, 400), 150, "#e8a27c")
    sheet.land([(0, 600), (300, 530), (620, 580), (980, 520), (1300, 570), (1600, 530)], "#c2b9a4")
    sheet.land([(0, 680), (500, 640), (1000, 660), (1600, 630)], "#93a085")
    for number in range(15):
        x = 90 + number * 104
        _poplar(sheet, (x, 720 - number % 2 * 8), 430 + (number * 37 % 110), PINE if number % 3 else LEAF)
    sheet.land([(0, 712), (400, 700), (800, 712), (1200, 698), (1600, 708)], "#6d7f66")
    sheet.land([(0, 780), (350, 750), (760, 800), (1150, 760), (1600, 790)], "#8fb5ba")
    for number in range(15):
        x = 90 + number * 104
        sheet.blob([(x - 26, 800), (x, 792), (x + 26, 800), (x + 20, 880), (x, 960), (x - 20, 880)], "#7ba3a8")
    _ripples(sheet, 50, (0, 810, WIDTH, 985), "#9cc0c4", "#d8e6e4")
    for x, width in ((1030, 120), (1018, 90), (1040, 66), (1026, 40)):
        y = 820 + (120 - width) * 1.5
        sheet.stroke(((x - width, y), (x + width, y)), "#eab895", 9)
    return sheet


def mill() -> Canvas:
    sheet = Canvas(WASH)
    sheet.bands(0, 600, "#dde8e6", "#f1ecd9")
    sheet.land([(0, 430), (300, 350), (620, 430), (960, 360), (1300, 440), (1600, 380)], "#b7c7bd")
    sheet.land([(0, 660), (400, 620), (900, 650), (1600, 600)], SAGE)
    _walnut(sheet, (420, 760))
    sheet.box((900, 420, 1330, 790), "#e9dfc8")
    sheet.shape([(860, 430), (1115, 270), (1370, 430)], APPLE)
    sheet.shape([(1115, 270), (1370, 430), (1115, 430)], "#a44b40")
    sheet.box((1190, 500, 1270, 600), INK, radius=38)
    sheet.box((1200, 512, 1260, 592), "#f4d38a", radius=28)
    sheet.box((1010, 620, 1110, 790), BARK, radius=6)
    for y in (470, 560, 700, 750):
        sheet.box((1150, y, 1180, y + 12), "#d6c8a8", radius=3)
        sheet.box((930, y + 10, 970, y + 22), "#d6c8a8", radius=3)
    sheet.land([(0, 790), (500, 770), (1000, 792), (1600, 770)], "#7f9a74")
    sheet.shape([(690, 840), (1600, 810), (1600, 1000), (560, 1000)], "#86b4bc")
    sheet.shape([(560, 560), (790, 585), (790, 607), (560, 582)], EARTH)
    sheet.shape([(560, 560), (790, 585), (790, 592), (560, 567)], RIVER)
    for x in (600, 700):
        sheet.stroke(((x, 580), (x, 800)), BARK, 12)
    _wheel(sheet, (850, 720))
    _ripples(sheet, 34, (760, 850, 1560, 985), "#a7cad0", SNOW)
    for x in range(70, 620, 60):
        sheet.curve([(x, 905 - x % 7 * 6), (x + 4, 880 - x % 7 * 6), (x + 14, 860 - x % 7 * 6)], PINE, 5)
    return sheet


def _wheel(sheet: Canvas, centre: Point) -> None:
    x, y = centre
    for radius, width in ((150, 16), (100, 10)):
        sheet.stroke(arc(centre, radius, 0, 360), BARK, width)
    for angle in range(0, 360, 30):
        spoke = moved([(0, 0), (150, 0)], centre, 1, angle)
        sheet.stroke(spoke, BARK, 9)
        sheet.shape(moved([(136, -26), (176, -26), (176, 8), (136, 8)], centre, 1, angle), EARTH)
    sheet.disc(centre, 24, INK)
    sheet.shape([(x - 70, y - 138), (x - 46, y - 148), (x - 150, y + 120), (x - 168, y + 110)], "#d5e5e5")


def _walnut(sheet: Canvas, foot: Point) -> None:
    x, y = foot
    sheet.taper([(x, y + 20), (x - 6, y - 120), (x + 10, y - 260)], BARK, (70, 38))
    for branch in ([(x, y - 190), (x - 90, y - 300), (x - 150, y - 340)], [(x + 6, y - 200), (x + 110, y - 320)]):
        sheet.taper(branch, BARK, (30, 12))
    crowns = ((0, -430, 190), (-160, -350, 140), (160, -350, 150), (-90, -510, 130), (110, -510, 130), (0, -330, 130))
    for dx, dy, radius in crowns:
        sheet.disc((x + dx, y + dy), radius, PINE)
    for dx, dy, radius in ((-60, -470, 120), (90, -450, 110), (-150, -380, 80), (150, -390, 80), (20, -540, 80)):
        sheet.disc((x + dx - 12, y + dy - 14), radius, LEAF)
    for left, up in scattered(26, (-240, -600, 240, -270)):
        if left**2 / 240**2 + (up + 430) ** 2 / 170**2 < 1:
            sheet.disc((x + left, y + up), 11, OCHRE if int(left) % 3 else MIST)
    sheet.disc((x, y + 26), (210, 20), TILE_SOFT if y < 0 else "#8ba381")
    sheet.stroke(((x - 90, y - 10), (x + 100, y - 10)), EARTH, 14)
    for dx in (-70, 80):
        sheet.stroke(((x + dx, y - 6), (x + dx, y + 26)), TILE, 10)
