"""One page of every kind in every language of a printed tree, found by what lies there: for trials of the whole site."""

import re
from dataclasses import dataclass
from pathlib import Path

from araz.typesetting.words import words

LANGUAGES = ("az", "azb", "fa", "tr", "en")
OF_ALL = ("index.html", "addresses.html", "404.html")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of page and the one of its kind that has most on it."""

    name: str
    language: str
    path: str  # from the root of the tree


def kinds_in(tree: Path, languages: tuple[str, ...] = LANGUAGES) -> tuple[Kind, ...]:
    """Return the pages of every kind that the tree has, language by language."""
    for_all = [Kind(name=name.removesuffix(".html"), language="", path=name) for name in OF_ALL]
    return (*for_all, *(kind for code in languages for kind in _in_language(tree, code)))


def _in_language(tree: Path, code: str) -> list[Kind]:
    home = tree / code
    stories = _stories(home)
    candidates = {
        "front": [home / "index.html"],
        "section": [page for page in home.glob("[a-z]*/index.html") if page.parent.name not in ("t", "b")],
        "section-month": [page for page in home.glob("[a-z]*/????-??.html") if page.parent.name not in ("t", "b")],
        "topics": [home / "t/index.html"],
        "topic": _without_months(home / "t"),
        "topic-month": list((home / "t").glob("*-????-??.html")),
        "bylines": [home / "b/index.html"],
        **_bylines(home / "b", code),
        "byline-month": list((home / "b").glob("*-????-??.html")),
        "archive": [home / "archive.html"],
        "month": list(home.glob("????-??.html")),
        "search": [home / "search.html"],
        "spokespersons": [home / "spokespersons.html"],
        "story": stories["news"],
        "opinion": stories["opinion"],
        "statement": stories["record"],
        "evergreen": stories["page"],
        "withdrawn": stories["withdrawn"],
    }
    found = []
    for name, pages in candidates.items():
        there = [page for page in pages if page.is_file()]
        if there:
            largest = max(sorted(there), key=lambda page: page.stat().st_size)
            found.append(Kind(name=name, language=code, path=str(largest.relative_to(tree))))
    return found


def _without_months(folder: Path) -> list[Path]:
    return [page for page in folder.glob("*.html") if page.name != "index.html" and not page.stem[-7:-3].isdecimal()]


def _bylines(folder: Path, code: str) -> dict[str, list[Path]]:
    """Pages of people who speak openly, of pen names and of desks, by the word above the name."""
    w = words(code)
    sorts: dict[str, list[Path]] = {"byline-open": [], "byline-pen": [], "byline-desk": []}
    marks = {w["spokespersons"]: "byline-open", w["pen_name"]: "byline-pen", w["desk_byline"]: "byline-desk"}
    for page in _without_months(folder):
        found = re.search(r'<p class="kind">(?:<a [^>]*>)?([^<]+)', page.read_text(encoding="utf-8"))
        if found:
            sorts[marks[found[1]]].append(page)
    return sorts


def _stories(home: Path) -> dict[str, list[Path]]:
    """Stories by what they say of themselves to programs; one that was taken back says nothing."""
    sorts: dict[str, list[Path]] = {"news": [], "opinion": [], "record": [], "page": [], "withdrawn": []}
    marks = {"OpinionNewsArticle": "opinion", "WebPage": "page", "NewsArticle": "news", "Article": "record"}
    for page in home.glob("20??/??/*.html"):
        html = page.read_text(encoding="utf-8")
        sort = next((sort for mark, sort in marks.items() if f'"@type":"{mark}"' in html), "withdrawn")
        sorts[sort].append(page)
    return sorts
