"""`araz erase`: takes a word, a picture or a story out of everything."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from araz.cli.place import dry_run_option, json_option
from araz.cli.report import tell
from araz.cli.sentences import TROUBLE, give_up, in_sentences
from araz.cli.with_desk import start_desk
from araz.server.newsroom import open_newsroom

if TYPE_CHECKING:
    from araz.server.erasing.erase import Report
    from araz.server.erasing.recognizing import Kind

_USAGE = "Name what is to be erased: a story's address, a picture's file, or “--word -” to be asked for a word."


@click.command()
@click.argument("named", nargs=-1, metavar="[STORY|PICTURE|WORD] [FOLDER]")
@click.option("--story", help="A story: its address (az/2026/11/name.html) or its id.")
@click.option("--picture", help="A picture or document: its file (m/3f/3f….webp, f/3f/3f….pdf) or its hash.")
@click.option("--word", help="A word or a name. “-”: it is asked for, or read from the standard input.")
@click.option("--whole", is_flag=True, help="Leave longer words alone that only have the word in them.")
@click.option("--agreed", is_flag=True, hidden=True, help="Do what two administrators agreed to at the desk.")
@click.option("--yes", is_flag=True, help="Do not ask again.")
@dry_run_option
@json_option
@in_sentences
def command(
    named: tuple[str, ...],
    story: str | None,
    picture: str | None,
    word: str | None,
    *,
    whole: bool,
    agreed: bool,
    yes: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Erase a story, a picture or a word from the edition, the pages, the search, the desk and all that it keeps.

    What you write on the command line stays in the history of your shell. Write “--word -” and you are asked for the word;
    a program may also give it on the standard input. See first what would be erased with --dry-run: it lists the forms in
    which a word was found. Nothing brings back what was erased. Cut off, it is finished by calling it again.

    Ends with 3 when the search at the end still finds something.
    """
    if agreed:
        _work_off(_folder(named[0] if named else None))
        return
    given: list[tuple[Kind, str]] = [
        (kind, value)  # type: ignore[misc]
        for kind, value in (("story", story), ("picture", picture), ("word", word))
        if value is not None
    ]
    if len(given) > 1 or len(named) > (1 if given else 2) or not (given or named):
        give_up(_USAGE, 2)
    kind, what = given[0] if given else (None, named[0])
    place = named[-1] if len(named) == (1 if given else 2) else None
    _erase(_asked(what) if what == "-" else what, kind, _folder(place), whole, yes, dry_run, as_json)


def _folder(place: str | None) -> Path:
    import os

    return Path(place or os.environ.get("ARAZ_NEWSROOM") or ".")


def _work_off(folder: Path) -> None:
    newsroom = start_desk(open_newsroom(folder))
    from araz.server.erasing.agreed import work_off
    from araz.server.press_host import edition_of

    with edition_of(newsroom) as edition:
        work_off(newsroom, edition, lambda _: None)


def _asked(_dash: str) -> str:
    """Read the word from the standard input; ask for it where somebody sits there."""
    if sys.stdin.isatty():
        return str(click.prompt("The word", err=True)).strip()
    return sys.stdin.readline().strip()


def _erase(what: str, kind: "Kind | None", folder: Path, whole: bool, yes: bool, dry_run: bool, as_json: bool) -> None:
    newsroom = start_desk(open_newsroom(folder))
    from araz.desk.audit import note
    from araz.server.erasing.erase import erase, look
    from araz.server.erasing.recognizing import NothingToErase, forms_of, target_of
    from araz.server.press_host import edition_of

    def stage(words: str) -> None:
        if not as_json:
            click.echo(f"{words} …", err=True)

    with edition_of(newsroom) as edition:
        try:
            target = target_of(what, kind, edition, whole=whole)
        except NothingToErase as error:
            give_up(str(error))
        report = look(newsroom, edition, target, stage)
        if not as_json and (dry_run or not yes):
            click.echo(_lines(report))
            if forms := forms_of(target, edition):
                click.echo("Found as: " + ", ".join(forms))
        if not dry_run:
            if not yes and not as_json and sys.stdin.isatty():
                click.confirm("Erase it for good?", abort=True)
            report = erase(newsroom, edition, target, stage)
            note("erased")
    if as_json or not dry_run:
        tell(report, _lines(report), as_json=as_json)
    if not report.dry_run and not report.is_done:
        raise SystemExit(TROUBLE)


def _lines(report: "Report") -> str:
    would = "It stands in" if report.dry_run else "It was erased from"
    lines = [f"{would}:"] if report.places or report.files else ["Nothing was found."]
    lines += [f"  {count:>7,}  {place}" for place, count in sorted(report.places.items())]
    if report.files:
        lines.append(f"  {report.files:>7,}  files of the tree, by their name")
    return "\n".join(lines if report.dry_run else [*lines, *_afterwards(report)])


def _afterwards(report: "Report") -> list[str]:
    size = f"{report.searched_files:,} files ({report.searched_bytes / 1e6:.1f} MB)"
    lines = [f"A search of {size} in the newsroom's folder finds it {'no more' if not report.left else 'still in'}."]
    lines += [f"  {count:>7,}  {path}" for path, count in sorted(report.left.items())]
    lines += [
        f"  Old pages may be left in {name}: stop “araz run” and call this again." for name in report.not_scrubbed
    ]
    return [*lines, "What this can't reach:", *(f"  {sentence}" for sentence in report.not_reached)]
