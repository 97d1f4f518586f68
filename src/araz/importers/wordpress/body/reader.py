"""Walks through a body's HTML and hands each tag to the one who knows it; what nobody knows is read through."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Final

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from araz.edition.blocks import Block
from araz.edition.text import Address, Run, Text
from araz.importers.wordpress.body import gutenberg
from araz.importers.wordpress.body.footnotes import Footnotes
from araz.importers.wordpress.body.galley import PLAIN, Galley
from araz.importers.wordpress.body.gathering import gathered
from araz.importers.wordpress.body.leftovers import Leftovers
from araz.importers.wordpress.body.links import NOWHERE, Links
from araz.importers.wordpress.body.looks import Attributes, is_hidden, language_of
from araz.importers.wordpress.body.surroundings import Beside, Surroundings

Handler = Callable[["Reader", str, LexborNode, Run], None]

UNREAD: Final = frozenset(["script", "style", "noscript", "template", "head", "title", "meta", "link", "base"])
_DEEPEST: Final = 120  # tags in tags; real pages stay under 50, and Python stops at a thousand calls
_REUSED_IN_REUSED: Final = 3


@dataclass(slots=True)
class AroundPicture:
    """What a figure says about the picture in it, gathered while the figure is read."""

    caption: list[Text] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    link: Address = NOWHERE


class Reader:
    """Reads one body. `figures` and `sources` gather for the figures and quotations that are being read."""

    def __init__(self, around: Surroundings, beside: Beside, left: Leftovers, handlers: Mapping[str, Handler]) -> None:
        self.around = around
        self.left = left
        self.links = Links(around, left)
        self.galley = Galley(around.language)
        self.footnotes = Footnotes(beside.footnotes)
        self.figures: list[AroundPicture] = []
        self.captioned: dict[int, Block] = {}  # by identity: a figure in a figure keeps its own caption
        self.sources: list[list[Text]] = []
        self.offered: set[str] = set()  # hashes of documents, and names of those that did not come
        self.is_kept = False  # inside a tag in which line ends and indents matter
        self.attached = beside.attached
        self._reused = beside.reused
        self._handlers = handlers
        self._depth = 0
        self._reusing = 0
        self._open_blocks: list[str] = []
        self._is_typed = True

    def read_whole(self, html: str) -> None:
        """Read the HTML as a body of its own; what was being set before it is closed."""
        # Without a body's beginning a parser would put comments and scripts at the top outside of it.
        parser = LexborHTMLParser(f"<!doctype html><body>{html}")
        if parser.body is None:
            return
        if 'href="#' in html or "href='#" in html:
            self.footnotes.look_for_handmade(parser.body)
        self.galley.end()
        self.children(parser.body, PLAIN)
        self.galley.end()

    def children(self, node: LexborNode, look: Run) -> None:
        child = node.child
        while child is not None:
            self.read(child, look)
            child = child.next

    def read(self, node: LexborNode, look: Run) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self.text(node.text_content or "", look)
        elif tag == "-comment":
            self._read_comment((node.html or "")[4:-3])  # the parser's own way is slow on many blanks
        elif self._depth >= _DEEPEST:
            self._read_flat(node, look)
        elif self.footnotes.has_holders and self.footnotes.is_note(node):
            self.keep_note(node)
        else:
            self._depth += 1
            self._handlers.get(tag, _read_through)(self, tag, node, look)
            self._depth -= 1

    def text(self, text: str, look: Run) -> None:
        if self.is_kept:
            self.galley.kept(text, look)
        elif not self.galley.tail and text.isspace():
            return
        elif self._is_typed:
            self.galley.typed(text, look)
        elif text:
            self.galley.words(text, look)

    def block(self, node: LexborNode, look: Run, make: Callable[[Text, str], Block] | None = None) -> None:
        """Read a tag that stands on its own lines."""
        self.galley.end()
        given = node.attributes
        before = self.galley.spoken
        look = self.speaking(given, look) if given else look
        self.children(node, look)
        self.galley.end(make)
        self.galley.spoken = before

    def speaking(self, given: Attributes, look: Run) -> Run:
        """Turn to the language of a tag that stands on its own lines; the caller turns back."""
        if is_hidden(given):
            self.left.add("doubtful", "Words that the old page did not show at first are in the text")
        language = language_of(given)
        if not language:
            return look
        self.galley.spoken = "" if language == self.around.language else language
        return msgspec.structs.replace(look, language="")

    def apart(self, node: LexborNode, look: Run = PLAIN) -> list[Block]:
        """Return the blocks that a tag holds instead of adding them to the body."""
        return self._set_apart(lambda: self.children(node, look))

    def alone(self, node: LexborNode, look: Run) -> list[Block]:
        """Return the blocks that a tag is."""
        return self._set_apart(lambda: self.read(node, look))

    def _set_apart(self, read: Callable[[], None]) -> list[Block]:
        outer = self.galley
        self.galley = Galley(outer.story_language, spoken=outer.spoken)
        read()
        self.galley.end()
        blocks = self.galley.blocks
        self.galley = outer
        return blocks

    def texts_apart(self, node: LexborNode, look: Run = PLAIN) -> list[Text]:
        """Return the texts that a tag holds; pictures and the like in it are added to the body."""
        texts, others = gathered(self.apart(node, look), self.galley.spoken)
        for block in others:
            self.galley.add_after_paragraph(block)
        return texts

    def keep_note(self, node: LexborNode) -> None:
        self.footnotes.keep(node, self.texts_apart(node))

    def link(self, address: str, words: str = "") -> Address:
        return self.links.checked(address, words)

    def read_apart(self, html: str) -> list[Text]:
        """Return the texts of a piece of HTML that is kept beside the body."""
        body = LexborHTMLParser(f"<!doctype html><body>{html}").body
        return self.texts_apart(body) if body is not None else []

    def _read_comment(self, content: str) -> None:
        comment = gutenberg.comment_of(content)
        if comment is None:
            return
        if comment.is_whole:
            self._read_whole_block(comment)
        elif not comment.is_end:
            self._open_blocks.append(comment.name)
        elif self._open_blocks:
            self._open_blocks.pop()
        self._is_typed = not self._open_blocks or self._open_blocks[-1] == "freeform"

    def _read_whole_block(self, comment: gutenberg.Comment) -> None:
        name, values = comment.name, comment.values()
        if name == "block":
            self._read_reused(values.get("ref"))
        elif name.startswith(("embed", "core-embed/")) and isinstance(values.get("url"), str):
            self.read_whole(f'<araz-embed data-url="{escape(values["url"])}"></araz-embed>')
        elif address := gutenberg.document_said(values):
            self.read_whole(f'<araz-document data-url="{escape(address)}"></araz-document>')
        elif gutenberg.is_made_by_the_page(name):
            self.left.add("dropped", f"The block “{name}” is filled by the page itself and was left behind")
        elif name not in gutenberg.WITHOUT_WORDS:
            words = gutenberg.words_said(values)
            self.left.add("lost", f"The block “{name}” is made by a plugin when the page is shown", words)

    def _read_reused(self, number: object) -> None:
        html = self._reused.get(number) if isinstance(number, int) else None
        if html is None or self._reusing >= _REUSED_IN_REUSED:
            self.left.add(
                "lost",
                f"The reusable block {number} is not in the export"
                if html is None
                else "A reusable block holds itself",
            )
            return
        self._reusing += 1
        self.read_whole(html)
        self._reusing -= 1

    def _read_flat(self, node: LexborNode, look: Run) -> None:
        """Read only the words of what is nested too deeply."""
        self.left.add(
            "doubtful", f"Tags stand in each other more than {_DEEPEST} deep; of those inside only the words came along"
        )
        for inner in node.traverse(include_text=True):
            if inner.is_text_node and (inner.parent is None or inner.parent.tag not in UNREAD):
                self.text(f" {inner.text_content} ", look)


def _read_through(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    """Read a tag that is nothing to us: its words stay as they are."""
    reader.children(node, look)
