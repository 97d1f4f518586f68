"""What one run of the press shares: the edition, its furniture in each language, and how teasers and dates are shown."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from minijinja import Environment, safe

from araz.contracts import EditionReader
from araz.edition.blocks import Picture
from araz.edition.lists import Stamp
from araz.edition.names import ListKey, StoryId, local_day
from araz.edition.story import Teaser
from araz.language import gregorian_date, in_digits, language, solar_hijri_date
from araz.language.calendars import clock_time, day_and_month
from araz.language.case import capitalize_first
from araz.language.counting import reading_minutes
from araz.presses.website import pages
from araz.typesetting.html import Setting, attributes
from araz.typesetting.pictures import path_of, widths
from araz.typesetting.words import counted, named, words

Context = dict[str, Any]  # what a template chooses from


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page lies, and so what its links begin with."""

    path: str
    up: str  # from the page to the root of the tree

    def to(self, path: str) -> str:
        return safe(escape(self.up + path)) if path else ""


class PrintRoom:
    """Prints pages of one edition at one moment."""

    def __init__(self, edition: EditionReader, templates: Environment, root: str = "") -> None:
        self.edition = edition
        self.masthead = edition.masthead()
        self._templates = templates
        self._root = root
        self._zone = ZoneInfo(self.masthead.time_zone)
        self._furniture: dict[tuple[str, str], Context] = {}

    # Rendering

    def render(self, template: str, spot: Spot, language: str, context: Context, **more: Any) -> bytes:
        furniture = self.furniture(language, spot)
        page = self._templates.render_template(template, **(furniture | context | more))
        return str(page).encode()

    def spot(self, path: str) -> Spot:
        return Spot(path, self._root or pages.up_from(path))

    def furniture(self, code: str, spot: Spot) -> Context:
        """What stands on every page of a language, made once for each depth in the tree."""
        key = (code, spot.up)
        if key not in self._furniture:
            self._furniture[key] = self._make_furniture(code, spot)
        return self._furniture[key]

    def _make_furniture(self, code: str, spot: Spot) -> Context:
        row, masthead = language(code), self.masthead
        return {
            "w": words(code),
            "lang": row.html_tag,
            "dir": row.direction,
            "name": named(masthead.name, code),
            "tag_line": masthead.tag_line.get(code, ""),
            "notice": masthead.notice.get(code, ""),
            "emblem": self.picture(masthead.emblem, spot) if masthead.emblem else None,
            "front": spot.to(f"{code}/index.html"),
            "style": spot.to("assets/style.css"),
            "nav": [
                {"href": spot.to(f"{code}/{section.slug}/index.html"), "name": section.name, "id": section.id}
                for section in self.edition.sections(code)
            ],
            "foot": {
                "addresses": spot.to("addresses.html"),
                "topics": spot.to(f"{code}/t/index.html"),
                "bylines": spot.to(f"{code}/b/index.html"),
                "feed": spot.to(f"{code}/feed.xml"),
            },
            "home": masthead.home,
        }

    def languages(self, current: str, spot: Spot, elsewhere: Callable[[str], str] | None = None) -> list[Context]:
        """The switch between languages; `elsewhere` finds the same page in another one, else it leads to the front."""
        switch = []
        for code in self.masthead.languages:
            path = (elsewhere(code) if elsewhere else "") or f"{code}/index.html"
            row = language(code)
            switch.append(
                {
                    "href": spot.to(path),
                    "name": row.own_name,
                    "attributes": safe(attributes(code)),
                    "hreflang": row.hreflang,
                    "current": code == current,
                }
            )
        return switch

    # Stories

    def setting(self, code: str, spot: Spot, note_prefix: str = "") -> Setting:
        def find(story: StoryId) -> str:
            path = self.edition.path(story)
            return spot.up + path if path else ""

        return Setting(language=code, find=find, note_prefix=note_prefix)

    def teaser(self, teaser: Teaser, spot: Spot) -> Context:
        code, w = teaser.language, words(teaser.language)
        section = self.edition.section(teaser.section)
        place = self.edition.place(teaser.place) if teaser.place else None
        minutes = reading_minutes(teaser.words, code)
        return {
            "id": teaser.id,
            "href": spot.to(teaser.path),
            "headline": teaser.headline,
            "standfirst": teaser.standfirst,
            "kind": teaser.kind,
            "kind_name": w[f"kind_{teaser.kind}"],
            "section": section.name if section else "",
            "place": named(place.name, code) if place else "",
            "by": self.by(teaser.bylines, code),
            "minutes": counted("minutes", minutes, code) if minutes else "",
            "iso": self.day(teaser.published_at).isoformat(),
            "day": day_and_month(self.day(teaser.published_at), code),
            "date": gregorian_date(self.day(teaser.published_at), code),
            "voice": teaser.kind == "opinion",
            "past": teaser.expired,
            "number": w["number"].format(n=in_digits(teaser.statement_number, code)) if teaser.statement_number else "",
            "issued_by": teaser.issued_by,
            "until": w["until"].format(date=day_and_month(teaser.valid_until, code)) if teaser.valid_until else "",
            "corrected": teaser.corrected,
            "picture": self.picture(teaser.picture, spot) if teaser.picture else None,
            "opening": teaser.opening,
        }

    def by(self, bylines: tuple[str, ...], code: str) -> str:
        found = (self.edition.byline(byline) for byline in bylines)
        return language(code).comma.join(named(byline.name, code) for byline in found if byline)

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
