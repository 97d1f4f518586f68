import pytest

from araz.language.case import capitalize_first, lower, upper


@pytest.mark.parametrize("language", ["az", "tr"])
def test_i_and_dotless_i_are_two_letters(language: str) -> None:
    assert upper("istanbul, ılıq", language) == "İSTANBUL, ILIQ"
    assert lower("İSTANBUL, ILIQ", language) == "istanbul, ılıq"
    assert lower("I\u0307stanbul", language) == "istanbul"


def test_english_has_one_i() -> None:
    assert upper("ink", "en") == "INK"
    assert lower("INK", "en") == "ink"


def test_only_the_first_letter_of_a_heading_is_raised() -> None:
    assert capitalize_first("ilk qar, IŞIQ", "az") == "İlk qar, IŞIQ"
    assert capitalize_first("“ılıq”", "az") == "“Ilıq”"
    assert capitalize_first("əl", "az") == "Əl"
    assert capitalize_first("ilk", "en") == "Ilk"
    assert capitalize_first("24 noyabr", "az") == "24 noyabr"
    assert capitalize_first("آراز", "azb") == "آراز"
    assert capitalize_first("…", "az") == "…"
