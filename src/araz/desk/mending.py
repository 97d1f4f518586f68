"""Mends what keyboards and clipboards put into a page, when it is saved: what the editor sees is what readers get."""

import re
from html import escape, unescape
from typing import Any, Final

from araz.desk.clipboard import direct_address, tidied
from araz.desk.models.draft import StoryDraft
from araz.language import repair

_FIELDS: Final = (
    "title", "standfirst", "picture_alt", "picture_caption", "picture_credit", "correction_note", "issued_by",
)  # fmt: skip
_UNTOUCHED: Final = frozenset(["id", "type", "language", "original_language", "address"])
_TAG: Final = re.compile(r"(<[^>]*>)")
_HREF: Final = re.compile(r'(?<=\s)href="(https?:[^"]*)"')


def mend(page: StoryDraft) -> None:
    """Repair every text of the page in the page's language, or in the language that its block has."""
    if not page.locale_id:
        return
    for name in _FIELDS:
        setattr(page, name, _words(getattr(page, name), page.language))
    for name in ("body", "notes"):
        stream = getattr(page, name)
        raw = list(stream.raw_data)
        mended = _mended(raw, page.language)
        if mended != raw:
            setattr(page, name, stream.stream_block.to_python(mended))


def _mended(raw: Any, language: str, key: str = "") -> Any:
    if isinstance(raw, dict):
        value = raw.get("value") if isinstance(raw.get("value"), dict) else raw
        own = (value or {}).get("language") or language
        return {name: _mended(part, _language_of(name, raw, own), name) for name, part in raw.items()}
    if isinstance(raw, list):
        return [_mended(part, language, key) for part in raw]
    if isinstance(raw, str) and key not in _UNTOUCHED:
        return "".join(_tag(part) if part.startswith("<") else _words(part, language) for part in _TAG.split(raw))
    return raw


def _words(words: str, language: str) -> str:
    return repair(tidied(words), language)


def _tag(tag: str) -> str:
    """Lead a link to its end; every other tag stays as it is."""
    return _HREF.sub(lambda found: f'href="{escape(direct_address(unescape(found[1])))}"', tag)


def _language_of(name: str, raw: dict[str, Any], own: str) -> str:
    return (raw.get("original_language") or own) if name == "original" else own
