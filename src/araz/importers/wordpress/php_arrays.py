"""Reads the little PHP arrays that plugins put into an export. Only texts, numbers and arrays: an object is refused."""

from typing import Final

MAX_BYTES: Final = 65_536
MAX_DEPTH: Final = 4

Value = str | int | dict[str, "Value"]


class NotPhpArray(ValueError):
    """The text is not a PHP array, or one with more in it than is read."""


def read_array(text: str) -> dict[str, Value]:
    """Return a serialised PHP array; keys that are numbers come as texts. Raises NotPhpArray."""
    source = text.strip().encode(errors="replace")
    if len(source) > MAX_BYTES:
        raise NotPhpArray(f"more than {MAX_BYTES} bytes")
    value, end = _value(source, 0, 0)
    if not isinstance(value, dict) or end != len(source):
        raise NotPhpArray("no array, or more than one value")
    return value


def _value(source: bytes, place: int, depth: int) -> tuple[Value, int]:
    match source[place : place + 2]:
        case b"N;":
            return "", place + 2
        case b"i:" | b"b:":
            digits, end = _until(source, place + 2, b";")
            return _number(digits), end
        case b"d:":
            digits, end = _until(source, place + 2, b";")
            return digits.decode("ascii", "replace"), end
        case b"s:":
            return _text(source, place + 2)
        case b"a:" if depth < MAX_DEPTH:
            return _array(source, place + 2, depth + 1)
        case _:
            raise NotPhpArray("neither text, number nor array, or arrays too deep")


def _text(source: bytes, place: int) -> tuple[str, int]:
    digits, begin = _until(source, place, b":")
    end = begin + 1 + _number(digits)  # PHP counts bytes, not letters
    if end < begin or source[begin : begin + 1] != b'"' or source[end : end + 2] != b'";':
        raise NotPhpArray("a text is longer or shorter than it says")
    return source[begin + 1 : end].decode(errors="replace"), end + 2


def _array(source: bytes, place: int, depth: int) -> tuple[dict[str, Value], int]:
    digits, place = _until(source, place, b":")
    count = _number(digits)
    if source[place : place + 1] != b"{" or not 0 <= count <= len(source):
        raise NotPhpArray("an array has no beginning")
    place += 1
    values: dict[str, Value] = {}
    for _ in range(count):
        key, place = _value(source, place, depth)
        if isinstance(key, dict):
            raise NotPhpArray("an array is no key")
        values[str(key)], place = _value(source, place, depth)
    if source[place : place + 1] != b"}":
        raise NotPhpArray("an array has no end")
    return values, place + 1


def _until(source: bytes, place: int, sign: bytes) -> tuple[bytes, int]:
    end = source.find(sign, place, place + 32)
    if end < 0:
        raise NotPhpArray("a number has no end")
    return source[place:end], end + 1


def _number(digits: bytes) -> int:
    try:
        return int(digits)
    except ValueError as error:
        raise NotPhpArray("a number is none") from error
