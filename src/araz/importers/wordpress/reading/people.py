"""Knows the accounts of the files that are read, so that their names go where account names may be and nowhere else."""

import re
from collections.abc import Iterable
from typing import Final

from araz.importers.wordpress.export import Author
from araz.importers.wordpress.reading import e_mails, network_addresses

_NOT_IN_NICENAME: Final = re.compile(r"[^\w\s.-]+")
_SPACES: Final = re.compile(r"[\s.-]+")
_OVERLAP: Final = 5_000  # characters: what says an address may lie in two pieces


class People:
    """The accounts that authors have."""

    def __init__(self) -> None:
        self._logins: dict[str, str] = {}  # by what WordPress makes of them for addresses, and by themselves
        self._numbers: set[int] = set()  # of authors
        self._e_mails = e_mails.Addresses()
        self._networks: set[int] = set()  # of commenters, as numbers for the same reason

    def add(self, author: Author) -> None:
        self._logins.setdefault(author.login.casefold(), author.login)
        self._logins.setdefault(nicename(author.login), author.login)

    def knows(self, name: str) -> bool:
        """Tell whether this is an account name and not the name of a person."""
        return name.casefold() in self._logins

    def add_number(self, number: int) -> None:
        """Remember the number of an author's account, by which comments name it."""
        self._numbers.add(number)

    def wrote_for_readers(self, number: int) -> bool:
        """Tell whether the account is an author's: where readers sign up, too, theirs is none. Without a list each is."""
        return number > 0 and (number in self._numbers or not self._numbers)

    def learn_addresses(self, texts: Iterable[str]) -> None:
        """Remember people's addresses that an export has, before any of its texts is read: some stand behind those."""
        before = ""
        for piece in texts:
            text = before + piece
            self._e_mails.update(e_mails.of_people(text))
            self._networks.update(map(hash, network_addresses.of_commenters(text)))
            before = text[-_OVERLAP:]

    def without_addresses(self, text: str) -> str:
        """Return the text with “…” for what authors and commenters can be found by. Others, as a newsroom's own, are for readers."""
        if self._e_mails:
            text = e_mails.hidden(text, self._e_mails.find)
        if self._networks:
            text = network_addresses.without_network_addresses(text, lambda found: hash(found) in self._networks)
        return text

    def login_of(self, co_author: str) -> str:
        """Return the account name of a co-author, whom terms call by a form of it: `cap-murad-eli` for `Murad.Eli`."""
        name = co_author.removeprefix("cap-")
        return self._logins.get(name.casefold(), name)


def nicename(login: str) -> str:
    """Return what WordPress makes of an account name for addresses: `murad-eliold-example` of `murad.eli@old.example`."""
    return _SPACES.sub("-", _NOT_IN_NICENAME.sub("", login.casefold())).strip("-")


def without_any_e_mail(text: str) -> str:
    """Return what a reader wrote with “…” for every address, whose ever it is."""
    return e_mails.hidden(text, e_mails.find_any)
