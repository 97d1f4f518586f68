"""What keeps its own direction inside of a text that runs from right to left: telephone numbers, addresses, −7, 5G.

The rules of Unicode (UAX #9) put the groups of "021-1234-5678" in the order of an Arabic sentence, the minus of −7 behind
it and the last slash of an address before it. Editors can't see why, so it is mended where the text is set.
"""

import re
from html import escape
from typing import Final

_D: Final = "0-9۰-۹٠-٩"
_LABEL: Final = r"(?:(?<!\w)[A-Za-z]+[:.]? )?"  # "ISBN 978-…": the word belongs to its number
_UNITS: Final = "km|cm|mm|m|kg|mg|g|t|ha|ml|l|[kMGT]B|[kMG]?W|[kMG]Wh|kV|V|[kMG]?Hz|px|°C|°F"
_LINE: Final = 24  # letters
_LEFT_TO_RIGHT: Final = re.compile(
    rf"(?:https?://|mailto:|www\.)[^\s«»<>]*[^\s«»<>.,;:!?()\]،؛؟]"  # addresses; signs of the sentence stay outside
    rf"|(?:[\w.+-]+@)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[^\s«»<>]*)?(?<![.,;:!?()\]،؛؟])"
    rf"|(?<![\w@#])[@#][A-Za-z_][\w.]*\w"
    rf"|{_LABEL}(?<!\w)\+?[{_D}]{{1,4}}(?:[ \u00a0\u202f./-]?\([{_D}]+\))?(?:[ \u00a0\u202f-][{_D}]{{2,}}){{2,5}}(?!\w)"  # telephone
    rf"|{_LABEL}(?<![\w-])[{_D}]+(?:-[{_D}]+){{2,}}(?:-[{_D}X])?(?!\w)"  # ISBN, 2026-11-24
    rf"|(?<!\w)[{_D}]{{1,3}}(?: [{_D}]{{3}})+(?!\w)"  # 12 140
    rf"|{_LABEL}(?<![\w{_D}])[+−±-][{_D}][{_D}.,٫٬]*(?<![.,])°?"  # −7°, +2
    rf"|(?<![\w{_D}])[{_D}][{_D}.,٫٬]*[ \u00a0\u202f]?(?:{_UNITS})(?![\w/])"
    rf"|(?<!\w)[{_D}]+[A-Za-z][A-Za-z{_D}]*"  # 5G, 4K
    rf"|(?<!\w)[A-Za-z][A-Za-z0-9]*(?:\+\+|\#)"  # C++
)
_HARMLESS: Final = b" .,;:!?()[]\"'*=%&<>\n"  # alone they make nothing run from left to right


def isolated(text: str) -> str:
    """Return a text that runs from right to left as HTML, with `<bdi>` round what runs the other way in itself."""
    # Nearly all texts end here: this is asked of every run of every story.
    if not text.encode("ascii", "ignore").translate(None, _HARMLESS) and "−" not in text and "۰" not in text:
        return escape(text, quote=False)
    parts, end = [], 0
    for found in _LEFT_TO_RIGHT.finditer(text):
        parts.append(escape(text[end : found.start()], quote=False))
        parts.append(left_to_right(found.group()))
        end = found.end()
    parts.append(escape(text[end:], quote=False))
    return "".join(parts)


def left_to_right(text: str) -> str:
    """Return the text isolated. A number stays on one line; what is too long for a phone's line may break."""
    look = ' class="long"' if len(text) > _LINE else ""
    return f'<bdi dir="ltr"{look}>{escape(text, quote=False)}</bdi>'
