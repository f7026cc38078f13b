"""The program and its commands."""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

from civicspace import __version__
from civicspace.cli.add import add
from civicspace.cli.evaluate import evaluate
from civicspace.cli.extract import extract
from civicspace.cli.gold import gold
from civicspace.cli.schema import schema
from civicspace.cli.timex3 import timex3
from civicspace.cli.validate import validate

app = typer.Typer(
    name="civicspace",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 all went well, 1 some reports or records are bad, 2 nothing could be done"
    " (usage, model, configuration, output folder), 130 interrupted.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"civicspace {__version__}")
        raise typer.Exit


@app.callback()
def civicspace(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read reports on civic space; write one JSON record a report: entities, dates, quotes and events.

    To begin: civicspace extract report.txt --output outputs
    """


app.command(no_args_is_help=True)(extract)
app.command(no_args_is_help=True)(validate)
app.command()(schema)
app.command(no_args_is_help=True)(add)
app.add_typer(gold)
app.command(no_args_is_help=True)(timex3)
app.command()(evaluate)


def main() -> None:
    """Run the program with the arguments of the process; what it prints is UTF-8 on every system."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
