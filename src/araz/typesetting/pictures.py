"""Accepting a picture once, and the sizes in which it is offered.

Nothing of the original file is kept: its pixels are turned upright, brought to sRGB and written anew, so neither place,
camera, thumbnail, comment nor profile survives.
"""

import os
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageCms, ImageOps

RECIPE: Final = 1  # counts up when the numbers below change; sizes are stored by it
WIDTHS: Final = (480, 960, 1600)  # pixels
LARGEST: Final = 2560  # pixels of the longer side of an accepted picture
MAX_PIXELS: Final = 50_000_000
QUALITY: Final = 80
FORMATS: Final = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF", "BMP")


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


def accept(source: bytes) -> Accepted:
    """Make the picture anew in all its sizes. Raises PictureRefused."""
    master = _upright(source)
    master.thumbnail((LARGEST, LARGEST), Image.Resampling.LANCZOS)
    content = _webp(master)
    name = sha256(content).hexdigest()[:32]
    sizes: dict[int, bytes] = {}
    smaller = master
    for width in sorted(widths(master.width), reverse=True):  # each from the next larger one: one decoding serves all
        smaller = _narrowed(smaller, width)
        sizes[width] = _webp(smaller)
    return Accepted(hash=name, width=master.width, height=master.height, master=content, sizes=sizes)


def _upright(source: bytes) -> Image.Image:
    try:
        with Image.open(BytesIO(source), formats=FORMATS) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                raise PictureRefused(
                    f"The picture has {opened.width} × {opened.height} pixels; 50 million are the most. Make it smaller."
                )
            opened.draft("RGB", (LARGEST, LARGEST))
            turned = ImageOps.exif_transpose(opened)
            return _flat(_in_srgb(turned))
    except PictureRefused:
        raise
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureRefused(
            "The file is not a picture that can be read. Save it as JPEG, PNG or WebP and try again."
        ) from error


def _in_srgb(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture
    try:
        converted = ImageCms.profileToProfile(
            picture, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError):  # a broken profile: its colours are taken as they are
        return picture
    return converted or picture


def _flat(picture: Image.Image) -> Image.Image:
    """Copy the pixels into a new picture, which inherits nothing else; what was transparent becomes white."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        coloured = picture.convert("RGBA")
        ground = Image.new("RGBA", coloured.size, "white")
        ground.alpha_composite(coloured)
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
    """Accepted pictures in a folder: `<recipe>/<2 hex>/<hash>-<width>.webp`, and the master without a width."""

    def __init__(self, root: Path) -> None:
        self._root = root / str(RECIPE)

    def file(self, picture: str, width: int) -> Path:
        return self._root / picture[:2] / f"{picture}-{width}.webp"

    def master(self, picture: str) -> Path:
        return self._root / picture[:2] / f"{picture}.webp"

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
