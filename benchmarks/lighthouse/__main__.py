"""What Lighthouse thinks of the pages on a telephone: `python -m benchmarks.lighthouse`.

The sample newsroom is served by `araz run`; front and a long story, in az and azb. Its figure of performance is the median
of five visits. Needs `npm ci` in this folder; it ends with an error when a figure is lower than what was promised.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from benchmarks.machine import say, shape
from benchmarks.newsroom import running_newsroom
from tests.browser import CHROMIUM
from tests.newsroom.page_kinds import kinds_in

VISITS: Final = 5
PROMISED: Final = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
PROGRAM: Final = Path(__file__).parent / "node_modules/.bin/lighthouse"
FLAGS: Final = " ".join(("--headless=new", *CHROMIUM.arguments))


def main() -> None:
    say(shape())
    missed = 0
    with running_newsroom() as newsroom:
        tree = newsroom.folder / "sites/main/public"
        for kind in kinds_in(tree, ("az", "azb")):
            if kind.name in ("front", "story") and kind.language:
                visits = [_visit(f"http://localhost:{newsroom.port}/{kind.path}") for _ in range(VISITS)]
                missed += _tell(f"{kind.language} {kind.name}", visits)
    sys.exit(1 if missed else 0)


def _visit(address: str) -> dict[str, Any]:
    """Return Lighthouse's report of one visit as a telephone, which is what it takes without being told."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [str(PROGRAM), address, "--output=json", f"--output-path={report}", f"--chrome-flags={FLAGS}"]
        subprocess.run(
            [*command, "--quiet", f"--only-categories={','.join(PROMISED)}", "--no-enable-error-reporting"],
            check=True,
            env={**os.environ, "CHROME_PATH": CHROMIUM.path},
        )
        found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
        return found


def _tell(what: str, visits: list[dict[str, Any]]) -> int:
    """Say the figures and what lowered them; return how many promises were missed."""
    figures = {
        category: statistics.median(100 * visit["categories"][category]["score"] for visit in visits)
        for category in PROMISED
    }
    shown = visits[0]["audits"]["first-contentful-paint"]["displayValue"]
    say(f"{what:>10}: " + ", ".join(f"{name} {figure:.0f}" for name, figure in figures.items()) + f"; shown in {shown}")
    for name in {audit["id"]: None for audit in _lowering(visits[0])}:
        say(f"{'':>12}{name}: {visits[0]['audits'][name]['title']}")
    return sum(figures[category] < least for category, least in PROMISED.items())


def _lowering(visit: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        reference
        for category in PROMISED
        for reference in visit["categories"][category]["auditRefs"]
        if reference["weight"] and visit["audits"][reference["id"]]["score"] not in (None, 1)
    ]


if __name__ == "__main__":
    main()
