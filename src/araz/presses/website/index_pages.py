"""The pages that lead to all topics and to all bylines."""

from araz.contracts import PressedFile
from araz.edition.names import ListKey
from araz.edition.paper import Byline, Topic
from araz.language.collation import sort_key
from araz.presses.website import pages
from araz.presses.website.printroom import Context, PrintRoom
from araz.typesetting.words import counted, named, words


def print_index(room: PrintRoom, code: str, sort: str) -> PressedFile | None:
    """Print the page that leads to all topics, or to all bylines, that have a story in the language."""
    if code not in room.masthead.languages:
        return None
    spot = room.spot(f"{code}/{sort}/index.html")
    known: tuple[Topic | Byline, ...] = room.edition.topics() if sort == "t" else room.edition.bylines()
    entries = []
    for one in sorted(known, key=lambda one: (sort_key(named(one.name, code), code), one.id)):
        key = ListKey(f"{code}/{sort}/{one.id}")
        stories = room.edition.size(key)
        if stories:
            href = spot.to(pages.list_path(room.edition, key))
            entries.append({"name": named(one.name, code), "href": href, "count": counted("stories", stories, code)})
    context: Context = {
        "title": words(code)["topics" if sort == "t" else "bylines"],
        "entries": entries,
        "languages": room.languages(code, spot, lambda other: f"{other}/{sort}/index.html"),
    }
    return PressedFile(path=spot.path, body=room.render("index.html", spot, code, context))
