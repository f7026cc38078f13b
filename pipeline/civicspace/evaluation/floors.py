"""Floors: the F1 that each measure must keep, in tests/floors.toml; they are raised, never lowered."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from civicspace.errors import CorpusError
from civicspace.evaluation.corpus_scores import Evaluation, ReportResult
from civicspace.evaluation.figures import figures
from civicspace.evaluation.tables import parts_of

MARGIN = 0.02
"""How far a floor stands below what was measured: another processor may round the model's numbers otherwise."""

type Floors = dict[str, dict[str, float]]

HEAD = """\
# The F1 (or share that is right) that each measure must keep against gold: over a part of the corpus, or in the report
# that a table is named after. The measures are those of civicspace.evaluation.matching. A test fails when one falls
# below its floor. "make floors" raises them to two points below what it measures and never lowers one.
"""


def read_floors(path: Path) -> Floors:
    """Part or report -> measure -> floor; empty where there is no file yet.

    Raises CorpusError for a file that is no TOML of numbers.
    """
    if not path.exists():
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return {part: {name: float(value) for name, value in table.items()} for part, table in tables.items()}
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise CorpusError(f"{path}: is no TOML of [part] and measure = floor: {error}") from error


def measured(evaluation: Evaluation, reports: Iterable[str] = ()) -> Floors:
    """Measure -> F1 of each part of the corpus, and of each of the reports that are named."""
    groups: dict[str, list[ReportResult]] = {part: evaluation.of_part(part) for part in parts_of(evaluation)}
    groups |= {name: [r for r in evaluation.results if r.report == name] for name in reports if name not in groups}
    return {name: {measure: figure.f1 for measure, figure in figures(own).items()} for name, own in groups.items()}


def raised(floors: Mapping[str, Mapping[str, float]], now: Mapping[str, Mapping[str, float]]) -> Floors:
    """Floors lifted to MARGIN below what is measured where that is higher; measures without a floor get one.

    >>> raised({"dev": {"a": 0.9, "b": 0.5}}, {"dev": {"a": 0.85, "b": 0.85, "c": 1.0}})
    {'dev': {'a': 0.9, 'b': 0.83, 'c': 0.98}}
    """
    parts = list(dict.fromkeys([*floors, *now]))
    return {
        part: {
            name: max(floors.get(part, {}).get(name, 0.0), _below(now.get(part, {}).get(name, 0.0)))
            for name in dict.fromkeys([*now.get(part, {}), *floors.get(part, {})])
        }
        for part in parts
    }


def _below(f1: float) -> float:
    """The floor for an F1, in whole hundredths."""
    return max(0.0, math.floor(100 * (f1 - MARGIN) + 1e-9) / 100)


def floors_text(floors: Mapping[str, Mapping[str, float]]) -> str:
    """The text of floors.toml."""
    tables = [
        f"\n[{part}]\n" + "".join(f'"{name}" = {floor:.2f}\n' for name, floor in table.items())
        for part, table in floors.items()
    ]
    return HEAD + "".join(tables)
