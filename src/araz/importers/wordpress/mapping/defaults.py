"""The map that is used when there is none, and that an operator is given to begin with."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from araz.importers.wordpress.accounts import Accounts
from araz.importers.wordpress.export import Author
from araz.importers.wordpress.mapping.counting import Counts
from araz.importers.wordpress.mapping.known_names import KINDS_BY_NAME, concept_of, is_of_a_theme, names_of
from araz.importers.wordpress.mapping.rules import (
    ABOUT,
    LONGEST_NAME,
    MISCELLANY,
    NEWSROOM,
    AuthorRule,
    CategoryRule,
    Map,
    TagRule,
    Words,
)
from araz.importers.wordpress.mapping.who_is_named import key_of_account
from araz.importers.wordpress.terms import CATEGORY, TAG, Terms
from araz.language.slugs import is_reserved, slug
from araz.language.table import LANGUAGE_CODES, LANGUAGES

MOST_SECTIONS: Final = 12  # whose stories are most often in one language
MOST_TOPICS: Final = 300  # from tags
FEWEST_STORIES: Final = 3  # that make a section, or a tag a topic
_FEWEST_SHARE: Final = 0.01  # of the language's stories, for a section
LONGEST_KEY: Final = 40


def default_map(authors: Iterable[Author], terms: Terms, counts: Counts) -> Map:
    """Return a map in which nobody is named, large categories are sections, and all else that is used are topics."""
    return _Beginning(terms, counts).map(authors)


class _Beginning:
    """Gives keys to sections and topics while it goes through the terms; those that are one in several languages share one."""

    def __init__(self, terms: Terms, counts: Counts) -> None:
        self._terms = terms
        self._counts = counts
        self._keys = _Keys()
        self._accounts = Accounts()
        self._sections: dict[str, Words] = {}
        self._topics: dict[str, Words] = {}
        self._one_of = self._joined_by_name() | {
            (taxonomy, term): min(group.values())
            for taxonomy in (CATEGORY, TAG)
            for group in terms.translations(taxonomy)
            for term in group.values()
        }

    def _joined_by_name(self) -> dict[tuple[str, str], str]:
        """Join categories that mean the same usual thing in different languages: “Xəbərlər”, “خبرها”, “News”."""
        meaning: dict[str, dict[str, str]] = {}
        for term in self._used(CATEGORY):
            if self._terms.path(term) == term and (concept := self._concept(CATEGORY, term)):
                counted = self._counts.of_category(term)
                meaning.setdefault(concept, {}).setdefault(max(LANGUAGE_CODES, key=lambda code: counted[code]), term)
        return {(CATEGORY, term): min(one.values()) for one in meaning.values() for term in one.values()}

    def map(self, authors: Iterable[Author]) -> Map:
        logins = {author.login for author in authors} | set(self._counts.authors)
        for login in sorted(logins):
            self._accounts.learn(login)
        section_of = self._largest()
        categories = {
            path: self._category(path, section_of) for path in sorted(map(self._terms.path, self._used(CATEGORY)))
        }
        tags = {tag: self._tag(tag) for tag in self._tags_of_topics()}
        return Map(
            newsroom=names_of(NEWSROOM),
            authors={key: AuthorRule() for key in sorted(key_of_account(login) for login in logins if login)},
            sections=self._sections | {MISCELLANY: names_of(MISCELLANY), ABOUT: names_of(ABOUT)},
            topics=dict(sorted(self._topics.items())),
            categories=categories,
            tags=tags,
        )

    def _used(self, taxonomy: str) -> list[str]:
        counted = self._counts.categories if taxonomy == CATEGORY else self._counts.tags
        return sorted({term for term, _ in counted})

    def _largest(self) -> dict[str, str]:
        """Make sections of the top categories with most stories; return their keys by slug."""
        sizes: dict[str, Counter[str]] = {}  # by language
        members: dict[str, set[str]] = {}
        for term in self._used(CATEGORY):
            top = self._terms.path(term).partition("/")[0]
            if self._concept(CATEGORY, top) != MISCELLANY and not self._is_no_subject(CATEGORY, top):
                one = self._one_of.get((CATEGORY, top), top)
                sizes.setdefault(one, Counter()).update(self._counts.of_category(term))
                members.setdefault(one, set()).add(top)
        section_of: dict[str, str] = {}
        for one in self._large_enough(sizes):
            key = self._keys.new(one, self._terms.name(CATEGORY, one))
            self._keys.is_topic(key, self._terms.name(CATEGORY, one))
            self._sections[key] = self._names(CATEGORY, sorted(members[one]))
            section_of |= dict.fromkeys(members[one], key)
        return section_of

    def _large_enough(self, sizes: dict[str, Counter[str]]) -> Iterator[str]:
        """Yield the largest: some for each language in which there are stories, of which each must have a share."""
        room = dict.fromkeys(LANGUAGE_CODES, MOST_SECTIONS)
        for one in sorted(sizes, key=lambda one: (-sizes[one].total(), one)):
            language = max(LANGUAGE_CODES, key=lambda code: sizes[one][code])
            if (
                sizes[one].total() >= max(FEWEST_STORIES, _FEWEST_SHARE * self._counts.stories[language])
                and room[language]
            ):
                room[language] -= 1
                yield one

    def _category(self, path: str, section_of: dict[str, str]) -> CategoryRule:
        top, *below = path.split("/")
        slug_of_it = below[-1] if below else top
        if self._is_no_subject(CATEGORY, slug_of_it):
            return CategoryRule(leave_out=True)
        section = section_of.get(top, "")
        rule = CategoryRule(section=section, kind=self._kind(path))
        if self._concept(CATEGORY, slug_of_it) == MISCELLANY:
            return msgspec.structs.replace(rule, section=section or MISCELLANY)
        if not below and section:
            if not self._counts.beside[slug_of_it]:
                return rule
            self._topics.setdefault(section, self._sections[section])
            return msgspec.structs.replace(rule, topic=section)
        return msgspec.structs.replace(rule, topic=self._topic(CATEGORY, slug_of_it))

    def _kind(self, path: str) -> str:
        """Return the kind that a category's name says, or that of one above it."""
        for term in reversed(path.split("/")):
            if (concept := self._concept(CATEGORY, term)) in KINDS_BY_NAME:
                return concept
        return ""

    def _tags_of_topics(self) -> list[str]:
        tags = (tag for tag in self._used(TAG) if not self._names_account(TAG, tag))
        sizes = {tag: self._counts.of_tag(tag).total() for tag in tags}
        often = sorted((tag for tag in sizes if sizes[tag] >= FEWEST_STORIES), key=lambda tag: (-sizes[tag], tag))
        return sorted(often[:MOST_TOPICS])

    def _is_no_subject(self, taxonomy: str, term: str) -> bool:
        return is_of_a_theme(term, self._terms.name(taxonomy, term)) or self._names_account(taxonomy, term)

    def _names_account(self, taxonomy: str, term: str) -> bool:
        """Whether it is somebody's own shelf: its address and its topic would name their account."""
        return self._accounts.are_in(f"{term} {self._terms.name(taxonomy, term)}")

    def _tag(self, tag: str) -> TagRule:
        concept = self._concept(TAG, tag)
        return TagRule(topic=self._topic(TAG, tag), kind=concept if concept in KINDS_BY_NAME else "")

    def _topic(self, taxonomy: str, term: str) -> str:
        one = self._one_of.get((taxonomy, term), term)
        key = self._keys.of_topic(one, self._terms.name(taxonomy, one))
        self._topics[key] = self._topics.get(key, {}) | self._names(taxonomy, [term])
        return key

    def _names(self, taxonomy: str, terms: list[str]) -> Words:
        """Return what is known of the names of terms that are one: each stands for the languages of its stories."""
        concept = next((found for term in terms if (found := self._concept(taxonomy, term))), "")
        names = names_of(concept) if concept else {}
        for term in terms:
            name = _short(self._terms.name(taxonomy, term))
            own = self._language_of_name(taxonomy, term, name)
            if own not in names or LANGUAGES[own].script == _script_of(name):
                names |= {own: name}
        return {language: names[language] for language in LANGUAGE_CODES if language in names}

    def _language_of_name(self, taxonomy: str, term: str, name: str) -> str:
        """Return in which language a term is called so: that of most of its stories, among those of the name's letters."""
        counted = self._counts.of_tag(term) if taxonomy == TAG else self._with_those_below(term)
        counted = counted or self._counts.stories
        alike = [code for code in LANGUAGE_CODES if LANGUAGES[code].script == _script_of(name) and counted[code]]
        return max(alike or LANGUAGE_CODES, key=lambda code: counted[code])

    def _with_those_below(self, term: str) -> Counter[str]:
        """Count a category's own stories; if it has none, those of the categories below it."""
        if own := self._counts.of_category(term):
            return own
        path = self._terms.path(term)
        below = (other for other in self._used(CATEGORY) if self._terms.path(other).startswith(f"{path}/"))
        return sum(map(self._counts.of_category, below), Counter())

    def _concept(self, taxonomy: str, term: str) -> str:
        return concept_of(self._terms.name(taxonomy, term), term)


class _Keys:
    """Gives sections and topics keys that serve as slugs, each once."""

    def __init__(self) -> None:
        self._taken = {MISCELLANY, ABOUT, NEWSROOM}
        self._topics: dict[str, str] = {}

    def new(self, term: str, name: str) -> str:
        plain = term if term.isascii() else concept_of(name, term) or name
        wanted = slug(plain, "en" if plain.isascii() else _language_for_slugs(plain), LONGEST_KEY)
        key = wanted
        number = 2
        while key in self._taken or is_reserved(key):
            key = f"{wanted[: LONGEST_KEY - 4].rstrip('-')}-{number}"
            number += 1
        self._taken.add(key)
        return key

    def is_topic(self, key: str, name: str) -> None:
        """Let a topic of that name have the key of the section of that name."""
        self._topics.setdefault(name.casefold(), key)

    def of_topic(self, term: str, name: str) -> str:
        """Return a topic's key; a category and a tag of one name are one topic."""
        said = name.casefold()
        if said not in self._topics:
            self._topics[said] = self.new(term, name)
        return self._topics[said]


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _script_of(name: str) -> str:
    return "arabic" if any("\u0600" <= letter <= "\u06ff" for letter in name) else "latin"


def _language_for_slugs(name: str) -> str:
    if _script_of(name) == "arabic":
        return "azb" if any(letter in name for letter in "ؤۆۇ") else "fa"
    return "az"
