"""Tags inside a line: marks, links, languages, line breaks, marks of footnotes."""

from typing import Final

import msgspec
from selectolax.lexbor import LexborNode

from araz.edition.text import Run, words_of
from araz.importers.wordpress.body import documents
from araz.importers.wordpress.body.galley import lines_of
from araz.importers.wordpress.body.looks import (
    classes,
    is_bold,
    is_italic,
    language_of,
    raised,
    text_in,
)
from araz.importers.wordpress.body.outside import is_button_of_file, leave_button
from araz.importers.wordpress.body.reader import Handler, Reader
from araz.language import language as language_row

_WAYS_BACK: Final = ("↩", "↩\ufe0e")


def _strong(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    # Google Docs puts what is copied from it into one <b style="font-weight:normal">.
    style = node.attributes.get("style") or ""
    is_strong = "font-weight" not in style or is_bold(style)
    _spoken(reader, tag, node, msgspec.structs.replace(look, bold=True) if is_strong else look)


def _emphasis(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    _spoken(reader, tag, node, msgspec.structs.replace(look, italic=True))


def _spoken(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    """Read a tag that may say in which language its words are, or how they look."""
    given = node.attributes
    if given:
        if language := language_of(given):
            around = reader.galley.spoken or reader.around.language
            look = msgspec.structs.replace(look, language="" if language == around else language)
        if style := given.get("style"):
            look = msgspec.structs.replace(
                look, bold=look.bold or is_bold(style), italic=look.italic or is_italic(style)
            )
        if reader.figures and "credit" in classes(given).lower():
            _credit(reader, node, look)
            return
    reader.children(node, look)


def _credit(reader: Reader, node: LexborNode, look: Run) -> None:
    """Take who made a picture out of its caption, unless it says more than plain words can."""
    text = lines_of(reader.texts_apart(node, look))
    if any(run.link or run.note for run in text):
        reader.figures[-1].caption.append(text)
    elif text:
        reader.figures[-1].credits.append(" ".join(words_of(text).split()))


def _link(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    if reader.footnotes.is_way_back(node):
        return
    if key := reader.footnotes.mark_at(node):
        reader.galley.mark(reader.footnotes.number(key))
        return
    given = node.attributes
    address = given.get("href")
    words = text_in(node)
    if not address or (not words and node.child is None):
        reader.children(node, look)
        return
    if words in _WAYS_BACK:
        return
    if is_button_of_file(reader, node, given):
        leave_button(reader, node)
        return
    if not documents.read_link(reader, node, address, words, look):
        reader.children(node, msgspec.structs.replace(look, link=reader.link(address, words)))


def _break(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    reader.galley.line_break()
    reader.galley.after_break = True


def _raised(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    key = node.attributes.get("data-fn") or ""
    if key and _mark_stored(reader, key):
        return
    if node.css_first("a, img") is None and (number := raised(node.text(), tag)) and reader.galley.tail == "x":
        reader.galley.words(number, look)
    else:
        _spoken(reader, tag, node, look)


def _mark_stored(reader: Reader, key: str) -> bool:
    """Set the mark of a footnote whose words WordPress keeps beside the post; tell when they are not there."""
    stored = reader.footnotes.stored(key)
    if stored is None:
        reader.left.add("lost", "The words of a footnote are not in the export; its mark stays as a number")
        return False
    if not reader.footnotes.is_known(key):
        reader.footnotes.write(key, reader.read_apart(stored))
    reader.galley.mark(reader.footnotes.number(key))
    return True


def _note(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    """Read a note that is written where its mark stands, as plugins do with a shortcode."""
    texts = reader.texts_apart(node)
    if texts:
        reader.galley.mark(reader.footnotes.write(f"here {node.mem_id} {reader.footnotes.total}", texts))


def _quoted(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    """Put the quotation marks that a browser shows around the words."""
    opening, closing = language_row(look.language or reader.galley.spoken or reader.around.language).quotes
    reader.text(opening, look)
    reader.children(node, look)
    reader.text(closing, look)


def _cite(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    if reader.sources and _is_source(node):
        reader.sources[-1] += reader.texts_apart(node)
    else:
        _emphasis(reader, tag, node, look)


def _is_source(node: LexborNode) -> bool:
    """Whether a <cite> is who said it: alone, or last behind a line break; in the midst of words it is a title."""
    parent = node.parent
    if parent is None or parent.tag != "p":
        return True
    before, after = node.prev, node.next
    while before is not None and before.is_text_node and not (before.text_content or "").strip():
        before = before.prev
    while after is not None and after.is_text_node and not (after.text_content or "").strip():
        after = after.next
    return after is None and (before is None or before.tag == "br")


HANDLERS: Final[dict[str, Handler]] = {
    "b": _strong,
    "strong": _strong,
    "i": _emphasis,
    "em": _emphasis,
    "dfn": _emphasis,
    "span": _spoken,
    "font": _spoken,
    "bdi": _spoken,
    "bdo": _spoken,
    "abbr": _spoken,
    "a": _link,
    "br": _break,
    "sup": _raised,
    "sub": _raised,
    "q": _quoted,
    "cite": _cite,
    "araz-note": _note,
}
