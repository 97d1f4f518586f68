"""Where each item goes, after the map and what the map does not say."""

from typing import Final, cast

import msgspec

from araz.edition.names import KINDS, Kind
from araz.importers.wordpress.export import Item
from araz.importers.wordpress.mapping.counting import Counts
from araz.importers.wordpress.mapping.known_names import names_of
from araz.importers.wordpress.mapping.rules import (
    MISCELLANY,
    NEWSROOM,
    AuthorRule,
    BylineKind,
    CategoryRule,
    Map,
    TagRule,
    Words,
)
from araz.importers.wordpress.mapping.who_is_named import key_of_account
from araz.importers.wordpress.terms import CATEGORY, TAG, Terms, plain_slug
from araz.language.slugs import is_reserved, slug
from araz.language.table import LANGUAGE_CODES

_FORMAT: Final = "post_format"
_LONGEST_SLUG: Final = 40


class PlannedSection(msgspec.Struct, frozen=True, kw_only=True):
    key: str  # its slug, and the group that it has with the same section in other languages
    language: str
    name: str
    position: int


class PlannedTopic(msgspec.Struct, frozen=True, kw_only=True):
    key: str  # its slug
    name: Words


class PlannedByline(msgspec.Struct, frozen=True, kw_only=True):
    key: str  # its slug
    kind: BylineKind  # never "none"
    name: Words


class Placement(msgspec.Struct, frozen=True, kw_only=True):
    section: str  # key
    topics: tuple[str, ...] = ()  # keys
    bylines: tuple[str, ...] = ()  # keys
    kind: Kind = "news"
    left_out: str = ""  # why the map leaves the item out: a sentence; empty: it comes


class Plan:
    """What a map makes of an export. Sections that no story needs are not asked for, and so not made."""

    def __init__(self, rules: Map, terms: Terms) -> None:
        self._rules = rules
        self._terms = terms
        self._bylines = _bylines(rules)
        self.bylines: dict[str, PlannedByline] = {byline.key: byline for byline in self._bylines.values()}
        self.topics: dict[str, PlannedTopic] = {
            key: PlannedTopic(key=key, name=name) for key, name in rules.topics.items()
        }

    @property
    def languages_by_category(self) -> dict[str, str]:
        """The languages that the map gives to categories, by path."""
        return languages_by_category(self._rules)

    def section(self, key: str, language: str) -> PlannedSection:
        """Return a section in one language; without a name of its own there it has that of another language."""
        name = self._rules.sections.get(key) or names_of(MISCELLANY)
        position = [*self._rules.sections, key].index(key)
        return PlannedSection(
            key=key, language=language, name=name.get(language) or next(iter(name.values())), position=position
        )

    def sections(self, counts: Counts) -> tuple[PlannedSection, ...]:
        """Return the sections that the counted stories may need, by language and in their order."""
        needed = {(MISCELLANY, language) for language in counts.languages() if counts.loose[language]}
        needed |= {(self._rules.pages.section, language) for language in counts.pages}
        for term, language in counts.categories:
            rule = self._rules.categories.get(self._terms.path(term), CategoryRule())
            needed.add((rule.section or MISCELLANY, language))
        planned = [self.section(key, language) for key, language in needed]
        return tuple(sorted(planned, key=lambda one: (LANGUAGE_CODES.index(one.language), one.position, one.key)))

    def section_of_category(self, slug: str) -> str:
        """Return the key of the section that a category has become; empty if it is none."""
        rule = self._rules.categories.get(self._terms.path(slug), CategoryRule())
        return "" if rule.leave_out or rule.leave_out_stories else rule.section

    def topic_of_term(self, taxonomy: str, slug: str) -> str:
        """Return the key of the topic that a category or tag has become; empty if it is none."""
        if taxonomy == CATEGORY:
            return self._rules.categories.get(self._terms.path(slug), CategoryRule()).topic
        rule = self._rules.tags.get(slug, TagRule(leave_out=True))
        return "" if rule.leave_out else rule.topic

    def place_of(self, item: Item) -> Placement:
        """Return where an item goes. Of several categories the deepest gives the section, and of those the first."""
        bylines = self._bylines_of(item)
        if item.kind == "page":
            page = plain_slug(item.slug)
            left_out = f"The map leaves out the page “{page}”." if page in self._rules.pages.leave_out else ""
            return Placement(section=self._rules.pages.section, bylines=bylines, kind="page", left_out=left_out)
        categories = self._categories_of(item)
        tags = self._tags_of(item)
        section = max(categories, key=lambda found: (bool(found[1].section), found[0].count("/")), default=_NOWHERE)[
            1
        ].section
        topics = [rule.topic for _, rule in categories] + [rule.topic for rule in tags]
        return Placement(
            section=section or MISCELLANY,
            topics=tuple(dict.fromkeys(topic for topic in topics if topic and topic != section)),
            bylines=bylines,
            kind=self._kind(item, [rule.kind for _, rule in categories] + [rule.kind for rule in tags]),
            left_out=next(
                (f"The map leaves out the stories of “{path}”." for path, rule in categories if rule.leave_out_stories),
                "",
            ),
        )

    def _categories_of(self, item: Item) -> list[tuple[str, CategoryRule]]:
        paths = dict.fromkeys(self._terms.path(plain_slug(use.slug)) for use in item.terms if use.taxonomy == CATEGORY)
        found = [(path, self._rules.categories.get(path, CategoryRule())) for path in paths]
        return [(path, rule) for path, rule in found if not rule.leave_out]

    def _tags_of(self, item: Item) -> list[TagRule]:
        tags = dict.fromkeys(plain_slug(use.slug) for use in item.terms if use.taxonomy == TAG)
        found = (self._rules.tags.get(tag, TagRule(leave_out=True)) for tag in tags)
        return [rule for rule in found if not rule.leave_out]

    def _bylines_of(self, item: Item) -> tuple[str, ...]:
        accounts = (key_of_account(login) for login in item.co_authors or (item.creator,))
        named = [self._bylines[account].key for account in accounts if account in self._bylines]
        return tuple(dict.fromkeys(named)) or (NEWSROOM,)

    def _kind(self, item: Item, said: list[str]) -> Kind:
        formats = [plain_slug(use.slug).removeprefix("post-format-") for use in item.terms if use.taxonomy == _FORMAT]
        said += [self._rules.formats.get(name, "") for name in formats]
        return cast(Kind, next((kind for kind in said if kind in KINDS), "news"))


_NOWHERE: Final = ("", CategoryRule())


def make_plan(rules: Map, beginning: Map, terms: Terms) -> Plan:
    """Return the plan of a map; what the map does not speak of (a category of a newer export) goes as `beginning` says.

    Tags are an exception: a map that has any has all that are wanted.
    """
    return Plan(
        msgspec.structs.replace(
            rules,
            newsroom=beginning.newsroom | rules.newsroom,
            sections={
                **rules.sections,
                **{key: beginning.sections[key] for key in beginning.sections if key not in rules.sections},
            },
            topics=beginning.topics | rules.topics,
            categories=beginning.categories | rules.categories,
            tags=rules.tags or beginning.tags,
        ),
        terms,
    )


def languages_by_category(rules: Map) -> dict[str, str]:
    return {path: rule.language for path, rule in rules.categories.items() if rule.language}


def _bylines(rules: Map) -> dict[str, PlannedByline]:
    """Return the bylines by account; accounts with equal names share one. The newsroom's own stands under no account."""
    planned = {"": PlannedByline(key=NEWSROOM, kind="desk", name=names_of(NEWSROOM) | rules.newsroom)}
    by_name: dict[tuple[str, ...], PlannedByline] = {}
    taken = {NEWSROOM}
    for account, rule in sorted(rules.authors.items()):
        if rule.kind != "none":
            name = tuple(sorted(rule.name.items()))
            by_name.setdefault(tuple(map(str, name)), _byline(rule, taken))
            planned[account] = by_name[tuple(map(str, name))]
    return planned


def _byline(rule: AuthorRule, taken: set[str]) -> PlannedByline:
    language = next(code for code in LANGUAGE_CODES if code in rule.name)
    wanted = key = slug(rule.name[language], language, _LONGEST_SLUG)
    number = 2
    while key in taken or is_reserved(key):
        key = f"{wanted[: _LONGEST_SLUG - 4].rstrip('-')}-{number}"
        number += 1
    taken.add(key)
    return PlannedByline(key=key, kind=rule.kind, name=rule.name)
