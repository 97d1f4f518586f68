"""Names in a document that somebody chose: of pictures and fonts among a page's orders, and of inks."""

import re
from typing import Any, Final

from pikepdf import Array, Name, String

# As programs count what they draw, and what PDF itself calls colours by.
_COUNTED: Final = re.compile(
    r"/(?:[A-Za-z]{0,4}\d{0,6}(?:[_.]\d{1,4})?|(?:Image|Font|Form|Meta|Shading|Pattern|image|font|form|fzImg)\d{0,6}"
    r"|(?:Device|Default|Cal)(?:Gray|RGB|CMYK)|Pattern|Indexed|ICCBased|Separation|DeviceN|Magenta|Yellow|Black|Green)"
)
_KNOWN_SYSTEMS: Final = frozenset("Adobe Identity UCS Japan1 GB1 CNS1 Korea1 KR Manga1".split())


class Names:
    """Gives each name that says something another one, the same in the whole document."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}

    def plain(self, name: Any) -> Any:
        """Return the name if it only counts, else a number in its place; what is no name comes back as it is."""
        if not isinstance(name, Name | str) or _COUNTED.fullmatch(str(name)):
            return name
        return Name(self._given.setdefault(str(name), f"/Named-{len(self._given) + 1}"))

    def inks(self, thing: Any) -> Any:
        """Return the name of an ink, or the names of several."""
        return Array([self.plain(each) for each in thing]) if isinstance(thing, Array) else self.plain(thing)


def known_system(said: Any, otherwise: str) -> Any:
    """Return what a font says of its order of letters, if it is one of the known ones."""
    return said if str(said) in _KNOWN_SYSTEMS else String(otherwise)


def says_names(value: Any) -> bool:
    """Whether names stand where numbers, or parts of the document, are wanted."""
    return isinstance(value, Name | String) or (
        isinstance(value, Array) and any(isinstance(each, Name | String) for each in value)
    )
