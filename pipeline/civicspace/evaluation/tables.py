"""The tables of an evaluation as rows of text, for the terminal and the Markdown page alike."""

from __future__ import annotations

from dataclasses import dataclass

from civicspace.corpus import Part
from civicspace.corpus.folder import PARTS
from civicspace.evaluation.corpus_scores import Evaluation
from civicspace.evaluation.figures import Figure, Figures, figures, figures_by_type
from civicspace.evaluation.measures import MEASURES

BY_TYPE = (
    ("entities.relaxed", "entities.strict"),
    ("dates.value", "dates.strict"),
    ("quotes.relaxed", "quotes.strict"),
    ("events.type", "events.strict"),
    ("events.status", None),
)
"""Measures that are broken down by type, each with the stricter one whose F1 stands beside it."""

PER_REPORT = {
    "entities.relaxed": "entities",
    "dates.strict": "extent",
    "dates.value": "value",
    "quotes.relaxed": "quotes",
    "quotes.attributed": "attrib.",
    "events.type": "type",
    "events.status": "status*",
    "events.date": "date*",
    "events.place": "place",
    "events.agents": "agents",
    "events.targets": "targets",
    "events.counts": "counts",
}
"""Measures of a report's line, each with its column's head."""


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of text: ``title``, ``heads``, ``rows``; the first ``left`` columns hold words, the others numbers."""

    title: str
    heads: tuple[str, ...]
    rows: list[tuple[str, ...]]
    left: int = 1


def percent(value: float | None) -> str:
    """A fraction as a percentage with one decimal, without its sign.

    >>> percent(0.8725), percent(None)
    ('87.2', '')
    """
    return "" if value is None else f"{100 * value:.1f}"


def _prf(figure: Figure | None, accuracy: bool = False) -> tuple[str, str, str]:
    if figure is None:
        return "", "", ""
    if accuracy:
        return "", "", percent(figure.f1)
    precision = None if figure.found == 0 else figure.precision
    recall = None if figure.gold == 0 else figure.recall
    return percent(precision), percent(recall), percent(figure.f1)


def parts_of(evaluation: Evaluation) -> list[Part]:
    """The parts that have reports."""
    return [part for part in PARTS if evaluation.of_part(part)]


def measures_table(evaluation: Evaluation) -> TextTable:
    """Every measure, micro over each part of the corpus; a share that is right stands in the F1 column with a star."""
    parts = parts_of(evaluation)
    by_part = {part: figures(evaluation.of_part(part)) for part in parts}
    rows = []
    for name, info in MEASURES.items():
        found = [by_part[part].get(name) for part in parts]
        if not any(found):
            continue
        star = "*" if info.kind == "accuracy" else ""
        cells = [cell for figure in found for cell in _prf(figure, bool(star))]
        counts = ["" if figure is None or figure.gold is None else f"{figure.gold:,}" for figure in found]
        rows.append((name + star, info.meaning, *cells, *counts))
    heads = [head for part in parts for head in (f"{part} P", f"{part} R", f"{part} F1")]
    counted = [f"{part} n" for part in parts]
    sizes = {part: len(evaluation.of_part(part)) for part in parts}
    reports = ", ".join(f"{n} {part} report{'' if n == 1 else 's'}" for part, n in sizes.items())
    title = f"Micro over {reports} (* share of matched pairs that is right; n: items in gold, or pairs)"
    return TextTable(title, ("measure", "what has to agree", *heads, *counted), rows, left=2)


def type_tables(evaluation: Evaluation) -> list[TextTable]:
    """For each layer, precision, recall and F1 of every type in each part, with the F1 of the stricter measure."""
    parts = parts_of(evaluation)
    by_part = {part: figures_by_type(evaluation.of_part(part)) for part in parts}
    tables = []
    for measure, strict in BY_TYPE:
        types = sorted({name for part in parts for name in by_part[part].get(measure, {})})
        heads = []
        for part in parts:
            heads += [f"{part} P", f"{part} R", f"{part} F1", *([f"{part} strict F1"] if strict else []), f"{part} n"]
        rows = []
        for name in types:
            cells: list[str] = []
            for part in parts:
                figure = by_part[part].get(measure, {}).get(name)
                cells += _prf(figure)
                if strict:
                    cells.append(_prf(by_part[part].get(strict, {}).get(name))[2])
                cells.append("" if figure is None else f"{figure.gold:,}")
            rows.append((name, *cells))
        tables.append(TextTable(f"{measure}, by {MEASURES[measure].types}", (MEASURES[measure].types, *heads), rows))
    return tables


def reports_table(evaluation: Evaluation) -> TextTable:
    """One line a report: F1 of the main measures."""
    rows = []
    for result in sorted(evaluation.results, key=lambda r: (PARTS.index(r.part), r.report)):
        own = figures([result])
        rows.append((result.report, result.part, *(percent(_f1(own, name)) for name in PER_REPORT)))
    title = "Each report, F1: entities, dates (extent, value), quotes (content, attributed), events (* share right)"
    return TextTable(title, ("report", "part", *PER_REPORT.values()), rows, left=2)


def _f1(own: Figures, name: str) -> float | None:
    return own[name].f1 if name in own else None


def change_table(before: Evaluation, after: Evaluation) -> TextTable:
    """F1 of every measure that two runs differ in, over the reports that both cover."""
    both = {r.report for r in before.results} & {r.report for r in after.results}
    rows: list[tuple[str, ...]] = []
    for part in PARTS:
        one = figures([r for r in before.of_part(part) if r.report in both])
        other = figures([r for r in after.of_part(part) if r.report in both])
        for name in MEASURES:
            if name in one and name in other and one[name] != other[name]:
                delta = 100 * (other[name].f1 - one[name].f1)
                rows.append((part, name, percent(one[name].f1), percent(other[name].f1), f"{delta:+.1f}"))
    return TextTable("F1 before and after", ("part", "measure", "before", "after", "change"), rows, left=2)
