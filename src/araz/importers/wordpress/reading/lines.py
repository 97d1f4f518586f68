"""Counts lines while a text is read from its beginning to its end."""


class LineCounter:
    """Knows the line of each place that is asked for, in rising order, without counting from the beginning every time."""

    def __init__(self, line: int = 1) -> None:
        self.line = line  # of what was counted last
        self._text = ""
        self._place = 0

    def begin(self, text: str) -> None:
        """Go on with this text, which follows what was counted before."""
        self._text, self._place = text, 0

    def at(self, place: int) -> int:
        """Return the line of a place that is not before the one asked for last."""
        self.line += self._text.count("\n", self._place, place)
        self._place = place
        return self.line

    def end(self) -> None:
        self.at(len(self._text))
