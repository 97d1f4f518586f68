"""The front page of a language."""

from collections.abc import Iterable
from itertools import islice

from araz.contracts import PressedFile
from araz.edition.names import StoryId, language_list, section_list
from araz.edition.paper import Front, Section
from araz.edition.story import Teaser
from araz.presses.website import offline
from araz.presses.website.printroom import Context, PrintRoom, Spot
from araz.presses.website.sharing import list_tags
from araz.presses.website.teasers import brief, full
from araz.typesetting.words import named

SECOND = 3
IN_CORNER = 3
OPINIONS = 2
COLUMNS = {1: 1, 2: 2, 3: 3, 5: 3, 6: 3, 9: 3}  # beside each other, by how many sections there are; else four
NEWEST_ON_FRONT = 40
ON_RECORD = ("statement", "announcement")


def print_front(room: PrintRoom, code: str) -> PressedFile | None:
    """Print a language's front page: arranged where the desk arranged it, filled with the newest elsewhere."""
    if code not in room.masthead.languages:
        return None
    spot = room.spot(f"{code}/index.html")
    front = room.edition.front(code)
    newest = room.edition.newest(language_list(code), NEWEST_ON_FRONT)
    lead, second = _top(room, front, newest)
    used = {teaser.id for teaser in (*lead, *second)}
    opinions = [teaser for teaser in newest if teaser.kind == "opinion" and teaser.id not in used][:OPINIONS]
    on_record = [teaser for teaser in newest if teaser.kind in ON_RECORD and teaser.id not in used]
    corner = on_record[:IN_CORNER] if front.corner else []
    used |= {teaser.id for teaser in (*opinions, *corner)}
    columns = _columns(room, front, used, spot)
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
        "columns": columns,
        "beside": COLUMNS.get(len(columns), 4),
    }
    return PressedFile(path=spot.path, body=room.render("front.html", spot, code, context))


def _top(room: PrintRoom, front: Front, newest: Iterable[Teaser]) -> tuple[list[Teaser], list[Teaser]]:
    """The lead and those beside it: chosen ones first, then the newest news. A paper without news leads with what it has."""
    chosen = room.public((front.lead,)) if front.lead else []
    beside = [teaser for teaser in room.public(front.second) if teaser not in chosen]
    left = [teaser for teaser in newest if teaser not in (*chosen, *beside)]
    news = iter([teaser for teaser in left if teaser.kind not in (*ON_RECORD, "opinion")])
    first = chosen or list(islice(news, 1)) or left[:1]
    return first, [*beside, *islice(news, max(0, SECOND - len(beside)))]


def _columns(room: PrintRoom, front: Front, used: set[StoryId], spot: Spot) -> list[Context]:
    code, columns = front.language, []
    for section in _sections(room, front):
        newest = room.edition.newest(section_list(code, section.id), front.headlines + len(used))
        shown = [teaser for teaser in newest if teaser.id not in used and teaser.kind != "page"][: front.headlines]
        if shown:
            teasers = [brief(room, teaser, spot) for teaser in shown]
            href = spot.to(f"{code}/{section.slug}/index.html")
            columns.append({"name": section.name, "href": href, "first": teasers[0], "others": teasers[1:]})
    return columns


def _sections(room: PrintRoom, front: Front) -> tuple[Section, ...]:
    sections = {section.id: section for section in room.edition.sections(front.language)}
    if not front.sections:
        return tuple(sections.values())
    return tuple(sections[name] for name in dict.fromkeys(front.sections) if name in sections)
