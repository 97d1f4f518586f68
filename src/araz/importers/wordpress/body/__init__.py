"""The body of a post: HTML of WordPress's editors, old and new, to the blocks of a story. Pure."""

from araz.importers.wordpress.body.comparing import Comparison, compare
from araz.importers.wordpress.body.converting import convert
from araz.importers.wordpress.body.surroundings import Beside, Converted, Document, Surroundings

__all__ = ["Beside", "Comparison", "Converted", "Document", "Surroundings", "compare", "convert"]
