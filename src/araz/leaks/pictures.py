"""Metadata of pictures: every part of a file that is not needed to show it.

The parts are walked by hand, since libraries read the metadata that they know and pass over the rest.
"""

from collections.abc import Iterator
from typing import Final

PNG: Final = b"\x89PNG\r\n\x1a\n"
JPEG: Final = b"\xff\xd8\xff"
_PNG_NEEDED: Final = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"bKGD", b"acTL", b"fcTL", b"fdAT")
)
_WEBP_NEEDED: Final = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"))
_JPEG_ALONE: Final = frozenset((0x01, *range(0xD0, 0xD9)))
_JFIF, _ADOBE, _COMMENT, _SCAN, _END = 0xE0, 0xEE, 0xFE, 0xDA, 0xD9
_JFIF_BYTES, _ADOBE_BYTES = 14, 12  # without a thumbnail, without anything


def is_picture(content: bytes) -> bool:
    return content.startswith((PNG, JPEG, b"GIF8", b"II*\0", b"MM\0*", b"BM")) or _is_webp(content) or _is_heif(content)


def unneeded_parts(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of every part of the picture that it can be shown without."""
    if content.startswith(PNG):
        yield from _of_png(content)
    elif content.startswith(JPEG):
        yield from _of_jpeg(content)
    elif _is_webp(content):
        yield from _of_webp(content)
    elif content.startswith(b"GIF8"):
        yield from _of_gif(content)
    else:
        yield "a format that can't be taken apart", content


def _is_webp(content: bytes) -> bool:
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


def _is_heif(content: bytes) -> bool:
    return content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"avif", b"avis")


def _of_png(content: bytes) -> Iterator[tuple[str, bytes]]:
    at = len(PNG)
    while at + 12 <= len(content):
        size, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        if kind not in _PNG_NEEDED:
            yield kind.decode("latin-1"), content[at + 8 : at + 8 + size]
        at += 12 + size
        if kind == b"IEND":
            break
    yield from _behind(content, at)


def _of_webp(content: bytes) -> Iterator[tuple[str, bytes]]:
    end = 8 + int.from_bytes(content[4:8], "little")
    at = 12
    while at + 8 <= min(end, len(content)):
        kind, size = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        if kind not in _WEBP_NEEDED:
            yield kind.decode("latin-1").strip(), content[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    yield from _behind(content, max(at, end))


def _of_jpeg(content: bytes) -> Iterator[tuple[str, bytes]]:
    at = 2
    while at + 2 <= len(content):
        if content[at] != 0xFF:  # of a scan
            at = content.find(b"\xff", at)
            if at < 0:
                return
            continue
        marker = content[at + 1]
        if marker == _END:
            yield from _behind(content, at + 2)
            return
        if marker in _JPEG_ALONE or marker in (0x00, 0xFF):
            at += 1 if marker == 0xFF else 2
            continue
        size = int.from_bytes(content[at + 2 : at + 4])
        part = content[at + 4 : at + 2 + size]
        if _is_unneeded(marker, part):
            yield "comment" if marker == _COMMENT else f"APP{marker - 0xE0}", part
        at += 2 + max(size, 2)


def _is_unneeded(marker: int, part: bytes) -> bool:
    if marker == _JFIF:
        return not part.startswith(b"JFIF\0") or len(part) > _JFIF_BYTES
    if marker == _ADOBE:
        return not part.startswith(b"Adobe") or len(part) > _ADOBE_BYTES
    return marker == _COMMENT or 0xE0 <= marker <= 0xEF


def _of_gif(content: bytes) -> Iterator[tuple[str, bytes]]:
    at = 13 + _colours(content, 10)
    while at + 2 <= len(content):
        match content[at]:
            case 0x21:
                label, (part, after) = content[at + 1], _sub_blocks(content, at + 2)
                if label != 0xF9 and not part.startswith((b"NETSCAPE2.0", b"ANIMEXTS1.0")):
                    yield ("comment" if label == 0xFE else "extension"), part
                at = after
            case 0x2C:
                at = _sub_blocks(content, at + 11 + _colours(content, at + 9))[1]
            case 0x3B:
                yield from _behind(content, at + 1)
                return
            case _:
                yield "what no picture has", content[at:]
                return


def _colours(content: bytes, at: int) -> int:
    flags = content[at] if at < len(content) else 0
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _sub_blocks(content: bytes, at: int) -> tuple[bytes, int]:
    found = bytearray()
    while at < len(content) and (size := content[at]):
        found += content[at + 1 : at + 1 + size]
        at += 1 + size
    return bytes(found), at + 1


def _behind(content: bytes, at: int) -> Iterator[tuple[str, bytes]]:
    if content[at:].strip(b"\0"):
        yield "what stands behind the picture", content[at:]
