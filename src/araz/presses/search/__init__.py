"""What the site's own search needs: its words by segments of an archive, as files that a browser loads from anywhere."""

from araz.presses.search.press import SearchPress

__all__ = ["SearchPress"]
