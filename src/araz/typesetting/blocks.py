"""A story's blocks as HTML: one function for each kind."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from typing import Final, assert_never

from araz.edition.blocks import (
    Block,
    Embed,
    Figure,
    Gallery,
    Heading,
    ItemList,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from araz.edition.text import Text, words_of
from araz.language import in_digits, language
from araz.typesetting.html import Setting, attributes, text_html
from araz.typesetting.pictures import path_of, widths
from araz.typesetting.words import words

_NUMBER: Final = re.compile(r"[-+−±~<>≤≥≈$€£₺₼%\s\u200e\u200f]*[0-9۰-۹٠-٩]")


@dataclass(frozen=True, slots=True, kw_only=True)
class BodySetting:
    """How a body is set: its texts, and what leads from the page to the root of the tree."""

    text: Setting
    up: str
    eager: bool = False  # whether pictures load at once: feeds and the head of a page
    draw: Callable[[Picture], str] | None = None  # for pages that stand alone: a picture without a file beside it
    deeper: int = 0  # levels by which headings go down, where several stories stand on one page


def body_html(body: tuple[Block, ...], setting: BodySetting) -> str:
    """Return the blocks as HTML, each in its own language if it has one."""
    return "\n".join(_in_its_language(block, number, setting) for number, block in enumerate(body, 1))


def with_dateline(html: str, place: str) -> str:
    """Return a body with the place from which it comes at the head of its first paragraph."""
    if not place:
        return html
    line = f'<span class="dateline">{escape(place, quote=False)}.</span>'
    return f"<p>{line} {html[3:]}" if html.startswith("<p>") else f"<p>{line}</p>{html}"


def _in_its_language(block: Block, number: int, setting: BodySetting) -> str:
    if not block.language or block.language == setting.text.language:
        return _block(block, number, setting)
    inner = replace(setting, text=replace(setting.text, language=block.language))
    return f"<div {attributes(block.language)}>{_block(block, number, inner)}</div>"


def _block(block: Block, number: int, setting: BodySetting) -> str:
    match block:
        case Heading():
            level = block.level + setting.deeper
            return f"<h{level}>{text_html(block.text, setting.text)}</h{level}>"
        case Paragraph():
            return f"<p>{text_html(block.text, setting.text)}</p>"
        case ItemList():
            return _list(block, setting)
        case Quote():
            return _quote(block, setting)
        case Figure():
            return figure(block.picture, setting)
        case Gallery():
            return _gallery(block, setting)
        case Table():
            return _table(block, number, setting)
        case Embed():
            return _embed(block, setting)
        case _:
            assert_never(block)


def _list(block: ItemList, setting: BodySetting) -> str:
    tag, look = ("ol", "steps") if block.ordered else ("ul", "dots")
    items = "".join(f"<li>{text_html(item, setting.text)}</li>" for item in block.items)
    return f'<{tag} class="{look}">{items}</{tag}>'


def _quote(block: Quote, setting: BodySetting) -> str:
    ours = _paragraphs(block.paragraphs, setting.text)
    html = f"<blockquote>{ours}</blockquote>"
    source = text_html(block.source, setting.text)
    if block.original:
        code = block.original_language or setting.text.language
        theirs = _paragraphs(block.original, replace(setting.text, language=code))
        html += f'<div class="original"><blockquote {attributes(code)}>{theirs}</blockquote></div>'
        note = words(setting.text.language)["original"].format(language=language(code).own_name)
        source = f"{source} {escape(note)}" if source else escape(note)
    caption = f"<figcaption>{source}</figcaption>" if source else ""
    return f'<figure class="quote">{html}{caption}</figure>'


def _paragraphs(texts: tuple[Text, ...], setting: Setting) -> str:
    return "".join(f"<p>{text_html(text, setting)}</p>" for text in texts)


def image(picture: Picture, setting: BodySetting) -> str:
    """Return the picture in the sizes that it is offered in."""
    if setting.draw:
        return setting.draw(picture)
    offered = widths(picture.width)
    sources = ", ".join(f"{setting.up}{path_of(picture.hash, width)} {width}w" for width in offered)
    usual = setting.up + path_of(picture.hash, offered[min(1, len(offered) - 1)])
    lazy = "" if setting.eager else ' loading="lazy"'
    return (
        f'<img src="{escape(usual)}" srcset="{escape(sources)}" sizes="(min-width: 48em) 38rem, 100vw"'
        f' width="{picture.width}" height="{picture.height}" alt="{escape(picture.alt)}"{lazy}>'
    )


def figure(picture: Picture, setting: BodySetting) -> str:
    return f"<figure>{image(picture, setting)}{_caption(picture, setting)}</figure>"


def _caption(picture: Picture, setting: BodySetting) -> str:
    credit = f"<span>{escape(picture.credit, quote=False)}</span>" if picture.credit else ""
    caption = text_html(picture.caption, setting.text)
    return f"<figcaption>{caption} {credit}</figcaption>" if caption or credit else ""


def _gallery(block: Gallery, setting: BodySetting) -> str:
    label = block.title or words(setting.text.language)["gallery"]
    shown = "".join(_in_gallery(picture, setting) for picture in block.pictures)
    return f'<section class="gallery" aria-label="{escape(label)}">{shown}</section>'


def _in_gallery(picture: Picture, setting: BodySetting) -> str:
    if setting.draw:
        return figure(picture, setting)
    largest = setting.up + path_of(picture.hash, widths(picture.width)[-1])
    label = "" if picture.alt else f' aria-label="{escape(words(setting.text.language)["gallery"])}"'
    shown = f'<a href="{escape(largest)}"{label}>{image(picture, setting)}</a>'
    return f"<figure>{shown}{_caption(picture, setting)}</figure>"


def _table(block: Table, number: int, setting: BodySetting) -> str:
    name = f"table-{setting.text.note_prefix}{number}"
    cell = _cell_maker(block, setting)
    head = "".join(cell(row, True) for row in block.rows[: block.head_rows])
    rows = "".join(cell(row, False) for row in block.rows[block.head_rows :])
    head = f"<thead>{head}</thead>" if head else ""
    caption = text_html(block.caption, setting.text)
    title = f'<caption id="{name}">{caption}</caption>' if caption else ""
    label = f'aria-labelledby="{name}"' if caption else f'aria-label="{escape(words(setting.text.language)["table"])}"'
    source = f'<p class="note">{text_html(block.source, setting.text)}</p>' if block.source else ""
    table = f"<table>{title}{head}<tbody>{rows}</tbody></table>"
    return f'<div class="scroll" role="region" {label} tabindex="0">{table}{source}</div>'


def _cell_maker(block: Table, setting: BodySetting) -> Callable[[tuple[Text, ...], bool], str]:
    numbers = _columns_of_numbers(block)

    def row_html(row: tuple[Text, ...], is_head: bool) -> str:
        cells = []
        for column, text in enumerate(row):
            html = in_digits_of(text_html(text, setting.text), setting)
            look = "" if column in numbers else ' class="say"'
            if is_head:
                cells.append(f'<th scope="col"{look}>{html}</th>')
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


def in_digits_of(html: str, setting: BodySetting) -> str:
    """Cells of bare numbers get the language's digits; others stay as they were written."""
    bare = html.replace(",", "").replace(".", "").replace(" ", "")
    return in_digits(html, setting.text.language) if bare.isdecimal() else html


def _embed(block: Embed, setting: BodySetting) -> str:
    picture = image(block.picture, setting) if block.picture else ""
    place = f"{escape(block.place, quote=False)}: " if block.place else ""
    note = escape(words(setting.text.language)["elsewhere"], quote=False)
    link = escape(block.title, quote=False)
    if block.address.startswith(("https://", "http://")):
        link = f'<a href="{escape(block.address)}" rel="noreferrer">{link}</a>'
    return f'<figure class="embed">{picture}<figcaption>{place}{link} <span>({note})</span></figcaption></figure>'
