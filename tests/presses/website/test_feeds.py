import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

ATOM = "{http://www.w3.org/2005/Atom}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def entries(path: Path) -> list[ElementTree.Element]:
    return ElementTree.parse(path).getroot().findall(f"{ATOM}entry")  # noqa: S314 -- our own file


def test_an_atom_feed_has_the_news_and_not_the_evergreen_pages(tiny_tree: Path):
    titles = [entry.findtext(f"{ATOM}title") for entry in entries(tiny_tree / "az/feed.xml")]
    assert titles[0] == "Kitabxananın işığı səhərəcən sönmür"
    assert "Redaksiyaya necə yazmalı" not in titles


@pytest.mark.parametrize("path", ["az/feed.xml", "azb/feed.xml", "az/tebiet/feed.xml", "en/feed.xml"])
def test_every_feed_has_what_rfc_4287_demands(tiny_tree: Path, path: str):
    feed = ElementTree.parse(tiny_tree / path).getroot()  # noqa: S314 -- our own file
    for one in [feed, *feed.findall(f"{ATOM}entry")]:
        assert one.findtext(f"{ATOM}id", "").startswith("tag:araz.example,2026:")
        assert one.findtext(f"{ATOM}title")
        assert one.findtext(f"{ATOM}updated", "").endswith("Z")
        assert one.find(f"{ATOM}link") is not None
    assert feed.find(f"{ATOM}author") is not None


def test_ids_are_made_from_story_ids_and_are_unique(tiny_tree: Path):
    ids = [entry.findtext(f"{ATOM}id") for entry in entries(tiny_tree / "az/feed.xml")]
    assert "tag:araz.example,2026:aaaaaaaa" in ids
    assert len(ids) == len(set(ids))


def test_a_json_feed_has_the_newest_stories_in_full(tiny_tree: Path):
    feed = json.loads((tiny_tree / "az/feed.json").read_text(encoding="utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    newest = feed["items"][0]
    assert newest["url"] == "https://araz.example/az/2026/11/kitabxana.html"
    assert "Növbə dəftəri" in newest["content_html"]
    assert 'src="https://araz.example/m/' in newest["content_html"]
    assert all(
        {"id", "url"} <= item.keys() and {"content_html", "content_text"} & item.keys() for item in feed["items"]
    )


def test_a_sitemap_names_the_other_languages_of_a_story(tiny_tree: Path):
    sitemap = (tiny_tree / "az/sitemap-2026-11.xml").read_text(encoding="utf-8")
    assert 'hreflang="az-Arab" href="https://araz.example/azb/2026/11/kitabxana.html"' in sitemap
    assert 'hreflang="az" href="https://araz.example/az/2026/11/kitabxana.html"' in sitemap


def test_a_sitemap_says_when_the_record_last_changed_a_story(tiny_tree: Path):
    sitemap = (tiny_tree / "az/sitemap-2026-10.xml").read_text(encoding="utf-8")
    assert "<loc>https://araz.example/az/2026/10/uzun.html</loc><lastmod>2026-11-24</lastmod>" in sitemap


def test_the_news_sitemap_has_the_two_days_before_the_newest_story(tiny_tree: Path):
    news = ElementTree.parse(tiny_tree / "az/sitemap-news.xml").getroot()  # noqa: S314 -- our own file
    addresses = [loc.text for loc in news.iter(f"{SITEMAP}loc")]
    assert addresses == [
        f"https://araz.example/az/2026/11/{name}.html" for name in ("kitabxana", "rey")
    ]  # the statement is two days and an hour and a half older than the newest
    first = news.find(f"{SITEMAP}url/{NEWS}news")
    assert first is not None
    assert first.findtext(f"{NEWS}title") == "Kitabxananın işığı səhərəcən sönmür"
    assert first.findtext(f"{NEWS}publication_date") == "2026-11-24T09:30Z"
    assert first.findtext(f"{NEWS}publication/{NEWS}name") == "Araz"
    assert first.findtext(f"{NEWS}publication/{NEWS}language") == "az"


def test_robots_are_told_of_every_sitemap(tiny_tree: Path):
    lines = (tiny_tree / "robots.txt").read_text(encoding="utf-8").splitlines()
    named = [line.removeprefix("Sitemap: https://araz.example/") for line in lines if line.startswith("Sitemap")]
    assert named == ["sitemap.xml", *(f"{code}/sitemap-news.xml" for code in ("az", "azb", "fa", "tr", "en"))]
    assert all((tiny_tree / name).is_file() for name in named)


def test_the_sitemaps_together_have_every_story(tiny_tree: Path):
    index = ElementTree.parse(tiny_tree / "sitemap.xml").getroot()  # noqa: S314 -- our own file
    files = [found.text or "" for found in index.iter(f"{SITEMAP}loc")]
    found: set[str] = set()
    for file in files:
        one = ElementTree.parse(tiny_tree / file.removeprefix("https://araz.example/"))  # noqa: S314 -- our own file
        found |= {loc.text or "" for loc in one.getroot().iter(f"{SITEMAP}loc")}
    stories = {f"https://araz.example/{path.relative_to(tiny_tree)}" for path in tiny_tree.glob("*/2*/*/*.html")}
    assert found == stories
