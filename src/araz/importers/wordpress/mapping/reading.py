"""Reads a map, and says of every mistake in which line it is and what was perhaps meant."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, get_args

import msgspec

from araz.edition.names import KINDS
from araz.importers.wordpress.mapping.lines import Lines
from araz.importers.wordpress.mapping.rules import (
    ABOUT,
    LONGEST_NAME,
    MISCELLANY,
    AuthorRule,
    BylineKind,
    CategoryRule,
    Map,
    PagesRule,
    TagRule,
)
from araz.importers.wordpress.mapping.who_is_named import is_same
from araz.language.slugs import is_reserved, slug
from araz.language.table import LANGUAGE_CODES

_LONGEST_KEY: Final = 40
_MOST_NAMED: Final = 20  # more than these nobody reads
_MOST_BYTES: Final = 16_000_000
_AT: Final = re.compile(r"\(at line (\d+), column (\d+)\)")
_IN_STRAIGHT: Final = re.compile(r'"(?:[^"\\]|\\.)*"')  # a name may have curly quotes of its own
_NAMED: Final = re.compile(r" \(.*\)")  # a table can be called like an account
_CURLY: Final = re.compile("[“”„‟«»]")
_Where = tuple[str, ...]
_Check = Callable[[_Where, Any], Iterator[tuple[_Where, str]]]


class MapRefused(Exception):
    """A map can't be used; the message names each mistake with its line and says what to do."""


def read_map(path: Path) -> Map:
    """Return the map in a file. Raises MapRefused; all mistakes are told at once."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise MapRefused(f"{path.name} is larger than {_MOST_BYTES // 1_000_000} MB. Is it a map?")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise MapRefused(f"The map {path.name} can't be read: {error.strerror}. Check its name and place.") from error
    except UnicodeDecodeError as error:
        raise MapRefused(f"The map {path.name} is not in UTF-8. Save it as UTF-8.") from error
    try:
        said = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise MapRefused(f"{path.name}{_why_no_toml(text, str(error))}") from error
    lines = Lines(text)
    if mistakes := [f"{path.name}, line {lines.of(where)}: {mistake}" for where, mistake in _mistakes(said)]:
        raise MapRefused("\n".join(mistakes))
    return msgspec.convert(said, Map)


def lines_of_map(path: Path) -> Lines:
    """Return in which lines of a map, which was read before, its keys stand."""
    return Lines(path.read_text(encoding="utf-8-sig"), path.name)


def _why_no_toml(text: str, error: str) -> str:
    """Say what is wrong in which line: most often an editor has made quotes curly, or one is missing."""
    found = _AT.search(error)
    if not found:
        return f": this is no TOML. {error}."
    what, number = _NAMED.sub("", error[: found.start()]).strip(), int(found[1])
    line = text.split("\n")[number - 1]
    curly = _CURLY.search(_IN_STRAIGHT.sub("", line))
    if curly:
        return f', line {number}: the quote {curly[0]} is curly. Write a straight one (").'
    return f", line {number}: this is no TOML. {what}, at character {found[2]}. Compare the line with its neighbours."


def _mistakes(said: dict[str, Any]) -> Iterator[tuple[_Where, str]]:
    checks: dict[str, _Check] = {
        "newsroom": _names,
        "other_languages": lambda where, value: _one_of(where, value, (*LANGUAGE_CODES, "")),
        "account_names": _texts,
        "kinds": _texts,
        "authors": lambda where, value: _each(where, value, _author),
        "sections": lambda where, value: _each(where, value, _named),
        "topics": lambda where, value: _each(where, value, _named),
        "categories": lambda where, value: _each(where, value, _rule_of(CategoryRule)),
        "tags": lambda where, value: _each(where, value, _rule_of(TagRule)),
        "formats": lambda where, value: _each(where, value, lambda at, kind: _one_of(at, kind, KINDS)),
        "pages": _pages,
    }
    found = list(_known((), said, checks))
    for key, check in checks.items():
        if key in said:
            found += check((key,), said[key])
    yield from found or _across(said)


def _across(said: dict[str, Any]) -> Iterator[tuple[_Where, str]]:
    """Find what is wrong only beside something else: sections that are not there, bylines that name accounts."""
    there = {"section": {*said.get("sections", {}), MISCELLANY, ABOUT}, "topic": set(said.get("topics", {}))}
    for table in ("categories", "tags"):
        for term, rule in said.get(table, {}).items():
            for what, keys in there.items():
                if (key := rule.get(what)) and key not in keys:
                    told = f"There is no {what} “{key}” under [{what}s]; add it there. {meant(key, sorted(keys))}"
                    yield (table, term, what), told
    accounts = [*said.get("authors", {}), *said.get("account_names", ())]
    for account, rule in said.get("authors", {}).items():
        for language, name in rule.get("name", {}).items():
            if any(is_same(name, other) for other in accounts):
                where = ("authors", account, "name", language)
                yield (
                    where,
                    'This byline is an account\'s name, and it would be printed. Give another one, or kind = "none".',
                )


def _author(where: _Where, rule: Any) -> Iterator[tuple[_Where, str]]:
    if not isinstance(rule, dict):
        yield where, 'Write what becomes of this author in braces: {kind = "none"}.'
        return
    yield from _known(where, rule, AuthorRule.__struct_fields__)
    kind = rule.get("kind", "none")
    yield from _one_of((*where, "kind"), kind, get_args(BylineKind))
    yield from _names((*where, "name"), rule.get("name", {}))
    if kind in ("desk", "pen", "open") and not rule.get("name"):
        yield where, f'kind = "{kind}" needs a name: name = {{az = "…"}}.'


def _named(where: _Where, value: Any) -> Iterator[tuple[_Where, str]]:
    key = where[-1]
    wanted = slug(key, "en", _LONGEST_KEY)
    if key != wanted or is_reserved(key):
        yield (
            where,
            f"“{key}” can't stand in addresses: use a-z, 0-9 and hyphens, at most {_LONGEST_KEY}. “{wanted}” would do.",
        )
    yield from _names(where, value)
    if value == {}:
        yield where, 'It has no name. Write one: {az = "…"}.'


def _names(where: _Where, value: Any) -> Iterator[tuple[_Where, str]]:
    if not isinstance(value, dict):
        yield where, 'Write the name in each language: {az = "…", fa = "…"}.'
        return
    yield from _known(where, value, LANGUAGE_CODES)
    for language, name in value.items():
        if not isinstance(name, str) or not name.strip():
            yield (*where, language), "The name is empty. Write one, or take the language out."
        elif len(name) > LONGEST_NAME:
            yield (*where, language), f"The name is longer than {LONGEST_NAME} letters."
        elif "@" in name:
            yield (*where, language), "An e-mail address is no name: readers would see it."


def _rule_of(rule: type[CategoryRule] | type[TagRule]) -> _Check:
    def check(where: _Where, value: Any) -> Iterator[tuple[_Where, str]]:
        if not isinstance(value, dict):
            yield where, 'Write what becomes of it in braces: {topic = "…"}.'
            return
        yield from _known(where, value, rule.__struct_fields__)
        for key, said in value.items():
            at = (*where, key)
            match key:
                case "leave_out" | "leave_out_stories":
                    if not isinstance(said, bool):
                        yield at, f"{key} is true or false, without quotes."
                case "kind":
                    yield from _one_of(at, said, (*KINDS, ""))
                case "language":
                    yield from _one_of(at, said, (*LANGUAGE_CODES, ""))
                case "section" | "topic" if not isinstance(said, str):
                    yield at, f'Write the {key} in quotes: {key} = "…".'

    return check


def _pages(where: _Where, value: Any) -> Iterator[tuple[_Where, str]]:
    if not isinstance(value, dict):
        yield where, "Begin this part with a line of its own: [pages]."
        return
    yield from _known(where, value, PagesRule.__struct_fields__)
    yield from _texts((*where, "leave_out"), value.get("leave_out", []))
    if not isinstance(value.get("section", ""), str):
        yield (*where, "section"), 'Write the section in quotes: section = "about".'


def _each(where: _Where, value: Any, check: _Check) -> Iterator[tuple[_Where, str]]:
    if not isinstance(value, dict):
        yield where, f"Begin this part with a line of its own: [{where[-1]}]."
        return
    for key, said in value.items():
        yield from check((*where, key), said)


def _texts(where: _Where, value: Any) -> Iterator[tuple[_Where, str]]:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        yield where, 'Write a list of texts: ["…", "…"].'


def _one_of(where: _Where, value: Any, allowed: Iterable[str]) -> Iterator[tuple[_Where, str]]:
    allowed = tuple(allowed)
    if value not in allowed:
        yield where, f"“{value}” is not known here. {meant(value, filter(None, allowed))}"


def _known(where: _Where, value: dict[str, Any], allowed: Iterable[str]) -> Iterator[tuple[_Where, str]]:
    allowed = tuple(allowed)
    for key in value:
        if key not in allowed:
            yield (*where, key), f"“{key}” is not known here. {meant(key, allowed)}"


def meant(said: object, allowed: Iterable[str]) -> str:
    """Return a sentence with what was perhaps meant, or with what there is."""
    there = tuple(allowed)
    close = get_close_matches(str(said), there, n=1)
    if close:
        return f"Did you mean “{close[0]}”?"
    return f"Use one of {', '.join(there)}." if len(there) <= _MOST_NAMED else "Look it up in the draft of a dry run."
