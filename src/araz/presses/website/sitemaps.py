"""Sitemaps by language and month, with the other languages of each story; the newest news; robots.txt.

Only for a paper with a home. The formats: sitemaps.org, and Google's extensions for languages (xhtml:link) and news.
"""

from datetime import timedelta
from html import escape
from typing import Final

from araz.contracts import PressedFile
from araz.edition.names import ListKey, Month, language_list, section_list
from araz.edition.story import Teaser
from araz.language import LANGUAGES, language
from araz.presses.website.printroom import PrintRoom
from araz.typesetting.words import named

_HEAD = '<?xml version="1.0" encoding="utf-8"?>'
_NAMES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_NAMES_OF_LINKS = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
_NAMES_OF_NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'

NEWS: Final = 40  # stories at most
NEWS_DAYS: Final = timedelta(days=2)  # as news crawlers ask, but before the newest story: there is no clock here


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
    elsewhere, days = room.edition.paths_elsewhere(tuple(stories)), room.edition.days_changed(tuple(stories))
    entries = [
        _entry(home, path, elsewhere.get(name, ()), days[name])
        for name, path in sorted(stories.items(), key=lambda item: item[1])
    ]
    body = "\n".join((_HEAD, f"<urlset {_NAMES} {_NAMES_OF_LINKS}>", *entries, "</urlset>\n"))
    return PressedFile(path=f"{code}/sitemap-{month}.xml", body=body.encode())


def _entry(home: str, path: str, elsewhere: tuple[str, ...], day: str) -> str:
    links = ""
    if elsewhere:
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{LANGUAGES[other.partition("/")[0]].hreflang}" href="{escape(f"{home}/{other}")}"/>'
            for other in sorted((path, *elsewhere))
        )
    return f"<url><loc>{escape(f'{home}/{path}')}</loc><lastmod>{day}</lastmod>{links}</url>"


def print_news_sitemap(room: PrintRoom, code: str) -> PressedFile | None:
    """Print the news of a language's last two days, of which the newest story's day is the second."""
    home = room.masthead.home
    if not home or code not in room.masthead.languages:
        return None
    newest = room.edition.newest(language_list(code), NEWS)
    since = newest[0].published_at - NEWS_DAYS if newest else None
    entries = [_news(room, home, teaser) for teaser in newest if since and teaser.published_at > since]
    body = "\n".join((_HEAD, f"<urlset {_NAMES} {_NAMES_OF_NEWS}>", *entries, "</urlset>\n"))
    return PressedFile(path=news_path(code), body=body.encode())


def news_path(code: str) -> str:
    return f"{code}/sitemap-news.xml"


def _news(room: PrintRoom, home: str, teaser: Teaser) -> str:
    code = teaser.language
    paper, tag = escape(named(room.masthead.name, code), quote=False), language(code).html_tag
    return (
        f"<url><loc>{escape(f'{home}/{teaser.path}')}</loc><news:news>"
        f"<news:publication><news:name>{paper}</news:name><news:language>{tag}</news:language></news:publication>"
        f"<news:publication_date>{teaser.published_at:%Y-%m-%dT%H:%MZ}</news:publication_date>"
        f"<news:title>{escape(teaser.headline, quote=False)}</news:title></news:news></url>"
    )


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
    """Print where the sitemaps are; everything may be read."""
    home = room.masthead.home
    if not home:
        return None
    sitemaps = ["sitemap.xml", *(news_path(code) for code in room.masthead.languages)]
    lines = ["User-agent: *", "Allow: /", *(f"Sitemap: {home}/{path}" for path in sitemaps)]
    return PressedFile(path="robots.txt", body=("\n".join(lines) + "\n").encode())
