"""The pages of months, of a list or of all that a language has, and the archive that leads to them."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from araz.contracts import PressedFile
from araz.edition.lists import MonthCount
from araz.edition.names import ListKey, Month, language_list
from araz.edition.story import Teaser
from araz.language import in_digits
from araz.language.calendars import solar_hijri_years
from araz.presses.website import offline, pages
from araz.presses.website.days import by_day, days_of, heading, month_in_list, month_names
from araz.presses.website.list_pages import about_list
from araz.presses.website.printroom import Context, PrintRoom, Spot
from araz.presses.website.teasers import in_archive
from araz.typesetting.volumes import MONTH_PARTS, days_in, part_of
from araz.typesetting.words import counted, words


def print_month(room: PrintRoom, key: ListKey, month: Month, part: int = 0) -> PressedFile | None:
    """Print a month of a list, or one third of it when the month is long."""
    size, code = room.edition.month_size(key, month), pages.language_of(key)
    is_long = size > pages.STORIES_OF_A_MONTH
    path = pages.month_path(room.edition, key, month, part)
    if not size or not path or (part and not is_long) or code not in room.masthead.languages:
        return None
    spot = room.spot(path)
    teasers = room.edition.month(key, month)
    shown = [teaser for teaser in teasers if part_of(room.day(teaser.published_at)) == part] if part else teasers
    context = _heading(room, key, month, spot) | {
        "span": days_in(part, code) if part else "",
        "parts": _parts(room, key, month, teasers, spot) if is_long and not part else [],
        "days": [],
        "volumes": [],
    }
    if pages.is_whole_language(key):
        context["day_links"] = _day_links(room, key, month, teasers, is_long, spot)
        context["languages"] = room.languages(code, spot, pages.archive_path)
        context["volumes"] = offline.of_month(room, teasers, month, code, spot, part)
    if not context["parts"]:
        context["days"] = _days(room, key, shown, spot)
    return PressedFile(path=path, body=room.render("month.html", spot, code, context))


def _heading(room: PrintRoom, key: ListKey, month: Month, spot: Spot) -> Context:
    code, names = pages.language_of(key), month_names(month, pages.language_of(key))
    if pages.is_whole_language(key):
        about: Context = {"title": words(code)["archive"]}
    else:
        about = about_list(room, key, spot)
    return {
        "title": f"{about.get('title', '')}: {names['inside']}",
        "current": about.get("current", ""),
        "list_name": about.get("title", ""),
        "list_href": spot.to(pages.list_path(room.edition, key)),
        "month": names["name"],
        "solar": names["solar"],
        "languages": room.languages(code, spot),
        "day_links": [],
    }


def _days(room: PrintRoom, key: ListKey, teasers: Iterable[Teaser], spot: Spot) -> list[Context]:
    code = pages.language_of(key)
    if not pages.is_whole_language(key):
        return days_of(room, teasers, code, spot)
    return [heading(day, code) | _of_day(room, day, tuple(group), code, spot) for day, group in by_day(room, teasers)]


def _of_day(room: PrintRoom, day: date, teasers: tuple[Teaser, ...], code: str, spot: Spot) -> Context:
    return {
        "headlines": [in_archive(room, teaser, spot) for teaser in teasers],
        "volume": offline.of_day(teasers, day, code, spot),
    }


def _day_links(
    room: PrintRoom, key: ListKey, month: Month, teasers: Iterable[Teaser], is_long: bool, spot: Spot
) -> list[Context]:
    """The days of the month that have stories, first to last, each with where it stands."""
    code = pages.language_of(key)
    return [
        {
            "href": spot.to(
                f"{pages.month_path(room.edition, key, month, part_of(day) if is_long else 0)}#{day.isoformat()}"
            ),
            "name": in_digits(day.day, code),
        }
        for day in sorted({room.day(teaser.published_at) for teaser in teasers})
    ]


def _parts(room: PrintRoom, key: ListKey, month: Month, teasers: Iterable[Teaser], spot: Spot) -> list[Context]:
    code = pages.language_of(key)
    of_parts = [part_of(room.day(teaser.published_at)) for teaser in teasers]
    return [
        {
            "href": spot.to(pages.month_path(room.edition, key, month, part)),
            "name": days_in(part, code),
            "count": counted("stories", of_parts.count(part), code),
        }
        for part in MONTH_PARTS
        if part in of_parts
    ]


def print_archive(room: PrintRoom, code: str) -> PressedFile | None:
    """Print the page that leads to every month of a language, and to its sections, topics and bylines."""
    if code not in room.masthead.languages:
        return None
    spot, key = room.spot(pages.archive_path(code)), language_list(code)
    sections = [
        {"name": section.name, "href": spot.to(f"{code}/{section.slug}/index.html")}
        for section in room.edition.sections(code)
    ]
    context: Context = {
        "title": words(code)["archive"],
        "years": [
            _year(int(year), tuple(months), code)
            for year, months in groupby(room.edition.months(key), key=lambda count: count.month[:4])
        ],
        "sections": sections,
        "topics": spot.to(f"{code}/t/index.html"),
        "bylines": spot.to(f"{code}/b/index.html"),
        "languages": room.languages(code, spot, pages.archive_path),
    }
    return PressedFile(path=spot.path, body=room.render("archive.html", spot, code, context))


def _year(year: int, months: tuple[MonthCount, ...], code: str) -> Context:
    return {
        "name": in_digits(year, code),
        "solar": solar_hijri_years(year, code),
        "count": counted("stories", sum(count.stories for count in months), code),
        "months": [month_in_list(count.month, count.stories, code) for count in months],
    }
