"""Where links lead: to a story of the paper, to an address that a story may name, or nowhere."""

import re
from typing import Final
from urllib.parse import unquote

from araz.desk.rich_text import outside_address
from araz.edition.text import STORY_LINK, Address
from araz.importers.wordpress.body.leftovers import Leftovers
from araz.importers.wordpress.body.surroundings import Surroundings

NOWHERE: Final = Address("")
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_UNSEEN: Final = re.compile("[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")


class Links:
    def __init__(self, around: Surroundings, left: Leftovers) -> None:
        self._around = around
        self._left = left
        self._known: dict[str, Address] = {}

    def checked(self, address: str, words: str) -> Address:
        """Return where a link may lead; nothing, and a finding, if it may not. `words` are those that it stands on."""
        tidy = _UNSEEN.sub(lambda sign: "%20" if sign[0] == " " else "", address.strip())
        if not tidy or tidy.startswith("#"):
            self._left.add("dropped", "A link to a place in its own page was left behind; its words stay")
            return NOWHERE
        if tidy.startswith("//"):
            tidy = f"https:{tidy}"
        found = _SCHEME.match(tidy)
        scheme = found[1].lower() if found else "http"
        if scheme == "mailto":
            return self._letter(tidy, words)
        if scheme not in ("http", "https"):
            self._left.add("dropped", f"A link that begins with “{scheme[:20]}:” was left behind; its words stay")
            return NOWHERE
        if tidy not in self._known:
            self._known[tidy] = self._led(tidy)
        return self._known[tidy]

    def _led(self, address: str) -> Address:
        leads = self._around.link(address)
        if leads.startswith(STORY_LINK):
            return leads
        checked = outside_address(leads)
        if not checked:
            self._left.add("lost", "A link leads to nothing that is in the export or elsewhere; its words stay")
        return checked

    def _letter(self, address: str, words: str) -> Address:
        """A letter's address comes along where readers saw it. One hidden behind other words may be an account's."""
        to = unquote(address.partition(":")[2].partition("?")[0])
        if to and to.casefold() in words.casefold():
            return outside_address(f"mailto:{to}")
        self._left.add("doubtful", "A link for writing a letter hid its address behind other words; the words stay")
        return NOWHERE
