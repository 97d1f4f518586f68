"""Shortcodes: [words in brackets] that WordPress and its plugins replace when a page is shown.

Those that say something become tags, which the reader of the HTML knows; of the others only the words inside stay.
"""

import re
from collections.abc import Callable
from html import escape, unescape
from typing import Final

Unknown = Callable[[str], None]

_TOKEN: Final = re.compile(
    r"<!--.*?-->|<[a-zA-Z/!][^<>]*>"  # never inside a tag or a comment
    r"|(?P<open>\[\[?)(?P<close>/?)(?P<name>[A-Za-z][\w-]{0,60})(?P<given>(?=[\s/\]])"
    r"(?:\"[^\"]{0,3000}\"|“[^”]{0,3000}”|'[^'\n]{0,3000}'|[^\]\"“'\[]){0,3000}?)\](?P<twice>\]?)",
    re.DOTALL,
)
_GIVEN: Final = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|[”“″]([^”“″]*)[”“″]|([^\s\"'\]]+))|(\S+)")
_CLOSED: Final = re.compile(r"\[/([A-Za-z][\w-]*)\s*\]")
_IN_BLOCK: Final = re.compile(r"<!-- wp:shortcode -->.*?<!-- /wp:shortcode -->", re.DOTALL)
_CAPTIONS: Final = frozenset(["caption", "wp_caption"])
_NOTES: Final = frozenset(["ref", "efn_note", "footnote", "mfn", "fn", "sidenote", "note"])
_MEDIA: Final = frozenset(
    ["gallery", "playlist", "audio", "video", "embed", "youtube", "vimeo", "aparat", "media-credit"]
)
_WITHOUT_ANYTHING: Final = frozenset(  # known to stand alone, without attributes
    [
        "gallery", "playlist", "toc", "sitemap", "archives", "contact-form", "contact-form-7", "products", "recent_products", "cart", "checkout",
        "rev_slider", "metaslider", "nggallery", "recent_posts", "subscribe", "newsletter", "polls", "login", "search",
        "woocommerce_cart", "woocommerce_checkout", "woocommerce_my_account", "jetpack_subscription_form", "portfolio",
    ]
)  # fmt: skip
_SPOKEN: Final = frozenset(["title", "heading", "text", "caption", "subtitle", "label", "content", "author", "name"])


def rewritten(html: str, unknown: Unknown = lambda tag: None) -> str:
    """Return the HTML with tags in the place of shortcodes. `unknown` hears the name of each whose meaning is not known."""
    if "[" not in html:
        return html
    return _Rewriting(html, unknown).result()


def attributes(given: str) -> dict[str, str]:
    """Return what a shortcode says about itself; values without a name are numbered."""
    found: dict[str, str] = {}
    for name, *values in _GIVEN.findall(given):
        *quoted, bare = values
        if name:
            found[name.lower()] = unescape(next(filter(None, quoted), ""))
        elif bare.strip("/"):
            found[str(len(found))] = unescape(bare.strip("\"'"))
    return found


class _Rewriting:
    def __init__(self, html: str, unknown: Unknown) -> None:
        self._html = html
        self._unknown = unknown
        self._closed = frozenset(_CLOSED.findall(html))
        self._blocks = [block.span() for block in _IN_BLOCK.finditer(html)]

    def result(self) -> str:
        return _TOKEN.sub(self._replacement, self._html)

    def _replacement(self, found: re.Match[str]) -> str:
        name = found["name"]
        if name is None or not self._is_shortcode(found):
            return found[0]
        if found["open"] == "[[" and found["twice"]:
            return found[0][1:-1].replace("[", "&#91;")
        before = "&#91;" if found["open"] == "[[" else ""
        after = "&#93;" if found["twice"] else ""
        return f"{before}{self._tag(found)}{after}"

    def _is_shortcode(self, found: re.Match[str]) -> bool:
        name = found["name"]
        return (
            name in self._closed
            or (name in _MEDIA and bool(found["given"].strip(" /")))
            or name in _WITHOUT_ANYTHING
            or "=" in found["given"]
            or any(start <= found.start() < end for start, end in self._blocks)
        )

    def _tag(self, found: re.Match[str]) -> str:
        name, is_end = found["name"], bool(found["close"])
        if name in _CAPTIONS:
            return "</figure>" if is_end else _caption(attributes(found["given"]))
        if name in _NOTES and name in self._closed:
            return "</araz-note>" if is_end else "<araz-note>"
        if name in _MEDIA:
            return self._media(found, name, is_end)
        if not is_end:
            self._unknown(name)
        spoken = [value for key, value in attributes(found["given"]).items() if key in _SPOKEN and " " in value]
        words = "".join(f"<hr><p>{escape(value)}</p>" for value in spoken)
        return words or ("<hr>" if self._stands_alone(found) else "")

    def _media(self, found: re.Match[str], name: str, is_end: bool) -> str:
        if name == "media-credit":
            return (
                "</araz-media-credit>"
                if is_end
                else f'<araz-media-credit name="{escape(attributes(found["given"]).get("name", ""))}">'
            )
        if is_end:
            return f"</araz-{name}>"
        given = "".join(f' data-{escape(key)}="{escape(value)}"' for key, value in attributes(found["given"]).items())
        return f"<araz-{name}{given}>" + ("" if name in self._closed else f"</araz-{name}>")

    def _stands_alone(self, found: re.Match[str]) -> bool:
        """Whether the tag stands at a line's edge or at another tag, so that words behind it begin something new."""
        if found["close"]:
            return self._html[found.end() : found.end() + 1] in ("", "\n", "\r", "[")
        return self._html[max(found.start() - 1, 0) : found.start()] in ("", "\n", "\r", "]", ">")


def _caption(given: dict[str, str]) -> str:
    number = given.get("id", "").removeprefix("attachment_")
    figure = f'<figure class="wp-caption" data-id="{escape(number)}">'
    # Until WordPress 3.4 the words stood in the tag, HTML and all; the reader of the HTML takes what it knows of it.
    return figure + (f"<figcaption>{given['caption']}</figcaption>" if given.get("caption") else "")
