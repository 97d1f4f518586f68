"""What one more story and a full build cost at several sizes of the archive: `python -m benchmarks.publishing 1000 10000`;
with `--unread` without the search for what must not be printed.
"""

import statistics
import sys
import time
from contextlib import ExitStack

import msgspec

from araz.edition.story import Story
from benchmarks.archive import Archive, archive
from benchmarks.machine import peak_mb, say, shape


def measure(count: int, kept: ExitStack, *, proofread: bool) -> None:
    """Say what an archive of so many stories costs. It goes when `kept` is closed."""
    began = time.process_time()
    made = kept.enter_context(archive(count, proofread=proofread))
    filled_s = time.process_time() - began
    began, wall = time.process_time(), time.monotonic()
    printed = made.room.reset_now()
    built_s, built_wall_s = time.process_time() - began, time.monotonic() - wall
    built_mb = peak_mb()
    files, size = made.room.ledger.totals()
    half = len(made.late) // 2
    written = [_publish(made, story) for story in map(_written_here, made.late[:half])]
    brought_in = [_publish(made, story) for story in made.late[half:]]
    say(
        f"{count:>7} stories: archive made and appended {filled_s:.1f} s CPU; "
        f"full build {built_s:.1f} s CPU, {built_wall_s:.1f} s, {len(printed.written)} files, {size / 1e6:.0f} MB, "
        f"peak {built_mb:.0f} MB ({files} in the ledger)"
    )
    for what, each in (("one more story", written), ("one more with three old addresses", brought_in)):
        cpu_ms, files_each, kb_each = zip(*each, strict=True)
        say(
            f"{'':>7} {what}: median {statistics.median(cpu_ms):.1f} ms CPU (most {max(cpu_ms):.1f}), "
            f"{statistics.median(files_each):.0f} files (most {max(files_each)}), {statistics.median(kb_each):.0f} kB (most {max(kb_each):.0f})"
        )


def _written_here(story: Story) -> Story:
    """The story as the desk hands it over: only what was brought in from an older site has old addresses."""
    return msgspec.structs.replace(story, old_addresses=())


def _publish(made: Archive, story: Story) -> tuple[float, int, float]:
    """Publish a story; return CPU milliseconds of append and press together, files, and kilobytes."""
    row = made.outbox.publish(story)
    began = time.process_time()
    made.edition.append([row])
    printed = made.room.press_new()
    return 1000 * (time.process_time() - began), len(printed.written), printed.bytes / 1000


def main() -> None:
    say(shape())
    with ExitStack() as kept:  # until the end: ext4 makes files slowly for minutes after many were deleted
        sizes = [given for given in sys.argv[1:] if given != "--unread"]
        for size in sizes or ["1000", "10000"]:
            measure(int(size), kept, proofread="--unread" not in sys.argv)


if __name__ == "__main__":
    main()
