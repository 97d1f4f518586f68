"""What machines, programs and devices call themselves, where no sentence of a newspaper says it so."""

import re
from collections.abc import Iterator
from typing import Final

from araz.leaks.passages import lines_with

_PROGRAM_BEGINS: Final = (
    re.compile(r"=(?i:\s*[\"']?(?:generator|author|creator)\b)"),
    re.compile(r"<(?i:generator\b|x:xmpmeta\b|\?xpacket\b)"),
    re.compile(r"P(?i:hotoshop 3\.0)"),
    re.compile(r"-(?<=s-)(?:MacBook|iMac|iPhone|iPad|Mac-mini|ThinkPad)\b"),
    re.compile(r"-(?:(?<=\bDESKTOP-)[A-Z0-9]{7}|(?<=\bLAPTOP-)[A-Z0-9]{8}|(?<=\bWIN-)[A-Z0-9]{11})\b"),
)
_PROGRAM: Final = re.compile(
    r"<meta\b[^>]*\bname\s*=\s*[\"']?(?:generator|author|creator)\b[^>]*>|<x:xmpmeta\b|<\?xpacket\b|<generator\b[^>]*>[^<]|Photoshop 3\.0"
    r"|\b[\w’'-]+s-(?:MacBook|iMac|iPhone|iPad|Mac-mini|ThinkPad)\b|\b(?:DESKTOP-[A-Z0-9]{7}|LAPTOP-[A-Z0-9]{8}|WIN-[A-Z0-9]{11})\b",
    re.IGNORECASE,
)

_A_SERIAL_NUMBER: Final = r"\s{0,3}[:=#]\s{0,3}(?=(?:[A-Za-z-]{0,10}\d){4})[\w-]{6,}"

# Each with what it begins with, which is found at the speed of memory, so that no other text is read for it letter by letter.
_BESIDE: Final = (
    (
        re.compile(r"M(?:ozilla/\d|ailer:|odel Name)"),
        re.compile(r"Mozilla/\d\.0 \([^)\n]{4,120}\)|(?:X-Mailer|Camera Model Name)\s{0,30}:\s{0,3}\w[^\n<]{0,60}"),
    ),
    (re.compile("odified"), re.compile(r"\b[Ll]ast ?[Mm]odified ?[Bb]y\b[\"'>]?\s{0,30}[:=>]?\s{0,30}\w[^\n<]{0,40}")),
    # Numbers by which one thing is told from all others: a camera, a telephone, its card.
    (
        re.compile("erial ?[Nn]"),
        re.compile(
            r"[Ss]erial ?(?:[Nn]umber|[Nn]o\.?)(?:\s{0,30}[:=#]\s{0,3}|[\"']?[>:=]\s?[\"']?|(?<=lNumber)\s"
            r"|(?:(?<=[Bb]ody serial number)|(?<=[Ll]ens serial number)|(?<=amera serial number))\s)"
            r"(?=[\w-]{0,20}\d)[\w-]{5,}"
        ),
    ),
    # In the paper's other languages; without a colon it is told of banknotes, and some laws of Turkey have short ones.
    (
        re.compile("eri(?:ya n| [Nn][ou])"),
        re.compile(rf"[Ss]eri(?:ya n[öo]mr[əe]si| [Nn](?:o\.?|umaras[ıi])){_A_SERIAL_NUMBER}"),
    ),
    (
        re.compile(r"ریال(?=\s{0,3}[:=#]| ن)"),
        re.compile(
            r"ریال(?:(?<=شماره سریال)|(?<=شمارهٔ سریال)|(?<=شمارۀ سریال)|(?<=شماره\u200cی سریال)"
            rf"|(?:(?<=سریال)|(?<=سئریال)) ن[وؤ]مره[\u200c ]?س[یي]){_A_SERIAL_NUMBER}"
        ),
    ),
    (
        re.compile(r"S(?:M-|/N)"),
        re.compile(r"\bSM-[A-Z]\d{3}[A-Z]\w?\b|\bS/N\s?[:=#]\s?(?=[\w-]{0,20}\d)[\w-]{5,}"),
    ),
    (re.compile("I(?:MEI|MSI|CCID)"), re.compile(r"\b(?:IMEI|IMSI|ICCID)\b[^\d\n]{0,20}\d[\d\s/-]{12,24}\d")),
)
# Names of machines that no reader can reach: ends that are kept for a house's own network (RFC 6762, RFC 8375, ICANN).
_ENDS_AT_HOME: Final = re.compile(r"\.(?:local|lan\b|internal|home\.arpa)")
_MACHINE: Final = re.compile(
    r"(?<![\w.@-])[\w-]{2,}(?:\.[\w-]+){0,8}\.(?:local(?:domain)?|lan|internal|home\.arpa)(?![\w-]|\.\w)"
)
_IN_ADDRESSES: Final = (
    # A machine that is called by one word, or by its address as one number.
    re.compile(
        r"//(?:(?<=http://)|(?<=https://)|(?<=ftp://)|(?<=ssh://))(?:[\w.-]+@)?(?!localhost\b)"
        r"(?:(?=[\w-]*[A-Za-z])[\w-]{3,63}|\d{8,10})(?::\d{2,5})?(?=[/\"'<>\s?#]|$)"
    ),
    re.compile(r"@(?<=\w@)[A-Za-z][\w-]*:(?:[~/]|[\w-]+/)"),  # as a command line begins, and as files are copied
)


def find(text: str) -> Iterator[re.Match[str]]:
    """Yield the places of the text that name a program or a device."""
    if any(begin.search(text) for begin in _PROGRAM_BEGINS):
        yield from _PROGRAM.finditer(text)
    for begin, pattern in _BESIDE:
        if begin.search(text):
            yield from pattern.finditer(text)


def find_machines(text: str) -> Iterator[re.Match[str]]:
    """Yield the names of machines of somebody's own network."""
    yield from _MACHINE.finditer(lines_with(_ENDS_AT_HOME, text))
    for pattern in _IN_ADDRESSES:
        yield from pattern.finditer(text)
