import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from araz.edition.store import Edition
from araz.pressroom.catalogue import PRESSES, press
from araz.pressroom.pressroom import Pressroom
from araz.typesetting.pictures import FolderMediaStore
from tests.newsroom.folder_server import folder_server
from tests.newsroom.outbox import HandOutbox
from tests.newsroom.paper import tiny_paper

Print = Callable[[HandOutbox], Path]


def print_tree(outbox: HandOutbox, folder: Path, media: Path) -> Path:
    """Print a whole edition into a folder with every press, as readers get it, and return the tree."""
    folder.mkdir()
    edition = Edition.open(folder / "edition.db", may_make=True)
    edition.append(outbox.rows)
    for name in PRESSES:
        with Pressroom(edition, press(name, FolderMediaStore(media)), folder) as room:
            room.reset_now()
            root = room.tree.root
    edition.close()
    return root


@pytest.fixture(scope="session")
def tiny_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny newsroom's whole site; only to be read."""
    folder = tmp_path_factory.mktemp("tiny")
    return print_tree(tiny_paper(folder / "media"), folder / "site", folder / "media")


@pytest.fixture(scope="session")
def sample_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample newsroom's whole site, which has every kind of page in five languages; only to be read."""
    folder = tmp_path_factory.mktemp("sample") / "newsroom"
    make = ["new", str(folder), "--sample", "--home", "https://araz.example", "--quiet"]
    subprocess.run([sys.executable, "-m", "araz.cli", *make], check=True)
    return folder / "sites/main/public"


@pytest.fixture(scope="module")
def sample_address(sample_tree: Path) -> Iterator[str]:
    """The sample's site on a plain folder server."""
    with folder_server(sample_tree) as address:
        yield address
