"""The pages that lead to all topics and to all bylines, in the order of the language's alphabet."""

from itertools import groupby
from typing import Final

from araz.contracts import PressedFile
from araz.edition.names import ListKey
from araz.edition.paper import Byline, Topic
from araz.language import in_digits
from araz.language.case import upper
from araz.language.collation import initial, sort_key
from araz.presses.website import pages
from araz.presses.website.byline_pages import spokespersons
from araz.presses.website.printroom import Context, PrintRoom
from araz.typesetting.words import counted, named, words

WITHOUT_LETTERS: Final = 30  # names; a longer list is parted by their first letters
OTHER_ALPHABETS: Final = "…"


def print_index(room: PrintRoom, code: str, sort: str) -> PressedFile | None:
    """Print the page that leads to all topics, or to all bylines, that have a story in the language."""
    if code not in room.masthead.languages:
        return None
    spot = room.spot(f"{code}/{sort}/index.html")
    known: tuple[Topic | Byline, ...] = room.edition.topics() if sort == "t" else room.edition.bylines()
    entries: list[Context] = []
    for one in sorted(known, key=lambda one: (sort_key(named(one.name, code), code), one.id)):
        key = ListKey(f"{code}/{sort}/{one.id}")
        stories = room.edition.size(key)
        if stories:
            href, name = spot.to(pages.list_path(room.edition, key)), named(one.name, code)
            entries.append({"name": name, "href": href, "count": counted("stories", stories, code)})
    who_speaks = spot.to(pages.spokespersons_path(code)) if sort == "b" and spokespersons(room) else ""
    context: Context = {
        "title": words(code)["topics" if sort == "t" else "bylines"],
        "groups": _by_letter(entries, code) if len(entries) > WITHOUT_LETTERS else [],
        "entries": entries,
        "spokespersons": who_speaks,
        "languages": room.languages(code, spot, lambda other: f"{other}/{sort}/index.html"),
    }
    return PressedFile(path=spot.path, body=room.render("index.html", spot, code, context))


def _by_letter(entries: list[Context], code: str) -> list[Context]:
    return [
        {"letter": letter, "entries": list(group)}
        for letter, group in groupby(entries, key=lambda entry: _letter(entry["name"], code))
    ]


def _letter(name: str, code: str) -> str:
    found = initial(name, code)
    if found.isdigit():
        return f"{in_digits(0, code)}–{in_digits(9, code)}"
    return upper(found, code) or OTHER_ALPHABETS
