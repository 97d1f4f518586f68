"""What an import from WordPress costs, and one more story after it: `python -m benchmarks.importing 100000`.

Makes an export and a newsroom, imports, prints, and does what follows in the background. Leaves nothing behind.
"""

import statistics
import sys
import time
from pathlib import Path
from typing import Final

from benchmarks.imported import Imported, imported_newsroom, index_all
from benchmarks.machine import peak_mb, say, shape

_UP_TO_THE_EDITION: Final = ("Reading", "Keeping numbers", "Bringing in")
_MORE: Final = 20  # stories that are published one by one afterwards


def measure(posts: int) -> None:
    with imported_newsroom(posts) as made:
        _tell_stages(made)
        began = time.process_time()
        tasks = index_all()
        say(f"  in the background: {time.process_time() - began:.1f} s CPU for {tasks:,} tasks, {peak_mb():.0f} MB")
        saved, printed = zip(*_publish_more(made.folder), strict=True)
        say(
            f"  one more story: {statistics.median(saved):.0f} ms CPU at the desk (most {max(saved):.0f}), "
            f"{statistics.median(printed):.1f} ms into the edition and printed (most {max(printed):.1f})"
        )
        _tell_sizes(made)


def _tell_stages(made: Imported) -> None:
    say(f"{made.posts:,} posts: {made.stories:,} stories, {made.comments:,} comments")
    for stage in made.stages:
        say(f"  {stage.name.lower()}: {stage.cpu_s:.1f} s CPU, {stage.peak_mb:.0f} MB at most")
    cpu_s = sum(stage.cpu_s for stage in made.stages if stage.name in _UP_TO_THE_EDITION)
    peak = max(stage.peak_mb for stage in made.stages if stage.name in _UP_TO_THE_EDITION)
    say(f"  up to the edition: {cpu_s:.1f} s CPU, {peak:.0f} MB at most; {made.files:,} files printed")


def _publish_more(folder: Path) -> list[tuple[float, float]]:
    """Publish stories; return CPU milliseconds at the desk, and from there to the printed page, of each."""
    from araz.server.newsroom import open_newsroom
    from araz.server.press_host import edition_of, pressroom_of

    newsroom = open_newsroom(folder)
    with edition_of(newsroom) as edition, pressroom_of(newsroom, edition) as pressroom:
        return [_publish(number, edition, pressroom) for number in range(_MORE)]


def _publish(number: int, edition: object, pressroom: object) -> tuple[float, float]:
    from araz.desk.models import SectionPage, StoryPage
    from araz.edition.store import Edition
    from araz.pressroom.pressroom import Pressroom
    from araz.server.courier import carry, note_printed

    assert isinstance(edition, Edition)
    assert isinstance(pressroom, Pressroom)
    section = SectionPage.objects.filter(numchild__gt=0).order_by("-numchild", "pk")[0]
    body = [("prose", {"text": "<p>Çayın üstündəki körpü səhər açıldı.</p>" * 20, "language": ""})]
    began = time.process_time()
    page = section.add_child(instance=StoryPage(title=f"Körpü açıldı {number}", body=body))
    page.save_revision().publish()
    saved = time.process_time()
    carry(edition)
    pressroom.press_new()
    note_printed(edition)
    return 1000 * (saved - began), 1000 * (time.process_time() - saved)


def _tell_sizes(made: Imported) -> None:
    def mb(*files: Path) -> float:
        return sum(file.stat().st_size for file in files if file.is_file()) / 1e6

    databases = {file.name: mb(file) for file in sorted(made.folder.rglob("*.db"))}
    told = ", ".join(f"{name} {size:,.0f} MB" for name, size in databases.items())
    say(f"  export {mb(made.export):,.0f} MB; {told}; pages {made.bytes / 1e6:,.0f} MB")


def main() -> None:
    say(shape())
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)


if __name__ == "__main__":
    main()
