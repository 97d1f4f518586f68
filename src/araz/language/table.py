"""The languages in which a paper appears, in one table: a sixth language begins with a row here."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

LanguageCode = Literal["az", "azb", "fa", "tr", "en"]
Direction = Literal["ltr", "rtl"]
Script = Literal["latin", "arabic"]


class UnknownLanguage(ValueError):
    """A language code that has no row in the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How one language is named, tagged and set."""

    code: LanguageCode
    own_name: str
    english_name: str
    script: Script
    direction: Direction
    html_tag: str  # for `lang`
    hreflang: str  # for crawlers, which may not know codes of three letters
    locale: str  # for social networks (og:locale): the language, and a land in which many read it
    digits: str  # ten of them, zero first
    decimal: str
    group: str
    minus: str
    percent: str  # a pattern: Turkish writes the sign first
    comma: str  # between the names in a list, with its space
    quotes: tuple[str, str]
    inner_quotes: tuple[str, str]
    first_weekday: int  # as `date.isoweekday` counts: 1 is Monday, 6 Saturday, 7 Sunday
    words_per_minute: int  # silent reading of news

    @property
    def is_rtl(self) -> bool:
        return self.direction == "rtl"

    def quoted(self, words: str) -> str:
        """Return the words in this language's quotation marks, inner ones if the words have outer ones already."""
        before, after = self.inner_quotes if self.quotes[0] in words else self.quotes
        return f"{before}{words}{after}"


_PERSIAN_DIGITS: Final = "۰۱۲۳۴۵۶۷۸۹"
_LRM: Final = "\u200e"  # keeps a minus sign to the left of its number in text from right to left

# The minutes follow the order of published reading studies (IReST); long agglutinated words are fewer to the minute.
_ROWS: Final = (
    Language(
        code="az",
        own_name="Azərbaycanca",
        english_name="Azerbaijani",
        script="latin",
        direction="ltr",
        html_tag="az",
        hreflang="az",
        locale="az_AZ",
        digits="0123456789",
        decimal=",",
        group=".",
        minus="-",
        percent="{}%",
        comma=", ",
        quotes=("“", "”"),
        inner_quotes=("‘", "’"),
        first_weekday=1,
        words_per_minute=160,
    ),
    Language(
        code="azb",
        own_name="تۆرکجه",
        english_name="South Azerbaijani",
        script="arabic",
        direction="rtl",
        html_tag="azb",
        hreflang="az-Arab",
        locale="azb_IR",
        digits=_PERSIAN_DIGITS,
        decimal="٫",
        group="٬",
        minus=_LRM + "-",
        percent="{}٪",
        comma="، ",
        quotes=("«", "»"),
        inner_quotes=("‹", "›"),
        first_weekday=6,
        words_per_minute=150,
    ),
    Language(
        code="fa",
        own_name="فارسی",
        english_name="Persian",
        script="arabic",
        direction="rtl",
        html_tag="fa",
        hreflang="fa",
        locale="fa_IR",
        digits=_PERSIAN_DIGITS,
        decimal="٫",
        group="٬",
        minus=_LRM + "-",
        percent="{}٪",
        comma="، ",
        quotes=("«", "»"),
        inner_quotes=("‹", "›"),
        first_weekday=6,
        words_per_minute=180,
    ),
    Language(
        code="tr",
        own_name="Türkçe",
        english_name="Turkish",
        script="latin",
        direction="ltr",
        html_tag="tr",
        hreflang="tr",
        locale="tr_TR",
        digits="0123456789",
        decimal=",",
        group=".",
        minus="-",
        percent="%{}",
        comma=", ",
        quotes=("“", "”"),
        inner_quotes=("‘", "’"),
        first_weekday=1,
        words_per_minute=165,
    ),
    Language(
        code="en",
        own_name="English",
        english_name="English",
        script="latin",
        direction="ltr",
        html_tag="en",
        hreflang="en",
        locale="en_GB",
        digits="0123456789",
        decimal=".",
        group=",",
        minus="-",
        percent="{}%",
        comma=", ",
        quotes=("“", "”"),
        inner_quotes=("‘", "’"),
        first_weekday=1,
        words_per_minute=230,
    ),
)

LANGUAGES: Final[Mapping[str, Language]] = MappingProxyType({row.code: row for row in _ROWS})
LANGUAGE_CODES: Final[tuple[LanguageCode, ...]] = tuple(row.code for row in _ROWS)


def language(code: str) -> Language:
    """Return the row of a language; raises UnknownLanguage."""
    try:
        return LANGUAGES[code]
    except KeyError as error:
        raise UnknownLanguage(
            f"There is no language “{code}” in the table. Use one of {', '.join(LANGUAGE_CODES)}, "
            "or add a row to araz/language/table.py."
        ) from error
