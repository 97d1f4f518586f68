"""Positions on the globe, in the ways in which maps, cameras, hunters and letters write them.

Two numbers with four decimals beside each other may also be rates of money: where neither a degree nor a side of the
world is named, one of them must have two digits before its decimals.
"""

import re
from collections.abc import Iterator
from typing import Final

_DEGREE: Final = "[°º˚]"
_NUMBER: Final = r"[-−]?\d{1,3}\.\d{4,}"
_SIDES: Final = (
    r"[NSEWnsew](?![^\W\d])|(?i:lat(?:itude)?|lon(?:g(?:itude)?)?|lng|enlik|uzunluq|enlem|boylam|x|y|north|south|east|west|kuzey|güney"
    r"|doğu|batı|şm\.|c\.|ş\.|q\.|e\.|u\.|en dairəsi|(?:şimal|cənub|şərq|qərb)\w*)(?!\w)"
    r"|شمالی|جنوبی|شرقی|غربی|عرض|طول|جغرافیایی|و(?=\s)|(?<=\d{5} )(?:və|ve|and)(?=\s-?\d{1,3}\.\d{5})|!\dd"
)
_BETWEEN: Final = rf"(?:{_SIDES}|<[^<>]{{0,80}}>|[\s°º˚,;،؛/|&+=:~()\[\]{{}}\"'])"
_DECIMAL_COMMA: Final = r",(?<=\d,)\d{4,}[\s;/|]{1,3}-?\d{1,3},\d{4,}"
_WITH_SIDE: Final = "|".join(rf"(?<=\d[.,]\d{{{digits}}}[°º˚])" for digits in range(2, 8))
_FINE: Final = "|".join(rf"(?<=\d[.,]\d{{{digits}}}[°º˚])" for digits in range(3, 8))
_PLUS_CODE: Final = "23456789CFGHJMPQRVWX"

# Each begins with one certain sign, which is found at the speed of memory.
_TWO_NUMBERS: Final = re.compile(rf"\.(?<=\d\.)\d{{4,}}{_BETWEEN}{{1,12}}{_NUMBER}")
_WITH_COMMAS: Final = re.compile(_DECIMAL_COMMA)
_DEGREES: Final = (
    re.compile(
        rf"{_DEGREE}(?:(?<=\d.)|(?<=\d .))\s?\d{{1,2}}(?:\.\d+)?\s?['′’‵]\s?(?:\d{{1,2}}(?:\.\d+)?\s?(?:[\"″”]|['′’]{{2}})\s?)?[NSEWŞQ]?"
    ),
    re.compile(rf"{_DEGREE}(?:(?<=\d.)|(?<=\d .))\s?\d{{1,2}}\.\d{{2,}}(?!\d*\s?°)"),
    re.compile(rf"{_DEGREE}(?:{_WITH_SIDE})\s?[NSEWŞ]\b"),
    re.compile(rf"{_DEGREE}(?:{_FINE})"),
)
_IN_WORDS: Final = re.compile(
    r"dərəcə (?:və )?\d{1,2} dəqiqə|derece (?:ve )?\d{1,2} dakika|درجه (?:و )?\d{1,2} دقیقه"
    r"|\b(?:enlik|enlem|uzunluq|boylam)(?:\s?[:=])?\s?[-−]?\d{1,3}[.,]\d{4,}"
)
_WORDS: Final = ("dəqiqə", "dakika", "دقیقه", "enlik", "enlem", "uzunluq", "boylam")
_WITH_DECIMALS: Final = (
    re.compile(r"\.(?<=\d\.)\d{3,},-?\d{1,3}\.\d{3,}"),
    re.compile(r"\+(?:(?<=\.\d{4}\+)|(?<=\.\d{5}\+)|(?<=\.\d{6}\+))\d{2,3}\.\d{4,}"),
    # As devices show it: degrees with minutes that have decimals, or few decimals with both sides.
    re.compile(
        r"\.(?=\d\d)(?:(?:(?<=\b\d\d \d\d\.)|(?<=\b\d \d\d\.))\d{2,4}\s?['′’]?\s?[NSEW]\b|(?<=\b[NSEW] \d\d \d\d\.)\d{2,4}"
        r"|(?<=[NS]\d\d\.)\d{3,}[\s,;/]{1,3}[EW]\d{1,3}\.\d{3}|(?<=\d\d\.)\d{3,}°?\s?[NS][\s,;/]{1,3}\d{1,3}\.\d{3,}°?\s?[EW]\b)"
    ),
    re.compile(r"\.(?<=\d{4}\.)\d{2,6},[NS],\d{5}\.\d{2,6},[EW]"),  # NMEA 0183, as receivers write it
    re.compile(r"geo:-?\d{1,2}\.\d{3,},-?\d{1,3}\.\d+"),
    re.compile(
        r"l(?<![\w]l)(?i:at(?:itude)?|on(?:g(?:itude)?)?|ng)[\"']?(?:\s?[:=]\s?[\"']?[-−]?\d{1,3}\.\d{3,}|\s[-−]?\d{1,3}\.\d{4,})"
    ),
)
_WITHOUT_DECIMALS: Final = (
    re.compile(rf"\+(?<=[23456789CFGHJ][{_PLUS_CODE}]{{7}}\+)(?<![\w+/].{{8}}\+)[{_PLUS_CODE}]{{2,3}}(?![\w+/=])"),
    re.compile(  # as maps give it to those who know the town
        rf"\+(?<=[{_PLUS_CODE}]{{4}}\+)(?<![\w+/.].{{4}}\+)(?:(?<=\d...\+)|(?<=\d..\+)|(?<=\d.\+)|(?<=\d\+))(?:(?<=[A-Z]...\+)|(?<=[A-Z]..\+)|(?<=[A-Z].\+)|(?<=[A-Z]\+))"
        rf"[{_PLUS_CODE}]{{2,3}}(?![\w+/=])"
    ),
    re.compile(r"d(?<=\d\dd)\s?\d{1,2}m\s?\d{1,2}"),
    re.compile(r"deg(?:rees)?\b(?:(?<=\d deg)|(?<=\d degrees))\.?,? \d{1,2}(?:\.\d+)?\s?(?:['′’]|min)"),
    re.compile(r":(?<=\d:)\d\d:\d\d(?:\.\d+)?\s?[NSEW]\b"),
    # Degrees, minutes and seconds with blanks only; squares of a hundred kilometres; zones of the globe.
    re.compile(
        r"[C-HJ-NP-X](?:(?<=\b\d\d \d\d \d\d [NSEW])|(?<=\b\d\d \d\d \d\d[NSEW])"
        r"|(?<=\d.)(?:\s?[A-HJ-NP-Z]{2}\s?(?:\d{4}\s?\d{4}|\d{5}\s?\d{5}|(?<=[A-Z] [A-Z]{2} )\d{3} \d{3})"
        r"|\s\d{6}(?:\.\d+)?\s?(?:mE|E)?,?\s\d{7}(?:\s?m?N)?)|(?<=\b\d{6}[NS])\s?\d{6,7}[EW]|(?<=\b[NS])\d{6}\s?[EW]\d{6,7})(?!\w)"
    ),
)
# Links of maps to one place, in which no number says it; squares of three words.
_LINKS: Final = (
    re.compile(
        r"\.(?:gl/(?:(?<=\bapp\.goo\.gl/)|(?<=\bgoo\.gl/)maps/)[\w-]{5}|co/(?<=\bw3w\.co/)[^\W\d_]+\.[^\W\d_]"
        r"|com/(?:(?<=\bwhat3words\.com/)[^\W\d_]+\.[^\W\d_]+\.|(?<=\bwaze\.com/)ul/h\w)"
        r"|org/(?:(?<=\bgeohash\.org/)\w{6}|(?:(?<=\bosm\.org/)|(?<=streetmap\.org/))go/\w)|ir/(?<=\bbalad\.ir/)p/\w)"
    ),
    re.compile(r"/maps/-/\w"),
    re.compile(r"///(?<![\w:/]///)[^\W\d_]{3,}\.[^\W\d_]{3,}\.[^\W\d_]{3}"),
)
_DECIMALS: Final = re.compile(r"\.(?<=\d\.)\d{3}")
_TAG: Final = re.compile("<[^<>]*>")
_NAMES_A_SIDE: Final = re.compile(rf"{_DEGREE}|[NSEW]\b|(?!(?:və|ve|and)\b)[^\W\d]{{2,}}")
_MONEY: Final = re.compile(
    r"\b(?:USD|EUR|TRY|GBP|dolar|dollar|avro|euro|sterlin|lira|lirə|manat|kur\w*|məzənnə\w*|alış|satış)|[$€₺₼£]|دلار|یورو|لیر|دولار|آورو",
    re.IGNORECASE,
)
_WHOLE_AT_END: Final = re.compile(r"\d{1,3}$")
_TWO_DIGITS: Final = 10
_BEFORE: Final = 80  # signs in which the money is named
_ALIKE: Final = 1.05  # what is bought and sold, or two days' rates; no town of ours lies so


def find(text: str) -> Iterator[re.Match[str]]:
    """Yield the places of the text that say a position."""
    if _DECIMALS.search(text):
        yield from (found for found in _TWO_NUMBERS.finditer(text) if _is_far_from_money(text, found, "."))
        for pattern in _WITH_DECIMALS:
            yield from pattern.finditer(text)
    yield from (found for found in _WITH_COMMAS.finditer(text) if _is_far_from_money(text, found, ","))
    if "°" in text or "º" in text or "˚" in text:
        for pattern in _DEGREES:
            yield from pattern.finditer(text)
    if any(word in text for word in _WORDS):
        yield from _IN_WORDS.finditer(text)
    for pattern in (*_WITHOUT_DECIMALS, *_LINKS):
        yield from pattern.finditer(text)


def _is_far_from_money(text: str, found: re.Match[str], decimal: str) -> bool:
    second = found[0].rpartition(decimal)[0]
    wholes = _WHOLE_AT_END.search(text, max(0, found.start() - 3), found.start()), _WHOLE_AT_END.search(second)
    one, other = sorted(int(whole[0]) if whole else 0 for whole in wholes)
    if _NAMES_A_SIDE.search(_TAG.sub("", found[0])):
        return True
    if other < _TWO_DIGITS:
        return False
    around = max(0, found.start() - _BEFORE), found.end() + _BEFORE
    return other > _ALIKE * one or not _MONEY.search(text, *around)
