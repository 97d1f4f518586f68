"""What an export file holds, as far as anybody may know it.

E-mail addresses, IP addresses, passwords, browsers and web sites of commenters have no place here: they are dropped while
the file is read. Account names are in `Author.login` and `Item.creator` only, and never leave the importer.
"""

from datetime import date, datetime
from typing import Final, Literal

import msgspec

State = Literal["public", "draft", "private", "scheduled", "pending", "trash", "attachment", "other"]
KEPT_META: Final = (  # other meta fields are counted and dropped
    "_thumbnail_id",  # number of the attachment above the post
    "_wp_attached_file",  # path under wp-content/uploads/
    "_wp_attachment_image_alt",
    "_wp_old_slug",
    "_icl_lang_duplicate_of",
    "_wpml_import_language_code",
    "_wpml_import_translation_group",
    "_menu_item_object_id",
    "footnotes",  # of the block editor: JSON
)


class _Part(msgspec.Struct, frozen=True, kw_only=True):
    pass


class Site(_Part, frozen=True, kw_only=True):
    """The head of one file."""

    title: str = ""
    address: str = ""  # "https://old.example" without a slash at the end: what links to the site begin with
    language: str = ""  # as the site says: "az", "fa-IR"
    version: str = ""  # of WXR; empty when the file says none


class Author(_Part, frozen=True, kw_only=True):
    login: str
    name: str = ""  # the display name


class Term(_Part, frozen=True, kw_only=True):
    """A category, tag, language or other term that the file declares."""

    taxonomy: str  # "category", "post_tag", "language", "post_translations", …
    slug: str
    name: str = ""
    parent: str = ""  # slug
    description: str = ""
    number: int = 0  # number of the term, by which translations of terms name it; 0 when the file gives none


class TermUse(_Part, frozen=True, kw_only=True):
    """A term as an item names it."""

    taxonomy: str
    slug: str
    name: str = ""


class Comment(_Part, frozen=True, kw_only=True):
    number: int
    answers: int = 0  # number of the comment that it answers
    name: str = ""
    text: str = ""
    day: date | None = None
    is_approved: bool = False
    kind: Literal["comment", "pingback", "trackback", "other"] = "comment"
    by_account: bool = False  # written by one of the site's authors


class Item(_Part, frozen=True, kw_only=True):
    """One post, page, attachment or other thing."""

    number: int  # WordPress's own; 0 when the file gives none
    kind: str  # "post", "page", "attachment", "nav_menu_item", …
    state: State
    title: str = ""
    slug: str = ""  # decoded: %D8%A2 is ا
    link: str = ""
    guid: str = ""
    creator: str = ""  # login
    co_authors: tuple[str, ...] = ()  # of Co-Authors Plus and its like: logins
    content: str = ""
    excerpt: str = ""
    moment: datetime | None = None  # of publication, UTC
    parent: int = 0
    order: int = 0
    terms: tuple[TermUse, ...] = ()
    meta: dict[str, str] = {}
    attachment_address: str = ""
    comments: tuple[Comment, ...] = ()
    is_sticky: bool = False
    had_password: bool = False
    file: str = ""  # name of the export file
    line: int = 0  # where the item begins


Entry = Site | Author | Term | Item
