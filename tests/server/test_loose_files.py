"""Files of pictures and documents whose owners are gone are thrown away, and nothing else is."""

import os
import shutil
from pathlib import Path
from time import time

from tests.server.processes import Machine

_THROW_AWAY = """
from django.conf import settings
from araz.server.loose_files import throw_away
print(throw_away(open_newsroom(settings.ARAZ_NEWSROOM)))
"""


def test_only_old_files_of_nothing_go(sample: Path, tmp_path: Path):

    folder = Path(shutil.copytree(sample, tmp_path / "newsroom"))
    machine = Machine(tmp_path / "machine")
    media = folder / "media/pictures"
    before = {path: path.read_bytes() for path in media.rglob("*") if path.is_file()}
    loose = [media / "documents/ab" / f"{'ab' * 16}.pdf", media / "1/cd" / f"{'cd' * 16}-480.webp"]
    new = media / "documents/ef" / f"{'ef' * 16}.pdf"
    for file in (*loose, new):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"of nothing")
    long_ago = time() - 9 * 24 * 3600
    for file in (*before, *loose):
        os.utime(file, (long_ago, long_ago))
    assert machine.python(_THROW_AWAY, folder).strip().endswith("2")
    assert not any(file.exists() for file in loose)
    assert new.exists()
    assert {path: path.read_bytes() for path in before} == before
