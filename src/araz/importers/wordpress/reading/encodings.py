"""Finds out in which encoding a file is written: by its first bytes, by what it says, and by whether that can be true."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

SAMPLE_BYTES: Final = 512 * 1024
_DECLARED: Final = re.compile(rb"""^[^<]{0,2000}<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SINGLE_BYTE: Final = re.compile(r"cp\d+|iso8859-\d+|koi8-[rut]|mac-\w+|ascii")
_SEVERAL_BYTES: Final = re.compile(r"gb\w+|big5\w*|shift_jis\w*|euc_\w+")
_LETTERS: Final = re.compile(rb"[\x80-\xff]+")


@dataclass(frozen=True, slots=True)
class Encoding:
    name: str  # as Python calls it
    mark_bytes: int = 0  # length of the byte order mark
    doubt: str = ""  # a sentence, when it is not what the file says


def recognise(sample: bytes) -> Encoding:
    """Return the encoding of a file that begins like this."""
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return Encoding(name, mark_bytes=len(mark))
    start = sample[:200].lstrip(b" \t\r\n\x00")[:4]
    if b"\x00" in sample[:4] and (start[:1] == b"<" or sample[:2] == b"\x00<"):
        return Encoding("utf-16-be" if sample[:1] == b"\x00" else "utf-16-le")
    return _by_letters(sample, _declared(sample))


def _declared(sample: bytes) -> str:
    match = _DECLARED.match(sample)
    if not match:
        return ""
    try:
        return codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return ""


def _by_letters(sample: bytes, declared: str) -> Encoding:
    good, broken = _utf8_letters(sample)
    if _SEVERAL_BYTES.fullmatch(declared):
        return Encoding(declared)
    if _SINGLE_BYTE.fullmatch(declared) and declared != "ascii":
        if good > 3 * broken:
            return Encoding("utf-8", doubt=f"The file says that it is written in {declared}, but it is UTF-8.")
        return Encoding(declared)
    if broken > 3 and broken > good:
        guessed = _legacy(sample)
        windows = guessed.replace("cp", "windows-")
        return Encoding(
            guessed, doubt=f"The file is not UTF-8. It was read as {windows}; look whether its letters are right."
        )
    return Encoding("utf-8")


def _utf8_letters(sample: bytes) -> tuple[int, int]:
    """Return how many letters outside ASCII are good UTF-8, and how many bytes are not."""
    text, _ = codecs.utf_8_decode(sample, "surrogateescape", False)
    broken = len(re.findall("[\udc80-\udcff]", text))
    return len(re.findall("[\x80-\U0010ffff]", text)) - broken, broken


def _legacy(sample: bytes) -> str:
    """Tell Arabic from Latin letters: Arabic words are letters of the upper half throughout, Turkish ones have a few."""
    runs = [len(run) for run in _LETTERS.findall(sample)]
    return "cp1256" if sum(run for run in runs if run > 1) * 2 > sum(runs) else "cp1254"


def legacy_of(before: str, broken: str, after: str) -> str:
    """Guess the old encoding of a few broken bytes among good UTF-8 from the letters beside them, within the same field."""
    around = re.split(r"[>\[]", before)[-1] + broken + re.split(r"[<\]]", after)[0]
    arabic = sum("\u0600" <= letter <= "\u06ff" or "\udcc0" <= letter <= "\udcff" for letter in around)
    latin = sum(letter.isascii() and letter.isalpha() for letter in around)
    return "cp1256" if arabic > latin else "cp1254"
