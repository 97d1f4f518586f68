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
    r"|شمالی|جنوبی|شرقی|غربی|عرض|طول|جغرافیایی|و(?=\s)"
)
_BETWEEN: Final = rf"(?:{_SIDES}|<[^<>]{{0,80}}>|[\s°º˚,;،؛/|&+=:()\[\]{{}}\"'])"
_DECIMAL_COMMA: Final = r",(?<=\d,)\d{4,}[\s;/|]{1,3}-?\d{1,3},\d{4,}"
_WITH_SIDE: Final = "|".join(rf"(?<=\d[.,]\d{{{digits}}}[°º˚])" for digits in range(2, 8))
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
)
_IN_WORDS: Final = re.compile(
    r"dərəcə (?:və )?\d{1,2} dəqiqə|derece (?:ve )?\d{1,2} dakika|درجه (?:و )?\d{1,2} دقیقه"
    r"|\b(?:enlik|enlem|uzunluq|boylam)(?:\s?[:=])?\s?[-−]?\d{1,3}[.,]\d{4,}"
)
_WORDS: Final = ("dəqiqə", "dakika", "دقیقه", "enlik", "enlem", "uzunluq", "boylam")
_WITH_DECIMALS: Final = (
    re.compile(r"\.(?<=\d\.)\d{3,},-?\d{1,3}\.\d{3,}"),
    re.compile(r"\+(?:(?<=\.\d{4}\+)|(?<=\.\d{5}\+)|(?<=\.\d{6}\+))\d{2,3}\.\d{4,}"),
    re.compile(r"geo:-?\d{1,2}\.\d{3,},-?\d{1,3}\.\d+"),
    re.compile(
        r"l(?<![\w]l)(?i:at(?:itude)?|on(?:g(?:itude)?)?|ng)[\"']?(?:\s?[:=]\s?[\"']?[-−]?\d{1,3}\.\d{3,}|\s[-−]?\d{1,3}\.\d{4,})"
    ),
)
_WITHOUT_DECIMALS: Final = (
    re.compile(rf"\+(?<=[23456789CFGHJ][{_PLUS_CODE}]{{7}}\+)(?<![\w+/].{{8}}\+)[{_PLUS_CODE}]{{2,3}}(?![\w+/=])"),
    re.compile(r"d(?<=\d\dd)\s?\d{1,2}m\s?\d{1,2}"),
    re.compile(r"deg(?:rees)?\b(?:(?<=\d deg)|(?<=\d degrees))\.?,? \d{1,2}(?:\.\d+)?\s?(?:['′’]|min)"),
    re.compile(r":(?<=\d:)\d\d:\d\d(?:\.\d+)?\s?[NSEW]\b"),
    # Degrees, minutes and seconds with blanks only; squares of a hundred kilometres; zones of the globe.
    re.compile(
        r"[C-HJ-NP-X](?:(?<=\b\d\d \d\d \d\d [NSEW])|(?<=\b\d\d \d\d \d\d[NSEW])"
        r"|(?<=\d.)(?:\s?[A-HJ-NP-Z]{2}\s?(?:\d{4}\s?\d{4}|\d{5}\s?\d{5})|\s\d{6}(?:\.\d+)?\s?(?:mE|E)?,?\s\d{7}))(?!\w)"
    ),
)
_DECIMALS: Final = re.compile(r"\.(?<=\d\.)\d{3}")
_TAG: Final = re.compile("<[^<>]*>")
_NAMES_A_SIDE: Final = re.compile(rf"{_DEGREE}|[NSEW]\b|[^\W\d]{{2,}}")


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
    for pattern in _WITHOUT_DECIMALS:
        yield from pattern.finditer(text)


def _is_far_from_money(text: str, found: re.Match[str], decimal: str) -> bool:
    if found.start() > 1 and text[found.start() - 2].isdigit():
        return True
    whole = found[0].rpartition(decimal)[0]
    return whole[-2:].isdigit() or bool(_NAMES_A_SIDE.search(_TAG.sub("", found[0])))
