"""The pages of the site by name, and where each lies.

A page's name is its kind and what it is about, parted by slashes: `story/k3v9q2aa`, `list/az/s/b2c3d4e5`,
`month/az/s/b2c3d4e5/2026-11`, `part/az/s/b2c3d4e5/2026-11/2`.
"""

from typing import Final

from araz.contracts import EditionReader
from araz.edition.names import ListKey, Month, StoryId
from araz.typesetting.pictures import widths
from araz.typesetting.volumes import MONTH_PARTS

ROOT: Final = "root"
SEARCH: Final = "search"
ADDRESSES: Final = "addresses"
NOT_FOUND: Final = "notfound"
SITEMAPS: Final = "sitemaps"
ROBOTS: Final = "robots"
REMOVED: Final = "removed"
STORIES_OF_A_MONTH: Final = 400  # more than these are split into the three parts


def story(name: StoryId) -> str:
    return f"story/{name}"


def front(language: str) -> str:
    return f"front/{language}"


def listing(key: ListKey) -> str:
    return f"list/{key}"


def months_of(key: ListKey, month: Month) -> tuple[str, ...]:
    """The month's page and the parts into which it is split when it is long."""
    return (f"month/{key}/{month}", *(f"part/{key}/{month}/{part}" for part in MONTH_PARTS))


def atom(key: ListKey) -> str:
    return f"atom/{key}"


def json_feed(language: str) -> str:
    return f"json/{language}"


def archive(language: str) -> str:
    return f"archive/{language}"


def card(key: ListKey) -> str:
    return f"card/{key}"


def topics(language: str) -> str:
    return f"topics/{language}"


def bylines(language: str) -> str:
    return f"bylines/{language}"


def spokespersons(language: str) -> str:
    return f"spokespersons/{language}"


def sitemap(language: str, month: Month) -> str:
    return f"sitemap/{language}/{month}"


def news(language: str) -> str:
    return f"news/{language}"


def sitemap_with(path: str) -> str:
    """The sitemap that has the story at this path: its month is in its address."""
    language, year, month, _ = path.split("/")
    return sitemap(language, Month(f"{year}-{month}"))


def picture(name: str, width: int) -> str:
    return f"picture/{name}/{width}"


def pictures(name: str, width: int) -> tuple[str, ...]:
    """Every size in which a picture of that width lies in the tree; a document has no width and lies there once."""
    if not width:
        return (f"file/{name}",)
    return tuple(picture(name, offered) for offered in widths(width))


def redirects(drawer: str) -> str:
    return f"redirects/{drawer}"


def language_of(key: ListKey) -> str:
    return key.partition("/")[0]


def is_whole_language(key: ListKey) -> bool:
    """Say whether the list has all of its language: its page is the archive."""
    return "/" not in key


def search(language: str) -> str:
    return f"{SEARCH}/{language}"


def search_path(language: str) -> str:
    return f"{language}/search.html"


def spokespersons_path(language: str) -> str:
    return f"{language}/spokespersons.html"


def archive_path(language: str) -> str:
    return f"{language}/archive.html"


def list_folder(edition: EditionReader, key: ListKey) -> tuple[str, str, str]:
    """Return folder, name of the list's page and what its months' pages begin with; empty if the list has no pages."""
    if is_whole_language(key):
        return key, "archive.html", ""
    language, _, rest = key.partition("/")
    sort, _, name = rest.partition("/")
    if sort == "s" and (section := edition.section(name)):
        return f"{language}/{section.slug}", "index.html", ""
    if sort == "t" and (topic := edition.topic(name)):
        return f"{language}/t", f"{topic.slug}.html", f"{topic.slug}-"
    if sort == "b" and (byline := edition.byline(name)):
        return f"{language}/b", f"{byline.slug}.html", f"{byline.slug}-"
    return "", "", ""


def list_path(edition: EditionReader, key: ListKey) -> str:
    folder, name, _ = list_folder(edition, key)
    return f"{folder}/{name}" if folder else ""


def month_path(edition: EditionReader, key: ListKey, month: Month, part: int = 0) -> str:
    folder, _, begins = list_folder(edition, key)
    return f"{folder}/{begins}{month}{f'-{part}' if part else ''}.html" if folder else ""


def atom_path(edition: EditionReader, key: ListKey) -> str:
    if is_whole_language(key):
        return f"{key}/feed.xml"
    folder, _, begins = list_folder(edition, key)
    return f"{folder}/{begins}feed.xml" if folder else ""


def up_from(path: str) -> str:
    """Return what leads from a page back to the root of the tree: `../../`."""
    return "../" * path.count("/")
