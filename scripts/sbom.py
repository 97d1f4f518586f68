"""Writes docs/sbom.cdx.json: what Araz is made of, as CycloneDX. `scripts/sbom.py --check` only looks whether it is up to date.

Made from the lock file and from the files of others that lie in the sources, and from nothing else: no clock, no network, no list of what
happens to be installed here. The same sources give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
import uuid
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
TARGET: Final = ROOT / "docs/sbom.cdx.json"
_PACKAGE: Final = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[^\]]*\])?==([^\s;\\]+)(?:\s*;\s*([^\\]+?))?\s*\\?$")
_HASH: Final = re.compile(r"--hash=sha256:([0-9a-f]{64})")
# What lies in the sources and was made by others: letters. No script of others lies there; Wagtail brings its own.
_OF_OTHERS: Final = {".woff2": "OFL-1.1", ".ttf": "OFL-1.1"}
_SPACE: Final = uuid.UUID("6a0f5a3e-3a5c-5b0f-9a53-3b2f8b9f2a10")  # names bills of this project, and nothing else


def bill() -> dict[str, Any]:
    """Return the bill of materials."""
    packages = list(_packages((ROOT / "requirements.lock").read_text(encoding="ascii")))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    us = f"pkg:pypi/araz@{project['version']}"
    components = [*(_component(package) for package in packages), *_files()]
    serial = uuid.uuid5(_SPACE, json.dumps(components, sort_keys=True))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": us,
                "name": "araz",
                "version": project["version"],
                "licenses": [{"license": {"id": project["license"]}}],
                "purl": us,
            }
        },
        "components": components,
        "dependencies": _dependencies(us, packages),
    }


class Package:
    """One package of the lock file."""

    def __init__(self, name: str, version: str, only: str) -> None:
        self.name = name
        self.purl = f"pkg:pypi/{name}@{version}"
        self.version = version
        self.only = only  # where it is installed; empty: everywhere
        self.hashes: list[str] = []
        self.wanted_by: list[str] = []


def _packages(lock: str) -> Iterator[Package]:
    package: Package | None = None
    for line in lock.splitlines():
        if found := _PACKAGE.match(line):
            if package:
                yield package
            package = Package(found[1], found[2], found[3] or "")
        elif package and (digest := _HASH.search(line)):
            package.hashes.append(digest[1])
        elif package and line.strip().startswith("#"):
            wanted = line.strip().removeprefix("#").strip().removeprefix("via").strip()
            package.wanted_by += [wanted] if wanted else []
    if package:
        yield package


def _component(package: Package) -> dict[str, Any]:
    # CycloneDX has one hash for a component, a package has a file for each kind of machine: so they stand together here.
    properties = [{"name": "araz:sha256-of-its-files", "value": " ".join(sorted(package.hashes))}]
    properties += [{"name": "araz:installed-only-if", "value": package.only}] if package.only else []
    return {
        "type": "library",
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        "purl": package.purl,
        "properties": properties,
    }


def _files() -> Iterator[dict[str, Any]]:
    for path in sorted((ROOT / "src").rglob("*")):
        if licence := _OF_OTHERS.get(path.suffix):
            name = path.relative_to(ROOT).as_posix()
            yield {
                "type": "file",
                "bom-ref": name,
                "name": name,
                "hashes": [{"alg": "SHA-256", "content": sha256(path.read_bytes()).hexdigest()}],
                "licenses": [{"license": {"id": licence}}],
            }


def _dependencies(us: str, packages: list[Package]) -> list[dict[str, Any]]:
    purls = {package.name: package.purl for package in packages}
    needs: dict[str, list[str]] = {us: [], **{package.purl: [] for package in packages}}
    for package in packages:
        for wanted in package.wanted_by:
            by = us if wanted.startswith("araz (") else purls.get(wanted, "")
            if by:
                needs[by].append(package.purl)
    return [{"ref": ref, "dependsOn": sorted(on)} for ref, on in needs.items()]


def printed() -> str:
    return json.dumps(bill(), indent=1, ensure_ascii=False) + "\n"


def main() -> int:
    arguments = argparse.ArgumentParser(prog="scripts/sbom.py", description="Write the bill of materials.")
    arguments.add_argument("--check", action="store_true", help="change nothing; end with 1 if it is out of date")
    if not arguments.parse_args().check:
        TARGET.write_text(printed(), encoding="utf-8")
    elif not TARGET.is_file() or TARGET.read_text(encoding="utf-8") != printed():
        print(f"{TARGET.relative_to(ROOT)} is out of date. Run: python scripts/sbom.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
