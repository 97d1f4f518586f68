import random

import pytest

from araz.language.collation import sort_key
from araz.language.table import UnknownLanguage


def in_alphabet(names: list[str], language: str) -> list[str]:
    mixed = random.Random(7).sample(names, len(names))
    return sorted(mixed, key=lambda name: sort_key(name, language))


@pytest.mark.parametrize(
    ("language", "in_order"),
    [
        (
            "az",
            "Adil Cavad Çinar Elçin Əli Faiq Gülər Ğ Hacı Xəzər Işıq İdris Jalə Kərim Qış Leyla Ömər Şəki Üzüm Zər W",
        ),
        ("tr", "Can Çınar Elif Gül Ğ Hasan Irmak İnci Jale Oya Ömer Su Şule Ufuk Ülkü"),
        ("en", "Ångström Apple apple Éclair eclairs Øre Zebra"),
        ("fa", "آب اردک باد پل تبر چای خانه ژاله سیب کتاب گل لانه ماه نان ورق هوا یخ"),
        ("azb", "آغاج اردبیل ائو باغ پتک چای قوش کند گؤل نار وارلی ۇزون ۆزوم هاوا یای"),
    ],
)
def test_names_stand_in_the_order_of_the_alphabet(language: str, in_order: str) -> None:
    names = in_order.split()
    assert in_alphabet(names, language) == names


def test_numbers_come_first_and_by_their_value() -> None:
    names = ["9 bulaq", "10 bulaq", "100 bulaq", "Bulaq 2", "Bulaq 10"]
    assert in_alphabet(names, "az") == names
    assert sorted(["۱۰ پل", "۹ پل"], key=lambda name: sort_key(name, "fa")) == ["۹ پل", "۱۰ پل"]


def test_a_shorter_name_and_a_space_come_before_a_longer_word() -> None:
    names = ["Su", "Su anbarı", "Sual", "Subay"]
    assert in_alphabet(names, "az") == names


def test_letters_of_another_alphabet_come_last() -> None:
    assert sorted(["آراز", "Araz", "Zaman"], key=lambda name: sort_key(name, "az")) == ["Araz", "Zaman", "آراز"]


def test_arabic_keyboards_do_not_change_the_order() -> None:
    assert sort_key("علي", "fa")[0] == sort_key("علی", "fa")[0]
    assert sort_key("كتاب", "azb")[0] == sort_key("کتاب", "azb")[0]


def test_punctuation_and_joiners_do_not_count() -> None:
    assert sort_key("«Araz»", "az")[0] == sort_key("araz", "az")[0]
    assert sort_key("می‌روم", "fa")[0] == sort_key("میروم", "fa")[0]


def test_names_that_differ_only_in_case_still_have_an_order() -> None:
    assert sort_key("araz", "az") != sort_key("Araz", "az")


def test_a_very_long_number_is_no_trouble() -> None:
    assert sort_key("9" * 5000, "en") > sort_key("8", "en")


def test_a_language_outside_the_table_has_no_order() -> None:
    with pytest.raises(UnknownLanguage, match="Use one of"):
        sort_key("Wasser", "de")
