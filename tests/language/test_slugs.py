import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from araz.language.slugs import MAX_LENGTH, slug
from araz.language.table import LANGUAGE_CODES, UnknownLanguage

NAME = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
STRINGS = Path(__file__).parents[3] / "shared/data/strings/blns.json"
MONTH_PAGE = re.compile(r"(?:.*-)?\d{4}-\d{2}(?:-\d)?")


@pytest.mark.parametrize(
    ("language", "headline", "expected"),
    [
        ("az", "Azərbaycanda İlk Qış", "azerbaycanda-ilk-qis"),
        ("az", "Bakı’nın IŞIQLARI", "bakinin-isiqlari"),
        ("az", "Şәhәr Cyrillic ə ilə də şəhərdir", "seher-cyrillic-e-ile-de-seherdir"),
        ("az", "Ҝәнҹә шәһәриндә гыш", "gence-seherinde-qis"),
        ("azb", "تبریزده یئنی کیتابخانا آچیلدی", "tebrizde-yeni-kitabxana-acildi"),
        ("azb", "اورمو گؤلونون سویو آزالیر", "urmu-golunun-suyu-azalir"),
        ("azb", "اورمو گؤلۆنۆن سۇیۇ آزالیر", "urmu-golunun-suyu-azalir"),
        ("azb", "داغ یوللارینا ایلک قار دوشدو", "dag-yollarina-ilk-qar-dusdu"),
        ("azb", "۱۳۲۴-جو ایلده", "1324-cu-ilde"),
        ("fa", "نخستین شب کتابخانه در برف", "nokhostin-shab-ketabkhane-dar-barf"),
        ("fa", "علي كتاب را می‌خواند", "ali-ketab-ra-mikhand"),
        ("tr", "IĞDIR'da güz: İlk yağmur", "igdirda-guz-ilk-yagmur"),
        ("en", "Don’t stop: œuvres in Łódź", "dont-stop-oeuvres-in-lodz"),
        ("en", "Москва и Ελλάδα", "moskva-i-ellada"),
        ("en", "한국", "hangug"),
    ],
)
def test_a_headline_becomes_a_readable_name(language: str, headline: str, expected: str) -> None:
    assert slug(headline, language) == expected


def test_a_long_headline_is_cut_between_words() -> None:
    headline = "Kitabxananın işığı səhərəcən sönmür, çünki oxucular evə getmir"
    assert slug(headline, "az") == "kitabxananin-isigi-seherecen-sonmur-cunki"
    assert slug(headline, "az", max_length=20) == "kitabxananin-isigi"


def test_a_single_long_word_is_cut_where_it_must_be() -> None:
    assert slug("a" * 90, "en") == "a" * MAX_LENGTH


@pytest.mark.parametrize(
    "headline", ["Con", "PRN", "aux", "nul", "com1", "LPT9", "Index", "2026-11", "2026-11-3", "2026"]
)
def test_a_name_that_windows_or_the_site_takes_is_lengthened(headline: str) -> None:
    assert slug(headline, "en") == f"{headline.lower()}-story"


def test_a_topic_never_lies_where_another_topic_has_its_month() -> None:
    assert slug("Water 2026-11", "en") == "water-2026-11-story"


def test_signs_without_letters_still_have_a_name() -> None:
    assert slug("🙂 — !", "fa") == "story"
    assert slug("", "az") == "story"


def test_letters_of_any_script_leave_something() -> None:
    assert slug("東京", "en") == "67714eac"


def test_a_length_without_room_for_a_name_is_refused() -> None:
    with pytest.raises(ValueError, match="Allow 16 or more"):
        slug("Su", "az", max_length=5)


def test_a_language_outside_the_table_is_refused() -> None:
    with pytest.raises(UnknownLanguage, match="There is no language “de”"):
        slug("Wasser", "de")


@given(st.text(), st.sampled_from(LANGUAGE_CODES), st.integers(16, 60))
def test_whatever_the_text_the_name_is_one_that_every_file_system_takes(text: str, language: str, length: int) -> None:
    name = slug(text, language, length)
    assert NAME.fullmatch(name)
    assert len(name) <= length
    assert not MONTH_PAGE.fullmatch(name)
    assert slug(name, "en", length) == name


@pytest.mark.skipif(
    not STRINGS.is_file(), reason="the list of naughty strings lies beside the project only where it is made"
)
@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_strings_that_break_software_become_names_too(language: str) -> None:
    for text in json.loads(STRINGS.read_text(encoding="utf-8")):
        assert NAME.fullmatch(slug(text, language)), text
