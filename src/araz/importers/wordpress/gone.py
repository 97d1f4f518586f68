"""What readers have here although the old site took it back, or has it no longer. Nothing is changed: an editor decides."""

from collections.abc import Callable, Iterator
from typing import Final

from django.db.models import QuerySet

from araz.desk.models import Origin, PublicStory
from araz.importers.wordpress.export import Item, State
from araz.importers.wordpress.findings import Finding

_AT_ONCE: Final = 500
_MOST_MISSING: Final = 5  # a part of what came before that may be missing: one in five; else this is no whole export
_NOW: Final[dict[State, str]] = {
    "trash": "in the old site's bin",
    "draft": "a draft at the old site",
    "pending": "waiting for review at the old site",
    "private": "private at the old site",
    "scheduled": "scheduled at the old site",
}
_WITHDRAW: Final = "It is still public here: withdraw it at the desk if it should go."
_IN_NO_FILE: Final = (
    "It came before and is in none of these files: it was deleted at the old site, or a file was not given. "
    + _WITHDRAW
)
LEFT_OUT_NOW: Final = "It came before, and the map leaves it out now. " + _WITHDRAW


def why_it_should_go(item: Item) -> str:
    """Say of an item that is public here what has become of it at the old site."""
    now = "behind a password at the old site" if item.had_password else _NOW.get(item.state, "no longer public there")
    return f"It came as a public story and is {now} now. {_WITHDRAW}"


def is_public_here(key: str) -> bool:
    origin = Origin.objects.filter(key=key).values_list("page_number", flat=True).first()
    return origin is not None and _public([origin]).exists()


def missing_from(is_in_files: Callable[[str], bool], key_of: Callable[[str], str]) -> Iterator[Finding]:
    """Yield a finding for each public story of the old site that is in no file, if the files are all of it as it seems.

    Parts of an export lack most of what came with the others; then nothing is told.
    """
    begin = key_of("")
    came = Origin.objects.filter(key__gte=begin, key__lt=f"{begin[:-1]};").exclude(source="").order_by("pk")
    known, missing = 0, list[tuple[str, int]]()
    for key, page in came.values_list("key", "page_number").iterator():
        name = key.removeprefix(begin)
        if name.isdigit():  # what has no number is another thing as soon as its headline changes
            known += 1
            if not is_in_files(name):
                missing.append((name, page))
    if len(missing) * _MOST_MISSING > known:
        return
    for some in _portions(missing):
        numbers = {page: int(name) for name, page in some}
        public = _public(list(numbers)).order_by("page_id").values_list("page_id", "page__title")
        for page, headline in public:
            yield Finding(kind="doubtful", what=_IN_NO_FILE, item=numbers[page], headline=headline)


def _public(pages: list[int]) -> "QuerySet[PublicStory]":
    return PublicStory.objects.filter(page_id__in=pages).exclude(state="withdrawn")


def _portions(missing: list[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
    return (missing[start : start + _AT_ONCE] for start in range(0, len(missing), _AT_ONCE))
