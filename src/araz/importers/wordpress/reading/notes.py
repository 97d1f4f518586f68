"""Tells findings about one file, and does not tell the same thing a thousand times."""

from collections import Counter

from araz.importers.wordpress.findings import Finding, Kind, Note

TOLD_EACH = 50  # findings of one sort that a file gets with their lines; the rest is counted


class FileNotes:
    """The findings of one export file."""

    def __init__(self, note: Note, file: str) -> None:
        self._note = note
        self._told: Counter[tuple[Kind, str]] = Counter()
        self._last: dict[tuple[Kind, str], int] = {}
        self.file = file

    def tell(self, kind: Kind, what: str, *, line: int = 0, item: int = 0, headline: str = "") -> None:
        self._note(Finding(kind=kind, what=what, file=self.file, line=line, item=item, headline=headline))

    def tell_some(self, kind: Kind, what: str, *, line: int) -> None:
        """Tell this with its line: once for a line, and not if it was told about many lines of this file already."""
        if self._last.get((kind, what)) == line:
            return
        self._last[kind, what] = line
        self._told[kind, what] += 1
        if self._told[kind, what] <= TOLD_EACH:
            self.tell(kind, what, line=line)

    def sum_up(self) -> None:
        """Tell how often that was which was not told each time."""
        for (kind, what), times in self._told.items():
            if times > TOLD_EACH:
                self.tell(kind, f"{what} The same in {times - TOLD_EACH:,} more lines of this file.")
        self._told.clear()
