"""A process that publishes a history and may be killed at any moment: `python -m tests.pressroom.publisher SITE MEDIA SEED`.

It says when it begins. After each story that it calls printed it writes one line with its number, as the desk would note it.
"""

import sys
from pathlib import Path

from tests.newsroom.archive import history
from tests.pressroom.conftest import site_in

STORIES, CHANGES = 60, 40
BEGUN = "begun"


def publish(site: Path, media: Path, seed: int) -> None:
    edition, room = site_in(site, media)
    sys.stdout.write(f"{BEGUN}\n")
    sys.stdout.flush()
    if room.needs_resetting():
        room.press_new()
        room.reset_now()
    for row in history(seed, STORIES, CHANGES):
        if row.number <= edition.last_outbox():
            continue
        number = edition.append([row])
        if room.press_new().resetting:
            room.reset_now()
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
    room.press_new()


if __name__ == "__main__":
    publish(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
