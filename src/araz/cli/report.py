"""What a command tells at its end: a few lines for people, or JSON for programs."""

import click
import msgspec


def tell(report: msgspec.Struct, lines: str, *, as_json: bool) -> None:
    """Write the report as JSON, or the lines."""
    click.echo(msgspec.json.format(msgspec.json.encode(report), indent=2) if as_json else lines)
