"""IP addresses: those of commenters in an export, and those that somebody wrote into a text."""

import re
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from typing import Final

from araz.importers.wordpress.reading.loose_fields import CONTENT, TAG_END, text_of
from araz.language.wanted import Span, cut

_HIDDEN: Final = "…"
# Each begins with one certain sign, so that most texts are read at the speed of memory.
_DOTS: Final = re.compile(r"\.\d{1,3}\.")
_COLONS: Final = re.compile(r"::|:[0-9a-fA-F]{1,4}:[0-9a-fA-F]{1,4}:")
_FOUR: Final = r"\d{1,3}(?:\.\d{1,3}){3}"
_LIKE: Final = re.compile(  # "IP:198.51.100.7", "198.51.100.7dən"; "::ffff:198.51.100.7" is one, too
    rf"(?:(?<=[^0-9a-fA-F:]:)(?=[0-9a-fA-F])|(?<![0-9a-fA-F:.]))(?:[0-9a-fA-F]{{0,4}}:){{2,7}}(?:{_FOUR}|[0-9a-fA-F]{{0,4}})(?![\d:])"
    rf"|(?<!\d)(?<!\d\.){_FOUR}(?!\d|\.\d)"
)
_MOST_OF_TIMES: Final = 3  # colons
_ENDING: Final = 3  # letters of a word that may stand behind an address, and could be digits of it
_PLACE: Final = re.compile(f"comment_author_IP{TAG_END}{CONTENT}")
_IN_A_FIELD: Final = re.compile(
    rf"_ip(?:\]\]>)?\s*</[^<>]{{1,60}}>\s*<[\w:.-]{{1,60}}{TAG_END}{CONTENT}"
)  # of plug-ins
_OF_SOMEBODY: Final = re.compile(r"(?:author|user|submit)\Z")
_LONGEST_KEY: Final = 10
_PART: Final = re.compile(
    r"[0-9a-fA-F:.]{3,45}"
)  # proxies make lists, and machines add the name of a cable: fe80::1%eth0
_SAID_OF_ALL: Final = ("127.0.0.1", "::1", "0.0.0.0", "::")  # noqa: S104 — nothing is bound: each machine is that to itself


def of_commenters(text: str) -> Iterator[str]:
    """Yield the addresses of commenters that a part of an export has, each in one way of writing; some several times."""
    for found in (*_PLACE.finditer(text), *_IN_A_FIELD.finditer(text)):
        is_one = found.re is _PLACE or _OF_SOMEBODY.search(text, max(found.start() - _LONGEST_KEY, 0), found.start())
        for part in _PART.findall(text_of(found[1])) if is_one else ():
            plain = _plain(part) or _plain(part.rpartition(":")[0])  # some note its port, too
            if plain and plain not in _SAID_OF_ALL:
                yield plain


def may_be_in(text: str) -> bool:
    """Tell whether the text may have an address: a quick look."""
    return bool(_DOTS.search(text) or _COLONS.search(text))


def spans(text: str, is_meant: Callable[[str], bool]) -> Iterator[Span]:
    """Yield where in the text addresses stand that are meant, whatever stands beside them."""
    if may_be_in(text):
        for found in _LIKE.finditer(text):
            for begin, end in _readings(found[0]):
                if (plain := _plain(found[0][begin:end])) and is_meant(plain):
                    yield found.start() + begin, found.start() + end
                    break


def without_network_addresses(text: str) -> str:
    """Return the text with “…” for each IP address, whose ever it is; numbers of versions beside letters are none."""
    if not may_be_in(text):
        return text
    likely = (found.span() for found in _LIKE.finditer(text) if _stands_alone(text, found) and _is_likely(found[0]))
    return cut(text, likely, _HIDDEN)


def _readings(written: str) -> Iterator[Span]:
    """Where in what looks like an address it may begin and end: words beside it may be of its letters, too."""
    yield 0, len(written)
    if ":" in written:
        yield written.index(":") + 1, len(written)
        yield from ((0, end) for end in range(len(written) - 1, len(written) - 1 - _ENDING, -1))


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    return not any(sign.isalnum() or sign == "_" for sign in before + after) and before != "."


def _is_likely(written: str) -> bool:
    """Tell an address from a name with colons, as `a::b`, and from a time that somebody typed: 12::30."""
    is_long = len(written.partition(":")[0]) not in (1, 2) or "." in written or written.count(":") > _MOST_OF_TIMES
    return is_long and any(map(str.isdigit, written)) and bool(_plain(written))


def _plain(written: str) -> str:
    """Return the address in the one way of writing that all its ways have in common; nothing for what is none."""
    if ":" not in written:
        parts = written.split(".")
        if len(parts) != 4 or not all(part.isdecimal() and len(part) <= 3 and int(part) < 256 for part in parts):
            return ""
        return ".".join(str(int(part)) for part in parts)
    if written.count(":") != 7 and "::" not in written and "." not in written:
        return ""
    try:
        address = ip_address(written)
    except ValueError:
        return ""
    return str(getattr(address, "ipv4_mapped", None) or address)
