"""A process in which a second press follows the website and that may be killed: `python -m tests.pressroom.searching SITE MEDIA SEED`."""

import sys
from pathlib import Path

from tests.newsroom.archive import history
from tests.pressroom.conftest import print_all, search_in, site_in

STORIES, CHANGES = 40, 30
BEGUN = "begun"


def publish(site: Path, media: Path, seed: int) -> None:
    edition, website = site_in(site, media)
    search = search_in(edition, site, media)
    sys.stdout.write(f"{BEGUN}\n")
    sys.stdout.flush()
    for row in history(seed, STORIES, CHANGES):
        if row.number > edition.last_outbox():
            edition.append([row])
            print_all(website, search)
    print_all(website, search)


if __name__ == "__main__":
    publish(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
