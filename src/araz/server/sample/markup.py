"""The inline markup of the sample's texts, read into the runs of an edition.

    **bold**   *italic*   [words](https://example.org)   [words](story:KEY)   {fa:متن}   [^1]

Marks do not nest. A story is linked by its key in the sample; whoever makes the newsroom puts the id in its place.
"""

import re
from typing import Final

from araz.edition.text import Address, Run, Text

_MARK: Final = re.compile(
    r"\*\*(?P<bold>[^*]+)\*\*"
    r"|\*(?P<italic>[^*]+)\*"
    r"|\[\^(?P<note>\d+)\]"
    r"|\[(?P<words>[^\]\[]+)\]\((?P<link>(?:https?://|story:)[^)\s]+)\)"
    r"|\{(?P<language>az|azb|fa|tr|en):(?P<foreign>[^{}]+)\}"
)
_LEFT_OVER: Final = re.compile(r"[*{}]|\[|\]")


class MarkupError(ValueError):
    """A text of the sample has a mark that does not close."""


def runs_of(marked: str) -> Text:
    """Return the text as runs; raises `MarkupError` when a mark is left over."""
    runs: list[Run] = []
    end = 0
    for found in _MARK.finditer(marked):
        runs += _plain(marked[end : found.start()])
        runs.append(_run(found))
        end = found.end()
    return (*runs, *_plain(marked[end:]))


def _plain(words: str) -> list[Run]:
    if _LEFT_OVER.search(words):
        raise MarkupError(f"A mark does not close in “{words}”. Close it, or write the text without it.")
    return [Run(text=words)] if words else []


def _run(found: re.Match[str]) -> Run:
    part = found.groupdict(default="")
    if part["note"]:
        return Run(note=int(part["note"]))
    words = part["bold"] or part["italic"] or part["words"] or part["foreign"]
    return Run(
        text=words,
        bold=bool(part["bold"]),
        italic=bool(part["italic"]),
        link=Address(part["link"]),
        language=part["language"],
    )
