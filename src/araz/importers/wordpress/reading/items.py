"""A post, page, attachment or other thing of an export."""

import re
from collections.abc import Iterable
from typing import Final, TypeVar

from araz.importers.wordpress.export import KEPT_META, Comment, Item, State, TermUse
from araz.importers.wordpress.reading import values
from araz.importers.wordpress.reading.comments import read_comments
from araz.importers.wordpress.reading.elements import Element
from araz.importers.wordpress.reading.people import People
from araz.importers.wordpress.reading.tally import Tally

_STATES: Final[dict[str, State]] = {
    "publish": "public",
    "future": "scheduled",
    "draft": "draft",
    "private": "private",
    "pending": "pending",
    "trash": "trash",
    "inherit": "attachment",
    "": "public",  # feeds say nothing; what they hold is public
}
_TAXONOMIES: Final = {"": "category", "tag": "post_tag"}  # as WXR 1.0 wrote them
_NUMBER_IN_ADDRESS: Final = re.compile(r"[?&](?:p|page_id|attachment_id)=(\d{1,18})")
_CO_AUTHOR: Final = "author"
_Part = TypeVar("_Part", str, TermUse)


class ItemReader:
    """Makes items of the elements of one file."""

    def __init__(self, file: str, people: People, tally: Tally) -> None:
        self._file = file
        self._people = people
        self._tally = tally

    def read(self, element: Element, line: int) -> Item:
        fields: dict[str, str] = {}
        meta: dict[str, str] = {}
        uses: list[TermUse] = []
        comments: list[Element] = []
        for child in element.children:
            match child.name:
                case "" | "author":  # the author of a feed is an e-mail address
                    pass
                case "postmeta":
                    self._keep(child, meta)
                case "comment":
                    comments.append(child)
                case "category":
                    uses.append(self._term_use(child))
                case _:
                    fields.setdefault(child.name, child.text)
        return self._item(fields, meta, uses, tuple(read_comments(comments, self._people, self._tally)), line)

    def _item(
        self,
        fields: dict[str, str],
        meta: dict[str, str],
        uses: list[TermUse],
        comments: tuple[Comment, ...],
        line: int,
    ) -> Item:
        get = fields.get
        guid, link = get("guid", "").strip(), get("link", "").strip()
        kind = values.name(get("post_type", "")) or "post"
        return Item(
            number=values.number(get("post_id", "")) or _number_in(guid) or _number_in(link),
            kind=kind,
            state=_STATES.get(get("status", "").strip().lower(), "other"),
            title=self._shown(get("title", "")).strip(),
            slug=values.slug(get("post_name", "")),
            link=link,
            guid=guid,
            creator=values.name(get("creator", "")),
            co_authors=_unique(self._people.login_of(use.slug) for use in uses if use.taxonomy == _CO_AUTHOR),
            content=self._shown(fields["content"] if "content" in fields else get("description", "")),
            excerpt=self._shown(get("excerpt", "")),
            moment=values.moment(fields),
            parent=values.number(get("post_parent", "")),
            order=values.number(get("menu_order", "")),
            terms=_terms(uses),
            meta=meta,
            attachment_address=get("attachment_url", "").strip(),
            comments=comments,
            is_sticky=get("is_sticky", "").strip() == "1",
            had_password=bool(get("post_password", "").strip()),
            file=self._file,
            line=line,
        )

    def _shown(self, text: str) -> str:
        """A text that readers are to see."""
        text = self._tally.mended(text)
        shown = self._people.without_addresses(text)
        if shown is not text and shown != text:
            self._tally.personal["address in a text"] += 1
        return shown

    def _term_use(self, element: Element) -> TermUse:
        domain = values.name(element.attributes.get("domain", ""))
        return TermUse(
            taxonomy=_TAXONOMIES.get(domain, domain),
            slug=values.slug(element.attributes.get("nicename", "")),
            name=self._shown(element.text.strip()),
        )

    def _keep(self, element: Element, meta: dict[str, str]) -> None:
        key = value = ""
        for child in element.children:
            if child.name == "meta_key":
                key = child.text.strip()
            elif child.name == "meta_value":
                value = child.text.strip()
        if key not in KEPT_META:
            self._tally.fields += 1
        elif key != "_wp_old_slug":
            meta[key] = self._shown(value)
        elif value:  # a post can have had several
            meta[key] = "\n".join(filter(None, (meta.get(key), values.slug(value))))


def _terms(uses: list[TermUse]) -> tuple[TermUse, ...]:
    """Leave out co-authors, and the second, shorter mention that WXR 1.0 makes of each term."""
    whole = {use.name for use in uses if use.slug}
    return _unique(use for use in uses if use.taxonomy != _CO_AUTHOR and (use.slug or use.name not in whole))


def _number_in(address: str) -> int:
    match = _NUMBER_IN_ADDRESS.search(address)
    return int(match[1]) if match else 0


def _unique(parts: Iterable[_Part]) -> tuple[_Part, ...]:
    return tuple(dict.fromkeys(parts))
