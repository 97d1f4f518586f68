"""The page of the site's search. What it finds, and the script that looks, come from the search press."""

from html import escape
from typing import Final

from minijinja import safe

from araz.contracts import PressedFile
from araz.language import language
from araz.presses.website import pages
from araz.presses.website.printroom import Context, PrintRoom
from araz.typesetting.words import words

SCRIPT: Final = "assets/search.js"
INDEX: Final = "search/index.js"  # below the folder of a language
FOUND_TOGETHER: Final = {
    "az": ("kitabxana", "KİTABXANA", "کیتابخانا"),
    "azb": ("کیتابخانا", "كيتابخانا", "kitabxana"),
    "fa": ("می‌روم", "میروم", "می روم"),
    "tr": ("kütüphane", "KUTUPHANE", "kütüphanede"),
    "en": ("book", "BOOKS"),
}


def print_search(room: PrintRoom, code: str) -> PressedFile | None:
    """Print the form, which shows when the script is there, and what leads to every story without one."""
    if code not in room.masthead.languages:
        return None
    row, w = language(code), words(code)
    spot = room.spot(pages.search_path(code))
    # Both are escaped here: the words between bdi, and the sentence round them.
    together = row.comma.join(f"<bdi>{escape(row.quoted(word))}</bdi>" for word in FOUND_TOGETHER[code])
    context: Context = {
        "title": w["search"],
        "current": pages.SEARCH,
        "script": spot.to(SCRIPT),
        "index": spot.to(f"{code}/{INDEX}"),
        "archive": spot.to(pages.archive_path(code)),
        "topics": spot.to(f"{code}/t/index.html"),
        "sections": [{"id": section.id, "name": section.name} for section in room.edition.sections(code)],
        "spelling": safe(escape(w["search_spelling"]).format(words=together)),
        "languages": room.languages(code, spot, pages.search_path),
    }
    return PressedFile(path=spot.path, body=room.render("search.html", spot, code, context))
