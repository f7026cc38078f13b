"""Values of the periods that figures are told by: quarters and halves, what is reported on and what it is compared
with, lengths that end with a date or make a part of a period."""

from __future__ import annotations

from datetime import date, timedelta

from civicspace.annotations import Anchor
from civicspace.components.dates import values
from civicspace.components.dates.anchoring import Anchors
from civicspace.components.dates.expressions import (
    Anaphoric,
    CalendarDate,
    CalendarPart,
    Deictic,
    Ended,
    Expression,
    OfYear,
    PartOf,
    Reported,
    Shifted,
    Span,
)
from civicspace.components.dates.readings import Resolved, Setting
from civicspace.components.dates.values import Length, Period

_DAY = timedelta(days=1)
# A quarter that ended no longer ago is still ahead of its figures ("will report a loss for the third quarter").
_JUST_ENDED = timedelta(days=45)
_MONTHS: dict[str, int] = {"quarter": 3, "half": 6, "year": 12}
# Units that "the same period" can take up from the story where no figures have been told.
_STRETCHES = frozenset({"week", "month", "season", "quarter", "half", "year", "decade", "interval"})


class Periods:
    """Counts from the anchors of the moment. Methods raise ValueError or OverflowError for days that the
    calendar lacks."""

    def __init__(self, anchors: Anchors) -> None:
        self._at = anchors

    def part_of_year(self, m: CalendarPart, s: Setting) -> Resolved:
        """A quarter or half told without its year: the story's year, else the nearest that the verb allows."""
        make = values.quarter if m.kind == "quarter" else values.half
        at = self._at
        year: int | None
        anchor: Anchor
        if at.carried_year is not None or at.history or at.report_year is not None or at.reference is None:
            year, anchor = at.current_year()
            if at.carried_year is not None:
                year, anchor = at.carried_year, at.source
        else:
            beside = at.sentence_period
            if beside is not None and beside.unit in ("quarter", "half"):
                year, anchor = self._nearest(m, Setting("open"), beside.first), "narrative"
            else:
                year, anchor = self._nearest(m, s, at.reference), "published"
        if year is None:
            return Resolved("date", anchor=anchor)
        return Resolved("date", make(year + (m.offset or 0), m.number), anchor)

    @staticmethod
    def _nearest(m: CalendarPart, s: Setting, reference: date) -> int:
        make = values.quarter if m.kind == "quarter" else values.half
        near = [make(reference.year + k, m.number) for k in (-1, 0, 1)]
        if not s.attributive and s.direction == "future":
            near = [p for p in near if p.last >= reference - _JUST_ENDED]
        elif s.direction in ("past", "perfect"):
            near = [p for p in near if p.first <= reference]

        def distance(p: Period) -> timedelta:
            return max(p.first - reference, reference - p.last, timedelta(0))

        return min(near, key=distance).first.year

    def reported(self, m: Reported) -> Resolved:
        """The period that the figures are on, or the one that they are compared with."""
        told, anchor = self._told(m.unit)
        if told is None:
            if m.year is not None:
                return Resolved("date", values.year(m.year))
            if m.years and m.unit == "period":
                year, anchor = self._at.current_year()
                return Resolved("date", values.year(year + m.years) if year else None, anchor)
            return Resolved("date", anchor=anchor)
        years = m.year - told.first.year if m.year is not None else m.years
        return Resolved("date", values.years_on(told, years) if years else told, anchor)

    def _told(self, unit: str) -> tuple[Period | None, Anchor]:
        at = self._at
        if unit in ("day", "week", "month"):
            told = at.narrative
            fits = told is not None and (
                told.unit in ("day", "time", unit) or (unit == "month" and told.unit == "week")
            )
            return (values.enclosing(told.first, unit) if told is not None and fits else None), at.source
        told = self._figures()
        if unit in _MONTHS:
            if told is not None and _in_months(told) == _MONTHS[unit]:
                return told, "narrative"
            if unit == "half" or at.reference is None:
                return None, "narrative"
            if unit == "quarter":
                return values.neighbour(at.reference, "quarter", -1), "published"
            year, anchor = at.current_year()
            return (values.year(year) if year else None), anchor
        if told is None and at.narrative is not None and at.narrative.unit in _STRETCHES:
            return at.narrative, at.source
        return told, "narrative"

    def _figures(self) -> Period | None:
        """The period that the sentence's figures are on, so far as its own words don't tell another."""
        at = self._at
        return at.sentence_period or (None if at.measured else at.reported)

    def ended(self, length: Length, last: Resolved) -> Resolved:
        """A length that ends with a date."""
        if last.period is None:
            return Resolved("date", anchor=last.anchor)
        end = last.period.last
        begin = length.shift(end + _DAY, -1)
        return Resolved("date", values.between(begin, end), last.anchor)

    def part_of(self, m: PartOf, of: Resolved) -> Resolved:
        """So much of a period from its start or up to its end; unknown where the period is no longer than that."""
        if of.period is None:
            return of
        first, last = of.period.first, of.period.last
        if m.closing:
            first = m.length.shift(last + _DAY, -1)
        else:
            last = m.length.shift(first, 1) - _DAY
        if not of.period.first <= first <= last <= of.period.last:
            return Resolved("date", anchor=of.anchor)
        return Resolved("date", values.between(first, last), of.anchor)

    def compared(self, length: Length, sign: int) -> Resolved | None:
        """What a figure is compared with: the period reported on, some whole years off; None where there is none."""
        told = self._figures()
        if told is None or any(letter != "Y" for letter, _ in length.amounts):
            return None
        return Resolved("date", values.years_on(told, sign * sum(int(n) for _, n in length.amounts)), "narrative")


def reports(meaning: Expression, period: Period) -> bool:
    """True for a period that figures are told of and compared: a quarter, half or month, "the year ended"."""
    match meaning:
        case CalendarPart(kind="quarter" | "half", offset=None) | Ended() | PartOf() | Deictic(unit="quarter"):
            return True
        case OfYear(date=date_of):
            return reports(date_of, period)
        case CalendarDate() | Span():
            return period.unit == "month" or (period.unit == "interval" and len(period.edtf) == 15)
    return False


def is_compared(meaning: Expression) -> bool:
    """True for what figures are compared with: the story doesn't move there."""
    match meaning:
        case Shifted(compared=compared) | Anaphoric(compared=compared):
            return compared
        case Reported(years=years, year=year):
            return years != 0 or year is not None
        case CalendarPart(kind="quarter" | "half", offset=offset):
            return offset is not None
    return False


def _in_months(period: Period) -> int | None:
    """How many whole months a period has, give or take a week ("the thirteen weeks to 29 September")."""
    return round((period.last - period.first + _DAY).days / 30.44) or None
