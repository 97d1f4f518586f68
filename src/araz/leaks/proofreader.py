"""The proofreader: looks at the bytes of any file and says what must not be in them."""

import os
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import Final

from araz.contracts import Hit
from araz.language.folding import fold
from araz.leaks import archives, databases, discs, documents, pictures
from araz.leaks.decoding import files_in, is_quoted, packed, quoted, unpacked
from araz.leaks.lines import APART, Lines
from araz.leaks.secrets import NO_SECRETS, Secrets, mark_of
from araz.leaks.text import TextFinder, is_readable, is_text, is_wide, texts_in

FINDERS: Final = 4  # counts up when finders find more: what was printed before is then looked at again
_DEEPEST: Final = 5  # a zip in a zip
_MARKED: Final = (b"\xff", b"\xfe")  # begin a text in UTF-16
_HEAD: Final = 4096  # bytes in which a file shows that it is no text
_WHOLE: Final = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\xff",
    b"\xfe",
    b"RIFF",
    b"\x89PNG",
    b"GIF8",
    b"BM",
    b"II*",
    b"MM",
)
_MOST_RUNS: Final = 20_000  # about 1 MB
_AT_ONCE: Final = 500_000  # bytes of new lines: what they are parted into takes twenty times as much memory


class Proofreader:
    """Looks at files one after another; it remembers which words are harmless.

    `waived` are digests of what is no secret. Without a `key` digests are of this process only.
    """

    def __init__(self, secrets: Secrets = NO_SECRETS, *, key: bytes = b"", waived: Iterable[str] = ()) -> None:
        self._key = key[:64] or os.urandom(32)
        self._waived = frozenset(waived)
        self._finder = TextFinder(secrets)
        self._harmless: set[int] = set()  # runs of base64
        self._lines = Lines()
        mark = mark_of(secrets, self._key if key else b"")
        self._version = f"{FINDERS}-{mark}" if mark else ""
        self.words_known = secrets.words_known

    def version(self) -> str:
        return self._version

    def look(self, path: str, body: bytes, known: bytes = b"") -> tuple[Hit, ...]:
        if not _is_of_lines(path, body):
            return tuple(dict.fromkeys(self._look(path, body, 0)))
        lines, marks = self._lines.unknown(body, known)
        hits = tuple(dict.fromkeys(self._look(path, lines, 0)))
        if not hits:
            self._lines.remember(marks)
        return hits

    def skim(self, files: Iterable[tuple[str, bytes, bytes]]) -> tuple[Hit, ...]:
        hits: list[Hit] = []
        found: list[Hit] = []
        texts: list[str] = []
        seen: set[int] = set()
        letters = 0
        for path, body, known in files:
            lines, marks = self._lines.unknown(body, known, seen) if _is_of_lines(path, body) else (b"", [])
            if not marks or not is_text(lines):
                hits += self.look(path, body, known)
                continue
            texts += [path, lines.decode()]
            seen.update(marks)
            letters += len(lines)
            if letters > _AT_ONCE:
                found += self.read(*texts)
                texts, letters = [], 0
        found += self.read(*texts)
        if not found:
            self._lines.remember(seen)
        return tuple(dict.fromkeys([*hits, *found]))

    def read(self, *texts: str) -> tuple[Hit, ...]:
        alone = [text for text in texts if is_quoted(text)]  # it is decoded as a whole
        together = APART.join(text for text in texts if not is_quoted(text))
        return tuple(dict.fromkeys(hit for text in (*alone, together) for hit in self._of_text(text, 0)))

    def digest(self, subject: str, hit: Hit) -> str:
        told = f"{subject}\0{hit.kind}\0{fold(hit.value)}".encode()
        return blake2b(told, key=self._key, digest_size=16, person=b"waiver").hexdigest()

    def waives(self, digest: str) -> bool:
        return digest in self._waived

    def with_waivers(self, waived: Iterable[str]) -> "Proofreader":
        """Return the same proofreader, which also remembers the same words, with other waivers."""
        other = object.__new__(Proofreader)
        other.__dict__ |= self.__dict__ | {"_waived": frozenset(waived)}
        return other

    # One file

    def _look(self, path: str, body: bytes, depth: int) -> Iterator[Hit]:
        if depth == 0:
            yield from self._finder.find_secrets(path)
        elif depth > _DEEPEST:
            yield Hit("unreadable", path)
            return
        if finder := self._for(path, body):
            yield from finder(path, body, depth)
        elif is_text(body):
            yield from self._of_text(next(iter(texts_in(body))) if body[:1] in _MARKED else body.decode(), depth)
        else:
            yield from self._finder.find_in_bytes(body)

    def _for(self, path: str, body: bytes) -> Callable[[str, bytes, int], Iterator[Hit]] | None:
        """Which finder takes such a file apart; by its bytes, for names may lie."""
        if pictures.is_picture(body):
            return self._of_picture
        if body.startswith(b"%PDF-"):
            return self._of_pdf
        if body.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            return lambda path, body, depth: self._of_members(path, archives.of_zip(body), depth)
        if body.startswith(b"\x1f\x8b"):
            return lambda path, body, depth: self._of_members(path, archives.of_gzip(body), depth)
        if path.endswith(".br"):
            return lambda path, body, depth: self._of_members(path, archives.of_brotli(body), depth)
        if archives.is_tar(body):
            return lambda path, body, depth: self._of_members(path, archives.of_tar(body), depth)
        if body.startswith(databases.MAGIC):
            return self._of_database
        return self._of_disc if discs.is_disc(body) else None

    def _of_text(self, text: str, depth: int) -> Iterator[Hit]:
        text, files = files_in(text)
        yield from self._finder.find(text)
        if depth > _DEEPEST:
            return
        for run in (*files, *packed(text)):
            yield from self._of_run(run, depth)
        yield from self._of_unpacked(quoted(text), depth)

    def _of_run(self, run: str, depth: int) -> Iterator[Hit]:
        """What a run of base64 holds. The same fonts stand in every volume: what was harmless once is not taken apart again."""
        mark = hash(run)
        if mark in self._harmless:
            return
        content = unpacked(run)
        hits = (*self._finder.find_digests(content), *self._of_unpacked(content, depth))
        if not hits:
            if len(self._harmless) > _MOST_RUNS:
                self._harmless.clear()
            self._harmless.add(mark)
        yield from hits

    def _of_unpacked(self, content: bytes, depth: int) -> Iterator[Hit]:
        if self._for("", content):
            yield from self._look("", content, depth + 1)
        elif is_text(content) or is_wide(content):
            for text in texts_in(content):
                if is_readable(text):
                    yield from self._of_text(text, depth + 1)

    def _of_picture(self, path: str, body: bytes, _depth: int) -> Iterator[Hit]:
        for name, part in pictures.unneeded_parts(body):
            yield Hit("metadata", f"{path} {name}")
            yield from self._finder.find_in_bytes(part)

    def _of_pdf(self, path: str, body: bytes, depth: int) -> Iterator[Hit]:
        try:
            paper = documents.read(body)
        except documents.Unreadable:
            yield Hit("unreadable", path)
            return
        for name, value in paper.described:
            yield Hit("metadata", f"{path} {name}")
            yield from self._finder.find(value)
        for text in paper.texts:
            yield from self._of_text(text, depth + 1)
        for name, content in paper.files:
            if name == "/EmbeddedFile":
                yield Hit("metadata", f"{path} {name}")
            yield from self._look("", content, depth + 1)
        yield from self._finder.find_in_bytes(documents.between_streams(body))

    def _of_members(self, path: str, members: Iterable[archives.Member], depth: int) -> Iterator[Hit]:
        for member in members:
            name = f"{path}: {member.name}"
            if member.is_timed:
                yield Hit("time", name)
            if member.is_marked:
                yield Hit("metadata", name)
            if member.is_unreadable:
                yield Hit("unreadable", name)
            for told in (member.name, *member.told):
                yield from self._finder.find(told)
            yield from self._look(member.name, member.content, depth + 1)

    def _of_database(self, path: str, body: bytes, depth: int) -> Iterator[Hit]:
        yield from self._finder.find_joined(body)
        try:
            for value in databases.values_of(body):
                if isinstance(value, str):
                    yield from self._of_text(value, depth + 1)
                else:
                    yield from self._look("", value, depth + 1)
        except databases.Unreadable:
            yield Hit("unreadable", path)

    def _of_disc(self, path: str, body: bytes, depth: int) -> Iterator[Hit]:
        for descriptor in discs.descriptors(body):
            yield from self._finder.find_in_bytes(descriptor)
        for name, content in discs.files(body):
            yield from self._finder.find(name)
            yield from self._look(f"{path}: {name}", content, depth + 1)


def _is_of_lines(path: str, body: bytes) -> bool:
    return not (path.endswith(".br") or b"\0" in body[:_HEAD] or body.startswith(_WHOLE))
