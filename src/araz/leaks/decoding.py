"""The ways in which a text can say the same letters: entities, percents, escapes, base64, quoted-printable, names of machines, tags between."""

import quopri
import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator
from html import unescape
from typing import Final
from urllib.parse import unquote

from araz.leaks.passages import lines_with
from araz.leaks.unseen import HIDERS, turned_back

_PERCENTS: Final = re.compile("(?:%[0-9A-Fa-f]{2})+")
_ESCAPE: Final = re.compile(r"\\u\{([0-9A-Fa-f]{1,6})\}|\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})|\\([0-9A-Fa-f]{4,6}) ?")
_BACKSLASH: Final = re.compile(r"\\")
_SURROGATES: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_SHIFTED_MAIL: Final = re.compile(
    r"(?:email-protection#|data-cfemail=[\"'])([0-9a-f]{2})((?:[0-9a-f]{2}){5,120})", re.IGNORECASE
)
_TAG: Final = re.compile("<[!/?a-zA-Z][^<>]*>")
_INSIDE_A_WORD: Final = re.compile(rf"<(?<=[\w{HIDERS}]<)[!/?a-zA-Z][^<>]*>(?:<[^<>]*>)*(?=[\w{HIDERS}])")
_INLINE: Final = r"(?:/?(?:a|b|i|u|s|em|strong|span|mark|wbr|bdi|bdo)\b[^<>]*|!--[^<>]*--)>"
_INSIDE_A_NUMBER: Final = re.compile(rf"<(?:(?<=\d<)|(?<=\d[.:]<)){_INLINE}(?:<{_INLINE})*(?=[\d°]|[.:]\d)")
_NUMBER_OR_AT: Final = re.compile(f"@|{_INSIDE_A_NUMBER.pattern}")
_AT_A_TAG: Final = re.compile(r"@(?:(?<=[\w>]@)(?=[\w-]*<|[\w.-]+<)|(?<=>@))")
_PUNYCODE: Final = re.compile("xn--([a-z0-9-]{1,59})", re.IGNORECASE)
_RUN: Final = re.compile("[A-Za-z0-9+/_-]{12,}={0,2}")
_CAPITAL_INSIDE: Final = re.compile("[A-Z](?<=[A-Za-z0-9+/_-].)")
_IS_WRAPPED: Final = re.compile("\n(?:(?<=[A-Za-z0-9+/]{60}\n)|(?<=[A-Za-z0-9+/]{60}\r\n))")
_WRAPPED: Final = re.compile("(?<![A-Za-z0-9+/])(?:[A-Za-z0-9+/]{60,100}\r?\n)+[A-Za-z0-9+/]*={0,2}")
_FILE: Final = re.compile("base64,([A-Za-z0-9+/]{200,}={0,2})")
_QUOTED: Final = re.compile("=[0-9A-F]{2}|=\r?\n")
_DEEPEST: Final = 3  # an entity inside an escape inside an address


def views(text: str) -> Iterator[str]:
    """Yield what the text says when it is decoded, the text itself if that says more, and what its words are without the tags inside them."""
    decoded = decode(text)
    yield decoded
    if decoded is not text and _PERCENTS.search(text):  # which may have stood for nothing but itself
        yield text
    elif folders := folders_of(text, decoded):
        yield folders
    if broken := lines_with(_INSIDE_A_WORD, decoded):
        yield _TAG.sub("", broken)
    if turned := turned_back(decoded):
        yield turned
    if "xn--" in decoded or "XN--" in decoded:
        yield "\n".join(map(_domain, _PUNYCODE.findall(decoded)))


def folders_of(text: str, decoded: str) -> str:
    """Return the lines with what was taken for escapes, and may be folders: a year is a letter's number too."""
    return lines_with(_BACKSLASH, text) if decoded is not text and "\\" in text else ""


def without_tags_inside(text: str) -> str:
    """Return the lines in which tags part a number, or anything in a line with an address of mail, without tags; else nothing."""
    if "<" not in text or not (_INSIDE_A_NUMBER.search(text) or _AT_A_TAG.search(text)):
        return ""
    return _TAG.sub("", lines_with(_NUMBER_OR_AT, text))


def _domain(label: str) -> str:
    """The letters of a name of a machine that is written in ASCII; nothing if it is none."""
    try:
        return label.encode().decode("punycode")
    except UnicodeError:
        return ""


def decode(text: str) -> str:
    """Return the text with entities, percents and escapes resolved, also those inside each other."""
    for _ in range(_DEEPEST):
        before = text
        if "&" in text:
            text = unescape(text)
        if "%" in text:
            text = _PERCENTS.sub(lambda found: unquote(found[0], errors="ignore"), text)
        if "\\" in text:
            text = _SURROGATES.sub(_pair, _ESCAPE.sub(_letter, text))
        if "email-protection#" in text or "data-cfemail" in text:
            text = _SHIFTED_MAIL.sub(_mail, text)
        if text == before:
            return before
    return text


def _mail(found: re.Match[str]) -> str:
    """An address as Cloudflare hides it from collectors: each sign is shifted by the first number."""
    key = int(found[1], 16)
    return f" {bytes(sign ^ key for sign in bytes.fromhex(found[2])).decode(errors='ignore')} "


def _letter(found: re.Match[str]) -> str:
    code = int(next(filter(None, found.groups())), 16)
    return chr(code) if code <= 0x10FFFF else ""


def _pair(found: re.Match[str]) -> str:
    return found[0].encode("utf-16", "surrogatepass").decode("utf-16")


def files_in(text: str) -> tuple[str, list[str]]:
    """Return the text without the files that stand in it as base64, and those: fonts and pictures of a volume."""
    files = _FILE.findall(text) if "base64," in text else []
    return (_FILE.sub("", text), files) if files else (text, files)


def unpacked(run: str) -> bytes:
    """Return what a run of base64 holds; nothing if it is none."""
    bare = run.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return b64decode(bare + "=" * (-len(bare) % 4))
    except (NotBase64, ValueError):
        return b""


def packed(text: str) -> Iterator[str]:
    """Yield the runs of base64 in the text, each once."""
    runs = [run for run in _RUN.findall(lines_with(_CAPITAL_INSIDE, text)) if _looks_packed(run)]
    if _IS_WRAPPED.search(text):
        runs += (run.replace("\n", "").replace("\r", "") for run in _WRAPPED.findall(text))
    yield from dict.fromkeys(runs)


def quoted(text: str) -> bytes:
    """Return what quoted-printable in the text says; nothing if there is none."""
    return quopri.decodestring(text.encode()) if is_quoted(text) else b""


def is_quoted(text: str) -> bool:
    """Say whether something in the text looks like quoted-printable."""
    return "=" in text and _QUOTED.search(text) is not None


def _looks_packed(run: str) -> bool:
    """Words are of one case or have a capital at their beginning; hashes and dates are of digits and small letters."""
    middle = run[1:]
    return (
        not middle.islower() and not run.isupper() and not run.isdigit() and any("A" <= sign <= "Z" for sign in middle)
    )
