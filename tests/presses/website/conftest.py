from collections.abc import Callable
from pathlib import Path

import pytest

from araz.edition.store import Edition
from araz.presses.website import WebsitePress
from araz.pressroom.pressroom import Pressroom
from araz.typesetting.pictures import FolderMediaStore
from tests.newsroom.outbox import HandOutbox
from tests.newsroom.paper import tiny_paper

Print = Callable[[HandOutbox], Path]


def print_tree(outbox: HandOutbox, folder: Path, media: Path) -> Path:
    """Print a whole edition into a folder and return the tree."""
    folder.mkdir()
    edition = Edition.open(folder / "edition.db", may_make=True)
    edition.append(outbox.rows)
    with Pressroom(edition, WebsitePress(FolderMediaStore(media)), folder) as room:
        room.reset_now()
        root = room.tree.root
    edition.close()
    return root


@pytest.fixture(scope="session")
def tiny_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny newsroom's whole site; only to be read."""
    folder = tmp_path_factory.mktemp("tiny")
    return print_tree(tiny_paper(folder / "media"), folder / "site", folder / "media")
