"""evaluation.json: all that an evaluation says, for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from civicspace.corpus.folder import PARTS, Part
from civicspace.evaluation import matching
from civicspace.evaluation.corpus_scores import Evaluation
from civicspace.evaluation.figures import Figure, Figures, figures, figures_by_type
from civicspace.evaluation.misses import misses

DIGITS = 4


def rule_of_matching() -> str:
    """The rule of matching, as it stands at the top of the module ``matching``."""
    return (matching.__doc__ or "").split("THE RULE OF MATCHING\n", 1)[1]


def result_data(evaluation: Evaluation, shown: Sequence[Part]) -> dict[str, Any]:
    """The evaluation as JSON data: rule, versions, figures of each part (micro, by type) and report, misses.

    shown: the parts whose misses are listed; those of the others are counted alone, so that nobody who writes rules
    reads them by accident.
    """
    return {
        "rule_of_matching": rule_of_matching(),
        "pipeline": dict(evaluation.versions),
        "notes": evaluation.notes,
        "parts": {
            part: {
                "reports": len(results),
                "measures": _rounded(figures(results)),
                "types": {measure: _rounded(types) for measure, types in figures_by_type(results).items()},
                "misses": len(misses(results)),
            }
            for part in PARTS
            if (results := evaluation.of_part(part))
        },
        "reports": [
            {"report": result.report, "part": result.part, "measures": _rounded(figures([result]))}
            for result in evaluation.results
        ],
        "misses": [
            {"part": result.part, **asdict(miss)}
            for result in evaluation.results
            if result.part in shown
            for miss in misses([result])
        ],
    }


def _rounded(found: Figures) -> dict[str, dict[str, float | int | None]]:
    return {name: _plain(figure) for name, figure in found.items()}


def _plain(figure: Figure) -> dict[str, float | int | None]:
    values: Mapping[str, float | int | None] = asdict(figure)
    return {key: round(value, DIGITS) if isinstance(value, float) else value for key, value in values.items()}
