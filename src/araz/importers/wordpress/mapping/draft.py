"""Writes the first map, for a person to edit. It is the only file in which account names stand."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from araz.importers.wordpress.export import Author
from araz.importers.wordpress.mapping.counting import Counts
from araz.importers.wordpress.mapping.defaults import FEWEST_STORIES, default_map
from araz.importers.wordpress.mapping.rules import CategoryRule, Map, Words
from araz.importers.wordpress.mapping.who_is_named import comes_from, key_of_account
from araz.importers.wordpress.terms import CATEGORY, TAG, Terms
from araz.language.table import LANGUAGE_CODES

_HEAD: Final = """\
# The map of an import from WordPress: what becomes of its authors, categories, tags and pages.
#
# KEEP THIS FILE OUTSIDE THE NEWSROOM'S FOLDER. It holds the account names of the old site, and perhaps the names of people
# who must not be named. It is the only file in which they stand. Keep it as carefully as the export itself, for as long as
# you import from that site; then destroy both.
#
# A line that begins with # is for you and is not read. Texts stand in "quotes". Languages are az, azb, fa, tr and en.
"""
_LANGUAGES: Final = """
# What becomes of texts in a sixth language: "az", "azb", "fa", "tr" or "en". Empty: a guess by their letters.
"""
_KINDS: Final = """
# Kinds of posts that plug-ins and themes have made. None of them comes: many hold orders, letters and logs. Write those that
# readers read into the brackets, in quotes.
"""
_NEWSROOM: Final = """
# What stands above a story that nobody signs.
"""
_ACCOUNT_NAMES: Final = """
# More names that are names of accounts, not of people: no byline may be called so. Those in [authors] are known.
"""
_AUTHORS: Final = """
# Who signs; those who wrote most come first. Nobody is named unless you say so here:
#     kind = "none"   the newsroom's own byline
#     kind = "pen"    a pen name:                      "account" = {kind = "pen", name = {az = "Araz qızı", fa = "آراز قیزی"}}
#     kind = "desk"   a part of the newsroom, or an organisation
#     kind = "open"   a person who speaks openly, and who has agreed to it today
# Ask each person. What the old site showed is no consent: it could be changed there, and here it is printed and carried.
"""
_SECTIONS: Final = """
# The sections, in the order in which the paper shows them. A section exists in each language in which it has stories.
# The word before the = is the section's name in addresses: a-z, 0-9 and hyphens, at most 40. Change it everywhere or nowhere.
"""
_TOPICS: Final = """
# The topics. Their names in addresses follow the same rule.
"""
_CATEGORIES: Final = """
# The categories, each with those above it. What a line may say:
#     section = "…"              the section of its stories, from [sections]; of a story's categories the deepest one decides
#     topic = "…"                a topic that its stories get, from [topics]
#     kind = "…"                 news, analysis, opinion, research, statement, announcement, document
#     language = "…"             the language of all its stories, whatever they look like
#     leave_out = true           the category is forgotten; its stories come
#     leave_out_stories = true   its stories are not brought over
# A category that has no line goes as it would without a map.
"""
_TAGS: Final = """
# The tags: topic, kind or leave_out, as above. A tag that has no line is left out.
"""
_FORMATS: Final = """
# WordPress's post formats, if they meant a kind of story to you:   aside = "announcement"
"""
_PAGES: Final = """
# Pages become evergreen pages of one section. Name the pages to leave out by the last part of their address.
"""


def draft_map(authors: Iterable[Author], terms: Terms, counts: Counts) -> str:
    """Return the first map as TOML: `default_map`, with what a person needs to know to change it."""
    known = tuple(authors)
    rules = default_map(known, terms, counts)
    parts = (
        _HEAD,
        _LANGUAGES,
        f"other_languages = {_text(rules.other_languages)}\n",
        _KINDS,
        *_kinds(counts),
        "kinds = []\n",
        _ACCOUNT_NAMES,
        "account_names = []\n",
        _NEWSROOM,
        "[newsroom]\n",
        *(f"{language} = {_text(name)}\n" for language, name in rules.newsroom.items()),
        _AUTHORS,
        "[authors]\n",
        *_authors(known, counts),
        _SECTIONS,
        "[sections]\n",
        *_sections(rules, counts),
        _TOPICS,
        "[topics]\n",
        *(f"{_key(key)} = {_table(name)}\n" for key, name in rules.topics.items()),
        _CATEGORIES,
        "[categories]\n",
        *_categories(rules, terms, counts),
        _TAGS,
        "[tags]\n",
        *_tags(rules, terms, counts),
        _FORMATS,
        "[formats]\n",
        _PAGES,
        "[pages]\n",
        f"section = {_text(rules.pages.section)}\nleave_out = []\n",
    )
    return "".join(parts)


def _kinds(counts: Counts) -> Iterator[str]:
    for kind, count in sorted(counts.other_kinds.items()):
        yield f"#     {_one_line(_text(kind))}: {count}\n"


def _authors(authors: tuple[Author, ...], counts: Counts) -> Iterator[str]:
    shown = {author.login: author.name for author in authors} | {
        login: "" for login in counts.authors if login not in {author.login for author in authors}
    }
    for login, name in sorted(shown.items(), key=lambda pair: (-counts.authors[pair[0]], pair[0])):
        if login:
            yield f'{_text(key_of_account(login))} = {{kind = "none"}}  # {_about_author(login, name, counts.authors[login])}\n'


def _about_author(login: str, name: str, stories: int) -> str:
    if "@" in login:
        return f"{_stories(stories)}; the account's name is an e-mail address, which is not repeated here"
    if not name or "@" in name:
        return _stories(stories)
    warning = ", which comes from the account name" if comes_from(name, login) else ""
    return f"{_stories(stories)}; the old site showed “{_one_line(name)}”{warning}"


def _sections(rules: Map, counts: Counts) -> Iterator[str]:
    languages: dict[str, set[str]] = {}
    for path, rule in rules.categories.items():
        languages.setdefault(rule.section, set()).update(counts.of_category(path.rpartition("/")[2]))
    for key, name in rules.sections.items():
        missing = sorted(languages.get(key, set()) - name.keys())
        hint = f"  # has stories in {', '.join(missing)} as well: what is it called there?" if missing else ""
        yield f"{_key(key)} = {_table(name)}{hint}\n"


def _categories(rules: Map, terms: Terms, counts: Counts) -> Iterator[str]:
    for path, rule in rules.categories.items():
        term = path.rpartition("/")[2]
        yield f"{_text(path)} = {_rule(rule)}  # {_about(terms.name(CATEGORY, term), counts.of_category(term))}\n"


def _tags(rules: Map, terms: Terms, counts: Counts) -> Iterator[str]:
    for tag, rule in rules.tags.items():
        kind = f", kind = {_text(rule.kind)}" if rule.kind else ""
        about = _about(terms.name(TAG, tag), counts.of_tag(tag))
        yield f"{_text(tag)} = {{topic = {_text(rule.topic)}{kind}}}  # {about}\n"
    if left_out := len({tag for tag, _ in counts.tags}) - len(rules.tags):
        yield f"# {left_out} more tags, most of fewer than {FEWEST_STORIES} stories, are left out.\n"


def _rule(rule: CategoryRule) -> str:
    if rule.leave_out:
        return "{leave_out = true}"
    said = (("section", rule.section), ("topic", rule.topic), ("kind", rule.kind), ("language", rule.language))
    return "{" + ", ".join(f"{name} = {_text(value)}" for name, value in said if value) + "}"


def _about(name: str, counted: Counter[str]) -> str:
    total = _stories(counted.total())
    if len(counted) == 1:
        return f"“{_one_line(name)}”: {total} in {next(iter(counted))}"
    languages = ", ".join(f"{language} {count}" for language, count in counted.items())
    return f"“{_one_line(name)}”: {total}" + (f" ({languages})" if languages else "")


def _stories(count: int) -> str:
    return "1 story" if count == 1 else f"{count} stories"


def _table(name: Words) -> str:
    return (
        "{"
        + ", ".join(f"{language} = {_text(name[language])}" for language in LANGUAGE_CODES if language in name)
        + "}"
    )


def _key(key: str) -> str:
    return key if key.replace("-", "").isalnum() and key.isascii() else _text(key)


def _text(text: str) -> str:
    """Return the text as TOML writes it; JSON's rules are the same but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _one_line(text: str) -> str:
    """Return what can't end a comment or turn it round."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:120]
