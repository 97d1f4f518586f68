"""The front page of a language."""

from collections.abc import Iterable

from araz.contracts import PressedFile
from araz.edition.names import StoryId, language_list, section_list
from araz.edition.story import Teaser
from araz.presses.website import offline
from araz.presses.website.printroom import Context, PrintRoom, Spot
from araz.presses.website.sharing import list_tags
from araz.presses.website.teasers import brief, full
from araz.typesetting.words import named

SECOND = 3
IN_CORNER = 3
OPINIONS = 2
IN_COLUMN = 4
NEWEST_ON_FRONT = 40
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
    name = named(room.masthead.name, code)
    context: Context = {
        "title": name,
        "sharing": list_tags(room, name, room.masthead.tag_line.get(code, ""), language_list(code), spot),
        "stamp": room.stamp(room.edition.stamp(language_list(code)), code),
        "languages": room.languages(code, spot),
        "lead": full(room, lead[0], spot) if lead else None,
        "second": [full(room, teaser, spot) for teaser in second],
        "pins": [brief(room, teaser, spot) for teaser in room.public(front.pins)],
        "opinions": [brief(room, teaser, spot) for teaser in opinions],
        "corner": [full(room, teaser, spot) for teaser in corner],
        "volumes": offline.of_newest_day(room, newest, code, spot),
        "columns": _columns(room, code, used, spot),
    }
    return PressedFile(path=spot.path, body=room.render("front.html", spot, code, context))


def _top(
    room: PrintRoom, lead: StoryId, second: Iterable[StoryId], news: list[Teaser]
) -> tuple[list[Teaser], list[Teaser]]:
    chosen = room.public((lead,)) if lead else []
    beside = room.public(second)
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
