"""What a file is, by its name's ending, and how long it may be kept."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The type that browsers are told, and whether compressing is worth it."""

    type: str
    is_text: bool = False


def _text(type_: str) -> Kind:
    return Kind(type=f"{type_}; charset=utf-8", is_text=True)


_KINDS: Final = {
    "html": _text("text/html"),
    "css": _text("text/css"),
    "js": _text("text/javascript"),
    "mjs": _text("text/javascript"),
    "txt": _text("text/plain"),
    "md": _text("text/plain"),
    "csv": _text("text/csv"),
    "xml": _text("application/xml"),
    "atom": _text("application/atom+xml"),
    "json": _text("application/json"),
    "map": _text("application/json"),
    "svg": _text("image/svg+xml"),
    "webmanifest": _text("application/manifest+json"),
    "webp": Kind(type="image/webp"),
    "avif": Kind(type="image/avif"),
    "jpg": Kind(type="image/jpeg"),
    "jpeg": Kind(type="image/jpeg"),
    "png": Kind(type="image/png"),
    "gif": Kind(type="image/gif"),
    "ico": Kind(type="image/x-icon"),
    "woff2": Kind(type="font/woff2"),
    "woff": Kind(type="font/woff"),
    "ttf": Kind(type="font/ttf"),
    "pdf": Kind(type="application/pdf"),
    "epub": Kind(type="application/epub+zip"),
    "zip": Kind(type="application/zip"),
}
_OTHER: Final = Kind(type="application/octet-stream")
_FEEDS: Final = (("feed.xml", _text("application/atom+xml")), ("feed.json", _text("application/feed+json")))


def kind_of(path: str) -> Kind:
    """Return the kind of a file by the end of its path."""
    for end, kind in _FEEDS:
        if path.endswith(end):
            return kind
    return _KINDS.get(path.rpartition("/")[2].rpartition(".")[2].lower(), _OTHER)
