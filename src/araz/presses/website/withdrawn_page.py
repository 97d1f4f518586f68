"""What stands at the address of a story that was taken back: its headline, when it was, and what its readers are told."""

from minijinja import safe

from araz.contracts import PressedFile
from araz.edition.story import Tombstone
from araz.language.direction import closed
from araz.presses.website.printroom import PrintRoom
from araz.typesetting.html import inline_html
from araz.typesetting.words import words


def print_withdrawn(room: PrintRoom, stone: Tombstone) -> PressedFile:
    """Print the page; no word of the story's text is on it."""
    code, w = stone.language, words(stone.language)
    spot = room.spot(room.edition.path(stone.id))
    note = inline_html(stone.withdrawal.note, room.setting(code, spot))
    section = room.edition.section(stone.section)
    headline = stone.headline or w["withdrawn_kind"]  # of what was erased nothing is told
    context = {
        "title": closed(headline),
        "headline": headline,
        "section": closed(section.name) if section else "",
        "section_href": spot.to(f"{section.language}/{section.slug}/index.html") if section else "",
        "time": room.date_and_time(stone.published_at, code),
        "iso_time": stone.published_at.strftime("%Y-%m-%dT%H:%MZ"),
        "withdrawn": w["withdrawn"].format(date=room.date_and_time(stone.withdrawal.at, code)),
        "note": safe(note) if note else w["withdrawn_plain"],
        "languages": room.languages(code, spot),
    }
    return PressedFile(path=spot.path, body=room.render("withdrawn.html", spot, code, context))
