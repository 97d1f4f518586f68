"""A picture from outside: what it said is noted, then its pixels alone are written anew. Knows no Django."""

from typing import Final

from PIL import AvifImagePlugin, Image

from araz.desk.acceptance.answers import NotMade, PictureMade
from araz.desk.acceptance.picture_traces import traces_of
from araz.typesetting.pictures import PictureRefused, develop, opened

_APPLE: Final = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_OTHERS: Final = (
    (b"%PDF-", "This is a PDF. Bring it in under Documents, or save the page you want as JPEG or PNG."),
    (b"PK\x03\x04", "This is a document or an archive, not a picture. Save the picture that you want as JPEG or PNG."),
    (b"\x1aE\xdf\xa3", "This is a film. Araz takes pictures and PDF; link to the film where it can be seen."),
)
_SVG: Final = "This is a drawing (SVG), which can hold programs. Save it as PNG and try again."
_HEIC: Final = (
    "This is a photo in Apple's own form (HEIC). Save it as JPEG (on a phone: Settings, Camera, Formats, Most Compatible)"
    " and try again."
)
_FILM: Final = "This is a film. Araz takes pictures and PDF; link to the film where it can be seen."

AvifImagePlugin.DEFAULT_MAX_THREADS = 1  # each thread would have memory of its own


def take_picture(source: bytes) -> PictureMade | NotMade:
    """Make the picture anew, or say why not."""
    Image.MAX_IMAGE_PIXELS = None  # our own bounds are narrower and speak in sentences
    if why := _known_otherwise(source):
        return NotMade(why=why)
    try:
        with opened(source) as picture:
            traces = traces_of(picture, source)
            accepted = develop(picture)
    except PictureRefused as refusal:
        return NotMade(why=str(refusal))
    return PictureMade(
        width=accepted.width,
        height=accepted.height,
        master=accepted.master,
        sizes=accepted.sizes,
        found=traces.found,
        caption=traces.caption,
        credit=traces.credit,
    )


def _known_otherwise(source: bytes) -> str:
    """Return what to do with a file that is plainly something else; empty if it may be a picture."""
    for beginning, why in _OTHERS:
        if source.startswith(beginning):
            return why
    if source[4:8] == b"ftyp" and b"avif" not in source[8:40] and b"avis" not in source[8:40]:
        return _HEIC if source[8:12] in _APPLE else _FILM
    return _SVG if b"<svg" in source[:1024].lower() else ""
