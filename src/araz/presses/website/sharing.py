"""What other sites show of a page when somebody shares it: Open Graph's terms, and where the card lies."""

from html import escape

from minijinja import safe

from araz.edition.names import ListKey, section_list
from araz.language import language
from araz.presses.website import pages
from araz.presses.website.printroom import PrintRoom, Spot
from araz.typesetting.words import named

CARD_WIDTH, CARD_HEIGHT = 1200, 630  # pixels: what crawlers ask for (ogp.me); they may refuse WebP and SVG


def card_path(room: PrintRoom, key: ListKey) -> str:
    """Return where the card of a front (`az`) or of a section (`az/s/k3v9q2aa`) lies; empty if it has none.

    A card's address is a whole one, so only a paper with a home has cards.
    """
    code = pages.language_of(key)
    if not room.masthead.home or code not in room.masthead.languages:
        return ""
    if "/" not in key:
        return f"{code}/card.png"
    folder, _, _ = pages.list_folder(room.edition, key)
    return f"{folder}/card.png" if folder else ""


def story_tags(room: PrintRoom, headline: str, standfirst: str, section: str, code: str) -> str:
    """Return the tags of a story, which is shared with the card of its section."""
    return _tags(room, headline, standfirst, section_list(code, section), "article")


def list_tags(room: PrintRoom, title: str, about: str, key: ListKey, spot: Spot) -> str:
    """Return the tags of a front or section page, and which of its copies is the first one."""
    tags = _tags(room, title, about, key, "website")
    home = room.masthead.home
    return safe(f'<link rel="canonical" href="{escape(f"{home}/{spot.path}")}">\n{tags}') if home else tags


def _tags(room: PrintRoom, title: str, about: str, key: ListKey, sort: str) -> str:
    tags = f'<meta property="og:title" content="{escape(title)}">\n'
    if about:  # both at once: what search engines show under the title
        tags += f'<meta name="description" property="og:description" content="{escape(about)}">\n'
    return safe(tags + room.once(("sharing", key, sort), lambda: _of_list(room, key, sort)))


def _of_list(room: PrintRoom, key: ListKey, sort: str) -> str:
    """The tags that all stories of a section share."""
    code = pages.language_of(key)
    facts = [
        ("og:type", sort),
        ("og:site_name", named(room.masthead.name, code)),
        ("og:locale", language(code).locale),
    ]
    look = "summary"
    if card := card_path(room, key):
        look = "summary_large_image"
        facts += [
            ("og:image", f"{room.masthead.home}/{card}"),
            ("og:image:width", str(CARD_WIDTH)),
            ("og:image:height", str(CARD_HEIGHT)),
        ]
    lines = [f'<meta property="{name}" content="{escape(fact)}">' for name, fact in facts]
    return "\n".join([*lines, f'<meta name="twitter:card" content="{look}">'])
