"""HTML that page builders store packed, so that no editor touches it."""

import re
from base64 import b64decode
from binascii import Error
from typing import Final
from urllib.parse import unquote

_PACKED: Final = re.compile(r"\[vc_raw_(html|js)[^\[\]]*\]([A-Za-z0-9+/=\s]*)\[/vc_raw_(?:html|js)\]")


def unpacked(html: str) -> str:
    """Return the HTML with what WPBakery packed unpacked; a script of its is a script again."""
    return _PACKED.sub(_content, html) if "[vc_raw_" in html else html


def _content(found: re.Match[str]) -> str:
    try:
        content = unquote(b64decode(found[2], validate=False).decode())
    except (Error, UnicodeDecodeError):
        return found[0]
    return content if found[1] == "html" or "<script" in content else f"<script>{content}</script>"
