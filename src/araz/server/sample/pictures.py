"""The sample's pictures: flat drawings that stand in for photographs. The same code gives the same pixels."""

from collections.abc import Callable
from io import BytesIO
from typing import Final

from PIL import Image

from araz.server.sample import scenes_indoors, scenes_land, scenes_signs, scenes_stork, scenes_town, scenes_water
from araz.server.sample.canvas import HEIGHT, WIDTH, Canvas

__all__ = ["HEIGHT", "PICTURES", "WIDTH", "draw", "png"]

PICTURES: Final[dict[str, Callable[[], Canvas]]] = {
    "lake": scenes_water.lake,
    "bridge": scenes_water.bridge,
    "mill": scenes_water.mill,
    "poplars": scenes_water.poplars,
    "apples": scenes_land.apples,
    "mountain-road": scenes_land.mountain_road,
    "beehives": scenes_land.beehives,
    "stork": scenes_stork.stork,
    "schoolyard": scenes_town.schoolyard,
    "bus": scenes_town.bus,
    "night-window": scenes_town.night_window,
    "carpet": scenes_indoors.carpet,
    "saz": scenes_indoors.saz,
    "emblem": scenes_signs.emblem,
    "portrait": scenes_signs.portrait,
}


def draw(key: str) -> Image.Image:
    """Return the picture, `WIDTH` × `HEIGHT` pixels in RGB."""
    return PICTURES[key]().finished()


def png(key: str) -> bytes:
    """Return the picture as a PNG file, as an editor would upload it."""
    file = BytesIO()
    draw(key).save(file, format="PNG")
    return file.getvalue()
