"""A galley: blocks as they are set, one paragraph after the other, with blanks and line breaks in good order."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

import msgspec

from araz.edition.blocks import Block, Heading, Paragraph
from araz.edition.text import Run, Text
from araz.language import repair

PLAIN: Final = Run()
_BLANK: Final = re.compile("[ \t\r\n\f\v\u00a0\u2028\u2029]{2,}|[\t\r\n\f\v\u2028\u2029]")
# Letters that need no mending in any language, neither alone nor together: most words are made of nothing else, and
# looking is much cheaper than mending. A test holds this against `repair`.
RIGHT: Final = re.compile(
    "[\n -~\u00a0-\u00ac\u00ae-\u018d\u018f-\u01dc\u01de-\u024f\u0259\u2010-\u2015\u2018-\u201f\u2026\u200c"
    "\u060c\u061b\u061f\u0621-\u063a\u0641\u0642\u0644-\u0648\u0660-\u066c\u0671-\u06bf\u06c6-\u06cf\u06f0-\u06f9]*"
)
_EMPTY_LINE: Final = re.compile(r"\n[ \t\r\f\u00a0]*\n\s*")
_INDENT: Final = re.compile("^ +| {2,}", re.MULTILINE)
_NO_BREAK: Final = "\u00a0"


@dataclass(slots=True)
class Galley:
    """What has been set so far. `spoken` is the language of the block that is being set, if it is not the story's."""

    story_language: str
    spoken: str = ""
    blocks: list[Block] = field(default_factory=list)
    waiting: list[Block] = field(default_factory=list)  # pictures in the middle of a paragraph come after it
    runs: list[Run] = field(default_factory=list)
    tail: str = ""  # the last letter of the paragraph, as far as blanks go: "", " ", "\n" or "x"
    after_break: bool = False  # a <br> came last: WordPress makes no second break of the line end behind it

    def words(self, text: str, look: Run) -> None:
        """Set words in which line ends are only blanks."""
        text = _BLANK.sub(" ", text)
        if text[0] == " " and self.tail != "x":
            text = text.lstrip(" ")
        if text:
            self.runs.append(_dressed(text, look))
            self.tail = " " if text[-1] == " " else "x"
            self.after_break = False

    def typed(self, text: str, look: Run) -> None:
        """Set words as WordPress's older editor stored them: a line end is a line break, an empty line a new paragraph."""
        if self.after_break and text.lstrip(" \t\r").startswith("\n"):
            text = text.lstrip(" \t\r")[1:]
        if "\n" not in text:
            if text:
                self.words(text, look)
            return
        for nth, paragraph in enumerate(_EMPTY_LINE.split(text)):
            if nth:
                self.end()
            for mth, line in enumerate(paragraph.split("\n")):
                if mth:
                    self.line_break()
                if line:
                    self.words(line, look)
        self.after_break = False

    def kept(self, text: str, look: Run) -> None:
        """Set words whose line ends and indents matter: code, poems."""
        spaced = _INDENT.sub(lambda blanks: _NO_BREAK * len(blanks[0]), text.replace("\r\n", "\n").expandtabs(4))
        for nth, line in enumerate(spaced.split("\n")):
            if nth:
                self.line_break()
            if line:
                self.runs.append(_dressed(line, look))
                self.tail = "x" if line.strip() else self.tail

    def line_break(self) -> None:
        """Begin a new line; a second one in a row begins a new paragraph."""
        if self.tail == "\n":
            self.end()
        elif self.tail:
            self._drop_last_blank()
            self.runs.append(Run(text="\n"))
            self.tail = "\n"

    def mark(self, number: int) -> None:
        """Set the mark of a footnote, close to the word before it."""
        self._drop_last_blank()
        self.runs.append(Run(note=number))
        self.tail = "x"

    def end(self, make: Callable[[Text, str], Block] | None = None) -> None:
        """Close what was being set; without any words in it there is no block."""
        if self.runs:
            text = text_of(self.runs, self.spoken or self.story_language)
            self.runs = []
            if text:
                self.blocks.append(make(text, self.spoken) if make else Paragraph(text=text, language=self.spoken))
        self.tail, self.after_break = "", False
        if self.waiting:
            self.blocks += self.waiting
            self.waiting.clear()

    def add(self, block: Block) -> None:
        self.end()
        self.blocks.append(block)

    def add_after_paragraph(self, block: Block) -> None:
        """Add what stands in the middle of a sentence without cutting the sentence."""
        if self.tail:
            self.waiting.append(block)
        else:
            self.blocks.append(block)

    def _drop_last_blank(self) -> None:
        if self.tail == " ":
            last = self.runs.pop()
            if rest := last.text.rstrip(" "):
                self.runs.append(msgspec.structs.replace(last, text=rest))


def heading(level: int) -> Callable[[Text, str], Block]:
    """Return what makes a heading of a level of HTML: the first two are one level here, the others the next."""
    return lambda text, language: Heading(text=text, level=2 if level <= 2 else 3, language=language)


def text_of(runs: Iterable[Run], language: str) -> Text:
    """Return runs as a text: alike neighbours joined, mended for the language, no blanks at its ends."""
    joined = [run for run in merged(runs, language) if run.text or run.note]
    while joined and not joined[0].note and not joined[0].text.strip():
        joined.pop(0)
    while joined and not joined[-1].note and not joined[-1].text.strip():
        joined.pop()
    if joined and not joined[0].note:
        joined[0] = msgspec.structs.replace(joined[0], text=joined[0].text.lstrip())
    if joined and not joined[-1].note:
        joined[-1] = msgspec.structs.replace(joined[-1], text=joined[-1].text.rstrip())
    return tuple(joined)


def merged(runs: Iterable[Run], language: str) -> list[Run]:
    """Return the runs with neighbours of one look joined, and their words mended for their language."""
    groups: list[tuple[Run, list[str]]] = []
    for run in runs:
        look = groups[-1][0] if groups else None
        if look is not None and not run.note and not look.note and _alike(look, run):
            groups[-1][1].append(run.text)
        else:
            groups.append((run, [run.text]))
    return [
        look if look.note else _dressed(_mended("".join(words), look.language or language), look)
        for look, words in groups
    ]


def _mended(words: str, language: str) -> str:
    return words if RIGHT.fullmatch(words) else repair(words, language)


def lines_of(texts: Iterable[Text]) -> Text:
    """Return several texts as the lines of one."""
    runs: list[Run] = []
    for text in texts:
        if not text:
            continue
        if runs:
            runs.append(Run(text="\n"))
        runs += text
    joined: list[Run] = []
    for run in runs:
        if joined and not run.note and not joined[-1].note and _alike(joined[-1], run):
            joined[-1] = _dressed(joined[-1].text + run.text, run)
        else:
            joined.append(run)
    return tuple(joined)


def _alike(one: Run, other: Run) -> bool:
    return (
        one.bold == other.bold
        and one.italic == other.italic
        and one.link == other.link
        and one.language == other.language
    )


def _dressed(text: str, look: Run) -> Run:
    return Run(text=text, bold=look.bold, italic=look.italic, link=look.link, language=look.language)
