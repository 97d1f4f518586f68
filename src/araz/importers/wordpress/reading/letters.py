"""What is read in a text of mark-up: its letters, each with its place, whatever stands for them or between them."""

import re
from html import unescape
from typing import Final
from unicodedata import normalize

_HIDDEN_WORDS: Final = (  # between the letters, against robots
    r"<(?P<element>\w{1,20})\b[^<>]{0,300}?(?:\bhidden\b|display\s?:\s?none|visibility\s?:\s?hidden|font-size\s?:\s?0)[^<>]{0,300}>"
    r"[^<>]{0,200}</(?P=element)\s?>"
)
_UNSEEN: Final = (
    "[\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]|=\r?\n"
)
_STANDING_FOR_ONE: Final = (
    r"(?P<at>\s?[\[({]\s?(?:at|@)\s?[\])}]\s?|\s@\s)"
    r"|(?P<dot>\s?[\[({]\s?(?:dot|nöqtə|nokta|\.)\s?[\])}]\s?)"
    r"|(?P<entity>&(?:amp;|#0*38;|#x0*26;){0,4}(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,30});?)"
    r"|(?P<percent>%(?:25){0,3}[2-7][\da-f])"
    r"|(?P<escape>\\u00[2-7][\da-f]|\\x[2-7][\da-f])"
)
_ON_ITS_OWN_LINE: Final = (
    "address|article|aside|blockquote|body|br|button|caption|center|col|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form"
    "|h[1-6]|header|hr|iframe|legend|li|main|nav|ol|option|p|pre|section|select|summary|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
_WITH_TAGS: Final = re.compile(f"(?P<nothing>{_UNSEEN})|{_STANDING_FOR_ONE}", re.IGNORECASE)
_WITHOUT_TAGS: Final = re.compile(
    rf"(?P<gap></?(?:{_ON_ITS_OWN_LINE})\b[^<>]{{0,700}}>)"
    rf"|(?P<nothing>{_HIDDEN_WORDS}"
    r"|<!--.{0,700}?-->"
    r"|</?[a-z][^<>]{0,700}>"
    rf"|{_UNSEEN})"
    rf"|{_STANDING_FOR_ONE}",
    re.IGNORECASE | re.DOTALL,
)
_COMPOSED: Final = "\u2000"  # from here on there are letters that stand for others
_APOSTROPHES: Final = "‘’‛"
_UNSEEN_ONE: Final = re.compile(_UNSEEN)
_AMPERSANDS: Final = re.compile(r"^&(?:amp;|#0*38;|#x0*26;)*", re.IGNORECASE)


def letters(text: str, *, tags: bool) -> tuple[str, list[int]]:
    """Return the letters in small ones, those of tags or without them; and where in the text each begins, and where the last ends."""
    found: list[str] = []
    places: list[int] = []
    end = 0
    for piece in (_WITH_TAGS if tags else _WITHOUT_TAGS).finditer(text):
        begin = piece.start()
        found.append(_all_small(text[end:begin]))
        places += range(end, begin)
        end = piece.end()
        if letter := _meant(piece):
            found.append(letter)
            places.append(begin)
    found.append(_all_small(text[end:]))
    places += range(end, len(text) + 1)
    return "".join(found), places


def _meant(piece: re.Match[str]) -> str:
    """The one letter that the piece stands for; nothing if it stands for none."""
    written = piece[0]
    match piece.lastgroup:
        case "gap":
            return " "
        case "at":
            return "@"
        case "dot":
            return "."
        case "entity":
            letter = unescape(_AMPERSANDS.sub("&", written).removesuffix(";") + ";")
            if _UNSEEN_ONE.fullmatch(letter):
                return ""
            return _small(letter) if len(letter) == 1 else " "
        case "percent" | "escape":
            return chr(int(written[-2:], 16)).casefold()
    return ""


def _all_small(part: str) -> str:
    """The letters of the part as small ones, of which there are as many."""
    if part.isascii():
        return part.lower()
    folded = part.replace("İ", "i").casefold().replace("ı", "i")  # as keyboards of Azerbaijan write what is i elsewhere
    return folded if len(folded) == len(part) and max(part) < _COMPOSED else "".join(map(_small, part))


def _small(letter: str) -> str:
    """The letter as a small one; of wide and of mathematical letters those that they stand for."""
    if letter in "İı":
        return "i"
    if letter in _APOSTROPHES:
        return "'"
    folded = (normalize("NFKC", letter) if letter >= _COMPOSED else letter).casefold()
    return folded if len(folded) == 1 else letter
