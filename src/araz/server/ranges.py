"""One range of bytes, as a player or a broken download asks for it (RFC 9110, section 14)."""

import re
from typing import Final

_ONE: Final = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


class OutOfRange(Exception):
    """The file ends before the range begins."""


def wanted_range(header: str, size: int) -> tuple[int, int] | None:
    """Return the range as start and end (not included); None if the whole file should be sent.

    Several ranges and what can't be read are answered with the whole file, as the standard allows. Raises OutOfRange.
    """
    found = _ONE.fullmatch(header.replace(" ", ""))
    if not found or found.group(0) == "bytes=-":
        return None
    first, last = found.groups()
    if not first:
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(int(last) + 1, size) if last else size
        if last and int(last) < start:
            return None
    if start >= size or start >= end:
        raise OutOfRange
    return start, end
