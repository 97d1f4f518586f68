"""What one run of the press shares: the edition, its furniture in each language, and how dates are shown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from html import escape
from typing import Any, TypeVar, cast
from zoneinfo import ZoneInfo

from minijinja import Environment, safe

from araz.contracts import EditionReader, MediaStore
from araz.edition.blocks import Picture
from araz.edition.lists import Stamp
from araz.edition.names import ListKey, StoryId, local_day
from araz.edition.story import Teaser
from araz.language import gregorian_date, in_digits, language, solar_hijri_date
from araz.language.calendars import clock_time
from araz.language.case import capitalize_first
from araz.language.direction import closed
from araz.presses.website import pages
from araz.presses.website.nameplate import looks_of
from araz.typesetting.html import Setting, attributes
from araz.typesetting.pictures import path_of, widths
from araz.typesetting.words import named, words

Context = dict[str, Any]  # what a template chooses from
T = TypeVar("T")
MOST_KEPT = 4000  # things that are made once for many pages


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page lies, and so what its links begin with."""

    path: str
    up: str  # from the page to the root of the tree

    def to(self, path: str) -> str:
        return safe(escape(self.up + path)) if path else ""


class PrintRoom:
    """Prints pages of one edition at one moment."""

    def __init__(self, edition: EditionReader, media: MediaStore, templates: Environment, root: str = "") -> None:
        self.edition = edition
        self.media = media
        self.masthead = edition.masthead()
        self._templates = templates
        self._root = root
        self._zone = ZoneInfo(self.masthead.time_zone)
        self._kept: dict[tuple[str, ...], object] = {}

    # Rendering

    def render(self, template: str, spot: Spot, language: str, context: Context, **more: Any) -> bytes:
        furniture = self.furniture(language, spot)
        nav = self._nav(language, spot, context.get("current", ""))
        page = self._templates.render_template(template, **(furniture | {"nav": nav} | context | more))
        return str(page).encode()

    def render_part(self, template: str, context: Context) -> str:
        return str(self._templates.render_template(template, **context)).strip("\n")

    def spot(self, path: str) -> Spot:
        return Spot(path, self._root or pages.up_from(path))

    def once(self, key: tuple[str, ...], make: Callable[[], T]) -> T:
        """Return what was made before under that key, or make it. What is kept is bounded, and dies with the room."""
        if key not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[key] = make()
        return cast(T, self._kept[key])

    def furniture(self, code: str, spot: Spot) -> Context:
        """What stands on every page of a language, made once for each depth in the tree."""
        return self.once(("furniture", code, spot.up), lambda: self._make_furniture(code, spot))

    def _make_furniture(self, code: str, spot: Spot) -> Context:
        row, masthead = language(code), self.masthead
        foot = {
            "archive": spot.to(pages.archive_path(code)),
            "addresses": spot.to("addresses.html"),
            "topics": spot.to(f"{code}/t/index.html"),
            "bylines": spot.to(f"{code}/b/index.html"),
            "feed": spot.to(f"{code}/feed.xml"),
            "notice": masthead.notice.get(code, ""),
            "w": words(code),
        }
        return {
            "w": words(code),
            "lang": row.html_tag,
            "dir": row.direction,
            "name": named(masthead.name, code),
            "name_looks": looks_of(named(masthead.name, code)),
            "tag_line": masthead.tag_line.get(code, ""),
            "emblem": self.picture(masthead.emblem, spot) if masthead.emblem else None,
            "front": spot.to(f"{code}/index.html"),
            "bylines": foot["bylines"],
            "style": spot.to("assets/style.css"),
            "foot": safe(self.render_part("foot.html", foot)),
        }

    def _nav(self, code: str, spot: Spot, current: str) -> str:
        """The way to the sections; the one that the reader is in is marked."""

        def make() -> str:
            nav = [
                {
                    "href": spot.to(f"{code}/{section.slug}/index.html"),
                    "name": section.name,
                    "current": section.id == current,
                }
                for section in self.edition.sections(code)
            ]
            context = {
                "w": words(code),
                "nav": nav,
                "archive": spot.to(pages.archive_path(code)),
                "search": spot.to(pages.search_path(code)),
                "searching": current == pages.SEARCH,
            }
            return safe(self.render_part("nav.html", context))

        return self.once(("nav", code, spot.up, current), make)

    def languages(self, current: str, spot: Spot, elsewhere: Callable[[str], str] | None = None) -> str:
        """The switch between languages; `elsewhere` finds the same page in another one, else it leads to the front."""
        links = []
        for code in self.masthead.languages:
            path = elsewhere(code) if elsewhere else ""
            links.append(self._to_page(current, code, spot, path) if path else self._to_front(current, code, spot))
        return safe("\n".join(links))

    def _to_front(self, current: str, code: str, spot: Spot) -> str:
        make = partial(self._to_page, current, code, spot, f"{code}/index.html")
        return self.once(("language", current, code, spot.up), make)

    def _to_page(self, current: str, code: str, spot: Spot, path: str) -> str:
        row = language(code)
        link = {
            "href": spot.to(path),
            "name": row.own_name,
            "attributes": safe(attributes(code)),
            "hreflang": row.hreflang,
            "current": code == current,
        }
        return self.render_part("language.html", link)

    # Stories

    def setting(self, code: str, spot: Spot, note_prefix: str = "") -> Setting:
        def find(story: StoryId) -> str:
            path = self.edition.path(story)
            return spot.up + path if path else ""

        return Setting(language=code, find=find, note_prefix=note_prefix)

    def public(self, names: Iterable[StoryId]) -> list[Teaser]:
        """Those of the stories that readers may see, in their order."""
        return [teaser for name in names if (teaser := self.edition.teaser(name))]

    def by(self, bylines: tuple[str, ...], code: str) -> str:
        found = (self.edition.byline(byline) for byline in bylines)
        return language(code).comma.join(closed(named(byline.name, code)) for byline in found if byline)

    def picture(self, picture: Picture, spot: Spot) -> Context:
        offered = widths(picture.width)
        return {
            "src": spot.to(path_of(picture.hash, offered[min(1, len(offered) - 1)])),
            "srcset": safe(", ".join(f"{spot.to(path_of(picture.hash, width))} {width}w" for width in offered)),
            "largest": spot.to(path_of(picture.hash, offered[-1])),
            "width": picture.width,
            "height": picture.height,
            "alt": picture.alt,
        }

    # Dates

    def day(self, moment: datetime) -> date:
        return local_day(moment, self.masthead.time_zone)

    def date_and_time(self, moment: datetime, code: str) -> str:
        local = moment.astimezone(self._zone)
        comma = language(code).comma
        return f"{gregorian_date(local.date(), code)}{comma}{clock_time(local.time(), code)}"

    def stamp(self, stamp: Stamp, code: str) -> Context:
        """The edition's date in both calendars, and its number: on the two banks of the river."""
        if not stamp.number:
            return {}
        day = date.fromisoformat(stamp.day)
        return {
            "iso": stamp.day,
            "gregorian": capitalize_first(gregorian_date(day, code, weekday=True), code),
            "solar": solar_hijri_date(day, code),
            "number": words(code)["edition"].format(n=in_digits(stamp.number, code)),
        }

    def in_language(self, key: ListKey, code: str) -> str:
        """The page of the section that corresponds to this one in another language."""
        mine = self.edition.section(key.rpartition("/")[2])
        if mine is None or not mine.group:
            return ""
        other = next((section for section in self.edition.sections(code) if section.group == mine.group), None)
        return f"{code}/{other.slug}/index.html" if other else ""
