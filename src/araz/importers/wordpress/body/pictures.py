"""Pictures, their captions, and galleries."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

import msgspec
from selectolax.lexbor import LexborNode

from araz.edition.blocks import Block, Embed, Figure, Gallery, Paragraph, Picture, Quote, Table
from araz.edition.text import Address, Run, Text, plain, words_of
from araz.importers.wordpress.body import elsewhere
from araz.importers.wordpress.body.elsewhere import is_watcher
from araz.importers.wordpress.body.galley import lines_of
from araz.importers.wordpress.body.gathering import gathered
from araz.importers.wordpress.body.looks import Attributes, classes, number_in
from araz.importers.wordpress.body.reader import AroundPicture, Handler, Reader
from araz.language import repair

_GALLERY: Final = re.compile(
    r"\s(?:wp-block-gallery|gallery|blocks-gallery-grid|wp-block-jetpack-[\w-]*gallery|tiled-gallery)\s"
)
_LETTER: Final = re.compile(r"\s(?:wp-smiley|emoji|latex)\s")
_NUMBERED: Final = re.compile(r"\bwp-image-(\d{1,12})\b")
_PICTURE_FILE: Final = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|bmp|svg|tiff?)(?:[?#]|$)", re.IGNORECASE)
_BACKGROUND: Final = re.compile(r"background(?:-image)?\s*:\s*url\(([^)]*)\)", re.IGNORECASE)
_LAZY: Final = ("data-src", "data-lazy-src", "data-original", "data-orig-file", "data-large-file")
_TINY: Final = re.compile("[0-2](?:px)?")  # what is so small only tells somebody that the page was opened


def is_gallery(looks: str) -> bool:
    return bool(_GALLERY.search(looks))


def _image(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    given = node.attributes
    alt = (given.get("alt") or "").strip()
    if _LETTER.search(classes(given)):
        reader.text(alt, look)
        return
    address = source_of(given)
    if _is_tiny(given) or is_watcher(address):
        reader.left.add("dropped", "A picture that only counts readers was left behind")
        return
    number = _NUMBERED.search(given.get("class") or "")
    attachment = number_in(number[1]) if number else number_in(given.get("data-id") or given.get("data-attachment-id"))
    picture = find(reader, address, attachment, alt)
    if picture is None:
        return
    if look.link and not _PICTURE_FILE.search(look.link):
        _keep_link(reader, look.link)
    reader.galley.add_after_paragraph(Figure(picture=picture, language=reader.galley.spoken))


def find(reader: Reader, address: str, attachment: int, alt: str = "") -> Picture | None:
    """Return the picture, with the description that the markup gives; a picture without a file is told as lost."""
    is_written_out = address[:5].lower() == "data:"
    picture = reader.around.picture("" if is_written_out else address, attachment)
    if picture is None:
        what = "A picture that is written into the page itself" if is_written_out else "A picture has no file and"
        reader.left.add("lost", f"{what} did not come along")
        return None
    if not alt:
        return picture
    return msgspec.structs.replace(picture, alt=repair(" ".join(alt.split()), _language(reader)))


def show_background(reader: Reader, given: Attributes) -> None:
    """Show the picture that a cover block of older versions has in its style."""
    found = _BACKGROUND.search(given.get("style") or "")
    picture = find(reader, found[1].strip(" '\""), number_in(given.get("data-id"))) if found else None
    if picture:
        reader.galley.add(Figure(picture=picture, language=reader.galley.spoken))


def source_of(given: Attributes) -> str:
    """Return where a picture lies. A page that loads pictures late has the true address elsewhere."""
    address = (given.get("src") or "").strip()
    if address and not address.lower().startswith(("data:", "about:", "javascript:")):
        return address
    for name in _LAZY:
        if late := (given.get(name) or "").strip():
            return late
    offered = (given.get("srcset") or given.get("data-srcset") or "").split()
    return offered[0].rstrip(",") if offered and not offered[0].startswith("data:") else address


def _is_tiny(given: Attributes) -> bool:
    sizes = [(given.get(side) or "").strip() for side in ("width", "height")]
    return any(_TINY.fullmatch(size) for size in sizes)


def _keep_link(reader: Reader, link: Address) -> None:
    """Let the caption carry a picture's link: pictures of ours have none."""
    if reader.figures:
        reader.figures[-1].link = link
    else:
        _lose_link(reader)


def _lose_link(reader: Reader) -> None:
    reader.left.add("lost", "The link of a picture did not come along: it has no caption to carry it")


def _carrying(reader: Reader, link: Address, caption: Text) -> Text:
    if not link:
        return caption
    if not caption:
        _lose_link(reader)
    return tuple(run if run.link or run.note else msgspec.structs.replace(run, link=link) for run in caption)


def shown_with_caption(reader: Reader, node: LexborNode, look: Run) -> None:
    """Read a picture, table, film or quotation that stands with its caption."""
    reader.galley.end()
    given = node.attributes
    before = reader.galley.spoken
    look = reader.speaking(given, look)
    reader.figures.append(AroundPicture())
    blocks = reader.apart(node, look)
    if is_gallery(classes(given)):
        blocks = list(hung(blocks, reader.galley.spoken))
    said = reader.figures.pop()
    caption = lines_of(said.caption)
    if not caption and "wp-caption" in classes(given):
        blocks, caption = _words_as_caption(blocks, reader.galley.spoken)
    caption = _carrying(reader, said.link, caption)
    credit = repair(", ".join(said.credits), _language(reader))
    for block in _with_caption(reader, blocks, caption, credit):
        reader.galley.add(block)
    reader.galley.spoken = before


def _words_as_caption(blocks: list[Block], spoken: str) -> tuple[list[Block], Text]:
    """Part a figure into pictures and words: in a [caption] whatever is no picture is the caption."""
    texts, others = gathered(blocks, spoken)
    return others, lines_of(texts)


def _with_caption(reader: Reader, blocks: list[Block], caption: Text, credit: str) -> list[Block]:
    """Give the first block that can have one its caption; where none can, the words stay as a paragraph."""
    if not caption and not credit:
        return blocks
    free = [place for place, block in enumerate(blocks) if id(block) not in reader.captioned]
    pictures = [place for place in free if isinstance(blocks[place], Figure)]
    if credit and not pictures:
        caption, credit = lines_of([caption, plain(credit)]), ""
    for place in pictures if credit else free:
        given = _captioned(blocks[place], caption, credit)
        if given is not None:
            reader.captioned[id(given)] = given
            blocks[place] = given
            return blocks
    return [*blocks, Paragraph(text=caption, language=reader.galley.spoken)]


def _captioned(block: Block, caption: Text, credit: str) -> Block | None:
    match block:
        case Figure(picture=picture):
            picture = msgspec.structs.replace(
                picture, caption=caption or picture.caption, credit=credit or picture.credit
            )
            return msgspec.structs.replace(block, picture=picture)
        case Gallery(title="") if _is_bare(caption):
            return msgspec.structs.replace(block, title=words_of(caption))
        case Table(caption=()):
            return msgspec.structs.replace(block, caption=caption)
        case Quote(source=()):
            return msgspec.structs.replace(block, source=caption)
        case Embed() if _is_bare(caption):
            place = elsewhere.place_of(block.address)
            return msgspec.structs.replace(block, title=words_of(caption), place=place)
        case _:
            return None


def _is_bare(caption: Text) -> bool:
    """Whether a caption loses nothing where only plain words have room."""
    return not any(run.link or run.note or "\n" in run.text for run in caption)


def _caption(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    if reader.figures:
        reader.figures[-1].caption += reader.texts_apart(node)
    else:
        reader.block(node, look)


def gallery(reader: Reader, node: LexborNode, look: Run) -> None:
    """Read a box or list of pictures as a gallery."""
    reader.galley.end()
    for block in hung(_items_apart(reader, node, look), reader.galley.spoken):
        reader.galley.add(block)


def _items_apart(reader: Reader, node: LexborNode, look: Run) -> list[Block]:
    """Return what a gallery holds; the items of its list are boxes of pictures, not lines of text."""
    if node.tag not in ("ul", "ol"):
        return reader.apart(node, look)
    items = (child for child in node.iter() if child.tag == "li")
    return [block for item in items for block in reader.apart(item, look)]


def hung(blocks: Iterable[Block], language: str, title: str = "") -> Iterator[Block]:
    """Yield the blocks with neighbouring pictures as one gallery; a single picture stays a picture."""
    for is_figure, group in groupby(blocks, key=lambda block: isinstance(block, Figure)):
        neighbours = list(group)
        if not is_figure or len(neighbours) == 1:
            yield from neighbours
            continue
        pictures = tuple(block.picture for block in neighbours if isinstance(block, Figure))
        yield Gallery(pictures=pictures, title=title, language=language)


def _by_numbers(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    """Read [gallery ids="3,5"]: pictures by their numbers, or all that were put into the post."""
    given = node.attributes
    named = given.get("data-ids") or given.get("data-include") or ""
    numbers = [int(number) for number in re.findall(r"\d{1,12}", named)] or list(reader.attached)
    if not numbers:
        reader.left.add("lost", "A gallery names no pictures, and the export knows of none that belong to the post")
    reader.galley.end()
    shown = [block for number in numbers if (block := _numbered(reader, number))]
    for block in hung(shown, reader.galley.spoken):
        reader.galley.add(block)
    reader.children(node, look)


def _numbered(reader: Reader, number: int) -> Block | None:
    """Return a picture with the caption that the media library has; of one without a file, the caption is left."""
    picture = find(reader, reader.around.attachment(number), number)
    caption = plain(reader.around.caption(number))
    if picture is None:
        return Paragraph(text=caption, language=reader.galley.spoken) if caption else None
    picture = msgspec.structs.replace(picture, caption=picture.caption or caption)
    return Figure(picture=picture, language=reader.galley.spoken)


def _credit(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    """Read [media-credit name="…"]: who made the picture inside."""
    name = repair((node.attributes.get("data-name") or "").strip(), _language(reader))
    blocks = reader.apart(node, look)
    if name and not any(isinstance(block, Figure) for block in blocks):
        blocks.append(Paragraph(text=plain(name), language=reader.galley.spoken))
    for block in blocks:
        if name and isinstance(block, Figure):
            block = msgspec.structs.replace(block, picture=msgspec.structs.replace(block.picture, credit=name))
        reader.galley.add_after_paragraph(block)


def _language(reader: Reader) -> str:
    return reader.galley.spoken or reader.around.language


def _figure(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    shown_with_caption(reader, node, look)


HANDLERS: Final[dict[str, Handler]] = {
    "img": _image,
    "amp-img": _image,
    "figure": _figure,
    "figcaption": _caption,
    "araz-gallery": _by_numbers,
    "araz-media-credit": _credit,
}
