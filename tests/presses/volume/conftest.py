from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.newsroom.paper import tiny_paper
from tests.presses.volume.shelf import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path, tiny_paper(tmp_path / "media"))
    yield made
    made.close()
