"""Drawings that stand for the paper and its people: the emblem, and a portrait."""

from araz.server.sample.canvas import (
    APPLE,
    BARK,
    BLUSH,
    CREAM,
    EARTH,
    INK,
    MIST,
    OCHRE,
    RIVER,
    ROSE,
    SAGE,
    SNOW,
    STRAW,
    TILE,
    TILE_SOFT,
    WASH,
    Canvas,
    Point,
    mixed,
)

_MIDDLE: Point = (800, 500)


def emblem() -> Canvas:
    """A lozenge with a stepped river between two banks, a sun above it and an apple below."""
    sheet = Canvas(CREAM)
    _lozenge(sheet, 470, INK)
    _lozenge(sheet, 448, SNOW)
    _lozenge(sheet, 424, INK)
    _lozenge(sheet, 412, STRAW)
    sheet.shape([(388, 500), (1212, 500), (800, 912)], TILE)
    sheet.shape([(388, 500), (1212, 500), (1150, 562), (450, 562)], RIVER)
    for step in range(-6, 7):
        x, y = 800 + step * 50, 500 - 50 * (step % 2)
        sheet.box((x - 25, y, x + 25, 562), RIVER)
        sheet.box((x - 25, y, x + 25, y + 12), SNOW)
    sheet.box((450, 562, 1150, 574), SNOW)
    sheet.disc((800, 300), 78, OCHRE)
    sheet.disc((800, 300), 58, CREAM)
    sheet.disc((800, 715), (66, 62), APPLE)
    sheet.disc((778, 698), (20, 16), ROSE)
    sheet.stroke(((800, 662), (806, 634)), BARK, 9)
    sheet.blob([(810, 640), (850, 618), (872, 636), (838, 656)], SAGE)
    return sheet


def _lozenge(sheet: Canvas, half: float, colour: str) -> None:
    x, y = _MIDDLE
    sheet.shape([(x, y - half), (x + half, y), (x, y + half), (x - half, y)], colour)


def portrait() -> Canvas:
    """A woman with a tape measure round her neck, as the one who measures wells would be drawn."""
    sheet = Canvas(MIST)
    sheet.bands(0, 1000, WASH, mixed(MIST, RIVER, 0.35))
    sheet.disc((800, 470), (300, 330), BARK)
    sheet.blob([(520, 480), (600, 760), (640, 860), (560, 900), (500, 700)], BARK)
    sheet.blob([(1080, 480), (1000, 760), (960, 860), (1040, 900), (1100, 700)], BARK)
    sheet.blob([(330, 1010), (420, 860), (640, 790), (800, 830), (960, 790), (1180, 860), (1270, 1010)], TILE)
    sheet.box((735, 660, 865, 830), mixed(ROSE, EARTH, 0.25))
    sheet.blob([(735, 800), (800, 850), (865, 800), (865, 840), (800, 890), (735, 840)], mixed(ROSE, EARTH, 0.25))
    sheet.disc((800, 500), (196, 236), ROSE)
    sheet.blob([(596, 470), (640, 300), (800, 230), (960, 300), (1004, 470), (900, 380), (760, 350), (680, 400)], BARK)
    for x in (722, 878):
        sheet.disc((x, 500), (17, 14), INK)
        sheet.curve([(x - 40, 452), (x, 438), (x + 40, 452)], BARK, 9)
    sheet.curve([(800, 510), (786, 570), (806, 580)], mixed(ROSE, EARTH, 0.45), 7)
    sheet.curve([(738, 632), (800, 660), (862, 632)], APPLE, 11)
    for x in (668, 932):
        sheet.disc((x, 580), (36, 22), mixed(ROSE, APPLE, 0.22))
    for side in (-1, 1):
        sheet.curve([(800 + side * 110, 800), (800 + side * 150, 900), (800 + side * 140, 1010)], STRAW, 34)
        for y in range(830, 1000, 26):
            sheet.stroke(((800 + side * 132, y), (800 + side * 152, y)), TILE_SOFT, 4)
    sheet.disc((800, 990), 5, BLUSH)
    return sheet
