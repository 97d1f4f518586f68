"""How large files are, in the words and digits of a language."""

from typing import Final

from araz.language import in_digits, language

KILOBYTES: Final = {"az": "KB", "azb": "کیلوبایت", "fa": "کیلوبایت", "tr": "KB", "en": "kB"}
MEGABYTES: Final = {"az": "MB", "azb": "مگابایت", "fa": "مگابایت", "tr": "MB", "en": "MB"}
_KILO: Final = 1000


def size_of(count: int, code: str) -> str:
    """Return a number of bytes, rounded up: "40 kB", "1.3 MB"."""
    kilobytes = max(1, -(-count // _KILO))
    if kilobytes < _KILO:
        return f"{in_digits(kilobytes, code)}\u00a0{KILOBYTES[code]}"
    whole, tenth = divmod(-(-kilobytes // 100), 10)
    part = f"{language(code).decimal}{in_digits(tenth, code)}" if tenth and whole < 10 else ""
    return f"{in_digits(whole, code)}{part}\u00a0{MEGABYTES[code]}"
