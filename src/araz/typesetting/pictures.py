"""Accepting a picture once, and the sizes in which it is offered.

Nothing of the original file is kept: its pixels are turned upright, brought to sRGB and written anew, so neither place,
camera, thumbnail, comment nor profile survives.
"""

import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import ExifTags, Image, ImageCms, ImageFile

RECIPE: Final = 1  # counts up when the numbers below change; sizes are stored by it
WIDTHS: Final = (480, 960, 1600)  # pixels
LARGEST: Final = 2560  # pixels of the longer side of an accepted picture
MAX_PIXELS: Final = 25_000_000
MAX_PIXELS_OF: Final = {
    "JPEG": 50_000_000,  # is read in the size that is needed
    "WEBP": 16_000_000,  # are read into memory several times over
    "AVIF": 16_000_000,
}
QUALITY: Final = 80
HASH_DIGITS: Final = 32
FORMATS: Final = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF", "BMP")
_UNREADABLE: Final = (
    *(OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, EOFError, OverflowError, struct.error),
    *(Image.DecompressionBombError, Image.DecompressionBombWarning),
)
_TURNS: Final = {  # by the number in Exif
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class PictureRefused(Exception):
    """The file is no picture that can be accepted; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A picture made anew: its name by content, its measure in pixels, and its files by width."""

    hash: str
    width: int
    height: int
    master: bytes  # WebP
    sizes: dict[int, bytes]


def widths(width: int) -> tuple[int, ...]:
    """Return the widths in which a picture of that width is offered, smallest first."""
    return tuple(offered for offered in WIDTHS if offered <= width) or (width,)


def path_of(picture: str, width: int) -> str:
    """Return where a size of a picture lies in the tree."""
    return f"m/{picture[:2]}/{picture}-{width}.webp"


def document_path(document: str) -> str:
    """Return where a document lies in the tree."""
    return f"f/{document[:2]}/{document}.pdf"


def accept(source: bytes) -> Accepted:
    """Make the picture anew in all its sizes. Raises PictureRefused."""
    with opened(source) as picture:
        return develop(picture)


@contextmanager
def opened(source: bytes) -> Iterator[ImageFile.ImageFile]:
    """Open a picture of a kind that is accepted; its pixels are not read yet. Raises PictureRefused, also inside."""
    try:
        with Image.open(BytesIO(source), formats=FORMATS) as picture:
            _measure(picture)
            yield picture
    except _UNREADABLE as error:
        raise PictureRefused(
            "The file is not a picture that can be read. Save it as JPEG, PNG or WebP, smaller if it is large, and try again."
        ) from error


def develop(picture: ImageFile.ImageFile) -> Accepted:
    """Make the opened picture anew in all its sizes."""
    master = _upright(picture)
    content = _webp(master)
    name = sha256(content).hexdigest()[:HASH_DIGITS]
    sizes: dict[int, bytes] = {}
    smaller = master
    for width in sorted(widths(master.width), reverse=True):  # each from the next larger one: one decoding serves all
        smaller = _narrowed(smaller, width)
        sizes[width] = _webp(smaller)
    return Accepted(hash=name, width=master.width, height=master.height, master=content, sizes=sizes)


def _measure(picture: ImageFile.ImageFile) -> None:
    most = MAX_PIXELS_OF.get(picture.format or "", MAX_PIXELS)
    if picture.width * picture.height > most:
        raise PictureRefused(
            f"The picture has {picture.width} × {picture.height} pixels; {most // 1_000_000} million are the most."
            " Make it smaller."
        )
    if not picture.width or not picture.height:
        raise PictureRefused("The picture has no pixels. Choose another one.")


def _upright(picture: ImageFile.ImageFile) -> Image.Image:
    """Return the pixels as they are seen, small enough first: what follows then needs little memory."""
    profile = picture.info.get("icc_profile")
    picture.draft("RGB", (LARGEST, LARGEST))
    turned_by = picture.getexif().get(ExifTags.Base.Orientation, 1)
    worked_on = _with_plain_colours(picture)
    worked_on.thumbnail((LARGEST, LARGEST), Image.Resampling.LANCZOS)
    if turned_by in _TURNS:
        worked_on = worked_on.transpose(_TURNS[turned_by])
    return _flat(_in_srgb(worked_on, profile))


def _with_plain_colours(picture: Image.Image) -> Image.Image:
    """Return the picture in a form that can be made smaller without harm: no palette, no 16 bits."""
    if picture.mode in ("LA", "PA") or "transparency" in picture.info:
        return picture.convert("RGBA")
    if picture.mode.startswith("I"):
        return picture.point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in ("L", "RGB", "RGBA", "CMYK"):
        picture.load()
        return picture
    return picture.convert("RGB")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    if not profile:
        return picture
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        converted = ImageCms.profileToProfile(
            picture, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode=mode
        )
    except (ImageCms.PyCMSError, OSError):  # a broken profile: its colours are taken as they are
        return picture
    return converted or picture


def _flat(picture: Image.Image) -> Image.Image:
    """Copy the pixels into a new picture, which inherits nothing else; what was transparent becomes white."""
    if picture.mode == "RGBA":
        ground = Image.new("RGBA", picture.size, "white")
        ground.alpha_composite(picture)
        picture = ground
    plain = Image.new("RGB", picture.size)
    plain.paste(picture.convert("RGB"))
    return plain


def _narrowed(picture: Image.Image, width: int) -> Image.Image:
    if picture.width == width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def _webp(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, format="WEBP", quality=QUALITY, method=4)
    return file.getvalue()


class FolderMediaStore:
    """Accepted pictures in a folder: `<recipe>/<2 hex>/<hash>-<width>.webp`, and the master without a width.

    Documents lie beside them: `documents/<2 hex>/<hash>.pdf`.
    """

    def __init__(self, root: Path) -> None:
        self._root = root / str(RECIPE)
        self._documents = root / "documents"

    def file(self, picture: str, width: int) -> Path:
        return self._root / picture[:2] / f"{picture}-{width}.webp"

    def master(self, picture: str) -> Path:
        return self._root / picture[:2] / f"{picture}.webp"

    def document(self, document: str) -> Path:
        return self._documents / document[:2] / f"{document}.pdf"

    def keep_document(self, name: str, content: bytes) -> None:
        """Store a document under the hash of its content, whole or not at all."""
        self._write(self.document(name), content)

    def keep(self, accepted: Accepted) -> None:
        """Store all files of the picture, each whole or not at all; what is there already stays."""
        self._write(self.master(accepted.hash), accepted.master)
        for width, content in accepted.sizes.items():
            self._write(self.file(accepted.hash, width), content)

    def _write(self, target: Path, content: bytes) -> None:
        if target.exists():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f".{target.name}.{os.getpid()}")
        unfinished.write_bytes(content)
        unfinished.replace(target)
