"""Whom a byline may name. When nobody said so: nobody.

A display name may be an account's name, a part of it, or a real name that was never meant for readers where the paper is
read now. Only the operator knows, and says it in the map.
"""

import re
from hashlib import sha256
from typing import Final

from araz.language.folding import fold

_WORD: Final = re.compile(r"[^\W_]+")
_SHORTEST: Final = 3  # letters: shorter parts of names are in every word


def key_of_account(login: str) -> str:
    """Return the key under which a map speaks of an account: its name, but never an e-mail address."""
    name, at, _ = login.strip().partition("@")
    return f"{name}@{sha256(login.strip().encode()).hexdigest()[:6]}" if at else name


def comes_from(name: str, login: str) -> bool:
    """Say whether a name is an account's, contains it, is a part of it or is written from the same parts."""
    plain_name, plain_login = _plain(name), _plain(login.partition("@")[0])
    if min(len(plain_name), len(plain_login)) < _SHORTEST:
        return plain_name == plain_login
    if plain_login in plain_name or plain_name in plain_login:
        return True
    return any(len(part) >= _SHORTEST and part in plain_login for part in map(_plain, _WORD.findall(name)))


def is_same(name: str, login: str) -> bool:
    """Say whether a name and an account's are one, apart from case, signs and letters that a keyboard lacks."""
    return _plain(name) == _plain(login.partition("@")[0])


def _plain(name: str) -> str:
    return "".join(_WORD.findall(fold(name)))
