"""What was looked at is not looked at again, and whatever is beside each other for the first time is."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from araz.leaks.lines import Lines
from araz.leaks.passages import lines_with

PAGES = st.lists(st.sampled_from(["", "a", "ab", "abc", "b", "ba", "<p>", "</p>"]), max_size=12)


def beside_each_other(lines: list[str]) -> set[tuple[str, str]]:
    return {(one, other) for one, other in pairwise(lines) if one and other}


def looked_at(new: list[str], old: list[str]) -> list[str]:
    found, _ = Lines().unknown("\n".join(new).encode(), "\n".join(old).encode())
    return found.decode().split("\n")


@given(old=PAGES, new=PAGES)
def test_every_two_lines_that_were_not_beside_each_other_before_are_looked_at_together(old: list[str], new: list[str]):
    wanted = beside_each_other(new) - beside_each_other(old)
    if old:
        assert wanted <= beside_each_other(looked_at(new, old))
    assert beside_each_other(new) <= beside_each_other(looked_at(new, []))


@given(before=PAGES, behind=PAGES)
def test_of_a_page_that_got_one_line_only_that_and_its_neighbours_are_looked_at(before: list[str], behind: list[str]):
    found = looked_at([*before, "new", *behind], [*before, *behind])
    assert "new" in found
    assert len(found) <= 7


def test_the_same_page_is_not_looked_at_again():
    lines = Lines()
    found, marks = lines.unknown(b"<p>\na\n</p>")
    assert b"a" in found
    lines.remember(marks)
    assert lines.unknown(b"<p>\na\n</p>")[0] == b""
    assert lines.unknown(b"<p>\nb\n</p>", b"<p>\nb\n</p>")[0] == b""


def test_only_the_lines_in_which_something_begins_are_read_letter_by_letter():
    text = "a\nb@c d@e\nf\n@g\nh"
    assert lines_with(re.compile("@"), text) == "b@c d@e\n@g"
    assert lines_with(re.compile("h$"), text) == "h"
    assert lines_with(re.compile("f\n@"), text) == "f\n@g"
    assert lines_with(re.compile("z"), text) == ""
