"""A newsroom into which an invented export of WordPress was brought; its folder is gone afterwards."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.machine import peak_mb


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    name: str
    cpu_s: float
    peak_mb: float  # of the process at its end


@dataclass(slots=True)
class Stages:
    """Takes the time of one stage after the other."""

    done: list[Stage] = field(default_factory=list)
    _name: str = ""
    _begun: float = 0.0

    def begin(self, name: str) -> None:
        self.end()
        self._name, self._begun = name, time.process_time()

    def end(self) -> None:
        if self._name:
            self.done.append(Stage(name=self._name, cpu_s=time.process_time() - self._begun, peak_mb=peak_mb()))
        self._name = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    folder: Path
    export: Path
    posts: int
    stages: list[Stage]
    stories: int
    comments: int
    files: int
    bytes: int


@contextmanager
def imported_newsroom(posts: int, *, database: str = "sqlite") -> Iterator[Imported]:
    """Yield a newsroom with so many posts, for which this process has started the desk; nothing is indexed yet."""
    with tempfile.TemporaryDirectory(prefix="araz-bench-") as name:
        folder, export = Path(name) / "newsroom", Path(name) / "export.xml"
        _run("benchmarks.wordpress_export", export, "--posts", posts)
        _run("araz.cli", "new", folder, "--quiet", "--database", database)
        yield bring(folder, export, posts)


def bring(folder: Path, export: Path, posts: int) -> Imported:
    """Do in this process what `araz import wordpress` does, and take the time of its stages."""
    from araz.cli.with_desk import start_desk
    from araz.server.newsroom import open_newsroom

    newsroom = start_desk(open_newsroom(folder))
    from araz.importers.wordpress.options import Options, Progress
    from araz.importers.wordpress.surveying import survey_export
    from araz.importers.wordpress.telling import Findings
    from araz.server.importing import bring_in

    stages, findings = Stages(), Findings(keep_all=False)
    progress = Progress(stage=stages.begin, step=lambda *_: None)
    options = Options(files=(export,), media=None, map=None, comments="initials", dry_run=False, compare=False)
    surveyed = survey_export(options, findings, progress)
    report, printed = bring_in(newsroom, options, surveyed, findings, progress)
    stages.end()
    return Imported(
        folder=folder,
        export=export,
        posts=posts,
        stages=stages.done,
        stories=report.imported,
        comments=report.comments,
        files=printed.files,
        bytes=printed.bytes,
    )


def index_all() -> int:
    """Do what the import has left to the background; return how many tasks it was."""
    from araz.server.workers import do_a_task

    done = 0
    while do_a_task():
        done += 1
    return done


def _run(module: str, *arguments: object) -> None:
    subprocess.run([sys.executable, "-m", module, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)
