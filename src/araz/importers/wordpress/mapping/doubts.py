"""What in a map fits no export, and which bylines hold the name of an account."""

from collections.abc import Iterable

from araz.importers.wordpress.export import Author
from araz.importers.wordpress.findings import Finding
from araz.importers.wordpress.mapping.counting import Counts
from araz.importers.wordpress.mapping.reading import meant
from araz.importers.wordpress.mapping.rules import Map
from araz.importers.wordpress.mapping.who_is_named import comes_from, key_of_account
from araz.importers.wordpress.terms import CATEGORY, TAG, Terms


def doubts_of(rules: Map, authors: Iterable[Author], terms: Terms, counts: Counts) -> list[Finding]:
    """Return what somebody should look at before the import. No finding names an account."""
    logins = {author.login for author in authors} | set(counts.authors)
    told: list[str] = []
    if strange := len(rules.authors.keys() - {key_of_account(login) for login in logins}):
        told.append(
            f"{strange} of the map's authors are in no file. Are their account names written as the draft had them?"
        )
    there = sorted({terms.path(slug) for slug in terms.declared(CATEGORY)})
    told += [
        f"The map speaks of the category “{path}”, which no file has. {meant(path, there)}"
        if there
        else f"No file has the category “{path}”."
        for path in rules.categories
        if path not in there
    ]
    tags = set(terms.declared(TAG))
    if strange := len([tag for tag in rules.tags if tag not in tags]):
        told.append(f"{strange} of the map's tags are in no file.")
    for name in dict.fromkeys(
        name for rule in rules.authors.values() if rule.kind != "none" for name in rule.name.values()
    ):
        if any(comes_from(name, login) for login in {*logins, *rules.account_names}):
            told.append(
                f"The byline “{name}” holds the name of an account, or a part of it. Can it be guessed from that?"
            )
    return [Finding(kind="doubtful", what=what) for what in told]
