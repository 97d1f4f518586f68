"""What ./check runs, and what it leaves to ./check --everything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import which

TOOLS = Path("tests/tools")


@dataclass(frozen=True, slots=True)
class Stage:
    """One program of the house; it passes by ending with 0."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """Something outside Python that some tests need."""

    name: str
    is_here: Callable[[], bool]
    debian: str  # the package that has it; empty when npm brings it


@dataclass(frozen=True, slots=True)
class Extra:
    """Tests that ./check leaves out, by their pytest marker."""

    marker: str
    what: str
    why_left_out: str
    needs: tuple[Program, ...] = ()


def on_path(*names: str) -> Callable[[], bool]:
    return lambda: any(which(name) for name in names)


def postgres_folder() -> Path | None:
    """The newest PostgreSQL server here. Debian keeps its programs off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda program: int(program.parts[-3]))
    if found:
        return found[-1].parent
    initdb = which("initdb")
    return Path(initdb).resolve().parent if initdb else None


CHROMIUM = Program("Chromium", on_path("chromium", "chromium-browser", "google-chrome"), "chromium")
JAVA = Program("Java", on_path("java"), "default-jre-headless")
NU_CHECKER = Program(
    "the Nu HTML checker", lambda: (TOOLS / "node_modules/vnu-jar/build/dist/vnu.jar").is_file(), debian=""
)
NPM = Program("npm", on_path("npm"), "npm")
POSTGRESQL = Program("the PostgreSQL server", lambda: postgres_folder() is not None, "postgresql")
EXIFTOOL = Program("ExifTool", on_path("exiftool"), "libimage-exiftool-perl")
MAT2 = Program("mat2", on_path("mat2"), "mat2")
CADDY = Program("Caddy", on_path("caddy"), "caddy")

EXTRAS = (
    Extra("browser", "tests in a browser", "they need Chromium", (CHROMIUM,)),
    Extra("html", "the HTML checker on every kind of page", "it needs Java and npm", (JAVA, NPM, NU_CHECKER)),
    Extra("postgres", "the desk on PostgreSQL", "it needs a PostgreSQL server", (POSTGRESQL,)),
    Extra(
        "metadata", "what pictures and documents tell about their maker", "it needs ExifTool and mat2", (EXIFTOOL, MAT2)
    ),
    Extra("caddy", "the Caddyfile of the documentation", "it needs Caddy", (CADDY,)),
    Extra("slow", "long tests", "they would take longer than all the rest"),
)

LOOKS = (
    Stage("format", ("ruff", "format", "--check", "--quiet", ".")),
    Stage("lint", ("ruff", "check", "--quiet", ".")),
    Stage("types", ("mypy", "--no-error-summary")),
    Stage("layers", ("lint-imports",)),
)


def missing_programs() -> tuple[Program, ...]:
    """All programs that the extras need and this machine lacks, each once."""
    needed = dict.fromkeys(program for extra in EXTRAS for program in extra.needs)
    return tuple(program for program in needed if not program.is_here())


def install_line(missing: tuple[Program, ...]) -> str:
    """One line for Debian that brings everything that is missing."""
    packages = [program.debian for program in missing if program.debian]
    steps = []
    if packages:
        steps.append("sudo apt-get install --no-install-recommends " + " ".join(packages))
    if NU_CHECKER in missing:
        steps.append(f"npm ci --prefix {TOOLS}")
    return " && ".join(steps)
