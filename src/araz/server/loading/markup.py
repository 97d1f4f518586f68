"""The sample's texts as the editor of the desk stores them: the other way round from `desk/rich_text.py`."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Final

from araz.edition.text import Run
from araz.language import LANGUAGES
from araz.server.sample.markup import runs_of

_STORY: Final = "story:"

PageNumbers = Mapping[str, int]  # pages of the desk by the sample's keys of stories


def rich_text(marked: str, pages: PageNumbers) -> str:
    """Return one text as rich text, without a paragraph around it."""
    return "".join(_html(run, pages) for run in runs_of(marked))


def paragraphs(texts: Iterable[str], pages: PageNumbers) -> str:
    return "".join(f"<p>{rich_text(text, pages)}</p>" for text in texts)


def plain_words(marked: str) -> str:
    """Return one text for a field without rich text; marks of notes stay as they are written."""
    return "".join(f"[^{run.note}]" if run.note else run.text for run in runs_of(marked))


def _html(run: Run, pages: PageNumbers) -> str:
    if run.note:
        return f"[^{run.note}]"
    html = escape(run.text, quote=False)
    if run.bold:
        html = f"<b>{html}</b>"
    if run.italic:
        html = f"<i>{html}</i>"
    if run.language:
        html = f'<span lang="{LANGUAGES[run.language].html_tag}">{html}</span>'
    return _linked(html, run.link, pages) if run.link else html


def _linked(html: str, link: str, pages: PageNumbers) -> str:
    if link.startswith(_STORY):
        return f'<a linktype="page" id="{pages[link.removeprefix(_STORY)]}">{html}</a>'
    return f'<a href="{escape(link)}">{html}</a>'
