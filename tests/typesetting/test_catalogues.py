"""The five catalogues say the same things, and all of them are needed."""

import ast
import gettext
import re
import string
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo

from araz.edition.names import Kind
from araz.edition.paper import OtherAddress
from araz.language import LANGUAGE_CODES, LANGUAGES, in_digits
from araz.typesetting.words import catalogue, counted
from tests.house.tree import ROOT

SOURCES = [ROOT / "src/araz" / name for name in ("typesetting", "presses", "pressroom", "server")]
TEMPLATES = [file for folder in SOURCES for file in sorted(folder.glob("**/templates/**/*.html"))]
MODULES = [file for folder in SOURCES for file in sorted(folder.rglob("*.py"))]
CATALOGUES = ROOT / "src/araz/typesetting/catalogues"
HEAD = {"Language", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Plural-Forms"}

# Keys that no line of code spells out, since they are values of the edition: kinds of stories and of addresses.
OF_ADDRESSES = get_args(get_type_hints(OtherAddress)["kind"])
FROM_VALUES = {f"kind_{kind}" for kind in get_args(Kind)} | {*OF_ADDRESSES, *(f"check_{kind}" for kind in OF_ADDRESSES)}

# Attributes that speak to browsers and search engines.
SETTINGS = {"width=device-width,initial-scale=1", "light dark", "#fdfdfb", "#121618", "no-referrer", "noindex"}


def messages(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def wordings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def english(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_every_language_has_the_same_words_in_the_same_order_with_the_same_remarks(language):
    def told(code: str) -> list[tuple[object, ...]]:
        return [(message.context, message.id, message.auto_comments) for message in messages(code)]

    assert told(language) == told("en")


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_every_word_has_a_key_and_a_remark_and_is_translated(language):
    for message in messages(language):
        assert message.context
        assert message.auto_comments, message.context
        assert wordings(message), message.context
        assert all(wording.strip() == wording != "" for wording in wordings(message)), message.context


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_no_catalogue_says_who_translated_it_or_when(language):
    head = (CATALOGUES / f"{language}.po").read_text(encoding="utf-8").split("\n\n")[0]
    assert set(re.findall(r'^"([\w-]+):', head, re.MULTILINE)) == HEAD
    assert f'"Language: {language}\\n"' in head


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_no_key_stands_twice(language):
    keys = [str(message.context) for message in messages(language)]
    assert sorted(set(keys)) == sorted(keys)


def test_english_says_what_it_is_translated_from():
    assert [english(message) for message in messages("en")] == [wordings(message) for message in messages("en")]


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_places_to_fill_are_the_same_in_every_language_and_announced_to_translators(language):
    for message in messages(language):
        wanted = set().union(*(places(text) for text in english(message)))
        assert all(places(text) == wanted for text in wordings(message)), message.context
        assert ("python-brace-format" in message.flags) == bool(wanted), message.context


# What code or templates put, or what belongs to another script: quotation marks, digits, bidi controls, Cyrillic ә.
NEVER = r"[\"«»“”‘‹›0-9۰-۹٠-٩\u200e\u200f\u202a-\u202e\u2066-\u2069Әә]"
NOT_OF_ARABIC_SCRIPT = r"[,;?%]"
NOT_OF_LATIN_SCRIPT = r"[،؛؟٪\u200c]"
NOT_PLAIN = r"[ۆۇۏؽێيكىة\u064b-\u064d\u064f-\u0653\u0640]"  # azb in everyday spelling, Persian yeh and kaf
NO_JOINER_THERE = (
    r"[اآدذرزژوؤ]\u200c|\u200c\u200c|\u200c(?![\u0621-\u06ff])"  # where it does nothing but break a search
)


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_words_have_the_letters_and_marks_of_their_script(language):
    is_rtl = LANGUAGES[language].is_rtl
    wrong = [NEVER, NO_JOINER_THERE, NOT_OF_ARABIC_SCRIPT if is_rtl else NOT_OF_LATIN_SCRIPT]
    if language == "azb":
        wrong.append(NOT_PLAIN)
    found = [
        (message.context, text)
        for message in messages(language)
        for text in wordings(message)
        if re.search("|".join(wrong), text)
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_programs_for_gettext_choose_the_plural_that_we_print(language):
    held = BytesIO()
    write_mo(held, catalogue(language), use_fuzzy=True)
    held.seek(0)
    theirs = gettext.GNUTranslations(held)
    for message in messages(language):
        if not isinstance(message.id, str):
            one, other = message.id
            for count in (0, 1, 2, 5, 11, 21, 100, 1001):
                said = theirs.npgettext(str(message.context), one, other, count)
                assert counted(str(message.context), count, language) == said.format(n=in_digits(count, language))


def test_every_key_that_is_used_is_there_and_every_key_that_is_there_is_used():
    used = FROM_VALUES | {key for file in TEMPLATES for key in keys_of_template(file)}
    used |= {key for file in MODULES for key in keys_of_module(file)}
    there = {str(message.context) for message in messages("en")}
    assert (used - there, there - used) == (set(), set()), "(used and missing, there and not used)"


def keys_of_template(file: Path) -> Iterator[str]:
    """Keys in `{{ w.months }}` and `{{ edition.w.to_front }}`."""
    yield from re.findall(r"\bw\.([a-z_]+)", file.read_text(encoding="utf-8"))


def keys_of_module(file: Path) -> Iterator[str]:
    """Keys in `words(code)["months"]`, `w["months"]`, `counted("stories", n, code)` and `wordings("stories", code)`."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Subscript) and _is_words(node.value):
            yield from _said(node.slice)
        elif (
            isinstance(node, ast.Call)
            and node.args
            and any(_is_named(node.func, name) for name in ("counted", "wordings"))
        ):
            yield from _said(node.args[0])


def _is_words(node: ast.expr) -> bool:
    return _is_named(node, "w") or (isinstance(node, ast.Call) and _is_named(node.func, "words"))


def _is_named(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _said(node: ast.expr) -> Iterator[str]:
    """The keys that an expression may be: itself, or both ends of a choice. Values of the edition are FROM_VALUES."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _said(node.body)
        yield from _said(node.orelse)


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: f"{file.parts[-3]}-{file.name}")
def test_no_template_has_words_of_its_own(file: Path):
    spoken = re.sub(
        r"\{[#%].*?[#%]\}|\{\{.*?\}\}|<!doctype html>", "", file.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    attributes = re.findall(r'\b(?:aria-label|title|alt|placeholder|value|content)="([^"]*)"', spoken)
    said = [re.sub(r'[\w-]+="[^"]*"|<[^>]*>', "", spoken), *(text for text in attributes if text not in SETTINGS)]
    assert re.findall(r"[^\W\d_]+", " ".join(said)) == []
