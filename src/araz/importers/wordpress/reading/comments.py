"""A comment as it may be known: who wrote it is a name at most."""

from typing import Final, Literal

from araz.importers.wordpress.export import Comment
from araz.importers.wordpress.reading import values
from araz.importers.wordpress.reading.elements import Element
from araz.importers.wordpress.reading.people import People, without_any_e_mail
from araz.importers.wordpress.reading.tally import Personal, Tally

_DROPPED: Final[dict[str, Personal]] = {
    "comment_author_email": "e-mail",
    "comment_author_IP": "IP address",
    "comment_author_url": "web site",
    "comment_agent": "browser",
}
_LEFT_OUT: Final = {"spam": "spam", "trash": "trash", "post-trashed": "trash"}


def read_comment(element: Element, people: People, tally: Tally) -> Comment | None:
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
    posted = values.timestamp(fields.get("comment_date_gmt", "")) or values.timestamp(fields.get("comment_date", ""))
    return Comment(
        number=values.number(fields.get("comment_id", "")),
        answers=values.number(fields.get("comment_parent", "")),
        name=_name(fields.get("comment_author", ""), people, tally),
        text=without_any_e_mail(fields.get("comment_content", "")),
        day=posted.date() if posted else None,
        is_approved=state in ("1", "approve", "approved"),
        kind=_kind(fields.get("comment_type", "").strip().lower()),
        by_account=values.number(fields.get("comment_user_id", "")) > 0,
    )


def _name(written: str, people: People, tally: Tally) -> str:
    name = " ".join(written.split())  # joiners inside of names are letters of Persian ones
    if values.holds_e_mail(name):
        tally.personal["e-mail"] += 1
        return ""
    if values.holds_address(name):
        tally.personal["web site"] += 1
        return ""
    return "" if people.knows(values.name(name)) else name


def _kind(written: str) -> Literal["comment", "pingback", "trackback", "other"]:
    if written in ("", "comment"):
        return "comment"
    if written == "pingback":
        return "pingback"
    return "trackback" if written == "trackback" else "other"
