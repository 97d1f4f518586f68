"""Searches every byte of a folder, in all codings in which words are kept there."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from araz.leaks import archives, decoding, documents

_WINDOW: Final = 4 << 20
_OVERLAP: Final = 2048  # bytes in which a word that begins in one window ends in the next
_MOST_PACKED: Final = 300_000_000
_DOUBLE: Final = re.compile(r"\\{2,}u")
_UTF_16: Final = ("utf-16-le", "utf-16-be")

Count = Callable[[str], int]


@dataclass(slots=True)
class Proof:
    """What a search found."""

    hits: dict[str, int] = field(default_factory=dict)  # by path from the folder
    files: int = 0
    bytes: int = 0

    @property
    def is_clean(self) -> bool:
        return not self.hits


def search(folder: Path, count: Count, progress: Callable[[int], object]) -> Proof:
    """Look into every file and its name. Files that vanish meanwhile are passed over."""
    proof = Proof()
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        found = count(file.name)
        if file.is_file() and not file.is_symlink():
            try:
                found += _in_file(file, count)
                proof.bytes += file.stat().st_size
            except FileNotFoundError:
                continue
            proof.files += 1
            if proof.files % 500 == 0:
                progress(proof.files)
        if found:
            proof.hits[path] = found
    progress(proof.files)
    return proof


def _in_file(file: Path, count: Count) -> int:
    found = 0
    with file.open("rb") as stream:
        head = stream.read(4)
        stream.seek(0)
        before = b""
        while window := stream.read(_WINDOW):
            found += max((count(text) for text in texts_of(before + window)), default=0)
            before = window[-_OVERLAP:] if len(window) == _WINDOW else b""
    if _is_packed(head, file) and file.stat().st_size <= _MOST_PACKED:
        found += sum(max(map(count, texts_of(inner)), default=0) for inner in _unpacked(file.read_bytes(), file.suffix))
    return found


def texts_of(content: bytes) -> Iterator[str]:
    """Yield the content as texts: as UTF-8 with entities, percents and escapes as they are and resolved, and as UTF-16."""
    text = content.decode("utf-8", "ignore")
    yield from decoding.views(text)
    if "\\\\u" in text:  # JSON inside of JSON
        yield decoding.decode(_DOUBLE.sub(r"\\u", text))
    if b"\0" in content:
        for coding in _UTF_16:
            for start in (0, 1):
                yield content[start:].decode(coding, "ignore")


def _is_packed(head: bytes, file: Path) -> bool:
    return head[:2] in (b"PK", b"\x1f\x8b") or head == b"%PDF" or file.suffix in (".br", ".tar")


def _unpacked(content: bytes, suffix: str, depth: int = 0) -> Iterator[bytes]:
    """Yield what is packed in the content, and what is packed in that."""
    for name, inner in _members(content, suffix):
        yield name.encode()
        yield inner
        if depth < 3:
            yield from _unpacked(inner, Path(name).suffix, depth + 1)


def _members(content: bytes, suffix: str) -> Iterator[tuple[str, bytes]]:
    if content[:4] == b"%PDF":
        yield from _of_pdf(content)
        return
    members: Iterator[archives.Member] = iter(())
    if content[:2] == b"PK":
        members = archives.of_zip(content)
    elif content[:2] == b"\x1f\x8b":
        members = archives.of_gzip(content)
    elif suffix == ".br":
        members = archives.of_brotli(content)
    elif archives.is_tar(content):
        members = archives.of_tar(content)
    yield from ((member.name, member.content) for member in members)


def _of_pdf(content: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        paper = documents.read(content)
    except documents.Unreadable:
        return
    for text in (*paper.texts, *(value for _, value in paper.described)):
        yield "", text.encode()
    yield from paper.files
