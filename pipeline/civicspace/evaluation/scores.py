"""Precision, recall and F1 from counts that add up over reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from civicspace.evaluation.outcomes import Outcome


@dataclass(slots=True)
class Score:
    """True positives and the sizes of both sides; precision, recall and F1 from them."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __iadd__(self, other: Score) -> Score:
        self.right += other.right
        self.found += other.found
        self.gold += other.gold
        return self

    @property
    def precision(self) -> float:
        """Share of what was found that is right (1 where nothing was found)."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of gold that was found (1 where gold is empty)."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall (1 where both sides are empty).

        >>> round(Score(right=3, found=4, gold=6).f1, 2)
        0.6
        """
        total = self.found + self.gold
        return 2 * self.right / total if total else 1.0


def scores(outcomes: Iterable[Outcome]) -> dict[str, Score]:
    """Measure -> Score, micro over all outcomes."""
    counted: dict[str, Score] = {}
    for outcome in outcomes:
        counted.setdefault(outcome.measure, Score()).__iadd__(
            Score(int(outcome.right), int(outcome.found is not None), int(outcome.gold is not None))
        )
    return counted


def scores_by_type(outcomes: Iterable[Outcome]) -> dict[str, dict[str, Score]]:
    """Measure -> type -> Score: gold counts under its type, what was found under its own, right where both agree."""
    counted: dict[str, dict[str, Score]] = {}
    for outcome in outcomes:
        types = counted.setdefault(outcome.measure, {})
        gold, found = outcome.gold, outcome.found
        if gold is not None:
            same = found is not None and found.type == gold.type
            types.setdefault(gold.type, Score()).__iadd__(Score(int(outcome.right and same), 0, 1))
        if found is not None:
            types.setdefault(found.type, Score()).__iadd__(Score(0, 1, 0))
    return {measure: dict(sorted(types.items())) for measure, types in counted.items()}


def total(parts: Iterable[Mapping[str, Score]]) -> dict[str, Score]:
    """The sum of several reports' Scores, measure by measure."""
    counted: dict[str, Score] = {}
    for part in parts:
        for measure, score in part.items():
            counted.setdefault(measure, Score()).__iadd__(score)
    return counted
