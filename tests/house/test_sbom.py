"""The bill of materials says what is here, and says it again in the same bytes."""

import json
import re
import subprocess
import sys

from tests.house.tree import ROOT

BILL = ROOT / "docs/sbom.cdx.json"
FONTS = ("*.woff2", "*.ttf")


def test_the_bill_is_up_to_date():
    checked = subprocess.run(
        [sys.executable, "scripts/sbom.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout


def test_it_names_every_package_of_the_lock_file_and_every_font():
    bill = json.loads(BILL.read_text(encoding="utf-8"))
    names = {(part["type"], part["name"]) for part in bill["components"]}
    lock = (ROOT / "requirements.lock").read_text(encoding="ascii")
    packages = set(re.findall(r"^([a-z0-9._-]+)(?:\[[^\]]*\])?==", lock, re.MULTILINE))
    assert len(packages) > 40
    assert {name for kind, name in names if kind == "library"} == packages
    fonts = {path.relative_to(ROOT).as_posix() for kind in FONTS for path in (ROOT / "src").rglob(kind)}
    assert {name for kind, name in names if kind == "file"} == fonts
    assert bill["bomFormat"] == "CycloneDX"


def test_every_package_hangs_on_something_and_nothing_on_what_is_not_there():
    bill = json.loads(BILL.read_text(encoding="utf-8"))
    known = {part["bom-ref"] for part in bill["components"]}
    needed = {ref for row in bill["dependencies"] for ref in row["dependsOn"]}
    assert needed == {ref for ref in known if ref.startswith("pkg:")}


def test_it_tells_no_place_to_fetch_from_and_no_time():
    text = BILL.read_text(encoding="utf-8")
    assert "://" not in text
    assert "timestamp" not in text
