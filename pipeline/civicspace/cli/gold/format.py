"""``civicspace gold format``: fill offsets, put gold in order and lay it out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from civicspace.cli.gold.choice import CORPUS, CorpusOption, IdsArgument, chosen, show_problems
from civicspace.cli.messages import say
from civicspace.cli.stopping import BAD_REPORTS, one_line_errors
from civicspace.corpus.folder import Corpus
from civicspace.errors import GoldError

if TYPE_CHECKING:
    from civicspace.gold.problems import Problem


def format_(
    ids: IdsArgument = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; name the files that would change and end with 1.")
    ] = False,
    follow: Annotated[
        bool,
        typer.Option("--follow", help="Where a text has changed, move spans to where their words stand now."),
    ] = False,
    corpus: CorpusOption = CORPUS,
) -> None:
    """Fill spans that are given by their words, put items in text order, lay the file out.

    A span may be written as {"text": "arrested"}; where the words stand more than once, with "occurrence": 2 or
    "within": "was arrested in Lomé". Only files that change are written. What is still wrong is printed, and ends the
    command with 1; a file in which a span has no place is left as it is.
    """
    changed = bad = 0
    with one_line_errors():
        folder = Corpus(corpus)
        files = chosen(folder, ids)
        for report_id in files:
            path = folder.gold(report_id)
            try:
                changes, left = _format(path, write=not check, follow=follow)
            except GoldError as error:
                changes, left = False, error.problems
            show_problems(left, report_id, ids)
            changed += changes
            bad += bool(left)
        verb = "would change" if check else "changed"
        say(f"{changed:,} of {len(files):,} files {verb}" + (f", {bad:,} with problems" if bad else ""))
    if bad or (check and changed):
        raise typer.Exit(BAD_REPORTS)


def _format(path: Path, *, write: bool, follow: bool) -> tuple[bool, list[Problem]]:
    """Format one file; gives back whether it changes, and what is still wrong in it; raises GoldError."""
    from civicspace.gold.formatting import format_gold
    from civicspace.gold.layout import gold_text
    from civicspace.gold.reading import gold_bytes, parse_hand_gold, report_text
    from civicspace.outputs.atomic import replace_files

    raw = gold_bytes(path)
    formatted = format_gold(parse_hand_gold(raw, path.stem), report_text(path), follow=follow)
    new = gold_text(formatted.gold).encode("utf-8")
    for line in formatted.moved:
        typer.echo(line)
    if new != raw:
        if write:
            replace_files(path.parent, {path.name: new})
        typer.echo(f"{'formatted' if write else 'would change'} {path}")
    return new != raw, formatted.problems
