"""Which lines of a file nobody has looked at: what stood there before, and what stands on every page, is looked at once.

Lines are known by twos, so that two that were never beside each other are looked at together when they are.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import pairwise
from typing import Final

APART: Final = "\n 0 \n"  # between texts: a word, so that what is not beside each other does not seem so
_BETWEEN: Final = APART.encode()
_MOST: Final = 30_000  # pairs, about 3 MB

_Pair = tuple[bytes, bytes]


class Lines:
    """Remembers the pairs of lines in which nothing was found, as numbers."""

    def __init__(self) -> None:
        self._harmless: set[int] = set()

    def unknown(self, body: bytes, known: bytes = b"", seen: Collection[int] = frozenset()) -> tuple[bytes, list[int]]:
        """Return the lines that nobody has looked at, and the marks of all that may be remembered then.

        `known` was looked at whole; `seen` are marks of what is looked at already.
        """
        body, known = _differing(_in_lines(body), _in_lines(known))
        pairs = _pairs(body)
        marks = list(map(hash, pairs))
        unknown = set(marks) - self._harmless
        unknown.difference_update(seen)
        if unknown and known:
            unknown.difference_update(map(hash, _pairs(known)))
        new = [number for number, mark in enumerate(marks) if mark in unknown] if unknown else []
        return _joined(pairs, new), marks

    def remember(self, marks: Iterable[int]) -> None:
        """Remember that nothing was found in them."""
        if len(self._harmless) > _MOST:
            self._harmless.clear()
        self._harmless.update(marks)


def _differing(new: bytes, old: bytes) -> tuple[bytes, bytes]:
    """Return both without the lines with which both begin and end, but one on each side."""
    if not old:
        return new, old
    shorter = min(len(new), len(old))
    same = _length(shorter, lambda start, end: new[start:end] == old[start:end])
    begin = _line_before(new, same)
    rest_new, rest_old = new[begin:], old[begin:]
    shorter = min(len(rest_new), len(rest_old))
    last_new, last_old = len(rest_new), len(rest_old)
    same = _length(
        shorter,
        lambda start, end: rest_new[last_new - end : last_new - start] == rest_old[last_old - end : last_old - start],
    )
    behind = _lines_behind(rest_new, last_new - same)
    return rest_new[: last_new - behind], rest_old[: last_old - behind]


def _length(most: int, is_same: Callable[[int, int], bool]) -> int:
    """Return how much is the same, by halves."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if is_same(low, middle) else (low, middle - 1)
    return low


def _line_before(text: bytes, place: int) -> int:
    """Return where the line before the place's own begins."""
    own = text.rfind(b"\n", 0, place)
    return text.rfind(b"\n", 0, own) + 1 if own > 0 else 0


def _lines_behind(text: bytes, place: int) -> int:
    """Return how many bytes stand behind the line after the place's own."""
    own = text.find(b"\n", place)
    after = text.find(b"\n", own + 1) if own >= 0 else -1
    return len(text) - after - 1 if after >= 0 else 0


def _pairs(text: bytes) -> list[_Pair]:
    return list(pairwise([b"", *text.split(b"\n"), b""]))


def _joined(pairs: Sequence[_Pair], new: Iterable[int]) -> bytes:
    """The lines of the new pairs; what was not beside each other does not seem so."""
    found: list[bytes] = []
    last = -1
    for number in new:
        if number > last:
            found += [_BETWEEN, pairs[number][0]]
        found.append(pairs[number][1])
        last = number + 1
    return b"\n".join(found)


def _in_lines(text: bytes) -> bytes:
    """The text; of data that is all on one line, its entries as lines."""
    if text.startswith((b"{", b"araz")):
        return text.replace(b"},{", b"},\n{").replace(b'","', b'",\n"')
    return text
