"""A newsroom is one folder; `araz.toml` in it says how it is run. Nothing is written outside that folder."""

import os
import secrets
import tomllib
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from araz.server.forwarded import networks

SETTINGS_FILE: Final = "araz.toml"
PRIVATE_FOLDER: Final = 0o700
PRIVATE_FILE: Final = 0o600
HERE: Final = "127.0.0.1"
_DATABASES: Final = ("sqlite", "postgres", "postgresql")


class NotANewsroom(Exception):
    """The folder is not a newsroom, or its settings can't be used; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderTarget:
    """A folder to which the finished pages are brought: a second disk, a stick, a mounted share."""

    name: str
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsroomSettings:
    """What `araz.toml` says. Each key is described in docs/operators/settings.md."""

    site: str = "main"  # folder under sites/
    time_zone: str = "UTC"  # decides day and month of stories; fixed once a story is public
    home: str = ""  # "https://paper.example", without a slash at the end; empty while the paper has no address
    onion: str = ""  # "http://….onion"
    desk_address: str = ""  # "https://desk.example"; empty: only http://localhost
    approval: Literal["one", "two"] = "two"  # persons who must approve a story
    database: str = "sqlite"  # or postgresql://user:password@host/name
    listen: str = HERE
    port: int = 8000  # readers
    desk_port: int = 8001  # the desk
    reader_hosts: tuple[str, ...] = ()  # names by which readers may call the server besides home, onion, localhost
    desk_hosts: tuple[str, ...] = ()
    trusted_proxies: tuple[str, ...] = ()  # addresses whose X-Forwarded-For and -Proto are believed
    deliveries: tuple[FolderTarget, ...] = ()

    @property
    def desk_at(self) -> str:
        """Where people reach the desk, without a slash at the end."""
        return self.desk_address or f"http://localhost:{self.desk_port}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    """The places in a newsroom's folder."""

    folder: Path
    settings: NewsroomSettings

    @property
    def site_folder(self) -> Path:
        return self.folder / "sites" / self.settings.site

    @property
    def edition_file(self) -> Path:
        return self.site_folder / "edition.db"

    @property
    def public(self) -> Path:
        return self.site_folder / "public"

    @property
    def ledger_file(self) -> Path:
        return self.site_folder / "ledger.db"

    @property
    def receipts_file(self) -> Path:
        return self.site_folder / "receipts.db"

    @property
    def pictures(self) -> Path:
        """Accepted pictures by content, which presses link."""
        return self.media / "pictures"

    @property
    def scratch(self) -> Path:
        """What is being uploaded at this moment."""
        return self.folder / "scratch"

    @property
    def media(self) -> Path:
        return self.folder / "media"

    @property
    def desk_file(self) -> Path:
        return self.folder / "desk.db"

    @property
    def key_file(self) -> Path:
        return self.folder / "secret.key"

    def secret_key(self) -> str:
        """Return the key that signs sessions, making it at the first call."""
        if not self.key_file.exists():
            descriptor = os.open(self.key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
            with os.fdopen(descriptor, "w") as file:
                file.write(secrets.token_urlsafe(64))
        return self.key_file.read_text(encoding="ascii").strip()


def open_newsroom(folder: Path) -> Newsroom:
    """Read the newsroom in the folder. Raises NotANewsroom."""
    file = folder / SETTINGS_FILE
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotANewsroom(
            f"“{folder}” is not a newsroom: it has no {SETTINGS_FILE}. Make one with “araz new {folder}”."
        ) from error
    except OSError as error:
        raise NotANewsroom(f"{file} can't be read: {error.strerror}. Run araz as the owner of the folder.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise NotANewsroom(f"{file} is not TOML: {error}. Correct that line.") from error
    return Newsroom(folder=folder.resolve(), settings=read_settings(table))


def read_settings(table: dict[str, Any]) -> NewsroomSettings:
    """Return the settings in a table of araz.toml. Raises NotANewsroom when a key or its value is wrong."""
    _refuse_unknown(table, NewsroomSettings, "")
    for target in table.get("deliveries", ()):
        if isinstance(target, dict):
            _refuse_unknown(target, FolderTarget, " of a delivery")
    try:
        settings = msgspec.convert(table, NewsroomSettings, dec_hook=_path)
    except msgspec.ValidationError as error:
        raise NotANewsroom(f"{SETTINGS_FILE}: {error}. See docs/operators/settings.md.") from error
    _check(settings)
    return settings


def _path(kind: type[Any], value: object) -> Path:
    if kind is Path and isinstance(value, str):
        return Path(value)
    raise ValueError("a folder is written between quotation marks")


def _refuse_unknown(table: dict[str, Any], kind: type[Any], where: str) -> None:
    known = [field.name for field in fields(kind)]
    for key in table:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            hint = f"Do you mean “{near[0]}”?" if near else f"It knows: {', '.join(known)}."
            raise NotANewsroom(f"{SETTINGS_FILE} has a key{where} that Araz doesn't know: “{key}”. {hint}")


def _check(settings: NewsroomSettings) -> None:
    try:
        ZoneInfo(settings.time_zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise NotANewsroom(
            f"{SETTINGS_FILE}: “{settings.time_zone}” is not a time zone. Write one like “UTC” or “Asia/Baku”."
        ) from error
    for key in ("home", "onion", "desk_address"):
        _check_address(key, getattr(settings, key))
    if urlsplit(settings.database).scheme not in _DATABASES and settings.database != "sqlite":
        raise NotANewsroom(
            f"{SETTINGS_FILE}: database is “sqlite” or an address like postgresql://user:password@host/name."
        )
    if not settings.site.isalnum():
        raise NotANewsroom(f"{SETTINGS_FILE}: site is the name of one folder, of letters and digits: “main”.")
    if settings.port == settings.desk_port and settings.port:
        raise NotANewsroom(f"{SETTINGS_FILE}: port and desk_port are the same. Give the desk another one.")
    try:
        networks(settings.trusted_proxies)
    except ValueError as error:
        raise NotANewsroom(
            f"{SETTINGS_FILE}: trusted_proxies are addresses such as 127.0.0.1 or 10.0.0.0/8. Correct them."
        ) from error
    names = [target.name for target in settings.deliveries]
    if len(set(names)) < len(names):
        raise NotANewsroom(f"{SETTINGS_FILE}: two deliveries have the same name. Give each its own.")


def _check_address(key: str, address: str) -> None:
    parts = urlsplit(address)
    if address and (parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query):
        raise NotANewsroom(
            f"{SETTINGS_FILE}: {key} is an address like https://paper.example, without a slash or a path at its end."
        )
