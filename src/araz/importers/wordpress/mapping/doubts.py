"""What in a map fits no export, and which bylines hold the name of an account."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Final

from araz.importers.wordpress.export import Author
from araz.importers.wordpress.findings import Finding
from araz.importers.wordpress.mapping.counting import Counts
from araz.importers.wordpress.mapping.lines import Lines
from araz.importers.wordpress.mapping.reading import meant
from araz.importers.wordpress.mapping.rules import ABOUT, MISCELLANY, Map
from araz.importers.wordpress.mapping.who_is_named import comes_from, key_of_account
from araz.importers.wordpress.terms import CATEGORY, TAG, Terms

_MOST_TOLD: Final = 20  # of one sort
_Doubts = Iterator[tuple[tuple[str, ...], str]]


def doubts_of(rules: Map, authors: Iterable[Author], terms: Terms, counts: Counts, lines: Lines) -> list[Finding]:
    """Return what somebody should look at before the import, each with its line in the map. No finding names an account."""
    logins = {author.login for author in authors} | set(counts.authors)
    found = (
        _at_most(_strange_authors(rules, logins, counts, lines)),
        _at_most(_strange(CATEGORY, rules.categories, {terms.path(slug) for slug in terms.declared(CATEGORY)})),
        _at_most(_strange(TAG, rules.tags, set(terms.declared(TAG)))),
        _at_most(_idle_sections(rules)),
        _at_most(_strange_kinds(rules, counts)),
        _telling_bylines(rules, logins),
    )
    return [
        Finding(kind="doubtful", what=what, file=lines.file, line=lines.of(where) if where else 0)
        for doubts in found
        for where, what in doubts
    ]


def _strange_authors(rules: Map, logins: set[str], counts: Counts, lines: Lines) -> _Doubts:
    stories = {key_of_account(login): counts.authors[login] for login in logins}
    for key in rules.authors:
        if key not in stories:
            yield ("authors", key), f"No file has this account. {_meant_account(key, rules, stories, lines)}"


def _meant_account(said: str, rules: Map, stories: dict[str, int], lines: Lines) -> str:
    """Say which account was perhaps meant, by all that tells it but its name."""
    close = get_close_matches(said, stories, n=1) or get_close_matches(
        said.casefold(), [key for key in stories if key == key.casefold()], n=1
    )
    if not close:
        return "Copy its name from the draft of a dry run; its stories stay unsigned."
    if close[0] in rules.authors:
        return f"Did you mean the one of line {lines.of(('authors', close[0]))}?"
    count = stories[close[0]]
    written = "1 story" if count == 1 else f"{count:,} stories"
    return f"Did you mean the one with {written}, which is written almost alike? Copy its name from the draft of a dry run."


def _strange(taxonomy: str, said: Iterable[str], known: set[str]) -> _Doubts:
    table, what = ("categories", "category") if taxonomy == CATEGORY else ("tags", "tag")
    there = sorted(known)
    for key in said:
        if key not in known:
            hint = f" {meant(key, there)}" if there else ""
            yield (table, key), f"No file has the {what} “{key}”.{hint}"


def _idle_sections(rules: Map) -> _Doubts:
    """Sections of the map into which nothing goes by it."""
    used = {rule.section for rule in rules.categories.values()} | {MISCELLANY, ABOUT, rules.pages.section}
    for key in rules.sections if rules.categories else ():
        if key not in used:
            yield (
                ("sections", key),
                f"No category goes into the section “{key}”. Write the word into the lines of those that do.",
            )


def _strange_kinds(rules: Map, counts: Counts) -> _Doubts:
    for kind in rules.kinds:
        if kind not in counts.other_kinds:
            hint = f" {meant(kind, sorted(counts.other_kinds))}" if counts.other_kinds else ""
            yield ("kinds",), f"No file has items of the kind “{kind}”.{hint}"


def _telling_bylines(rules: Map, logins: set[str]) -> _Doubts:
    told = set[str]()
    for account, rule in rules.authors.items():
        for language, name in rule.name.items() if rule.kind != "none" else ():
            if name not in told and any(comes_from(name, login) for login in {*logins, *rules.account_names}):
                told.add(name)
                yield (
                    ("authors", account, "name", language),
                    f"The byline “{name}” holds the name of an account, or a part of it. Can it be guessed from that?",
                )


def _at_most(doubts: _Doubts) -> _Doubts:
    told = list(doubts)
    yield from told[:_MOST_TOLD]
    if len(told) > _MOST_TOLD:
        where, what = told[_MOST_TOLD]
        yield where, f"{what} The same of {len(told) - _MOST_TOLD:,} lines of this part of the map from here on."
