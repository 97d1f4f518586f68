"""How the newspaper's name stands on the river: long names are set smaller, deep letters get room below the line."""

from typing import Final

BESIDE_THE_DATE: Final = 7  # letters; a longer name leaves no room for the date on a phone
IN_FULL_SIZE: Final = 12
ON_ONE_LINE: Final = 24  # on a phone
_DEEP: Final = frozenset("gğjpqyçşţƣ,;QÇŞŢ")  # the Arabic script is set above the line, whatever its letters


def looks_of(name: str) -> str:
    """Return the classes by which the style sheet knows the name's length and depth."""
    letters = len(name)
    looks = ["wide"] if letters > BESIDE_THE_DATE else []
    if letters > ON_ONE_LINE:
        looks.append("longest")
    elif letters > IN_FULL_SIZE:
        looks.append("long")
    if _DEEP & set(name):
        looks.append("deep")
    return " ".join(looks)
