"""The first reading: what there is, in which language, and what it is called here. Nothing is written.

Stories link to stories that come later, and sections follow from what all of them have in common; so a file is read twice.
"""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from araz.edition.names import StoryId
from araz.edition.old_addresses import read_address
from araz.importers.wordpress.accounts import Accounts
from araz.importers.wordpress.addresses import is_numbered, parts_of
from araz.importers.wordpress.attachments import Attachment, Attachments, is_document
from araz.importers.wordpress.export import Author, Entry, Item, Site, Term
from araz.importers.wordpress.findings import Note
from araz.importers.wordpress.kinds import is_for_readers
from araz.importers.wordpress.languages import Languages, name_of
from araz.importers.wordpress.mapping import Counts
from araz.importers.wordpress.old_addresses import old_addresses_of
from araz.importers.wordpress.pictures import path_in
from araz.importers.wordpress.reading import People
from araz.importers.wordpress.reading.people import nicename
from araz.importers.wordpress.stories import Stories, Surveyed
from araz.importers.wordpress.terms import CATEGORY, TAG, Terms

# What WordPress keeps as posts although nobody reads it as one.
_INNER_KINDS: Final = frozenset(
    [
        "nav_menu_item", "attachment", "revision", "wp_navigation", "wp_template", "wp_template_part", "wp_block",
        "wp_global_styles", "wp_font_family", "wp_font_face", "custom_css", "customize_changeset", "oembed_cache",
        "user_request", "acf-field", "acf-field-group", "elementor_library", "wpcf7_contact_form", "jetpack_migration",
        "feedback", "guest-author", "mc4wp-form", "shop_order", "polylang_mo", "amp_validated_url",
    ]
)  # fmt: skip
_OF_A_PLUG_IN: Final = (
    "It is of the kind “{kind}”, which a plug-in or theme has made. Was it for readers? Then write the kind into the map: kinds"
    ' = ["{kind}"].'
)
_BY_NUMBER: Final = re.compile(r"/\?(?:p|page_id)=(\d{1,18})")
_DIGEST_LETTERS: Final = 24
WHY_LEFT_OUT: Final = {
    "trash": "It was in WordPress's bin.",
    "other": "It was never more than an empty beginning.",
    "attachment": "It is part of another item.",
}


@dataclass(slots=True)
class Survey:
    """All of it. First take all entries and settle, then ask."""

    terms: Terms
    languages: Languages
    sites: list[Site] = field(default_factory=list)
    authors: dict[str, Author] = field(default_factory=dict)
    accounts: Accounts = field(default_factory=Accounts)
    people: People = field(default_factory=People)  # what the reading knows of them, for the second time
    stories: Stories = field(default_factory=Stories)
    attachments: Attachments = field(default_factory=Attachments)
    blocks: dict[int, str] = field(default_factory=dict)  # reusable blocks by number
    counts: Counts = field(default_factory=Counts)
    declared: list[Term] = field(default_factory=list)  # categories and tags, for their old addresses
    kinds: frozenset[str] = frozenset()  # that the map lets come
    items: int = 0
    block_items: int = 0  # two can have one number

    def take(self, entry: Entry, note: Note) -> None:
        """Learn from one entry of the files; they come in the order of the files."""
        match entry:
            case Site():
                self.sites.append(entry)
                self.languages.learn(entry)
                self.accounts.learn_site(entry.address, entry.title)
            case Author():
                self.authors.setdefault(entry.login, entry)
                self.accounts.learn(entry.login)
                if " " not in entry.name and nicename(entry.name) == nicename(entry.login):
                    self.accounts.learn(entry.name)  # terms of co-authors say it in both ways: sona.el as sona-el
            case Term():
                self.terms.learn(entry)
                self.languages.learn(entry)
                if entry.taxonomy in (CATEGORY, TAG):
                    self.declared.append(entry)
            case Item():
                self._take_item(entry, note)

    def _take_item(self, item: Item, note: Note) -> None:
        self.items += 1
        self.accounts.learn(item.creator)
        for use in item.terms:
            self.terms.learn_use(use)
        if item.kind == "attachment":
            self.attachments.add(self._attachment(item), item.parent)
        elif item.kind == "wp_block":
            self.blocks[item.number] = item.content
            self.block_items += 1
        elif is_story(item, self.kinds):
            self._take_story(item, note)

    def _take_story(self, item: Item, note: Note) -> None:
        spoken = self.languages.of(item, note)
        self.counts.count(item, spoken.language, self.terms)
        address = read_address(parts_of(item.link).path) if item.link else ""
        self.stories.add(name_of(item), item.number, spoken, address)

    def _attachment(self, item: Item) -> Attachment:
        address = item.attachment_address or item.guid
        path = item.meta.get("_wp_attached_file", "") or (path_in(address) if is_document(address) else "")
        path = path_in(path) or path if path.startswith("/") else path  # before 2009 it was that of the whole machine
        has_story = bool(self.sites) and (bool(item.parent) or is_document(path or address))  # or may have one
        return Attachment(
            number=item.number,
            address=address,
            path=path,
            title="" if self.accounts.are_in(item.title) else item.title,
            alt=self.accounts.hidden_in(item.meta.get("_wp_attachment_image_alt", "")),
            caption=item.excerpt,
            old_addresses=old_addresses_of(item, self.sites[0]) if has_story else (),
        )

    def settle(self) -> None:
        """After the last entry.

        The site's name goes into no file, since it may be an account's, as that of mehriban82.wordpress.com is. Whether it is
        one can't be asked: another export of the same site may have others of its accounts, and each story must keep its key.
        """
        self.stories.settle(sha256(self.host.encode()).hexdigest()[:_DIGEST_LETTERS])

    @property
    def host(self) -> str:
        """The old site's name, by which its things are told from those of other sites."""
        address = next((site.address for site in self.sites if site.address), "")
        return parts_of(address).hostname or "unknown"

    def key_of(self, item: Item) -> str:
        """Return by what name the item is known here, the same in every export of the site."""
        return self.stories.key_of(name_of(item))

    def known_of(self, item: Item) -> Surveyed:
        """Return what is known of an item that is a story."""
        return self.stories.named(name_of(item))

    def is_doubled(self, item: Item) -> bool:
        """Say whether several stories of the files have this one's number."""
        return name_of(item) in self.stories.doubled

    def old_addresses_of(self, item: Item) -> tuple[str, ...]:
        """Return the old addresses of a story and of the files that hang on it; none that is another story's own.

        The names of documents are those of their files: only their numbers are here, see `document_addresses`.
        """
        if not self.sites:
            return ()
        own = self.known_of(item).story
        found = list(old_addresses_of(item, self.sites[0]))
        for attachment in self.attachments.of(item.number):
            named = is_document(attachment.path)
            found += [address for address in attachment.old_addresses if not named or is_numbered(address)]
        return self.without_others(found, own)

    def without_others(self, addresses: Iterable[str], own: StoryId) -> tuple[str, ...]:
        """Return old addresses, each once, without those that are another story's own."""
        return tuple(path for path in dict.fromkeys(addresses) if self._story_of(path, own) == own)

    def attached_to(self, item: Item) -> tuple[int, ...]:
        """Return the numbers of the files that were uploaded to an item, in the order of the export."""
        return tuple(attachment.number for attachment in self.attachments.of(item.number))

    def story_at(self, path: str) -> StoryId | None:
        """Return the story that had that address at the old site."""
        found = _BY_NUMBER.fullmatch(path)
        surveyed = self.stories.find(found[1].lstrip("0")) if found else None
        surveyed = surveyed or self.stories.at(path)
        return surveyed.story if surveyed else None

    def translation_key_of(self, item: Item) -> UUID:
        """Return what translations of one story have in common, the same in every import."""
        return uuid5(NAMESPACE_URL, f"wordpress:{self.host}:{self.known_of(item).group}")

    def own_translation_key_of(self, item: Item) -> UUID:
        """Return a key that no other item has: for one whose place among translations is taken at the desk."""
        return uuid5(NAMESPACE_URL, f"wordpress:{self.host}:alone:{name_of(item)}")

    def _story_of(self, path: str, otherwise: StoryId) -> StoryId:
        surveyed = self.stories.at(path)
        return surveyed.story if surveyed else otherwise


def is_story(item: Item, kinds: Container[str]) -> bool:
    """Say whether readers could have read the item, or were to. `kinds`: those that come besides the usual ones."""
    may_come = item.kind not in _INNER_KINDS and is_for_readers(item.kind, kinds)
    return may_come and item.state not in ("trash", "other", "attachment")


def is_of_a_plug_in(item: Item, kinds: Container[str]) -> bool:
    """Say whether the item is of a kind of which only its newsroom knows whether readers read it."""
    return item.kind not in _INNER_KINDS and not is_for_readers(item.kind, kinds)


def why_left_out(item: Item, kinds: Container[str]) -> str:
    """Say in a sentence why the item is no story."""
    if is_of_a_plug_in(item, kinds):
        return _OF_A_PLUG_IN.format(kind=item.kind[:40])
    if item.state in ("trash", "other") and item.kind not in _INNER_KINDS:
        return WHY_LEFT_OUT[item.state]
    if item.kind == "nav_menu_item":
        return "It is an entry of a menu; the paper's sections are its menu."
    if item.kind == "guest-author":
        return "It is the profile of a co-author; the name was read, the rest is personal."
    if item.kind == "wp_block":
        return "It is a block for use in stories; those that use it have its text."
    return f"It is of the kind “{item.kind}”, which is WordPress's own and no text for readers."
