"""The texts of a story by the places in which an editor wrote them, and what a hold of it touches."""

from collections.abc import Iterable, Iterator

from araz.contracts import EditionReader, Hit
from araz.edition.blocks import Block, Embed, Gallery, Picture, pictures_of, texts_of
from araz.edition.comments import Comment
from araz.edition.lists import Change, lists_of
from araz.edition.names import Month, StoryId, is_topic
from araz.edition.old_addresses import drawer_of, read_address
from araz.edition.paper import Addresses, Byline, Masthead, Part
from araz.edition.story import Story, Tombstone, shown_in, teaser_of
from araz.edition.text import Text, words_of
from araz.pressroom.holds import COMMENT


def texts_by_place(story: Story | Tombstone, comments: Iterable[Comment] = ()) -> Iterator[tuple[str, str]]:
    """Yield the places of a story and what is written there; blocks and notes are counted from 1."""
    yield "headline", story.headline
    if isinstance(story, Tombstone):
        yield "withdrawal", _said(story.withdrawal.note)
        return
    yield "standfirst", story.standfirst
    yield "address", story.slug
    if story.picture:
        yield "picture", _told_of(story.picture)
    if story.statement:
        yield "statement", f"{story.statement.number}\n{story.statement.issued_by}"
    for number, block in enumerate(story.body, 1):
        yield f"block {number}", "\n".join(_of_block(block))
    for number, note in enumerate(story.notes, 1):
        yield f"note {number}", _said(note)
    for number, correction in enumerate(story.corrections, 1):
        yield f"correction {number}", _said(correction.note)
    if story.old_addresses:
        yield "old addresses", "\n".join(story.old_addresses)
    for comment in comments:
        if comment.state == "shown":
            yield f"{COMMENT}{comment.id}", f"{comment.name}\n{comment.text}"


def _of_block(block: Block) -> Iterator[str]:
    yield from map(_said, texts_of(block))
    yield from map(_told_of, pictures_of(block))
    match block:
        case Gallery():
            yield block.title
        case Embed():
            yield f"{block.address}\n{block.title}\n{block.place}"
        case _:
            pass


def _said(text: Text) -> str:
    """The words, and on lines of their own the addresses of links."""
    return "\n".join([words_of(text), *(run.link for run in text if run.link)])


def _told_of(picture: Picture) -> str:
    return "\n".join((picture.alt, picture.credit, _said(picture.caption)))


def is_public(edition: EditionReader, hit: Hit, arriving: Part | None = None) -> bool:
    """Whether the paper itself says this to its readers: contacts of those who speak openly, and its addresses.

    `arriving` is a part that the edition has not taken yet, and says so too.
    """
    if hit.kind not in ("e-mail", "account e-mail", "host"):
        return False
    parts: tuple[Part | None, ...] = (*edition.bylines(), edition.addresses(), edition.masthead(), arriving)
    return any(hit.value.lower() in told.lower() for part in parts for told in _told_by(part))


def _told_by(part: Part | None) -> list[str]:
    match part:
        case Byline(kind="open"):
            return [part.contact]
        case Addresses():
            return [entry.address for entry in part.entries]
        case Masthead():
            return [part.home]
        case _:
            return []


def change_of(edition: EditionReader, story: StoryId, path: str, forms: Iterable[Story | Tombstone | None]) -> Change:
    """Return what is touched when one of the forms takes the place of another: all that any of them stands on."""
    known = [form for form in forms if isinstance(form, Story)]
    lists = dict.fromkeys(key for form in known for key in lists_of(teaser_of(form, path), form.topics))
    topics = (edition.topic(key.rpartition("/")[2]) for key in lists if is_topic(key))
    addresses = [
        *(address for form in known for address in form.old_addresses),
        *(read_address(address) for topic in topics if topic for address in topic.old_addresses),
    ]
    language, year, month, _ = path.split("/")
    return Change(
        number=edition.number(),
        deed="correct",
        subject=story,
        language=language,
        lists=tuple(lists),
        months=(Month(f"{year}-{month}"),),
        groups=tuple(dict.fromkeys(form.group for form in known)),
        pictures=tuple({name: width for form in known for name, width in shown_in(form).items()}.items()),
        teaser=True,
        drawers=tuple(sorted({drawer_of(address) for address in addresses if address})),
        new_month=True,
        successors=tuple(
            dict.fromkeys(
                form.statement.superseded_by for form in known if form.statement and form.statement.superseded_by
            )
        ),
    )
