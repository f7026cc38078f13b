"""Two runs over the same gold: which measures moved, and which items turned right or wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from civicspace.evaluation.corpus_scores import ReportResult
from civicspace.evaluation.measures import MEASURES
from civicspace.evaluation.misses import is_listed, sentence_of
from civicspace.evaluation.outcomes import Outcome, Side

type Turn = Literal["fixed", "broken", "differently wrong", "no longer made up", "newly made up"]
type _Key = tuple[str, str, str, int | None, str, int]

TURNS: tuple[Turn, ...] = ("fixed", "broken", "newly made up", "no longer made up", "differently wrong")


@dataclass(frozen=True, slots=True)
class Change:
    """One item that two runs treat differently.

    Attributes: ``report``, ``measure``, ``turn``, ``item``, ``start``, ``gold`` (what is right; None for what is made
    up), ``before`` and ``after`` (what each run says; None for nothing), ``sentence``.
    """

    report: str
    measure: str
    turn: Turn
    item: str
    start: int | None
    gold: str | None
    before: str | None
    after: str | None
    sentence: str


def changes(before: Iterable[ReportResult], after: Iterable[ReportResult]) -> list[Change]:
    """What changed from one run to the other, by report, measure and place.

    Items of gold are the same in both; an item that only the program has is the same where its measure, place, words
    and value are. Reports that only one of the two runs covers are left out.
    """
    earlier = {result.report: result for result in before}
    order = {name: k for k, name in enumerate(MEASURES)}
    found: list[Change] = []
    for result in after:
        if result.report in earlier:
            own = _of_report(earlier[result.report], result)
            found += sorted(own, key=lambda c: (order[c.measure], c.start if c.start is not None else -1, c.item))
    return found


def _keyed(outcomes: Iterable[Outcome], *, gold: bool) -> dict[_Key, Outcome]:
    """Outcomes by what makes their item the same in another run; a count tells apart those that share all of it."""
    keyed: dict[_Key, Outcome] = {}
    seen: Counter[tuple[str, str, str, int | None, str]] = Counter()
    for outcome in outcomes:
        if MEASURES[outcome.measure].listed == "none":
            continue
        side = outcome.gold if gold else outcome.found
        if side is None or (not gold and outcome.gold is not None):
            continue
        same = (outcome.measure, side.item, side.type, side.start, side.value)
        keyed[*same, seen[same]] = outcome
        seen[same] += 1
    return keyed


def _of_report(before: ReportResult, after: ReportResult) -> list[Change]:
    found: list[Change] = []

    def change(turn: Turn, measure: str, side: Side, values: tuple[str | None, str | None, str | None]) -> None:
        sentence = sentence_of(after, side.start)
        found.append(Change(after.report, measure, turn, side.item, side.start, *values, sentence))

    a, b = _keyed(before.outcomes, gold=True), _keyed(after.outcomes, gold=True)
    for key in {**a, **b}:
        one, other = a.get(key), b.get(key)
        turn = _turn(one, other)
        side = next((o.gold for o in (one, other) if o is not None), None)
        if turn is not None and side is not None:
            change(turn, key[0], side, (side.value, _value(one), _value(other)))
    a, b = _keyed(before.outcomes, gold=False), _keyed(after.outcomes, gold=False)
    for key in {**a, **b}:
        made, makes = a.get(key), b.get(key)
        if made is None and makes is not None and makes.found is not None and is_listed(makes):
            change("newly made up", key[0], makes.found, (None, None, makes.found.value))
        elif makes is None and made is not None and made.found is not None and is_listed(made):
            change("no longer made up", key[0], made.found, (None, made.found.value, None))
    return found


def _turn(before: Outcome | None, after: Outcome | None) -> Turn | None:
    """How an item of gold turned; a pair that one run alone has (a slot of an event it typed right) says nothing."""
    if before is None or after is None:
        return None
    if before.right != after.right:
        listed = is_listed(before if after.right else after)
        return ("fixed" if after.right else "broken") if listed else None
    if not after.right and _value(before) != _value(after) and (is_listed(before) or is_listed(after)):
        return "differently wrong"
    return None


def _value(outcome: Outcome | None) -> str | None:
    return outcome.found.value if outcome is not None and outcome.found is not None else None


def change_line(change: Change) -> str:
    """A change as one line: how it turned, where, what gold and each run say, the sentence.

    >>> change_line(Change("a", "dates.value", "fixed", "5 May", 3, "2018-05", "2017-05", "2018-05", "On 5 May."))
    'fixed: a dates.value 5 May (at 3): gold 2018-05; before 2017-05; after 2018-05 — On 5 May.'
    """
    says = (("gold", change.gold), ("before", change.before), ("after", change.after))
    sides = "; ".join(f"{name} {value}" for name, value in says if value is not None)
    where = "" if change.start is None else f" (at {change.start})"
    sentence = f" — {change.sentence}" if change.sentence else ""
    return f"{change.turn}: {change.report} {change.measure} {change.item}{where}: {sides}{sentence}"
