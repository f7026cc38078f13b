"""Dates told twice, side by side: "two days later, on 7 May", "on 7 May, two days later,".

What is counted takes its value from the date by name, which can't be miscounted.
"""

from __future__ import annotations

from civicspace.components.dates import values
from civicspace.components.dates.expressions import Anaphoric, CalendarDate, Expression, Shifted
from civicspace.components.dates.values import Period

_JOINTS = frozenset({",", "(", ", on", ", in", "– on", "—", "–", ", the"})
_ENDS = frozenset({",", ".", ";", ")", "", "–", "—"})
_UNITS = {"Y": "year", "M": "month", "W": "day", "D": "day", "TH": "day", "TM": "day", "TS": "day"}
_FINER = {"year": ("year", "month", "day", "time"), "month": ("month", "day", "time"), "day": ("day", "time")}


def counted_unit(meaning: Expression) -> str | None:
    """The unit that an expression counts from the story's date, or None for one that doesn't count.

    >>> counted_unit(Anaphoric("week", 1)), counted_unit(Anaphoric("month", 0))
    (None, 'month')
    """
    match meaning:
        case Shifted(length=length, origin="narrative", of=None) if length is not None:
            return _UNITS.get(length.finest)
        case Anaphoric(unit=unit) if unit in ("day", "month", "year"):
            return unit
    return None


def told_after(unit: str, gap: str, name: Expression, told: Period | None) -> Period | None:
    """The period of what is counted in a unit, by the name behind it, or None where that isn't the same date.

    gap: the text between the two. name: what stands behind. told: its period.
    """
    if told is None or gap.strip() not in _JOINTS or not isinstance(name, CalendarDate) or name.month is None:
        return None
    if unit == "year" and name.year is None:
        return None
    return values.enclosing(told.first, unit) if told.unit in _FINER[unit] else None


def told_before(meaning: Expression, gap: str, told: Period | None, behind: str) -> Period | None:
    """The period of what is counted, by the date before it, or None where that isn't the same date.

    gap: the text between the two. behind: the text that follows.
    """
    if not isinstance(meaning, Shifted) or told is None or gap.strip() != "," or behind.lstrip()[:1] not in _ENDS:
        return None
    unit = counted_unit(meaning)
    return values.enclosing(told.first, unit) if unit is not None and told.unit in _FINER[unit] else None
