"""Takes the names of accounts out of a story's addresses and its text; tells of those in the text that may be words."""

from collections.abc import Callable
from typing import Final

import msgspec

from araz.edition.comments import Comment
from araz.edition.story import Story
from araz.edition.taking_out import without_word
from araz.edition.upgrades import encode
from araz.importers.wordpress.accounts import Accounts
from araz.importers.wordpress.export import Item
from araz.importers.wordpress.findings import Finding, Kind, Note

_NOT_SHOWN: Final = ("section", "bylines", "topics", "place", "slug", "old_addresses")  # of the plan, or looked at here
_ADDRESS: Final = "An address of it that named an account was left behind: nothing answers there."
_TAKEN_OUT: Final = "The name of an account stood in its text. “…” stands there now."
_TEXT: Final = "Its text has the name of an account in it, as readers of the old site could see. Should it stay?"


def without_accounts(story: Story, item: Item, accounts: Accounts, note: Note) -> Story:
    """Return the story without the names of accounts that can be nothing else, and with addresses that name none at all.

    A name that may be a word stays in the text, and in the addresses where the headline has it.
    """
    if not accounts.are_in(encode(story).decode()):
        return story
    tell: Callable[[Kind, str], None] = lambda kind, what: note(  # noqa: E731
        Finding(kind=kind, what=what, file=item.file, line=item.line, item=item.number)
    )
    bare = msgspec.structs.replace(story, **{field: type(getattr(story, field))() for field in _NOT_SHOWN})
    shown = without_word(bare, accounts.certain)
    if shown != bare:
        tell("dropped", _TAKEN_OUT)
    story = msgspec.structs.replace(shown, **{field: getattr(story, field) for field in _NOT_SHOWN})
    if not accounts.are_in(story.headline):
        kept = tuple(address for address in story.old_addresses if not accounts.are_in(address))
        if len(kept) < len(story.old_addresses):
            tell("dropped", _ADDRESS)
        slug = "" if accounts.are_in(story.slug) else story.slug
        story = msgspec.structs.replace(story, slug=slug, old_addresses=kept)
    if accounts.are_in(encode(story).decode()):
        tell("doubtful", _TEXT)
    return story


def comment_without_accounts(comment: Comment, accounts: Accounts) -> Comment:
    """Return the comment with “…” for each name of an account: readers who write “@name” decide for somebody else."""
    text, name = accounts.hidden_in(comment.text), accounts.hidden_in(comment.name)
    return msgspec.structs.replace(comment, text=text, name=name)
