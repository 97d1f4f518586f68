"""Languages: their table, direction, digits, dates, case, folding, order and slugs. Knows nothing else of ours.

What is used most is named here; the rest is imported from its module.
"""

from araz.language.calendars import gregorian_date, solar_hijri_date
from araz.language.digits import in_digits
from araz.language.repair import repair
from araz.language.table import LANGUAGE_CODES, LANGUAGES, Language, LanguageCode, UnknownLanguage, language

__all__ = [
    "LANGUAGES",
    "LANGUAGE_CODES",
    "Language",
    "LanguageCode",
    "UnknownLanguage",
    "gregorian_date",
    "in_digits",
    "language",
    "repair",
    "solar_hijri_date",
]
