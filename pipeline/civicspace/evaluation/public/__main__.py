"""``python -m civicspace.evaluation.public DATA``: the stages on public corpora, beside what others reach."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from civicspace.cli.messages import error_text, say
from civicspace.cli.progress import progress
from civicspace.cli.stopping import one_line_errors
from civicspace.errors import ReportError
from civicspace.evaluation.public.catalogue import TaskName, corpora
from civicspace.evaluation.public.crosscheck import Outcome, Prepared, extractor, measure, prepare
from civicspace.evaluation.public.table import as_data, markdown, terminal
from civicspace.outputs.atomic import replace_files
from civicspace.outputs.json_text import run_text

_NARROW = 130


def crosscheck(  # noqa: PLR0917 - the options of the command
    data: Annotated[Path, typer.Argument(metavar="DATA", help="Folder with the corpora.")],
    tools: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder with their scorers.", show_default="tools beside DATA")
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Folder for corpora.json and corpora.md.")
    ] = Path("outputs"),
    only: Annotated[TaskName | None, typer.Option(help="Only this kind of corpus.")] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Only the first N documents of each corpus.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Run the stages on public corpora and print what they reach beside what others reach.

    What isn't there is left out with a word. A document that fails is named and counts as found empty.
    """
    with one_line_errors():
        chosen = [corpus for corpus in corpora() if only in (None, corpus.task)]
        ready = prepare(chosen, data, tools or data.resolve().parent / "tools", limit)
        outcomes = _run(ready, quiet=quiet)
        if any(outcome.skipped is None for outcome in outcomes):
            page = markdown(outcomes, limit).encode("utf-8")
            replace_files(output, {"corpora.json": run_text(as_data(outcomes, limit)), "corpora.md": page})
        else:
            say(f"nothing was measured; what {output} holds is as it was")
        _show(outcomes, limit)


def _run(ready: list[Prepared | Outcome], *, quiet: bool) -> list[Outcome]:
    """Every outcome, in order; the model is loaded only where there is something to run it on."""
    prepared = [corpus for corpus in ready if isinstance(corpus, Prepared)]
    if not prepared:
        return [corpus for corpus in ready if isinstance(corpus, Outcome)]
    from civicspace.pipelines import load_pipelines

    outcomes = []
    with ExitStack() as stack:
        bar = stack.enter_context(progress(lambda: sum(len(corpus.documents) for corpus in prepared), quiet=quiet))

        def done(document: str, error: ReportError | None) -> None:
            if error is not None:
                bar.say(error_text(error))
            bar.done(document)

        extract = extractor(load_pipelines())
        for corpus in ready:
            if isinstance(corpus, Prepared):
                if not quiet:
                    bar.say(f"{corpus.corpus.name}: {len(corpus.documents)} documents")
                outcomes.append(measure(corpus, extract, done))
            else:
                outcomes.append(corpus)
    return outcomes


def _show(outcomes: list[Outcome], limit: int | None) -> None:
    from rich.console import Console

    console = Console()
    if not console.is_terminal:
        console = Console(width=_NARROW)
    for part in terminal(outcomes, limit):
        console.print(part)


if __name__ == "__main__":
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command()(crosscheck)
    app()
