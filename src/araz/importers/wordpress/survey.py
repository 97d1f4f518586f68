"""The first reading: what there is, in which language, and what it is called here. Nothing is written.

Stories link to stories that come later, and sections follow from what all of them have in common; so a file is read twice.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec

from araz.edition.names import StoryId
from araz.edition.old_addresses import read_address
from araz.importers.wordpress.accounts import Accounts
from araz.importers.wordpress.addresses import parts_of
from araz.importers.wordpress.export import Author, Entry, Item, Site, Term
from araz.importers.wordpress.findings import Note
from araz.importers.wordpress.ids import id_for
from araz.importers.wordpress.languages import Languages, Spoken
from araz.importers.wordpress.mapping import Counts
from araz.importers.wordpress.old_addresses import old_addresses_of
from araz.importers.wordpress.pictures import Attachment
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
_BY_NUMBER: Final = re.compile(r"/\?(?:p|page_id)=(\d{1,18})")
WHY_LEFT_OUT: Final = {
    "trash": "It was in WordPress's bin.",
    "other": "It was never more than an empty beginning.",
    "attachment": "It is part of another item.",
}


class Surveyed(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What is known of an item that will be a story. There is one for each, in memory to the end: nothing goes here lightly."""

    story: StoryId
    spoken: Spoken


@dataclass(slots=True)
class Survey:
    """All of it."""

    terms: Terms
    languages: Languages
    sites: list[Site] = field(default_factory=list)
    authors: dict[str, Author] = field(default_factory=dict)
    accounts: Accounts = field(default_factory=Accounts)
    stories: dict[str, Surveyed] = field(default_factory=dict)  # by key
    attachments: dict[int, Attachment] = field(default_factory=dict)
    blocks: dict[int, str] = field(default_factory=dict)  # reusable blocks by number
    counts: Counts = field(default_factory=Counts)
    declared: list[Term] = field(default_factory=list)  # categories and tags, for their old addresses
    items: int = 0
    _ids: set[StoryId] = field(default_factory=set)
    _attached: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))  # numbers, by parent
    _hanging: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))  # addresses, by parent
    _by_path: dict[str, StoryId] = field(default_factory=dict)

    def take(self, entry: Entry, note: Note) -> None:
        """Learn from one entry of the files; they come in the order of the files."""
        match entry:
            case Site():
                self.sites.append(entry)
                self.languages.learn(entry)
            case Author():
                self.authors.setdefault(entry.login, entry)
                self.accounts.learn(entry.login)
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
            self.attachments[item.number] = _attachment(item, self.accounts)
            if item.parent:
                self._attached[item.parent].append(item.number)
            if item.parent and self.sites:
                self._hanging[item.parent].extend(old_addresses_of(item, self.sites[0]))
        elif item.kind == "wp_block":
            self.blocks[item.number] = item.content
        elif is_story(item):
            self._take_story(item, note)

    def _take_story(self, item: Item, note: Note) -> None:
        key = self.key_of(item)
        spoken = self.languages.of(item, note)
        self.counts.count(item, spoken.language, self.terms)
        self.stories[key] = surveyed = Surveyed(story=self._new_id(key), spoken=spoken)
        if item.link and (path := read_address(parts_of(item.link).path)):
            self._by_path.setdefault(path, surveyed.story)

    @property
    def host(self) -> str:
        """The old site's name, by which its things are told from those of other sites."""
        address = next((site.address for site in self.sites if site.address), "")
        return parts_of(address).hostname or "unknown"

    def key_of(self, item: Item) -> str:
        """Return by what name the item is known here, the same in every export of the site."""
        if item.number:
            return self._key_of_number(item.number)
        own = sha256(f"{item.guid}\n{item.link}\n{item.title}\n{item.moment}".encode()).hexdigest()[:24]
        return f"wordpress:{self.host}:{own}"[:120]

    def old_addresses_of(self, item: Item) -> tuple[str, ...]:
        """Return the old addresses of a story and of the files that hang on it; none that is another story's own."""
        if not self.sites:
            return ()
        own = self.stories[self.key_of(item)].story
        found = [*old_addresses_of(item, self.sites[0]), *self._hanging.get(item.number, ())]
        return tuple(path for path in dict.fromkeys(found) if self._by_path.get(path, own) == own)

    def attached_to(self, item: Item) -> tuple[int, ...]:
        """Return the numbers of the files that were uploaded to an item, in the order of the export."""
        return tuple(self._attached.get(item.number, ()))

    def story_at(self, path: str) -> StoryId | None:
        """Return the story that had that address at the old site."""
        found = _BY_NUMBER.fullmatch(path)
        surveyed = self.stories.get(self._key_of_number(int(found[1]))) if found else None
        return surveyed.story if surveyed else self._by_path.get(path)

    def translation_key_of(self, surveyed: Surveyed) -> UUID:
        """Return what translations of one story have in common, the same in every import."""
        return uuid5(NAMESPACE_URL, f"wordpress:{self.host}:{surveyed.spoken.group}")

    def _new_id(self, key: str) -> StoryId:
        """The same for the same key in every import, so that two imports of one export make one paper."""
        count = 0
        while (made := StoryId(id_for(f"{key}\n{count}"))) in self._ids:
            count += 1
        self._ids.add(made)
        return made

    def _key_of_number(self, number: int) -> str:
        return f"wordpress:{self.host}:{number}"[:120]


def is_story(item: Item) -> bool:
    """Say whether readers could have read the item, or were to."""
    return item.kind not in _INNER_KINDS and item.state not in ("trash", "other", "attachment")


def why_left_out(item: Item) -> str:
    """Say in a sentence why the item is no story."""
    if item.state in ("trash", "other") and item.kind not in _INNER_KINDS:
        return WHY_LEFT_OUT[item.state]
    if item.kind == "nav_menu_item":
        return "It is an entry of a menu; the paper's sections are its menu."
    if item.kind == "wp_block":
        return "It is a block for use in stories; those that use it have its text."
    return f"It is of the kind “{item.kind}”, which is WordPress's own and no text for readers."


def _attachment(item: Item, accounts: Accounts) -> Attachment:
    return Attachment(
        number=item.number,
        address=item.attachment_address or item.guid,
        path=item.meta.get("_wp_attached_file", ""),
        title="" if accounts.are_in(item.title) else item.title,
        alt=item.meta.get("_wp_attachment_image_alt", ""),
    )
