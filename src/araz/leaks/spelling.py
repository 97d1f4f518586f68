"""Addresses as people spell them so that machines pass over them: “dot” and “[.]”, wide letters, other full stops."""

import re
from typing import Final

from araz.language.digits import ascii_digits
from araz.leaks.passages import lines_with
from araz.leaks.unseen import WITHOUT_WIDTH, without_signs_of_no_width

# Digits of other scripts with what stands in numbers and times, wide letters, and addresses with something unseen in them.
_ODD: Final = re.compile(
    f"[\u0660-\u0669\u06f0-\u06f9\u2024\u3002\uff0e-\uff5e\uff61{WITHOUT_WIDTH}]"
    "(?:(?<=[\u0660-\u0669\u06f0-\u06f9])(?=[.:/T_°º˚\u066b])|(?<=[\uff0e-\uff5e])"
    f"|(?<=[0-9A-Za-z.@:/°-][{WITHOUT_WIDTH}\u2024\u3002\uff61])(?=[{WITHOUT_WIDTH}0-9A-Za-z.@:/°-]))"
)
_PLAIN: Final[dict[int, int | str]] = {
    **{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)},
    **dict.fromkeys((0x066B, 0x2024, 0x3002, 0xFF61), "."),
    0x060C: ",",
}
_SLASH_FOR_DECIMALS: Final = re.compile(r"/(?<=\d/)(?=\d{4,}(?!\d*/))")

_DOT: Final = r"(?:\.|dot|DOT)"
_PARENTHESISED: Final = re.compile(r"\.(?<=[\[(]\.)[\])]")
_SAID_DOT: Final = re.compile(rf"\s?[\[({{]\s?{_DOT}\s?[\])}}]\s?(?=\w)|(?<=\w) (?:dot|DOT) (?=\w)")
_SAID_AT: Final = re.compile(
    r"(?<=[\w.+-]) (?:at|AT|ət|et) (?=[\w-]+\.[\w.-])|\s?[\[({]\s?(?:@|[Aa]t|AT|ət|et)\s?[\])}]\s?"
)


def plain(text: str) -> str:
    """Return the lines of the text in which digits and signs are of other scripts, or unseen, as a machine would write them."""
    if odd := lines_with(_ODD, text):
        return _SLASH_FOR_DECIMALS.sub(".", ascii_digits(without_signs_of_no_width(odd).translate(_PLAIN)))
    return ""


def spoken(text: str) -> str:
    """Return the lines of the text in which a full stop is said, with what is said as signs."""
    if not ("dot" in text or "DOT" in text or _PARENTHESISED.search(text)):
        return ""
    return _SAID_AT.sub("@", _SAID_DOT.sub(".", lines_with(_SAID_DOT, text)))
