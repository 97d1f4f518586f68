"""What both databases share."""

from typing import Any


class NormsOnlyOnRebuilding:
    """The library asks after each object for the average length of all titles, to weigh matches in titles.

    Here it asks only when the whole index is made anew. Stands before the library's index among the bases.
    """

    def _refresh_title_norms(self, full: bool = False) -> None:
        if full:
            of_library: Any = super()
            of_library._refresh_title_norms(full=True)
