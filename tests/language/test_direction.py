from araz.language.direction import isolate, text_direction_of


def test_the_first_letter_with_a_direction_decides() -> None:
    assert text_direction_of("2026: آراز and Araz") == "rtl"
    assert text_direction_of("«Araz» آراز") == "ltr"


def test_an_isolated_phrase_does_not_decide() -> None:
    assert text_direction_of(isolate("Araz") + " آراز") == "rtl"
    assert text_direction_of("\u2069Araz") == "ltr"


def test_a_text_without_letters_has_the_direction_it_is_given() -> None:
    assert text_direction_of("24.11.2026") == "ltr"
    assert text_direction_of("", otherwise="rtl") == "rtl"


def test_an_empty_text_is_not_wrapped() -> None:
    assert isolate("") == ""
    assert isolate("Araz") == "\u2068Araz\u2069"
