"""What an export shows, counted on its own, beside what came of it: the report's figures."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final

from araz.edition.blocks import Block, Embed, File, Gallery, ItemList, pictures_of, texts_of
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
_TAG: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<[!?][^>]{0,500}>|<(?P<slash>/?)(?P<name>[a-zA-Z][\w:-]*)"
    # Bounds keep quotation marks without a partner from being looked for through the whole text again and again.
    r"(?P<given>(?:[^<>\"']++|\"[^\"]{0,2000}\"|'[^']{0,2000}'|[\"']){0,200}+)>",
    re.DOTALL,
)
_HREF: Final = re.compile(r"""\bhref\s*=\s*[\"']?\s*([^\"'>]*)""", re.IGNORECASE)
_IDS: Final = re.compile(r'data-(?:ids|include)="([^"]*)"')
_NUMBER: Final = re.compile(r"\b\d{1,12}\b")
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
    seen = _Seen(shortcodes.rewritten(html))
    before = words_in(unescape("".join(seen.words)))
    after = words_in(" ".join(_shown(converted)))
    return Comparison(
        words_in=len(before),
        words_out=len(after),
        words_lost=missing(Counter(before), Counter(after)),
        links_in=seen.links,
        links_out=sum(map(_links, _texts(converted))) + sum(isinstance(block, File) for block in converted.blocks),
        pictures_in=seen.pictures,
        pictures_out=sum(1 for block in converted.blocks for _ in pictures_of(block)),
        list_items_in=seen.items,
        list_items_out=sum(map(_items, converted.blocks)),
    )


class _Seen:
    """The words, links, pictures and items that a page shows. It knows nothing of how they are converted."""

    def __init__(self, html: str) -> None:
        self.words: list[str] = []
        self.links = self.pictures = self.items = 0
        self._unseen = ""  # the tag whose words nobody sees
        self._link_without_words = False
        self._item_without_words = False
        end = 0
        for tag in _TAG.finditer(html):
            self._see_words(html[end : tag.start()])
            self._see_tag(tag)
            end = tag.end()
        self._see_words(html[end:])

    def _see_words(self, words: str) -> None:
        if not words or self._unseen:
            return
        self.words.append(words)
        if not (self._link_without_words or self._item_without_words) or not unescape(words).strip():
            return
        self.links += self._link_without_words
        self.items += self._item_without_words
        self._link_without_words = self._item_without_words = False

    def _see_tag(self, tag: re.Match[str]) -> None:
        name = (tag["name"] or "").lower()
        if self._unseen:
            if tag["slash"] and name == self._unseen:
                self._unseen = ""
            return
        if name and (name not in _INLINE or " download" in tag["given"]):  # a file's button looks like a box
            self.words.append(" ")
        if tag["slash"]:
            self._see_end(name)
        elif name in _UNSEEN:
            self._unseen = name
        else:
            self._see_beginning(name, tag["given"] or "")

    def _see_beginning(self, name: str, given: str) -> None:
        if name == "a":
            found = _HREF.search(given)
            self._link_without_words = bool(found) and not (found[1] or "#").startswith("#")  # type: ignore[index]
        elif name == "li":
            self._item_without_words = "gallery" not in given
        elif name == "img":
            self.pictures += 1
        elif name == "araz-gallery":
            ids = _IDS.search(given)
            self.pictures += len(_NUMBER.findall(ids[1])) if ids else 0
        elif name == "div" and "wp-block-cover" in given and "background" in given and "url(" in given:
            self.pictures += 1

    def _see_end(self, name: str) -> None:
        if name == "a":
            self._link_without_words = False
        elif name in ("li", "ul", "ol"):
            self._item_without_words = False


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
