"""One piece of XML to a small tree, by expat. Pieces have no document type, so nothing in them can expand."""

from contextlib import suppress
from typing import Final
from xml.parsers import expat

from araz.importers.wordpress.reading.vocabulary import Names

MAX_DEPTH: Final = 40
MAX_ELEMENTS: Final = 200_000  # 15,000 comments
MAX_ATTRIBUTES: Final = 64
_TEXTS: Final = frozenset(
    ("title", "content", "excerpt", "comment_content", "comment_author", "meta_value", "description")
)

_NONE: Final[dict[str, str]] = {}


class Element:
    """An element with our name for it (see `vocabulary`), its attributes, its own text and its children."""

    __slots__ = ("attributes", "children", "line", "name", "parts")

    def __init__(self, name: str, attributes: dict[str, str] | None = None, line: int = 0) -> None:
        self.name = name
        self.attributes = attributes or _NONE
        self.children: list[Element] = []
        self.parts: list[str] = []
        self.line = line  # of the file; 0 for that of the piece

    @property
    def text(self) -> str:
        return "".join(self.parts)


class NotWellFormed(Exception):
    """What is wrong, as expat says it."""

    def __init__(self, cause: str, line: int) -> None:
        super().__init__(cause)
        self.cause = cause
        self.line = line  # of the file


class TooDeep(Exception):
    """More elements or attributes, or deeper ones, than any export has."""


def parse(text: str, line: int, names: Names) -> Element:
    """Return a nameless element around those of the text, which begins in this line of its file.

    Raises NotWellFormed, also for markup inside a text that should have been escaped, and TooDeep.
    """
    around = Element("")
    stack, count = [around], 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if len(stack) > MAX_DEPTH or count > MAX_ELEMENTS or len(attributes) > MAX_ATTRIBUTES:
            raise TooDeep
        if attributes:
            names.declare(attributes)
        element = Element(names.of(name), attributes)
        stack[-1].children.append(element)
        stack.append(element)

    def end(_: str) -> None:
        element = stack.pop()
        if element.children and element.name in _TEXTS:
            raise NotWellFormed("markup outside of CDATA", line + parser.CurrentLineNumber - 1)

    def characters(data: str) -> None:
        stack[-1].parts.append(data)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 64 * 1024
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, characters
    try:
        parser.Parse("<pieces>", False)
        parser.Parse(text, False)
        parser.Parse("</pieces>", True)
    except expat.ExpatError as error:
        raise _told(error, text, line) from error
    finally:  # else parser and handlers hold each other, and the whole piece, until Python looks for rubbish
        parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = None
    return around.children[0]


def _told(error: expat.ExpatError, text: str, line: int) -> NotWellFormed:
    if expat.ErrorString(error.code) != expat.errors.XML_ERROR_TAG_MISMATCH:
        return NotWellFormed(expat.ErrorString(error.code), line + error.lineno - 1)
    begun: list[tuple[str, int]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, _: begun.append((name, parser.CurrentLineNumber))
    parser.EndElementHandler = lambda _: begun.pop()
    with suppress(expat.ExpatError):
        parser.Parse(f"<pieces>{text}</pieces>", True)
    name, begun_in = begun[-1]
    if name == "pieces":
        return NotWellFormed("an end tag without a beginning", line + error.lineno - 1)
    return NotWellFormed(f"<{name[:40]}> is not ended", line + begun_in - 1)
