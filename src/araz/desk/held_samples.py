"""Samples of what was found of one kind, taken from all over the archive."""

from dataclasses import replace
from typing import Final

from araz.desk.deciding import Decider
from araz.desk.found_things import found_things
from araz.desk.held_groups import Findings, Place, pages_of, place_of

SAMPLES: Final = 12


def samples_of_kind(findings: Findings, decider: Decider) -> list[Place]:
    """Return some of the findings, evenly from the first to the last, each with the thing where it may be shown."""
    numbers = list(findings.order_by("pk").values_list("pk", flat=True))
    step = max(1, len(numbers) / SAMPLES)
    chosen = dict.fromkeys(numbers[int(place * step)] for place in range(min(SAMPLES, len(numbers))))
    rows = list(findings.filter(pk__in=list(chosen)).select_related("held").order_by("pk"))
    pages = pages_of([one.held for one in rows])
    with found_things() as things:
        samples = []
        for one in rows:
            one.held.page = pages.get(one.held.page_id)
            place = place_of(one.held, [one], decider)
            value = things.value(one.held_id, [one.digest]) if one.held.page and decider.reads(one.held.page) else ""
            samples.append(replace(place, value=value))
    return samples
