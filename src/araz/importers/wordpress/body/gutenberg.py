"""The comments between which WordPress's newer editor puts its blocks: <!-- wp:heading {"level":3} -->."""

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from araz.importers.wordpress.body.counting import count

_COMMENT: Final = re.compile(r"\s*(/?)wp:([a-z0-9][\w/-]*)\s*(\{.*\})?\s*(/?)\s*", re.DOTALL)
WITHOUT_WORDS: Final = frozenset(["spacer", "separator", "more", "nextpage", "footnotes", "paragraph"])
# What the page itself makes when it is shown. It holds no words of the author's, whatever its attributes say.
_MADE_BY_THE_PAGE: Final = re.compile(
    r"(?:post-|comment|latest-|site-|query|archives|categories|calendar|tag-cloud|search|loginout|navigation|page-list"
    r"|home-link|avatar|rss|term-|read-more|social-link|template-part|pattern)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One end of a block, or a whole block that has no HTML."""

    name: str  # "heading", "acme/slider": without "core/"
    is_end: bool = False
    is_whole: bool = False
    says: str = ""  # JSON

    def values(self) -> dict[str, Any]:
        """Return the block's attributes; nothing if they can't be read."""
        try:
            found = json.loads(self.says) if self.says else {}
        except (ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}


def comment_of(content: str) -> Comment | None:
    """Return what a comment says about blocks, if it is one of theirs."""
    if "wp:" not in content:
        return None
    found = _COMMENT.fullmatch(content)
    if not found:
        return None
    name = found[2].removeprefix("core/")
    return Comment(name=name, is_end=bool(found[1]), is_whole=bool(found[4]), says=found[3] or "")


def is_made_by_the_page(name: str) -> bool:
    return bool(_MADE_BY_THE_PAGE.match(name))


def words_said(values: dict[str, Any]) -> int:
    """Return how many words a block without HTML holds in its attributes: only texts of several words count."""
    words, waiting = 0, list(values.values())
    while waiting:
        match waiting.pop():
            case str(text) if " " in text.strip():
                words += count(text)
            case dict(inner):
                waiting += inner.values()
            case list(inner):
                waiting += inner
            case _:
                pass
    return words
