"""A time of day and the day or time beside it: "8 p.m." and "on 2 July", "the early hours" and "of that night"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from civicspace.components.dates.expressions import CalendarDate, DayTime, Expression, Named, OfYear, Span

_BEFORE_DAY = ((), ("of",), ("on",), (",",), (",", "on"))
_BEHIND_DAY = ((), ("at",), (",",), (",", "at"), ("in",))


def joined(
    x: Expression, y: Expression, gap: tuple[str, ...], is_day: Callable[[Expression], bool]
) -> Expression | None:
    """What two neighbours mean together where one is a time of day; None where they don't go together.

    gap: the lower-cased lexemes between them; is_day: whether an expression may be a single day.
    """
    if isinstance(x, DayTime):
        return _behind_time(x, y, gap, is_day)
    if isinstance(y, DayTime):
        if is_day(x) and not isinstance(x, Named) and y.of is None and y.which == "bare" and gap in _BEHIND_DAY:
            return replace(y, of=x)
        return None
    if not isinstance(x, Span) or not isinstance(x.first, DayTime) or not isinstance(x.last, DayTime):
        return None
    if x.last.of is not None or not is_day(y) or gap not in _BEFORE_DAY:
        return None
    return Span(replace(x.first, of=y), replace(x.last, of=y))


def _behind_time(
    x: DayTime, y: Expression, gap: tuple[str, ...], is_day: Callable[[Expression], bool]
) -> Expression | None:
    days = is_day(y) or (isinstance(y, Span) and is_day(y.first)) or (isinstance(y, OfYear) and is_day(y.date))
    if days and x.of is None and x.which == "bare" and gap in _BEFORE_DAY:
        return replace(x, of=y)
    if is_day(y) and isinstance(x.of, CalendarDate) and x.of.month is None and gap == ("of",):
        return replace(x, of=y)  # "Sunday dawn of 25 June"
    if not isinstance(y, DayTime) or x.of is not None:
        return None
    if x.hour is not None and y.part and gap in ((), ("on",)):
        return replace(y, hour=x.hour, minute=x.minute)
    told = y.of is not None or y.which in ("that", "this", "last")
    return y if x.hour is None and x.which == "bare" and told and gap == ("of",) else None
