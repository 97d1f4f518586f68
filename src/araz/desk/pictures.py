"""A picture of the desk as the edition names it."""

from typing import TYPE_CHECKING

from araz.edition.blocks import Picture
from araz.edition.text import Text, plain
from araz.language import repair

if TYPE_CHECKING:
    from araz.desk.models.images import DeskImage


def picture_of(
    image: "DeskImage", language: str = "", *, alt: str = "", caption: Text = (), credit: str = ""
) -> Picture:
    """Return the picture with what is said about it here, or else what is said about it everywhere."""
    return Picture(
        hash=image.content_hash,
        width=image.width,
        height=image.height,
        alt=alt or image.alt.get(language, ""),
        caption=caption or plain(image.caption.get(language, "")),
        credit=credit or (repair(image.credit, language) if language else image.credit),
    )
