"""What a body could not bring along, gathered so that ten scripts are one finding and not ten."""

from dataclasses import dataclass, field

from araz.importers.wordpress.body.surroundings import Surroundings
from araz.importers.wordpress.findings import Finding, Kind, Note


@dataclass(slots=True)
class Leftovers:
    """Findings of one body by what they say, with how often and how many words."""

    _found: dict[tuple[Kind, str], list[int]] = field(default_factory=dict)

    def add(self, kind: Kind, what: str, words: int = 0) -> None:
        """Count one more; `what` is a sentence without its full stop."""
        times_and_words = self._found.setdefault((kind, what), [0, 0])
        times_and_words[0] += 1
        times_and_words[1] += words

    def tell(self, around: Surroundings, note: Note) -> None:
        for (kind, what), (times, words) in self._found.items():
            note(
                Finding(
                    kind=kind,
                    what=f"{what}." if times == 1 else f"{what} ({times} times).",
                    file=around.file,
                    line=around.line,
                    item=around.item,
                    words=words,
                )
            )
