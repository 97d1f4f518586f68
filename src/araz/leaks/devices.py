"""What machines, programs and devices call themselves, where no sentence of a newspaper says it so."""

import re
from collections.abc import Iterator
from typing import Final

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

# Each with words that are found at the speed of memory, so that no other text is read for it letter by letter.
_BESIDE_WORDS: Final = (
    (("odified",), re.compile(r"\b[Ll]ast ?[Mm]odified ?[Bb]y\b[\"'>]?\s{0,30}[:=>]?\s{0,30}\w[^\n<]{0,40}")),
    (("Mozilla/",), re.compile(r"Mozilla/\d\.0 \([^)\n]{4,120}\)")),
    (("X-Mailer:", "User-Agent:"), re.compile(r"(?:X-Mailer|User-Agent):\s?\w[^\n<]{0,60}")),
    (
        ("Camera Model", "Host Computer"),
        re.compile(r"(?:Camera Model Name|Host Computer)\s{0,30}:\s{0,3}\w[^\n<]{0,40}"),
    ),
    (("SM-",), re.compile(r"\bSM-[A-Z]\d{3}[A-Z]\w?\b")),
    (("android-",), re.compile(r"\bandroid-[0-9a-f]{16}\b")),
    # Numbers by which one thing is told from all others: a camera, a telephone, its card, a network's box.
    (
        ("erial ", "erialNumber"),
        re.compile(
            r"[Ss]erial ?(?:[Nn]umber|[Nn]o\.?)(?:\s{0,30}[:=#]\s{0,3}|[\"']?[>:=]\s?[\"']?|(?<=lNumber)\s)(?=[\w-]{0,20}\d)[\w-]{5,}"
        ),
    ),
    (("S/N",), re.compile(r"\bS/N\s?[:=#]\s?(?=[\w-]{0,20}\d)[\w-]{5,}")),
    (("IMEI", "IMSI", "ICCID"), re.compile(r"\b(?:IMEI|IMSI|ICCID)\b[^\d\n]{0,20}\d[\d\s/-]{12,24}\d")),
    (("MAC", "SSID"), re.compile(r"\b(?:MAC|BSSID)\b[^\w\n]{1,3}[0-9A-Fa-f]{12}\b")),
)
# Names of machines that no reader can reach: ends that are kept for a house's own network (RFC 6762, RFC 8375, ICANN).
_ENDS_AT_HOME: Final = (".local", ".lan", ".internal", ".home.arpa")
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
    for words, pattern in _BESIDE_WORDS:
        if any(word in text for word in words):
            yield from pattern.finditer(text)


def find_machines(text: str) -> Iterator[re.Match[str]]:
    """Yield the names of machines of somebody's own network."""
    if any(end in text for end in _ENDS_AT_HOME):
        yield from _MACHINE.finditer(text)
    for pattern in _IN_ADDRESSES:
        yield from pattern.finditer(text)
