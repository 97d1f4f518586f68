"""Mends the slips of careless exporters in a piece of XML: an `&` or `<` that nobody escaped, entities of HTML."""

import re
from collections.abc import Callable
from html.entities import html5
from typing import Final

from araz.importers.wordpress.reading.lines import LineCounter
from araz.importers.wordpress.reading.sections import sections

_OF_XML: Final = frozenset(("amp", "lt", "gt", "quot", "apos"))
_SLIP: Final = re.compile(
    r"&(?:#(?P<code>\d{1,8}|[xX][0-9a-fA-F]{1,6});|(?P<name>[A-Za-z][A-Za-z0-9]{1,31});)?|<(?![A-Za-z_/!?])"
)

Tell = Callable[[str, int], None]  # a sentence, and the line


def mend(text: str, line: int, tell: Tell) -> str:
    """Return the text with its slips mended; what is in CDATA sections and comments is as it was."""
    mender = _Mender(line, tell)
    return "".join(mender.pass_over(part) if mark else mender.mend(part) for part, mark in sections(text))


def unescape(text: str) -> str:
    """Return a text with the entities of XML and HTML read, and everything else left as it is."""
    return _SLIP.sub(_character, text) if "&" in text else text


class _Mender:
    def __init__(self, line: int, tell: Tell) -> None:
        self._lines = LineCounter(line)
        self._tell = tell

    def mend(self, text: str) -> str:
        self._lines.begin(text)
        mended = _SLIP.sub(self._instead, text)
        self._lines.end()
        return mended

    def pass_over(self, text: str) -> str:
        self._lines.begin(text)
        self._lines.end()
        return text

    def _instead(self, match: re.Match[str]) -> str:
        slip, name = match[0], match["name"]
        if name in _OF_XML:
            return slip
        if match["code"]:
            if _allowed(match["code"]):
                return slip
            mended, what = "", "A reference to a character that no text may hold was removed."
        elif name and f"{name};" in html5:
            mended, what = html5[f"{name};"], "A character that HTML has a name for, but XML has not, was read."
        elif slip == "<":
            mended, what = "&lt;", "A “<” that begins no tag was read as the sign itself."
        else:
            # Not a new text for each: a piece can be made of nothing else.
            mended, what = (
                "&amp;" if slip == "&" else f"&amp;{slip[1:]}",
                "An “&” that begins no entity was read as the sign itself.",
            )
        self._tell(what, self._lines.at(match.start()))
        return mended


def _allowed(code: str) -> bool:
    number = int(code[1:], 16) if code[0] in "xX" else int(code)
    return number in (9, 10, 13) or 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or 0x10000 <= number < 0x110000


def _character(match: re.Match[str]) -> str:
    code, name = match["code"], match["name"]
    if code:
        if not _allowed(code):
            return ""
        return chr(int(code[1:], 16) if code[0] in "xX" else int(code))
    return html5.get(f"{name};", match[0]) if name else match[0]
