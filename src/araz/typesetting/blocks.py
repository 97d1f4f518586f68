"""A story's blocks as HTML: one function for each kind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import escape
from typing import Final, assert_never
from urllib.parse import urlsplit

from araz.edition.blocks import (
    Block,
    Embed,
    Figure,
    File,
    Gallery,
    Heading,
    ItemList,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from araz.edition.text import Text
from araz.language import language
from araz.language.direction import closed
from araz.typesetting.headings import NamedHeading
from araz.typesetting.html import NOTE_MARK, Setting, attributes, inline_html, text_html
from araz.typesetting.isolation import left_to_right
from araz.typesetting.pictures import document_path, path_of, widths
from araz.typesetting.sizes import size_of
from araz.typesetting.tables import table_html
from araz.typesetting.words import counted, words

IN_GALLERY: Final = "(min-width:48em) 12rem,50vw"  # how wide pictures are shown beside each other
ADDRESSED: Final = ("page", "document")  # kinds of which people quote a part: its headings show their addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class BodySetting:
    """How a body is set: its texts, and what leads from the page to the root of the tree."""

    text: Setting
    up: str
    eager: bool = False  # whether pictures load at once: feeds and the head of a page
    draw: Callable[[Picture], str] | None = None  # for pages that stand alone: a picture without a file beside it
    sizes: str = "(min-width:48em) 38rem,calc(100vw - 2rem)"  # how wide pictures are shown
    deeper: int = 0  # levels by which headings go down, where several stories stand on one page
    site: str = ""  # where the site is, without a slash at its end: for pages that stand alone
    kind: str = ""  # of the story, on a page of its own: some kinds have parts that others have not
    headings: tuple[NamedHeading, ...] = ()  # those of the body, if places inside of it can be linked to


def body_html(body: tuple[Block, ...], setting: BodySetting) -> str:
    """Return the blocks as HTML, each in its own language if it has one."""
    headings = iter(setting.headings)
    is_first = True
    blocks = []
    for number, block in enumerate(body, 1):
        if isinstance(block, Paragraph) and not block.language:
            blocks.append(f"<p>{text_html(block.text, setting.text)}</p>")
        elif isinstance(block, Heading):
            level = 2 if is_first else block.level  # the headline is the first level, and none is skipped
            blocks.append(_heading(block, level + setting.deeper, next(headings, None), setting))
            is_first = False
        else:
            blocks.append(_in_its_language(block, number, setting))
    if setting.kind in ("page", "research"):
        blocks = list(_joined(body, blocks, setting))
    html = "\n".join(blocks)
    return _with_first_marks_named(html) if html.count(NOTE_MARK) > 1 else html


def _with_first_marks_named(html: str) -> str:
    """A note may be marked twice, but a name stands once: the way back leads to the first mark."""
    before, *marked = html.split(NOTE_MARK)
    named: set[str] = set()
    parts = [before]
    for part in marked:
        name, _, after = part.partition('"')
        parts += [after] if name in named else [NOTE_MARK, part]
        named.add(name)
    return "".join(parts)


def with_dateline(html: str, dateline: str) -> str:
    """Return the body with the place where the story was filed at the head of its first paragraph."""
    if not dateline:
        return html
    line = f'<span class="dateline">{escape(closed(dateline), quote=False)}.</span>'
    return f"<p>{line} {html[3:]}" if html.startswith("<p>") else f"<p>{line}</p>{html}"


def _heading(block: Heading, level: int, named: NamedHeading | None, setting: BodySetting) -> str:
    own = attributes(block.language) if block.language and block.language != setting.text.language else ""
    text = text_html(block.text, replace(setting.text, language=block.language) if own else setting.text)
    name = f' id="{named.name}"' if named else ""
    if named and setting.kind in ADDRESSED:
        text = _with_its_address(block, text, named.name, setting.text.language)
    return f"<h{level}{name}{' ' if own else ''}{own}>{text}</h{level}>"


def _with_its_address(block: Heading, html: str, name: str, code: str) -> str:
    """The heading is the link to itself; one that holds links of its own has a sign for it."""
    if any(run.link or run.note for run in block.text):
        label = escape(words(code)["permanent"])
        return f'{html} <a class="here" href="#{name}" aria-label="{label}"></a>'
    return f'<a class="here" href="#{name}">{html}</a>'


def _joined(body: tuple[Block, ...], blocks: list[str], setting: BodySetting) -> Iterator[str]:
    """Join blocks that say something together: a picture and the names of its parts, the references of research."""
    number = 0
    while number < len(body):
        block, follower = body[number], body[number + 1] if number + 1 < len(body) else None
        if setting.kind == "page" and isinstance(block, Figure) and _names_parts(follower):
            yield f'<div class="parts">{blocks[number]}{blocks[number + 1]}</div>'
            number += 2
        elif setting.kind == "research" and number == len(body) - 2 and _are_references(block, follower):
            name = f' aria-labelledby="{setting.headings[-1].name}"' if setting.headings else ""
            both = blocks[number] + blocks[number + 1]
            yield f'<section class="references" role="doc-bibliography"{name}>{both}</section>'
            number += 2
        else:
            yield blocks[number]
            number += 1


def _names_parts(block: Block | None) -> bool:
    """Whether the block is a list in which every item begins with a name in bold."""
    return isinstance(block, ItemList) and all(item and item[0].bold for item in block.items)


def _are_references(block: Block, follower: Block | None) -> bool:
    """Whether a text of research ends so: a heading, and a numbered list below it."""
    return isinstance(block, Heading) and isinstance(follower, ItemList) and follower.ordered


def _in_its_language(block: Block, number: int, setting: BodySetting) -> str:
    if not block.language or block.language == setting.text.language:
        return _block(block, number, setting)
    inner = replace(setting, text=replace(setting.text, language=block.language))
    return f"<div {attributes(block.language)}>{_block(block, number, inner)}</div>"


def _block(block: Block, number: int, setting: BodySetting) -> str:
    match block:
        case Paragraph():
            return f"<p>{text_html(block.text, setting.text)}</p>"
        case ItemList():
            return _list(block, setting)
        case Quote():
            return _quote(block, setting)
        case Figure():
            return figure(block.picture, setting)
        case Gallery():
            return _gallery(block, number, setting)
        case Table():
            return table_html(block, number, setting.text)
        case Embed():
            return _embed(block, setting)
        case File():
            return _file(block, setting)
        case Heading():
            return _heading(block, block.level + setting.deeper, None, setting)
        case _:
            assert_never(block)


def _list(block: ItemList, setting: BodySetting) -> str:
    tag, look = ("ol", "steps") if block.ordered else ("ul", "dots")
    items = "".join(f"<li>{text_html(item, setting.text)}</li>" for item in block.items)
    return f'<{tag} class="{look}">{items}</{tag}>'


def _quote(block: Quote, setting: BodySetting) -> str:
    ours = _paragraphs(block.paragraphs, setting.text)
    html = f"<blockquote>{ours}</blockquote>"
    source = inline_html(block.source, setting.text)
    if block.original:
        code = block.original_language or setting.text.language
        theirs = _paragraphs(block.original, replace(setting.text, language=code))
        html += f'<div class="original"><blockquote {attributes(code)}>{theirs}</blockquote></div>'
        name = f"<bdi {attributes(code)}>{language(code).own_name}</bdi>"
        note = words(setting.text.language)["original"].format(language=name)
        source = f"{source} <span>{note}</span>" if source else note
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
        f'<img src="{escape(usual)}" srcset="{escape(sources)}" sizes="{setting.sizes}"'
        f' width="{picture.width}" height="{picture.height}" alt="{escape(picture.alt)}"{lazy}>'
    )


def figure(picture: Picture, setting: BodySetting) -> str:
    return f"<figure>{image(picture, setting)}{_caption(picture, setting)}</figure>"


def _caption(picture: Picture, setting: BodySetting) -> str:
    credit = f"<span>{escape(picture.credit, quote=False)}</span>" if picture.credit else ""
    caption = text_html(picture.caption, setting.text)
    return f"<figcaption>{caption} {credit}</figcaption>" if caption or credit else ""


def _gallery(block: Gallery, number: int, setting: BodySetting) -> str:
    inner = replace(setting, sizes=IN_GALLERY)
    shown = "".join(_in_gallery(picture, inner) for picture in block.pictures)
    if not block.title:
        label = escape(words(setting.text.language)["gallery"])
        return f'<div class="gallery" role="group" aria-label="{label}">{shown}</div>'
    name = f"gallery-{setting.text.note_prefix}{number}"
    title = f'<p id="{name}">{escape(block.title, quote=False)}</p>'
    return f'<div class="gallery" role="group" aria-labelledby="{name}">{title}{shown}</div>'


def _in_gallery(picture: Picture, setting: BodySetting) -> str:
    if setting.draw:
        return figure(picture, setting)
    largest = setting.up + path_of(picture.hash, widths(picture.width)[-1])
    label = "" if picture.alt else f' aria-label="{escape(words(setting.text.language)["gallery"])}"'
    shown = f'<a href="{escape(largest)}"{label}>{image(picture, setting)}</a>'
    return f"<figure>{shown}{_caption(picture, setting)}</figure>"


def _embed(block: Embed, setting: BodySetting) -> str:
    """Nothing is loaded from elsewhere; the link says whose site opens, before it does."""
    picture = image(block.picture, setting) if block.picture else ""
    place = f"{escape(closed(block.place), quote=False)}: " if block.place else ""
    note = escape(words(setting.text.language)["elsewhere"], quote=False)
    link = f"<bdi>{escape(closed(block.title), quote=False)}</bdi>"
    host = ""
    if block.address.startswith(("https://", "http://")):
        link = f'<a href="{escape(block.address)}" rel="noreferrer">{link}</a>'
        host = f": {left_to_right(_host(block.address))}"
    return f'<figure class="embed">{picture}<figcaption>{place}{link} <span>({note}{host})</span></figcaption></figure>'


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # brackets that hold no address
        return ""


def _file(block: File, setting: BodySetting) -> str:
    """A link that says what comes, before it comes. A page that stands alone has no file beside it."""
    code = setting.text.language
    name = f"<bdi>{escape(closed(block.title), quote=False)}</bdi>"
    told = [block.kind.upper(), counted("pages", block.pages, code).replace(" ", "\u00a0"), size_of(block.size, code)]
    place = setting.up if setting.draw is None else f"{setting.site}/" if setting.site else None
    if place is not None:
        address = escape(place + document_path(block.hash))
        name = f'<a href="{address}" type="application/pdf">{name}</a>'
    if setting.draw:
        told.append(words(code)["on_the_site"])
    note = escape(language(code).comma.join(told), quote=False)
    return f'<p class="file">{name} <span>({note})</span></p>'
