"""Starts the desk for the commands that need it."""

from araz.cli.sentences import give_up
from araz.server.django_start import start_django
from araz.server.newsroom import Newsroom


def start_desk(newsroom: Newsroom, *, any_version: bool = False) -> Newsroom:
    """Start Django for the newsroom; end with a sentence when its database belongs to another version of Araz."""
    start_django(newsroom)
    from araz.server.versions import NoDatabase, WrongVersion, look_at_version

    if not any_version:
        try:
            look_at_version()
        except (NoDatabase, WrongVersion) as error:
            give_up(str(error))
    return newsroom
