"""The pages of days, months and years that WordPress made by itself: they lead to the month here, or to the archive."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final

from araz.edition.old_addresses import read_address
from araz.edition.paper import Moved
from araz.importers.wordpress.addresses import parts_of
from araz.importers.wordpress.export import Item, Site
from araz.importers.wordpress.terms import language_code

# Also 1398/02/15: a site could count by the solar calendar. Other folders than those of languages may name accounts.
_DATED: Final = re.compile(
    r"(?P<folder>/[A-Za-z_-]{2,7})?/(?P<year>[0-9]{4})/(?P<month>[0-9]{1,2})(?:/(?P<day>[0-9]{1,2}))?/.+"
)
_FOLDER: Final = re.compile(r"(/[A-Za-z_-]{2,7})(?:/.*)?")


class DateArchives:
    """Learns from every public post under which dates the old site listed it."""

    def __init__(self, site: Site) -> None:
        self._folder = parts_of(site.address).path.rstrip("/")
        self._stories: Counter[tuple[str, str]] = Counter()  # by old address and by where it leads

    def learn(self, item: Item, language: str, day: date) -> None:
        """`day` is that of its publication where the paper is."""
        path = parts_of(item.link).path.removeprefix(self._folder)
        dated = _DATED.fullmatch(path)
        folder = _of_language(dated["folder"] if dated else (found[1] if (found := _FOLDER.fullmatch(path)) else ""))
        year, month = (dated["year"], dated["month"]) if dated else (f"{day:%Y}", f"{day:%m}")
        day_of_month = dated["day"] if dated and dated["day"] else f"{day:%d}"
        here = f"{language}/{day:%Y-%m}.html"
        begin = f"{self._folder}{folder}/{year}"
        self._stories[begin, f"{language}/archive.html"] += 1
        self._stories[f"{begin}/{month}", here] += 1
        if not dated or dated["day"] or (dated["year"], int(dated["month"])) == (f"{day:%Y}", day.month):
            self._stories[f"{begin}/{month}/{day_of_month}", here] += 1

    def addresses(self, main: str) -> Iterator[Moved]:
        """Yield each old address with the page of most of its stories; `main` is the language that goes before others."""
        best: dict[str, tuple[bool, int, str]] = {}
        for (path, target), count in sorted(self._stories.items()):
            best[path] = max(best.get(path, (False, 0, "")), (target.startswith(f"{main}/"), count, target))
        for path, (_, _, target) in best.items():
            if known := read_address(path):
                yield Moved(path=known, target=target)


def _of_language(folder: str | None) -> str:
    """Return the folder if it is that of a language: others may name an account."""
    return folder if folder and language_code(folder.strip("/")) else ""
