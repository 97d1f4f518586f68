import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from araz.language.folding import Level, across_scripts, fold, index_words
from araz.language.table import LANGUAGE_CODES

EXAMPLES = json.loads(Path(__file__).with_name("folding.json").read_text(encoding="utf-8"))  # a browser folds them too


@pytest.mark.parametrize("row", EXAMPLES["same"], ids=lambda row: row[1])
def test_what_means_the_same_is_found_together(row: list[str]) -> None:
    language, *texts = row
    assert all(fold(one, language) == fold(other, language) for one, other in pairwise(texts))


@pytest.mark.parametrize(("language", "level", "one", "other"), EXAMPLES["different"])
def test_what_means_something_else_is_not(language: str, level: Level, one: str, other: str) -> None:
    assert fold(one, language, level) != fold(other, language, level)


@pytest.mark.parametrize("row", EXAMPLES["across"], ids=lambda row: row[0])
def test_one_spelling_at_least_has_the_same_key_in_both_scripts(row: list[str]) -> None:
    latin, *arabic = row
    assert across_scripts(latin, "az") in {across_scripts(one, "azb") for one in arabic}


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


def test_an_abbreviation_is_one_word_with_its_dots_or_without() -> None:
    assert index_words("T.B.M.M.'ye", "tr") == index_words("TBMM'ye", "tr") == {"tbmmye"}
    assert index_words("(A.B.)", "az") == index_words("U.N", "en") ^ {"un", "ab"} == {"ab"}
    assert index_words("M.Ə.Rəsulzadə", "az") == {"m", "e", "resulzade"}


def test_a_word_is_found_from_the_other_script() -> None:
    assert across_scripts("دۇنیا", "azb") == across_scripts("dünya", "az")
    assert across_scripts("تبریز", "azb") == across_scripts("Təbriz", "az")


def test_the_order_of_words_is_kept() -> None:
    assert fold("Su duru, SÖZ düz", "az") == "su duru, soz duz"


@given(st.text(), st.sampled_from(("", *LANGUAGE_CODES)), st.sampled_from((1, 2, 3)))
def test_folding_twice_changes_nothing_more(text: str, language: str, level: Level) -> None:
    once = fold(text, language, level)
    assert fold(once, language, level) == once
