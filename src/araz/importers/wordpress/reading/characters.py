"""Bytes to clean characters: what XML does not allow is removed, broken bytes are mended, and both are told with their line.

What comes out are whole lines as far as possible, ended by a line feed alone, so that lines are counted as editors count them.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from typing import Final

from araz.importers.wordpress.reading import encodings
from araz.importers.wordpress.reading.containers import Damaged
from araz.importers.wordpress.reading.lines import LineCounter
from araz.importers.wordpress.reading.notes import FileNotes

MAX_LINE_CHARS: Final = 1024 * 1024  # a longer line is passed on in parts
BESIDE: Final = 12  # letters that tell in which alphabet a broken one is written
_CONTROL_BYTES: Final = bytes({*range(32)} - {9, 10, 13})
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]+")
_BROKEN: Final = re.compile(
    "[\ud800-\udfff]+"
)  # Python's "surrogateescape" makes a byte out of UTF-8 into one of these
_CUT_LETTER: Final = re.compile(rb"[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2}")
_END_OF_FIELD: Final = re.compile(r"\Z|\s*(?:\]\]>|<|\.\.\.|…|\[)")


class Characters:
    """The text of one file, piece by piece."""

    def __init__(self, chunks: Iterator[bytes], notes: FileNotes) -> None:
        self._chunks = chunks
        self._notes = notes
        self.line = 1  # of the first character that was not yielded yet
        self._lines = LineCounter()
        self.is_damaged = False  # the packing broke off

    def __iter__(self) -> Iterator[str]:
        rest, may_be_broken = "", False
        for piece, is_suspect in self._decoded():
            text, may_be_broken = rest + piece, may_be_broken or is_suspect
            end = text.rfind("\n") + 1
            if not end and len(text) > MAX_LINE_CHARS:
                end = len(text) - text.endswith("\r")
            lines, rest = text[:end], text[end:]
            if lines:
                yield self._clean(lines, may_be_broken)
                may_be_broken = is_suspect
        if rest:
            yield self._clean(rest, True)

    def _decoded(self) -> Iterator[tuple[str, bool]]:
        """Yield text, and whether something in it may have to be cleaned; a line can lie in two pieces."""
        sample, chunks = self._sample()
        encoding = encodings.recognise(sample)
        if encoding.doubt:
            self._notes.tell("repaired" if encoding.name == "utf-8" else "doubtful", encoding.doubt, line=1)
        sample = sample[encoding.mark_bytes :]
        if encoding.name == "utf-8":
            yield from _from_utf8(_chain(sample, chunks))
            return
        errors = "replace" if encoding.name.startswith("utf-") else "surrogateescape"
        decoder = codecs.getincrementaldecoder(encoding.name)(errors)
        for chunk in _chain(sample, chunks):
            yield decoder.decode(chunk), True
        yield decoder.decode(b"", final=True), True

    def _sample(self) -> tuple[bytes, Iterator[bytes]]:
        chunks = self._until_damage()
        sample = b""
        for chunk in chunks:
            sample += chunk
            if len(sample) >= encodings.SAMPLE_BYTES:
                break
        return sample, chunks

    def _until_damage(self) -> Iterator[bytes]:
        try:
            yield from self._chunks
        except Damaged:
            self.is_damaged = True

    def _clean(self, text: str, is_suspect: bool) -> str:
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        if is_suspect:
            text = self._counted(_BROKEN, self._mended, text)
            text = self._counted(_FORBIDDEN, self._removed, text)
        self.line += text.count("\n")
        return text

    def _counted(self, pattern: re.Pattern[str], instead: Callable[[re.Match[str]], str], text: str) -> str:
        self._lines = LineCounter(self.line)
        self._lines.begin(text)
        return pattern.sub(instead, text)

    def _mended(self, match: re.Match[str]) -> str:
        line = self._lines.at(match.start())
        mended = _mend(match)
        if mended:
            self._notes.tell_some(
                "repaired", "Bytes that are not in the file's encoding were read as an older one.", line=line
            )
        else:
            self._notes.tell_some(
                "lost", "Half a letter was removed: the other half is missing in the file.", line=line
            )
        return mended

    def _removed(self, match: re.Match[str]) -> str:
        line = self._lines.at(match.start())
        self._notes.tell_some("repaired", "Control characters that no text may hold were removed.", line=line)
        return ""


def _chain(first: bytes, others: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from others


def _from_utf8(chunks: Iterator[bytes]) -> Iterator[tuple[str, bool]]:
    rest = b""
    for chunk in chunks:
        data = rest + chunk
        # Looking at bytes is ten times faster than looking at characters, and nearly every file is clean.
        is_suspect = len(data.translate(None, _CONTROL_BYTES)) != len(data) or b"\xef\xbf" in data
        try:
            text, used = codecs.utf_8_decode(data, "strict", False)
        except UnicodeDecodeError:
            text, used = codecs.utf_8_decode(data, "surrogateescape", False)
            is_suspect = True
        yield text, is_suspect
        rest = data[used:]
    yield rest.decode("utf-8", "surrogateescape"), True


def _mend(match: re.Match[str]) -> str:
    """Return what broken bytes were meant to be; nothing for a letter that was cut in two."""
    run, text, begin, end = match[0], match.string, match.start(), match.end()
    if not all("\udc80" <= one <= "\udcff" for one in run):
        return ""
    data = bytes(ord(one) - 0xDC00 for one in run)
    try:  # letters beyond the 65,536th, written as two halves in UTF-8 by old databases
        return data.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        pass
    if data.startswith(b"\xed") or (_CUT_LETTER.fullmatch(data) and _END_OF_FIELD.match(text, end)):
        return ""
    encoding = encodings.legacy_of(text[max(begin - BESIDE, 0) : begin], run, text[end : end + BESIDE])
    return data.decode(encoding, "replace")
