"""What has no place on paper: scripts, forms, drawings made of code. It is left behind and told."""

from typing import Final

from selectolax.lexbor import LexborNode

from araz.edition.text import Run
from araz.importers.wordpress.body.looks import count_in
from araz.importers.wordpress.body.reader import Handler, Reader

_NAMES: Final = {
    "script": "A script was left behind",
    "style": "A style sheet was left behind",
    "noscript": "What a page shows without scripts was left behind: mostly a reader counter",
}


def _silent(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    if tag in _NAMES:
        reader.left.add("dropped", _NAMES[tag])


def _form(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    """Leave a form behind. What a program of Microsoft's wraps whole pages in is read through."""
    if node.css_first("p, article, h1, h2, h3") is not None and count_in(node) > _A_PAGE:
        reader.block(node, look)
        return
    reader.left.add("dropped", "A form was left behind", count_in(node))


def _field(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    reader.left.add("dropped", "A field to fill in was left behind", count_in(node))


def _drawing(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    reader.left.add("lost", "A drawing made of code (SVG) did not come along", count_in(node))


def _formula(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    reader.left.add("doubtful", "A formula came along as plain words")
    reader.children(node, look)


_A_PAGE: Final = 80  # words
_NOTHING: Final = (
    "template head title meta link base noframes annotation annotation-xml area param source track rp".split()
)

HANDLERS: Final[dict[str, Handler]] = {
    **dict.fromkeys([*_NAMES, *_NOTHING], _silent),
    "form": _form,
    "select": _field,
    "textarea": _field,
    "input": _field,
    "datalist": _field,
    "svg": _drawing,
    "math": _formula,
}
