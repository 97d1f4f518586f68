"""What fonts say of their letters besides how they look."""

from typing import Any, Final

from pikepdf import Array, Dictionary, Name

from araz.desk.acceptance.document_keys import FONT_FILES
from araz.desk.acceptance.document_names import Names

# The names of letters in the encodings of ISO 32000, annex D: by them the letters of a font of drawings can be copied.
_SIGNS: Final = frozenset(
    "space exclam quotedbl numbersign dollar percent ampersand quotesingle quoteright quoteleft parenleft parenright"
    " asterisk plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less"
    " equal greater question at bracketleft backslash bracketright asciicircum underscore grave braceleft bar braceright"
    " asciitilde exclamdown cent sterling fraction yen florin section currency quotedblleft guillemotleft guilsinglleft"
    " guilsinglright fi fl endash dagger daggerdbl periodcentered paragraph bullet quotesinglbase quotedblbase"
    " quotedblright guillemotright ellipsis perthousand questiondown acute circumflex tilde macron breve dotaccent"
    " dieresis ring cedilla hungarumlaut ogonek caron emdash AE ae ordfeminine ordmasculine Lslash lslash Oslash oslash"
    " OE oe dotlessi germandbls Euro copyright registered trademark degree plusminus multiply divide minus mu logicalnot"
    " brokenbar onehalf onequarter threequarters onesuperior twosuperior threesuperior Eth eth Thorn thorn Schwa schwa"
    " ff ffi ffl nbspace sfthyphen nonbreakingspace softhyphen dotlessj".split()
)
_ACCENTS: Final = (
    "acute breve caron cedilla circumflex commaaccent dieresis dotaccent grave macron ogonek ring tilde".split()
)


def plain_letter(name: Any, names: Names) -> Any:
    """Return the name of a letter if books have it, else a number in its place; what is no name comes back as it is."""
    said = str(name)[1:] if isinstance(name, Name | str) else ""
    is_known = said in _SIGNS or (said[:1].isascii() and said[1:] in _ACCENTS) or said == ".notdef"
    return name if is_known else names.plain(name)


def plain_encoding(encoding: Dictionary, names: Names) -> Dictionary:
    """Return which letters of a font of drawings stand for which numbers."""
    made = Dictionary(Type=Name.Encoding)
    differences = encoding.get(Name.Differences)
    if isinstance(differences, Array):
        made.Differences = Array(
            [plain_letter(each, names) for each in differences if isinstance(each, Name | int)],
        )
    return made


def is_of_drawings(font: Any) -> bool:
    return bool(font.get(Name.Subtype) == Name.Type3)


def lies_in_document(font: Any) -> bool:
    """Whether a font, or what describes it, has its letters with it."""
    below = font.get(Name.DescendantFonts)
    describing = [font, font.get(Name.FontDescriptor)]
    if isinstance(below, Array) and len(below) and isinstance(below[0], Dictionary):
        describing.append(below[0].get(Name.FontDescriptor))
    return any(isinstance(each, Dictionary) and any(f"/{name}" in each for name in FONT_FILES) for each in describing)
