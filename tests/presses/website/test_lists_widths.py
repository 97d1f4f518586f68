"""Pages of lists on phones and desks, in five languages: nothing hangs over an edge, whatever the paper is called."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from araz.edition.paper import Addresses, Masthead, OtherAddress
from tests.newsroom.outbox import HandOutbox
from tests.newsroom.paper import LANGUAGES, tiny_paper
from tests.presses.website.conftest import print_tree

pytestmark = pytest.mark.browser

LONG_NAMES = {
    "az": "Güney qəzeti şərqşünaslıq jurnalı ÇŞĞQ",
    "azb": "آذربایجان میللی حرکتی خبر سایتی گون یئنی",
    "fa": "روزنامهٔ چشم‌انداز پیشرفت و گفت‌وگوی نو",
    "tr": "Güney Azerbaycan Gençlik Gazetesi Çağrı",
    "en": "The Quarterly Gypsy Journal of Paper Name",
}
PAGES = (
    "{}/index.html",
    "{}/archive.html",
    "{}/tebiet/index.html",
    "{}/t/index.html",
    "{}/b/index.html",
    "addresses.html",
    "index.html",
)


def named_long(outbox: HandOutbox) -> HandOutbox:
    """The tiny newsroom under a name of forty letters, with an onion address."""
    masthead = Masthead(
        name=LONG_NAMES,
        tag_line=dict.fromkeys(LANGUAGES, "Suyu duru, sözü düz: bütün qəzet bir sətirdə"),
        languages=LANGUAGES,
        home="https://araz.example",
        tag_authority="araz.example,2026",
    )
    outbox.arrange(masthead)
    onion = OtherAddress(address=f"http://{'araz' * 14}.onion", kind="onion", note={"az": "Tor"})
    outbox.arrange(Addresses(entries=(onion,)))
    return outbox


@pytest.fixture(scope="module")
def long_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("long")
    return print_tree(named_long(tiny_paper(folder / "media")), folder / "site", folder / "media")


@pytest.mark.parametrize("look", ["light", "forced", "without fonts"])
def test_no_page_of_a_list_hangs_over_its_edge(long_tree: Path, chromium: Browser, look: str):
    context = chromium.new_context(forced_colors="active" if look == "forced" else "none")
    page, wide = context.new_page(), []
    if look == "without fonts":
        page.route("**/*.woff2", lambda route: route.abort())
    for name in sorted({name.format(language) for language in LANGUAGES for name in PAGES}):
        page.goto((long_tree / name).as_uri())
        for width in (320, 360, 768, 1024, 1280, 1600):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append((name, width))
    context.close()
    assert wide == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_is_never_cut_and_stands_above_its_tag_line(long_tree: Path, chromium: Browser, language: str):
    context = chromium.new_context()
    page = context.new_page()
    page.goto((long_tree / language / "index.html").as_uri())
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        box = page.locator(".name a").bounding_box()
        tag = page.locator(".tag").bounding_box()
        assert box
        assert tag
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + 0.8 * box["height"] < tag["y"], "the last fifth of a line is where deep letters reach"
    context.close()


def test_a_name_of_one_word_keeps_its_size(tiny_tree: Path, chromium: Browser):
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto((tiny_tree / "az/index.html").as_uri())
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.name')).fontSize)") == 80
    context.close()
