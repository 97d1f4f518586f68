import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from araz.language.lookalikes import latin_schwas
from araz.language.repair import repair
from araz.language.table import LANGUAGE_CODES, UnknownLanguage

TROUBLE = st.text(
    st.sampled_from("aəә Əиşs\u0327\u0307يیىكکئؤۆۇؽ\u0654\u200c\u2066\u2067\u2068\u2069\u202e\ufeff\r\n\x00")
)


@pytest.mark.parametrize("language", ["azb", "fa"])
def test_letters_of_arabic_keyboards_become_persian_ones(language: str) -> None:
    assert repair("كتاب علي", language) == "کتاب علی"


def test_an_arabic_quotation_in_a_latin_text_is_left_alone() -> None:
    assert repair("كتاب", "az") == "كتاب"


def test_the_letters_of_south_azerbaijani_are_never_touched() -> None:
    word = "گؤزل ائو، اۇزون، سۆد، قیزؽل، کند‌لر"
    assert repair(word, "azb") == word
    assert repair(unicodedata.normalize("NFD", "ائو گؤل"), "azb") == "ائو گؤل"


def test_a_cyrillic_schwa_in_a_latin_word_becomes_latin() -> None:
    assert repair("\u04d8lif şәhәrdә", "az") == "Əlif şəhərdə"
    assert latin_schwas("әл") == "әл"
    assert latin_schwas("сәhәr") == "сәhәr"  # half Cyrillic: no guess


def test_what_turns_text_round_unseen_is_taken_out() -> None:
    assert repair("a\u202eb\u202cc\u0000d\ufeff", "en") == "abcd"
    assert repair("a\u2067b", "en") == "ab"
    assert repair("a\u2069b\u2068c\u2069", "en") == "ab\u2068c\u2069"
    assert repair("\u2067a\nb\u2069", "en") == "a\nb"


def test_line_ends_become_one_kind() -> None:
    assert repair("a\r\nb\rc\u2028d\te", "en") == "a\nb\nc\nd\te"


def test_composed_letters_are_one_character() -> None:
    assert repair("s\u0327ehir", "tr") == "şehir"


@given(st.text() | TROUBLE, st.sampled_from(LANGUAGE_CODES))
def test_repairing_twice_changes_nothing_more(text: str, language: str) -> None:
    once = repair(text, language)
    assert repair(once, language) == once
    assert unicodedata.is_normalized("NFC", once)


def test_a_language_outside_the_table_is_refused() -> None:
    with pytest.raises(UnknownLanguage):
        repair("Wasser", "de")
