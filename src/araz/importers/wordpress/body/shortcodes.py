"""Shortcodes: [words in brackets] that WordPress and its plugins replace when a page is shown.

Those that say something become tags, which the reader of the HTML knows; of the others only the words inside stay, and
the pictures and films that they name.
"""

import re
from collections import Counter
from collections.abc import Callable
from html import escape, unescape
from typing import Final

from araz.importers.wordpress.body.elsewhere import is_known_place
from araz.importers.wordpress.body.page_builders import unpacked

_DOCUMENT: Final = "<araz-document"

Unknown = Callable[[str], None]

_TOKEN: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<[a-zA-Z/!][^<>]*>"  # never inside a comment or a tag
    r"|(?P<open>\[\[?)(?P<close>/?)(?P<name>[A-Za-z][\w-]{0,60})(?P<given>(?=[\s/\]=])"
    r"(?:\"[^\"]{0,3000}\"|“[^”]{0,3000}”|'[^'\n]{0,3000}'|[^\]\"“'\[]){0,3000}?)\](?P<twice>\]?)",
    re.DOTALL,
)
_GIVEN: Final = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|[”“″]([^”“″]*)[”“″]|([^\s\"'\]]+))|(\S+)")
_CLOSED: Final = re.compile(r"\[/([A-Za-z][\w-]*)\s*\]")
_CAPTIONS: Final = frozenset(["caption", "wp_caption"])
_CREDIT: Final = "media-credit"
_NOTES: Final = frozenset(["ref", "efn_note", "footnote", "mfn", "fn", "sidenote", "note"])
_MEDIA: Final = frozenset(["gallery", "playlist", "audio", "video", "embed", "youtube", "vimeo", "aparat"])
_ENCLOSING: Final = _CAPTIONS | _NOTES | _MEDIA | {_CREDIT}
_WITHOUT_ANYTHING: Final = frozenset(  # known to stand alone, without attributes
    [
        "gallery", "playlist", "toc", "sitemap", "archives", "contact-form", "contact-form-7", "products", "recent_products",
        "cart", "checkout", "rev_slider", "metaslider", "nggallery", "recent_posts", "subscribe", "newsletter", "polls",
        "login", "search", "woocommerce_cart", "woocommerce_checkout", "woocommerce_my_account", "portfolio",
        "jetpack_subscription_form",
    ]
)  # fmt: skip
_SPOKEN: Final = frozenset(
    [
        "heading",
        "text",
        "title",
        "caption",
        "subtitle",
        "label",
        "content",
        "author",
        "h2",
        "h4",
        "quote",
        "description",
    ]
)
_NAMES_OF_ITS_OWN: Final = re.compile(r"form|mc4wp|newsletter|slider|poll|table", re.IGNORECASE)  # said to editors only
_NUMBERS: Final = re.compile(r"\d{1,12}(?:\s*,\s*\d{1,12})*")
_PICTURE_FILE: Final = re.compile(r"https?://\S+\.(?:jpe?g|png|gif|webp)", re.IGNORECASE)
_DOCUMENT_FILE: Final = re.compile(r"(?:https?(?:://|%3a%2f%2f)|/)\S+\.pdf(?:[?#]\S*)?", re.IGNORECASE)
_OF_PICTURES: Final = frozenset(["image", "images", "ids", "image_id", "include", "photo"])


def rewritten(html: str, unknown: Unknown = lambda name: None) -> str:
    """Return the HTML with tags in the place of shortcodes. `unknown` hears the name of each that only a plugin knows."""
    if "[" not in html:
        return html
    return _Rewriting(unpacked(html), unknown).result()


def is_document(value: str) -> bool:
    """Say whether a value is the address of a PDF."""
    return bool(_DOCUMENT_FILE.fullmatch(value))


def attributes(given: str) -> dict[str, str]:
    """Return what a shortcode says about itself; values without a name are numbered."""
    found: dict[str, str] = {}
    for name, *values in _GIVEN.findall(given):
        *quoted, bare = values
        if name:
            found[name.lower()] = unescape(next(filter(None, quoted), ""))
        elif bare.strip("/"):
            found[str(len(found))] = unescape(bare.strip("\"'="))
    return found


class _Rewriting:
    def __init__(self, html: str, unknown: Unknown) -> None:
        self._html = html
        self._unknown = unknown
        self._closed = frozenset(_CLOSED.findall(html))
        self._is_in_block = False  # of the newer editor, made for shortcodes: there each word in brackets is one
        self._open: Counter[str] = Counter()

    def result(self) -> str:
        return _TOKEN.sub(self._replacement, self._html)

    def _replacement(self, found: re.Match[str]) -> str:
        name = found["name"]
        if name is None:
            if "wp:shortcode" in found[0]:
                self._is_in_block = "/wp:shortcode" not in found[0]
            return found[0]
        if not self._is_shortcode(found):
            return found[0]
        if found["open"] == "[[" and found["twice"]:
            return found[0][1:-1].replace("[", "&#91;")
        before = "&#91;" if found["open"] == "[[" else ""
        after = "&#93;" if found["twice"] else ""
        return f"{before}{self._tag(found)}{after}"

    def _is_shortcode(self, found: re.Match[str]) -> bool:
        name = found["name"]
        if found["given"].startswith("="):  # [youtube=https://…], as WordPress.com has it
            return name in _MEDIA
        return (
            name in self._closed
            or (name in _MEDIA and bool(found["given"].strip(" /")))
            or name in _WITHOUT_ANYTHING
            or "=" in found["given"]
            or self._is_in_block
        )

    def _tag(self, found: re.Match[str]) -> str:
        name = found["name"]
        if name in _ENCLOSING:
            return self._end(name) if found["close"] else self._beginning(found, name)
        said = attributes(found["given"])
        shown = "".join(_shown(name, key, value) for key, value in said.items())
        if not found["close"] and _DOCUMENT not in shown:
            self._unknown(name)
        return shown or ("<hr>" if self._stands_alone(found) else "")

    def _beginning(self, found: re.Match[str], name: str) -> str:
        said = attributes(found["given"])
        tag, beginning = _tags(name, said)
        if self._is_closed_behind(found, name):
            self._open[name] += 1
            return beginning
        return f"{beginning}</{tag}>" if name in _MEDIA else _words(said.get("caption", ""))

    def _end(self, name: str) -> str:
        if not self._open[name]:
            return ""
        self._open[name] -= 1
        return f"</{_tags(name, {})[0]}>"

    def _is_closed_behind(self, found: re.Match[str], name: str) -> bool:
        """Whether the end comes before another beginning: what is never closed must not swallow the rest."""
        if name not in self._closed:
            return False
        next_one = self._html.find(f"[{name}", found.end())
        return self._html.find(f"[/{name}", found.end(), next_one if next_one >= 0 else len(self._html)) >= 0

    def _stands_alone(self, found: re.Match[str]) -> bool:
        """Whether the tag stands at a line's edge or at another tag, so that words behind it begin something new."""
        if found["close"]:
            return self._html[found.end() : found.end() + 1] in ("", "\n", "\r", "[")
        return self._html[max(found.start() - 1, 0) : found.start()] in ("", "\n", "\r", "]", ">")


def _tags(name: str, said: dict[str, str]) -> tuple[str, str]:
    """Return the name of the tag that stands for an enclosing shortcode, and its beginning."""
    if name in _CAPTIONS:
        # Until WordPress 3.4 the words stood in the tag, HTML and all; the reader of the HTML takes what it knows of it.
        old = f"<figcaption>{said['caption']}</figcaption>" if said.get("caption") else ""
        return "figure", f'<figure class="wp-caption">{old}'
    if name in _NOTES:
        return "araz-note", "<araz-note>"
    given = "".join(f' data-{escape(key)}="{escape(value)}"' for key, value in said.items())
    return f"araz-{name}", f"<araz-{name}{given}>"


def _shown(name: str, key: str, value: str) -> str:
    """Return what a plugin's shortcode shows of what it says about itself: words, pictures by number or address, films."""
    if key in _OF_PICTURES and _NUMBERS.fullmatch(value):
        return f'<araz-gallery data-ids="{escape(value)}"></araz-gallery>'
    if _PICTURE_FILE.fullmatch(value):
        return f'<img src="{escape(value)}">'
    if is_document(value):
        return f'{_DOCUMENT} data-url="{escape(value)}"></araz-document>'
    if value.startswith(("http://", "https://")):
        return f'<araz-embed data-url="{escape(value)}"></araz-embed>' if is_known_place(value) else ""
    is_said = key in _SPOKEN and (" " in value or key in ("heading", "text")) and not _NAMES_OF_ITS_OWN.search(name)
    return f"<hr>{_words(escape(value))}" if is_said else ""


def _words(html: str) -> str:
    return f"<p>{html}</p>" if html else ""
