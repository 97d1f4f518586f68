"""Where old addresses lead: `redirects/3f.js` has those of one drawer, one a line and sorted.

The script of the page for missing addresses loads one such file; the readers' listener looks one line up in it.
"""

from collections.abc import Iterable, Iterator

from araz.contracts import EditionReader, PressedFile
from araz.edition.names import ListKey, section_list, topic_list
from araz.edition.old_addresses import DRAWERS
from araz.edition.paper import Topic
from araz.presses.website import pages
from araz.presses.website.printroom import PrintRoom

_BEGIN = b"var arazOldAddresses={\n"
_BETWEEN = b'":"'
_END = b"};\n"


def path_of(drawer: str) -> str:
    return f"redirects/{drawer}.js"


def print_drawer(room: PrintRoom, drawer: str) -> PressedFile | None:
    """Print the old addresses of a drawer; None if it is empty."""
    body = body_of(redirects_in(room.edition, drawer))
    return PressedFile(path=path_of(drawer), body=body) if body else None


def body_of(sorted_redirects: Iterable[tuple[str, str]]) -> bytes:
    """Return the bytes of a drawer's file; none for an empty drawer.

    No address has a quotation mark or a backslash: the edition takes in none.
    """
    lines = [f'"{path}":"{target}",\n' for path, target in sorted_redirects]
    return _BEGIN + "".join(lines).encode() + _END if lines else b""


def target_in(printed: bytes, address: str) -> str:
    """Find where an old address leads in what was printed of its drawer; empty if it is not there.

    The lines are sorted by the bytes of their addresses, so in a drawer of a thousand ten are looked at.
    """
    wanted = address.encode()
    low, high = len(_BEGIN), len(printed) - len(_END)
    while low < high:
        begin = printed.rfind(b"\n", low - 1, (low + high) // 2) + 1
        end = printed.index(b"\n", begin)
        path, _, target = printed[begin + 1 : end - 2].partition(_BETWEEN)
        if path == wanted:
            return target.decode()
        low, high = (end + 1, high) if path < wanted else (low, begin)
    return ""


def redirects(edition: EditionReader) -> Iterator[tuple[str, str]]:
    """Yield every old address and where it leads, drawer by drawer."""
    for drawer in DRAWERS:
        yield from redirects_in(edition, drawer)


def redirects_in(edition: EditionReader, drawer: str) -> Iterator[tuple[str, str]]:
    """Yield the old addresses of a drawer, sorted, each with a path from the root of the tree or an address elsewhere."""
    for path, claimant, target in edition.old_addresses(drawer):
        if leads_to := target or _page_of(edition, claimant):
            yield path, leads_to


def _page_of(edition: EditionReader, claimant: str) -> str:
    """The present page of a section or topic; empty if the paper has none any longer."""
    sort, _, name = claimant.partition("/")
    if sort == "section" and (section := edition.section(name)):
        return _page_of_list(edition, section_list(section.language, name))
    if sort == "topic" and (topic := edition.topic(name)):
        return _page_of_topic(edition, topic)
    return ""


def _page_of_list(edition: EditionReader, key: ListKey) -> str:
    return pages.list_path(edition, key) if pages.language_of(key) in edition.masthead().languages else ""


def _page_of_topic(edition: EditionReader, topic: Topic) -> str:
    """Its page in the first language in which it is named and has stories, else the list of all topics."""
    languages = edition.masthead().languages
    named_first = sorted(languages, key=lambda language: language not in topic.name)
    for language in named_first:
        key = topic_list(language, topic.id)
        if edition.size(key):
            return pages.list_path(edition, key)
    return f"{named_first[0]}/t/index.html" if named_first else ""
