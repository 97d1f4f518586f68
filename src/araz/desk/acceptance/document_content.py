"""The drawing orders of a page: without marks about them, without comments, and without what lies on hidden layers."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from pikepdf import (
    ContentStreamInlineImage,
    Dictionary,
    Name,
    Operator,
    Page,
    PdfInlineImage,
    Stream,
    String,
    parse_content_stream,
    unparse_content_stream,
)

Orders = tuple[list[Any], Operator]

MOST_ORDERS: Final = 1_500_000  # of a page; a detailed map has some 300,000
LONGEST_SAID: Final = 40  # letters that a mark may say its letters stand for: a word, no hidden text
_ARABIC: Final = "[\u0606-\u061a\u061d-\u06dc\u06de-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"
# What letters that are drawn may need to be said for: joined letters, one sign with what stands on it.
_NEEDED: Final = re.compile(
    rf"[ \u200c\u200d]?{_ARABIC}+(?:[ \u200c\u200d.,:!()«»-]{{1,2}}{_ARABIC}+)*[ \u200c\u200d.:!()«»-]?"
    r"|(?s:.)[\u0300-\u036f]{0,3}|ff?[bfhijklt]?|[Tct]h|[cst]t|[Ii][Jj]|ti|tti?"
)
_MARKS: Final = frozenset({"BMC", "BDC", "EMC", "MP", "DP", "BX", "EX"})
_PAINTS_PATH: Final = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"})
_PAINTS: Final = frozenset({"Tj", "TJ", "Do", "sh", "INLINE IMAGE", "BI", "ID", "EI"})
_NEXT_LINE_AND_PAINTS: Final = frozenset({"'", '"'})
# How many operands an order takes; what stands before them, and orders that no one knows, draw nothing.
_OPERANDS: Final = {
    operator: count
    for count, operators in (
        (0, "q Q h f F f* B B* b b* S s n W W* BT ET T*"),
        (1, "w J j M ri i gs Tc Tw Tz TL Tr Ts Tj TJ ' cs CS g G sh Do"),
        (2, "d m l Td TD d0 Tf"),
        (3, 'rg RG "'),
        (4, "re v y k K"),
        (6, "cm c Tm d1"),
        (-1, "sc SC scn SCN"),
    )
    for operator in operators.split()
}
_NAMING: Final = {"Do": 0, "gs": 0, "cs": 0, "CS": 0, "sh": 0, "Tf": 0, "scn": -1, "SCN": -1}  # which operand is a name
_INVISIBLE: Final = 3  # of the ways to paint text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """Something that is said about the orders up to the end of the mark."""

    hides: bool = False
    words: String | None = None  # which the joined letters stand for: without them Persian can't be searched or copied


class TooDetailed(Exception):
    """A page has more drawing orders than can be looked at."""


def clean_orders(
    thing: Page | Stream,
    resources: Any,
    hides: Callable[[Any], bool],
    tell_unseen_words: Callable[[], None],
    bare_picture: Callable[[PdfInlineImage], bytes],
    plain: Callable[[Any], Any],
) -> bytes:
    """Return the drawing orders of a page, form or pattern as they may be kept. Raises TooDetailed."""
    parsed = parse_content_stream(thing)
    if len(parsed) > MOST_ORDERS:
        raise TooDetailed
    pieces: list[bytes] = []
    orders: list[Any] = []
    for order in _kept(parsed, resources, hides, tell_unseen_words):
        if isinstance(order, ContentStreamInlineImage):
            pieces += (unparse_content_stream(orders), bare_picture(order.iimage))
            orders = []
        elif tidied := _tidied(order, plain):
            orders.append(tidied)
    return b"\n".join((*pieces, unparse_content_stream(orders)))


def _kept(
    parsed: Any, resources: Any, hides: Callable[[Any], bool], tell_unseen_words: Callable[[], None]
) -> Iterator[Any]:
    marks: list[_Mark] = []  # that stand around what is read at this moment
    for instruction in parsed:
        operator = str(instruction.operator)
        if operator in ("BMC", "BDC"):
            mark = _mark(operator, instruction.operands, resources, hides)
            marks.append(mark)
            if mark.words is not None:
                yield [Name.Span, Dictionary(ActualText=mark.words)], Operator("BDC")
        elif operator == "EMC":
            if marks and marks.pop().words is not None:
                yield [], Operator("EMC")
        elif operator in _MARKS:
            continue
        elif any(mark.hides for mark in marks) or (
            operator == "Do" and _is_hidden_thing(instruction.operands, resources, hides)
        ):
            yield from _unpainted(operator, instruction)
        else:
            if operator == "Tr" and instruction.operands and instruction.operands[0] == _INVISIBLE:
                tell_unseen_words()
            yield instruction


def _tidied(order: Any, plain: Callable[[Any], Any]) -> Any:
    """Return the order with its own operands and names that only count; nothing for one that is in no book."""
    operands, operator = order if isinstance(order, tuple) else (order.operands, order.operator)
    name = str(operator)
    count = len(operands) if name in ("BDC", "EMC") else _OPERANDS.get(name)
    if count is None:
        return None
    if name not in _NAMING and count in (-1, len(operands)):
        return order
    own = list(operands)[len(operands) - count if 0 <= count < len(operands) else 0 :]
    if name in _NAMING and own:
        own[_NAMING[name]] = plain(own[_NAMING[name]])
    return own, operator


def _mark(operator: str, operands: Any, resources: Any, hides: Callable[[Any], bool]) -> _Mark:
    if operator != "BDC" or len(operands) != 2:
        return _Mark()
    about = operands[1]
    words = about.get(Name.ActualText) if isinstance(about, Dictionary) else None
    return _Mark(
        hides=hides(_layer(operands, resources)),
        words=words if isinstance(words, String) and _is_needed(words) else None,
    )


def _is_needed(words: String) -> bool:
    """Whether letters say what is lost without it. Anything else may be words that nobody sees."""
    return len(str(words)) <= LONGEST_SAID and bool(_NEEDED.fullmatch(str(words)))


def _unpainted(operator: str, instruction: Any) -> Iterator[Any]:
    """What an order changes besides painting must go on: the place of the next word, the end of a path."""
    if operator in _PAINTS_PATH:
        yield [], Operator("n")
    elif operator in _NEXT_LINE_AND_PAINTS:
        yield [], Operator("T*")
    elif operator not in _PAINTS:
        yield instruction


def _layer(operands: Any, resources: Any) -> Any:
    if len(operands) != 2 or operands[0] != Name.OC or not isinstance(operands[1], Name):
        return None
    return _in(resources, Name.Properties, operands[1])


def _is_hidden_thing(operands: Any, resources: Any, hides: Callable[[Any], bool]) -> bool:
    thing = _in(resources, Name.XObject, operands[0]) if len(operands) == 1 else None
    return isinstance(thing, Stream) and hides(thing.get(Name.OC))


def _in(resources: Any, sort: Name, name: Any) -> Any:
    if not isinstance(resources, Dictionary) or not isinstance(name, Name):
        return None
    drawer = resources.get(sort)
    return drawer.get(name) if isinstance(drawer, Dictionary) else None
