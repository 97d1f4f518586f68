"""What a survey keeps in little memory is found again as it was given."""

from collections.abc import Iterable
from random import Random

import pytest

from araz.importers.wordpress.attachments import Attachment, Attachments
from araz.importers.wordpress.languages import Spoken
from araz.importers.wordpress.registers import NameRegister, NumberRegister, Packed
from araz.importers.wordpress.stories import Stories


def test_numbers_are_found_in_whatever_order_they_came():
    chance, register, kept = Random(1), NumberRegister(), dict[int, list[int]]()
    for value in range(3000):
        key = chance.choice((chance.randrange(500), 2**64 - 1 - chance.randrange(500)))
        register.add(key, value)
        kept.setdefault(key, []).append(value)
    for key in (*range(500), *(2**64 - 1 - number for number in range(500))):
        assert register.all(key) == tuple(kept.get(key, ()))
        assert register.first(key) == next(iter(kept.get(key, ())), None)


def test_numbers_that_come_after_the_first_question_are_found_too():
    register = NumberRegister()
    for key in (3, 1):
        register.add(key, key * 10)
    assert register.first(3) == 30
    register.add(2, 20)
    register.add(3, 99)
    assert [register.first(key) for key in range(5)] == [None, 10, 20, 30, None]
    assert register.all(3) == (30, 99)


def test_a_name_is_told_from_all_others():
    register = NameRegister()
    names = ["", "a", "A", "/2019/05/göl", "/2019/05/گؤل", "\udcff"]
    for number, name in enumerate(names):
        register.add(name, number)
    assert [register.first(name) for name in names] == list(range(6))
    assert register.first("/2019/05") is None


def test_packed_things_come_out_as_they_went_in():
    chance, packed = Random(2), Packed(Attachment)
    things = [
        Attachment(
            number=number,
            address="https://old.example/" + "آğx\n" * chance.randrange(300),
            path="" if number % 3 else f"2019/{number}.jpg",
            old_addresses=tuple(f"/?p={number}" for _ in range(number % 4)),
        )
        for number in range(200)
    ]
    for thing in things:
        packed.append(thing)
    assert list(packed) == things
    assert packed[7] == things[7]


def test_uploads_are_found_by_number_path_and_what_they_hang_on():
    attachments = Attachments()
    one = Attachment(number=5, address="a", path="2019/05/gol-scaled.jpg")
    other = Attachment(number=3, address="b", path="2019/05/gol.jpg")
    nameless = Attachment(number=0, address="c", path="")
    for attachment, parent in ((one, 9), (other, 9), (nameless, 0)):
        attachments.add(attachment, parent)
    assert (attachments.get(5), attachments.get(3), attachments.get(0), attachments.get(4)) == (one, other, None, None)
    assert (5 in attachments, 0 in attachments, 4 in attachments) == (True, False, False)
    assert attachments.at("2019/05/gol-300x200.jpg") == one
    assert attachments.at("") is None
    assert list(attachments.of(9)) == [one, other]
    assert list(attachments.numbers()) == [5, 3, 0]
    assert len(attachments) == 3


def test_stories_keep_their_ids_whatever_comes_beside_them():
    few, many = (_stories(range(count)) for count in (10, 1000))
    assert dict(few).items() <= dict(many).items()
    assert len(set(dict(many).values())) == 1000
    assert many.named("7").group == "post-7"
    with pytest.raises(KeyError):
        many.named("1001")


def test_of_two_stories_with_one_number_the_first_is_known():
    stories = _stories((1, 2, 1, 3))
    assert stories.doubled == {"1"}
    assert [key for key, _ in stories] == [
        "wordpress:old.example:1",
        "wordpress:old.example:2",
        "wordpress:old.example:3",
    ]
    assert stories.at("/2") == stories.find("2")
    assert stories.at("/4") is None


def _stories(numbers: Iterable[int]) -> Stories:
    stories = Stories()
    for number in numbers:
        stories.add(str(number), number, Spoken(language="az", group=f"post-{number}"), f"/{number}")
    stories.settle("old.example")
    return stories
