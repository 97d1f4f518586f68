"""`araz words`: the list of words that must never appear, sealed."""

import sys
from pathlib import Path
from typing import TextIO

import click
import msgspec

from araz.cli.place import folder_argument, json_option
from araz.cli.report import tell
from araz.cli.sentences import give_up, in_sentences
from araz.cli.with_desk import start_desk
from araz.leaks.secrets import SHORTEST
from araz.leaks.word_list import FILE, WordsSealed, opened, read_words, seal
from araz.server.newsroom import Newsroom, open_newsroom
from araz.server.proofreading import has_desk
from araz.server.word_list import given_passphrase, words_of


class Report(msgspec.Struct, kw_only=True):
    words: int
    short: int  # that are never searched, since they stand in half of all words


@click.group(name="words")
def command() -> None:
    """Seal, show and count the words that must never appear in any output.

    The list is one file of the newsroom, encrypted to a passphrase. “araz run” asks for it at its start, or takes it from
    the file that ARAZ_WORDS_KEY_FILE names; without it all else is searched for, and publishing goes on.
    """


@command.command(name="seal")
@click.argument("file", type=click.File(encoding="utf-8"))
@folder_argument
@json_option
@in_sentences
def seal_command(file: TextIO, folder: Path, as_json: bool) -> None:
    """Seal the words in FILE (one on each line; “-” reads the standard input) in place of the list so far.

    Delete FILE afterwards. Restart Araz: what is printed already is then searched for new words.
    """
    newsroom = open_newsroom(folder)
    words = read_words(file.read())
    try:
        passphrase = given_passphrase() or _new_passphrase()
        seal(newsroom.folder / FILE, words, passphrase)
    except WordsSealed as error:
        give_up(str(error))
    _note(newsroom)
    report = Report(words=len(words), short=sum(sum(map(str.isalnum, word)) < SHORTEST for word in words))
    lines = f"{report.words} words are sealed in {FILE}. Delete the file that they came from, and restart Araz."
    if report.short:
        lines += f"\n{report.short} of them have fewer than {SHORTEST} letters and will not be searched for."
    tell(report, lines, as_json=as_json)


@command.command()
@folder_argument
@in_sentences
def show(folder: Path) -> None:
    """Show the words, to change them: araz words show > list; araz words seal list."""
    newsroom = open_newsroom(folder)
    if not (newsroom.folder / FILE).exists():
        give_up("This newsroom has no list of words. “araz words seal FILE” makes one.")
    try:
        words = opened(newsroom.folder / FILE, given_passphrase() or _asked())
    except WordsSealed as error:
        give_up(str(error))
    for word in words:
        click.echo(word)


def opened_words(newsroom: Newsroom) -> tuple[str, ...] | None:
    """Open the list for a command that goes on without it; say so if nobody opens it."""
    try:
        words = words_of(newsroom, _asked)
    except WordsSealed as error:
        click.echo(str(error), err=True)
        words = None
    if words is None:
        click.echo("The list of words is not opened: words are not checked. All else is.", err=True)
    return words


def _asked() -> str:
    return str(
        click.prompt(
            "Passphrase of the list of words (empty: go on without it)",
            default="",
            hide_input=True,
            show_default=False,
            err=True,
        )
    )


def _new_passphrase() -> str:
    if not sys.stdin.isatty():
        raise WordsSealed(
            "There is no passphrase. Name a file that holds it in ARAZ_WORDS_KEY_FILE, or call this at a terminal."
        )
    return str(click.prompt("New passphrase of the list of words", hide_input=True, confirmation_prompt=True, err=True))


def _note(newsroom: Newsroom) -> None:
    """Note the change in the log of deeds, if there is a desk."""
    if has_desk(newsroom):
        start_desk(newsroom)
        from araz.desk import audit

        audit.note("words-changed")
