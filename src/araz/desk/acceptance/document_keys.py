"""The entries of a document's objects that are needed to show it, by ISO 32000. Whatever else stands there is left behind."""

from typing import Final

RESOURCES: Final = frozenset("ColorSpace ExtGState Font Pattern Shading XObject".split())  # drawers with free names
FONT_FILES: Final = frozenset("FontFile FontFile2 FontFile3".split())
INLINE: Final = frozenset(
    "Width Height ColorSpace BitsPerComponent Decode DecodeParms Filter ImageMask Interpolate Intent".split()
)
FREE_NAMES: Final = frozenset("CharProcs Colorants MixingHints Solidities".split())

_GENERAL: Final = "Type Subtype S N"
_STREAM: Final = "Filter DecodeParms"
_FILTERS: Final = (
    "Predictor Colors BitsPerComponent Columns EarlyChange K EndOfLine EncodedByteAlign Rows EndOfBlock BlackIs1"
    " DamagedRowsBeforeError JBIG2Globals ColorTransform"
)
_IMAGE: Final = "Width Height ColorSpace ImageMask Mask SMask Decode Interpolate SMaskInData Matte Intent"
_FORM: Final = "FormType BBox Matrix Resources Group I CS"
_PATTERN: Final = "PatternType PaintType TilingType XStep YStep Shading ExtGState"
_SHADING: Final = (
    "ShadingType Background AntiAlias Coords Domain Function Extend BitsPerCoordinate BitsPerFlag VerticesPerRow"
)
_FUNCTION: Final = "FunctionType Range Size BitsPerSample Order Encode C0 C1 Functions Bounds"
_STATE: Final = "LW LC LJ ML D RI OP op OPM Font BG BG2 UCR UCR2 TR TR2 FL SM SA BM CA ca AIS TK G BC"
_COLOUR: Final = "WhitePoint BlackPoint Gamma Process Components"
_FONT: Final = (
    "BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode DescendantFonts CIDSystemInfo Registry Ordering"
    " Supplement DW W DW2 W2 CIDToGIDMap FontBBox FontMatrix CharProcs BaseEncoding Differences UseCMap CMapName WMode"
    " FontName FontStretch FontWeight Flags ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth"
    " MaxWidth MissingWidth FontFile FontFile2 FontFile3 Length1 Length2 Length3 CIDSet"
)
KEPT: Final = frozenset(
    " ".join(
        (_GENERAL, _STREAM, _FILTERS, _IMAGE, _FORM, _PATTERN, _SHADING, _FUNCTION, _STATE, _COLOUR, _FONT)
    ).split()
)
# Entries that say something by a name. The others are numbers and parts, in which a name is a guest.
NAMING: Final = frozenset(
    (
        "Type Subtype S CS ColorSpace Filter DecodeParms Intent RI SMask BM BG BG2 UCR UCR2 TR TR2 Process Encoding"
        " BaseEncoding BaseFont FontName UseCMap CMapName CIDToGIDMap FontStretch Differences Function Functions K"
    ).split()
)
