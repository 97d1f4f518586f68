"""Addresses that things had before the paper moved here: how one is written, and in which drawer it lies.

Readers come by links that are years old and written in many ways; here all ways become one. The script of the website
(`assets/old-addresses.js`) and the written maps for web servers follow the same rules.
"""

import re
from typing import Final
from unicodedata import normalize
from urllib.parse import unquote
from zlib import crc32

LONGEST: Final = 400  # characters of a path
DRAWERS: Final = tuple(f"{number:02x}" for number in range(256))

# The queries by which WordPress names things; what else stands in a query says nothing about what is wanted.
QUERY: Final = r"(?:^|&)((?:p|page_id|attachment_id|cat)=[0-9]{1,10}|feed=[a-z0-9-]{1,20})(?:&|$)"
_query: Final = re.compile(QUERY)
# Never kept and never answered: these lead from a number or a name to an account.
_author_query: Final = re.compile(r"(?:^|&)author(?:_name)?=")
_author_path: Final = re.compile(r"/author/[^/]", re.IGNORECASE)
# What could mean something else in an address, in a script or in the settings of a web server.
_unfit: Final = re.compile(r'[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffd"`{}\\%?#]|//|/\.\.?(?:/|$)')


# An old address; who claims it: "story/k3v9q2aa", or the key of a part of the paper; and where it leads: a path from the
# root of the tree, or "https://…", but nothing for sections and topics, whose pages may move. A drawer of a large archive has
# a thousand of them, which are read whenever a story with an old address is published: hence no class.
OldAddress = tuple[str, str, str]


def old_address(path: str, query: str = "") -> str:
    """Return how the edition writes an address whose path is decoded already; empty if it can't be an old one.

    The path is NFC, begins with a slash and does not end in one; case is kept. Of the query only what WordPress names
    things by stays: `/?p=123`. Archives of authors are no old addresses: they name accounts.
    """
    path = normalize("NFC", path)
    if not path.startswith("/") or len(path) > LONGEST or _unfit.search(path) or names_author(path, query):
        return ""
    path = path.removesuffix("/")
    path = "" if path == "/index.php" else path
    found = _query.search(query)
    if not found:
        return path
    return f"{path or '/'}?{found[1]}"


def read_address(address: str) -> str:
    """Return how the edition writes a path, perhaps with a query, as links have it: percent-encoded or not."""
    path, _, query = address.partition("#")[0].partition("?")
    try:
        return old_address(unquote(path, errors="strict"), query)
    except UnicodeDecodeError:
        return ""


def is_named(query: str) -> bool:
    """Say whether the query alone names something, as `p=123` does."""
    return bool(_query.search(query))


def names_author(path: str, query: str) -> bool:
    """Say whether WordPress would answer this address with what an account has written."""
    return bool(_author_query.search(query) or _author_path.search(path))


def drawer_of(address: str) -> str:
    """Return in which of the 256 drawers an old address lies: two hexadecimal digits of its CRC-32."""
    return DRAWERS[crc32(address.encode()) & 0xFF]
