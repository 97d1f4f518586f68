"""An archive of invented stories in five languages, in a folder that is gone afterwards."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

from araz.edition.store import Edition
from araz.edition.story import Story
from araz.leaks.proofreader import Proofreader
from araz.leaks.secrets import Secrets
from araz.presses.website import WebsitePress
from araz.pressroom.pressroom import Pressroom
from araz.typesetting.pictures import FolderMediaStore
from tests.newsroom.archive import arrange_paper, stories
from tests.newsroom.outbox import HandOutbox

AT_ONCE = 2000
WORDS = 400  # of a story's body
SECRETS = Secrets(
    words=tuple(f"Gizlinov{number} Adam" if number % 2 else f"Saxlanmazov{number}" for number in range(200)),
    accounts=tuple(f"desk-7f{number:02d}" for number in range(50)),
    emails=tuple(f"birisi.{number}@paper.example" for number in range(50)),
)  # what a newsroom may have to hide
LATE = 60  # stories that are kept back, to be published one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    folder: Path
    edition: Edition
    room: Pressroom
    outbox: HandOutbox
    late: list[Story]  # not public yet


@contextmanager
def archive(count: int, *, proofread: bool = True) -> Iterator[Archive]:
    """Yield an edition of so many stories that no press has printed yet."""
    with tempfile.TemporaryDirectory(prefix="araz-bench-") as name:
        folder = Path(name)
        edition, outbox = Edition.open(folder / "edition.db", may_make=True), HandOutbox()
        arrange_paper(outbox)
        edition.append(outbox.rows)
        made = stories(Random(1), count + LATE, words=WORDS)
        for start in range(0, count, AT_ONCE):
            rows = [outbox.publish(story) for story in islice(made, min(AT_ONCE, count - start))]
            edition.append(rows)
            outbox.forget_payloads()
        proofreader = Proofreader(SECRETS) if proofread else None
        room = Pressroom(edition, WebsitePress(FolderMediaStore(folder / "media")), folder, proofreader)
        yield Archive(folder=folder, edition=edition, room=room, outbox=outbox, late=list(made))
