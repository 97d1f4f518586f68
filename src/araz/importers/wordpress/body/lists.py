"""Lists. An edition's lists have one level: a list in an item becomes lines of that item, so that numbers stay right."""

from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborNode

from araz.edition.blocks import Block, ItemList
from araz.edition.text import Run, Text
from araz.importers.wordpress.body.galley import lines_of
from araz.importers.wordpress.body.gathering import gathered, prefixed
from araz.importers.wordpress.body.looks import classes, number_in
from araz.importers.wordpress.body.pictures import gallery, is_gallery
from araz.importers.wordpress.body.reader import Handler, Reader

_LISTS: Final = frozenset(["ul", "ol", "menu", "dir"])


def _list(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    given = node.attributes
    if is_gallery(classes(given)):
        gallery(reader, node, look)
        return
    reader.galley.end()
    before = reader.galley.spoken
    look = reader.speaking(given, look)
    after: list[Block] = []
    items = tuple(_items(reader, node, look, after))
    first = number_in(given.get("start")) if tag == "ol" else 0
    if first > 1:  # a list of ours counts from 1, so this one brings its numbers along
        items = tuple(prefixed(f"{number}. ", item) for number, item in enumerate(items, start=first))
    if items:
        is_counted = tag == "ol" and first <= 1
        reader.galley.add(ItemList(items=items, ordered=is_counted, language=reader.galley.spoken))
    for block in after:
        reader.galley.add(block)
    reader.galley.spoken = before


def _items(reader: Reader, node: LexborNode, look: Run, after: list[Block]) -> Iterator[Text]:
    """Yield the items; a list that stands between them belongs to the one before."""
    item: Text = ()
    child = node.child
    while child is not None:
        lines = _lines(reader, child, look, after)
        if child.tag in _LISTS and item:
            item = lines_of([item, *lines])
        elif lines:
            if item:
                yield item
            item = lines_of(lines)
        child = child.next
    if item:
        yield item


def _lines(reader: Reader, node: LexborNode, look: Run, after: list[Block]) -> list[Text]:
    if node.is_text_node and not (node.text_content or "").strip():
        return []
    if reader.footnotes.is_note(node):
        reader.keep_note(node)
        return []
    blocks = reader.apart(node, look) if node.tag == "li" else reader.alone(node, look)
    texts, others = gathered(blocks, reader.galley.spoken)
    after += others
    return texts


def _stray_item(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    """Read an item that stands in no list: with its neighbours it is one."""
    reader.galley.end()
    texts, others = gathered(reader.apart(node, look), reader.galley.spoken)
    blocks = reader.galley.blocks
    if texts:
        last = blocks[-1] if blocks else None
        before = last.items if isinstance(last, ItemList) and not last.ordered and _follows_item(node) else ()
        if before:
            blocks.pop()
        blocks.append(ItemList(items=(*before, lines_of(texts)), language=reader.galley.spoken))
    blocks += others


def _follows_item(node: LexborNode) -> bool:
    before = node.prev
    while before is not None and (before.is_comment_node or not before.text().strip()):
        before = before.prev
    return before is not None and before.tag == "li"


HANDLERS: Final[dict[str, Handler]] = {**dict.fromkeys(_LISTS, _list), "li": _stray_item}
