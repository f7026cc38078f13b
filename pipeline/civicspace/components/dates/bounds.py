"""The calendar days that bound a value, its modifier taken into account."""

from __future__ import annotations

from datetime import timedelta

from civicspace.annotations import Modifier
from civicspace.components.dates.values import Period, month

_THIRDS = {"early": 0, "mid": 1, "late": 2}


def bounds(period: Period, modifier: Modifier | None) -> tuple[str, str]:
    """First and last day as YYYY-MM-DD. "early", "mid" and "late" leave the first, second or
    last third of the period: months of a year, else days.

    >>> from civicspace.components.dates.values import month
    >>> bounds(month(2018, 5), "late")
    ('2018-05-21', '2018-05-31')
    """
    if period.unit == "year" and modifier in _THIRDS:
        opening = 1 + 4 * _THIRDS[modifier]
        return month(period.first.year, opening).first.isoformat(), month(
            period.first.year, opening + 3
        ).last.isoformat()
    days = (period.last - period.first).days + 1
    third = days // 3
    first, last = period.first, period.last
    if third:
        if modifier == "early":
            last = first + timedelta(days=third - 1)
        elif modifier == "mid":
            first, last = first + timedelta(days=third), first + timedelta(days=2 * third - 1)
        elif modifier == "late":
            first += timedelta(days=2 * third)
    return first.isoformat(), last.isoformat()
