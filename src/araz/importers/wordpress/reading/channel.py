"""What an export says outside of its items: about the site, its authors, categories and tags."""

import re
from collections.abc import Iterator
from typing import Final

from araz.importers.wordpress.export import Author, Site, Term
from araz.importers.wordpress.reading import values
from araz.importers.wordpress.reading.elements import Element
from araz.importers.wordpress.reading.fieldwise import attributes_of
from araz.importers.wordpress.reading.people import People, nicename
from araz.importers.wordpress.reading.sections import sections
from araz.importers.wordpress.reading.tally import Tally
from araz.importers.wordpress.reading.vocabulary import Names

_FRAME: Final = re.compile(
    r"<\?[^>]{0,2000}\?>"
    r"|</(?P<end>(?:[\w.-]{1,40}:)?(?:rss|rdf|channel))\s{0,9}>"
    r"|<(?P<begin>(?:[\w.-]{1,40}:)?(?:rss|rdf|channel))(?P<attributes>(?:\s(?:[^<>\"']|\"[^\"]{0,2000}\"|'[^']{0,2000}')*)?)>",
    re.IGNORECASE,
)
_ACCOUNT_FIELDS: Final = ("cap-linked_account", "cap-user_login")
_SITE: Final = ("title", "link", "language", "wxr_version", "base_site_url", "base_blog_url")


class Frame:
    """The tags around everything: they are begun in one piece of a file and ended in another."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.is_begun = self.is_ended = False

    def take_off(self, text: str) -> str:
        """Return the text without them, on as many lines; learn the namespaces that they declare."""
        parts = []
        for part, mark in sections(text):
            if mark == "<!--":
                parts.append("\n" * part.count("\n"))
            else:
                parts.append(part if mark else _FRAME.sub(self._instead, part))
        return "".join(parts)

    def _instead(self, match: re.Match[str]) -> str:
        if match["begin"]:
            if not match["begin"].lower().endswith("channel"):
                self._names.begin(match["begin"])
                self._names.declare(attributes_of(match["attributes"]))
            self.is_begun, self.is_ended = True, False
        elif match["end"]:
            self.is_ended = True
        return "\n" * match[0].count("\n")


class ChannelReader:
    """Gathers what is said about the site, and reads authors and terms."""

    def __init__(self, people: People, tally: Tally) -> None:
        self._people = people
        self._tally = tally
        self._site: dict[str, str] = {}

    def site(self) -> Site:
        """Return what was said so far."""
        get = self._site.get
        address = get("base_blog_url") or get("link") or get("base_site_url", "")
        return Site(
            title=get("title", ""),
            address=address.rstrip("/"),
            language=get("language", ""),
            version=get("wxr_version", ""),
        )

    def read(self, element: Element) -> Iterator[Author | Term]:
        for child in element.children:
            name, fields = child.name, {part.name: part.text for part in child.children}
            if name in _SITE:
                self._site[name] = self._site.get(name) or child.text.strip()
            elif "author_login" in fields or "author_display_name" in fields:
                yield from self._author(fields)
            elif "cat_name" in fields or "category_nicename" in fields:
                yield self._term(fields, "category", "category_nicename", "cat_name", "category")
            elif "tag_slug" in fields or "tag_name" in fields:
                yield self._term(fields, "post_tag", "tag_slug", "tag_name", "tag")
            elif "term_slug" in fields or "term_name" in fields:
                yield from self._other_term(fields)

    def _author(self, fields: dict[str, str]) -> Iterator[Author]:
        if fields.get("author_email", "").strip():
            self._tally.personal["author e-mail"] += 1
        if number := values.number(fields.get("author_id", "")):
            self._people.add_number(number)
        login = values.name(fields.get("author_login", ""))
        whole = f"{fields.get('author_first_name', '')} {fields.get('author_last_name', '')}"
        name = fields.get("author_display_name", "").strip() or whole.strip()
        author = make_author(login or name, name)
        if author.login:
            yield author

    def _other_term(self, fields: dict[str, str]) -> Iterator[Term]:
        taxonomy = values.name(fields.get("term_taxonomy", ""))
        if taxonomy == "author":  # its description holds the account name and the e-mail address
            self._tally.personal["author profile"] += 1
            self._people.add_profile(_account_of_profile(fields))
        else:
            yield self._term(fields, taxonomy, "term_slug", "term_name", "term")

    def _term(self, fields: dict[str, str], taxonomy: str, slug: str, name: str, prefix: str) -> Term:
        return Term(
            taxonomy=taxonomy,
            slug=values.slug(fields.get(slug, "")),
            name=self._people.without_addresses(self._tally.mended(fields.get(name, "").strip())),
            parent=values.slug(fields.get(f"{prefix}_parent", "")),
            description=self._people.without_addresses(fields.get(f"{prefix}_description", "").strip()),
            number=values.number(fields.get("term_id", "")),
        )


def _account_of_profile(fields: dict[str, str]) -> str:
    """Return the account of a co-author: its name, if the term has it, else what WordPress makes of that for addresses."""
    slug, name = values.slug(fields.get("term_slug", "")).removeprefix("cap-"), values.name(fields.get("term_name", ""))
    return name if " " not in name and nicename(name) == slug else slug


def co_authors(item: Element) -> Iterator[Author]:
    """Yield those whom an item names beside its creator: Co-Authors Plus and its like keep them as terms."""
    for child in item.children:
        if child.name == "category" and child.attributes.get("domain") == "author":
            login = values.slug(child.attributes.get("nicename", "")).removeprefix("cap-")
            if login:
                yield make_author(login, child.text.strip())


def accounts_of_profile(item: Element) -> Iterator[Author]:
    """Yield the accounts that the profile of a co-author names: that which it is linked with, and its own."""
    for field in item.children:
        said = {part.name: part.text.strip() for part in field.children} if field.name == "postmeta" else {}
        if said.get("meta_key") in _ACCOUNT_FIELDS and (login := values.name(said.get("meta_value", ""))):
            yield make_author(login, "")


def make_author(login: str, name: str) -> Author:
    """Return an author; a name that is the account name or an e-mail address is none."""
    is_name = name.casefold() != login.casefold() and not values.holds_e_mail(name)
    return Author(login=login, name=name if is_name else "")
