"""``civicspace add``: bring a report into the corpus."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from civicspace.cli.messages import error_text, say
from civicspace.cli.stopping import BAD_REPORTS, ended_by_termination, one_line_errors
from civicspace.errors import ReportError

if TYPE_CHECKING:
    from civicspace.corpus.folder import Corpus
    from civicspace.importing.imported import Imported
    from civicspace.report import Metadata

_STANDARD_INPUT = "-"
SHOWN_REPAIRS = 10


def add(  # noqa: PLR0917 - the options of the command
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="The report: .txt, .html, .docx or .pdf, or - for plain text on standard input."
        ),
    ],
    report_id: Annotated[
        str | None,
        typer.Option(
            "--id",
            help="The report's id. If left out: the name of a .txt file where it is fit for one (lower-case letters,"
            " digits, hyphens), else year and country, such as 2023-uganda.",
        ),
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
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Ask nothing; take what was inferred, unless it is doubtful.")
    ] = False,
) -> None:
    """Bring a report into the corpus: its text, what is known of it in a file beside it, and the file it came from.

    Writes reports/ID.txt and reports/ID.toml under the corpus, and for anything but plain UTF-8 the file itself and how
    its text was made to originals/. Nothing that is there is overwritten.

    What is not given is looked for in the file. On a terminal it is shown and asked about; elsewhere it is
    printed and left out, or taken with --yes. Relative dates ("last Tuesday") need the day of publication,
    and places are told apart by the country.
    """
    given = {
        "title": title,
        "published": published,
        "country": country,
        "source": source,
        "url": url,
        "language": language,
        "licence": licence,
    }
    with one_line_errors(), ended_by_termination():
        from civicspace.corpus.folder import Corpus

        try:
            _add(file, report_id, given, Corpus(corpus), yes=yes)
        except ReportError as error:
            say(error_text(error))
            raise typer.Exit(BAD_REPORTS) from error


def _add(file: str, report_id: str | None, given: dict[str, str | None], corpus: Corpus, *, yes: bool) -> None:
    from civicspace.cli.confirming import agreed, asked, contradictions, unattended
    from civicspace.corpus.adding import add_report, check_new, check_new_id
    from civicspace.importing.importer import best_claims, import_file
    from civicspace.reading.bad_input import BadInputError
    from civicspace.reading.metadata import check_metadata

    name = Path(file).stem if report_id is None and file != _STANDARD_INPUT else report_id or file
    try:
        checked = check_metadata(given)
        imported = import_file(_read(file), file)
    except BadInputError as problem:
        raise problem.of(name, file) from problem
    if report_id is not None:
        check_new_id(report_id, corpus, file)
    check_new(imported, corpus)
    _tell(imported)
    stated = {key: getattr(checked, key) for key in given}
    asking = not yes and file != _STANDARD_INPUT and _on_terminal()
    best = best_claims(imported.claims)
    choice = asked(stated, best) if asking else unattended(stated, best, take=yes)
    metadata = check_metadata(choice.values)
    for note in contradictions(imported, choice.values):
        typer.echo(f"note: {note}")
    chosen = report_id if report_id is not None else _id(imported, metadata, corpus, asking=asking)
    if asking:
        _summary(chosen, metadata)
        if not agreed("Add it?"):
            typer.echo("nothing was added")
            return
    _report(add_report(imported, chosen, metadata, choice.inferred, corpus), imported)


def _read(file: str) -> bytes:
    """All of a file, or as much of it as shows that it is too large."""
    from civicspace.importing.importer import MAX_FILE_BYTES
    from civicspace.reading.bad_input import unreadable

    if file == _STANDARD_INPUT:
        return sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    try:
        with Path(file).open("rb") as stream:
            return stream.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise unreadable(error) from error


def _on_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _tell(imported: Imported) -> None:
    """Print how the file was read and what was repaired."""
    words = len(imported.text.split())
    extractor = imported.extractor if imported.format != "txt" else None
    how = ", ".join(part for part in (imported.encoding, extractor) if part)
    typer.echo(f"read {imported.name}: {words:,} words ({how})")
    for note in imported.notes:
        typer.echo(f"note: {note}")
    for repair in imported.repairs[:SHOWN_REPAIRS]:
        typer.echo(f"repaired, line {repair.line}: {repair.before.strip()} -> {repair.after.strip()} ({repair.rule})")
    if len(imported.repairs) > SHOWN_REPAIRS:
        typer.echo(f"repaired: {len(imported.repairs) - SHOWN_REPAIRS:,} more, in the report's .import.json")


def _id(imported: Imported, metadata: Metadata, corpus: Corpus, *, asking: bool) -> str:
    """The id of a report that was given none."""
    from civicspace.cli.confirming import asked_id
    from civicspace.corpus.adding import check_new_id, is_taken
    from civicspace.corpus.suggested_id import is_fit, suggested_id, year_told
    from civicspace.importing.country_guess import country_name
    from civicspace.importing.importer import best_claims
    from civicspace.reading.report_id import id_of_file

    stem = "" if imported.name == _STANDARD_INPUT else id_of_file(Path(imported.name))
    if imported.format == "txt" and is_fit(stem):
        suggestion: str | None = stem
    else:
        best = {key: claim.value for key, claim in best_claims(imported.claims).items() if claim.trust != "doubtful"}
        country = metadata.country or best.get("country")
        title = metadata.title or best.get("title")
        suggestion = suggested_id(
            year_told(title, metadata.published or best.get("published"), imported.text),
            country_name(country) if country else None,
            title,
            stem,
            lambda name: is_taken(name, corpus),
        )
    if asking:
        return asked_id(suggestion, lambda name: _check_id(name, corpus, imported.name))
    if suggestion is None:
        raise ReportError(imported.name, "bad_id", "nothing to make an id of: give one with --id")
    check_new_id(suggestion, corpus, imported.name)
    typer.echo(f"id: {suggestion}")
    return suggestion


def _check_id(name: str, corpus: Corpus, file: str) -> None:
    from civicspace.corpus.adding import check_new_id
    from civicspace.reading.bad_input import BadInputError

    try:
        check_new_id(name, corpus, file)
    except ReportError as error:
        raise BadInputError(error.code, error.message) from error


def _summary(report_id: str, metadata: Metadata) -> None:
    typer.echo(f"\n  id: {report_id}")
    for key in metadata.__slots__:
        typer.echo(f"  {key}: {getattr(metadata, key) or 'not known'}")


def _report(written: list[Path], imported: Imported) -> None:
    """Print what was written and what to do next."""
    repairs = len(imported.repairs)
    mended = f", {repairs:,} repair{'' if repairs == 1 else 's'}" if repairs else ""
    typer.echo(f"added {written[0]} ({len(imported.text.split()):,} words{mended})")
    for path in written[1:]:
        typer.echo(f"      {path}")
    typer.echo("next: make (or civicspace extract) turns it into a record")
