"""Comments that were approved at the old site, with their threads and without anything about who wrote them."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from araz.edition.comments import Comment
from araz.edition.names import StoryId
from araz.importers.wordpress import export
from araz.importers.wordpress.ids import id_for
from araz.importers.wordpress.options import Comments
from araz.importers.wordpress.reading.people import without_any_address
from araz.importers.wordpress.reading.values import initials
from araz.language import repair

_LONGEST_NAME: Final = 60
_NOBODY: Final = "—"


def comments_of(item: export.Item, story: StoryId, language: str, how: Comments, day: date) -> Iterator[Comment]:
    """Yield the item's comments, those that are answered before their answers. `day` is used where a comment has none."""
    if how == "drop":
        return
    said = [each for each in item.comments if each.is_approved and each.kind == "comment"]
    numbers = {each.number for each in said}
    for each in sorted(said, key=lambda each: each.number):
        text = without_any_address(_plain(each.text, language))
        if text:
            yield Comment(
                id=id_for(f"{story}/{each.number}"),
                story=story,
                answers=id_for(f"{story}/{each.answers}")
                if each.answers in numbers and each.answers < each.number
                else "",
                name=_name(each, language, how),
                text=text,
                day=each.day or day,
                from_desk=each.by_account,
            )


def _name(comment: export.Comment, language: str, how: Comments) -> str:
    """The chosen name or its first letters. Whoever had an account is the desk, without a name."""
    name = repair(comment.name.strip(), language)[:_LONGEST_NAME]
    if comment.by_account or not name:
        return _NOBODY
    if how == "names":
        return name
    return initials(name)


def _plain(html: str, language: str) -> str:
    """The comment's text, with its paragraphs."""
    marked = html.replace("<br", "\n<br").replace("</p>", "</p>\n\n")
    tree = LexborHTMLParser(f"<body>{marked}</body>")
    for node in tree.css("script, style, iframe, noscript"):
        node.decompose()
    text = tree.body.text() if tree.body else ""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return repair("\n".join(lines).strip(), language).replace("\n\n\n", "\n\n")
