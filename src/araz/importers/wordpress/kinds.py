"""Which kinds of posts are for readers. Plug-ins keep orders, letters, forms and logs as posts, too: none of that may come."""

from collections.abc import Container
from typing import Final

# Posts and pages, and what themes and plug-ins for newsrooms call kinds of their own.
_FOR_READERS: Final = frozenset(
    "post page article articles news story stories opinion opinions column columns editorial analysis report reports research"
    " interview interviews statement statements press-release press_release announcement announcements event events"
    " tribe_events portfolio jetpack-portfolio video videos film films podcast podcasts episode gallery galleries photo photos"
    " multimedia book books review reviews document documents dossier timeline factcheck".split()
)


def is_for_readers(kind: str, chosen: Container[str]) -> bool:
    """`chosen`: other kinds that the map lets come."""
    return kind in _FOR_READERS or kind in chosen
