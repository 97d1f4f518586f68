"""How a letter of one script may be written in the other, for searches typed in the script that a page does not have.

Both sides are folded to level 3, so ص and س are one letter here, and ş is s. An empty string means that the letter may
not be written at all, as short vowels are not in the Arabic script.
"""

from typing import Final


def _rows(text: str) -> dict[str, tuple[str, ...]]:
    """Read rows like `a:اه-`, where `-` stands for nothing."""
    return {row[0]: tuple(option.replace("-", "") for option in row[2:]) for row in text.split()}


LATIN_IN_ARABIC: Final = _rows(
    "a:اهی- e:اهی- i:یا- o:وا- u:وا- b:ب c:جچ d:د f:ف g:گق h:ه j:ژج k:کخق l:ل m:م n:ن p:پب q:ق r:ر s:سش t:ت v:و w:و x:خ y:ی- z:ز"
)
ARABIC_IN_LATIN: Final = _rows(
    "ا:ae- ب:bp پ:p ت:t ج:cj چ:c خ:xk د:d ر:r ز:z ژ:jz س:s ش:s ف:f ق:qgk ک:k گ:g ل:l م:m ن:n و:vou ه:he- ی:yie-"
)
