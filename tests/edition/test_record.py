from datetime import date

import pytest

from araz.edition.record import FIRST, BrokenRecord, RecordLine, commitment, read_line, verify


def lines(count: int) -> list[str]:
    made: list[RecordLine] = []
    for number in range(1, count + 1):
        made.append(
            RecordLine(
                number=number,
                day=date(2026, 11, 24),
                deed="publish",
                id="k3v9q2aa",
                language="az",
                commitment=commitment(b"salt", str(number).encode()),
                before=made[-1].hash if made else FIRST,
            )
        )
    return [str(line) for line in made]


def test_a_record_that_was_left_alone_verifies_up_to_its_last_line():
    last = verify(lines(5))
    assert last is not None
    assert last.number == 5


def test_an_empty_record_has_no_last_line():
    assert verify([]) is None


def test_a_line_reads_back_as_it_was_written():
    (text,) = lines(1)
    assert str(read_line(text)) == text


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda all_: all_[:2] + all_[3:], "Line 3 is missing"),
        (lambda all_: [*all_[:1], all_[1].replace("publish", "correct"), *all_[2:]], "Line 3 does not follow"),
        (lambda all_: [all_[1], all_[0], *all_[2:]], "Line 1 is missing"),
        (lambda all_: [*all_, "something else"], "is not a line of a record"),
        (lambda all_: [all_[0].replace(" az ", "  az "), *all_[1:]], "is not a line of a record"),
        (lambda all_: ["0" + all_[0], *all_[1:]], "is not written as a record writes it"),
    ],
)
def test_a_record_that_was_touched_says_at_which_line(spoil, says):
    with pytest.raises(BrokenRecord, match=says):
        verify(spoil(lines(5)))


def test_the_same_words_commit_to_something_else_under_another_salt():
    assert commitment(b"one", b"words") != commitment(b"two", b"words")
