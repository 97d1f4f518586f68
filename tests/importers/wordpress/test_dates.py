"""The old site's pages of days, months and years."""

from datetime import date

import pytest

from araz.importers.wordpress.dates import DateArchives
from araz.importers.wordpress.export import Item, Site

SITE = Site(address="https://old.example")


def led(*posts: tuple[str, str, date], site: Site = SITE, main: str = "az") -> dict[str, str]:
    """Where the dates of posts lead, each given by its link, its language and its day here."""
    archives = DateArchives(site)
    for link, language, day in posts:
        item = Item(number=1, kind="post", state="public", link=f"{site.address}{link}")
        archives.learn(item, language, day)
    return {moved.path: moved.target for moved in archives.addresses(main)}


def test_days_and_months_lead_to_the_month_and_years_to_the_archive():
    assert led(("/2008/02/14/gol/", "az", date(2008, 2, 14))) == {
        "/2008": "az/archive.html",
        "/2008/02": "az/2008-02.html",
        "/2008/02/14": "az/2008-02.html",
    }


def test_a_link_without_a_date_was_listed_under_the_day_of_its_publication():
    assert led(("/gol/", "az", date(2008, 2, 14)))["/2008/02/14"] == "az/2008-02.html"
    assert led(("/?p=7", "az", date(2008, 2, 14)))["/2008/02"] == "az/2008-02.html"


def test_a_month_of_the_solar_calendar_leads_to_the_month_here_that_has_most_of_it():
    posts = [("/1398/02/15/a/", "fa", date(2019, 5, 5)), ("/1398/02/16/b/", "fa", date(2019, 5, 6))]
    found = led(*posts, ("/1398/02/01/c/", "fa", date(2019, 4, 21)), main="fa")
    assert found["/1398/02"] == "fa/2019-05.html"
    assert found["/1398/02/01"] == "fa/2019-04.html"
    assert led(("/1398/02/a/", "fa", date(2019, 5, 5))) == {"/1398": "fa/archive.html", "/1398/02": "fa/2019-05.html"}


def test_the_sites_language_goes_before_others_and_a_folder_of_a_language_is_its_own():
    day = date(2008, 2, 14)
    found = led(("/2008/02/a/", "fa", day), ("/2008/02/b/", "fa", day), ("/2008/02/c/", "az", day))
    assert found["/2008/02"] == "az/2008-02.html"
    found = led(("/2008/02/c/", "az", day), ("/fa/2008/02/a/", "fa", day))
    assert (found["/2008/02"], found["/fa/2008/02"]) == ("az/2008-02.html", "fa/2008-02.html")


@pytest.mark.parametrize("link", ["/sona-el/2008/02/gol/", "/leyla/gol/"])
def test_no_folder_that_may_name_an_account_is_kept(link: str):
    assert set(led((link, "az", date(2008, 2, 14)))) == {"/2008", "/2008/02", "/2008/02/14"}


def test_a_site_in_a_folder_had_its_dates_there():
    site = Site(address="https://old.example/blog")
    assert "/blog/2008/02" in led(("/2008/02/a/", "az", date(2008, 2, 14)), site=site)
