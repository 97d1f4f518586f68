"""How words look and where they lead, read from the attributes of a tag."""

import re
from collections.abc import Mapping
from typing import Final

from selectolax.lexbor import LexborNode

from araz.importers.wordpress.body.counting import count
from araz.language import LANGUAGES

Attributes = Mapping[str, str | None]

_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC: Final = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ARABIC_SCRIPT: Final = re.compile(r"az[-_](?:arab|ir)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d{1,12}")
_HIGH: Final = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOW: Final = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_DIGITS: Final = re.compile(r"[+-]?\d{1,4}[+-]?", re.ASCII)


def language_of(given: Attributes) -> str:
    """Return which of our languages a tag declares; nothing if it declares none of them."""
    tag = given.get("lang") or given.get("xml:lang") or ""
    if _ARABIC_SCRIPT.match(tag):
        return "azb"
    code = re.split("[-_]", tag.lower(), maxsplit=1)[0]
    return code if code in LANGUAGES else ""


def is_bold(style: str) -> bool:
    return bool(_BOLD.search(style))


def is_italic(style: str) -> bool:
    return bool(_ITALIC.search(style))


def is_hidden(given: Attributes) -> bool:
    return "hidden" in given or bool(_HIDDEN.search(given.get("style") or ""))


def classes(given: Attributes) -> str:
    """Return the classes of a tag with a blank on either side of each."""
    return f" {given.get('class') or ''} "


def number_in(text: str | None) -> int:
    """Return the first number in a text, 0 without one."""
    found = _NUMBER.search(text or "")
    return int(found[0]) if found else 0


def text_in(node: LexborNode | None) -> str:
    """Return the bare words of a node, with single blanks."""
    return " ".join(node.text().split()) if node is not None else ""


def count_in(node: LexborNode) -> int:
    """Return how many words a node shows."""
    return count(node.text(separator=" "))


def raised(text: str, tag: str) -> str:
    """Return a number that stands high or low in such digits: 10⁶ must not become 106."""
    number = text.strip()
    if not _DIGITS.fullmatch(number):
        return ""
    return number.translate(_HIGH if tag == "sup" else _LOW)
