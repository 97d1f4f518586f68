"""What an export shows, counted on its own, beside what came of it: the report's figures."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

from araz.edition.blocks import Block, Embed, Gallery, ItemList, pictures_of, texts_of
from araz.edition.text import Text, words_of
from araz.importers.wordpress.body import shortcodes
from araz.importers.wordpress.body.counting import missing, words_in
from araz.importers.wordpress.body.surroundings import Converted

_INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark s samp small span strike strong "
    "sub sup time tt u var wbr nobr araz-note".split()
)
_UNSEEN: Final = frozenset(
    "script style noscript template head title annotation annotation-xml iframe noframes".split()
)
_VOID: Final = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_NESTED_ITEM: Final = re.compile(r"^(?:– |\d{1,3}\. )", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How much a body had and has. Links are those on words; a film that became a link is none of them."""

    words_in: int
    words_out: int
    words_lost: int  # words of the export that are not in the story
    links_in: int
    links_out: int
    pictures_in: int
    pictures_out: int
    list_items_in: int
    list_items_out: int


def compare(html: str, converted: Converted) -> Comparison:
    """Count what a post's HTML shows against the blocks that came of it."""
    seen = _Seen()
    seen.feed(shortcodes.rewritten(html))
    seen.close()
    before = words_in("".join(seen.words))
    after = [word for text in _shown(converted) for word in words_in(text)]
    return Comparison(
        words_in=len(before),
        words_out=len(after),
        words_lost=missing(Counter(before), Counter(after)),
        links_in=seen.links,
        links_out=sum(map(_links, _texts(converted))),
        pictures_in=seen.pictures,
        pictures_out=sum(1 for block in converted.blocks for _ in pictures_of(block)),
        list_items_in=seen.items,
        list_items_out=sum(map(_items, converted.blocks)),
    )


class _Seen(HTMLParser):
    """The words, links, pictures and items that a page shows. It knows nothing of how they are converted."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.links = self.pictures = self.items = 0
        self._unseen: list[str] = []
        self._link_without_words = False
        self._item_without_words = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in _INLINE or "download" in given:  # a file's button looks like a box
            self.words.append(" ")
        if tag in _UNSEEN and tag not in _VOID:
            self._unseen.append(tag)
        if tag == "a":
            self._link_without_words = not (given.get("href") or "#").strip().startswith("#")
        elif tag == "li":
            self._item_without_words = "gallery" not in (given.get("class") or "")
        elif tag == "img" and not self._unseen:
            self.pictures += 1
        elif tag == "araz-gallery":
            self.pictures += len(re.findall(r"\d+", given.get("data-ids") or ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.words.append(" ")
        if tag in self._unseen:
            while self._unseen.pop() != tag:
                pass
        if tag == "a":
            self._link_without_words = False
        elif tag in ("li", "ul", "ol"):
            self._item_without_words = False

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        self.words.append(data)
        if data.isspace():
            return
        if self._link_without_words:
            self.links, self._link_without_words = self.links + 1, False
        if self._item_without_words:
            self.items, self._item_without_words = self.items + 1, False


def _texts(converted: Converted) -> Iterator[Text]:
    for block in converted.blocks:
        yield from texts_of(block)
    yield from converted.notes


def _shown(converted: Converted) -> Iterator[str]:
    """Yield everything that a reader of the story sees of its body, with the numbers of notes."""
    for text in _texts(converted):
        yield "".join(f" {run.note} " if run.note else run.text for run in text)
    for block in converted.blocks:
        for picture in pictures_of(block):
            yield picture.credit
        if isinstance(block, Gallery):
            yield block.title
        if isinstance(block, Embed):
            yield f"{block.title} {block.place} {block.address}"
    for number, _ in enumerate(converted.notes, start=1):
        yield str(number)


def _links(text: Text) -> int:
    links = [run.link for run in text if run.text != "\n"]  # a line break in a link is outside of it
    return sum(bool(link) and link != before for link, before in zip(links, ["", *links], strict=False))


def _items(block: Block) -> int:
    if not isinstance(block, ItemList):
        return 0
    return sum(1 + len(_NESTED_ITEM.findall(words_of(item).partition("\n")[2])) for item in block.items)
