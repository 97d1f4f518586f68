"""Small programs in documents that stay, since pages are drawn by them: tables of letters, and functions. Without comments and names."""

import re
from typing import Final

_COMMENT: Final = re.compile(rb"%[^\r\n]*")
_SECTION: Final = re.compile(
    rb"begin(codespacerange|bfchar|bfrange|cidchar|cidrange|notdefchar|notdefrange)\b(.*?)end\1\b", re.DOTALL
)
_CODE: Final = re.compile(rb"<[0-9A-Fa-f\s]*>|[\[\]]|\d+")
_SIDEWAYS: Final = re.compile(rb"/WMode\s+1\s+def")
_HEAD: Final = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
"""
_END: Final = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
_IS_FOLLOWED: Final = {b"codespacerange": 2, b"bfchar": 2, b"bfrange": 3, b"cidchar": 2, b"cidrange": 3}


def bare_table_of_letters(content: bytes) -> bytes:
    """Return a CMap with its codes alone; nothing else of what it says is needed."""
    sections = b""
    for sort, body in _SECTION.findall(_COMMENT.sub(b"", content)):
        codes = _CODE.findall(body)
        count = _count(sort, codes)
        sections += b"%d begin%b\n%b\nend%b\n" % (count, sort, b" ".join(codes), sort)
    sideways = b"/WMode 1 def\n" if _SIDEWAYS.search(content) else b""
    return _HEAD + sideways + sections + _END


def _count(sort: bytes, codes: list[bytes]) -> int:
    entries = depth = 0
    for code in codes:  # a list counts as one
        depth += (code == b"[") - (code == b"]")
        entries += not depth
    return entries // _IS_FOLLOWED.get(sort, 2 if sort.endswith(b"char") else 3)


def without_comments(program: bytes) -> bytes:
    """Return a function of PostScript without comments and without what stands behind its end."""
    bare = _COMMENT.sub(b"", program)
    return bare[: bare.rfind(b"}") + 1]
