"""Sitemaps by language and month, with the other languages of each story; robots.txt. Only for a paper with a home."""

from html import escape

from araz.contracts import PressedFile
from araz.edition.names import ListKey, Month, StoryId, section_list
from araz.language import LANGUAGES
from araz.presses.website.printroom import PrintRoom

_HEAD = '<?xml version="1.0" encoding="utf-8"?>'
_NAMES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def print_sitemap(room: PrintRoom, code: str, month: Month) -> PressedFile | None:
    """Print the addresses of a language's month. Evergreen pages stand on no list but their section's."""
    home = room.masthead.home
    if not home or code not in room.masthead.languages:
        return None
    stories = {
        teaser.id: teaser.path
        for section in room.edition.sections(code)
        for teaser in room.edition.month(section_list(code, section.id), month)
    }
    if not stories:
        return None
    entries = [_entry(room, home, name, path) for name, path in sorted(stories.items(), key=lambda item: item[1])]
    names = f'{_NAMES} xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    body = "\n".join((_HEAD, f"<urlset {names}>", *entries, "</urlset>\n"))
    return PressedFile(path=f"{code}/sitemap-{month}.xml", body=body.encode())


def _entry(room: PrintRoom, home: str, name: StoryId, path: str) -> str:
    others = [(path.partition("/")[0], path)]
    others += [(teaser.language, teaser.path) for teaser in room.edition.siblings(name)]
    links = ""
    if len(others) > 1:
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{LANGUAGES[code].hreflang}" href="{escape(f"{home}/{other}")}"/>'
            for code, other in sorted(others)
        )
    return f"<url><loc>{escape(f'{home}/{path}')}</loc>{links}</url>"


def print_sitemaps(room: PrintRoom) -> PressedFile | None:
    """Print the list of all sitemaps; it changes when a month begins."""
    home = room.masthead.home
    if not home:
        return None
    months = sorted(
        {
            (code, count.month)
            for code in room.masthead.languages
            for section in room.edition.sections(code)
            for count in room.edition.months(ListKey(f"{code}/s/{section.id}"))
        }
    )
    lines = [f"<sitemap><loc>{escape(f'{home}/{code}/sitemap-{month}.xml')}</loc></sitemap>" for code, month in months]
    body = "\n".join((_HEAD, f"<sitemapindex {_NAMES}>", *lines, "</sitemapindex>\n"))
    return PressedFile(path="sitemap.xml", body=body.encode())


def print_robots(room: PrintRoom) -> PressedFile | None:
    home = room.masthead.home
    if not home:
        return None
    return PressedFile(path="robots.txt", body=f"User-agent: *\nAllow: /\nSitemap: {home}/sitemap.xml\n".encode())
