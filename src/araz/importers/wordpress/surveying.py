"""The first reading of the files, and what a map makes of them."""

import gc
from dataclasses import dataclass

from araz.importers.wordpress.export import Author, Item
from araz.importers.wordpress.languages import Languages
from araz.importers.wordpress.mapping import (
    Map,
    Plan,
    default_map,
    doubts_of,
    draft_map,
    lines_of_map,
    make_plan,
    read_map,
)
from araz.importers.wordpress.options import Options, Progress
from araz.importers.wordpress.reading import read_export
from araz.importers.wordpress.site_folder import told_of_folder
from araz.importers.wordpress.survey import Survey, is_of_a_plug_in
from araz.importers.wordpress.telling import Findings
from araz.importers.wordpress.terms import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Surveyed:
    """What the first reading has found, and what the map makes of it."""

    survey: Survey
    plan: Plan
    authors: list[Author]


def survey_export(options: Options, findings: Findings, progress: Progress) -> Surveyed:
    """Read the files for the first time. Raises ExportRefused and MapRefused."""
    gc.freeze()  # The desk is loaded by now, and stays: it need not be looked through for rubbish again and again.
    rules = read_map(options.map) if options.map else Map()
    terms = Terms()
    by_category = {path: rule.language for path, rule in rules.categories.items() if rule.language}
    survey = Survey(terms, Languages(terms, by_category, rules.other_languages), kinds=frozenset(rules.kinds))
    progress.stage("Reading")
    size = sum(file.stat().st_size for file in options.files)
    read = 0

    def step(count: int) -> None:
        nonlocal read
        read += count
        progress.step(read, size)

    for entry in read_export(options.files, findings, progress=step, people=survey.people):
        with findings.about(entry if isinstance(entry, Item) else None):
            survey.take(entry, findings)
        if isinstance(entry, Item) and is_of_a_plug_in(entry, ()):
            survey.counts.other_kinds[entry.kind] += 1
    survey.settle()
    for told in told_of_folder(survey):
        findings(told)
    authors = list(survey.authors.values())
    if options.map:
        for doubt in doubts_of(rules, authors, terms, survey.counts, lines_of_map(options.map)):
            findings(doubt)
    plan = make_plan(rules, default_map(authors, terms, survey.counts), terms)
    return Surveyed(survey=survey, plan=plan, authors=authors)


def first_map(surveyed: Surveyed) -> str:
    """Return the map for the operator to edit. It holds account names: it belongs outside the newsroom."""
    return draft_map(surveyed.authors, surveyed.survey.terms, surveyed.survey.counts)
