"""The folder in which a site lay, as one paper of many did in a network: it may be called like the account that began it."""

from collections.abc import Iterator
from typing import Final

from araz.importers.wordpress.addresses import parts_of
from araz.importers.wordpress.findings import Finding
from araz.importers.wordpress.survey import Survey

_LEFT_BEHIND: Final = (
    "The old site's folder is called like an account. The addresses in it of stories, sections, topics, months and feeds were"
    " left behind: nothing answers there."
)


def names_account(survey: Survey) -> bool:
    """Whether every old address of the site says the name of an account."""
    return bool(survey.sites) and survey.accounts.are_in(parts_of(survey.sites[0].address).path)


def told_of_folder(survey: Survey) -> Iterator[Finding]:
    if names_account(survey):
        yield Finding(kind="dropped", what=_LEFT_BEHIND)
