"""The website: a folder of pages that works alike on a server, a mirror, a stick and from `file://`."""

from araz.presses.website.press import WebsitePress

__all__ = ["WebsitePress"]
