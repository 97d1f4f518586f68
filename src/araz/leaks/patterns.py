"""What gives somebody away without any list: addresses of mail and machines, positions, paths, times, programs.

Each pattern has a part that is found quickly; the whole is only looked for where that is.
"""

import re
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Final

from araz.contracts import Hit, PatternKind

# The first part begins with one certain sign, which is found at the speed of memory; the second one is the whole.
_EMAIL_BEGINS: Final = re.compile(r"@(?<=[\w.+%-]@)[\w-]+\.")
_EMAIL: Final = re.compile(r"(?<![\w@/.+%-])[\w.+%-]{1,64}@(?:[\w-]+\.)+[^\W\d_]{2,24}(?![\w-])")
_NOT_A_DOMAIN: Final = re.compile(r"\.(?:png|jpe?g|webp|gif|svg|css|js|html?)$", re.IGNORECASE)

_BYTE: Final = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_IPV4_BEGINS: Final = re.compile(r"\.\d{1,3}\.\d{1,3}\.\d")
_IPV4: Final = re.compile(rf"(?<![\w.,-])(?<![^/]/){_BYTE}(?:\.{_BYTE}){{3}}(?![\w-]|\.\d|,\d)")
_VERSION: Final = re.compile(r"(?:\bversion|\bversiya|\bsürüm|\brelease|نسخه|\bv\.?)\s*$", re.IGNORECASE)

_IPV6_BEGINS: Final = re.compile(r":[0-9A-Fa-f]{0,4}:")
_IPV6: Final = re.compile(r"(?<![\w:.])(?=[0-9A-Fa-f]*:[0-9A-Fa-f]*:)[0-9A-Fa-f:]{6,39}(?![\w:])")
_HARDWARE: Final = re.compile(r"[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}")

_POSITIONS: Final = (
    re.compile(r"\.(?<=\d\.)\d{4,}°?\s?[NSns]?\s?[,;/|+ ]\s?-?\d{1,3}\.\d{4,}|\.(?<=\d\.)\d{3,},-?\d{1,3}\.\d{3,}"),
    re.compile(r"°(?:(?<=\d°)|(?<=\d °))\s?\d{1,2}(?:\.\d+)?\s?['′’]\s?(?:\d{1,2}(?:\.\d+)?\s?[\"″”]\s?)?[NSEWŞQ]?"),
    re.compile(r"geo:-?\d{1,2}\.\d{3,},-?\d{1,3}\.\d+"),
    re.compile(r"lat(?:itude)?\"?'?\s?[:=]\s?\"?-?\d{1,2}\.\d{3,}"),
)

_PATHS: Final = (
    re.compile(r"/(?<![\w.~/-]/)(?:home|Users)/[\w.-]+/[\w.-]+"),
    re.compile(r"/(?<![\w.~/-]/)(?:root|tmp|var|srv|opt|mnt|Volumes|private)/[\w.-]+/[\w.-]+"),
    re.compile(r":(?<=[A-Za-z]:)[\\/]{1,4}(?:Users|Documents and Settings|home)[\\/]{1,4}[\w.-]+"),
    re.compile(r"file:/{2,3}[\w/]"),
)

_TIMES: Final = (
    re.compile(
        r":(?:(?<=\d{4}-\d\d-\d\dT\d\d:)|(?<=\d{4}-\d\d-\d\d \d\d:)(?=\d\d:\d\d)|(?<=\d{4}:\d\d:\d\d \d\d:)|(?<=[A-Z][a-z]{2} \d{4} \d\d:))"
        r"(\d\d)(?::(\d\d))?"
    ),
    re.compile(r"T(?<=\d{4}-\d\d-\d\dT)\d\d(\d\d)(\d\d)?|T(?<=\d{8}T)\d\d(\d\d)(\d\d)?"),
    re.compile(r"D:\d{10}(\d\d)(\d\d)"),
)
_STEP_MIN: Final = 10
_TELLING: Final = 24  # signs before and behind that tell one time from another

_PROGRAM_BEGINS: Final = (
    re.compile(r"=(?i:\s*[\"']?(?:generator|author|creator)\b)"),
    re.compile(r"<(?i:generator\b|x:xmpmeta\b|\?xpacket\b)"),
    re.compile(r"P(?i:hotoshop 3\.0)"),
)
_PROGRAM: Final = re.compile(
    r"<meta\b[^>]*\bname\s*=\s*[\"']?(?:generator|author|creator)\b[^>]*>|<x:xmpmeta\b|<\?xpacket\b|<generator\b[^>]*>[^<]|Photoshop 3\.0",
    re.IGNORECASE,
)

_TELLING_THEMSELVES: Final[tuple[tuple[PatternKind, re.Pattern[str]], ...]] = (
    *(("position", pattern) for pattern in _POSITIONS),
    *(("path", pattern) for pattern in _PATHS),
)


def find(text: str) -> Iterator[Hit]:
    """Yield what the patterns find in a text that is decoded."""
    if _EMAIL_BEGINS.search(text):
        yield from _emails(text)
    if _IPV4_BEGINS.search(text):
        yield from _ipv4(text)
    if _IPV6_BEGINS.search(text):
        yield from _ipv6(text)
    for pattern in _TIMES:
        if pattern.search(text):
            yield from _times(pattern, text)
    for kind, pattern in _TELLING_THEMSELVES:
        if pattern.search(text):
            yield from _each(kind, pattern, text)
    if any(begin.search(text) for begin in _PROGRAM_BEGINS):
        yield from _each("program", _PROGRAM, text)


def _each(kind: PatternKind, pattern: re.Pattern[str], text: str) -> Iterator[Hit]:
    yield from (Hit(kind, _told(text, found)) for found in pattern.finditer(text))


def _told(text: str, found: re.Match[str]) -> str:
    """What was found with what stands before its first certain sign."""
    begin = found.start()
    while begin and found.start() - begin < _TELLING and not text[begin - 1].isspace():
        begin -= 1
    return text[begin : found.end()]


def _emails(text: str) -> Iterator[Hit]:
    for found in _EMAIL.finditer(text):
        if not _NOT_A_DOMAIN.search(found[0]):
            yield Hit("e-mail", found[0].lower())


def _ipv4(text: str) -> Iterator[Hit]:
    for found in _IPV4.finditer(text):
        parts = [int(part) for part in found[0].split(".")]
        is_small = max(parts) < 10  # 3.2.1.4 is a paragraph or a version
        if (
            is_small
            or parts[0] in (0, 127)
            or min(parts) == 255
            or _VERSION.search(text, max(0, found.start() - 12), found.start())
        ):
            continue
        yield Hit("network address", found[0])


def _ipv6(text: str) -> Iterator[Hit]:
    for found in _IPV6.finditer(text):
        candidate = found[0].rstrip(":") if not found[0].endswith("::") else found[0]
        if _HARDWARE.fullmatch(candidate) or _is_ipv6(candidate):
            yield Hit("network address", candidate.lower())


def _is_ipv6(candidate: str) -> bool:
    if not any(sign.isdigit() for sign in candidate):  # `abba::dada` is a word in somebody's program
        return False
    try:
        address = ip_address(candidate)
    except ValueError:
        return False
    return not (address.is_loopback or address.is_unspecified)


def _times(pattern: re.Pattern[str], text: str) -> Iterator[Hit]:
    for found in pattern.finditer(text):
        minute, second = (int(part) for part in ([*filter(None, found.groups()), "0"])[:2])
        if minute % _STEP_MIN or second:
            yield Hit("time", _told(text, found))
