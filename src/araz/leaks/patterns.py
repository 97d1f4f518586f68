"""What gives somebody away without any list: addresses of mail and machines, positions, paths, times, programs.

Each pattern has a part that is found quickly; the whole is only looked for where that is.
"""

import re
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Final

from araz.contracts import Hit, PatternKind
from araz.leaks import devices, positions
from araz.leaks.passages import lines_with
from araz.leaks.spelling import plain, spoken

# The first part begins with one certain sign, which is found at the speed of memory; the second one is the whole.
_EMAIL_BEGINS: Final = re.compile(r"@(?<=[\w.+%\"'-]@)[\w-]+\.")
_EMAIL: Final = re.compile(r"(?<![\w@.+%-])[\w.+%\"'-]{1,64}@(?:[\w-]+\.)+[^\W\d_]{2,24}(?!\w)")
_EMAIL_SAID: Final = re.compile(
    r"[\[({](?:(?<=[\w.+-].)|(?<=[\w.+-] .))(?i:\s?(?:at|et|ət|ات|ایت)\s?)[\])}]\s?[\w-]+(?:\.|\s?[\[({]\s?(?i:dot)\s?[\])}]\s?)[^\W\d_]{2,24}"
)
_NOT_A_DOMAIN: Final = re.compile(r"\.(?:png|jpe?g|webp|gif|svg|css|js|html?)$", re.IGNORECASE)

_BYTE: Final = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_ORDINAL: Final = (
    r"-(?:[iıuü]?n)?c[iıuü](?!\w)"  # “12.3.1.4-cü bənd” is a paragraph, “10.20.30.40-dan” came from a machine
)
_IPV4_BEGINS: Final = re.compile(r"\.\d{1,3}\.\d{1,3}\.\d")
_IPV4: Final = re.compile(
    rf"(?:(?<![\w.,-])|(?<=\b[Ii][Pp]-))(?<![^/]/){_BYTE}(?:\.{_BYTE}){{3}}(?![A-Za-z0-9_]|-\d|{_ORDINAL}|\.\d|,\d)"
)
_IPV4_IN_A_NAME: Final = re.compile(
    rf"-(?<=\d-){_BYTE}-{_BYTE}-{_BYTE}(?=\.[a-z][\w-]*\.[a-z]{{2}})"
)  # “1-2-3-4.dsl.example.net”
_FIRST_OF_FOUR: Final = re.compile(rf"(?<!\d){_BYTE}$")
_SMALL: Final = 10
_NUMBERED: Final = re.compile(  # versions, paragraphs and telephones
    r"(?:\b(?:version|versiya\w*|sürüm\w*|buraxılış\w*|release|v|maddə\w*|bənd\w*|madde\w*|fıkra|article|section|paragraph|para|chapter|tel|telefon\w*|phone|faks|fax|mob|android|ios|windows|chrome|firefox)"
    r"|نسخه|ویرایش|ماده|بند|مادده|تلفن|شماره|§)[.:]{0,2}\s*$",
    re.IGNORECASE,
)
_NUMBERED_AFTER: Final = re.compile(
    r"\.?\)? (?:maddə|bənd|sayılı|madde|fıkra|versiya|sürüm|nömrəli|numaralı)", re.IGNORECASE
)

_IPV6_BEGINS: Final = re.compile(r":[0-9A-Fa-f]{0,4}:")
_IPV6: Final = re.compile(
    r"(?:(?<![\w:.])|(?<=[G-Zg-z]:)|(?<=[G-Zg-z]\w:)|(?<=[G-Zg-z]\w\w:))(?=[0-9A-Fa-f]*:[0-9A-Fa-f]*:)[0-9A-Fa-f:]{6,39}(?![\w:])"
)
_IPV6_TURNED: Final = re.compile(r"(?:[0-9a-fA-F]\.){8,32}ip6\.arpa")  # as machines ask for the name of an address
_HARDWARE: Final = re.compile(r"[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}")
_HARDWARE_IN_OTHER_WAYS: Final = (
    re.compile(r"-(?<=[0-9A-Fa-f]{2}-)(?<![\w-].{2}-)(?:[0-9A-Fa-f]{2}-){4}[0-9A-Fa-f]{2}(?![\w-])"),
    re.compile(r"\.(?<=[0-9A-Fa-f]{4}\.)(?<![\w.].{4}\.)[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}(?![\w.]\w)"),
)

_PATHS_WITH_SLASHES: Final = (
    re.compile(r"/(?<![\w.~/-]/)(?:home\d{0,2}|Users|root|tmp|sdcard|cygdrive)/[\w.-]+(?:/[\w.-]+)?"),
    re.compile(r"/(?<![\w.~/-]/)(?:var|srv|opt|mnt|run|media|storage|Volumes|private|data/data)/[\w.-]+/[\w.-]+"),
    re.compile(r":(?<=[A-Za-z]:)[\\/]{1,4}(?:Users|Documents and Settings|home)[\\/]{1,4}[\w.-]+"),
    re.compile(r"file:[/\\]{2,4}[\w/]"),
    re.compile(r":(?:(?<=smb:)|(?<=nfs:)|(?<=afp:)|(?<=cifs:)|(?<=content:)|(?<=vscode:))//\w|:(?<=\bMacintosh HD:)\w"),
    # What begins with a full stop there is the same on all machines, and manuals name it.
    re.compile(r"~/(?<![\w/.~-]~/)[^\W_][\w-]*(?:/[\w.-]+|\.\w{2,4}\b)"),
    re.compile(r"\$(?:HOME|\{HOME\})/[^\W_][\w-]*(?:/[\w.-]+|\.\w{2,4}\b)"),
    re.compile(r":(?<=[C-Z]:)(?<![\w/.&;-][C-Z]:)/[^\W\d_][\w .-]{0,60}/[\w .-]+"),
)
_PATHS: Final = (
    *_PATHS_WITH_SLASHES,
    re.compile(r"\\(?<![\w\\:]\\)(?:Users|Documents and Settings)\\{1,2}[\w.-]+"),
    re.compile(r":(?<=[A-Za-z]:)(?<!\w[A-Za-z]:)\\{1,2}[^\W_][\w .-]{0,60}(?:\\|\.\w{2,4}\b)"),
    re.compile(r"\\(?<![\w\\:/]\\)\\[^\W\d_][\w$.-]{2,}\\{1,2}[\w$.-]{2,}"),
    re.compile(r"%(?:USERPROFILE|HOMEPATH)%\\{1,2}[^\W_][\w -]*(?:\\{1,2}[\w.-]+|\.\w{2,4}\b)"),
)

_TIMES: Final = (
    re.compile(
        r":(?:(?<=\d{4}-\d\d-\d\dT\d\d:)|(?<=\d{4}-\d\d-\d\d \d\d:)(?=\d\d:\d\d)|(?<=\d{4}:\d\d:\d\d \d\d:)|(?<=[A-Z][a-z]{2} \d{4} \d\d:))"
        r"(\d\d)(?::(\d\d))?"
    ),
    re.compile(r"T(?<=\d{4}-\d\d-\d\dT)\d\d(\d\d)(\d\d)?|T(?<=\d{8}T)\d\d(\d\d)(\d\d)?"),
    re.compile(r"D:\d{10}(\d\d)(\d\d)"),
    # As telephones and their programs name pictures.
    re.compile(
        r"20\d\d(?:\d{4}[_-][0-2]\d([0-5]\d)([0-5]\d)(?:\d{3})?"
        r"|-[01]\d-[0-3]\d[ _-][0-2]\d(?:-([0-5]\d)-([0-5]\d)|\.([0-5]\d)\.([0-5]\d)|([0-5]\d)([0-5]\d)))(?!\d)"
    ),
    re.compile(r" at (?<=20\d\d-\d\d-\d\d at )[0-2]?\d\.([0-5]\d)\.([0-5]\d)"),
)
_CLOCK: Final = re.compile(r":\d\d:\d\d")
_CLOCKS: Final = (  # day and clock as machines write them for people: with seconds, which people don't write
    re.compile(
        r":(?:(?<=\d\d[./-]\d{4} [0-2]\d:)|(?<=\d\d[./-]\d{4}, [0-2]\d:)|(?<=\d{4}[./]\d\d[./]\d\d [0-2]\d:)"
        r"|(?<=\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:)|(?<=[^\W\d_] \d{4} \d\d:)|(?<=[^\W\d_] \d{4}, \d\d:))(\d\d):(\d\d)"
    ),
    re.compile(r":(?<=[A-Z][a-z]{2} [ \d]\d \d\d:)(\d\d):(\d\d)(?= (?:[A-Z]{2,4} )?\d{4})"),
    re.compile(r":(?:(?<=/\d{4} \d:)|(?<=, \d{4} \d:)|(?<=/\d{4}, \d:))(\d\d):(\d\d)(?= [AP]M)"),
)
_STEP_MIN: Final = 10
_NAME: Final = 6  # signs of a file's name before its day: “/IMG_”
_TELLING: Final = 24  # signs before and behind that tell one time from another


def find(text: str) -> Iterator[Hit]:
    """Yield what the patterns find in a text that is decoded."""
    yield from _find(text)
    for other in (plain(text), spoken(text)):
        if other:
            yield from _find(other)


def _find(text: str) -> Iterator[Hit]:
    yield from _emails(lines_with(_EMAIL_BEGINS, text))
    yield from _each("e-mail", _EMAIL_SAID, text)
    yield from _ipv4(lines_with(_IPV4_BEGINS, text))
    yield from _ipv4_in_names(text)
    yield from _ipv6(lines_with(_IPV6_BEGINS, text))
    yield from _hardware(text)
    if "ip6.arpa" in text:
        yield from (Hit("network address", found[0]) for found in _IPV6_TURNED.finditer(text))
    yield from _times(text)
    yield from (Hit("position", _told(text, found)) for found in positions.find(text))
    for pattern in _PATHS if "\\" in text else _PATHS_WITH_SLASHES:
        if pattern.search(text):
            yield from _each("path", pattern, text)
    yield from (Hit("program", _told(text, found)) for found in devices.find(text))
    yield from (Hit("network address", found[0].lower()) for found in devices.find_machines(text))


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
        is_small = max(parts) < _SMALL  # 3.2.1.4 is a paragraph or a version
        if (
            is_small
            or parts[0] in (0, 127, 255)
            or parts[2:] == [0, 0]  # a whole net
            or _NUMBERED.search(text, max(0, found.start() - 16), found.start())
            or _NUMBERED_AFTER.match(text, found.end())
        ):
            continue
        yield Hit("network address", found[0])


def _ipv4_in_names(text: str) -> Iterator[Hit]:
    for found in _IPV4_IN_A_NAME.finditer(text):
        if first := _FIRST_OF_FOUR.search(text, max(0, found.start() - 4), found.start()):
            yield Hit("network address", first[0] + found[0])


def _ipv6(text: str) -> Iterator[Hit]:
    for found in _IPV6.finditer(text):
        candidate = found[0].rstrip(":") if not found[0].endswith("::") else found[0]
        if _HARDWARE.fullmatch(candidate) or _is_ipv6(candidate):
            yield Hit("network address", candidate.lower())


def _hardware(text: str) -> Iterator[Hit]:
    """Letters and digits: without a letter it is a number of a telephone or an invoice."""
    for pattern in _HARDWARE_IN_OTHER_WAYS:
        for found in pattern.finditer(text):
            begin = found.start() - (2 if found[0].startswith("-") else 4)
            address = text[begin : found.end()]
            if any(map(str.isdigit, address)) and any(map(str.isalpha, address)):
                yield Hit("network address", address.lower())


def _is_ipv6(candidate: str) -> bool:
    if not any(sign.isdigit() for sign in candidate):  # `abba::dada` is a word in somebody's program
        return False
    try:
        address = ip_address(candidate)
    except ValueError:
        return False
    return not (address.is_loopback or address.is_unspecified)


def _times(text: str) -> Iterator[Hit]:
    for pattern in (*_TIMES, *_CLOCKS) if _CLOCK.search(text) else _TIMES:
        for found in pattern.finditer(text):
            minute, second = (int(part) for part in ([*filter(None, found.groups()), "0"])[:2])
            # A file that is public elsewhere.
            is_in_a_link = found[0].startswith("20") and "/" in _told(text, found)[-len(found[0]) - _NAME :]
            if (minute % _STEP_MIN or second) and not is_in_a_link:
                yield Hit("time", _told(text, found))
