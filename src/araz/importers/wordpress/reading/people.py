"""Knows the accounts of the files that are read, so that their names go where account names may be and nowhere else."""

import re
from typing import Final

from araz.importers.wordpress.export import Author

_NOT_IN_NICENAME: Final = re.compile(r"[^\w\s.-]+")
_SPACES: Final = re.compile(r"[\s.-]+")


class People:
    """The accounts that authors have."""

    def __init__(self) -> None:
        self._logins: dict[str, str] = {}  # by what WordPress makes of them for addresses, and by themselves

    def add(self, author: Author) -> None:
        self._logins.setdefault(author.login.casefold(), author.login)
        self._logins.setdefault(_nicename(author.login), author.login)

    def knows(self, name: str) -> bool:
        """Tell whether this is an account name and not the name of a person."""
        return name.casefold() in self._logins

    def login_of(self, co_author: str) -> str:
        """Return the account name of a co-author, whom terms call by a form of it: `cap-murad-eli` for `Murad.Eli`."""
        name = co_author.removeprefix("cap-")
        return self._logins.get(name.casefold(), name)


def _nicename(login: str) -> str:
    return _SPACES.sub("-", _NOT_IN_NICENAME.sub("", login.casefold())).strip("-")
