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
    code = setting.language
    has_own_digits = code in _OWN_DIGITS

    def row_html(row: tuple[Text, ...], is_head: bool) -> str:
        cells = []
        for column, text in enumerate(row):
            html = text_html(text, setting)
            if has_own_digits and len(text) == 1 and not text[0].link and _FIGURES.fullmatch(text[0].text):
                html = in_digits(html, code)  # of numbers alone; other cells stay as they were written
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
    return {column for column in range(max(map(len, rows), default=0)) if _are_numbers(rows, column)}


def _are_numbers(rows: tuple[tuple[Text, ...], ...], column: int) -> bool:
    filled = numbers = 0
    for row in rows:
        if column < len(row) and (words := _bare(row[column])):
            filled += 1
            numbers += words.isdecimal() or _NUMBER.match(words) is not None
    return 0 < filled <= 2 * numbers


def _bare(cell: Text) -> str:
    return (cell[0].text if len(cell) == 1 else words_of(cell)).strip()
