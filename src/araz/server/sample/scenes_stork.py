"""The drawing of the stork."""

from araz.server.sample.canvas import (
    APPLE,
    BARK,
    BLUSH,
    EARTH,
    INK,
    OCHRE,
    PINE,
    SNOW,
    STRAW,
    TILE_SOFT,
    Canvas,
    Point,
    moved,
    scattered,
)


def stork() -> Canvas:
    sheet = Canvas(BLUSH)
    sheet.bands(0, 800, "#cfe0e2", "#f6dfcb")
    sheet.disc((430, 420), 150, "#f2c79a")
    for x, y, size in ((180, 190, 1.0), (1180, 150, 1.3), (1340, 300, 0.8)):
        _cloud(sheet, (x, y), size)
    sheet.land([(0, 800), (300, 740), (640, 790), (1000, 730), (1320, 790), (1600, 740)], "#b5bfa6")
    _roofs(sheet)
    sheet.land([(0, 930), (400, 905), (900, 930), (1600, 900)], "#82996f")
    sheet.box((878, 560, 906, 1000), BARK)
    sheet.box((878, 560, 888, 1000), EARTH)
    _nest(sheet, (892, 560))
    _stork(sheet, (892, 500))
    return sheet


def _cloud(sheet: Canvas, at: Point, size: float) -> None:
    for dx, dy, rx, ry in ((0, 0, 120, 22), (-50, -14, 56, 26), (30, -22, 70, 34), (90, -6, 50, 20)):
        sheet.disc((at[0] + dx * size, at[1] + dy * size), (rx * size, ry * size), "#eff3f0")


def _roofs(sheet: Canvas) -> None:
    for x, y, width, wall in (
        (60, 800, 250, "#e6dac0"),
        (380, 825, 200, "#dccdb0"),
        (1130, 790, 300, "#e6dac0"),
        (1450, 820, 220, "#dccdb0"),
    ):
        sheet.box((x, y, x + width, 960), wall)
        sheet.shape([(x - 22, y), (x + width / 2, y - 92), (x + width + 22, y)], APPLE if width % 100 else "#a44b40")
        for dx in (0.2, 0.62):
            sheet.box((x + width * dx, y + 34, x + width * dx + 36, y + 84), TILE_SOFT, radius=3)
    for x, height in ((620, 190), (690, 240), (1060, 220)):
        sheet.blob([(x, 940 - height), (x + 30, 860), (x, 930), (x - 30, 860)], PINE)


def _nest(sheet: Canvas, at: Point) -> None:
    x, y = at
    sheet.blob(
        [(x - 190, y - 66), (x, y - 84), (x + 190, y - 66), (x + 120, y + 16), (x, y + 30), (x - 120, y + 16)], EARTH
    )
    for number, (sx, sy) in enumerate(scattered(80, (x - 175, y - 70, x + 130, y + 16))):
        if abs(sx + 20 - x) < 175 - (sy - y + 70) * 0.7:
            tilt = (number * 5 % 19) - 9
            sheet.stroke(((sx, sy), (sx + 56, sy + tilt)), (BARK, OCHRE, "#6d563a", STRAW)[number % 4], 4)
    for dx, dy in ((-200, -84), (204, -80), (-176, -96), (172, -98)):
        sheet.stroke(((x + dx * 0.6, y - 50), (x + dx, y + dy)), BARK, 5)


def _stork(sheet: Canvas, feet: Point) -> None:
    def at(*points: Point) -> list[Point]:
        return moved(points, feet, 1.22)

    red = "#c2543f"
    sheet.stroke(at((-4, 0), (2, -112)), red, 10)
    sheet.stroke(at((26, -112), (52, -66), (8, -44)), red, 10)
    sheet.blob(at((-128, -122), (-70, -176), (10, -212), (62, -196), (74, -150), (40, -112), (-30, -102)), SNOW)
    sheet.blob(at((-176, -98), (-120, -146), (-40, -160), (-2, -140), (-50, -112), (-120, -92)), INK)
    sheet.blob(at((-120, -140), (-50, -186), (20, -190), (26, -160), (-40, -136)), "#dfe4e2")
    sheet.taper(at((44, -176), (78, -220), (70, -276), (60, -308), (84, -330)), SNOW, (44, 24))
    sheet.disc(at((86, -332))[0], 27, SNOW)
    sheet.shape(at((98, -346), (206, -312), (100, -320)), red)
    sheet.disc(at((92, -336))[0], 5, INK)
