"""``civicspace add``: bring a report into the corpus."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from civicspace.cli.messages import error_text, say
from civicspace.cli.stopping import BAD_REPORTS, one_line_errors
from civicspace.errors import ReportError


def add(  # noqa: PLR0917 - the options of the command
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The report as plain text in UTF-8, or - for standard input.")
    ],
    report_id: Annotated[
        str | None, typer.Option("--id", help="The report's id; its file name without ending if left out.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Its title.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When it was published: 2018-07-31, 2018-07 or 2018.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="The country it is about: a code of two letters, such as KP.")
    ] = None,
    source: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was published.")] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help='Its language, such as "en".')] = None,
    licence: Annotated[str | None, typer.Option(help="The licence of its text.")] = None,
    corpus: Annotated[Path, typer.Option(metavar="DIR", help="The corpus; the report goes to DIR/reports.")] = Path(
        "corpus"
    ),
) -> None:
    """Bring a report into the corpus: its text as it is, and what is known of it in a file beside it.

    Writes reports/ID.txt and reports/ID.toml under the corpus and never overwrites one that is there. All but the
    text is optional, but relative dates ("last Tuesday") need --published, and places are told apart with --country.
    """
    values = {
        "title": title,
        "published": published,
        "country": country,
        "source": source,
        "url": url,
        "language": language,
        "licence": licence,
    }
    with one_line_errors():
        from civicspace.corpus.adding import add_report
        from civicspace.reading.report_id import id_of_file

        try:
            raw = _read(file)
            name = report_id if report_id is not None else "" if file == "-" else id_of_file(Path(file))
            path, report = add_report(raw, name, values, corpus, file)
        except ReportError as error:
            say(error_text(error))
            raise typer.Exit(BAD_REPORTS) from error
        typer.echo(f"added {path} ({len(report.text.split()):,} words)")


def _read(file: str) -> bytes:
    from civicspace.reading.bad_input import unreadable
    from civicspace.reading.text import MAX_BYTES

    if file == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(file).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise unreadable(error).of(file, file) from error
