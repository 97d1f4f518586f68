"""Drawings of places where people meet: the schoolyard, the bus, the night window."""

from araz.server.sample.canvas import (
    APPLE,
    BARK,
    CREAM,
    EARTH,
    HEIGHT,
    INK,
    LEAF,
    NIGHT,
    OCHRE,
    PINE,
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
    smooth,
)

Box = tuple[float, float, float, float]


def schoolyard() -> Canvas:
    sheet = Canvas(WASH)
    sheet.bands(0, 640, "#d3e2e3", "#f4ecd8")
    sheet.land([(0, 470), (280, 360), (600, 450), (960, 350), (1280, 440), (1600, 370)], "#b6c6c0")
    sheet.land([(0, 560), (400, 510), (900, 550), (1600, 500)], SAGE)
    _school(sheet)
    sheet.land([(0, 742), (500, 734), (1000, 742), (1600, 732)], "#dccba4")
    sheet.land([(0, 900), (400, 870), (1000, 910), (1600, 880)], "#d2be93")
    _mulberry(sheet, (180, 800))
    _mulberry(sheet, (1440, 810))
    _pennants(sheet, [(215, 470), (500, 585), (800, 610), (1100, 590), (1402, 475)])
    _bench(sheet, (1120, 850))
    for x in range(5):
        sheet.shape([(470 + x * 62, 860), (532 + x * 62, 860), (528 + x * 66, 904), (460 + x * 66, 904)], "#e6d9b8")
        sheet.stroke(((470 + x * 62, 860), (460 + x * 66, 904)), "#f7f0dc", 4)
    sheet.disc((860, 892), 26, APPLE)
    sheet.curve([(842, 878), (860, 892), (880, 878)], ROSE, 4)
    return sheet


def _school(sheet: Canvas) -> None:
    sheet.box((380, 450, 1220, 760), "#efe5cc")
    sheet.box((380, 690, 1220, 760), "#cdbb95")
    sheet.shape([(340, 456), (430, 330), (1170, 330), (1260, 456)], APPLE)
    for y in (362, 394, 426):
        reach = 340 + (456 - y) * 0.714
        sheet.box((reach + 8, y, WIDTH - reach - 8, y + 5), "#a44b40")
    sheet.shape([(660, 452), (800, 300), (940, 452)], "#efe5cc")
    sheet.stroke(((648, 456), (800, 290), (952, 456)), "#a44b40", 15)
    sheet.disc((800, 392), 36, TILE_SOFT)
    sheet.disc((800, 392), 27, SNOW)
    sheet.stroke(((800, 392), (800, 373)), INK, 4)
    sheet.stroke(((800, 392), (813, 398)), INK, 4)
    for x in (430, 550, 970, 1090):
        sheet.box((x, 510, x + 82, 640), TILE_SOFT, radius=6)
        sheet.box((x + 8, 518, x + 74, 632), "#cfe0e0", radius=3)
        sheet.box((x + 38, 518, x + 44, 632), TILE_SOFT)
        sheet.box((x + 8, 562, x + 74, 567), TILE_SOFT)
        sheet.box((x - 8, 640, x + 90, 652), "#cdbb95", radius=3)
    for x in (440, 558, 980, 1102):
        sheet.disc((x + 14, 632), 16, LEAF)
        sheet.disc((x + 22, 624), 8, ROSE)
    sheet.box((728, 500, 872, 760), TILE, radius=10)
    for x in (738, 804):
        sheet.box((x, 512, x + 58, 752), TILE_SOFT, radius=6)
        sheet.box((x + 10, 526, x + 48, 610), "#cfe0e0", radius=4)
    for number in range(3):
        sheet.box((712 - number * 16, 750 + number * 14, 888 + number * 16, 766 + number * 14), "#b7a57e", radius=2)


def _mulberry(sheet: Canvas, foot: Point) -> None:
    x, y = foot
    sheet.disc((x + 10, y + 8), (190, 22), "#bda981")
    sheet.taper([(x, y + 10), (x + 6, y - 130), (x - 4, y - 280)], BARK, (54, 30))
    for dx in (-80, 90):
        sheet.taper([(x, y - 190), (x + dx, y - 320)], BARK, (26, 12))
    crowns = ((0, -440, 140), (-120, -370, 115), (125, -380, 118), (-70, -510, 100), (80, -510, 100), (0, -340, 110))
    for dx, dy, radius in crowns:
        sheet.disc((x + dx, y + dy), radius, PINE)
    for dx, dy, radius in ((-50, -470, 90), (70, -450, 88), (-120, -390, 68), (120, -400, 66), (10, -540, 54)):
        sheet.disc((x + dx - 8, y + dy - 12), radius, LEAF)
    for left, up in scattered(30, (-190, -560, 200, -280)):
        if left**2 / 190**2 + (up + 420) ** 2 / 140**2 < 1:
            sheet.disc((x + left, y + up), 9, INK if int(left) % 3 else "#7f4a63")


def _pennants(sheet: Canvas, hung_on: list[Point]) -> None:
    line = smooth(hung_on)
    sheet.stroke(line, INK, 4)
    colours = (APPLE, STRAW, TILE_SOFT, SNOW, ROSE, OCHRE)
    for number, (x, y) in enumerate(line[2:-2:3]):
        sheet.shape([(x - 22, y), (x + 22, y + 1), (x + 1, y + 58)], colours[number % len(colours)])


def _bench(sheet: Canvas, at: Point) -> None:
    x, y = at
    sheet.disc((x + 90, y + 46), (130, 12), "#bda981")
    for dx in (12, 158):
        sheet.box((x + dx, y, x + dx + 14, y + 46), BARK)
    sheet.box((x, y - 8, x + 184, y + 10), EARTH, radius=4)
    for number, colour in enumerate((TILE, APPLE, STRAW)):
        sheet.box(
            (x + 50 + number * 5, y - 22 - number * 14, x + 118 - number * 4, y - 9 - number * 14), colour, radius=3
        )


def bus() -> Canvas:
    sheet = Canvas(CREAM)
    sheet.bands(0, 600, "#d8e5e4", "#f6e7cf")
    sheet.disc((1260, 210), 74, "#f0cf96")
    sheet.land([(0, 400), (240, 300), (520, 390), (820, 280), (1180, 390), (1600, 300)], "#bccac4")
    sheet.land([(0, 540), (360, 440), (760, 520), (1180, 430), (1600, 520)], "#a7b994")
    for x, y, size in ((1020, 505, 0.7), (1090, 490, 0.85), (1170, 480, 0.75), (90, 520, 0.9), (180, 500, 0.7)):
        sheet.blob(moved([(0, -150), (24, -60), (0, 0), (-24, -60)], (x, y), size), PINE)
    sheet.land([(0, 640), (420, 590), (900, 640), (1300, 570), (1600, 600)], "#90a97f")
    for number in range(7):
        left = [(900 + number * 120, 618 - number * 6), (960 + number * 120, 612 - number * 6)]
        sheet.shape([*left, (930 + number * 150, 720), (850 + number * 150, 720)], "#a3b784")
    sheet.land([(0, 700), (400, 690), (900, 706), (1600, 690)], "#7f9a74")
    sheet.shape([(0, 788), (1600, 774), (1600, 930), (0, 946)], "#8e8a7e")
    sheet.shape([(0, 788), (1600, 774), (1600, 784), (0, 798)], "#d8cfb6")
    for dash in range(40, 1600, 220):
        sheet.shape([(dash, 868), (dash + 110, 867), (dash + 110, 877), (dash, 878)], "#e8e1cb")
    sheet.land([(0, 946), (800, 938), (1600, 930)], "#6f8c66")
    _bus(sheet, (330, 842))
    for number, blade in enumerate(scattered(46, (0, 955, WIDTH, 1000))):
        sheet.stroke((blade, (blade[0] + 4 - number % 9, blade[1] - 26)), "#597654", 4)
    return sheet


def _bus(sheet: Canvas, at: Point) -> None:
    """A bus that drives to the right; `at` is where its rear wheel's side meets the road."""
    x, y = at

    def box(corners: Box, colour: str, radius: float = 0) -> None:
        sheet.box((x + corners[0], y + corners[1], x + corners[2], y + corners[3]), colour, radius)

    sheet.disc((x + 410, y + 14), (470, 20), "#77746a")
    box((20, -436, 790, -424), BARK, 3)
    for dx in (60, 230, 400, 570, 740):
        box((dx, -440, dx + 8, -396), BARK)
    _book_boxes(sheet, (x, y - 436))
    box((-20, -400, 850, -30), "#e9dfc4", 46)
    box((-20, -210, 850, -30), TILE, 24)
    box((-20, -210, 850, -186), STRAW)
    box((-20, -170, 850, -160), TILE_SOFT)
    for dx in range(5):
        box((22 + dx * 122, -352, 128 + dx * 122, -232), TILE_SOFT, 14)
        box((30 + dx * 122, -344, 120 + dx * 122, -240), "#cfe1e2", 9)
    _passengers(sheet, at)
    box((640, -356, 728, -60), TILE_SOFT, 12)
    box((650, -346, 718, -74), "#cfe1e2", 8)
    box((681, -346, 687, -74), TILE_SOFT)
    sheet.shape([(x + 752, y - 352), (x + 822, y - 352), (x + 844, y - 232), (x + 752, y - 232)], "#cfe1e2")
    sheet.disc((x + 794, y - 300), 24, "#c99878")
    sheet.blob([(x + 768, y - 306), (x + 794, y - 330), (x + 820, y - 308), (x + 796, y - 314)], INK)
    box((764, -276, 826, -232), APPLE, 16)
    sheet.disc((x + 826, y - 110), 22, "#f6df9f")
    box((792, -62, 866, -40), INK, 8)
    for dx in (130, 660):
        sheet.shape(arc((x + dx, y - 32), 78, 180, 360), "#0a4856")
        sheet.disc((x + dx, y - 36), 62, INK)
        sheet.disc((x + dx, y - 36), 32, WASH)
        sheet.disc((x + dx, y - 36), 12, INK)


def _book_boxes(sheet: Canvas, at: Point) -> None:
    x, y = at
    for dx, width, height, colour in (
        (50, 160, 84, OCHRE),
        (224, 130, 66, EARTH),
        (368, 176, 92, OCHRE),
        (558, 140, 72, EARTH),
    ):
        for number in range(int(width / 17) - 1):
            spine = (TILE, APPLE, STRAW, SNOW, ROSE, TILE_SOFT, LEAF)[(number + dx) % 7]
            top = y - height - 22 - number * 7 % 16
            sheet.box((x + dx + 10 + number * 17, top, x + dx + 24 + number * 17, y - height + 10), spine, radius=2)
        sheet.box((x + dx, y - height, x + dx + width, y), colour, radius=4)
        sheet.box((x + dx, y - height * 0.55, x + dx + width, y - height * 0.55 + 5), mixed(colour, INK, 0.25))
    sheet.stroke(((x + 40, y - 2), (x + 130, y - 60), (x + 215, y - 2)), CREAM, 4)
    sheet.stroke(((x + 360, y - 2), (x + 456, y - 66), (x + 550, y - 2)), CREAM, 4)


def _passengers(sheet: Canvas, at: Point) -> None:
    x, y = at
    people = (
        (76, APPLE, "#d2a384", INK),
        (198, STRAW, "#c79474", BARK),
        (442, SAGE, "#d8ac8e", INK),
        (564, ROSE, "#c99878", SNOW),
    )
    for dx, coat, skin, hair in people:
        sheet.box((x + dx - 30, y - 276, x + dx + 30, y - 240), coat, radius=14)
        sheet.disc((x + dx, y - 296), 24, skin)
        crown = [(x + dx - 27, y - 292), (x + dx - 18, y - 320), (x + dx + 14, y - 324), (x + dx + 27, y - 300)]
        sheet.blob([*crown, (x + dx, y - 308)], hair)
    sheet.shape([(x + 416, y - 252), (x + 442, y - 244), (x + 442, y - 268), (x + 416, y - 276)], SNOW)
    sheet.shape([(x + 468, y - 252), (x + 442, y - 244), (x + 442, y - 268), (x + 468, y - 276)], CREAM)


def night_window() -> Canvas:
    sheet = Canvas(NIGHT)
    for number, (x, y) in enumerate(scattered(170, (-40, -20, WIDTH, 900))):
        row, column = round(y / 44), round(x / 96)
        corner = (column * 96 + row % 2 * 48, row * 44)
        brick = mixed(NIGHT, TILE_SOFT, 0.10 + number % 3 * 0.05)
        sheet.box((corner[0], corner[1], corner[0] + 88, corner[1] + 36), brick, radius=3)
    for reach, share in ((250, 0.05), (170, 0.09), (100, 0.14), (50, 0.2)):
        area = (500 - reach, 160 - reach, 1100 + reach, 760 + reach)
        sheet.box(area, mixed(NIGHT, "#f0a868", share), radius=reach)
    sheet.box((472, 132, 1128, 784), "#3a2f27", radius=8)
    sheet.box((500, 160, 1100, 756), "#f0c878")
    _room(sheet)
    for x in (694, 894):
        sheet.box((x, 160, x + 12, 756), "#3a2f27")
    sheet.box((500, 330, 1100, 340), "#3a2f27")
    sheet.box((440, 776, 1160, 812), "#52443a", radius=4)
    sheet.blob([(436, 782), (520, 758), (700, 766), (900, 754), (1080, 764), (1164, 782), (800, 792)], SNOW)
    sheet.land([(0, 930), (340, 900), (760, 925), (1180, 896), (1600, 925)], "#c3d0d6")
    sheet.shape(smooth([(560, 1000), (620, 940), (800, 926), (980, 940), (1060, 1000)]), "#ecdcb6")
    for number, (x, y) in enumerate(scattered(150, (0, 0, WIDTH, HEIGHT))):
        sheet.disc((x, y), 3 + number % 4 * 1.5, SNOW if number % 3 else "#b9c8d0")
    return sheet


def _room(sheet: Canvas) -> None:
    """Shelves behind, a table before, a lamp and a reader between them."""
    spines = (TILE, APPLE, "#8f5a36", PINE, "#c98d4a", "#e7dab8", TILE_SOFT, "#7a3f36")
    for shelf, base in enumerate((262, 384, 506, 628)):
        x, number = 508.0, shelf * 3
        while x < 1080:
            width, height = 17 + number * 7 % 13, 66 + number * 11 % 27
            if number % 11 != 5:
                sheet.box(
                    (x, base - height, x + width, base),
                    spines[number * 5 % 8 if shelf % 2 else number * 3 % 8],
                    radius=2,
                )
            x, number = x + width + 3, number + 1
        sheet.box((500, base, 1100, base + 12), "#7a5430")
    sheet.disc((960, 560), (128, 118), "#f9e2a6")
    sheet.blob([(640, 736), (650, 640), (720, 590), (800, 590), (862, 650), (872, 736)], TILE)
    sheet.disc((760, 530), 62, "#cf9d7b")
    sheet.blob([(694, 540), (700, 476), (760, 456), (818, 480), (824, 520), (780, 500), (726, 512), (716, 560)], INK)
    sheet.box((500, 690, 1100, 756), "#5f4028")
    sheet.box((500, 690, 1100, 702), "#8a6038")
    sheet.shape([(690, 676), (772, 694), (772, 640), (700, 618)], CREAM)
    sheet.shape([(854, 676), (772, 694), (772, 640), (844, 618)], SNOW)
    sheet.disc((700, 660), 20, "#cf9d7b")
    sheet.disc((846, 660), 20, "#cf9d7b")
    sheet.stroke(((980, 690), (980, 600), (940, 560)), BARK, 9)
    sheet.shape([(880, 590), (910, 520), (970, 520), (1000, 590)], APPLE)
    sheet.disc((940, 594), (40, 12), SNOW)
    sheet.box((944, 682, 1016, 694), BARK, radius=5)
    for number, colour in enumerate((STRAW, TILE_SOFT, APPLE)):
        sheet.box((540 + number * 6, 672 - number * 18, 630 - number * 4, 688 - number * 18), colour, radius=3)
