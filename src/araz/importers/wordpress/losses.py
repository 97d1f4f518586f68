"""Counts what of a story's text did not come over."""

from araz.importers.wordpress.body import compare
from araz.importers.wordpress.conversion import Made
from araz.importers.wordpress.export import Item
from araz.importers.wordpress.findings import Note, finding_of
from araz.importers.wordpress.report import Losses


def count_losses(item: Item, made: Made, losses: Losses, note: Note) -> None:
    """Add what one story lost to the sum, and tell of words."""
    found = compare(item.content, made.converted)
    losses.words += found.words_in
    losses.words_lost += found.words_lost
    losses.links += found.links_in
    losses.links_lost += max(0, found.links_in - found.links_out)
    losses.pictures += found.pictures_in
    losses.pictures_lost += max(0, found.pictures_in - found.pictures_out)
    losses.list_items += found.list_items_in
    losses.list_items_lost += max(0, found.list_items_in - found.list_items_out)
    if found.words_lost:
        what = f"{found.words_lost} of its {found.words_in} words did not come over."
        note(finding_of(item, "lost", what))
