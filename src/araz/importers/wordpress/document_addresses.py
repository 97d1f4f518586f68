"""The old addresses of documents lead to the story that offers them: other people's pages, books and papers name them.

The name of an uploaded file was never meant for readers, and may be somebody's. So only an address comes along whose words
say nothing that readers do not read in the story anyway, besides ordinary ones such as “report”. Numbers always do.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from araz.edition.blocks import pictures_of, texts_of
from araz.edition.story import Story
from araz.edition.text import words_of
from araz.importers.wordpress.addresses import is_numbered, parts_of
from araz.importers.wordpress.body import Document
from araz.importers.wordpress.file_names import says_no_more
from araz.importers.wordpress.survey import Survey
from araz.language import slugs

LEFT: Final = (
    "An old address of a document was left behind: the name of its file says more than the story does, perhaps a person's"
    " name. Nothing answers there."
)


def with_addresses_of(documents: Sequence[Document], story: Story, survey: Survey) -> tuple[Story, bool]:
    """Return the story with the old addresses of the documents that it offers, and whether one was left behind."""
    wanted = dict.fromkeys(address for document in documents for address in document.old_addresses)
    new = [address for address in wanted if address not in story.old_addresses]
    told = {word for text in _told_in(story, survey) for word in slugs.words_of(text, story.language)}
    kept = [address for address in new if is_numbered(address) or says_no_more(address, told, story.language)]
    own = survey.without_others((*story.old_addresses, *kept), story.id)
    return msgspec.structs.replace(story, old_addresses=own), len(kept) < len(new)


def _told_in(story: Story, survey: Survey) -> Iterator[str]:
    """Yield what readers of the story read, by which addresses they know it, and in which folder the old site lay."""
    yield from (story.headline, story.standfirst, *story.old_addresses)
    for block in story.body:
        yield from map(words_of, texts_of(block))
        yield from (picture.credit for picture in pictures_of(block))
    yield from map(words_of, story.notes)
    yield from (parts_of(site.address).path for site in survey.sites)
