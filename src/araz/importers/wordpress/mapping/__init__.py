"""Where what an export holds goes in the paper: sections, topics, bylines and kinds, by a file that an operator edits."""

from araz.importers.wordpress.mapping.counting import Counts
from araz.importers.wordpress.mapping.defaults import default_map
from araz.importers.wordpress.mapping.doubts import doubts_of
from araz.importers.wordpress.mapping.draft import draft_map
from araz.importers.wordpress.mapping.plan import (
    Placement,
    Plan,
    PlannedByline,
    PlannedSection,
    PlannedTopic,
    make_plan,
)
from araz.importers.wordpress.mapping.reading import MapRefused, lines_of_map, read_map
from araz.importers.wordpress.mapping.rules import AuthorRule, CategoryRule, Map, PagesRule, TagRule

__all__ = [
    "AuthorRule",
    "CategoryRule",
    "Counts",
    "Map",
    "MapRefused",
    "PagesRule",
    "Placement",
    "Plan",
    "PlannedByline",
    "PlannedSection",
    "PlannedTopic",
    "TagRule",
    "default_map",
    "doubts_of",
    "draft_map",
    "lines_of_map",
    "make_plan",
    "read_map",
]
