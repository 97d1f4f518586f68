"""What an export says of people, read without our reader; and where a newsroom's folder says it too."""

import base64
import binascii
import contextlib
import gzip
import html
import io
import quopri
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote_to_bytes

import brotli

_FIELD: Final = r"<(?:\w+:)?{name}>\s*(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?\s*</(?:\w+:)?{name}>"
_WRITTEN: Final = re.compile(_FIELD.format(name=r"(?:encoded|title|comment_content)"), re.DOTALL)
_DEEPEST: Final = 4  # an envelope in an envelope in an envelope
_MOST_BYTES: Final = 20_000_000
_BASE64: Final = re.compile(rb"[A-Za-z0-9+/_-]{16,}={0,2}")
_QUOTED: Final = re.compile(rb"=[0-9A-F]{2}")
_PERCENT: Final = re.compile(rb"%[0-9A-Fa-f]{2}")
_ESCAPED: Final = re.compile(rb"\\u([0-9a-fA-F]{4})")
_ENTITY: Final = re.compile(rb"&#?\w{2,8};")


@dataclass(frozen=True)
class People:
    """All of it in small letters."""

    logins: frozenset[str]
    addresses: frozenset[str]  # e-mail, IP, web sites and names of browsers

    def wrong_in(self, data: bytes) -> set[str]:
        """Return what of this is in the data; account names as words of their own."""
        text = data.decode("utf-8", "ignore").lower()
        found = {address for address in self.addresses if address in text}
        return found | {
            login for login in self.logins if login in text and re.search(rf"(?<!\w){re.escape(login)}(?!\w)", text)
        }


def people_of(export: str) -> People:
    """Return the people of an export, without what its own stories and comments say in their texts."""
    written = "\n".join(_WRITTEN.findall(export)).lower()
    sites = {re.sub(r"^https?://|/+$", "", site) for site in _fields(export, "comment_author_url")}
    return People(
        logins=frozenset(_fields(export, "author_login") | _fields(export, "creator")),
        addresses=frozenset(
            _fields(export, "author_email")
            | _fields(export, "comment_author_email")
            | {address for address in _fields(export, "comment_author_IP") if len(address) > 6}
            | {site for site in sites if site not in written}
            | _fields(export, "comment_agent")
        ),
    )


def _fields(export: str, name: str) -> set[str]:
    found = (html.unescape(each).strip().lower() for each in re.findall(_FIELD.format(name=name), export, re.DOTALL))
    return {each for each in found if each}


def places_that_name(people: People, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each file of the folder with each thing of those people that is in its name or its bytes, decoded or not."""
    for file in sorted(folder.rglob("*")):
        name = str(file.relative_to(folder))
        found = people.wrong_in(name.encode())
        if file.is_file():
            for data in layers(file.read_bytes()):
                found |= people.wrong_in(data)
        yield from ((name, each) for each in sorted(found))


def layers(data: bytes, depth: int = 0) -> Iterator[bytes]:
    """Yield the bytes as they are and all that they are an envelope of."""
    yield data
    if depth < _DEEPEST:
        for inner in _opened(data):
            if inner and inner != data:
                yield from layers(inner, depth + 1)


def _opened(data: bytes) -> Iterator[bytes]:
    yield from _unpacked(data)
    if b"\0" in data and b"\0" in data[1:200:2] + data[:200:2]:
        yield data.replace(b"\0", b"")  # UTF-16 and UTF-32 of either order, as far as letters are Latin
    if _PERCENT.search(data):
        yield unquote_to_bytes(data)
    if _ESCAPED.search(data):
        yield _ESCAPED.sub(lambda found: chr(int(found[1], 16)).encode("utf-8", "ignore"), data)
    if _ENTITY.search(data):
        yield html.unescape(data.decode("utf-8", "ignore")).encode("utf-8", "ignore")
    if _QUOTED.search(data):
        yield quopri.decodestring(data)
    yield b"\n".join(_from_base64(data))


def _unpacked(data: bytes) -> Iterator[bytes]:
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            yield from (container.read(name) for name in container.namelist())
    for magic, unpack in ((b"\x1f\x8b\x08", _inflate_gzip), (b"x\x9c", zlib.decompressobj)):
        start = data.find(magic)
        while start >= 0:
            with contextlib.suppress(zlib.error):
                yield unpack().decompress(data[start:], _MOST_BYTES)
            start = data.find(magic, start + 1)
    with contextlib.suppress(brotli.error):
        yield brotli.decompress(data)


def _inflate_gzip() -> "zlib._Decompress":
    return zlib.decompressobj(zlib.MAX_WBITS | 16)


def _from_base64(data: bytes) -> Iterator[bytes]:
    for run in _BASE64.findall(data):
        plain = run.rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
        for start in range(4):  # it may stand behind other letters
            part = plain[start:]
            part = part[:-1] if len(part) % 4 == 1 else part  # one letter alone is less than a byte
            try:
                yield base64.b64decode(part + b"=" * (-len(part) % 4))
            except binascii.Error:
                continue


def pack_for_test(text: str) -> dict[str, bytes]:
    """Return the text in each envelope that the search must open."""
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("inner.txt", text)
    return {
        "plain": text.encode(),
        "gzip": gzip.compress(text.encode()),
        "gzip behind others": b"rows" + gzip.compress(text.encode()) + b"rows",
        "zip": zipped.getvalue(),
        "zlib": zlib.compress(text.encode()),
        "brotli": brotli.compress(text.encode()),
        "base64": base64.b64encode(text.encode()),
        "base64 behind others": b"ab" + base64.b64encode(text.encode()),
        "base64 for addresses": base64.urlsafe_b64encode(text.encode()),
        "quoted-printable": "".join(f"={byte:02X}" for byte in text.encode()).encode(),
        "percent": "".join(f"%{byte:02x}" for byte in text.encode()).encode(),
        "JSON": "".join(f"\\u{ord(letter):04x}" for letter in text).encode(),
        "entities": "".join(f"&#{ord(letter)};" for letter in text).encode(),
        "UTF-16": text.encode("utf-16"),
        "UTF-16 big": text.encode("utf-16-be"),
        "gzip in base64": base64.b64encode(gzip.compress(text.encode())),
    }
