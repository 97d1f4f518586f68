"""What stories say to programs that find them: JSON-LD in schema.org's terms, and what social networks show."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from araz.edition.paper import Byline
from araz.edition.story import Correction
from araz.edition.text import plain
from tests.newsroom.outbox import HandOutbox
from tests.newsroom.paper import drawn, library, shown, tiny_paper
from tests.presses.website.conftest import print_tree

# The terms that we use, as https://schema.org says them: a type and those that it is a kind of; a property, the types
# that may have it and the types that it may have. Text and URL are written as strings; a bare text may stand for a thing.
KINDS = {
    "Thing": (),
    "CreativeWork": ("Thing",),
    "Article": ("CreativeWork", "Thing"),
    "NewsArticle": ("Article", "CreativeWork", "Thing"),
    "AnalysisNewsArticle": ("NewsArticle", "Article", "CreativeWork", "Thing"),
    "OpinionNewsArticle": ("NewsArticle", "Article", "CreativeWork", "Thing"),
    "WebPage": ("CreativeWork", "Thing"),
    "Newspaper": ("Periodical", "CreativeWorkSeries", "CreativeWork", "Thing"),
    "CorrectionComment": ("Comment", "CreativeWork", "Thing"),
    "Organization": ("Thing",),
    "NewsMediaOrganization": ("Organization", "Thing"),
    "Person": ("Thing",),
}
TEXT, DATE = "Text", "DateTime"
PROPERTIES = {
    "name": ("Thing", {TEXT}),
    "url": ("Thing", {TEXT}),
    "image": ("Thing", {TEXT}),
    "description": ("Thing", {TEXT}),
    "headline": ("CreativeWork", {TEXT}),
    "text": ("CreativeWork", {TEXT}),
    "inLanguage": ("CreativeWork", {TEXT}),
    "datePublished": ("CreativeWork", {DATE}),
    "dateModified": ("CreativeWork", {DATE}),
    "author": ("CreativeWork", {TEXT, "Person", "Organization"}),
    "publisher": ("CreativeWork", {"Person", "Organization"}),
    "isPartOf": ("CreativeWork", {"CreativeWork"}),
    "correction": ("CreativeWork", {"CorrectionComment"}),
    "articleSection": ("Article", {TEXT}),
}
TEN_MINUTES = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d0Z")


def data_in(page: Path) -> dict[str, Any]:
    """The page's one block of data, read as a browser finds it: up to the first end of a script element."""
    html = page.read_text(encoding="utf-8")
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script', html, re.DOTALL)
    data: dict[str, Any] = json.loads(found)
    return data


def tag(html: str, name: str) -> str:
    found = re.search(rf'property="{name}" content="([^"]*)"', html)
    return found[1] if found else ""


def complaints(node: dict[str, Any]) -> list[str]:
    """What schema.org would not say so."""
    sort = node["@type"]
    found = []
    for name, value in node.items():
        if name.startswith("@"):
            continue
        owner, allowed = PROPERTIES[name]
        if owner not in (sort, *KINDS[sort]):
            found.append(f"{sort} has no {name}")
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                found += complaints(one)
                fits = allowed & {one["@type"], *KINDS[one["@type"]]}
            else:
                fits = allowed & ({DATE} if TEN_MINUTES.fullmatch(one) else {TEXT})
            if not fits:
                found.append(f"{name} of {sort} cannot be {one}")
    return found


def changed(tmp_path: Path, outbox: HandOutbox, **changes: Any) -> dict[str, Any]:
    """The data of the story that has everything, after changes."""
    outbox.publish(msgspec.structs.replace(library(shown(drawn())), **changes))
    return data_in(print_tree(outbox, tmp_path / "site", tmp_path / "media") / "az/2026/11/kitabxana.html")


def test_every_story_speaks_in_terms_of_schema_org(tiny_tree: Path):
    stories = sorted(tiny_tree.glob("az*/20*/*/*.html"))
    assert len(stories) == 6
    for story in stories:
        data = data_in(story)
        assert data["@context"] == "https://schema.org"
        assert complaints(data) == [], story


def test_a_story_says_of_itself_what_its_page_says(tiny_tree: Path):
    assert data_in(tiny_tree / "az/2026/11/kitabxana.html") == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "inLanguage": "az",
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": "Araz",
            "url": "https://araz.example/az/index.html",
        },
        "isPartOf": {"@type": "Newspaper", "name": "Araz", "url": "https://araz.example/az/index.html"},
        "articleSection": "Təbiət",
        "headline": "Kitabxananın işığı səhərəcən sönmür",
        "datePublished": "2026-11-24T09:30Z",
        "description": "Oxu zalı bu aydan gecələr də açıqdır.",
        "author": ["Sevda Aranlı"],
        "dateModified": "2026-11-24T14:10Z",
        "correction": [
            {"@type": "CorrectionComment", "text": "Yeddi, altı yox.", "datePublished": "2026-11-24T14:10Z"}
        ],
        "url": "https://araz.example/az/2026/11/kitabxana.html",
        "image": f"https://araz.example/m/{drawn().hash[:2]}/{drawn().hash}-480.webp",
    }


@pytest.mark.parametrize(
    ("path", "sort"),
    [
        ("az/2026/11/rey.html", "OpinionNewsArticle"),
        ("az/2026/11/beyanat-31.html", "Article"),
        ("az/2026/10/uzun.html", "Article"),
        ("az/2026/01/haqqimizda.html", "WebPage"),
    ],
)
def test_each_kind_of_story_has_its_type(tiny_tree: Path, path, sort):
    assert data_in(tiny_tree / path)["@type"] == sort


def test_a_statement_without_a_byline_is_by_those_who_issued_it(tiny_tree: Path):
    data = data_in(tiny_tree / "az/2026/11/beyanat-31.html")
    assert data["author"] == [{"@type": "Organization", "name": "Kitabxana Dostları"}]


def test_only_who_speaks_openly_is_a_person_and_a_pen_name_is_a_bare_text(tmp_path: Path):
    outbox = tiny_paper(tmp_path / "media")
    outbox.arrange(Byline(id="openopen", slug="ayten", kind="open", name={"az": "Aytən"}, contact="ayten@araz.example"))
    outbox.arrange(Byline(id="deskdesk", slug="redaksiya", kind="desk", name={"az": "Redaksiya"}))
    data = changed(tmp_path, outbox, bylines=("openopen", "sevdasev", "deskdesk"))
    assert data["author"] == [
        {"@type": "Person", "name": "Aytən", "url": "https://araz.example/az/b/ayten.html"},
        "Sevda Aranlı",
        {"@type": "Organization", "name": "Redaksiya", "url": "https://araz.example/az/b/redaksiya.html"},
    ]
    assert complaints(data) == []


def test_no_words_of_a_story_end_the_data_or_begin_a_script(tmp_path: Path):
    attack = '</script><script>alert(1)</script><!-- \u2028\u2029" \\'
    correction = Correction(at=datetime(2026, 11, 24, 14, 10, tzinfo=UTC), note=plain(attack))
    data = changed(tmp_path, tiny_paper(tmp_path / "media"), headline=attack, corrections=(correction,))
    page = (tmp_path / "site/public/az/2026/11/kitabxana.html").read_text(encoding="utf-8")
    assert (data["headline"], data["correction"][0]["text"]) == (attack, attack)
    assert page.count("<script") == 1
    assert "\u2028" not in page[page.index("<script") : page.index("</script")]


def test_a_paper_without_a_home_names_no_address(tmp_path: Path):
    tree = print_tree(tiny_paper(tmp_path / "media", home=""), tmp_path / "site", tmp_path / "media")
    page = tree / "az/2026/11/kitabxana.html"
    assert "url" not in data_in(page)
    assert "image" not in data_in(page)
    html = page.read_text(encoding="utf-8")
    assert tag(html, "og:title") == "Kitabxananın işığı səhərəcən sönmür"
    assert not tag(html, "og:image")
    assert '<meta name="twitter:card" content="summary">' in html


def test_a_shared_story_shows_its_headline_and_the_card_of_its_section(tiny_tree: Path):
    html = (tiny_tree / "azb/2026/11/kitabxana.html").read_text(encoding="utf-8")
    assert tag(html, "og:title") == "کیتابخانانین ایشیغی سحره‌جن سؤنمور"
    assert tag(html, "og:locale") == "azb_IR"
    assert tag(html, "og:image") == "https://araz.example/azb/tebiet/card.png"
    assert '<meta name="twitter:card" content="summary_large_image">' in html


def test_a_withdrawn_story_says_nothing_to_programs(tmp_path: Path):
    outbox = tiny_paper(tmp_path / "media")
    outbox.withdraw(library(shown(drawn())), "Səhv.")
    tree = print_tree(outbox, tmp_path / "site", tmp_path / "media")
    html = (tree / "az/2026/11/kitabxana.html").read_text(encoding="utf-8")
    assert "ld+json" not in html
    assert "og:" not in html
