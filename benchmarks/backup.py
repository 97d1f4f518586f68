"""What a backup and its way back cost: `python -m benchmarks.backup 10000`.

An invented archive with a picture for every story, 40 kB each that can't be squeezed, as WebP can't.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from araz.seal.keys import make_pair
from benchmarks.imported import imported_newsroom, index_all
from benchmarks.machine import say, shape

PICTURE_BYTES = 40_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=int)
    count = parser.parse_args().stories
    say(shape())
    with imported_newsroom(count) as made:
        index_all()
        lay_pictures(made.folder / "media/pictures", count)
        pair = make_pair()
        (made.folder / "backup-keys.txt").write_text(f"{pair.public}\n")
        key, target = made.folder.parent / "key.txt", made.folder.parent / "backups"
        key.write_text(pair.secret)
        run("backup", made.folder, "--to", target)
        (file,) = target.iterdir()
        kept = [made.folder / "desk.db", made.folder / "sites/main/edition.db", *made.folder.glob("media/**/*")]
        size = sum(path.stat().st_size for path in kept if path.is_file())
        say(f"{size / 1e6:.0f} MB became {file.stat().st_size / 1e6:.0f} MB")
        run("restore", file, made.folder.parent / "back", "--key", key)


def lay_pictures(folder: Path, count: int) -> None:
    chance = Random(1)
    for number in range(count):
        place = folder / f"{number % 256:02x}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:032x}-640.webp").write_bytes(chance.randbytes(PICTURE_BYTES))


def run(*arguments: object) -> None:
    """Run the command and tell its time, its processor time and the most memory that it had."""
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "araz.cli", *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"araz {arguments[0]} failed"
    say(
        f"araz {arguments[0]}: {time.monotonic() - began:.1f} s, {used.ru_utime + used.ru_stime:.1f} s CPU, "
        f"{used.ru_maxrss / 1024:.0f} MB"
    )


if __name__ == "__main__":
    main()
