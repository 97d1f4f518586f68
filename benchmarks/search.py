"""What the search costs to build, to keep up and to ask: `python -m benchmarks.search 10000 100000`."""

import gzip
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import msgspec
from playwright.sync_api import Browser, sync_playwright

from araz.edition.names import StoryId
from araz.edition.store import Edition
from araz.edition.story import Story
from araz.presses.search import SearchPress
from araz.pressroom.pressroom import Pressroom
from araz.typesetting.pictures import FolderMediaStore
from benchmarks.machine import peak_mb, say, shape
from tests.browser import CHROMIUM
from tests.newsroom.archive import LANGUAGES, an_id
from tests.newsroom.haystack import append_all, hide, print_for_search, prose_stories
from tests.newsroom.outbox import HandOutbox
from tests.presses.search.test_queries import read_queries

WORDS = 400
QUERIES = 50
LATE = 12
CROWDED = 2000  # stories of one month in one language

# Notes when a question was taken up and when its results stood on the page, both in milliseconds since it was opened.
WATCH = """
document.addEventListener("DOMContentLoaded", () => {
  window.noted = [];
  new MutationObserver(() => window.noted.push(performance.now())).observe(document.getElementById("found"), {
    attributeFilter: ["aria-busy"],
  });
});
"""


def measure(count: int, kept: ExitStack) -> Path:
    """Say what the search of so many stories costs; return its tree."""
    folder = Path(kept.enter_context(tempfile.TemporaryDirectory(prefix="araz-bench-")))
    edition, outbox, chance = Edition.open(folder / "edition.db", may_make=True), HandOutbox(), Random(5)
    made = list(prose_stories(chance, count, WORDS))
    hide(chance, made, list(dict.fromkeys(story for story, _ in read_queries())))
    late = [_at(made[-1].published_at, chance, story, number) for number, story in enumerate(made[-LATE:])]
    append_all(edition, outbox, iter(made))
    made.clear()
    with Pressroom(edition, SearchPress(FolderMediaStore(folder / "media")), folder) as room:
        began = time.process_time()
        printed = room.reset_now()
        built_s = time.process_time() - began
        files, size = room.ledger.totals()
        say(
            f"{count:>7} stories: built in {built_s:.1f} s CPU, {files} files, {size / 1e6:.1f} MB, "
            f"{_compressed(room.tree.root) / 1e6:.2f} MB compressed, peak {peak_mb():.0f} MB ({len(printed.written)} written)"
        )
        _say_one_more(edition, outbox, room, late)
    print_for_search(edition, folder)
    edition.close()
    return folder / "public"


def _at(moment: datetime, chance: Random, story: Story, number: int) -> Story:
    """Another story of the newest month."""
    name = StoryId(an_id(chance))
    return msgspec.structs.replace(story, id=name, slug=f"gec-{number}", published_at=moment)


def _say_one_more(edition: Edition, outbox: HandOutbox, room: Pressroom, late: list[Story]) -> None:
    cpu_ms, files, kb = [], [], []
    for story in late:
        edition.append([outbox.publish(story)])
        began = time.process_time()
        printed = room.press_new()
        cpu_ms.append(1000 * (time.process_time() - began))
        files.append(len(printed.written))
        kb.append(printed.bytes / 1000)
    say(
        f"{'':>7} one more story: median {statistics.median(cpu_ms):.0f} ms CPU (most {max(cpu_ms):.0f}), "
        f"{statistics.median(files):.0f} files (most {max(files)}), {statistics.median(kb):.0f} kB (most {max(kb):.0f})"
    )


def measure_crowded() -> None:
    """Say what one more story costs in a month that has very many."""
    with tempfile.TemporaryDirectory(prefix="araz-bench-") as name:
        folder, chance, outbox = Path(name), Random(6), HandOutbox()
        edition = Edition.open(folder / "edition.db", may_make=True)
        first = datetime(2026, 11, 1, 6, tzinfo=UTC)
        made = [
            msgspec.structs.replace(story, published_at=first.replace(day=1 + number % 28))
            for number, story in enumerate(prose_stories(chance, CROWDED * len(LANGUAGES), WORDS))
            if story.language == "az"
        ]
        late = [_at(first.replace(day=28), chance, story, number) for number, story in enumerate(made[:LATE])]
        append_all(edition, outbox, iter(made))
        with Pressroom(edition, SearchPress(FolderMediaStore(folder / "media")), folder) as room:
            room.reset_now()
            say(f"{len(made):>7} stories of one month in one language:")
            _say_one_more(edition, outbox, room, late)
        edition.close()


def _compressed(tree: Path) -> int:
    """The bytes of all files, each compressed for itself, as servers send them."""
    return sum(len(gzip.compress(file.read_bytes())) for file in tree.rglob("*.js"))


def ask(tree: Path) -> None:
    """Say how long a first question takes on a page from the disk that has loaded nothing of the index yet."""
    asked = Random(7).sample([(story.language, query) for story, query in read_queries()], QUERIES)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM.path, args=list(CHROMIUM.arguments))
        took = [_time_of(browser, tree, language, query) for language, query in asked]
        browser.close()
    clock_ms, script_ms = zip(*took, strict=True)
    say(
        f"{'':>7} {QUERIES} first questions: median {statistics.median(clock_ms):.0f} ms from the question to its results "
        f"(least {min(clock_ms):.0f}, most {max(clock_ms):.0f}); scripts of the page {statistics.median(script_ms):.0f} ms CPU "
        f"(most {max(script_ms):.0f})"
    )


def _time_of(browser: Browser, tree: Path, language: str, query: str) -> tuple[float, float]:
    """Return milliseconds on the clock, and of processor time in scripts, which does not depend on who else is busy."""
    context = browser.new_context()  # knows nothing of the one before
    page = context.new_page()
    page.add_init_script(WATCH)
    told = context.new_cdp_session(page)
    told.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(f"file://{tree}/{language}/search.html", wait_until="networkidle")  # a reader opens it, and then types
    page.fill("[name=q]", query)
    page.evaluate("document.getElementById('find').requestSubmit()")
    page.wait_for_function("window.noted.length > 1")
    begun, done = page.evaluate("window.noted")
    metrics = {one["name"]: one["value"] for one in told.send("Performance.getMetrics")["metrics"]}
    context.close()
    return float(done - begun), 1000 * float(metrics["ScriptDuration"])


def main() -> None:
    say(shape())
    with ExitStack() as kept:
        for size in sys.argv[1:] or ["10000"]:
            ask(measure(int(size), kept))
    measure_crowded()


if __name__ == "__main__":
    main()
