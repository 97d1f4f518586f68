"""A word is found however it is written, and the whole word that has it goes."""

import pytest

from araz.language.wanted import Wanted


@pytest.mark.parametrize(
    "text",
    [
        "GÜLNARƏ QARAXANLI",
        "Gülnarə Qaraxanlının",
        "gulnare  qaraxanli",
        "Gu\u0308lnar\u0259 Qaraxanl\u0131",
        "gulnare-qaraxanli",
        "Gulnare_Qaraxanli",
        "Gulnare%20Qaraxanli",
        "Gül\u00adnarə\u200f Qaraxanlı",
    ],
)
def test_a_name_is_found_however_it_is_typed(text: str):
    wanted = Wanted("Gülnarə Qaraxanlı")
    assert wanted.without(f"Dünən {text} gəldi") == "Dünən […] gəldi"


def test_arabic_letters_of_another_keyboard_and_joiners_are_the_same():
    wanted = Wanted("علی‌یار کریمی")
    assert wanted.without("دیروز علي‌يار كريمي آمد") == "دیروز […] آمد"
    assert wanted.without("دیروز علییار کریمی آمد") == "دیروز […] آمد"


def test_a_name_of_the_arabic_script_is_found_in_an_address_in_latin():
    assert Wanted("گولناره قاراخانلی").without("az/2026/11/ev-gulnare-qaraxanli.html") == "az/2026/11/ev-[…].html"


def test_the_form_of_the_other_script_is_learned_where_it_stands():
    wanted = Wanted("Gülnarə Qaraxanlı")
    text = "دونن گولناره قاراخانلی‌نین ائوینده"
    assert wanted.spans(text) == []
    assert wanted.with_forms(wanted.in_other_scripts(text)).without(text) == "دونن […] ائوینده"


def test_a_short_word_is_not_found_inside_others_but_with_its_endings():
    wanted = Wanted("Əli")
    assert [wanted.is_in(text) for text in ("Əlini gördüm", "Əliyə", "əlil adam", "heyəli")] == [
        True,
        True,
        False,
        False,
    ]


def test_a_long_word_is_found_inside_others_unless_only_whole_ones_are_wanted():
    assert Wanted("Turan").is_in("Beturanlı")
    assert not Wanted("Turan", whole=True).is_in("Beturanlı")
    assert Wanted("Turan", whole=True).is_in("turanın")


def test_what_has_no_letter_is_refused():
    with pytest.raises(ValueError, match="no letter"):
        Wanted(" – ")


@pytest.mark.parametrize(
    "name",
    ["Mə'sumə", "Məs’ud", "Qur'an", "O'Neil", "Д'Артаньян", "ʻAlī", "ﬁrma", "𝐑əşid", "ﷺ", "½", "H₂O", "Əli-zadə", "ـعلي", "№5", "中文"],
)  # fmt: skip
def test_what_is_typed_is_found_as_it_was_typed(name: str):
    left = Wanted(name).without(f"Dünən {name} gəldi.")
    assert left in ("Dünən […] gəldi.", f"Dünən {name[0]}[…] gəldi."), "a sign before it may stay"


def test_signs_in_a_name_may_be_there_or_not():
    texts = ("Mə'sumə Vəlişahi", "Məsumə Vəlişahi", "MƏ’SUMƏ VƏLİŞAHİNİN", "mesume-velisahi")
    assert all(Wanted(name).without(text) == "[…]" for name in texts[:2] for text in texts)
    assert Wanted("Əlizadə").is_in("Əli-zadə")
    assert Wanted("Əli-zadə").is_in("Əli zadə")


def test_halves_of_a_name_may_be_joined_or_apart_however_it_is_typed():
    texts = ("ایلقار میرزه‌زاده", "ایلقار میرزه زاده", "ایلقار میرزه-زاده", "ایلقار میرزه‌زاده‌دن", "ilqar-mirze-zade")
    assert all(Wanted(name).without(text) == "[…]" for name in texts[:2] for text in texts)


def test_signs_before_a_short_name_are_no_letters_of_a_longer_word():
    assert Wanted("Əli").without("ʻƏli və Mən'Əli, heyəli") == "ʻ[…] və Mən'[…], heyəli"


def test_letters_of_other_alphabets_that_look_alike_are_the_same():
    for text in ("Gülnarә Qaraxanlı", "Gülnаrə Qаrаxаnlı", "GÜLNARӘ QARAXANLI"):
        assert Wanted("Gülnarə Qaraxanlı").without(text) == "[…]"
        assert Wanted(text).without("Gülnarə Qaraxanlı") == "[…]"
