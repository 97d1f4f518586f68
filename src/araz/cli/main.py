"""The `araz` command and its parts, each in a module of its own that is read only when it is called."""

from importlib import import_module
from importlib.metadata import version
from typing import Final

import click

from araz.server.logs import tell_faults_quietly

_COMMANDS: Final = {
    "new": "Make a newsroom in a new folder.",
    "run": "Run everything in one process: pages, desk, press.",
    "web": "Run only the two listeners.",
    "worker": "Run only the courier, the press and the deliveries.",
    "clock": "Run only the clock: scheduled stories, tidying.",
    "import": "Bring in what was written elsewhere.",
    "press": "Print what is new, or the whole paper anew.",
    "deliver": "Bring the printed pages to a place.",
    "erase": "Take a word, a picture or a story out of everything.",
    "proofread": "Search anything for what must not be printed, dead links, and sizes.",
    "words": "Seal and show the list of words that must never appear.",
    "verify": "Check the record and what it commits to.",
    "status": "Say how the newsroom does.",
    "keys": "Say who can open backups.",
    "backup": "Write a sealed backup.",
    "restore": "Bring a newsroom back from a backup.",
    "drill": "Try out that a backup brings everything back.",
    "upgrade": "Bring a newsroom to this version of Araz.",
    "account": "Make accounts and one-time sign-in links.",
}

_MODULES: Final = {"import": "importing"}  # a word that Python keeps for itself


class _Commands(click.Group):
    def list_commands(self, _context: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        module = _MODULES.get(name, name)
        command: click.Command = import_module(f"araz.cli.{module}").command
        return command

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("araz"), prog_name="araz")
def main() -> None:
    """Araz, newsroom software for papers whose readers are censored."""
    tell_faults_quietly()
