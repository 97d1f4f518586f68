"""Run the stages of ./check one after another, say how long each took and which failed.

The last line is pytest's own summary, so that whoever reads only that line reads the truth: when a run of pytest failed,
its summary comes last.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import postgres
from stages import EXTRAS, LOOKS, Stage, install_line, missing_programs

PYTEST = ("pytest", "-n", "auto", "--dist", "loadfile")  # a file's tests share what was set up for them
DATABASE_VARIABLE = "ARAZ_TEST_DATABASE"  # server/settings.py reads it where there is no newsroom


@dataclass(frozen=True, slots=True)
class Outcome:
    name: str
    passed: bool
    seconds: float
    last_line: str


def main() -> int:
    arguments = argparse.ArgumentParser(prog="./check", description="Run the tests of the house.")
    arguments.add_argument(
        "--everything",
        action="store_true",
        help="also run what needs other programs: " + ", ".join(extra.what for extra in EXTRAS),
    )
    everything: bool = arguments.parse_args().everything
    if everything and not programs_are_here():
        return 1
    outcomes = [run(stage) for stage in LOOKS] + list(test_everything() if everything else test_quickly())
    report(outcomes, everything)
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def programs_are_here() -> bool:
    missing = missing_programs()
    if not missing:
        return True
    print("./check --everything needs programs that are not here:", file=sys.stderr)
    for program in missing:
        print(f"  {program.name}", file=sys.stderr)
    print(f"On Debian this line brings them:\n  {install_line(missing)}", file=sys.stderr)
    return False


def test_quickly() -> Iterator[Outcome]:
    left_out = " and ".join(f"not {extra.marker}" for extra in EXTRAS)
    yield run(Stage("tests", (*PYTEST, "-m", left_out)))


def test_everything() -> Iterator[Outcome]:
    if uses_database():
        with postgres.server() as address:
            # What a browser or a checker of pages sees does not come from another database; that is looked at once.
            chosen = "postgres or (database and not browser and not html)"
            on_postgres = Stage("tests on PostgreSQL", (*PYTEST, "-m", chosen))
            yield run(on_postgres, **{DATABASE_VARIABLE: address})
    yield run(Stage("tests", (*PYTEST, "-m", "not postgres")))


def uses_database() -> bool:
    """Whether there are tests of the desk yet; the layers below it have no server's database."""
    return Path("tests/desk").is_dir()


def run(stage: Stage, **variables: str) -> Outcome:
    """Run a stage, show what it prints, keep the last line of it."""
    print(f"\n--- {stage.name}: {' '.join(stage.command)}", flush=True)
    began = time.monotonic()
    program, *arguments = stage.command
    if sys.stdout.isatty() and program == "pytest":
        arguments.append("--color=yes")
    process = subprocess.Popen(
        [str(Path(sys.executable).with_name(program)), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | variables,
    )
    last_line = ""
    with interrupted_together(process):
        for line in process.stdout or ():
            sys.stdout.write(line)
            sys.stdout.flush()
            last_line = line.rstrip() or last_line
    passed = process.wait() == 0
    return Outcome(stage.name, passed, time.monotonic() - began, last_line)


@contextmanager
def interrupted_together(process: subprocess.Popen[str]) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        process.wait()
        sys.exit(130)


def report(outcomes: list[Outcome], everything: bool) -> None:
    print("\n--- stages")
    print(f"{float(os.environ.get('ARAZ_PREPARED_S', '0')):7.1f} s  set up")
    for outcome in outcomes:
        print(f"{outcome.seconds:7.1f} s  {outcome.name}{'' if outcome.passed else '   FAILED'}")
    if not everything:
        print("\nNot run (./check --everything runs all of it):")
        for extra in EXTRAS:
            print(f"  {extra.what}: {extra.why_left_out}")
    failed = [outcome.name for outcome in outcomes if not outcome.passed]
    print("\nFailed: " + ", ".join(failed) if failed else "\nEvery stage passed.")
    tests = [outcome for outcome in outcomes if outcome.name.startswith("tests")]
    for outcome in sorted(tests, key=lambda outcome: not outcome.passed):
        print(outcome.last_line)


if __name__ == "__main__":
    sys.exit(main())
