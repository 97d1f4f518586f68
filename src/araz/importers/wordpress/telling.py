"""Gathers what an import has to tell, and lets none of it name an account."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import msgspec

from araz.importers.wordpress.accounts import Accounts
from araz.importers.wordpress.export import Item
from araz.importers.wordpress.findings import Finding, Kind, headline_of
from araz.importers.wordpress.reading.people import without_any_e_mail

SHOWN: Final = 200
_HEADLINE_LETTERS: Final = 60
_QUOTED: Final = re.compile("“[^”]*”")


class Findings:
    """Keeps findings: all for a report that is written to a file, else the first of each kind."""

    def __init__(self, *, keep_all: bool) -> None:
        self._keep_all = keep_all
        self._kept: list[Finding] = []
        self._counts: Counter[Kind] = Counter()
        self._about: Item | None = None

    def __call__(self, finding: Finding) -> None:
        self._counts[finding.kind] += 1
        if self._keep_all or self._counts[finding.kind] <= SHOWN:
            self._kept.append(self._with_headline(finding))

    @contextmanager
    def about(self, item: Item | None) -> Iterator[None]:
        """Give what is found of this item meanwhile its headline: many who find something know only its number."""
        self._about = item
        try:
            yield
        finally:
            self._about = None

    def kept(self, accounts: Accounts) -> list[Finding]:
        """Return what was kept, without the names of accounts: the files of the old site, its terms and titles have some."""
        return [_unnamed(finding, accounts) for finding in self._kept]

    def more(self) -> dict[str, int]:
        """Return how many of each kind were not kept."""
        kept = Counter(finding.kind for finding in self._kept)
        return {kind: count - kept[kind] for kind, count in sorted(self._counts.items()) if count > kept[kind]}

    def counts(self) -> dict[str, int]:
        return dict(sorted(self._counts.items()))

    def _with_headline(self, finding: Finding) -> Finding:
        headline = finding.headline
        if not headline and self._about and finding.item == self._about.number and finding.line == self._about.line:
            headline = headline_of(self._about)
        return msgspec.structs.replace(finding, headline=_shortened(headline)) if headline else finding


def _shortened(headline: str) -> str:
    words = without_any_e_mail(" ".join(headline.split()))
    return words if len(words) <= _HEADLINE_LETTERS else f"{words[: _HEADLINE_LETTERS - 1].rsplit(' ', 1)[0]}…"


def _unnamed(finding: Finding, accounts: Accounts) -> Finding:
    what = finding.what
    if accounts.are_in(what):
        what = accounts.hidden_in(what)
        what = _QUOTED.sub("“…”", what) if accounts.are_in(what) else what  # with %-signs, or in other capitals
    headline = "" if accounts.are_in(finding.headline) else finding.headline
    return msgspec.structs.replace(finding, what=what, headline=headline)
