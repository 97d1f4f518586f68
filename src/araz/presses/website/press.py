"""The website press: what `contracts.Press` promises."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from minijinja import Environment

from araz.contracts import EditionReader, MediaStore, PressedFile
from araz.edition.lists import Change
from araz.edition.names import ListKey, Month, StoryId
from araz.presses.website import (
    byline_pages,
    cards,
    feeds,
    index_pages,
    list_pages,
    month_pages,
    plain_pages,
    redirects,
    removed,
    sitemaps,
    touched,
)
from araz.presses.website.front_page import print_front
from araz.presses.website.printroom import PrintRoom
from araz.presses.website.search_page import print_search
from araz.presses.website.story_page import print_story
from araz.typesetting import face
from araz.typesetting.pictures import RECIPE, document_path, path_of
from araz.typesetting.words import printed

_STYLES: Final = ("masthead", "teasers", "front", "lists", "registers", "forms", "search")
CODE_VERSION = 6  # counts up when Python code changes what the pages look like


class WebsitePress:
    """Prints the site. With a `root` all links begin with it, so that the desk can show pages at other addresses."""

    name = "website"

    def __init__(self, media: MediaStore, root: str = "") -> None:
        self._media = media
        self._root = root
        self._room: PrintRoom | None = None

    @cached_property
    def _templates(self) -> Environment:
        folder = files("araz.presses.website") / "templates"
        sources = {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}
        return Environment(templates=sources, undefined_behavior="strict", trim_blocks=True, lstrip_blocks=True)

    @cached_property
    def _assets(self) -> dict[str, bytes]:
        folder = files("araz.presses.website") / "assets"
        return dict(sorted([*_read(folder, ""), ("style.css", _style())]))

    def design(self) -> str:
        """A hash of templates, assets, words and the version of the code."""
        digest = blake2b(f"{CODE_VERSION} {RECIPE}".encode(), digest_size=16)
        templates = files("araz.presses.website") / "templates"
        words = "\0".join(printed()).encode()
        for name, content in sorted([*_read(templates, ""), *self._assets.items(), ("words", words)]):
            digest.update(name.encode() + content)
        return digest.hexdigest()

    def touched(self, edition: EditionReader, changes: Iterable[Change]) -> tuple[str, ...]:
        return touched.touched(edition, changes)

    def everything(self, edition: EditionReader) -> Iterator[str]:
        return touched.everything(edition, self._assets)

    def redirects(self, edition: EditionReader) -> Iterator[tuple[str, str]]:
        return redirects.redirects(edition)

    def print(self, edition: EditionReader, page: str) -> PressedFile | None:
        """Print one page; None if the edition has none of that name (any longer)."""
        kind, _, about = page.partition("/")
        if kind == "asset":
            return PressedFile(path=f"assets/{about}", body=self._assets[about])
        if kind == "picture":
            return self._picture(edition, about)
        if kind == "file":
            return self._document(edition, about)
        if kind == "card":
            return cards.print_card(self._room_of(edition), ListKey(about), self._media.file)
        return _KINDS[kind](self._room_of(edition), about)

    def _room_of(self, edition: EditionReader) -> PrintRoom:
        """One room for one moment of the edition: what it keeps must not outlive it."""
        if self._room is None or self._room.edition is not edition:
            self._room = PrintRoom(edition, self._media, self._templates, self._root)
        return self._room

    def _picture(self, edition: EditionReader, about: str) -> PressedFile | None:
        name, _, width = about.rpartition("/")
        if not edition.is_shown(name):
            return None
        return PressedFile(path=path_of(name, int(width)), copy_of=self._media.file(name, int(width)))

    def _document(self, edition: EditionReader, name: str) -> PressedFile | None:
        if not edition.is_shown(name):
            return None
        return PressedFile(path=document_path(name), copy_of=self._media.document(name))


def _month(room: PrintRoom, about: str) -> PressedFile | None:
    key, _, month = about.rpartition("/")
    return month_pages.print_month(room, ListKey(key), Month(month))


def _part(room: PrintRoom, about: str) -> PressedFile | None:
    rest, _, part = about.rpartition("/")
    key, _, month = rest.rpartition("/")
    return month_pages.print_month(room, ListKey(key), Month(month), int(part))


def _sitemap(room: PrintRoom, about: str) -> PressedFile | None:
    code, _, month = about.partition("/")
    return sitemaps.print_sitemap(room, code, Month(month))


_KINDS: Final[dict[str, Callable[[PrintRoom, str], PressedFile | None]]] = {
    "story": lambda room, about: print_story(room, StoryId(about)),
    "front": print_front,
    "list": lambda room, about: list_pages.print_list(room, ListKey(about)),
    "month": _month,
    "part": _part,
    "spokespersons": byline_pages.print_spokespersons,
    "archive": month_pages.print_archive,
    "search": print_search,
    "topics": lambda room, about: index_pages.print_index(room, about, "t"),
    "bylines": lambda room, about: index_pages.print_index(room, about, "b"),
    "atom": lambda room, about: feeds.print_atom(room, ListKey(about)),
    "json": feeds.print_json_feed,
    "sitemap": _sitemap,
    "news": sitemaps.print_news_sitemap,
    "sitemaps": lambda room, _: sitemaps.print_sitemaps(room),
    "robots": lambda room, _: sitemaps.print_robots(room),
    "root": lambda room, _: plain_pages.print_root(room),
    "addresses": lambda room, _: plain_pages.print_addresses(room),
    "redirects": redirects.print_drawer,
    "removed": lambda room, _: removed.print_removed(room),
    "notfound": lambda room, _: plain_pages.print_not_found(room),
}


def _style() -> bytes:
    """All that the site's pages need, in one sheet."""
    own = files("araz.presses.website") / "styles"
    common = [face.sheet(name) for name in face.GROUND]
    pages_own = [own.joinpath(f"{name}.css").read_text(encoding="utf-8") for name in _STYLES]
    reading = [face.sheet(name) for name in face.READING]
    last = [face.sheet(name) for name in face.OTHER_EYES]
    return face.set_solid("\n".join([*common, *pages_own, *reading, *last]))


def _read(folder: Traversable, before: str) -> Iterator[tuple[str, bytes]]:
    for file in folder.iterdir():
        if file.is_dir():
            yield from _read(file, f"{before}{file.name}/")
        elif file.name != "LICENSES.md":  # which speaks to developers; the licences themselves travel with the fonts
            yield before + file.name, file.read_bytes()
