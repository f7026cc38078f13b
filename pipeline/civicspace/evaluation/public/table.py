"""The outcomes beside the peers' rows: for a terminal, as Markdown, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from civicspace import __version__
from civicspace.evaluation.public.catalogue import TaskName, peers
from civicspace.evaluation.public.crosscheck import TASKS, Outcome

if TYPE_CHECKING:
    from rich.console import RenderableType

OURS = "civicspace"
UNITS: dict[TaskName, str] = {
    "timex": "dates, F1",
    "quotes": "quotes, F1 at an overlap of 0.8",
    "events": "violation types of a document",
}
NOTE = (
    "Rows of civicspace are measured on parts that rules are tuned on, a peer's row on the part it names. Where these"
    " differ, the rows stand near each other; they are not comparable to the point."
)
_NONE = "-"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a corpus's table: who, the part it was measured on, its figures in the order of the measures."""

    system: str
    part: str
    figures: tuple[str, ...]


def title(outcome: Outcome) -> str:
    """What a corpus's table is called."""
    return f"{outcome.corpus.name}: {UNITS[outcome.corpus.task]}"


def rows(outcome: Outcome, limit: int | None = None) -> list[Row]:
    """The rows of a corpus that was measured: the program's own, then its peers'.

    limit: how many documents were taken at most; the program's row says so.
    """
    measures = TASKS[outcome.corpus.task].measures
    part = outcome.corpus.part if limit is None else f"{outcome.corpus.part}; first {outcome.documents} only"
    sides = [(OURS, part, outcome.figures)]
    sides += [(peer.system, peer.part, peer.figures) for peer in peers(outcome.corpus.id)]
    return [
        Row(system, part, tuple(f"{figures[m]:.1f}" if m in figures else _NONE for m in measures))
        for system, part, figures in sides
    ]


def caption(outcome: Outcome) -> str:
    """What was read, how many documents failed, and what it cost."""
    cost = outcome.cpu_per_1000_words
    spent = "" if cost is None else f", {cost:.3f} CPU seconds per 1,000 words"
    failed = f"{len(outcome.errors)} failed and count as found empty" if outcome.errors else "none failed"
    return f"{outcome.documents:,} documents ({failed}), {outcome.words:,} words{spent}"


def terminal(outcomes: Sequence[Outcome], limit: int | None = None) -> list[RenderableType]:
    """What rich prints: a table for each corpus, or a line that says why there is none; the note at the end."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    shown: list[RenderableType] = []
    for outcome in outcomes:
        if outcome.skipped is not None:
            shown.append(Text(f"{title(outcome)}: skipped: {outcome.skipped}\n"))
            continue
        table = Table(
            title=title(outcome),
            caption=caption(outcome),
            title_justify="left",
            caption_justify="left",
            box=box.SIMPLE,
            pad_edge=False,
        )
        table.add_column("system")
        table.add_column("measured on")
        for measure in TASKS[outcome.corpus.task].measures:
            table.add_column(measure, justify="right")
        for row in rows(outcome, limit):
            cells = [Text(cell) for cell in (row.system, row.part, *row.figures)]
            table.add_row(*cells, style="bold" if row.system == OURS else None)
        shown += [table, Text("")]
    return [*shown, Text(NOTE)]


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def markdown(outcomes: Sequence[Outcome], limit: int | None = None) -> str:
    """The tables as a page of Markdown, with the documents that failed under their corpus."""
    lines = ["# The stages on public corpora", "", NOTE, ""]
    for outcome in outcomes:
        lines += [f"## {title(outcome)}", ""]
        if outcome.skipped is not None:
            lines += [f"skipped: {outcome.skipped}", ""]
            continue
        measures = TASKS[outcome.corpus.task].measures
        lines += [_line(("system", "measured on", *measures)), "|---|---|" + "---:|" * len(measures)]
        lines += [_line((row.system, row.part, *row.figures)) for row in rows(outcome, limit)]
        lines += ["", caption(outcome), ""]
        lines += [f"- {error.report}: {error.message}" for error in outcome.errors]
        if outcome.errors:
            lines.append("")
    return "\n".join(lines)


def as_data(outcomes: Sequence[Outcome], limit: int | None = None) -> dict[str, Any]:
    """Everything of the tables as plain data, figures to two digits."""
    return {
        "civicspace": __version__,
        "note": NOTE,
        "limit": limit,
        "corpora": [_data(outcome) for outcome in outcomes],
    }


def _data(outcome: Outcome) -> dict[str, Any]:
    corpus, cost = outcome.corpus, outcome.cpu_per_1000_words
    return {
        "id": corpus.id,
        "name": corpus.name,
        "task": corpus.task,
        "measured_on": corpus.part,
        "skipped": outcome.skipped,
        "documents": outcome.documents,
        "words": outcome.words,
        "errors": [{"document": error.report, "message": error.message} for error in outcome.errors],
        "figures": {measure: round(value, 2) for measure, value in outcome.figures.items()},
        "cpu_seconds_per_1000_words": None if cost is None else round(cost, 4),
        "peers": [
            {"system": peer.system, "measured_on": peer.part, "figures": peer.figures} for peer in peers(corpus.id)
        ],
    }
