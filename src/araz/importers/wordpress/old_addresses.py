"""By which addresses WordPress answered with a post, a term or the site itself, as the edition writes old addresses.

Addresses that name an account are left out: archives of authors, and links with an account's name in their folders.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from araz.edition.old_addresses import old_address, read_address
from araz.edition.paper import Moved
from araz.importers.wordpress.export import Item, Site, Term

_DATED: Final = re.compile(r"(.*?)/[0-9]{4}/[0-9]{1,2}(?:/[0-9]{1,2})?(/.+)", re.DOTALL)  # /1398/02 as well as /2019/05
_ENDING: Final = re.compile(r"\.[a-z]{2,5}\Z")
_BASES: Final = {"category": "category", "post_tag": "tag"}
_NUMBERED: Final = {"page": "page_id", "attachment": "attachment_id"}
_FEEDS: Final = ("feed", "feed/rss", "feed/rss2", "feed/atom", "rss", "comments/feed")
_MOST_PARENTS: Final = 20  # a category that is its own ancestor must not be followed for ever


def old_addresses_of(item: Item, site: Site) -> tuple[str, ...]:
    """Return the old addresses of a post, page or attachment, the present link first.

    With its number, with and without the date in its link, under the names that it had before, and its feed. What an
    attachment had belongs to the story that it hangs on.
    """
    folder = _folder(site)
    link = _path_of_link(item, site)
    links = [link, *_renamed(link, item)] if link else []
    undated = [_without_date(path) for path in links]
    feed = [f"{link.rstrip('/')}/feed"] if link else []
    accounts = {_as_folder(login) for login in (item.creator, *item.co_authors) if login}
    own = dict.fromkeys(path for path in (*links, *undated, *feed) if not _names_account(path, accounts))
    found = dict.fromkeys((*map(old_address, own), *map(read_address, _numbered(item, folder))))
    return tuple(filter(None, found))


def addresses_of_term(
    term: Term, site: Site, categories: Mapping[str, Term] | None = None, language_folder: str = ""
) -> tuple[str, ...]:
    """Return the old addresses of a category or tag and of its feed; none for other terms.

    `categories` by slug say which lie in which. `language_folder` is "fa" where the old site kept its Persian under /fa/.
    """
    if term.taxonomy not in _BASES or not term.slug:
        return ()
    begin = _folder(site) + (f"/{language_folder}" if language_folder else "")
    base = f"{begin}/{_BASES[term.taxonomy]}"
    slug = quote(unquote(term.slug))
    nested = "/".join(quote(unquote(name)) for name in _with_parents(term, categories or {}))
    pages = (f"{base}/{nested}", f"{base}/{slug}")
    by_number = [f"{_folder(site)}/?cat={term.number}"] if term.taxonomy == "category" and term.number else []
    return _known((*pages, *(f"{page}/feed" for page in pages), *by_number))


def addresses_of_site(
    site: Site, language: str, language_folders: Mapping[str, str] | None = None
) -> tuple[Moved, ...]:
    """Return where the site's feeds and old fronts lead, for the part of the paper that says so.

    `language`: what the site was written in. `language_folders`: {"fa": "fa"} where it kept its languages in folders.
    """
    begin = _folder(site)
    found = dict(_of_front(begin, language))
    for folder, spoken in (language_folders or {}).items():
        found |= dict(_of_front(f"{begin}/{folder}", spoken))
    return tuple(Moved(path=path, target=target) for path, target in found.items() if path)


def _of_front(begin: str, language: str) -> Iterator[tuple[str, str]]:
    if begin and begin != f"/{language}":  # that folder is the present front's own
        yield read_address(begin), f"{language}/index.html"
    for name in _FEEDS:
        yield read_address(f"{begin}/{name}"), f"{language}/feed.xml"
    for name in ("rss2", "atom", "rss"):
        yield read_address(f"{begin}/?feed={name}"), f"{language}/feed.xml"


def _known(addresses: Iterable[str]) -> tuple[str, ...]:
    return tuple(known for known in dict.fromkeys(map(read_address, addresses)) if known)


def _folder(site: Site) -> str:
    """The folder in which the old site lay: "/blog", mostly nothing."""
    return _split(site.address)[1].rstrip("/")


def _split(address: str) -> tuple[str, str, str]:
    """Return host without www, path and query; nothing for what is no address."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "", "", ""
    return host, parts.path, parts.query


def _path_of_link(item: Item, site: Site) -> str:
    """The decoded path of the item's own page. A link to elsewhere, or to a draft by its number, has none."""
    host, path, query = _split(item.link)
    here = _split(site.address)[0]
    if (host and here and host != here) or query:
        return ""
    return unquote(path).rstrip("/")


def _renamed(link: str, item: Item) -> Iterator[str]:
    """The link with each name that the item had before, as far as its own name is the last one in it."""
    folder, _, name = link.rpartition("/")
    ending = found[0] if (found := _ENDING.search(name)) and name != item.slug else ""
    if name.removesuffix(ending) == unquote(item.slug):
        yield from (f"{folder}/{unquote(old)}{ending}" for old in item.meta.get("_wp_old_slug", "").split())


def _without_date(path: str) -> str:
    found = _DATED.fullmatch(path)
    return found[1] + found[2] if found else path


def _numbered(item: Item, folder: str) -> Iterator[str]:
    if item.number:
        yield f"{folder}/?p={item.number}"
        if named := _NUMBERED.get(item.kind):
            yield f"{folder}/?{named}={item.number}"


def _with_parents(term: Term, categories: Mapping[str, Term]) -> list[str]:
    names = [term.slug]
    above = term.parent
    while above and above not in names and len(names) < _MOST_PARENTS:
        names.append(above)
        above = categories[above].parent if above in categories else ""
    return names[::-1]


def _names_account(path: str, accounts: Set[str]) -> bool:
    """Whether a folder of the path is an account's name as WordPress writes it in addresses."""
    return any(_as_folder(folder) in accounts for folder in path.split("/")[:-1])


def _as_folder(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", unquote(name).lower()).strip("-") or name
