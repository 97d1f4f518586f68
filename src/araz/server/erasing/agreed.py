"""Counts what was asked for at the desk, and erases what two persons agreed to."""

import subprocess
import sys
from typing import Final

from araz.desk.erasing import requests
from araz.desk.models.erasures import ErasureRequest
from araz.edition.store import Edition
from araz.server.erasing.erase import Stage, erase, look
from araz.server.erasing.recognizing import NothingToErase, forms_of, target_of
from araz.server.erasing.targets import Target
from araz.server.newsroom import Newsroom

_ARAZ: Final = (sys.executable, "-m", "araz.cli")


class ErasureLoop:
    """Begins a process of its own when there is something: it needs memory, and takes the word with it when it ends."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._command = [*_ARAZ, "erase", "--agreed", str(newsroom.folder)]

    def step(self) -> bool:
        if ErasureRequest.objects.filter(state="agreed").exists() or requests.to_count():
            subprocess.run(self._command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  our own command
        return False


def work_off(newsroom: Newsroom, edition: Edition, stage: Stage) -> None:
    """Do all that waits. A request that was cut off is done again."""
    for request in requests.to_count():
        target = _target(request, edition)
        if target is None:
            requests.note_count(request, {})
            continue
        requests.note_count(request, look(newsroom, edition, target, stage).places, forms_of(target, edition))
    for request in requests.to_do():
        target = _target(request, edition)
        if target is None:  # a run before was cut off when all was done
            requests.note_done(request, {}, is_done=True)
            continue
        report = erase(newsroom, edition, target, stage)
        requests.note_done(request, report.places, is_done=report.is_done)


def _target(request: ErasureRequest, edition: Edition) -> Target | None:
    kind = request.kind
    try:
        return target_of(requests.meant(request).what, kind, edition, whole=request.is_whole)  # type: ignore[arg-type]  # one of KINDS
    except NothingToErase:
        return None
