"""Takes what people can be found by out of a story's addresses and its text; tells of account names in the text that may be words."""

import re
from collections.abc import Callable
from typing import Final

import msgspec

from araz.edition.comments import Comment
from araz.edition.story import Story
from araz.edition.taking_out import says, without_word, words_in
from araz.edition.upgrades import encode
from araz.importers.wordpress.accounts import Accounts, unquoted
from araz.importers.wordpress.export import Item
from araz.importers.wordpress.findings import Finding, Kind, Note
from araz.importers.wordpress.reading import spellings
from araz.importers.wordpress.reading.people import People, without_overlaps
from araz.language.wanted import Span, cut

_NOT_SHOWN: Final = ("section", "bylines", "topics", "place", "slug", "old_addresses")  # of the plan, or looked at here
_HIDDEN: Final = "…"
_CUT_WORD: Final = re.compile(  # where in a written story a word begins in one run and goes on in the next
    r"""["](?<=[\w.@'’-]")(?:,"(?:bold|italic)":true|,"(?:link|language)":"[^"]*+")*+\},\{(?:"note":\d++\},\{)?"text":"(?=[\w.@'’-])"""
)
_LINK_WITH_CAPITALS: Final = re.compile(r'"(?:link|address)":"(h[^"A-Z]*+[A-Z][^"]*+)')  # base64 has some
_NOBODY: Final = "—"
_ADDRESS: Final = "An address of it that named an account was left behind: nothing answers there."
_TAKEN_OUT: Final = "The name of an account stood in its text. “…” stands there now."
_TAKEN_OUT_ADDRESS: Final = "An address of an author or a commenter stood in its text, in pieces. “…” stands there now."
_TEXT: Final = "Its text has the name of an account in it, as readers of the old site could see. Should it stay?"


class Certain:
    """Addresses of people, and those accounts that can be nothing else: a `Wanted` of `edition.taking_out`."""

    mark: Final = _HIDDEN

    def __init__(self, accounts: Accounts, people: People) -> None:
        self._accounts = accounts
        self._people = people

    def is_in(self, text: str) -> bool:
        return bool(self.spans(text)) or self.is_packed_in(text)

    def is_packed_in(self, text: str) -> bool:
        """Whether an account can be found in the text by who unpacks it: as part of a link in it, or in base64."""
        is_named = self._accounts.spans_of_certain
        return ("%25" in text and bool(is_named(unquoted(text)))) or any(map(is_named, spellings.unpacked(text)))

    def spans(self, text: str) -> list[Span]:
        named, found = self._accounts.spans_of_certain(text), self._people.spans(text)
        return without_overlaps([*named, *found]) if named and found else named or found

    def without(self, text: str) -> str:
        return cut(text, self.spans(text), self.mark)


def without_people(story: Story, item: Item, accounts: Accounts, people: People, note: Note) -> Story:
    """Return the story without account names that can be nothing else, with addresses that name none, and without people's addresses.

    An account's name that may be a word stays in the text, and in the addresses where the headline has it. People's addresses
    were hidden when the export was read; here those are that only the conversion has put together.
    """
    written = encode(story).decode()
    certain = Certain(accounts, people)
    has_names = (
        accounts.are_in(written)
        or (_CUT_WORD.search(written) is not None and accounts.are_in(words_in(story)))
        or any(certain.is_packed_in(link[1]) for link in _LINK_WITH_CAPITALS.finditer(written))
    )
    has_addresses = people.may_be_in(written) and bool(people.spans(words_in(story)))
    if not has_names and not has_addresses:
        return story
    tell: Callable[[Kind, str], None] = lambda kind, what: note(  # noqa: E731
        Finding(kind=kind, what=what, file=item.file, line=item.line, item=item.number)
    )
    bare = msgspec.structs.replace(story, **{field: type(getattr(story, field))() for field in _NOT_SHOWN})
    shown = without_word(bare, certain)
    if shown != bare:
        tell("dropped", _TAKEN_OUT_ADDRESS if people.spans(words_in(bare)) else _TAKEN_OUT)
    story = msgspec.structs.replace(shown, **{field: getattr(story, field) for field in _NOT_SHOWN})
    may_be_named = accounts.are_in(story.headline)

    def is_told(address: str) -> bool:
        return not says(address, certain) and (may_be_named or not accounts.are_in(address))

    kept = tuple(filter(is_told, story.old_addresses))
    if len(kept) < len(story.old_addresses):
        tell("dropped", _ADDRESS)
    story = msgspec.structs.replace(story, slug=story.slug if is_told(story.slug) else "", old_addresses=kept)
    if has_names and (accounts.are_in(encode(story).decode()) or accounts.are_in(words_in(story))):
        tell("doubtful", _TEXT)
    return story


def comment_without_people(comment: Comment, accounts: Accounts, people: People) -> Comment:
    """Return the comment with “…” for each name of an account: readers who write “@name” decide for somebody else."""
    text = people.without(accounts.hidden_in(comment.text))
    name = _NOBODY if accounts.has(comment.name) else accounts.hidden_in(comment.name)
    return msgspec.structs.replace(comment, text=text, name=name)
