"""Reads one XML file from its first byte to its last."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from araz.importers.wordpress.export import Author, Entry, Item, Term
from araz.importers.wordpress.findings import Kind, headline_of
from araz.importers.wordpress.reading import splitting
from araz.importers.wordpress.reading.channel import ChannelReader, Frame, accounts_of_profile, co_authors, make_author
from araz.importers.wordpress.reading.characters import Characters
from araz.importers.wordpress.reading.containers import Stream
from araz.importers.wordpress.reading.doubles import Doubles
from araz.importers.wordpress.reading.elements import Element, NotWellFormed, TooDeep, parse
from araz.importers.wordpress.reading.fieldwise import read_fields
from araz.importers.wordpress.reading.items import ItemReader
from araz.importers.wordpress.reading.mending import mend
from araz.importers.wordpress.reading.notes import FileNotes
from araz.importers.wordpress.reading.opening import OPENING_CHARS, check_opening, refuse_document_type
from araz.importers.wordpress.reading.people import People
from araz.importers.wordpress.reading.splitting import Unit
from araz.importers.wordpress.reading.tally import Tally
from araz.importers.wordpress.reading.vocabulary import Names

_REPEATED: Final = ("nav_menu_item",)  # stands in each part of a split export, and none of them becomes a story
_HIDDEN: Final = (
    "An address of an author or a commenter stood in its text. “…” stands there now: is it the newsroom's own?"
)
MAX_SLIPS: Final = 10_000  # lines of one piece with slips; above that they are mended but not counted


class FileReader:
    """Yields the entries of a file. `doubles` and `people` know what the files before it held."""

    def __init__(self, stream: Stream, notes: FileNotes, doubles: Doubles, people: People) -> None:
        self._notes = notes
        self._doubles = doubles
        self._people = people
        self._tally = Tally()
        self._names = Names()
        self._frame = Frame(self._names)
        self._channel = ChannelReader(people, self._tally)
        self._items = ItemReader(notes.file, people, self._tally)
        self._characters = Characters(stream.chunks, notes)
        self._site_is_told = False
        self._is_cut = False

    def check(self) -> None:
        """Learn whose addresses the file has; raise ExportRefused if it does not begin as an export does."""
        texts = iter(self._characters)
        first = _beginning(texts)
        check_opening(first, self._notes.file)
        self._people.learn_addresses(chain((first,), texts))

    def read(self) -> Iterator[Entry]:
        texts = iter(self._characters)
        first = _beginning(texts)
        start = check_opening(first, self._notes.file)
        if first[:start].strip("\ufeff \t\n"):
            self._notes.tell(
                "repaired", "What a server had put before the beginning of the export was left out.", line=1
            )
        for unit in splitting.units(chain((first[start:],), texts), 1 + first.count("\n", 0, start)):
            yield from self._entries(unit)
        yield from self._told_site()
        self._tell_end()

    def _entries(self, unit: Unit) -> Iterator[Entry]:
        match unit.kind:
            case "channel":
                yield from self._said(unit)
            case "item":
                yield from self._read_item(unit)
            case "cut":
                self._tell_cut(unit)
            case "too long":
                what = f"A piece of more than {splitting.MAX_UNIT_CHARS:,} characters, longer than any article, was left out."
                self._notes.tell("left out", what, line=unit.line)

    def _said(self, unit: Unit) -> Iterator[Entry]:
        if not unit.text.strip():
            return
        refuse_document_type(unit.text, self._notes.file, unit.line)
        text = self._frame.take_off(unit.text)
        if text.strip():
            entries = tuple(self._channel.read(self._element(Unit("channel", text, unit.line))))
            yield from self._told_site()
            for entry in entries:
                yield from self._once(entry)

    def _told_site(self) -> Iterator[Entry]:
        """The site comes first: before its authors in all exports, and before the items in any case."""
        if not self._site_is_told:
            self._site_is_told = True
            yield self._channel.site()

    def _once(self, entry: Author | Term) -> Iterator[Entry]:
        if isinstance(entry, Author):
            self._people.add(entry)
        if not self._doubles.is_known(entry):
            yield entry

    def _tell_cut(self, unit: Unit) -> None:
        self._is_cut = True
        last = self._characters.line
        happened = f"is damaged after line {last}" if self._characters.is_damaged else f"is cut off in line {last}"
        self._notes.tell(
            "left out",
            f"The file {happened}, within an item. The items before it were read; export again to get this one and what follows.",
            line=unit.line,
        )

    def _read_item(self, unit: Unit) -> Iterator[Entry]:
        yield from self._told_site()
        for element in self._element(unit).children:
            if element.name == "item":
                yield from self._told_item(element, element.line or unit.line)

    def _told_item(self, element: Element, line: int) -> Iterator[Entry]:
        for author in co_authors(element):
            if not self._people.knows(author.login):
                yield from self._once(author)
        hidden = self._tally.personal["address in a text"]
        item = self._items.read(element, line)
        if self._tally.personal["address in a text"] > hidden:
            self._notes.tell_some("dropped", _HIDDEN, line=line)
        if item.kind == "guest-author":
            own = make_author(item.slug.removeprefix("cap-"), item.title)
            for author in (own, *accounts_of_profile(element)):
                if not self._people.knows(author.login):
                    yield from self._once(author)
        if not (item.number or item.title or item.content or item.slug):
            self._tell(item, "left out", "This item holds nothing that can be read.")
        elif (seen := self._doubles.compare(item)) == "same":
            if item.kind not in _REPEATED:
                what = "This item was read before: it stands in the files twice, with the same content."
                self._tell(item, "left out", what)
        else:
            self._tell_doubts(item, is_changed=seen == "changed")
            yield item

    def _tell_doubts(self, item: Item, *, is_changed: bool) -> None:
        if is_changed and item.kind not in _REPEATED:
            self._tell(item, "doubtful", "This item stands in the files twice, with different content.")
        if item.had_password:
            self._tell(item, "dropped", "The password of this item was dropped.")
        if item.state == "public" and item.moment is None:
            self._tell(item, "doubtful", "This item is public but has no date that can be read.")

    def _tell(self, item: Item, kind: Kind, what: str) -> None:
        self._notes.tell(kind, what, line=item.line, item=item.number, headline=headline_of(item))

    def _element(self, unit: Unit) -> Element:
        """Parse a piece: as it is, then with its slips mended, then field by field."""
        try:
            try:
                return parse(unit.text, unit.line, self._names)
            except NotWellFormed:
                return self._mended(unit)
        except TooDeep:
            self._notes.tell(
                "left out", "XML that no export holds, nested or repeated too often, was left out.", line=unit.line
            )
            return Element("")

    def _mended(self, unit: Unit) -> Element:
        slips: dict[tuple[str, int], None] = {}  # one of a sort for each line, in order

        def remember(what: str, line: int) -> None:
            if len(slips) < MAX_SLIPS:
                slips[what, line] = None

        text = mend(unit.text, unit.line, remember)
        try:
            element = parse(text, unit.line, self._names)
        except NotWellFormed as error:
            what = f"The XML is broken ({error.cause}); what stands around it was read field by field."
            self._notes.tell_some("repaired", what, line=error.line)
            return read_fields(unit.text, unit.line, self._names)
        for what, line in slips:
            self._notes.tell_some("repaired", what, line=line)
        return element

    def _tell_end(self) -> None:
        last = self._characters.line
        if self._characters.is_damaged and not self._is_cut:
            self._notes.tell("lost", f"The packed file is damaged after line {last}. Copy it again.", line=last)
        elif not self._frame.is_ended and not self._is_cut:
            what = f"The file ends in line {last} without </rss>. It was cut off: export again to get what follows."
            self._notes.tell("lost", what, line=last)
        if not self._frame.is_begun:
            what = (
                "The file has no beginning: it is a part of an export that was cut up. Give all parts, in their order."
            )
            self._notes.tell("doubtful", what, line=1)
        self._tally.tell(self._notes)
        self._notes.sum_up()


def _beginning(texts: Iterator[str]) -> str:
    """Return as much of the text as an opening has; a file of one line comes in larger pieces."""
    text = ""
    for piece in texts:
        text += piece
        if len(text) >= OPENING_CHARS:
            break
    return text
