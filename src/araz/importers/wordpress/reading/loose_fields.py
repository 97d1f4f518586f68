"""Fields of an export that are found without parsing it, broken or not: patterns for their tags, and the text of what they hold."""

import re
from html import unescape
from typing import Final

TAG_END: Final = (  # behind the name of a field, and of what is in its tag
    r"(?:\s{1,20}+[\w:.-]{1,60}+\s{0,5}+=\s{0,5}+(?:\"[^\"<]{0,300}+\"|'[^'<]{0,300}+'|[^\s<>\"']{1,100}+)){0,8}+\s{0,20}+>"
    r"(?!\s*+<(?![!?]))"  # holds something, and is not the end of the field
)
CONTENT: Final = (
    r"((?:[^<]{1,400}+|<!\[CDATA\[(?s:.{0,400}?)\]\]>|<!--(?s:.{0,300}?)-->|<\?(?s:.{0,300}?)\?>|<!\[CDATA\[){1,12}+)"
)
_JOINTS: Final = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[|\]\]>", re.DOTALL)


def text_of(content: str) -> str:
    """Return the text of a field, of whatever pieces it is made: sections, comments between them, entities."""
    return unescape(_JOINTS.sub("", content))
