"""Starts Django for a newsroom. Commands that need no desk don't call this: it takes a second and 80 MB."""

import os
import tempfile

import django

from araz.server.newsroom import PRIVATE_FOLDER, Newsroom


def start_django(newsroom: Newsroom) -> None:
    """Make the newsroom the one that Django's settings read."""
    keep_inside(newsroom)
    os.environ["ARAZ_NEWSROOM"] = str(newsroom.folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "araz.server.settings"
    django.setup()


def keep_inside(newsroom: Newsroom) -> None:
    """Have temporary files made in the newsroom's folder, readable by its owner alone."""
    os.umask(0o077)
    newsroom.scratch.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    os.environ["TMPDIR"] = os.environ["SQLITE_TMPDIR"] = tempfile.tempdir = str(newsroom.scratch)
