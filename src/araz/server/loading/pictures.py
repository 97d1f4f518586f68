"""The sample's drawings as an editor would upload them."""

from collections.abc import Iterable

from django.core.files.base import ContentFile

from araz.desk.models import DeskImage
from araz.server.sample import content
from araz.server.sample.pictures import HEIGHT, WIDTH, png


def make_pictures(described: Iterable[content.PictureDescription]) -> dict[str, DeskImage]:
    """Draw and accept each picture; return them by their keys."""
    return {
        picture.key: DeskImage.objects.create(
            title=picture.alt["en"].partition(":")[0][:200],
            file=ContentFile(png(picture.key), name="drawing.png"),
            width=WIDTH,
            height=HEIGHT,
            alt=picture.alt,
        )
        for picture in described
    }
