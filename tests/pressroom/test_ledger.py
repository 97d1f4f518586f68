"""Several presses in one site: each has an account, all share one count of alterations and one tree."""

import sqlite3
from pathlib import Path

import pytest

from araz.pressroom.account import Sheet, SheetTaken
from araz.pressroom.ledger import Ledger

BEFORE_SEVERAL_PRESSES = """
create table fact (name text primary key, value text not null) without rowid;
create table sheet (path text primary key, page text not null, hash text not null, bytes integer not null,
  since integer not null, round integer not null) without rowid;
create index sheet_page on sheet (page);
create index sheet_since on sheet (since) where hash != '';
create table gone (path text primary key, since integer not null) without rowid;
create index gone_since on gone (since);
insert into fact values ('id', 'a1b2'), ('since', '7'), ('number', '41'), ('design', 'd'), ('round', '3'), ('moved', '2');
insert into sheet values ('az/index.html', 'front/az', 'h', 10, 6, 3);
insert into gone values ('az/old.html', 7);
"""


def sheet(path: str, page: str = "page", hash_: str = "h") -> Sheet:
    return Sheet(path=path, page=page, hash=hash_, bytes=5)


@pytest.fixture
def ledger(tmp_path: Path):
    ledger = Ledger(tmp_path / "ledger.db")
    yield ledger
    ledger.close()


def settle(ledger: Ledger, press: str, *sheets: Sheet) -> None:
    with ledger.transaction():
        ledger.account(press).doubt(sheets, [])
    with ledger.transaction():
        ledger.account(press).settle(sheets, [], [])


def test_a_ledger_of_one_press_becomes_the_websites_account(tmp_path: Path):
    old = sqlite3.connect(tmp_path / "ledger.db")
    old.executescript(BEFORE_SEVERAL_PRESSES + "pragma user_version = 2;")
    old.close()
    ledger = Ledger(tmp_path / "ledger.db")
    website = ledger.account("website")
    assert (ledger.fact("id"), ledger.since(), ledger.edition()) == ("a1b2", 7, 41)
    assert [website.number(name) for name in ("number", "round", "moved")] == [41, 3, 2]
    assert website.printed(["front/az"]) == {"front/az": {"az/index.html": "h"}}
    assert ledger.account("search").printed(["front/az"]) == {"front/az": {}}
    assert ledger.gone_since(0) == ("az/old.html",)
    ledger.close()


def test_a_ledger_of_another_version_is_begun_anew(tmp_path: Path):
    old = sqlite3.connect(tmp_path / "ledger.db")
    old.executescript("create table something (thing text); pragma user_version = 99;")
    old.close()
    ledger = Ledger(tmp_path / "ledger.db")
    assert ledger.totals() == (0, 0)
    ledger.close()
    again = sqlite3.connect(tmp_path / "ledger.db")
    assert again.execute("pragma user_version").fetchone() == (Ledger.form,)
    again.close()


def test_facts_of_one_press_are_unknown_to_another(ledger: Ledger):
    ledger.account("website").set_fact("number", 9)
    assert ledger.account("search").number("number") == 0
    assert ledger.edition() == 9


def test_pages_of_the_same_name_are_different_pages_of_different_presses(ledger: Ledger):
    settle(ledger, "website", sheet("a.html"))
    settle(ledger, "search", sheet("a.js"))
    assert ledger.account("website").printed(["page"]) == {"page": {"a.html": "h"}}
    assert ledger.account("search").printed(["page"]) == {"page": {"a.js": "h"}}


def test_a_file_belongs_to_one_press(ledger: Ledger):
    settle(ledger, "website", sheet("a.html"))
    with pytest.raises(SheetTaken, match="printed by the press “website”"):
        settle(ledger, "search", sheet("a.html"))
    assert ledger.account("website").printed(["page"]) == {"page": {"a.html": "h"}}


def test_what_a_press_did_not_print_anew_is_left_over_only_for_that_press(ledger: Ledger):
    settle(ledger, "website", sheet("a.html"))
    settle(ledger, "search", sheet("a.js"))
    ledger.account("search").set_fact("round", 1)
    assert ledger.account("search").left_over(10) == ("a.js",)
    assert ledger.account("website").left_over(10) == ()


def test_alterations_of_all_presses_have_one_count_by_which_deliveries_go_on(ledger: Ledger):
    settle(ledger, "website", sheet("a.html"))
    settle(ledger, "search", sheet("a.js"))
    since = ledger.since()
    settle(ledger, "website", sheet("b.html", "other"))
    assert [one.path for one in ledger.altered_since(0)] == ["a.html", "a.js", "b.html"]
    assert [one.path for one in ledger.altered_since(since)] == ["b.html"]
