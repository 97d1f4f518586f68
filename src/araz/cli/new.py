"""`araz new`: makes a newsroom."""

from pathlib import Path

import click

from araz.cli.sentences import in_sentences
from araz.language import LANGUAGES
from araz.server.making import making


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--sample", is_flag=True, help="With about fifty invented stories in five languages, to try Araz out.")
@click.option("--name", default="", help="The paper's name; without it that of the folder.")
@click.option(
    "--language", "languages", multiple=True, type=click.Choice(list(LANGUAGES)),
    help="A language of the paper; give it once for each, in their order. Without it: all.",
)  # fmt: skip
@click.option("--home", default="", help="The paper's address: https://paper.example.")
@click.option("--time-zone", default="UTC", show_default=True, help="Decides day and month of stories: Asia/Baku.")
@click.option("--database", default="sqlite", show_default=True, help="Or postgresql://user:password@host/name.")
@click.option("--quiet", is_flag=True, help="Say nothing unless something fails.")
@in_sentences
def command(
    folder: Path,
    sample: bool,
    name: str,
    languages: tuple[str, ...],
    quiet: bool,
    **settings: str,
) -> None:
    """Make a newsroom in FOLDER, which must be missing or empty.

    A run that was cut off leaves nothing in FOLDER; call it again.
    """
    if sample and (name or languages):
        raise click.UsageError("The sample has its own name and languages: leave out --name and --language.")

    def progress(line: str) -> None:
        if not quiet:
            click.echo(line, err=True)

    given = {key: value for key, value in settings.items() if value and (key, value) not in _USUAL}
    with making(folder, given) as newsroom:
        from araz.server.django_start import start_django

        start_django(newsroom)
        from araz.server.first_paper import make_paper, make_sample

        if sample:
            make_sample(newsroom, progress)
        else:
            make_paper(newsroom, name or folder.absolute().name, languages or tuple(LANGUAGES), progress)
    progress(
        f"The newsroom is ready. Start it with: araz run {folder} --welcome\n"
        f"Before anybody works in it, make a key for its backups, on a stick: araz keys make FILE {folder}"
    )


_USUAL = (("time_zone", "UTC"), ("database", "sqlite"))
