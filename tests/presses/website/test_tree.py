"""What holds for every file of a site."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.newsroom.paper import tiny_paper
from tests.presses.website.conftest import print_tree

VOID_TARGETS = ("data:", "http://", "https://", "mailto:", "#")


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a":
            self.links.append(found["href"])
        if tag == "link" and found["rel"] != "canonical":
            self.loaded.append(found["href"])
        if "src" in found:
            self.loaded.append(found["src"])
        if "srcset" in found:
            self.loaded += [part.split()[0] for part in found["srcset"].split(",")]


def read(page: Path) -> Links:
    links = Links()
    links.feed(page.read_text(encoding="utf-8"))
    return links


def target_of(root: Path, page: Path, link: str) -> Path:
    link = link.partition("#")[0]
    return root / link[1:] if link.startswith("/") else (page.parent / link)


def test_every_link_and_everything_loaded_is_a_file_of_the_tree(tiny_tree: Path):
    for page in tiny_tree.rglob("*.html"):
        links = read(page)
        for link in [*links.links, *links.loaded]:
            if not link.startswith(VOID_TARGETS):
                assert target_of(tiny_tree, page, link).is_file(), f"{page.relative_to(tiny_tree)} leads to {link}"


def test_every_link_within_a_page_has_its_target(tiny_tree: Path):
    for page in tiny_tree.rglob("*.html"):
        links = read(page)
        assert all(link[1:] in links.ids for link in links.links if link.startswith("#")), page
        assert len(links.ids) == len(set(links.ids)), page


def test_nothing_is_loaded_from_another_host_and_only_pages_that_search_or_know_old_addresses_have_a_script(
    tiny_tree: Path,
):
    for page in tiny_tree.rglob("*.html"):
        assert not [link for link in read(page).loaded if "//" in link and not link.startswith("data:")], page
        scripts = re.findall('<script(?! type="application/ld.json").*?</script>', page.read_text(encoding="utf-8"))
        sources = [re.sub('^<script src="[./]*([a-z/-]+.js)" defer></script>$', r"\1", found) for found in scripts]
        if page.name == "search.html":
            assert sources == ["assets/search.js", f"{page.parent.name}/search/index.js"]
        else:
            knows = page == tiny_tree / "index.html"  # and 404.html of a paper that has moved
            assert sources == (["assets/old-addresses.js"] if knows else []), page
        assert " style=" not in page.read_text(encoding="utf-8")
    style = (tiny_tree / "assets/style.css").read_text(encoding="utf-8")
    addresses = re.findall(r"url\(([^)]*)\)", style)
    assert addresses
    assert not [address for address in addresses if not address.startswith(("fonts/", '"data:', "var("))]


def test_names_fit_every_file_system(tiny_tree: Path):
    for path in tiny_tree.rglob("*"):
        assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9]+)*", path.name) or path.parent.name == "fonts", path
        assert len(path.name) <= 48
        assert len(str(path.relative_to(tiny_tree))) <= 120


def test_every_story_can_be_reached_from_the_root_by_links_alone(tiny_tree: Path):
    seen, waiting = set(), [tiny_tree / "index.html"]
    while waiting:
        page = waiting.pop().resolve()
        if page in seen or page.suffix != ".html":
            continue
        seen.add(page)
        waiting += [target_of(tiny_tree, page, link) for link in read(page).links if not link.startswith(VOID_TARGETS)]
    stories = {path.resolve() for path in tiny_tree.glob("*/2*/*/*.html")}
    assert len(stories) == 6
    assert stories <= seen


def test_the_same_edition_gives_the_same_bytes(tmp_path: Path, tiny_tree: Path):
    again = print_tree(tiny_paper(tmp_path / "media"), tmp_path / "site", tmp_path / "media")
    for path in tiny_tree.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (again / path.relative_to(tiny_tree)).read_bytes()


@pytest.mark.parametrize("language", ["az", "azb", "fa", "tr", "en"])
def test_an_empty_paper_has_a_front_and_sections_in_every_language(tmp_path: Path, language: str):
    outbox = tiny_paper(tmp_path / "media")
    outbox.rows = [row for row in outbox.rows if row.deed == "arrange" and not row.subject.startswith("front")]
    tree = print_tree(outbox, tmp_path / "site", tmp_path / "media")
    assert (tree / language / "index.html").is_file()
    assert (tree / language / "tebiet" / "index.html").is_file()


def test_without_a_home_no_address_of_the_paper_is_made_up(tmp_path: Path):
    outbox = tiny_paper(tmp_path / "media", home="")
    tree = print_tree(outbox, tmp_path / "site", tmp_path / "media")
    assert not (tree / "robots.txt").exists()
    assert not list(tree.rglob("sitemap*"))
    assert 'href="../az/2026/11/kitabxana.html"' in (tree / "az/feed.xml").read_text()
    assert "canonical" not in (tree / "az/2026/11/kitabxana.html").read_text()
