"""Knows the accounts of the files that are read, so that their names go where account names may be and nowhere else."""

import re
from typing import Final

from araz.importers.wordpress.export import Author

_NOT_IN_NICENAME: Final = re.compile(r"[^\w\s.-]+")
_SPACES: Final = re.compile(r"[\s.-]+")
_E_MAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_HIDDEN: Final = "…"


class People:
    """The accounts that authors have."""

    def __init__(self) -> None:
        self._logins: dict[str, str] = {}  # by what WordPress makes of them for addresses, and by themselves
        self._e_mails: set[str] = set()  # of authors; they leave this folder in no way

    def add(self, author: Author) -> None:
        self._logins.setdefault(author.login.casefold(), author.login)
        self._logins.setdefault(_nicename(author.login), author.login)

    def knows(self, name: str) -> bool:
        """Tell whether this is an account name and not the name of a person."""
        return name.casefold() in self._logins

    def add_e_mail(self, e_mail: str) -> None:
        """Remember an author's address, so that it is known where a text has it."""
        self._e_mails.add(e_mail.strip().casefold())

    def without_e_mails(self, text: str) -> str:
        """Return the text with “…” for the addresses of authors. Others, as a newsroom's own, are for readers."""
        if "@" not in text or not self._e_mails:
            return text
        return _E_MAIL.sub(lambda found: _HIDDEN if found[0].casefold() in self._e_mails else found[0], text)

    def login_of(self, co_author: str) -> str:
        """Return the account name of a co-author, whom terms call by a form of it: `cap-murad-eli` for `Murad.Eli`."""
        name = co_author.removeprefix("cap-")
        return self._logins.get(name.casefold(), name)


def _nicename(login: str) -> str:
    return _SPACES.sub("-", _NOT_IN_NICENAME.sub("", login.casefold())).strip("-")


def without_any_e_mail(text: str) -> str:
    """Return what a reader wrote with “…” for every address, whose ever it is."""
    return _E_MAIL.sub(_HIDDEN, text) if "@" in text else text
