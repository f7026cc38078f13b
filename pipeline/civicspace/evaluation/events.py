"""Comparing events with gold: triggers, types, and what stands in the slots of typed pairs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from civicspace.evaluation.names import Names
from civicspace.evaluation.outcomes import Outcome, Side
from civicspace.evaluation.pairing import best_first, pair_spans, unpaired
from civicspace.gold.order import acts_of
from civicspace_schemas.base import Span
from civicspace_schemas.gold import Gold, GoldEvent

type Event = GoldEvent[Span]


def event_outcomes(gold: Gold, found: Gold, sentences: Sequence[tuple[int, int]]) -> list[Outcome]:
    """Outcomes of all measures of events; the rule stands at the top of ``matching``."""
    names = Names([*gold.entities, *found.entities])
    a, b = [_side(e, e.type) for e in gold.events], [_side(e, e.type) for e in found.events]
    pairs = pair_spans([e.trigger for e in gold.events], [e.trigger for e in found.events])
    outcomes = []
    missed, spurious = unpaired(pairs, len(a), len(b))
    for measure in ("events.strict", "events.trigger", "events.type"):
        outcomes += [Outcome(measure, a[k], None) for k in missed]
        outcomes += [Outcome(measure, None, b[k]) for k in spurious]
    for g, f in pairs:
        one, other = gold.events[g], found.events[f]
        typed = one.type == other.type
        exact = (one.trigger.start, one.trigger.end) == (other.trigger.start, other.trigger.end)
        outcomes += [
            Outcome("events.strict", a[g], b[f], typed and exact),
            Outcome("events.trigger", a[g], b[f], True),
            Outcome("events.type", a[g], b[f], typed),
        ]
        if typed:
            outcomes += _slots(one, other, names)
    outcomes += _in_sentences(gold.events, found.events, sentences)
    outcomes += _same_acts(gold.events, found.events, {f: g for g, f in pairs})
    return outcomes


def _side(event: Event, value: str) -> Side:
    return Side(f"{event.type} “{event.trigger.text}”", event.trigger.start, event.type, value, event.note)


def _slots(gold: Event, found: Event, names: Names) -> list[Outcome]:
    def both(measure: str, a: str | None, b: str | None, right: bool) -> Outcome:
        return Outcome(measure, _side(gold, a or "null"), _side(found, b or "null"), right)

    return [
        Outcome(
            "events.status",
            replace(_side(gold, gold.status), type=gold.status),
            replace(_side(found, found.status), type=found.status),
            gold.status == found.status,
        ),
        both("events.date", gold.date, found.date, gold.date == found.date),
        both("events.source", gold.source, found.source, names.agree(gold.source, found.source)),
        *_fillers("events.agents", _sides(gold, gold.agents), _sides(found, found.agents), names),
        *_fillers("events.targets", _sides(gold, gold.targets), _sides(found, found.targets), names),
        *_fillers("events.place", _sides(gold, [gold.place]), _sides(found, [found.place]), names),
        *_fillers("events.counts", _sides(gold, _counts(gold)), _sides(found, _counts(found)), None),
    ]


def _sides(event: Event, values: Sequence[str | None]) -> list[Side]:
    return [_side(event, value) for value in values if value is not None]


def _counts(event: Event) -> list[str]:
    return [f"{what} {'many' if value is None else value}" for what, value in event.counts.items()]


def _fillers(measure: str, gold: Sequence[Side], found: Sequence[Side], names: Names | None) -> list[Outcome]:
    """Outcomes of a slot that takes several values; they match when names agree, or when equal where names is None."""
    pairs = best_first(
        [
            ((1.0,), g, f)
            for g, a in enumerate(gold)
            for f, b in enumerate(found)
            if (a.value == b.value if names is None else names.agree(a.value, b.value))
        ]
    )
    missed, spurious = unpaired(pairs, len(gold), len(found))
    return [
        *(Outcome(measure, gold[g], found[f], True) for g, f in pairs),
        *(Outcome(measure, gold[k], None) for k in missed),
        *(Outcome(measure, None, found[k]) for k in spurious),
    ]


def _in_sentences(gold: Sequence[Event], found: Sequence[Event], sentences: Sequence[tuple[int, int]]) -> list[Outcome]:
    starts = [start for start, _ in sentences]

    def by_sentence(events: Sequence[Event]) -> dict[tuple[int, str], Side]:
        sides: dict[tuple[int, str], Side] = {}
        for event in events:
            key = (bisect_right(starts, event.trigger.start), event.type)
            sides.setdefault(key, _side(event, event.type))
        return sides

    a, b = by_sentence(gold), by_sentence(found)
    return [Outcome("events.sentence_type", a.get(key), b.get(key), key in a and key in b) for key in sorted({*a, *b})]


def _same_acts(gold: Sequence[Event], found: Sequence[Event], to_gold: Mapping[int, int]) -> list[Outcome]:
    a = _linked(gold, {k: k for k in range(len(gold))})
    b = _linked(found, to_gold)

    def side(pair: tuple[int, int], events: Sequence[Event]) -> Side:
        first, later = events[pair[0]], events[pair[1]]
        return _side(later, f"same act as “{first.trigger.text}” at {first.trigger.start}")

    return [
        Outcome(
            "events.same_as",
            side(pair, gold) if pair in a else None,
            side(b[pair], found) if pair in b else None,
            pair in a and pair in b,
        )
        for pair in sorted({*a, *b})
    ]


def _linked(events: Sequence[Event], to_gold: Mapping[int, int]) -> dict[tuple[int, int], tuple[int, int]]:
    """Pairs of gold positions that same_as puts together -> the positions of the events themselves."""
    groups: dict[int, list[int]] = {}
    for k, act in enumerate(acts_of(events)):
        if k in to_gold:
            groups.setdefault(act, []).append(k)
    return {
        (to_gold[x], to_gold[y]): (x, y)
        for group in groups.values()
        for x in group
        for y in group
        if to_gold[x] < to_gold[y]
    }
