"""What was missed, made up or wrong, each with its sentence: what whoever improves a rule reads first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from civicspace.evaluation.corpus_scores import ReportResult
from civicspace.evaluation.measures import MEASURES
from civicspace.evaluation.outcomes import Outcome
from civicspace.evaluation.sentences import sentence_at

type What = Literal["missed", "spurious", "wrong"]

SENTENCE = 400
"""Characters of a sentence that are shown, around the item."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One item that is not right.

    Attributes: ``report``, ``measure`` (where it is counted), ``what`` (missed: gold's alone; spurious: found alone;
    wrong: on both sides and different), ``item`` (its words), ``start`` (its place in the report or None), ``gold`` and
    ``found`` (what each side says), ``rule`` (what made the found one), ``sentence``.
    """

    report: str
    measure: str
    what: What
    item: str
    start: int | None
    gold: str | None
    found: str | None
    rule: str | None
    sentence: str


def misses(results: Iterable[ReportResult]) -> list[Miss]:
    """All misses in the order of reports, measures and places; what a broader measure lists isn't listed again."""
    found = []
    order = {name: k for k, name in enumerate(MEASURES)}
    for result in results:
        own = [_miss(result, outcome) for outcome in result.outcomes if is_listed(outcome)]
        found += sorted(own, key=lambda miss: (order[miss.measure], miss.start if miss.start is not None else -1))
    return found


def is_listed(outcome: Outcome) -> bool:
    """Whether an outcome is a miss that is listed under its own measure."""
    if outcome.right:
        return False
    listed = MEASURES[outcome.measure].listed
    return listed == "all" or (listed == "pairs" and outcome.gold is not None and outcome.found is not None)


def _miss(result: ReportResult, outcome: Outcome) -> Miss:
    gold, found = outcome.gold, outcome.found
    side = gold or found
    if side is None:
        raise ValueError(f"{result.report}: an outcome of {outcome.measure} without sides")
    what: What = "wrong" if gold and found else "missed" if gold else "spurious"
    return Miss(
        result.report,
        outcome.measure,
        what,
        side.item,
        side.start,
        None if gold is None else gold.value,
        None if found is None else found.value,
        None if found is None else found.rule,
        sentence_of(result, side.start),
    )


def sentence_of(result: ReportResult, start: int | None) -> str:
    """The sentence around a place of a report on one line, cut where it is long; empty where there is no place."""
    if start is None:
        return ""
    place = sentence_at(result.sentences, start) or (start, min(start + SENTENCE, len(result.text)))
    begin, end = place
    if end - begin > SENTENCE:
        begin = max(begin, start - SENTENCE // 2)
        end = min(end, begin + SENTENCE)
    cut = result.text[begin:end]
    return " ".join(f"{'…' if begin > place[0] else ''}{cut}{'…' if end < place[1] else ''}".split())


def miss_line(miss: Miss) -> str:
    """A miss as one line: what, where, what each side says, the sentence.

    >>> miss_line(Miss("a", "dates.relaxed", "missed", "5 May", 3, "date 2018-05-05", None, None, "On 5 May."))
    'dates.relaxed missed: 5 May (at 3): gold date 2018-05-05 — On 5 May.'
    """
    sides = [f"{name} {value}" for name, value in (("gold", miss.gold), ("found", miss.found)) if value]
    rule = f", by {miss.rule}" if miss.rule else ""
    where = "" if miss.start is None else f" (at {miss.start})"
    sentence = f" — {miss.sentence}" if miss.sentence else ""
    return f"{miss.measure} {miss.what}: {miss.item}{where}: {'; '.join(sides)}{rule}{sentence}"
