"""The comments between which WordPress's newer editor puts its blocks: <!-- wp:heading {"level":3} -->."""

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from araz.importers.wordpress.body import shortcodes
from araz.importers.wordpress.body.counting import count

_NAME: Final = re.compile(r"[a-z0-9][\w/-]*")
WITHOUT_WORDS: Final = frozenset(  # WordPress's own blocks that are empty when they have no HTML
    "audio button buttons code column columns cover details file footnotes freeform gallery group heading html image list "
    "list-item media-text more nextpage paragraph preformatted pullquote quote separator shortcode spacer table verse "
    "video".split()
)
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
    inside = content.strip()
    begun = inside.removeprefix("/")
    if not begun.startswith("wp:"):
        return None
    name, *says = begun.removeprefix("wp:").removesuffix("/").split(maxsplit=1) or [""]
    if not _NAME.fullmatch(name) or (says and not says[0].startswith("{")):
        return None
    return Comment(
        name=name.removeprefix("core/"),
        is_end=inside.startswith("/"),
        is_whole=begun.endswith("/"),
        says=says[0] if says else "",
    )


def is_made_by_the_page(name: str) -> bool:
    return "/" not in name and bool(_MADE_BY_THE_PAGE.match(name))


def document_said(values: dict[str, Any]) -> str:
    """Return the address of the PDF that a plug-in's block without HTML shows, or nothing."""
    texts = (value for value in values.values() if isinstance(value, str))
    return next((text for text in texts if shortcodes.is_document(text)), "")


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
