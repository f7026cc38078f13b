"""``civicspace extract``: from reports to records."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from civicspace.cli.messages import error_text, say
from civicspace.cli.progress import progress
from civicspace.cli.stopping import BAD_REPORTS, ended_by_termination, one_line_errors, undisturbed
from civicspace.errors import OutputError, ReportError
from civicspace.model_files import DEFAULT_MODEL

if TYPE_CHECKING:
    from civicspace.batch.conversion import Converter
    from civicspace.outputs.folder import OutputFolder
    from civicspace.outputs.stream import OutputStream

_STANDARD_STREAM = "-"


def extract(  # noqa: PLR0917 - the options of the command
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="Folders of ID.txt (with ID.toml beside them for what is known of the report), text files, .jsonl"
            " files with a report on each line, or - for standard input.",
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="DIR|-", help="Folder for the results, or - for records on standard output."
        ),
    ],
    model: Annotated[
        str, typer.Option(metavar="NAME|PATH", help="spaCy model: an installed package or a folder.")
    ] = DEFAULT_MODEL,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the reports' texts out of the records.")] = False,
    json_lines: Annotated[
        bool, typer.Option("--jsonl", help="Standard input holds a report on each line, as a .jsonl file does.")
    ] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Make every record anew, also those that DIR holds.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress bar, notes or table; errors are still named.")
    ] = False,
    as_json: Annotated[
        bool,
        typer.Option(
            "--json", help="Print the summary as JSON on standard output (on standard error with --output -)."
        ),
    ] = False,
) -> None:
    """Read reports and write one record each, with tables of events, quotes, dates and entities.

    A text file needs nothing but its text. What is known of it may stand beside it in ID.toml, every key optional:
    title, published, country, source, url, language, licence. A line of a .jsonl file holds "id" and "text" and any
    of those keys.

    DIR gets reports.jsonl (one whole record a line), events.jsonl, quotes.jsonl, dates.jsonl and entities.jsonl (one
    row an item), errors.jsonl (reports that could not be read, each with its reason), run.json (versions, counts,
    seconds) and index.jsonl (where each report's lines stand). They replace those of an earlier run together, when
    the run is done; a stopped run changes nothing.

    What DIR holds of a report is kept, byte for byte, where its text, its metadata, the options, the model and
    civicspace with its lexicons are what they were: only new and changed reports are read again, and those that
    failed. Reports that are gone from the input leave DIR.

    One bad report costs no other one: the run ends with 1, and every other report's record is there. A folder without
    reports gives empty files and ends with 0.
    """
    from civicspace.batch.keys import Keys
    from civicspace.batch.program import program_fingerprint
    from civicspace.batch.run import Reuse, run_batch
    from civicspace.outputs.kept import EarlierRun
    from civicspace.reading.inputs import StandardInput, count_reports, read_inputs
    from civicspace.summary import run_facts

    begin = perf_counter()
    options = {"text": not no_text}
    to_folder = output != _STANDARD_STREAM
    loaded: list[Converter] = []

    def load() -> Converter:
        from civicspace.batch.conversion import Converter
        from civicspace.pipelines import load_pipelines

        loaded.append(Converter(load_pipelines(model), include_text=not no_text))
        return loaded[-1]

    with one_line_errors(), ended_by_termination():
        target = _open_output(output)
        try:
            earlier = EarlierRun(Path(output) if to_folder and not fresh else None)
            with earlier, progress(lambda: count_reports(inputs), quiet=quiet) as bar:

                def done(report: str, error: ReportError | None) -> None:
                    if error is not None:
                        bar.say(error_text(error))
                    bar.done(report)

                def note(line: str) -> None:
                    if not quiet:
                        bar.say(f"note: {line}")

                if _STANDARD_STREAM in inputs and sys.stdin.isatty():
                    note("reading from the terminal: end the report with Ctrl-D (Ctrl-Z and Enter on Windows)")
                stdin = StandardInput(sys.stdin.buffer, json_lines)
                keys = Keys(lambda: program_fingerprint(model), options)
                reuse = Reuse(keys, earlier.find) if to_folder else None
                tally = run_batch(read_inputs(inputs, stdin, note), load, target, done, reuse)
            versions = loaded[0].versions.model_dump() if loaded else earlier.versions
            facts = run_facts(tally, versions, options, perf_counter() - begin)
            with undisturbed():
                target.commit(facts)
        except BaseException:
            target.discard()
            raise
        _show(facts, quiet=quiet, as_json=as_json, to_stderr=not to_folder)
    if tally.errors:
        raise typer.Exit(BAD_REPORTS)


def _open_output(output: str) -> OutputFolder | OutputStream:
    from civicspace.outputs.folder import OutputFolder
    from civicspace.outputs.stream import OutputStream

    if output == _STANDARD_STREAM:
        return OutputStream(sys.stdout.buffer)
    path = Path(output)
    if path.suffix.lower() in (".json", ".jsonl") and not path.is_dir():
        raise OutputError(f"--output {output}: name a folder, or write records to a file with --output - > {output}")
    return OutputFolder(path)


def _show(facts: dict[str, Any], *, quiet: bool, as_json: bool, to_stderr: bool) -> None:
    from civicspace.summary import summary_table

    if as_json:
        line = json.dumps(facts, ensure_ascii=False)
        if to_stderr:
            say(line)
        else:
            typer.echo(line)
    elif not quiet:
        from rich.console import Console

        Console(stderr=True).print(summary_table(facts))
