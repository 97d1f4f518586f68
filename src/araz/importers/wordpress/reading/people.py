"""Knows the accounts of the files that are read, so that their names go where account names may be and nowhere else."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from araz.importers.wordpress.export import Author
from araz.importers.wordpress.reading import digests, e_mails, network_addresses, spellings
from araz.importers.wordpress.reading.network_addresses import without_network_addresses
from araz.language.wanted import Span, cut

_NOT_IN_NICENAME: Final = re.compile(r"[^\w\s.-]+")
_SPACES: Final = re.compile(r"[\s.-]+")
_OVERLAP: Final = 5_000  # characters: what says an address may lie in two pieces
_NO_WORD: Final = re.compile(r"\w[._@]\w|\d")


class People:
    """The accounts that authors have, and by which addresses they and commenters can be found."""

    def __init__(self) -> None:
        self.has_learnt_addresses = False
        self._logins: dict[str, str] = {}  # by what WordPress makes of them for addresses, and by themselves
        self._profiles: dict[str, None] = {}  # accounts of which terms speak
        self._numbers: set[int] = set()  # of authors
        self._e_mails = e_mails.Addresses()
        self._networks: set[int] = set()  # of commenters, as numbers for the same reason
        self._readers: set[int] = set()  # names of readers' accounts that can be nothing else, likewise

    def add(self, author: Author) -> None:
        self._logins.setdefault(author.login.casefold(), author.login)
        self._logins.setdefault(nicename(author.login), author.login)

    def knows(self, name: str) -> bool:
        """Tell whether this is an account name and not the name of a person."""
        return name.casefold() in self._logins

    def add_profile(self, login: str) -> None:
        """Remember an account that a term describes; what else speaks of it knows its author's name."""
        self._profiles[login] = None

    def only_in_profiles(self) -> Iterator[str]:
        """Yield the accounts of which nothing but terms spoke until now."""
        yield from (login for login in self._profiles if login and not self.knows(login))

    def add_number(self, number: int) -> None:
        """Remember the number of an author's account, by which comments name it."""
        self._numbers.add(number)

    def wrote_for_readers(self, number: int) -> bool:
        """Tell whether the account is an author's: where readers sign up, too, theirs is none. Without a list each is."""
        return number > 0 and (number in self._numbers or not self._numbers)

    def add_reader(self, name: str) -> None:
        """Remember how a reader signs who has an account: with its name, perhaps."""
        if _NO_WORD.search(name):
            self._readers.add(hash(name.casefold()))

    def knows_readers(self) -> bool:
        return bool(self._readers)

    def knows_reader(self, name: str) -> bool:
        """Tell whether a name in small letters is that of a reader's account, which can be nothing else."""
        return hash(name) in self._readers

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
        if self._e_mails or self._networks:
            text = spellings.hidden(text, self._search)
        if self._networks and network_addresses.may_be_in(text):
            text = cut(text, network_addresses.spans(text, self._is_a_commenters), spellings.HIDDEN)
        return self._e_mails.digests.hidden_in(text) if len(text) >= digests.SHORTEST else text

    def without(self, text: str) -> str:
        """Return a text without mark-up with “…” for the same."""
        text = cut(text, self.spans(text), spellings.HIDDEN) if self.may_be_in(text) else text
        return self._e_mails.digests.hidden_in(text) if len(text) >= digests.SHORTEST else text

    def may_be_in(self, text: str) -> bool:
        """Tell whether some of that may stand in the text: a quick look."""
        return spellings.has_sign(text) or bool(self._networks and network_addresses.may_be_in(text))

    def spans(self, text: str) -> list[Span]:
        """Return where it stands in a text without mark-up, in order and without overlaps."""
        found = [*spellings.spans(text, self._search)] if spellings.has_sign(text) else []
        found += network_addresses.spans(text, self._is_a_commenters)
        return without_overlaps(found)

    def _search(self, seen: str) -> list[Span]:
        return sorted([*e_mails.spans(seen, self._e_mails.find), *network_addresses.spans(seen, self._is_a_commenters)])

    def _is_a_commenters(self, address: str) -> bool:
        return hash(address) in self._networks

    def login_of(self, co_author: str) -> str:
        """Return the account name of a co-author, whom terms call by a form of it: `cap-murad-eli` for `Murad.Eli`."""
        name = co_author.removeprefix("cap-")
        return self._logins.get(name.casefold(), name)


def nicename(login: str) -> str:
    """Return what WordPress makes of an account name for addresses: `murad-eliold-example` of `murad.eli@old.example`."""
    return _SPACES.sub("-", _NOT_IN_NICENAME.sub("", login.casefold())).strip("-")


def without_any_address(text: str) -> str:
    """Return what a reader wrote with “…” for every e-mail and IP address, whose ever it is."""
    return without_network_addresses(without_any_e_mail(text))


def without_any_e_mail(text: str) -> str:
    return spellings.hidden(text, lambda seen: e_mails.spans(seen, e_mails.find_any))


def without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order; those that touch or overlap are one."""
    found: list[Span] = []
    for begin, end in sorted(spans):
        if found and begin <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((begin, end))
    return found
