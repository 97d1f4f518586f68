"""What was found at the desk: where, and how often, and in which forms."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Progress = Callable[[int], object]  # is told how many rows were looked at


@dataclass(slots=True)
class Finds:
    """Keys of rows by the table's label; counts by what people call the place."""

    rows: dict[str, list[Any]] = field(default_factory=dict)
    places: Counter[str] = field(default_factory=Counter)

    def add(self, label: str, called: str, key: Any) -> None:
        self.rows.setdefault(label, []).append(key)
        self.places[called] += 1

    def __bool__(self) -> bool:
        return bool(self.rows)
