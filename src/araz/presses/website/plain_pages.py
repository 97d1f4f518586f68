"""The pages in all languages at once: the root, the addresses, and what stands where nothing is."""

from collections.abc import Iterable
from typing import Final

from minijinja import safe

from araz.contracts import PressedFile
from araz.edition.names import language_list
from araz.edition.paper import OtherAddress
from araz.language import language
from araz.language.case import capitalize_first
from araz.presses.website.printroom import Context, PrintRoom, Spot
from araz.presses.website.redirects import redirects
from araz.presses.website.teasers import brief
from araz.typesetting.html import attributes, text_html
from araz.typesetting.words import named, words

HEADLINES_ON_ROOT = 3
KINDS: Final = ("site", "mirror", "onion", "channel", "feed")  # of addresses, in the order of the page
LEADS_ON = "assets/old-addresses.js"  # the script that knows old addresses; both pages read well without it


def print_root(room: PrintRoom) -> PressedFile:
    """Print the page that offers the languages with the newest headlines of each."""
    spot = room.spot("index.html")
    editions = [
        _language(code, spot)
        | {
            "front": spot.to(f"{code}/index.html"),
            "paper": named(room.masthead.name, code),
            "tag_line": room.masthead.tag_line.get(code, ""),
            "stories": [
                brief(room, teaser, spot) for teaser in room.edition.newest(language_list(code), HEADLINES_ON_ROOT)
            ],
        }
        for code in room.masthead.languages
    ]
    return _in_all(room, "root.html", spot, {"editions": editions, "leads_on": spot.to(LEADS_ON)})


def print_addresses(room: PrintRoom) -> PressedFile:
    """Print the directory of the paper's addresses, by which readers know a false one."""
    spot = room.spot("addresses.html")
    addresses = room.edition.addresses()
    editions = []
    for code in room.masthead.languages:
        about = text_html(addresses.about.get(code, ()), room.setting(code, spot))
        kinds = [found for kind in KINDS if (found := _of_kind(addresses.entries, kind, code))]
        editions.append(_language(code, spot) | {"w": words(code), "about": safe(about), "kinds": kinds})
    return _in_all(room, "addresses.html", spot, {"editions": editions})


def _of_kind(entries: Iterable[OtherAddress], kind: str, code: str) -> Context:
    """All addresses of a kind and how a reader checks one; empty if there is none."""
    mine = [_address(entry, code) for entry in entries if entry.kind == kind]
    w = words(code)
    return {"name": capitalize_first(w[kind], code), "check": w[f"check_{kind}"], "entries": mine} if mine else {}


def _address(entry: OtherAddress, code: str) -> Context:
    return {
        "address": entry.address,
        "is_link": entry.address.startswith(("https://", "http://")),
        "note": entry.note.get(code, ""),
    }


def print_not_found(room: PrintRoom) -> PressedFile:
    """Print what a server shows where nothing is: it may stand at any depth, so its links begin at the root."""
    spot = Spot("404.html", "/")
    editions = [
        _language(code, spot) | {"w": words(code), "front": spot.to(f"{code}/index.html")}
        for code in room.masthead.languages
    ]
    return _in_all(room, "404.html", spot, {"editions": editions, "leads_on": _leads_on(room, spot)})


def _leads_on(room: PrintRoom, spot: Spot) -> str:
    """The script for a paper that has moved; for others empty, since it would ask for a drawer that nobody has printed."""
    has_moved = any(True for _ in redirects(room.edition))
    return spot.to(LEADS_ON) if has_moved else ""


def _language(code: str, spot: Spot) -> Context:
    row = language(code)
    return {"name": row.own_name, "attributes": safe(attributes(code)), "code": code, "hreflang": row.hreflang}


def _in_all(room: PrintRoom, template: str, spot: Spot, context: Context) -> PressedFile:
    first = room.masthead.languages[0] if room.masthead.languages else "en"
    shared: Context = {"title": named(room.masthead.name, first), "languages": room.languages("", spot)}
    return PressedFile(path=spot.path, body=room.render(template, spot, first, shared | context))
