"""The one script of the search page, put together from `scripts/` and the tables that Python folds by."""

import re
from collections.abc import Iterable
from importlib.resources import files
from typing import Final

import msgspec

from araz.language.endings import ENDINGS
from araz.language.folding import letters
from araz.presses.search.across import ARABIC_IN_LATIN, LATIN_IN_ARABIC

PARTS: Final = ("folding", "reading", "matching", "finding", "page")
_REMARK: Final = re.compile(r"^\s*//.*\n|(?<=[;{},]) // .*$", re.MULTILINE)
_INDENTED: Final = re.compile(r"^[ \n]+", re.MULTILINE)


def script() -> bytes:
    """Return the script, which nobody but whoever searches ever loads. Nothing of it is seen by other scripts."""
    return f'(()=>{{"use strict";\n{source(PARTS)}}})();\n'.encode()


def source(parts: Iterable[str]) -> str:
    """Return the tables and some parts of the script, without remarks."""
    tables = (
        ("letters", letters()),
        ("endings", ENDINGS),
        ("across", {"arabic": LATIN_IN_ARABIC, "latin": ARABIC_IN_LATIN}),
    )
    told = "".join(f"const {name}={msgspec.json.encode(dict(table)).decode()};\n" for name, table in tables)
    return told + "".join(_source(part) for part in parts)


def _source(part: str) -> str:
    text = files("araz.presses.search").joinpath("scripts", f"{part}.js").read_text(encoding="utf-8")
    return _INDENTED.sub("", _REMARK.sub("", text))
