"""An evaluation as figures: precision, recall and F1 of every measure, for tables, floors and evaluation.json."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from civicspace.evaluation.chains import MEASURES as CHAIN_MEASURES
from civicspace.evaluation.chains import conll
from civicspace.evaluation.coreference import CoreferenceScores
from civicspace.evaluation.corpus_scores import ReportResult, coreference_total, micro, micro_by_type
from civicspace.evaluation.measures import MEASURES
from civicspace.evaluation.scores import Score

APPOSITION = "apposition"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure's result, as fractions.

    Attributes: ``precision``, ``recall`` (None where the measure has none), ``f1``, and the counts behind them where
    they are counts of items: ``right``, ``found``, ``gold``.
    """

    precision: float | None
    recall: float | None
    f1: float
    right: int | None = None
    found: int | None = None
    gold: int | None = None


type Figures = dict[str, Figure]


def _counted(score: Score) -> Figure:
    return Figure(score.precision, score.recall, score.f1, score.right, score.found, score.gold)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def figures(results: Sequence[ReportResult]) -> Figures:
    """Measure -> figure over all the reports given, in the order of tables; coreference where any gold has chains."""
    counted: Figures = {name: _counted(score) for name, score in micro(results).items()}
    coreference = coreference_total(results)
    if coreference is not None:
        counted |= _coreference(coreference)
    return {name: counted[name] for name in MEASURES if name in counted}


def _coreference(total: CoreferenceScores) -> Figures:
    found: Figures = {"coreference.conll": Figure(None, None, conll(total.chains))}
    for name in CHAIN_MEASURES:
        measure = total.chains[name]
        found[f"coreference.{name}"] = Figure(measure.precision, measure.recall, measure.f1)
    precision = _sum(score for form, score in total.precision.items() if form != APPOSITION).precision
    recall = _sum(total.recall.values()).recall
    found["coreference.resolution"] = Figure(precision, recall, _f1(precision, recall))
    return found


def _sum(scores: Iterable[Score]) -> Score:
    total = Score()
    for score in scores:
        total += score
    return total


def figures_by_type(results: Sequence[ReportResult]) -> dict[str, Figures]:
    """Measure -> type -> figure, over all the reports given."""
    by_type = micro_by_type(results)
    found = {
        measure: {name: _counted(score) for name, score in by_type[measure].items()}
        for measure in MEASURES
        if measure in by_type
    }
    coreference = coreference_total(results)
    if coreference is not None:
        found["coreference.resolution"] = _resolution_by_form(coreference)
    return found


def _resolution_by_form(total: CoreferenceScores) -> Figures:
    """Precision by the form of what was found, recall by the form of what gold has."""
    forms: Figures = {}
    for form in sorted({*total.precision, *total.recall}):
        found, gold = total.precision.get(form), total.recall.get(form)
        precision = None if found is None else found.precision
        recall = None if gold is None else gold.recall
        forms[form] = Figure(
            precision,
            recall,
            _f1(precision, recall) if precision is not None and recall is not None else 0.0,
            None,
            found.found if found else None,
            gold.gold if gold else None,
        )
    return forms
