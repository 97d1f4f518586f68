from collections.abc import Callable
from pathlib import Path

import pytest

from tests.importers.wordpress.reading.made import Reading, read


@pytest.fixture
def file_of(tmp_path: Path) -> Callable[..., Path]:
    def write(content: str | bytes, name: str = "export.xml") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def read_text(file_of: Callable[..., Path]) -> Callable[[str | bytes], Reading]:
    return lambda content: read(file_of(content))
