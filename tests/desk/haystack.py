"""Searches a printed tree for values without any of Araz's own finders: everything is unpacked, and then compared."""

import json
import re
from base64 import b64decode
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes
from zlib import decompress

import pikepdf
from PIL import Image

_DATA = re.compile(rb"base64,([A-Za-z0-9+/=]+)")


def where(root: Path, values: dict[str, str]) -> dict[str, list[str]]:
    """Return the names of the values that are in the tree, each with the files that have it; capitals count for nothing."""
    found: dict[str, list[str]] = {}
    wanted = {name: value.lower().encode() for name, value in values.items()}
    for file in sorted(root.rglob("*")):
        if not file.is_file():
            continue
        said = [str(file.relative_to(root)).encode(), *_unpacked(file.read_bytes())]
        text = b"\n".join(part.decode("utf-8", "ignore").lower().encode() for part in said)
        for name, value in wanted.items():
            if value in text:
                found.setdefault(name, []).append(str(file.relative_to(root)))
    return found


def _unpacked(content: bytes) -> Iterator[bytes]:
    yield content
    yield unescape(content.decode("utf-8", "ignore")).encode()
    yield unquote_to_bytes(content)
    for run in _DATA.findall(content):
        yield from _unpacked(b64decode(run))
    if content[:4] == b"RIFF" or content[:3] == b"\xff\xd8\xff" or content[:8] == b"\x89PNG\r\n\x1a\n":
        with Image.open(BytesIO(content)) as picture:
            yield repr((picture.info, dict(picture.getexif()))).encode()
    elif content[:5] == b"%PDF-":
        yield from _of_pdf(content)
    elif b"\\u" in content:
        yield from _of_data(content)


def _of_pdf(content: bytes) -> Iterator[bytes]:
    with pikepdf.open(BytesIO(content)) as pdf:
        yield repr(dict(pdf.docinfo)).encode()
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                try:
                    yield bytes(thing.read_bytes())
                except pikepdf.PdfError:
                    yield bytes(thing.read_raw_bytes())
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            yield decompress(stream)
        except Exception:  # noqa: BLE001, S112 -- not every stream is deflated, and the others stand in `content`
            continue


def _of_data(content: bytes) -> Iterator[bytes]:
    for found in re.findall(r'"(?:[^"\\]|\\.)*"', content.decode("utf-8", "ignore")):
        try:
            said: Any = json.loads(found)
        except ValueError:
            continue
        yield str(said).encode()
