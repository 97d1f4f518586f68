"""Starts Django for a newsroom. Commands that need no desk don't call this: it takes a second and 80 MB."""

import os
import sqlite3
import tempfile
from contextlib import closing

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
    scratch = str(newsroom.scratch)
    os.environ["TMPDIR"] = os.environ["SQLITE_TMPDIR"] = tempfile.tempdir = scratch  # for processes that we start, too
    # SQLite has read its environment already, when it was imported, and would compact the desk's database in /var/tmp.
    with closing(sqlite3.connect(":memory:")) as connection:
        quoted = scratch.replace("'", "''")
        connection.execute(f"pragma temp_store_directory = '{quoted}'")
