"""Takes the names of accounts out of a story's addresses; tells of those in its text, which readers have seen already."""

from typing import Final

import msgspec

from araz.edition.comments import Comment
from araz.edition.story import Story
from araz.edition.upgrades import encode
from araz.importers.wordpress.accounts import Accounts
from araz.importers.wordpress.export import Item
from araz.importers.wordpress.findings import Finding, Note

_ADDRESS: Final = "An address of it that named an account was left behind: nothing answers there."
_TEXT: Final = "Its text has the name of an account in it, as readers of the old site could see. Should it stay?"


def without_accounts(story: Story, item: Item, accounts: Accounts, note: Note) -> Story:
    """Return the story with addresses that name no account, unless its headline does."""
    if not accounts.are_in(story.headline):
        kept = tuple(address for address in story.old_addresses if not accounts.are_in(address))
        if len(kept) < len(story.old_addresses):
            note(Finding(kind="dropped", what=_ADDRESS, file=item.file, line=item.line, item=item.number))
        slug = "" if accounts.are_in(story.slug) else story.slug
        story = msgspec.structs.replace(story, slug=slug, old_addresses=kept)
    if accounts.are_in(encode(story).decode()):
        note(Finding(kind="doubtful", what=_TEXT, file=item.file, line=item.line, item=item.number))
    return story


def comment_without_accounts(comment: Comment, accounts: Accounts) -> Comment:
    """Return the comment with “…” for each name of an account: readers who write “@name” decide for somebody else."""
    text, name = accounts.hidden_in(comment.text), accounts.hidden_in(comment.name)
    return msgspec.structs.replace(comment, text=text, name=name)
