"""Takes a word or a picture out of stories, tombstones, comments and parts of the paper. Pure: what was is returned changed."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, Protocol, TypeVar
from urllib.parse import unquote

import msgspec

from araz.edition.blocks import Block, Embed, Figure, File, Gallery
from araz.edition.comments import Comment
from araz.edition.paper import Byline, Masthead, Part
from araz.edition.story import Story, Tombstone
from araz.language.wanted import Span

Thing = Story | Tombstone | Comment | Part
_Thing = TypeVar("_Thing", bound=Thing)

_RUN: Final = frozenset({"text", "bold", "italic", "link", "language", "note"})
_NEVER_WORDS: Final = frozenset({"id", "group", "hash", "block", "part", "kind", "tag_authority", "home", "time_zone"})
_DROPPED: Final = object()


class Wanted(Protocol):
    """A word, or any of many, that is to be taken out: `araz.language.wanted.Wanted` is one."""

    @property
    def mark(self) -> str:
        """What stands where it was."""
        ...

    def is_in(self, text: str) -> bool: ...

    def spans(self, text: str) -> list[Span]:
        """Return where it stands, in order and without overlaps."""
        ...

    def without(self, text: str) -> str:
        """Return the text with the mark in its place."""
        ...


def without_word(thing: _Thing, wanted: Wanted) -> _Thing:
    """Return the thing with the mark in place of the word; a slug with the word becomes the thing's id.

    The paper's own home and the name in its feeds stay: they are settings.
    """
    changed: _Thing = msgspec.convert(_without(msgspec.to_builtins(thing), wanted), type(thing))
    return changed


def words_in(thing: Thing) -> str:
    """Return all words of the thing, one text a line: a quick look before anything is taken apart."""
    return "\n".join(_words(msgspec.to_builtins(thing)))


def _words(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from _words(each)
        case list() | tuple() if value and all(isinstance(run, dict) and run.keys() <= _RUN for run in value):
            yield "".join(run.get("text", "") for run in value)
            yield from (run["link"] for run in value if "link" in run)
        case list() | tuple():
            for each in value:
                yield from _words(each)


def addresses_without(addresses: tuple[str, ...], wanted: Wanted) -> tuple[str, ...]:
    return tuple(address for address in addresses if not says(address, wanted))


def says(address: str, wanted: Wanted) -> bool:
    """Whether an address has the word in it, percent-encoded or not."""
    return wanted.is_in(address) or ("%" in address and wanted.is_in(unquote(address)))


def _without(value: Any, wanted: Wanted, key: str = "") -> Any:
    match value:
        case dict():
            return _of_record(value, wanted)
        case list() | tuple() if value and all(isinstance(run, dict) and run.keys() <= _RUN for run in value):
            return _of_runs(value, wanted)
        case list() | tuple():
            kept = (_without(each, wanted, key) for each in value)
            return [each for each in kept if each is not _DROPPED]
        case str() if key == "old_addresses":
            return _DROPPED if says(value, wanted) else value
        case str() if key not in _NEVER_WORDS:
            return wanted.without(value)
        case _:
            return value


def _of_record(record: dict[str, Any], wanted: Wanted) -> Any:
    if record.get("block") == "embed" and says(record["address"], wanted):
        words = wanted.without(record["title"])
        return {"block": "paragraph", "language": record.get("language", ""), "text": [{"text": words}]}
    if "block" not in record and any(says(str(record.get(key, "")), wanted) for key in ("address", "path", "target")):
        return _DROPPED  # an official or an old address of the paper
    changed = {key: _without(value, wanted, key) for key, value in record.items()}
    if wanted.is_in(record.get("slug", "")):
        changed["slug"] = record["id"]
    return changed


def _of_runs(runs: Sequence[dict[str, Any]], wanted: Wanted) -> list[dict[str, Any]]:
    """The word may begin in one run and end in another; the mark stands in the first of them."""
    runs = [{**run, "link": ""} if says(run.get("link", ""), wanted) else run for run in runs]
    texts = cut_across([run.get("text", "") for run in runs], wanted)
    changed = [{**run, "text": text} for run, text in zip(runs, texts, strict=True)]
    return _joined([run for run in changed if run["text"] or run.get("note")])


def _joined(runs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Runs that look alike, now that a link is gone, are one run, as the desk would write them."""
    joined: list[dict[str, Any]] = []
    for run in runs:
        if joined and not run.get("note") and _look(run) == _look(joined[-1]):
            joined[-1] = {**joined[-1], "text": joined[-1]["text"] + run["text"]}
        else:
            joined.append(run)
    return joined


def _look(run: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in run.items() if key != "text" and value}


def cut_across(texts: list[str], wanted: Wanted) -> list[str]:
    """Return the texts, which are read as one, with the mark in place of the word."""
    spans = wanted.spans("".join(texts))
    if not spans:
        return texts
    changed, start = [], 0
    for text in texts:
        end = start + len(text)
        parts, at = [], start
        for begin, stop in spans:
            if stop <= at or begin >= end:
                continue
            parts.append(text[at - start : max(at, begin) - start])
            parts.append(wanted.mark if begin >= start else "")
            at = min(stop, end)
        parts.append(text[at - start :])
        changed.append("".join(parts))
        start = end
    return changed


# Pictures


def story_without_picture(story: Story, picture: str) -> Story:
    """Return the story without the picture of that hash, and without what was said about it there."""
    body = tuple(block for each in story.body for block in _blocks_without(each, picture))
    head = story.picture if story.picture and story.picture.hash != picture else None
    return msgspec.structs.replace(story, body=body, picture=head)


def _blocks_without(block: Block, picture: str) -> tuple[Block, ...]:
    match block:
        case Figure() if block.picture.hash == picture:
            return ()
        case Gallery():
            kept = tuple(shown for shown in block.pictures if shown.hash != picture)
            return (msgspec.structs.replace(block, pictures=kept),) if kept else ()
        case Embed() if block.picture and block.picture.hash == picture:
            return (msgspec.structs.replace(block, picture=None),)
        case _:
            return (block,)


def story_without_document(story: Story, document: str) -> Story:
    """Return the story without the document of that hash."""
    body = tuple(block for block in story.body if not (isinstance(block, File) and block.hash == document))
    return msgspec.structs.replace(story, body=body) if len(body) < len(story.body) else story


def part_without_picture(part: Part, picture: str) -> Part:
    match part:
        case Masthead() if part.emblem and part.emblem.hash == picture:
            return msgspec.structs.replace(part, emblem=None)
        case Byline() if part.portrait and part.portrait.hash == picture:
            return msgspec.structs.replace(part, portrait=None)
        case _:
            return part


TakeOut = Callable[[Thing], Thing]


def taking_out_word(wanted: Wanted) -> TakeOut:
    """Return what takes the word out of anything that an edition holds."""
    return lambda thing: without_word(thing, wanted)


def taking_out_document(document: str) -> TakeOut:
    """Return what takes the document out of anything that an edition holds: only stories have any."""
    return lambda thing: story_without_document(thing, document) if isinstance(thing, Story) else thing


def taking_out_picture(picture: str) -> TakeOut:
    """Return what takes the picture out of anything that an edition holds."""

    def take_out(thing: Thing) -> Thing:
        match thing:
            case Story():
                return story_without_picture(thing, picture)
            case Tombstone() | Comment():
                return thing
            case _:
                return part_without_picture(thing, picture)

    return take_out
