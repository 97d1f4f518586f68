"""Files of pictures and documents that belong to nothing any longer: neither the desk nor readers have what they are of."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import time
from typing import Final

from araz.desk.models import DeskDocument, DeskImage
from araz.edition.paper import pictures_of_part
from araz.edition.store import Edition
from araz.edition.story import shown_in
from araz.pressroom.holds import Holds
from araz.server.newsroom import Newsroom
from araz.typesetting.pictures import HASH_DIGITS

KEPT_S: Final = 2 * 24 * 3600  # a file comes before what it belongs to: while something is brought in it looks loose


def throw_away(newsroom: Newsroom) -> int:
    """Delete them; return how many there were."""
    if not newsroom.edition_file.exists():
        return 0
    loose = {file for file in _older(newsroom.pictures) if len(_hash_of(file)) == HASH_DIGITS}
    if not loose:
        return 0
    known = _known(newsroom)
    loose = {file for file in loose if _hash_of(file) not in known}
    for file in loose:
        file.unlink(missing_ok=True)
    return len(loose)


def _older(folder: Path) -> Iterator[Path]:
    before = time() - KEPT_S
    for file in folder.rglob("*"):
        if file.suffix in (".webp", ".pdf") and file.is_file() and file.stat().st_mtime < before:
            yield file


def _hash_of(file: Path) -> str:
    return file.stem.partition("-")[0]


def _known(newsroom: Newsroom) -> set[str]:
    known = set(DeskImage.objects.values_list("content_hash", flat=True))
    known |= set(DeskDocument.objects.values_list("content_hash", flat=True))
    with closing(Edition.open(newsroom.edition_file)) as edition, edition.reader() as reader:
        known |= set(reader.pictures())
    with closing(Holds(newsroom.site_folder / "holds.db")) as holds:
        for former in holds.held().values():
            known |= set(shown_in(former)) if former else set()
        for part in holds.held_parts().values():
            known |= set(pictures_of_part(part))
    return known
