"""By which addresses WordPress answered."""

from datetime import date
from typing import Any
from urllib.parse import quote

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from araz.edition.old_addresses import read_address
from araz.importers.wordpress.export import Item, Site, Term
from araz.importers.wordpress.old_addresses import addresses_of_site, addresses_of_term, old_addresses_of

SITE = Site(address="https://old.example")
SLUG = "گئجه-ایشیغی"


def item(**changes: Any) -> Item:
    given: dict[str, Any] = {
        "number": 7,
        "kind": "post",
        "state": "public",
        "slug": "gece",
        "link": "https://old.example/2019/05/gece/",
        "creator": "leyla",
    }
    return Item(**(given | changes))


def test_a_post_is_found_by_its_link_its_name_alone_its_feed_and_its_number():
    assert old_addresses_of(item(), SITE) == ("/2019/05/gece", "/gece", "/2019/05/gece/feed", "/?p=7")


def test_a_page_is_found_by_both_of_its_numbers():
    page = item(kind="page", slug="haqqinda", link="https://www.old.example/biz/haqqinda/")
    assert old_addresses_of(page, SITE) == ("/biz/haqqinda", "/biz/haqqinda/feed", "/?p=7", "/?page_id=7")


def test_names_that_it_had_before_stand_in_the_place_of_its_name():
    renamed = item(meta={"_wp_old_slug": f"gece-2\n{quote(SLUG)}"})
    found = old_addresses_of(renamed, SITE)
    assert {"/2019/05/gece-2", "/gece-2", f"/2019/05/{SLUG}", f"/{SLUG}"} < set(found)
    as_file = item(link="https://old.example/2019/05/gece.html", meta={"_wp_old_slug": "axsam"})
    assert "/2019/05/axsam.html" in old_addresses_of(as_file, SITE)
    by_number = item(link="https://old.example/archives/7", meta={"_wp_old_slug": "axsam"})
    assert not [path for path in old_addresses_of(by_number, SITE) if "axsam" in path]


@pytest.mark.parametrize("written", [SLUG, quote(SLUG), quote(SLUG).lower()])
def test_a_link_in_arabic_script_is_one_however_it_is_written(written: str):
    found = old_addresses_of(item(slug=SLUG, link=f"https://old.example/1398/02/15/{written}/"), SITE)
    assert found[:3] == (f"/1398/02/15/{SLUG}", f"/{SLUG}", f"/1398/02/15/{SLUG}/feed")


def test_a_site_in_a_folder_had_all_of_it_there():
    blog = Site(address="https://old.example/blog")
    found = old_addresses_of(item(link="https://old.example/blog/2019/05/12/gece/"), blog)
    assert found == ("/blog/2019/05/12/gece", "/blog/gece", "/blog/2019/05/12/gece/feed", "/blog?p=7")


def test_a_language_folder_before_the_date_stays():
    found = old_addresses_of(item(link="https://old.example/fa/2019/05/gece/"), SITE)
    assert found[:2] == ("/fa/2019/05/gece", "/fa/gece")


@pytest.mark.parametrize(
    "link", ["", "https://old.example/?p=7", "https://elsewhere.example/x/", "https://[", "nonsense"]
)
def test_without_a_link_of_its_own_it_is_found_by_its_number(link: str):
    assert old_addresses_of(item(link=link), SITE) == ("/?p=7",)


def test_an_attachments_page_is_found_by_its_link_and_both_numbers():
    picture = item(kind="attachment", slug="goel", link="https://old.example/2019/05/gece/goel/")
    found = old_addresses_of(picture, SITE)
    assert {"/2019/05/gece/goel", "/?attachment_id=7"} < set(found)


@pytest.mark.parametrize(
    ("link", "login"),
    [
        ("https://old.example/leyla/2019/gece/", "leyla"),
        ("https://old.example/Leyla-M/gece/", "leyla m"),
        ("https://old.example/author/leyla/", "leyla"),
        (f"https://old.example/{quote('لیلا')}/gece/", "لیلا"),
    ],
)
def test_no_address_with_an_accounts_name_is_kept(link: str, login: str):
    assert old_addresses_of(item(link=link, creator=login), SITE) == ("/?p=7",)
    assert old_addresses_of(item(link=link, creator="x", co_authors=(login,)), SITE) == ("/?p=7",)


def test_a_category_is_found_in_its_place_alone_by_feed_and_by_number():
    above = {"su": Term(taxonomy="category", slug="su"), "goel": Term(taxonomy="category", slug="goel", parent="su")}
    term = msgspec.structs.replace(above["goel"], number=3)
    assert addresses_of_term(term, SITE, above) == (
        *("/category/su/goel", "/category/goel", "/category/su/goel/feed", "/category/goel/feed", "/?cat=3"),
    )


def test_categories_that_lie_in_each_other_have_an_end():
    circle = {
        "a": Term(taxonomy="category", slug="a", parent="b"),
        "b": Term(taxonomy="category", slug="b", parent="a"),
    }
    assert addresses_of_term(circle["a"], SITE, circle)[0] == "/category/b/a"


def test_a_tag_is_found_in_its_languages_folder_and_other_terms_are_not():
    tag = Term(taxonomy="post_tag", slug=quote(SLUG))
    assert addresses_of_term(tag, SITE, language_folder="azb") == (f"/azb/tag/{SLUG}", f"/azb/tag/{SLUG}/feed")
    assert addresses_of_term(Term(taxonomy="language", slug="fa"), SITE) == ()


def test_feeds_lead_to_the_feed_of_their_language_and_old_fronts_to_its_front():
    found = {entry.path: entry.target for entry in addresses_of_site(SITE, "az", {"fa": "fa", "south": "azb"})}
    assert {found[path] for path in ("/feed", "/rss", "/comments/feed", "/feed/atom", "/?feed=rss2")} == {"az/feed.xml"}
    assert found["/fa/feed"] == "fa/feed.xml"
    assert found["/south"] == "azb/index.html"
    assert "/fa" not in found  # there lies the new front


links = st.one_of(
    st.text(max_size=60).map(lambda path: f"https://old.example/{path}"),
    st.lists(st.sampled_from(["2019", "05", "leyla", "author", SLUG, "a b", "%D9", "..", ""]), max_size=6).map(
        lambda names: "https://old.example/" + "/".join(names)
    ),
)


@given(links, st.text(max_size=20), st.text(max_size=30), st.integers(0, 10**6))
def test_whatever_the_file_says_each_is_written_as_the_edition_does_and_names_no_account(
    link: str, slug: str, old: str, number: int
):
    found = old_addresses_of(item(number=number, link=link, slug=slug, meta={"_wp_old_slug": old}), SITE)
    assert len(found) == len(set(found))
    for address in found:
        path, _, query = address.partition("?")
        assert read_address(quote(path) + (f"?{query}" if query else "")) == address
        assert "leyla" not in path.split("/")[:-1]
        assert "/author/" not in path


@given(st.dates(date(1990, 1, 1)), st.sampled_from(["gece", SLUG, "2019"]))
def test_with_and_without_the_date_lead_to_the_same_name(day: date, slug: str):
    link = f"https://old.example/{day:%Y/%m/%d}/{quote(slug)}/"
    assert old_addresses_of(item(link=link, slug=slug), SITE)[:2] == (f"/{day:%Y/%m/%d}/{slug}", f"/{slug}")
