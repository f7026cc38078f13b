"""``civicspace evaluate``: measure a run's records against gold."""

from __future__ import annotations

import json
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from civicspace.cli.messages import say
from civicspace.cli.stopping import one_line_errors
from civicspace.cli.tables import print_tables
from civicspace.errors import CorpusError

if TYPE_CHECKING:
    from civicspace.corpus import Corpus, Part
    from civicspace.evaluation.corpus_scores import Evaluation


class Listed(StrEnum):
    """The parts of the corpus whose single items are listed."""

    DEV = "dev"
    TEST = "test"
    ALL = "all"
    NONE = "none"


def evaluate(  # noqa: PLR0917 - the options of the command
    records: Annotated[
        Path, typer.Argument(metavar="RECORDS", help='A reports.jsonl that "civicspace extract" wrote.')
    ] = Path("outputs/reports.jsonl"),
    corpus: Annotated[
        Path, typer.Option(metavar="DIR", help="The corpus: DIR/gold is measured against, DIR/split.json divides it.")
    ] = Path("corpus"),
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Where evaluation.json and evaluation.md go.")
    ] = Path("outputs"),
    against: Annotated[
        Path | None,
        typer.Option(metavar="OTHER.jsonl", help="Records of an earlier run: print what changed, item by item."),
    ] = None,
    misses: Annotated[
        Listed,
        typer.Option(
            help="Parts whose misses are listed; the test part's are left out, so that rules aren't written for them."
        ),
    ] = Listed.DEV,
    report: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Print one report's figures and misses (a test report's with --misses all)."),
    ] = None,
    floors: Annotated[
        Path | None,
        typer.Option("--raise-floors", metavar="FILE", help="Raise the floors in FILE to what is measured now."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Write the files, print no table.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print evaluation.json instead of tables.")] = False,
) -> None:
    """Measure records against the gold annotations of a corpus: precision, recall and F1 of every layer and type.

    Prints the tables, and writes evaluation.json and evaluation.md with each report's figures and every miss with its
    sentence. The rule of matching stands at the top of the page. Drafts of gold don't count.
    """
    with one_line_errors():
        from civicspace.corpus import Corpus

        place = Corpus(corpus)
        evaluation = _evaluated(records, place)
        data = _write(evaluation, output, _shown(misses))
        if as_json:
            typer.echo(json.dumps(data, ensure_ascii=False))
        elif report is not None:
            _print_report(evaluation, report, _shown(misses))
        elif not quiet and against is None:
            _print_tables(evaluation)
        if against is not None and not as_json:
            _print_changes(_evaluated(against, place), evaluation, _shown(misses))
        for note in evaluation.notes:
            say(f"note: {note}")
        if floors is not None:
            _raise(floors, evaluation)
        if not quiet:
            say(f"written: {output / 'evaluation.md'}, {output / 'evaluation.json'}")


def _shown(misses: Listed) -> list[Part]:
    from civicspace.corpus.folder import PARTS

    return [part for part in PARTS if misses in (Listed.ALL, part)]


def _evaluated(records: Path, corpus: Corpus) -> Evaluation:
    from civicspace.evaluation.corpus_scores import evaluate as measure
    from civicspace.evaluation.records import read_records
    from civicspace.gold.reading import reviewed_gold

    reviewed, drafts, without_text = reviewed_gold(corpus)
    if not reviewed:
        raise CorpusError(f"{corpus.gold_folder}: no reviewed gold in it: there is nothing to measure against")
    found = read_records(records, {gold.report for gold, _ in reviewed})
    evaluation = measure(reviewed, found, corpus.parts())
    evaluation.notes += [f"{report}: its gold is a draft, which doesn't count" for report in drafts]
    evaluation.notes += [f"{report}: has gold but no text in {corpus.reports}: left out" for report in without_text]
    return evaluation


def _write(evaluation: Evaluation, output: Path, shown: list[Part]) -> dict[str, Any]:
    """Write both files; gives what evaluation.json holds."""
    from civicspace.evaluation.page import page
    from civicspace.evaluation.result_json import result_data
    from civicspace.outputs.atomic import replace_files

    data = result_data(evaluation, shown)
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    markdown = page(evaluation, shown)
    replace_files(output, {"evaluation.json": text.encode("utf-8"), "evaluation.md": markdown.encode("utf-8")})
    return data


def _print_tables(evaluation: Evaluation) -> None:
    from civicspace.evaluation.tables import measures_table, reports_table, type_tables

    print_tables([measures_table(evaluation), *type_tables(evaluation), reports_table(evaluation)])


def _print_report(evaluation: Evaluation, report: str, shown: list[Part]) -> None:
    from civicspace.evaluation.corpus_scores import Evaluation
    from civicspace.evaluation.misses import miss_line, misses
    from civicspace.evaluation.tables import measures_table

    results = [result for result in evaluation.results if result.report == report]
    if not results:
        raise CorpusError(f"{report}: no report of that id has reviewed gold")
    print_tables([measures_table(Evaluation(results))])
    for miss in misses(results) if results[0].part in shown else ():
        typer.echo(miss_line(miss))


def _print_changes(before: Evaluation, after: Evaluation, shown: list[Part]) -> None:
    from civicspace.corpus.folder import PARTS
    from civicspace.evaluation.against import TURNS, change_line, changes
    from civicspace.evaluation.tables import change_table

    print_tables([change_table(before, after)])
    for part in PARTS:
        found = changes(before.of_part(part), after.of_part(part))
        counts = Counter(change.turn for change in found)
        typer.echo(f"{part}: " + ", ".join(f"{counts[turn]:,} {turn}" for turn in TURNS))
        for turn in TURNS if part in shown else ():
            for change in (c for c in found if c.turn == turn):
                typer.echo(f"  {change_line(change)}")


def _raise(path: Path, evaluation: Evaluation) -> None:
    from civicspace.evaluation.floors import floors_text, measured, raised, read_floors
    from civicspace.outputs.atomic import replace_files

    old = read_floors(path)
    new = raised(old, measured(evaluation, old))
    lifted = [
        f"{part} {name}: {old.get(part, {}).get(name, 0):.2f} -> {floor:.2f}"
        for part, table in new.items()
        for name, floor in table.items()
        if floor != old.get(part, {}).get(name)
    ]
    if lifted:
        replace_files(path.parent, {path.name: floors_text(new).encode("utf-8")})
    for line in lifted or ["no floor to raise"]:
        say(line)
