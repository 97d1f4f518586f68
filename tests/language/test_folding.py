from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from araz.language.folding import Level, across_scripts, fold, index_words
from araz.language.table import LANGUAGE_CODES

SAME = (
    ("az", "İqtisadiyyat", "iqtisadiyyat", "IQTISADIYYAT"),
    ("az", "şəhər", "seher", "Şeher", "ŞƏHƏR", "s\u0327ə\u200dhər"),
    ("az", "Işıq", "isiq", "IŞIQ"),
    ("tr", "İstanbul", "istanbul", "ISTANBUL", "I\u0307stanbul"),
    ("az", "\u04d8li", "Əli", "eli"),  # the first with a Cyrillic Ә
    ("az", "Bakı’nın", "bakının", "Baki'nin"),
    ("fa", "كتاب", "کتاب", "کِتاب", "کتـــاب"),
    ("fa", "علي", "علی"),
    ("fa", "می‌روم", "میروم"),
    ("azb", "گؤرۆش", "گوروش", "گۏرۇش"),
    ("azb", "مَدْرَسه", "مدرسه", "مدرسة"),
    ("azb", "دۇنیا", "دونیا", "دوْنیا"),
    ("azb", "۱۳۲۴", "1324", "١٣٢٤"),
    ("en", "Café ﬁeld", "cafe field"),
)


@pytest.mark.parametrize("row", SAME, ids=lambda row: row[1])
def test_what_means_the_same_is_found_together(row: tuple[str, ...]) -> None:
    language, *texts = row
    assert all(fold(one, language) == fold(other, language) for one, other in pairwise(texts))


@pytest.mark.parametrize(("one", "other"), [("qapı", "qəpik"), ("şəhər", "شر"), ("کتاب", "کباب"), ("dam", "dəm")])
def test_what_means_something_else_is_not(one: str, other: str) -> None:
    assert fold(one, "az") != fold(other, "az")


def test_the_first_level_keeps_letters_that_a_full_keyboard_has() -> None:
    assert fold("on", "az", 1) != fold("ön", "az", 1)
    assert fold("şəhər", "az", 1) != fold("seher", "az", 1)
    assert fold("IŞIQ", "az", 1) == fold("ışıq", "az", 1) != fold("işiq", "az", 1)


def test_the_third_level_joins_letters_that_sound_alike() -> None:
    assert fold("حافظ", "azb", 2) != fold("هافیز", "azb", 2)
    assert fold("صابیر", "azb", 3) == fold("سابیر", "azb", 3)
    assert fold("معلم", "azb", 3) == fold("ملم", "azb", 3)


def test_a_word_with_a_joiner_is_found_whole_and_in_parts() -> None:
    assert index_words("می‌روم", "fa") == {"میروم", "می", "روم"}
    assert index_words("صحیفه لر", "azb") <= index_words("صحیفه‌لر", "azb")


def test_a_word_is_found_from_the_other_script() -> None:
    assert across_scripts("دۇنیا", "azb") == across_scripts("dünya", "az")
    assert across_scripts("تبریز", "azb") == across_scripts("Təbriz", "az")


def test_the_order_of_words_is_kept() -> None:
    assert fold("Su duru, SÖZ düz", "az") == "su duru, soz duz"


@given(st.text(), st.sampled_from(("", *LANGUAGE_CODES)), st.sampled_from((1, 2, 3)))
def test_folding_twice_changes_nothing_more(text: str, language: str, level: Level) -> None:
    once = fold(text, language, level)
    assert fold(once, language, level) == once
