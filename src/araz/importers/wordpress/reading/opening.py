"""Looks at how a file begins and refuses what is no export, with the line and what to do instead."""

import re
from typing import Final

from araz.importers.wordpress.findings import ExportRefused
from araz.importers.wordpress.reading.sections import sections

OPENING_CHARS: Final = 64 * 1024
_MARKUP: Final = re.compile(
    r"(?P<dtd><!\s*(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)\b)(?:\s+(?P<type>[\w:.-]+))?"
    r"|<(?P<root>[A-Za-z_][\w:.-]*)",
    re.IGNORECASE,
)
_ROOT: Final = re.compile(r"<(?:[\w.-]+:)?(?:rss|rdf)[\s>]", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[A-Za-z]")
_NO_BREAK: Final = re.compile(r"[^\n]")
_PARTS: Final = re.compile(r"</?(?:[\w.-]+:)?item[\s>]|<wp:|wordpress\.org/export")
_NO_XML: Final = "{file} holds no XML in its first lines, from line 1 on. Export it from WordPress again."
_OTHERS: Final = {
    "feed": "is an Atom feed, perhaps of Blogger. Araz reads WordPress's own export (Tools, Export).",
    "urlset": "is a sitemap. In WordPress, choose Tools, Export, and give that file.",
    "opml": "is a list of feeds. In WordPress, choose Tools, Export, and give that file.",
}


def check_opening(text: str, file: str) -> int:
    """Return where the XML begins in the first characters of a file, after what a broken server may have put before it.

    Raises ExportRefused for everything that is no export, and for every document type: WordPress writes none, and that is
    where entity bombs and outside entities are declared.
    """
    _refuse_other_formats(text, file)
    plain = _without_sections(text)
    root = _ROOT.search(plain)
    for match in _MARKUP.finditer(plain, 0, root.end() if root else len(plain)):
        line = 1 + plain.count("\n", 0, match.start())
        if match["dtd"]:
            _refuse_document_type(match, file, line)
        if match["root"] and not root:
            _refuse_root(match["root"], text, file, line)
            break
    if not root and not _TAG.search(plain) and not _PARTS.search(text):
        raise ExportRefused(_NO_XML.format(file=file))
    declaration = text.find("<?xml")
    start = root.start() if root else 0
    return declaration if 0 <= declaration < start else start


def refuse_document_type(text: str, file: str, line: int) -> None:
    """Raise ExportRefused when a document type stands in this text between items."""
    for match in _MARKUP.finditer(_without_sections(text)):
        if match["dtd"]:
            _refuse_document_type(match, file, line + text.count("\n", 0, match.start()))


def _without_sections(text: str) -> str:
    """Blank out comments and CDATA sections, so that every place is where it was."""
    return "".join(_NO_BREAK.sub(" ", part) if mark else part for part, mark in sections(text))


def _refuse_other_formats(text: str, file: str) -> None:
    begin = text.lstrip("\ufeff\x00 \t\n")
    if not begin:
        raise ExportRefused(f"{file} is empty. Export it from WordPress again.")
    if begin[0] in "{[":
        raise ExportRefused(f"{file} is JSON, from line 1 on. Araz reads WordPress's XML: choose Tools, Export.")
    if begin.startswith("%PDF"):
        raise ExportRefused(f"{file} is a PDF. Araz reads WordPress's XML: choose Tools, Export.")
    if "<" not in text:
        raise ExportRefused(_NO_XML.format(file=file))


def _refuse_document_type(match: re.Match[str], file: str, line: int) -> None:
    if (match["type"] or "").lower() == "html":
        _refuse_web_page(file, line)
    raise ExportRefused(
        f"{file} declares a document type or entities in line {line}. WordPress never does, and files that harm do. "
        "Export it from WordPress again."
    )


def _refuse_root(root: str, text: str, file: str, line: int) -> None:
    name = root.rpartition(":")[2].lower()
    if name in ("html", "head", "body"):
        _refuse_web_page(file, line)
    if name in _OTHERS:
        raise ExportRefused(f"{file} {_OTHERS[name]} (It begins with <{root}> in line {line}.)")
    if not name.isascii():  # three bytes of something packed or painted can look like a tag
        raise ExportRefused(_NO_XML.format(file=file))
    if name != "channel" and not _PARTS.search(text):
        raise ExportRefused(
            f"{file} begins with <{root[:40]}> in line {line}; an export of WordPress begins with <rss>. "
            "Choose Tools, Export in WordPress and give that file."
        )


def _refuse_web_page(file: str, line: int) -> None:
    raise ExportRefused(
        f"{file} is a web page (line {line}), perhaps an error or a sign-in page that was saved instead of the export. "
        "Sign in to WordPress and export again."
    )
