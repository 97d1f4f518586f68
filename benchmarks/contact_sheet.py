"""Pictures of every kind of page in five languages, side by side: `python -m benchmarks.contact_sheet FOLDER [TREE]`.

Each sheet shows one kind of page at one width, light above dark, in all languages, with scripts off. Meanwhile it measures
what a browser can: nothing may stick out, be cut off, count in foreign digits, complain or ask another host; it ends with
an error when something does. FOLDER is outside the repository; TREE is a printed site instead of a new sample newsroom.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Final, Literal

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.machine import say
from tests.browser import CHROMIUM
from tests.newsroom.folder_server import folder_server
from tests.newsroom.page_kinds import Kind, kinds_in
from tests.presses.website.looks import flaws

WIDTHS = (360, 768, 1280)  # CSS pixels: phone, tablet, desktop
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
LONGEST = 5000  # pixels of a page that are shown; the rest is measured all the same
THUMB = 360  # pixels of a picture's width on the sheet, at most
GAP = 12


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.contact_sheet", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("tree", type=Path, nargs="?")
    arguments = parser.parse_args()
    folder: Path = arguments.folder
    folder.mkdir(parents=True, exist_ok=True)
    with _tree(arguments.tree) as tree, folder_server(tree) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM.path, args=list(CHROMIUM.arguments))
        kinds = sorted(kinds_in(tree), key=lambda kind: kind.name)
        complaints = 0
        for width in WIDTHS:
            for name, of_kind in groupby(kinds, key=lambda kind: kind.name):
                rows, found = _shots(chromium, address, list(of_kind), width)
                complaints += len(found)
                _sheet(rows).save(folder / f"{name}-{width}.png")
                for complaint in found:
                    say(complaint)
        say(
            f"{len(kinds)} pages at {len(WIDTHS)} widths in light and dark: {complaints} complaints; sheets in {folder}"
        )
    sys.exit(1 if complaints else 0)


@contextmanager
def _tree(named: Path | None) -> Iterator[Path]:
    """The printed site that was named, or that of a new sample newsroom."""
    if named:
        yield named
        return
    with tempfile.TemporaryDirectory(prefix="araz-sheet-") as name:
        newsroom = Path(name) / "newsroom"
        make = ["new", str(newsroom), "--sample", "--home", "https://araz.example", "--quiet"]
        subprocess.run([sys.executable, "-m", "araz.cli", *make], check=True)
        yield newsroom / "sites/main/public"


def _shots(chromium: Browser, address: str, kinds: list[Kind], width: int) -> tuple[list[list[Image.Image]], list[str]]:
    """Return a row of pictures for each scheme, and what was wrong."""
    rows, complaints = [], []
    for scheme in SCHEMES:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=False
        )
        page = context.new_page()
        heard = _listen(page, address)
        row = []
        for kind in kinds:
            page.goto(address + kind.path, wait_until="load")
            row.append(_shot(page, width))
            heard += flaws(page)
            complaints += [f"{kind.path}, {width} px, {scheme}: {sentence}" for sentence in heard]
            heard.clear()
        rows.append(row)
        context.close()
    return rows, complaints


def _listen(page: Page, address: str) -> list[str]:
    """Collect what the page complains about and whom it asks."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("requestfailed", lambda request: heard.append(f"{request.url} failed"))
    page.on(
        "request", lambda request: None if request.url.startswith((address, "data:")) else heard.append(request.url)
    )
    return heard


def _shot(page: Page, width: int) -> Image.Image:
    height = min(LONGEST, int(page.evaluate("document.documentElement.scrollHeight")))
    shot = page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
    picture = Image.open(BytesIO(shot)).convert("RGB")
    scale = min(1.0, THUMB / width) if width > THUMB else 1.0
    return picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.Resampling.LANCZOS)


def _sheet(rows: list[list[Image.Image]]) -> Image.Image:
    wide = max(sum(picture.width + GAP for picture in row) for row in rows) + GAP
    heights = [max(picture.height for picture in row) + GAP for row in rows]
    sheet = Image.new("RGB", (wide, sum(heights) + GAP), "#888")
    top = GAP
    for row, height in zip(rows, heights, strict=True):
        left = GAP
        for picture in row:
            sheet.paste(picture, (left, top))
            left += picture.width + GAP
        top += height
    return sheet


if __name__ == "__main__":
    main()
