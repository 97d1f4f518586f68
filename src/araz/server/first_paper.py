"""What a new newsroom has before anybody has worked in it: accounts' roles, and a paper or the whole sample."""

from collections.abc import Callable, Sequence
from typing import Final

from django.db import connections

from araz.desk.models import NewsroomHome, PaperSettings
from araz.edition.store import Edition
from araz.server.courier import carry, note_printed
from araz.server.loading.paper import make_homes, make_sections
from araz.server.loading.sample import load_sample
from araz.server.making import CantMake
from araz.server.newsroom import Newsroom
from araz.server.preparing import prepare_database
from araz.server.press_host import FOLLOWING, edition_of, pressroom_of
from araz.server.sample import content
from araz.server.versions import NoDatabase
from araz.server.workers import do_a_task

FIRST_SECTIONS: Final = ("news", "opinion", "statements")  # with the names that they have in the sample

Progress = Callable[[str], object]


def make_paper(newsroom: Newsroom, name: str, languages: Sequence[str], progress: Progress) -> None:
    """Fill a new newsroom with a paper of that name, without stories, in these languages. Raises CantMake."""
    _prepare(newsroom, progress)
    with edition_of(newsroom) as edition:
        _make_empty_paper(name, languages)
        print_all(newsroom, edition, progress)


def make_sample(newsroom: Newsroom, progress: Progress) -> None:
    """Fill a new newsroom with the sample. Raises CantMake."""
    _prepare(newsroom, progress)
    with edition_of(newsroom) as edition:
        load_sample(edition, newsroom.settings.time_zone, progress)
        print_all(newsroom, edition, progress)


def _prepare(newsroom: Newsroom, progress: Progress) -> None:
    try:
        prepare_database(progress)
    except NoDatabase as error:
        raise CantMake(str(error)) from error
    if NewsroomHome.objects.exists():
        raise CantMake("The database has a newsroom already. Name an empty one, or empty this one.")


def _make_empty_paper(name: str, languages: Sequence[str]) -> None:
    masthead = PaperSettings.load()
    masthead.name = dict.fromkeys(languages, name)
    masthead.save()
    homes = make_homes(masthead.name)
    sections = [section for section in content.load().paper.sections if section.group in FIRST_SECTIONS]
    for section in sections:
        section.about.clear()
    make_sections(sections, homes)


def print_all(newsroom: Newsroom, edition: Edition, progress: Progress) -> None:
    """Bring what the desk has into the edition and onto the disk, by all presses, and do the desk's small tasks."""
    carry(edition)
    with pressroom_of(newsroom, edition) as pressroom:
        progress("Printing the website")
        printed = pressroom.reset_now()
        progress(f"{len(printed.written):,} files")
    note_printed(edition)
    for name in FOLLOWING:
        with pressroom_of(newsroom, edition, name) as pressroom:
            pressroom.reset_now()
    progress("Search index of the desk")
    while do_a_task():
        pass
    connections.close_all()
