"""Text runs as HTML. Everything that comes from a story is escaped here, once."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Final

from araz.edition.names import StoryId
from araz.edition.text import STORY_LINK, Run, Text
from araz.language import LANGUAGES, in_digits, language
from araz.language.direction import closed
from araz.typesetting.isolation import isolated
from araz.typesetting.words import words

_RIGHT_TO_LEFT: Final = frozenset(code for code, row in LANGUAGES.items() if row.direction == "rtl")

NOTE_MARK: Final = ' id="ref-'  # the name of a note's mark begins so

FindStory = Callable[[StoryId], str]  # where a story lies, seen from the page; empty if it is not public


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How the texts of one page are set: in which language, and how links to other stories are found."""

    language: str
    find: FindStory
    note_prefix: str = ""  # feeds carry several stories on one page, so their footnotes need names of their own


def attributes(code: str) -> str:
    """Return the `lang` and `dir` of a language as attributes."""
    row = language(code)
    return f'lang="{row.html_tag}" dir="{row.direction}"'


def text_html(text: Text, setting: Setting) -> str:
    """Return the runs as HTML."""
    if len(text) == 1:  # most texts: this is the press's innermost loop
        return _run(text[0], setting)
    return "".join([_run(run, setting) for run in text])


def inline_html(text: Text, setting: Setting) -> str:
    """Return the runs as HTML that may stand in one line with other words: it turns nothing beside it."""
    return closed(text_html(text, setting))


def _run(run: Run, setting: Setting) -> str:
    if run.note:
        return _note_mark(run.note, setting)
    html = run.text
    if not html.isdecimal():  # cells of tables mostly are, and need nothing
        turns = (run.language or setting.language) in _RIGHT_TO_LEFT
        if turns:
            html = isolated(html)
        elif "&" in html or "<" in html or ">" in html:
            html = escape(html, quote=False)
        if "\n" in html:
            html = html.replace("\n", "<br>")
    if run.italic:
        html = f"<i>{html}</i>"
    if run.bold:
        html = f"<b>{html}</b>"
    if run.language and run.language != setting.language:
        html = f"<bdi {attributes(run.language)}>{closed(html)}</bdi>"
    if run.link:
        html = _link(run.link, html, setting)
    return html


def _link(link: str, html: str, setting: Setting) -> str:
    if link.startswith(STORY_LINK):
        href = setting.find(StoryId(link.removeprefix(STORY_LINK)))
        return f'<a href="{escape(href)}">{html}</a>' if href else html
    if link.startswith(("https://", "http://", "mailto:")):
        return f'<a href="{escape(link)}" rel="noreferrer">{html}</a>'
    return html


def _note_mark(number: int, setting: Setting) -> str:
    mark, label = in_digits(number, setting.language), words(setting.language)["note"]
    name = f"{setting.note_prefix}{number}"
    label = label.format(n=mark)
    return f'<sup><a href="#note-{name}"{NOTE_MARK}{name}" role="doc-noteref" aria-label="{escape(label)}">{mark}</a></sup>'
