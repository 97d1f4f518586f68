"""The real command in a real newsroom."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from tests.cli.conftest import machine, made, paper  # noqa: F401 — fixtures: an empty paper that `araz new` made
from tests.server.processes import Machine


@dataclass(frozen=True)
class Mover:
    """Imports into one newsroom; the report of the last import lies outside of it."""

    machine: Machine
    folder: Path
    report_file: Path
    said: list[str] = field(default_factory=list)

    def bring(self, *files: Path | str, **more: Any) -> dict[str, Any]:
        """Import with success, and return the report."""
        done = self.call(*files, "--json", self.report_file, **more)
        assert done.returncode == 0, done.stdout + done.stderr
        report: dict[str, Any] = json.loads(self.report_file.read_text())
        parts = ("imported", "updated", "unchanged", "merged", "left_out")
        assert report["items"] == sum(report[part] for part in parts)
        return report

    def refused(self, *files: Path | str, **more: Any) -> str:
        """Import in vain, and return the sentence."""
        done = self.call(*files, **more)
        assert (done.returncode, done.stdout) == (1, "")
        return done.stderr

    def call(self, *arguments: object, **more: Any) -> "CompletedProcess[str]":
        options = [str(part) for name, value in more.items() for part in (f"--{name.replace('_', '-')}", value)]
        done = self.machine.call("import", "wordpress", "--newsroom", self.folder, *arguments, *options)
        assert "Traceback" not in done.stderr, done.stderr
        self.said.append(done.stdout + done.stderr)
        return done

    @property
    def public(self) -> Path:
        return self.folder / "sites/main/public"

    def page_with(self, text: str) -> str:
        """Return the name of the only page with this headline."""
        (name,) = (name for name, page in self.pages().items() if f">{text}</h1>" in page)
        return name

    def pages(self) -> dict[str, str]:
        return {
            str(file.relative_to(self.public)): file.read_text(encoding="utf-8")
            for file in sorted(self.public.rglob("*.html"))
        }


@pytest.fixture
def mover(machine: Machine, paper: Path, tmp_path: Path) -> Mover:  # noqa: F811 — the fixtures from above
    return Mover(machine, paper, tmp_path / "report.json")
