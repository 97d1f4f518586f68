"""A comment as it may be known: who wrote it is a name at most."""

import re
from collections.abc import Iterator, Sequence, Set
from html import unescape
from typing import Final, Literal

import msgspec

from araz.importers.wordpress.export import Comment
from araz.importers.wordpress.reading import values
from araz.importers.wordpress.reading.elements import Element
from araz.importers.wordpress.reading.name_endings import lengths_of_endings
from araz.importers.wordpress.reading.people import People, without_any_address, without_any_e_mail
from araz.importers.wordpress.reading.tally import Personal, Tally
from araz.language.wanted import Span

_DROPPED: Final[dict[str, Personal]] = {
    "comment_author_email": "e-mail",
    "comment_author_IP": "IP address",
    "comment_author_url": "web site",
    "comment_agent": "browser",
}
_ACCOUNT_NAME: Final = re.compile(
    r"(?=.*[\d_.@-]|[a-z]+\Z)\S{5,60}"
)  # one word that is not written as a person's name is
_FEWEST_LETTERS: Final = 5
_NAME_LIKE: Final = re.compile(r"[\w.@-]{5,200}")  # of what signs names of accounts are
_EDGE: Final = re.compile(r"\b|(?<=\d)(?=[^\W\d_])")
_SIGN_INSIDE: Final = re.compile(r"\w[_.@]\w")
_MOST_EDGES: Final = 24  # a name has few signs
_HIDDEN: Final = "…"
_LEFT_OUT: Final = {"spam": "spam", "trash": "trash", "post-trashed": "trash"}


def read_comments(elements: Sequence[Element], people: People, tally: Tally) -> Iterator[Comment]:
    """Yield an item's comments, without what spam there is; “…” stands for the account names of readers in what others answer."""
    names = {written for element in elements if _ACCOUNT_NAME.fullmatch(written := _reader_of(element))}
    for name in names:
        people.add_reader(name)
    here = {name.casefold() for name in names}
    may_name = bool(names) or people.knows_readers()
    for element in elements:
        if comment := _read_comment(element, people, tally):
            yield msgspec.structs.replace(comment, text=_unnamed(comment.text, here, people)) if may_name else comment


def _unnamed(text: str, names: Set[str], people: People) -> str:
    """Return the text with “…” for names of readers' accounts: of any who write at this item, elsewhere of those that are no words."""

    def shown(run: re.Match[str]) -> str:
        word, end = run[0], 0
        parts: list[str] = []
        for begin, until in _parts_of(word):
            name = word[begin:until].casefold()
            if begin >= end and (name in names or people.knows_reader(name)):
                parts += word[end:begin], _HIDDEN
                end = until
        return "".join((*parts, word[end:])) if parts else word

    return _NAME_LIKE.sub(shown, text)


def _parts_of(word: str) -> Iterator[Span]:
    """Yield where a name may begin and end in the word, the longest first: between letters and other signs.

    One that is no word may have an ending behind it: `oxucu_77nin`.
    """
    if word.isalpha():
        yield 0, len(word)
        return
    edges = [edge.start() for edge in _EDGE.finditer(word)][:_MOST_EDGES]
    may_go_on = _SIGN_INSIDE.search(word) is not None
    ends = [(edge, (0, *(lengths_of_endings(word[:edge]) if may_go_on else ()))) for edge in edges]
    for place, begin in enumerate(edges):
        for edge, endings in reversed(ends[place + 1 :]):
            yield from ((begin, edge - ending) for ending in endings if edge - ending - begin >= _FEWEST_LETTERS)


def _reader_of(element: Element) -> str:
    """Return the name with which somebody signs who has an account; empty for others."""
    fields = {child.name: child.text.strip() for child in element.children}
    return fields.get("comment_author", "") if values.number(fields.get("comment_user_id", "")) else ""


def _read_comment(element: Element, people: People, tally: Tally) -> Comment | None:
    """Return the comment, or None for spam and what was thrown away."""
    fields: dict[str, str] = {}
    for child in element.children:
        if child.name == "commentmeta":
            tally.personal["comment field"] += 1
        elif child.name:
            fields.setdefault(child.name, child.text)
    for name, personal in _DROPPED.items():
        if fields.get(name, "").strip():
            tally.personal[personal] += 1
    state = fields.get("comment_approved", "").strip().lower()
    if state in _LEFT_OUT:
        tally.comments[_LEFT_OUT[state]] += 1
        return None
    account = values.number(fields.get("comment_user_id", ""))
    is_by_author = people.wrote_for_readers(account)
    posted = values.timestamp(fields.get("comment_date_gmt", "")) or values.timestamp(fields.get("comment_date", ""))
    return Comment(
        number=values.number(fields.get("comment_id", "")),
        answers=values.number(fields.get("comment_parent", "")),
        name=_name(fields.get("comment_author", ""), people, tally, is_account=account > 0 and not is_by_author),
        text=without_any_e_mail(tally.mended(fields.get("comment_content", ""))),
        day=posted.date() if posted else None,
        is_approved=state in ("1", "approve", "approved"),
        kind=_kind(fields.get("comment_type", "").strip().lower()),
        by_account=is_by_author,
    )


def _name(written: str, people: People, tally: Tally, *, is_account: bool) -> str:
    """Return the chosen name; of a reader who had to sign up, whose name may be that of the account, the first letters."""
    name = " ".join(unescape(tally.mended(written)).split())  # joiners inside of names are letters of Persian ones
    if values.holds_e_mail(name) or without_any_address(name) != name:
        tally.personal["e-mail"] += 1
        return ""
    if values.holds_address(name):
        tally.personal["web site"] += 1
        return ""
    if people.knows(values.name(name)):
        return ""
    return values.initials(name) if is_account else name


def _kind(written: str) -> Literal["comment", "pingback", "trackback", "other"]:
    if written in ("", "comment"):
        return "comment"
    if written == "pingback":
        return "pingback"
    return "trackback" if written == "trackback" else "other"
