"""The page of what a newsroom would hand over says all of it, and there is nothing on it that should not be."""

import re
import subprocess
import sys
import tomllib

import pytest

from tests.house.tree import ROOT

PAGE = (ROOT / "docs/operators/what-we-hold.md").read_text(encoding="utf-8")
SAID = tomllib.loads((ROOT / "scripts/held.toml").read_text(encoding="utf-8"))
# What a column may not be, by the words in its name.
FORBIDDEN = re.compile(
    r"(^|_)(e?mail|ip|ips|address|addresses|addr|agent|browser|referer|referrer|host|hostname|phone|device|fingerprint|cookie)(_|$)"
)
# These are something else, or always empty (tests/seizure looks).
HARMLESS = {
    "auth_user.email": "always empty",
    "desk_addressentry.address": "an official address of the paper",
    "desk_storypage.address": "a story's name in its own address",
    "desk_storypage.old_addresses": "of stories, in the system that they came from",
    "desk_sectionpage.old_addresses": "of sections",
    "desk_topic.old_addresses": "of topics",
}


def rows() -> dict[str, str]:
    """The tables of the page with what stands in their last column."""
    return {found[1]: found[2] for found in re.finditer(r"^\| `(\w+)` \| .* \| ([^|]*) \|$", PAGE, re.MULTILINE)}


def test_the_page_is_made_from_the_tables_as_they_are():
    checked = subprocess.run(
        [sys.executable, "scripts/what_we_hold.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stdout) == (0, "")


def test_no_column_holds_an_address_a_browser_or_a_device():
    columns = {
        f"{table}.{name}"
        for table, listed in rows().items()
        for name in re.sub(r" \([^)]*\)", "", listed).split(", ")
        if FORBIDDEN.search(name)
    }
    assert columns == set(HARMLESS)


@pytest.mark.parametrize("place", ["THREATMODEL.md", "docs/operators/what-we-hold.md"])
def test_who_looks_for_it_finds_it(place: str):
    name = place.rpartition("/")[2]
    assert name in (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def test_every_test_that_the_threat_model_names_is_there():
    named = set(re.findall(r"`(tests/[\w/.]+)`", (ROOT / "THREATMODEL.md").read_text(encoding="utf-8")))
    assert len(named) > 10
    assert {path for path in named if not (ROOT / path).exists()} == set()
