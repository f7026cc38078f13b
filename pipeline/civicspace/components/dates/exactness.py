"""What can't be told from a reference day that is itself known only to the month or year: nothing finer than that."""

from __future__ import annotations

from typing import Literal

from civicspace.annotations import Reference
from civicspace.components.dates import values
from civicspace.components.dates.expressions import (
    CalendarDate,
    DayTime,
    Deictic,
    Expression,
    Modified,
    NearWeekday,
    NthWeekday,
    Shifted,
    Span,
    WeekOf,
)

type Exactness = Literal["day", "month", "year"]

_FINER: dict[Exactness, frozenset[str]] = {
    "day": frozenset(),
    "month": frozenset({"day", "time", "week", "interval"}),
    "year": frozenset({"day", "time", "week", "interval", "month", "quarter", "half", "season"}),
}


def exactness(reference: Reference) -> Exactness:
    """How exactly the reference day is known.

    >>> exactness(Reference("2018-07-31", "2018-07", "inferred"))
    'month'
    """
    known = values.from_edtf(reference.published or "")
    unit = known.unit if known else None
    return "day" if unit in ("day", "time") else "month" if unit == "month" else "year"


def too_fine(meaning: Expression, unit: str, known: Exactness) -> bool:
    """True where an expression counts from the reference day in a unit finer than that is known to.

    unit: that of the expression's period.
    """
    if unit not in _FINER[known]:
        return False
    match meaning:
        case CalendarDate(year=None, month=None) | Deictic() | NearWeekday(month=None) | Shifted(origin="reference"):
            return True
        case DayTime(which="this" | "last", of=None):
            return True
        case Modified(of=inner) | WeekOf(of=inner) | DayTime(of=inner) | NthWeekday(of=inner) | Span(last=inner):
            return inner is not None and too_fine(inner, unit, known)
    return False
