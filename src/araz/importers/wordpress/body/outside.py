"""What a page loads from elsewhere, or plays: frames, films, sounds, files. All become links that load nothing."""

import re
from typing import Final

from selectolax.lexbor import LexborNode

from araz.edition.blocks import Embed
from araz.edition.text import Run
from araz.importers.wordpress.body import documents, elsewhere
from araz.importers.wordpress.body.links import NOWHERE
from araz.importers.wordpress.body.looks import Attributes, classes, count_in, number_in, text_in
from araz.importers.wordpress.body.reader import Handler, Reader
from araz.language import repair

_ADDRESS: Final = re.compile(r"https?://\S+")
_ONLY_LINKED: Final = "A film, sound or file is only linked: it stays where it lies and goes when that place goes"
_FILES: Final = ("src", "mp4", "m4v", "webm", "ogv", "mov", "flv", "wmv", "mp3", "m4a", "ogg", "wav", "wma", "url", "0")
_FILM_PAGES: Final = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "aparat": "https://www.aparat.com/v/{}",
}


def show(reader: Reader, address: str, title: str = "") -> bool:
    """Set a link to something elsewhere, or a document of ours; False if there is nowhere that it may lead."""
    if documents.show(reader, address, title):
        return True
    if elsewhere.is_watcher(address):
        reader.left.add("dropped", "A frame or picture that only counts readers was left behind")
        return False
    page = elsewhere.page_of(f"https:{address}" if address.startswith("//") else address)
    link = reader.link(page) if page else NOWHERE
    words = repair(" ".join(title.split()), reader.galley.spoken or reader.around.language)
    if link.startswith("story:"):
        reader.galley.end()
        reader.galley.words(words or page, Run(link=link))
        reader.galley.end()
    elif link:
        place = elsewhere.place_of(link)
        words = words or place
        # The place stands before the title: without a title of its own it would stand there twice.
        reader.galley.add_after_paragraph(
            Embed(address=link, title=words, place="" if words == place else place, language=reader.galley.spoken)
        )
    return bool(link)


def _frame(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    given = node.attributes
    address = given.get("src") or given.get("data-src") or given.get("data-lazy-src") or ""
    if not address or not show(reader, address, given.get("title") or ""):
        reader.left.add("dropped", "A frame without an address to link to was left behind")


def _thing(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    """Read <object> and <embed>: the address wherever it stands, and the words for those who can't see it."""
    given = node.attributes
    if "wp-block-file__embed" in classes(given):
        return  # a preview of the file that the block names
    movie = node.css_first('param[name="movie"], param[name="src"]') if tag == "object" else None
    address = (
        given.get("data") or given.get("src") or (movie.attributes.get("value") if movie is not None else "") or ""
    )
    is_around_another = any(inner.mem_id != node.mem_id for inner in node.css("embed, iframe, object"))
    if not is_around_another:
        if address:
            show(reader, address, given.get("title") or given.get("aria-label") or "")
        else:
            reader.left.add("lost", "An embedded object names no address")
    reader.children(node, look)


def _played(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    """Read a film or sound."""
    given = node.attributes
    source = node.css_first("source[src]")
    address = given.get("src") or (source.attributes.get("src") if source is not None else "") or ""
    _show_file(reader, address, given.get("title") or "")
    _words_inside(reader, node, look, address)


def _show_file(reader: Reader, address: str, title: str = "") -> None:
    if not address:
        reader.left.add("lost", "A film or sound names no file")
    elif show(reader, address, title or elsewhere.file_name(address)):
        reader.left.add("doubtful", _ONLY_LINKED)


def _words_inside(reader: Reader, node: LexborNode, look: Run, address: str) -> None:
    """Read what stands inside, but for the address once more."""
    link = node.css_first("a")
    if link is not None and text_in(node) == text_in(link) and (link.attributes.get("href") or "") == address:
        reader.left.add("dropped", "A link for browsers that can't play films was left behind", count_in(node))
        return
    reader.children(node, look)


def _shortcode(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    """Read [video], [audio], [youtube], [embed] and their like, which WordPress turns into players."""
    given = node.attributes
    words = text_in(node)
    name = tag.removeprefix("araz-")
    address = next((value for key in _FILES if (value := given.get(f"data-{key}"))), "")
    if not address and name not in _FILM_PAGES and (number := number_in(given.get("data-id"))):
        address = reader.around.attachment(number)
    if not address and _ADDRESS.fullmatch(words):
        address, words = words, ""
    if name in _FILM_PAGES:
        key = address or given.get("data-id") or words
        address = key if key.startswith("http") else _FILM_PAGES[name].format(key)
        words = "" if words == key else words
    if name in ("video", "audio"):
        _show_file(reader, address, given.get("data-title") or "")
    elif not address or not show(reader, address, given.get("data-title") or ""):
        reader.left.add("lost", "A film, sound or post elsewhere names no address")
    if words:
        reader.children(node, look)


def _playlist(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    numbers = re.findall(r"\d{1,12}", node.attributes.get("data-ids") or "")
    if not numbers:
        reader.left.add("lost", "A list of films or sounds names none")
    for number in numbers:
        _show_file(reader, reader.around.attachment(int(number)))
    reader.children(node, look)


def show_wrapped(reader: Reader, node: LexborNode, look: Run) -> None:
    """Read the inside of an embed block: an address, or what a page of that address had been turned into."""
    address = text_in(node)
    if not _ADDRESS.fullmatch(address) or not show(reader, address):
        reader.block(node, look)


def is_button_of_file(reader: Reader, node: LexborNode, given: Attributes) -> bool:
    """Whether a link is the button of a file block: its name leads to the same file, or the file is a document that came."""
    if "wp-block-file__button" not in classes(given):
        return False
    before = node.prev
    if before is not None and before.tag == "a" and before.attributes.get("href") == given.get("href"):
        return True
    document = reader.around.document(given.get("href") or "", "")
    return document is not None and document.block is not None


def leave_button(reader: Reader, node: LexborNode) -> None:
    reader.left.add("dropped", "A button for the file that is linked beside it was left behind", count_in(node))
    if document := reader.around.document(node.attributes.get("href") or "", ""):
        documents.offer(reader, document)
    else:
        reader.left.add("doubtful", _ONLY_LINKED)


def _document(reader: Reader, tag: str, node: LexborNode, look: Run) -> None:
    """Read [pdf-embedder], [embeddoc] and their like."""
    if not show(reader, node.attributes.get("data-url") or ""):
        reader.left.add("lost", "A document that a plug-in shows leads nowhere")


HANDLERS: Final[dict[str, Handler]] = {
    "iframe": _frame,
    "frame": _frame,
    "amp-iframe": _frame,
    "object": _thing,
    "embed": _thing,
    "video": _played,
    "audio": _played,
    "araz-playlist": _playlist,
    "araz-document": _document,
    **dict.fromkeys(
        ["araz-video", "araz-audio", "araz-embed", "araz-youtube", "araz-vimeo", "araz-aparat"], _shortcode
    ),
}
