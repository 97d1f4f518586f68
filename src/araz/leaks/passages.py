"""The lines of a long text in which something begins: the rest of it need not be read letter by letter."""

import re


def lines_with(pattern: re.Pattern[str], text: str) -> str:
    """Return the lines of the text in which the pattern finds something, each once; nothing if there are none."""
    found: list[str] = []
    place = 0
    while hit := pattern.search(text, place):
        begin, end = text.rfind("\n", 0, hit.start()) + 1, text.find("\n", hit.end())
        if end < 0:
            end = len(text)
        found.append(text[begin:end])
        place = end
    return "\n".join(found)
