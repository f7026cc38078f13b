"""What the gold commands have in common: which corpus, which reports, how problems are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Annotated

import typer

from civicspace.cli.stopping import BAD_REPORTS
from civicspace.corpus.folder import Corpus
from civicspace.errors import CorpusError, GoldError

CORPUS = Path("corpus")
_FIRST = 20
CorpusOption = Annotated[
    Path, typer.Option("--corpus", metavar="DIR", help="The corpus; gold stands in DIR/gold, texts in DIR/reports.")
]
IdsArgument = Annotated[
    list[str] | None, typer.Argument(metavar="ID", help="Reports by their ids; all that have gold if left out.")
]
IdArgument = Annotated[str, typer.Argument(metavar="ID", help="The report's id.")]


def chosen(corpus: Corpus, ids: Sequence[str] | None) -> list[str]:
    """The reports to work on: those named, else all that have gold.

    Raises CorpusError for an id without gold, with the most similar id that has some.
    """
    known = corpus.gold_ids()
    if not ids:
        if not known:
            raise CorpusError(f"{corpus.gold_folder}: no gold in it; say where it is with --corpus")
        return known
    for report_id in ids:
        if report_id not in known:
            raise CorpusError(f"{report_id}: {corpus.gold_folder} has no gold for it{_meant(report_id, known)}")
    return list(dict.fromkeys(ids))


def _meant(report_id: str, known: Sequence[str]) -> str:
    from civicspace.gold.problems import closest_word

    name = PurePath(report_id).stem
    closest = name if name in known else closest_word(name, known)
    return f': did you mean "{closest}"?' if closest else ""


def show_problems(problems: Sequence[object], report_id: str, ids: Sequence[str] | None) -> None:
    """Print a report's problems, one a line: all of them where reports were named, else the first ones."""
    shown = problems if ids else problems[:_FIRST]
    for problem in shown:
        typer.echo(str(problem))
    if len(shown) < len(problems):
        rest = len(problems) - len(shown)
        typer.echo(f'{report_id}: {rest:,} more: run "civicspace gold check {report_id}" to see them all')


@contextmanager
def shown_problems() -> Iterator[None]:
    """Print the problems of gold that is wrong, and end with the exit status for that."""
    try:
        yield
    except GoldError as error:
        for problem in error.problems:
            typer.echo(str(problem))
        raise typer.Exit(BAD_REPORTS) from error
