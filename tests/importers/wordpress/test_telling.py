"""What an import tells, and of whom it does not."""

from araz.importers.wordpress.accounts import Accounts
from araz.importers.wordpress.export import Item
from araz.importers.wordpress.findings import Finding, finding_of
from araz.importers.wordpress.report import Report, lines_of
from araz.importers.wordpress.telling import Findings

LONG = "Göl qurudu və kəndin bütün balıqçıları şəhərə köçməyə məcbur oldular"


def an_item(title: str, number: int = 7) -> Item:
    return Item(number=number, kind="post", state="public", title=title, file="old.xml", line=30)


def kept(*found: Finding, about: Item | None = None, logins: tuple[str, ...] = ()) -> list[Finding]:
    findings, accounts = Findings(keep_all=True), Accounts()
    for login in logins:
        accounts.learn(login)
    with findings.about(about):
        for finding in found:
            findings(finding)
    return findings.kept(accounts)


def test_a_finding_has_the_shortened_headline_of_its_item():
    (finding,) = kept(finding_of(an_item(LONG), "doubtful", "Look."))
    assert finding.headline == "Göl qurudu və kəndin bütün balıqçıları şəhərə köçməyə…"


def test_who_knows_only_the_number_is_given_the_headline():
    mine = Finding(kind="lost", what="Gone.", file="old.xml", line=30, item=7)
    other = Finding(kind="lost", what="Gone.", file="old.xml", line=90, item=8)
    assert [finding.headline for finding in kept(mine, other, about=an_item("Göl"))] == ["Göl", ""]


def test_a_headline_with_an_accounts_name_is_not_told_and_a_files_name_is_hidden():
    found = kept(
        finding_of(an_item("Mehriban82 ilə söhbət"), "doubtful", "Look."),
        Finding(kind="lost", what="The picture “mehriban82.jpg” is larger than 40 MB."),
        Finding(kind="lost", what="“qas%69m_tufan.png”: It is none."),
        logins=("mehriban82", "qasim_tufan"),
    )
    assert [finding.headline for finding in found] == ["", "", ""]
    assert [finding.what for finding in found[1:]] == ["The picture “….jpg” is larger than 40 MB.", "“…”: It is none."]


def test_one_is_one_and_two_are_two_and_the_headline_stands_on_the_screen():
    report = Report(dry_run=False, files=["old.xml"], items=1, imported=1, drafts=1, comments=1)
    report.findings = kept(
        finding_of(an_item("Göl"), "doubtful", "Look."), finding_of(an_item("Su", 8), "doubtful", "Look.")
    )
    lines = list(lines_of(report, {}))
    assert lines[:2] == ["1 item in 1 file.", "Brought in 1 story (1 of them draft) with 1 comment."]
    assert lines[-1] == "  doubtful: old.xml:30, “Göl”: Look. (2 times; this is the first)"
    assert "The files hold no post or page" in " ".join(lines_of(Report(dry_run=False, files=["a"]), {}))
    more = Report(dry_run=True, files=["a", "b"], items=2, imported=2)
    assert list(lines_of(more, {}))[:2] == ["2 items in 2 files.", "Would bring in 2 stories with 0 comments."]
