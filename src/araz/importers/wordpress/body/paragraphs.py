"""Tags that stand on their own lines: paragraphs, headings, lists of terms, kept text, what opens at a click."""

from typing import Final

import msgspec
from selectolax.lexbor import LexborNode

from araz.edition.text import Run
from araz.importers.wordpress.body.galley import heading
from araz.importers.wordpress.body.looks import classes
from araz.importers.wordpress.body.outside import show_wrapped
from araz.importers.wordpress.body.pictures import gallery, is_gallery, show_background, shown_with_caption
from araz.importers.wordpress.body.reader import Handler, Reader


def _paragraph(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    if reader.figures and "wp-caption-text" in classes(node.attributes):
        reader.figures[-1].caption += reader.texts_apart(node)
    else:
        reader.block(node, look)


def _box(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    """Read a box by what its class says that it is; most are only boxes."""
    given = node.attributes
    looks = classes(given) if given else ""
    if "wp-block-embed__wrapper" in looks:
        show_wrapped(reader, node, look)
    elif " wp-caption " in looks:
        shown_with_caption(reader, node, look)
    elif is_gallery(looks):
        gallery(reader, node, look)
    else:
        if "wp-block-cover" in looks:
            show_background(reader, given)
        reader.block(node, look)


def _heading(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    reader.block(node, look, heading(int(tag[1])))


def _term(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    reader.block(node, msgspec.structs.replace(look, bold=True))


def _terms(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    if "gallery-item" in classes(node.attributes):
        shown_with_caption(reader, node, look)
    else:
        reader.block(node, look)


def _meaning(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    if "gallery-icon" in classes(node.attributes):
        reader.block(node, look)
    else:
        _paragraph(reader, tag, node, look)


def _kept(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    before, reader.is_kept = reader.is_kept, True
    reader.block(node, look)
    reader.is_kept = before


def _line(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    reader.galley.end()


_BOXES: Final = (
    "div section article aside main header nav address center details fieldset legend caption tbody tr td th dialog "
    "search hgroup multicol noembed"
).split()

HANDLERS: Final[dict[str, Handler]] = {
    "p": _paragraph,
    **dict.fromkeys(_BOXES, _box),
    **{f"h{level}": _heading for level in range(1, 7)},
    "dl": _terms,
    "dt": _term,
    "dd": _meaning,
    "summary": _term,
    "pre": _kept,
    "listing": _kept,
    "xmp": _kept,
    "plaintext": _kept,
    "hr": _line,
}
HANDLERS["dt"] = lambda reader, tag, node, look: (
    _meaning(reader, tag, node, look) if "gallery-icon" in classes(node.attributes) else _term(reader, tag, node, look)
)
