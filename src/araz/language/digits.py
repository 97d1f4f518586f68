"""Numbers as each language writes them."""

from decimal import Decimal
from typing import Final

from araz.language import table

_ASCII: Final = "0123456789"
_TO_ASCII: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", _ASCII * 2)
_TO_DIGITS: Final = {
    code: str.maketrans(_ASCII + "٠١٢٣٤٥٦٧٨٩", row.digits * 2)
    for code, row in table.LANGUAGES.items()
    if row.digits != _ASCII
}
_TO_NUMBER: Final = {
    code: str.maketrans({",": row.group, ".": row.decimal, "-": row.minus} | dict(zip(_ASCII, row.digits, strict=True)))
    for code, row in table.LANGUAGES.items()
}


def in_digits(text: str | int, language: str) -> str:
    """Return the text or plain number with the language's digits: no grouping, so years and telephone numbers stay whole.

    Not for addresses, mail addresses and codes. Latin languages keep whatever digits the text has.
    """
    digits = _TO_DIGITS.get(language)
    if digits is not None:
        return str(text).translate(digits)
    table.language(language)  # an unknown language is an error, not English
    return str(text)


def ascii_digits(text: str) -> str:
    """Return the text with Persian and Arabic digits made ASCII, as forms and searches need it."""
    return text.translate(_TO_ASCII)


def number(value: int | float | Decimal, language: str, decimals: int = 0) -> str:
    """Return the number with grouped thousands, rounded to so many decimals."""
    table.language(language)
    return f"{value:,.{decimals}f}".translate(_TO_NUMBER[language])


def percent(value: int | float | Decimal, language: str, decimals: int = 0) -> str:
    """Return "45%" for 45, in the language's order and with its sign."""
    return table.language(language).percent.format(number(value, language, decimals))
