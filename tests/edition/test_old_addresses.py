"""How an old address is written, and what none can be."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from araz.edition.old_addresses import DRAWERS, LONGEST, drawer_of, old_address, read_address

ARABIC = "/1398/02/15/زن-زندگی-آزادی"


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("/2019/05/slug/", "/2019/05/slug"),
        ("/2019/05/slug", "/2019/05/slug"),
        ("/2019/05/slug/?utm_source=x&fbclid=1#top", "/2019/05/slug"),
        (quote(ARABIC) + "/", ARABIC),
        (quote(ARABIC).lower(), ARABIC),
        (ARABIC, ARABIC),
        ("/Azu\u0308m/", "/Az\u00fcm"),  # a letter with its dots apart
        ("/?p=123", "/?p=123"),
        ("/index.php?p=123&preview=true", "/?p=123"),
        ("/?utm_source=x&page_id=7", "/?page_id=7"),
        ("/blog/?cat=3", "/blog?cat=3"),
        ("/?feed=rss2", "/?feed=rss2"),
        ("/Category/A", "/Category/A"),
    ],
)
def test_all_ways_of_writing_an_address_become_one(written: str, known: str):
    assert read_address(written) == known


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/",
        "/index.php",
        "/?s=words",
        "relative/path",
        "//other.example/x",
        "/a//b",
        "/a/../b",
        "/a/.",
        "/%ff",
        "/a%00b",
        '/a"b',
        "/a{b}",
        "/a\\b",
        "/50%25",
        "/a%3Fp=1",
        "/a\u2028b",
        "/" + "x" * LONGEST,
        "https://other.example/x",
    ],
)
def test_what_could_mean_something_else_is_no_old_address(address: str):
    assert read_address(address) == ""


@pytest.mark.parametrize(
    "address",
    [
        "/author/leyla/",
        "/Author/leyla/feed/",
        "/az/author/leyla",
        "/?author=1",
        "/?author=1&p=2",
        "/?author_name=leyla",
    ],
)
def test_what_leads_to_an_account_is_no_old_address(address: str):
    assert read_address(address) == ""


@given(st.text(max_size=60), st.sampled_from(["", "p=1", "x=1&feed=atom", "author=2"]))
def test_an_old_address_is_written_like_itself(path: str, query: str):
    known = old_address(f"/{path}", query)
    assert read_address(known) == known
    path, _, query = known.partition("?")
    assert read_address(quote(path) + (f"?{query}" if query else "")) == known


@given(st.text(max_size=40))
def test_every_old_address_lies_in_one_of_the_drawers(path: str):
    assert drawer_of(path) in DRAWERS
