"""Tables as HTML: named, scrolling by themselves, numbers in the digits of their language under each other."""

import re
from collections.abc import Callable
from html import escape
from typing import Final

from araz.edition.blocks import Table
from araz.edition.text import Text, words_of
from araz.language import LANGUAGES, in_digits
from araz.typesetting.html import Setting, text_html
from araz.typesetting.words import words

_NUMBER: Final = re.compile(r"[-+−±~<>≤≥≈$€£₺₼%٪\s\u200e\u200f]*[0-9۰-۹٠-٩]")
_OWN_DIGITS: Final = frozenset(code for code, row in LANGUAGES.items() if not row.digits.isascii())
_FIGURES: Final = re.compile(r"[-+−±~<>≤≥≈$€£₺₼%٪°–/:.,٫٬\s\u00a0\u202f0-9]+")  # nothing but a number and its signs


def table_html(block: Table, number: int, setting: Setting) -> str:
    """Return the table, the `number`th block of its text."""
    name = f"table-{setting.note_prefix}{number}"
    row_html = _row_maker(block, setting)
    head = "".join(row_html(row, True) for row in block.rows[: block.head_rows])
    rows = "".join(row_html(row, False) for row in block.rows[block.head_rows :])
    head = f"<thead>{head}</thead>" if head else ""
    caption = text_html(block.caption, setting)
    title = f'<caption id="{name}">{caption}</caption>' if caption else ""
    label = f'aria-labelledby="{name}"' if caption else f'aria-label="{escape(words(setting.language)["table"])}"'
    source = f'<p class="note">{text_html(block.source, setting)}</p>' if block.source else ""
    table = f"<table>{title}{head}<tbody>{rows}</tbody></table>"
    return f'<div class="scroll" role="region" {label} tabindex="0">{table}</div>{source}'


def _row_maker(block: Table, setting: Setting) -> Callable[[tuple[Text, ...], bool], str]:
    numbers = _columns_of_numbers(block)

    def row_html(row: tuple[Text, ...], is_head: bool) -> str:
        cells = []
        for column, text in enumerate(row):
            html = _cell(text, setting)
            look = "" if column in numbers else ' class="say"'
            if is_head:
                cells.append(f'<th scope="col"{look}>{html}</th>' if html else f"<td{look}></td>")
            elif column == 0 and block.head_column:
                cells.append(f'<th scope="row"{look}>{html}</th>')
            else:
                cells.append(f"<td{look}>{html}</td>")
        return f"<tr>{''.join(cells)}</tr>"

    return row_html


def _columns_of_numbers(block: Table) -> set[int]:
    """The columns of which most cells under the head begin with a number: they stand under each other at their end."""
    rows = block.rows[block.head_rows :]
    found = set()
    for column in range(max(map(len, rows), default=0)):
        cells = [words for row in rows if column < len(row) and (words := words_of(row[column]).strip())]
        numbers = sum(_NUMBER.match(words) is not None for words in cells)
        if cells and 2 * numbers >= len(cells):
            found.add(column)
    return found


def _cell(text: Text, setting: Setting) -> str:
    """Cells of numbers get the language's digits; others stay as they were written."""
    html = text_html(text, setting)
    if setting.language not in _OWN_DIGITS or len(text) != 1 or text[0].link or not _FIGURES.fullmatch(text[0].text):
        return html
    return in_digits(html, setting.language)
