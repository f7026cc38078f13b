"""``civicspace gold draft``: a first draft of a report's gold from the program's output."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from civicspace.cli.gold.choice import CORPUS, CorpusOption, IdArgument
from civicspace.cli.messages import error_text, say
from civicspace.cli.stopping import BAD_REPORTS, one_line_errors
from civicspace.corpus.folder import Corpus
from civicspace.errors import CorpusError, ReportError

if TYPE_CHECKING:
    from civicspace.report import Report
    from civicspace_schemas.gold import Gold


def draft(
    report_id: IdArgument,
    force: Annotated[bool, typer.Option("--force", help="Replace an older draft; reviewed gold never.")] = False,
    corpus: CorpusOption = CORPUS,
) -> None:
    """Run the program on a report of the corpus and write what it finds as a draft of its gold.

    A draft counts for nothing until someone has read it against the report and marked it with "civicspace gold
    review". Gold made by reading alone is better: a draft leads its reader to miss what the program missed.
    """
    with one_line_errors():
        folder = Corpus(corpus)
        path = folder.gold(report_id)
        try:
            report = _report(folder.text(report_id))
        except ReportError as error:
            say(error_text(error))
            raise typer.Exit(BAD_REPORTS) from error
        replaced = _draft_there(path, force=force)
        gold = _drafted(report)
        _write(path, gold, replaced)
        counts = f"{len(gold.entities)} entities, {len(gold.dates)} dates, {len(gold.quotes)} quotes"
        typer.echo(f"drafted {path}: {counts}, {len(gold.events)} events")
        typer.echo(f'correct it by the annotation guide, then run "civicspace gold review {report_id} --by NAME"')


def _report(text: Path) -> Report:
    from civicspace.reading.inputs import read_file

    report = read_file(text)
    if isinstance(report, ReportError):
        raise report
    return report


def _draft_there(path: Path, *, force: bool) -> bytes | None:
    """The draft that may be replaced, or None where there is no file; raises CorpusError for a file to be kept."""
    from civicspace.gold.reading import gold_bytes
    from civicspace.gold.shape import read_shape

    if not path.exists():
        return None
    raw = gold_bytes(path)
    if not read_shape(raw, path.stem).draft:
        raise CorpusError(f"{path}: there is gold already, and it is no draft: it stays as it is")
    if not force:
        raise CorpusError(f"{path}: there is a draft already: correct it, or replace it with --force")
    return raw


def _drafted(report: Report) -> Gold:
    from civicspace.gold.drafting import draft_gold
    from civicspace.pipelines import load_pipelines
    from civicspace.record import build_record, versions_of

    pipelines = load_pipelines()
    doc = pipelines(report.text, published=report.metadata.published, country=report.metadata.country)
    record = build_record(doc, report, versions_of(pipelines))
    return draft_gold(json.loads(record.model_dump_json()), report.text)


def _write(path: Path, gold: Gold, replaced: bytes | None) -> None:
    """Write a new file, or over the draft that was read before the program ran, if nobody has changed it since."""
    from civicspace.gold.layout import gold_text
    from civicspace.outputs.atomic import AtomicFile

    path.parent.mkdir(parents=True, exist_ok=True)
    file = AtomicFile(path)
    try:
        file.write(gold_text(gold).encode("utf-8"))
        if replaced is None:
            file.place()
        elif path.read_bytes() == replaced:
            file.replace()
        else:
            raise CorpusError(f"{path}: changed while the program ran: it stays as it is")
    except FileExistsError as error:
        raise CorpusError(f"{path}: made while the program ran: it stays as it is") from error
    finally:
        file.discard()
