"""An import that is killed at any moment goes on, and ends as one that nobody disturbed."""

import os
import random
import resource
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from benchmarks.wordpress_export import write_export
from tests.importers.wordpress.conftest import Mover
from tests.server.processes import Machine

KILLS = 4  # of each import; it then runs to its end


@pytest.mark.parametrize(
    ("posts", "seed"),
    [
        (60, 1),
        pytest.param(400, 2, marks=pytest.mark.slow),
        pytest.param(400, 3, marks=pytest.mark.slow),
        pytest.param(400, 4, marks=pytest.mark.slow),
    ],
)
def test_an_import_that_was_killed_ends_as_an_undisturbed_one(made: Path, tmp_path: Path, posts: int, seed: int):
    export = tmp_path / "export.xml"
    write_export(export, posts, seed)
    whole, broken = _mover(made, tmp_path / "whole"), _mover(made, tmp_path / "broken")
    began = _used_by_children_s()
    report = whole.bring(export)
    needs_s = _used_by_children_s() - began
    chance = random.Random(seed)
    killed = sum(_killed_after(broken, export, chance.uniform(0.1, 0.9) * needs_s) for _ in range(KILLS))
    assert killed, "no call was killed before its end"
    last = broken.bring(export)
    assert last["items"] == report["items"]
    assert last["imported"] + last["unchanged"] == report["imported"]
    assert tree_of(broken) == tree_of(whole)
    assert _at_desk(broken) == _at_desk(whole)
    assert _at_desk(whole).endswith("([], [], [], [], [])")  # nothing wrong in the tree of pages
    verified = broken.machine.call("verify", broken.folder)
    assert verified.returncode == 0, verified.stdout + verified.stderr


def _mover(made: Path, root: Path) -> Mover:
    """Copies of one newsroom, so that both have the same name in the links between editions."""
    folder = Path(shutil.copytree(made, root / "paper"))
    return Mover(Machine(root / "machine"), folder, root / "report.json")


def _killed_after(mover: Mover, export: Path, seconds: float) -> bool:
    """Kill an import that has used so much of the processor: a clock would count the work of others too."""
    command = [sys.executable, "-m", "araz.cli", "import", "wordpress", str(export), "--newsroom", str(mover.folder)]
    process = subprocess.Popen(
        command, env=mover.machine.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    while process.poll() is None:
        if _used_s(process.pid) >= seconds:
            process.kill()
            process.communicate()
            return True
        time.sleep(0.01)
    _, said = process.communicate()
    assert process.returncode == 0, said
    return False


def _used_by_children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _used_s(process: int) -> float:
    with suppress(FileNotFoundError, ProcessLookupError):
        used = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]
        return sum(map(int, used)) / os.sysconf("SC_CLK_TCK")
    return 0


def tree_of(mover: Mover) -> dict[str, str]:
    return {
        str(file.relative_to(mover.public)): sha256(file.read_bytes()).hexdigest()
        for file in sorted(mover.public.rglob("*"))
        if file.is_file()
    }


def _at_desk(mover: Mover) -> str:
    """How many of each there are; a story that came twice would be counted twice."""
    code = (
        "from araz.desk.models import Byline, Origin, Outbox, PublicStory, SectionPage, StoryPage, Topic\n"
        "from wagtail.models import Page\n"
        "kinds = (Byline, Origin, Outbox, Page, PublicStory, SectionPage, StoryPage, Topic)\n"
        "print({kind.__name__: kind.objects.count() for kind in kinds})\n"
        "print(StoryPage.objects.order_by().values('public_id').distinct().count())\n"
        "print(*StoryPage.objects.order_by('pk').values_list('pk', 'public_id', 'title', 'path'))\n"
        "print(Page.find_problems())\n"
    )
    return mover.machine.python(code, mover.folder)
