"""The year that a history is in at each of its dates.

A history names a year and goes on with months and days; between them it looks back, looks ahead and quotes what was
found out long after. So the years are read together: of all ways to assign a year to each date the cheapest is taken,
where leaving a named year aside, going back and skipping months each have their price (a Viterbi search over years).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

# The most readings that are kept side by side.
_READINGS = 8
# What it costs to read a month that lies this many months before the last one in the same year, and in the next.
_BACK = (0.0, 0.1, 0.3, 0.5, 0.9, 1.0, 1.3, 1.6, 2.0, 2.0, 2.0, 2.0)
_ROLLED = (3.5, 2.5, 2.2, 1.8, 1.1, 0.9, 0.7, 0.5, 0.3, 0.3, 0.3, 0.3)
_ROLLED_FROM_YEAR = 2.5
_WRONG_WEEKDAY = 4.0
_OTHER_THAN_NAMED = 2.5


@dataclass(frozen=True, slots=True)
class Mention:
    """One date as far as the choice of a year goes.

    year, month, day, weekday: what it names. named: the year that its sentence has named before. shift: years from the
    story's year ("the following year" 1), or None. weight: how much speaks for the story being where the date is: an
    aside little, an opening of a sentence a lot. opens: it opens a sentence.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    named: int | None = None
    shift: int | None = None
    weight: float = 1.0
    opens: bool = False


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read the dates so far: its cost, the last month told in its year, the years by date, last first."""

    cost: float
    month: int | None
    years: tuple[int, _Reading | None]


def story_years(mentions: Sequence[Mention | None], latest: int) -> list[int | None]:
    """The year that the story is in at each mention, None before any year is named and where a mention is None.

    latest: the last year that it may be in.

    >>> told = [Mention(1916, 7), Mention(month=9), Mention(1905, weight=0.3), Mention(month=12), Mention(month=1)]
    >>> story_years(told, 2009)
    [1916, 1916, 1916, 1916, 1917]
    """
    readings: dict[int, _Reading] = {}
    spans: list[bool] = []
    for mention in mentions:
        if mention is None or not (readings or mention.year is not None):
            spans.append(False)
            continue
        spans.append(True)
        readings = _read(readings, mention, latest)
    best = min(readings.values(), key=lambda r: r.cost, default=None)
    found: list[int | None] = []
    for told in reversed(spans):
        if not told or best is None:
            found.append(None)
            continue
        year, before = best.years
        found.append(year)
        best = before
    return found[::-1]


def _read(readings: dict[int, _Reading], mention: Mention, latest: int) -> dict[int, _Reading]:
    """The readings after one more mention, by the year that they end in."""
    after: dict[int, _Reading] = {}

    def reach(year: int, cost: float, month: int | None, before: _Reading | None) -> None:
        if year <= latest and (year not in after or cost < after[year].cost):
            after[year] = _Reading(cost, month, (year, before))

    if mention.year is not None:
        if not readings:
            reach(mention.year, 0.0, mention.month, None)
        for year, reading in readings.items():
            if year != mention.year:
                reach(year, reading.cost + mention.weight, reading.month, reading)
            month = mention.month if mention.month or mention.opens else reading.month
            if year != mention.year:
                month = mention.month
            reach(mention.year, reading.cost + _moving(mention.year - year, mention.opens), month, reading)
    else:
        for year, reading in readings.items():
            if mention.shift is not None:
                reach(year, reading.cost + mention.weight, reading.month, reading)
                reach(year + mention.shift, reading.cost + 0.2, None, reading)
            elif mention.month is not None:
                same, rolled = _month_costs(reading.month, mention.month)
                for other, cost in ((year, same), (year + 1, rolled)):
                    priced = reading.cost + cost + _unfit(other, mention) + _apart(other, mention)
                    reach(other, priced, mention.month, reading)
    kept = sorted(after.items(), key=lambda item: (item[1].cost, item[0]))[:_READINGS]
    return dict(kept)


def _moving(years: int, opens: bool) -> float:
    """The cost of moving the story by some years."""
    if years == 0:
        return 0.0
    cost = 0.5 + 0.7 * math.log(years) if years > 0 else 1.5 + math.log(-years)
    return cost / 2 if opens else cost


def _month_costs(last: int | None, month: int) -> tuple[float, float]:
    """The costs of a month in the year of the last one, and in the next year."""
    if last is None:
        return 0.0, _ROLLED_FROM_YEAR
    back = max(0, last - month)
    return _BACK[back], _ROLLED[back]


def _unfit(year: int, mention: Mention) -> float:
    """The cost of a day that the year lacks, or that falls on another weekday in it."""
    if mention.month is None or mention.day is None:
        return 0.0
    try:
        weekday = date(year, mention.month, mention.day).isoweekday()
    except ValueError:
        return math.inf
    return _WRONG_WEEKDAY if mention.weekday and weekday != mention.weekday else 0.0


def _apart(year: int, mention: Mention) -> float:
    """The cost of another year than the one that the sentence names."""
    if mention.named is None or year == mention.named:
        return 0.0
    return _OTHER_THAN_NAMED / 2 if year == mention.named + 1 else _OTHER_THAN_NAMED
