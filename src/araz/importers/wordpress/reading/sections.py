"""Tells what is in comments and CDATA sections from what is outside of them."""

import re
from collections.abc import Iterator
from typing import Final

_BEGIN: Final = re.compile(r"<!--|<!\[CDATA\[")
_ENDS: Final = {"<!--": "-->", "<![CDATA[": "]]>"}


def sections(text: str) -> Iterator[tuple[str, str]]:
    """Yield the text in parts, each with what begins it: `<!--`, `<![CDATA[`, or nothing outside of both.

    What is begun and never ended counts as outside. The time grows with the text only, however many beginnings it has.
    """
    place = begin = 0
    endless = set[str]()
    while match := _BEGIN.search(text, place):
        mark = match[0]
        end = -1 if mark in endless else text.find(_ENDS[mark], match.end())
        if end < 0:
            endless.add(mark)
            place = match.end()
            continue
        if match.start() > begin:
            yield text[begin : match.start()], ""
        place = begin = end + 3
        yield text[match.start() : begin], mark
    if begin < len(text):
        yield text[begin:], ""
