"""What is left of a value when a word or a picture is taken out of it: of texts, of markup, and of JSON with both in it."""

import json
import re
from collections.abc import Set
from html import escape, unescape
from typing import Any, Final
from urllib.parse import unquote_plus

from araz.edition.taking_out import cut_across, says
from araz.language.wanted import MARK, Wanted

NO_ADDRESS: Final = "https://address.invalid/"  # where an address must stand
_TAG: Final = re.compile(r"(<[^<>]*>)")
_ESCAPE: Final = re.compile(r"\\+u([0-9a-fA-F]{4})")  # also of JSON inside of JSON
_LINK: Final = re.compile(r"^<a\b", re.IGNORECASE)
_PARTS_WORDS: Final = re.compile(r"^</?(?:p|h\d|li|ul|ol|br|hr|td|tr|table|blockquote|div)\b", re.IGNORECASE)
_NAMES_THING: Final = frozenset({"slug", "address"})


def text_without(text: str, wanted: Wanted) -> str:
    """Return a text, with or without markup, with the mark in place of the word. Links to addresses with it go."""
    if "<" not in text or not _TAG.search(text):
        return _or_nothing(wanted.without(text), wanted)
    pieces = _TAG.split(text)
    words, places = list[str](), list[int]()
    for place, piece in enumerate(pieces):
        if place % 2 == 0:
            places.append(len(words))
            words.append(unescape(piece))
        elif _PARTS_WORDS.match(piece):
            words.append("\n\n\n\n\n\n\n")
    changed = cut_across(words, wanted)
    for place, at in zip(range(0, len(pieces), 2), places, strict=True):
        if changed[at] != words[at]:
            pieces[place] = escape(changed[at], quote=False)
    changed_tags = (piece if place % 2 == 0 else _tag_without(piece, wanted) for place, piece in enumerate(pieces))
    return _or_nothing("".join(changed_tags), wanted)


def _or_nothing(text: str, wanted: Wanted) -> str:
    """Where the word is still to be read out of percents and escapes it can't be cut out: nothing of the text stays."""
    return MARK if is_hidden_in(text, wanted) else text


def _tag_without(tag: str, wanted: Wanted) -> str:
    if not says(unescape(tag), wanted):
        return tag
    if _LINK.match(tag):
        return "<a>"
    left = wanted.without(tag, "")
    return "" if says(unescape(left), wanted) else left


def json_without(value: Any, wanted: Wanted, key: str = "", neutral: str = "") -> Any:
    """Return JSON with the mark in place of the word; JSON inside of texts is looked through, too.

    What names a thing in addresses becomes `neutral`, or the id that stands beside it.
    """
    match value:
        case dict():
            return _record_without(value, wanted, neutral)
        case list() if key == "moved":
            return [pair for pair in value if not any(says(str(part), wanted) for part in pair)]
        case list() if key == "old_addresses":
            return [address for address in value if not says(str(address), wanted)]
        case list():
            return [json_without(each, wanted, key, neutral) for each in value]
        case str():
            return _text_in_json_without(value, wanted, key, neutral)
        case _:
            return value


def _record_without(record: dict[str, Any], wanted: Wanted, neutral: str) -> dict[str, Any]:
    inside = record.get("value")
    if record.get("type") == "embed" and isinstance(inside, dict) and says(str(inside.get("address", "")), wanted):
        words = text_without(escape(str(inside.get("title", "")), quote=False), wanted)
        prose = {"text": f"<p>{words}</p>", "language": inside.get("language", "")}
        return {**record, "type": "prose", "value": prose}
    neutral = str(record.get("public_id") or neutral)
    return {
        wanted.without(key): json_without(value, wanted, key, neutral) if value else value
        for key, value in record.items()
    }


def _text_in_json_without(text: str, wanted: Wanted, key: str, neutral: str) -> str:
    if text[:1] in "[{":
        inside = _read(text)
        if inside is not None:
            changed = json_without(inside, wanted, key, neutral)
            return text if changed == inside else json.dumps(changed, ensure_ascii=False)
    if key in _NAMES_THING and says(text, wanted):
        return NO_ADDRESS if "//" in text else neutral or "erased"
    if key == "url_path":
        return path_without(text, wanted)
    return text_without(text, wanted)


def path_without(path: str, wanted: Wanted, neutral: str = "erased") -> str:
    """Return a path with another name in place of each that has the word in it."""
    return "/".join(neutral if says(part, wanted) else part for part in path.split("/"))


def _read(text: str) -> Any:
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict | list) else None


def is_seen_in(text: str, wanted: Wanted) -> bool:
    """Whether the word stands in a value of the database, in whatever coding."""
    return bool(wanted.core.search(text)) or is_hidden_in(text, wanted)


def is_hidden_in(text: str, wanted: Wanted) -> bool:
    """Whether the word stands in a text only when its percents and escapes are read: then it can't be cut out of it."""
    if "%" in text and wanted.is_in(unquote_plus(text)):
        return True
    if "&" in text and wanted.is_in(unescape(text)):
        return True
    return "\\u" in text and wanted.is_in(_unescaped(text))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


# Pictures, which the desk names by numbers


def json_without_pictures(value: Any, numbers: Set[int]) -> Any:
    """Return JSON of pages and their bodies without the pictures of these numbers and what was said about them."""
    match value:
        case dict():
            return _record_without_pictures(value, numbers)
        case list():
            kept = (each for each in value if not _shows_only(each, numbers))
            return [json_without_pictures(each, numbers) for each in kept]
        case str() if value[:1] in "[{" and (inside := _read(value)) is not None:
            changed = json_without_pictures(inside, numbers)
            return value if changed == inside else json.dumps(changed, ensure_ascii=False)
        case _:
            return value


def _record_without_pictures(record: dict[str, Any], numbers: Set[int]) -> dict[str, Any]:
    changed = {key: json_without_pictures(value, numbers) for key, value in record.items()}
    for key in ("picture", "portrait", "emblem"):
        if _is_one_of(record.get(key), numbers):
            changed[key] = None
    if _is_one_of(record.get("picture"), numbers):
        changed |= {key: "" for key in ("picture_alt", "picture_caption", "picture_credit") if key in record}
    return changed


def _shows_only(block: Any, numbers: Set[int]) -> bool:
    """Whether a block, or one picture of a gallery, is nothing without these pictures."""
    if not isinstance(block, dict):
        return False
    inside = block.get("value", block)
    if not isinstance(inside, dict):
        return False
    shown = inside.get("pictures")
    if isinstance(shown, list) and shown:
        return all(_shows_only(each, numbers) for each in shown)
    return _is_one_of(inside.get("image"), numbers)


def _is_one_of(number: Any, numbers: Set[int]) -> bool:
    return isinstance(number, int) and number in numbers
