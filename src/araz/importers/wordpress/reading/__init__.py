"""Reads WordPress's export files: bytes to clean characters, characters to pieces of XML, pieces to `export.Entry`.

What is broken is mended as far as that can be done without guessing at words, and every mending is told with its line.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from araz.importers.wordpress.export import Author, Entry
from araz.importers.wordpress.findings import Finding, Note
from araz.importers.wordpress.reading.containers import streams
from araz.importers.wordpress.reading.doubles import Doubles
from araz.importers.wordpress.reading.joining import joined
from araz.importers.wordpress.reading.notes import FileNotes
from araz.importers.wordpress.reading.one_file import FileReader
from araz.importers.wordpress.reading.people import People

__all__ = ["People", "read_export"]

_JOINED = "These files are one that was cut up: each goes on where the one before it ends. Lines are counted through all of them."


def read_export(
    files: Sequence[Path], note: Note, *, progress: Callable[[int], None] | None = None, people: People | None = None
) -> Iterator[Entry]:
    """Yield what the files hold, one file after the other; each thing once, even if several files hold it.

    Each file's `Site` comes first, then its authors and terms, then its items; last the accounts that only terms describe. `progress` is told how many bytes were read
    since it was told last; the sum is the size of all files. Raises ExportRefused for what is no export or would harm;
    how all files begin, and whose addresses they have, is looked at before anything is yielded. `people`: filled by the first
    reading of these files, and used by a second one.
    """
    wholes = joined(files)
    doubles, people = Doubles(), People() if people is None else people
    if not people.has_learnt_addresses:
        for parts in wholes:
            for stream in streams(parts, _nobody):
                FileReader(stream, FileNotes(_nobody, stream.name), Doubles(), people).check()
        people.has_learnt_addresses = True
    for parts in wholes:
        if len(parts) > 1:
            note(Finding(kind="repaired", what=_JOINED, file=f"{parts[0].name} to {parts[-1].name}"))
        for stream in streams(parts, progress or _nobody):
            yield from FileReader(stream, FileNotes(note, stream.name), doubles, people).read()
    for login in tuple(people.only_in_profiles()):
        author = Author(login=login)
        people.add(author)
        yield author


def _nobody(_: object) -> None:
    pass
