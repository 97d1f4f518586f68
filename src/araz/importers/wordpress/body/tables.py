"""Tables: those of data, and those that only put things beside each other."""

from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborNode

from araz.edition.blocks import Block, Table
from araz.edition.text import Run, Text
from araz.importers.wordpress.body.galley import lines_of
from araz.importers.wordpress.body.gathering import gathered
from araz.importers.wordpress.body.looks import number_in
from araz.importers.wordpress.body.reader import Handler, Reader

_MOST_SPANNED: Final = 50  # columns or rows that one cell may take; more is a slip or an attack
_BLOCKS: Final = "table, img, iframe, video, audio, object, h1, h2, h3, h4, blockquote, figure, ul, ol, pre"
_Rows = list[tuple[LexborNode, list[LexborNode]]]


def _table(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    rows = list(_rows(node))
    if _is_layout(node, rows):
        reader.block(node, look)
        return
    reader.galley.end()
    before = reader.galley.spoken
    look = reader.speaking(node.attributes, look)
    after: list[Block] = []
    caption = _caption(reader, node, look)
    cells = _filled([[_cell(reader, cell, look, after) for cell in row] for _, row in rows], [row for _, row in rows])
    head_rows, has_head_column = _heads(rows)
    kept = [(place, row) for place, row in enumerate(cells) if any(row)]
    if kept:
        reader.galley.add(
            Table(
                rows=tuple(row for _, row in kept),
                caption=caption,
                head_rows=sum(place < head_rows for place, _ in kept),
                head_column=has_head_column,
                language=reader.galley.spoken,
            )
        )
    for block in after:
        reader.galley.add(block)
    reader.galley.spoken = before


def _rows(table: LexborNode) -> Iterator[tuple[LexborNode, list[LexborNode]]]:
    """Yield the rows with their cells; those of the foot come last wherever they are written."""
    foot: _Rows = []
    for part in table.iter():
        found = [(part, _cells(row)) for row in part.iter() if row.tag == "tr"]
        if part.tag == "tfoot":
            foot += found
        elif part.tag in ("thead", "tbody"):
            yield from found
    yield from foot


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in row.iter() if cell.tag in ("td", "th")]


def _is_layout(node: LexborNode, rows: _Rows) -> bool:
    """Whether the table only puts things beside each other: headings of rows, a caption or many cells speak against it."""
    if node.attributes.get("role") == "presentation" or not rows:
        return True
    columns = max(len(row) for _, row in rows)
    if columns <= 1 and len(rows) == 1:
        return True
    if node.css_first("th, caption") is not None or (columns > 2 and len(rows) > 2):
        return False
    return any(cell.css_first(_BLOCKS) is not None for _, row in rows for cell in row)


def _caption(reader: Reader, node: LexborNode, look: Run) -> Text:
    for part in node.iter():
        if part.tag == "caption":
            return lines_of(reader.texts_apart(part, look))
    return ()


def _cell(reader: Reader, cell: LexborNode, look: Run, after: list[Block]) -> Text:
    texts, others = gathered(reader.apart(cell, look), reader.galley.spoken)
    after += others
    if any(run.link for text in texts for run in text):
        reader.left.add(
            "lost", "A link in a cell of a table is only words at the desk, which keeps tables as plain lines"
        )
    return lines_of(texts)


def _filled(texts: list[list[Text]], nodes: list[list[LexborNode]]) -> list[tuple[Text, ...]]:
    """Return rows of one length; a cell that spans several has its words in the first of them."""
    taken: dict[tuple[int, int], Text] = {}
    for y, row in enumerate(nodes):
        x = 0
        for cell, text in zip(row, texts[y], strict=True):
            while (y, x) in taken:
                x += 1
            across, down = _span(cell, "colspan"), min(_span(cell, "rowspan"), len(nodes) - y)
            for below in range(down):
                for beside in range(across):
                    taken.setdefault((y + below, x + beside), ())
            taken[y, x] = text
            x += across
    columns = max((x for _, x in taken), default=-1) + 1
    while columns and not any(taken.get((y, columns - 1)) for y in range(len(nodes))):
        columns -= 1
    return [tuple(taken.get((y, x), ()) for x in range(columns)) for y in range(len(nodes))]


def _span(cell: LexborNode, name: str) -> int:
    return min(max(number_in(cell.attributes.get(name)), 1), _MOST_SPANNED)


def _heads(rows: _Rows) -> tuple[int, bool]:
    """Return how many rows at the top are headings, and whether the first cell of each other row is one."""
    count = 0
    for part, row in rows:
        if part.tag != "thead" and not (row and all(cell.tag == "th" for cell in row)):
            break
        count += 1
    below = [row for _, row in rows[count:] if row]
    return count, bool(below) and all(row[0].tag == "th" for row in below)


HANDLERS: Final[dict[str, Handler]] = {"table": _table}
