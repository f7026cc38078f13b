"""Values of dates told by their distance: from the reference day, from the narrative, from an event."""

from __future__ import annotations

from datetime import date, timedelta

from civicspace.annotations import Anchor, TimexKind
from civicspace.components.dates import values
from civicspace.components.dates.anchoring import Anchors
from civicspace.components.dates.expressions import MonthDay, NearWeekday, Shifted
from civicspace.components.dates.periods import Periods
from civicspace.components.dates.readings import Resolved, Setting, Spoken
from civicspace.components.dates.values import Period

_DAY = timedelta(days=1)
_FORTNIGHT = 14
# Units that count from a day told in the same sentence, even one told in passing.
_FINE = frozenset({"day", "time", "week", "month"})
# Units that "that month" and "that year" can be the month and year of.
_HOLDING = {"month": _FINE, "year": _FINE | {"season", "quarter", "half", "year"}}
_WITHIN_SENTENCE = frozenset({"day", "night", "week", "weekend", "fortnight", "month"})


class Distances:
    """Counts from the anchors of the moment. Methods raise ValueError or OverflowError for days that the
    calendar lacks."""

    def __init__(self, anchors: Anchors) -> None:
        self._at = anchors
        self._periods = Periods(anchors)

    def deictic(self, unit: str, offset: int, spoken: Spoken | None = None) -> Resolved:
        """A period counted from the reference day, in a quotation from the day it was spoken on."""
        reference = spoken.on if spoken else self._at.reference
        anchor: Anchor = "narrative" if spoken else "published"
        if spoken is None and unit in ("week", "month", "year") and self._at.moment != reference:
            reference, anchor = self._at.moment, self._at.source
        if reference is None:
            return Resolved("date", anchor=anchor)
        return Resolved("date", values.neighbour(reference, unit, offset), anchor)

    def anaphoric(self, unit: str, offset: int, pointing: bool = False) -> Resolved:
        """A period counted from the narrative's date; pointing: from the date told last, however it was told."""
        told = self._at.narrative
        if pointing and (last := self._at.mentioned) is not None and last.unit in _HOLDING.get(unit, ()):
            return Resolved("date", values.enclosing(last.first, unit), "narrative")
        if unit == "quarter" and (figures := self._at.sentence_period or self._at.reported) is not None:
            told = figures
        if self._at.sentence_day is not None and unit in _WITHIN_SENTENCE:
            told = self._at.sentence_day
        if told is None:
            if unit == "year":
                year, anchor = self._at.current_year()
                return Resolved("date", values.year(year + offset) if year else None, anchor)
            return (
                Resolved("date", anchor="narrative")
                if unit == "day" or self._at.reference is None
                else self.deictic(unit, offset)
            )
        coarse = told.unit in ("month", "season", "quarter", "half", "year", "decade", "century")
        if unit in ("day", "night") and coarse:
            return Resolved("date", told if told.unit == "month" else None, self._at.source)
        if unit in ("week", "weekend", "fortnight") and coarse:
            return Resolved("date", None, self._at.source)
        if unit in ("month", "quarter") and told.unit in ("year", "decade", "century"):
            return Resolved("date", None, self._at.source)
        start = told.last if offset > 0 else told.first
        return Resolved("date", values.neighbour(start, unit, offset), self._at.source)

    def current(self, unit: str, s: Setting) -> Resolved:
        """The period that "the year", "the month" mean here."""
        if unit == "year":
            year, anchor = self._at.current_year()
            return Resolved("date", values.year(year) if year else None, anchor)
        told = self._at.narrative
        if unit == "weekend" and (told is None or told.unit not in ("day", "time", "week")):
            reference = self._at.reference
            if reference is None:
                return Resolved("date", anchor="published")
            behind = reference.weekday() < 5 and not s.limit and s.direction not in ("future", "forward")
            return Resolved("date", values.weekend(reference - (7 if behind else 0) * _DAY), "published")
        if told is not None:
            if unit == "month" and told.unit in ("year", "decade", "century"):
                return Resolved("date", None, self._at.source)
            if unit in ("week", "day") and told.unit not in ("day", "time", "week"):
                return Resolved("date", told if told.unit == "month" else None, self._at.source)
            return Resolved("date", values.enclosing(told.first, unit), self._at.source)
        return self.deictic(unit, 0)

    def near(self, m: NearWeekday, s: Setting) -> Resolved:
        """A weekday or month beside the reference day or the narrative's date."""
        told, reference = self._at.narrative, self._at.reference
        narrative = m.narrative and told is not None
        start = told.first if narrative and told else reference
        anchor: Anchor = self._at.source if narrative else "published"
        if start is None:
            return Resolved("date", anchor=anchor)
        if m.month is not None:
            return Resolved("date", self._near_month(m.month, m.offset, start, narrative, s), anchor)
        weekday = m.weekday or 1
        if m.offset < 0:
            when = start - ((start.isoweekday() - weekday - 1) % 7 + 1) * _DAY
        elif m.offset > 0:
            when = start + ((weekday - start.isoweekday() - 1) % 7 + 1) * _DAY
        elif narrative:
            if told is not None and told.unit not in ("day", "time", "week", "interval"):
                return Resolved("date", None, anchor)
            back = (start.isoweekday() - weekday) % 7
            when = start - back * _DAY if back < 4 else start + (7 - back) * _DAY
        else:
            when = start + (weekday - start.isoweekday()) * _DAY
        return Resolved("date", values.day(when), anchor)

    @staticmethod
    def _near_month(number: int, offset: int, start: date, narrative: bool, s: Setting) -> Period:
        if offset < 0:
            return values.month(start.year - (number >= start.month), number)
        if offset > 0:
            return values.month(start.year + (number <= start.month), number)
        if not narrative:
            return values.month(start.year, number)
        return values.month(start.year - (number > start.month and s.direction != "future"), number)

    def shifted(self, m: Shifted) -> Resolved:
        """A length away from the reference day or the narrative's date."""
        anchor: Anchor = "published" if m.origin == "reference" else self._at.source
        if m.compared and m.length is not None and (past := self._periods.compared(m.length, m.sign)) is not None:
            return past
        told = self._at.sentence_day or self._at.narrative
        if m.origin == "reference":
            told = values.day(self._at.reference) if self._at.reference else None
        if told is None:
            return Resolved("date", anchor=anchor)
        if m.length is None:
            return Resolved("date", None, anchor)
        if m.length.within_a_day and told.unit in ("day", "time"):
            return Resolved("date", values.day(m.length.shift(told.first, m.sign)), anchor)
        if m.exact:
            return Resolved("date", values.day(m.length.shift(told.first, m.sign)), anchor)
        return Resolved("date", values.shifted(told, m.length, m.sign), anchor)

    def month_day(self, m: MonthDay) -> Resolved:
        """A day of the narrative's month, or the nth day of what is told."""
        told = self._at.narrative
        if told is None or told.unit in ("year", "decade", "century"):
            return Resolved("date", anchor=self._at.source)
        if m.counted:
            if len(self._at.listed) > 1:
                return Resolved(
                    "date", self._at.listed[m.day - 1] if m.day <= len(self._at.listed) else None, self._at.source
                )
            when = told.first + (m.day - 1) * _DAY if told.unit in ("day", "time", "interval") else None
            return Resolved("date", values.day(when) if when else None, self._at.source)
        if told.unit in ("day", "time") and m.day < told.first.day - _FORTNIGHT:
            following = values.month(told.first.year, told.first.month + 1).first.replace(day=m.day)
            if self._at.reference is None or following <= self._at.reference:
                return Resolved("date", values.day(following), self._at.source)
        return Resolved("date", values.day(told.first.replace(day=m.day)), self._at.source)


def from_event(m: Shifted, origin: Period | None, anchor: Anchor) -> Resolved:
    """The value of "two days after X" where X is dated ``origin``; unknown where it isn't."""
    kind: TimexKind = "time" if m.part else "date"
    if origin is None or m.length is None:
        return Resolved(kind, None, anchor)
    coarse = origin.unit not in ("day", "time", "week", "interval")
    if coarse and any(letter not in "YM" for letter, _ in m.length.amounts):
        return Resolved(kind, None, anchor)
    if m.week:
        return Resolved(kind, values.neighbour(origin.first, "week", m.sign), anchor)
    if m.length.within_a_day or (m.exact and not coarse):
        return Resolved(kind, values.day(m.length.shift(origin.first, m.sign)), anchor)
    return Resolved(kind, values.shifted(origin, m.length, m.sign), anchor)
