"""Which segments there are follows from numbers of stories; what a change may alter is named, whatever happened before."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from araz.edition.names import Month
from araz.presses.search.parting import Parting
from araz.presses.search.segments import named, third_of

OURS = Parting()
SMALL = Parting(of_newest_year=4, of_closed_years=7, of_a_shard=1)
Story = tuple[Month, int]


def names(counts: dict[Month, int], parting: Parting = OURS) -> list[str]:
    return [segment.name for segment, _ in parting.segments(counts)]


def months(year: int, *stories: int) -> dict[Month, int]:
    return {Month(f"{year}-{number:02d}"): count for number, count in enumerate(stories, 1) if count}


def test_the_newest_five_years_of_a_small_paper_are_a_segment_each_newest_first():
    assert names(months(2024, 20, 30) | months(2025, 40) | months(2026, 0, 9)) == ["2026", "2025", "2020-2024"]


def test_the_newest_year_has_smaller_segments_than_closed_ones():
    assert names(months(2025, 60, 60, 60, 60) | months(2026, 60, 30, 0, 60)) == ["2026-q2", "2026-q1", "2025"]


def test_a_long_quarter_is_parted_into_months_and_a_long_month_by_days():
    assert names(months(2026, 20, 400, 20, 30)) == [
        "2026-q2",
        "2026-03",
        "2026-02-3",
        "2026-02-2",
        "2026-02-1",
        "2026-01",
    ]


def test_a_closed_year_with_very_many_stories_is_parted_too():
    assert names(months(2025, *[500] * 12) | months(2026, 1))[:5] == [
        "2026",
        "2025-q4",
        "2025-q3",
        "2025-q2",
        "2025-q1",
    ]


def test_a_name_says_which_segment_it_is():
    for name in ("2020-2024", "2025", "2025-q3", "2025-04", "2025-04-2"):
        assert named(name).name == name
    assert named("2025-q3").months == ("2025-07", "2025-08", "2025-09")


def contents(stories: Counter[Story], parting: Parting) -> dict[str, tuple[object, ...]]:
    """What each segment would have in it, and how it would be printed."""
    counts: Counter[Month] = Counter()
    for (month, _), number in stories.items():
        counts[month] += number
    return {
        segment.name: (
            parting.shards(size),
            sorted(
                story
                for story in stories.elements()
                if story[0] in segment.months and segment.third in (0, third_of(story[1]))
            ),
        )
        for segment, size in parting.segments(+counts)
    }


some_stories = st.lists(
    st.tuples(
        st.sampled_from(
            [Month(f"{year}-{number:02d}") for year in (2014, 2018, 2024, 2025, 2026) for number in (1, 2, 5)]
        ),
        st.sampled_from([3, 14, 28]),
    ),
    max_size=30,
)


@given(some_stories, some_stories, some_stories)
def test_every_segment_that_a_change_alters_is_named(kept: list[Story], gone: list[Story], come: list[Story]):
    before = contents(Counter(kept) + Counter(gone), SMALL)
    after = contents(Counter(kept) + Counter(come), SMALL)
    counts = Counter(month for month, _ in [*kept, *come])
    named_ones = {segment.name for segment in SMALL.touched(counts, [*gone, *come])}
    altered = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert altered <= named_ones


def test_a_story_in_a_month_with_thousands_touches_the_third_in_which_it_stands():
    counts = months(2026, 2000)
    touched = {segment.name for segment in OURS.touched(counts, [(Month("2026-01"), 14)])}
    assert touched & set(names(counts)) == {"2026-01-2"}


def test_five_closed_years_with_few_stories_are_one_segment():
    counts = months(2018, 40) | months(2021, 200) | months(2024, 90) | months(2025, 40) | months(2026, 9)
    assert names(counts) == ["2026", "2025", "2020-2024", "2015-2019"]
    assert named("2020-2024").months[0] == "2020-01"
    assert len(named("2020-2024").months) == 60
