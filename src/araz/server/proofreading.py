"""Builds the proofreader from what only this newsroom knows: its accounts, its machine, its list of words, its waivers."""

import socket
from typing import Final, Protocol
from urllib.parse import urlsplit

import msgspec
from django.apps import apps

from araz.contracts import Proofreader as Promised
from araz.desk.proof_key import proof_key
from araz.leaks.proofreader import Proofreader
from araz.leaks.secrets import Secrets
from araz.leaks.word_list import FILE
from araz.server.newsroom import Newsroom

_COMMON_NAMES: Final = frozenset(
    (
        "localhost",
        "localdomain",
        "debian",
        "ubuntu",
        "fedora",
        "server",
        "desktop",
        "laptop",
        "newsroom",
        "raspberrypi",
        "computer",
    )
)
Words = tuple[str, ...]


class Told(msgspec.Struct, frozen=True):
    """What a press in a process of its own is told by the one that started it; it goes through a pipe."""

    secrets: Secrets
    key: bytes
    waived: tuple[str, ...]

    def proofreader(self) -> Proofreader:
        return Proofreader(self.secrets, key=self.key, waived=self.waived)


class IfChanged(Protocol):
    """Is handed a proofreader who knows other things than the last; or who only lets out others (`waivers_only`)."""

    def __call__(self, proofreader: Promised, *, waivers_only: bool) -> None: ...


class Waivers:
    """Keeps what is let out until that is another thing."""

    def __init__(self) -> None:
        self._mark = (-1, -1)
        self._waived: Words = ()

    def of_desk(self) -> Words:
        from araz.desk.held_back import waived, waivers_mark

        mark = waivers_mark()
        if mark != self._mark:
            self._mark, self._waived = mark, waived()
        return self._waived


class Reading:
    """Keeps one proofreader for as long as nothing of what it knows changes."""

    def __init__(self, newsroom: Newsroom, words: Words | None = None) -> None:
        self._newsroom = newsroom
        self._words = words
        self._waivers = Waivers()
        self._told: Told | None = None
        self._proofreader: Proofreader | None = None

    @property
    def words_known(self) -> bool:
        return self._words is not None or not words_file_is_there(self._newsroom)

    def told(self) -> Told:
        """Return what is known at this moment."""
        return told_by(self._newsroom, self._words, self._waivers)

    def proofreader(self) -> Proofreader:
        return self.refreshed(_pass)

    def refreshed(self, if_changed: IfChanged) -> Proofreader:
        """Return today's proofreader; one that knows other things than the last is handed to `if_changed`."""
        told, last, before = self.told(), self._told, self._proofreader
        if before is not None and told == last:
            return before
        self._told = told
        waivers_only = before is not None and last is not None and told.secrets == last.secrets
        self._proofreader = before.with_waivers(told.waived) if before and waivers_only else told.proofreader()
        if before is not None:
            if_changed(self._proofreader, waivers_only=waivers_only)
        return self._proofreader


def _pass(proofreader: Promised, *, waivers_only: bool) -> None:
    """Where nobody waits for another proofreader."""


def words_file_is_there(newsroom: Newsroom) -> bool:
    return (newsroom.folder / FILE).exists()


def has_desk(newsroom: Newsroom) -> bool:
    """Say whether the newsroom has a desk: an edition can be printed without one."""
    return newsroom.settings.database != "sqlite" or newsroom.desk_file.exists()


def told_by(newsroom: Newsroom, words: Words | None, waivers: Waivers) -> Told:
    """Return what the newsroom has to hide. Without a desk that is what its settings say."""
    accounts, emails, waived = _of_desk(waivers) if apps.ready and has_desk(newsroom) else ((), (), ())
    secrets = Secrets(
        accounts=accounts,
        emails=emails,
        hosts=_hosts(newsroom),
        machines=_machine(newsroom),
        folders=(str(newsroom.folder),) if len(newsroom.folder.parts) > 2 else (),
        words=words or (),
        words_known=words is not None or not words_file_is_there(newsroom),
    )
    return Told(secrets, proof_key(newsroom.secret_key()), waived)


def _of_desk(waivers: Waivers) -> tuple[Words, Words, Words]:
    from araz.desk.held_back import accounts_and_emails

    return (*accounts_and_emails(), waivers.of_desk())


def _hosts(newsroom: Newsroom) -> Words:
    settings = newsroom.settings
    public = {urlsplit(address).hostname for address in (settings.home, settings.onion)} | set(settings.reader_hosts)
    own = (urlsplit(settings.desk_address).hostname, *settings.desk_hosts, urlsplit(settings.database).hostname)
    return tuple(dict.fromkeys(host for host in own if host and host not in public and _is_telling(host)))


def _machine(newsroom: Newsroom) -> Words:
    name = socket.gethostname()
    home = urlsplit(newsroom.settings.home).hostname or ""
    return (name,) if _is_telling(name) and name not in home else ()


def _is_telling(name: str) -> bool:
    """Names that many machines have, and names that are one word, which stand in any story, tell nothing."""
    return name.lower() not in _COMMON_NAMES and not name.isalpha()
