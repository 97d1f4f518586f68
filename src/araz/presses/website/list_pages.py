"""Front pages, and the pages of sections, topics, bylines and their months."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import groupby

from minijinja import safe

from araz.contracts import PressedFile
from araz.edition.names import ListKey, Month, StoryId, language_list, section_list
from araz.edition.paper import Byline, Topic
from araz.edition.story import Teaser
from araz.language import in_digits
from araz.language.calendars import (
    day_and_month,
    gregorian_date,
    gregorian_month,
    solar_hijri_date,
    solar_hijri_day_and_month,
    solar_hijri_months,
    weekday_name,
)
from araz.language.case import capitalize_first
from araz.presses.website import pages
from araz.presses.website.printroom import Context, PrintRoom, Spot
from araz.presses.website.teasers import brief, full, in_list
from araz.typesetting.words import counted, named, words

SECOND = 3
IN_CORNER = 3
OPINIONS = 2
IN_COLUMN = 4
NEWEST_ON_FRONT = 40
NEWEST_ON_LIST = 30
ON_RECORD = ("statement", "announcement")


def print_front(room: PrintRoom, code: str) -> PressedFile | None:
    """Print a language's front page: arranged where the desk arranged it, filled with the newest elsewhere."""
    if code not in room.masthead.languages:
        return None
    spot = room.spot(f"{code}/index.html")
    front = room.edition.front(code)
    newest = room.edition.newest(language_list(code), NEWEST_ON_FRONT)
    news = [teaser for teaser in newest if teaser.kind not in (*ON_RECORD, "opinion")]
    lead, second = _top(room, front.lead, front.second, news)
    used = {teaser.id for teaser in (*lead, *second)}
    opinions = [teaser for teaser in newest if teaser.kind == "opinion" and teaser.id not in used][:OPINIONS]
    corner = [teaser for teaser in newest if teaser.kind in ON_RECORD and teaser.id not in used][:IN_CORNER]
    used |= {teaser.id for teaser in (*opinions, *corner)}
    context: Context = {
        "title": named(room.masthead.name, code),
        "stamp": room.stamp(room.edition.stamp(language_list(code)), code),
        "languages": room.languages(code, spot),
        "lead": full(room, lead[0], spot) if lead else None,
        "second": [full(room, teaser, spot) for teaser in second],
        "pins": [brief(room, teaser, spot) for teaser in _public(room, front.pins)],
        "opinions": [brief(room, teaser, spot) for teaser in opinions],
        "corner": [full(room, teaser, spot) for teaser in corner],
        "columns": _columns(room, code, used, spot),
    }
    return PressedFile(path=spot.path, body=room.render("front.html", spot, code, context))


def _public(room: PrintRoom, names: Iterable[StoryId]) -> list[Teaser]:
    return [teaser for name in names if (teaser := room.edition.teaser(name))]


def _top(
    room: PrintRoom, lead: StoryId, second: tuple[StoryId, ...], news: list[Teaser]
) -> tuple[list[Teaser], list[Teaser]]:
    chosen = _public(room, (lead,)) if lead else []
    beside = _public(room, second)
    rest = iter([teaser for teaser in news if teaser.id not in {found.id for found in (*chosen, *beside)}])
    first = chosen or list(next(([teaser] for teaser in rest), []))
    while len(beside) < SECOND and (teaser := next(rest, None)):
        beside.append(teaser)
    return first, beside


def _columns(room: PrintRoom, code: str, used: set[StoryId], spot: Spot) -> list[Context]:
    columns = []
    for section in room.edition.sections(code):
        newest = room.edition.newest(section_list(code, section.id), IN_COLUMN + len(used))
        shown = [teaser for teaser in newest if teaser.id not in used and teaser.kind != "page"][:IN_COLUMN]
        if shown:
            teasers = [brief(room, teaser, spot) for teaser in shown]
            href = spot.to(f"{code}/{section.slug}/index.html")
            columns.append({"name": section.name, "href": href, "first": teasers[0], "others": teasers[1:]})
    return columns


def print_list(room: PrintRoom, key: ListKey) -> PressedFile | None:
    """Print the page of a section, a topic or a byline. Topics and bylines have one as soon as they have a story."""
    path = pages.list_path(room.edition, key)
    code = pages.language_of(key)
    newest = room.edition.newest(key, NEWEST_ON_LIST)
    sort, name = key.split("/")[1:]
    if not path or code not in room.masthead.languages or (sort != "s" and not newest):
        return None
    spot = room.spot(path)
    context = _about(room, sort, name, code, spot) | {
        "days": _days(room, newest, code, spot, with_year=True),
        "months": _months(room, key, code, spot),
        "feed": spot.to(pages.atom_path(room.edition, key)),
    }
    if sort == "s":
        context["stamp"] = room.stamp(room.edition.stamp(key), code)
        context["languages"] = room.languages(code, spot, lambda other: room.in_language(key, other))
    else:
        context["languages"] = room.languages(
            code, spot
        )  # to the fronts: a topic's other pages come and go by themselves
    return PressedFile(path=path, body=room.render("list.html", spot, code, context))


def _about(room: PrintRoom, sort: str, name: str, code: str, spot: Spot) -> Context:
    w = words(code)
    if sort == "s" and (section := room.edition.section(name)):
        return {"title": section.name, "about": section.about, "current": section.id}
    if sort == "t" and (topic := room.edition.topic(name)):
        ordered = [
            brief(room, teaser, spot) for teaser in _public(room, topic.reading_order) if teaser.language == code
        ]
        title = named(topic.name, code)
        return {"title": title, "about": topic.about.get(code, ""), "sort": w["topics"], "ordered": ordered}
    if byline := room.edition.byline(name):
        return {
            "title": named(byline.name, code),
            "about": byline.about.get(code, ""),
            "sort": w["pen_name"] if byline.kind == "pen" else w["bylines"],
            "contact": byline.contact if byline.kind == "open" else "",
            "portrait": room.picture(byline.portrait, spot) if byline.portrait else None,
        }
    return {}


def _days(
    room: PrintRoom, teasers: Iterable[Teaser], code: str, spot: Spot, *, with_year: bool = False
) -> list[Context]:
    """Teasers by their day, which carries both calendars; with the year where days of several may stand."""
    return [
        _day(room, day, code, with_year) | {"stories": safe("\n".join(in_list(room, teaser, spot) for teaser in group))}
        for day, group in groupby(teasers, key=lambda teaser: room.day(teaser.published_at))
    ]


def _day(room: PrintRoom, day: date, code: str, with_year: bool) -> Context:
    iso = day.isoformat()
    return room.once(
        ("day", code, iso, str(with_year)),
        lambda: {
            "iso": iso,
            "weekday": capitalize_first(weekday_name(day, code), code),
            "gregorian": gregorian_date(day, code) if with_year else day_and_month(day, code),
            "solar": solar_hijri_date(day, code) if with_year else solar_hijri_day_and_month(day, code),
        },
    )


def _months(room: PrintRoom, key: ListKey, code: str, spot: Spot) -> list[Context]:
    """The months of a list: the one thing on its page that grows with the years, so it is made of what is kept."""
    folder, _, begins = pages.list_folder(room.edition, key)
    before = spot.to(f"{folder}/{begins}")
    return [
        {"href": safe(f"{before}{count.month}.html"), "count": counted("stories", count.stories, code)}
        | _month_names(count.month, code)
        for count in room.edition.months(key)
    ]


@lru_cache(maxsize=8192)
def _month_names(month: Month, code: str) -> dict[str, str]:
    first = _first_day(month)
    name = capitalize_first(gregorian_month(first, code), code)
    return {"name": name, "solar": solar_hijri_months(first, code)}


def _first_day(month: Month) -> date:
    return date.fromisoformat(f"{month}-01")


def print_month(room: PrintRoom, key: ListKey, month: Month, part: int = 0) -> PressedFile | None:
    """Print a month of a list, or one third of it when the month is long."""
    size = room.edition.month_size(key, month)
    is_long = size > pages.STORIES_OF_A_MONTH
    path = pages.month_path(room.edition, key, month, part)
    if not size or not path or (part and not is_long):
        return None
    teasers = room.edition.month(key, month)
    if part:
        teasers = tuple(teaser for teaser in teasers if _part_of(room, teaser) == part)
    code, spot = pages.language_of(key), room.spot(path)
    sort, name = key.split("/")[1:]
    about = _about(room, sort, name, code, spot)
    first = _first_day(month)
    context: Context = {
        "title": f"{about.get('title', '')}: {gregorian_month(first, code)}",
        "current": about.get("current", ""),
        "list_name": about.get("title", ""),
        "list_href": spot.to(pages.list_path(room.edition, key)),
        "month": capitalize_first(gregorian_month(first, code), code),
        "solar": solar_hijri_months(first, code),
        "days": [] if is_long and not part else _days(room, teasers, code, spot),
        "parts": _parts(room, key, month, code, spot) if is_long and not part else [],
        "languages": room.languages(code, spot),
    }
    return PressedFile(path=path, body=room.render("month.html", spot, code, context))


def _part_of(room: PrintRoom, teaser: Teaser) -> int:
    return min(3, (room.day(teaser.published_at).day + 9) // 10)


def _parts(room: PrintRoom, key: ListKey, month: Month, code: str, spot: Spot) -> list[Context]:
    spans = {1: (1, 10), 2: (11, 20), 3: (21, 31)}
    return [
        {
            "href": spot.to(pages.month_path(room.edition, key, month, part)),
            "name": words(code)["days"].format(
                first=in_digits(spans[part][0], code), last=in_digits(spans[part][1], code)
            ),
        }
        for part in pages.MONTH_PARTS
    ]


def print_index(room: PrintRoom, code: str, sort: str) -> PressedFile | None:
    """Print the page that leads to all topics, or to all bylines, that have a story in the language."""
    if code not in room.masthead.languages:
        return None
    spot = room.spot(f"{code}/{sort}/index.html")
    known: tuple[Topic | Byline, ...] = room.edition.topics() if sort == "t" else room.edition.bylines()
    entries = []
    for one in sorted(known, key=lambda one: (named(one.name, code), one.id)):
        key = ListKey(f"{code}/{sort}/{one.id}")
        stories = room.edition.size(key)
        if stories:
            href = spot.to(pages.list_path(room.edition, key))
            entries.append({"name": named(one.name, code), "href": href, "count": counted("stories", stories, code)})
    context: Context = {
        "title": words(code)["topics" if sort == "t" else "bylines"],
        "entries": entries,
        "languages": room.languages(code, spot, lambda other: f"{other}/{sort}/index.html"),
    }
    return PressedFile(path=spot.path, body=room.render("index.html", spot, code, context))
