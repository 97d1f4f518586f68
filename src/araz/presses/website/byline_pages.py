"""The page of those who speak for the paper under their own names."""

from araz.contracts import PressedFile
from araz.edition.names import byline_list
from araz.edition.paper import Byline
from araz.language.collation import sort_key
from araz.presses.website import pages
from araz.presses.website.printroom import Context, PrintRoom, Spot
from araz.typesetting.words import named, words


def print_spokespersons(room: PrintRoom, code: str) -> PressedFile | None:
    """Print all open bylines with portrait and contact; there is no such page where nobody speaks openly."""
    known = spokespersons(room)
    if not known or code not in room.masthead.languages:
        return None
    spot = room.spot(pages.spokespersons_path(code))
    context: Context = {
        "title": words(code)["spokespersons"],
        "people": [
            _person(room, byline, code, spot)
            for byline in sorted(known, key=lambda byline: (sort_key(named(byline.name, code), code), byline.id))
        ],
        "languages": room.languages(code, spot, pages.spokespersons_path),
    }
    return PressedFile(path=spot.path, body=room.render("spokespersons.html", spot, code, context))


def spokespersons(room: PrintRoom) -> list[Byline]:
    return [byline for byline in room.edition.bylines() if byline.kind == "open"]


def _person(room: PrintRoom, byline: Byline, code: str, spot: Spot) -> Context:
    key = byline_list(code, byline.id)
    return {
        "name": named(byline.name, code),
        "href": spot.to(pages.list_path(room.edition, key)) if room.edition.size(key) else "",
        "about": byline.about.get(code, ""),
        "contact": contact_of(byline),
        "portrait": room.picture(byline.portrait, spot) if byline.portrait else None,
    }


def contact_of(byline: Byline) -> Context:
    """What is shown, and where it leads if it is an address of the web."""
    contact = byline.contact
    leads = contact if contact.startswith(("https://", "http://")) else ""
    if not leads and "@" in contact[1:] and "." in contact and not any(mark in contact for mark in " /:?&"):
        leads = f"mailto:{contact}"
    return {"shown": contact, "href": leads}
