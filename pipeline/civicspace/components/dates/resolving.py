"""From meaning to calendar: each expression evaluated against the anchors of the moment it is read at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from civicspace.annotations import Anchor, TimexKind
from civicspace.components.dates import observances, values
from civicspace.components.dates.anchoring import Anchors
from civicspace.components.dates.distances import Distances, from_event
from civicspace.components.dates.exactness import too_fine
from civicspace.components.dates.expressions import (
    Anaphoric,
    CalendarDate,
    CalendarPart,
    CurrentYear,
    DayTime,
    Deictic,
    Ended,
    Expression,
    Instant,
    Measure,
    Modified,
    MonthDay,
    Named,
    NearWeekday,
    NthWeekday,
    NumericDate,
    OfYear,
    PartOf,
    Recurrence,
    Reported,
    Shifted,
    Span,
    Unplaced,
    WeekOf,
)
from civicspace.components.dates.leaning import weekday_ahead, yearless_ahead
from civicspace.components.dates.periods import Periods
from civicspace.components.dates.readings import Resolved, Setting
from civicspace.components.dates.tense import Direction
from civicspace.components.dates.values import Period
from civicspace.components.dates.vocabulary import Vocabulary

_UNKNOWN = Resolved("date")
_DAY = timedelta(days=1)
_HALF_A_YEAR = timedelta(days=182)


class Resolver:
    """Evaluates expressions. country: ISO alpha-2 of the report, for named days and seasons; or None."""

    def __init__(self, anchors: Anchors, words: Vocabulary, country: str | None) -> None:
        self._at = anchors
        self._words = words
        self._distances = Distances(anchors)
        self._periods = Periods(anchors)
        self._country = country
        self._southern = country in words.southern

    def resolve(self, meaning: Expression, setting: Setting) -> Resolved:
        """The expression's value; one that the calendar lacks is unknown."""
        try:
            resolved = self._resolve(meaning, setting)
        except (ValueError, OverflowError, KeyError):
            return Resolved("time" if isinstance(meaning, DayTime) else "date")
        period = resolved.period
        if period and resolved.anchor == "published" and too_fine(meaning, period.unit, self._at.known):
            return Resolved(resolved.kind, anchor="published")
        return resolved

    def _resolve(self, meaning: Expression, s: Setting) -> Resolved:
        match meaning:
            case Measure(length=length):
                return Resolved("duration", duration=length.iso if length else None)
            case Recurrence():
                return Resolved("set")
            case CalendarDate():
                return self._calendar(meaning, s)
            case NumericDate(first=first, second=second, year=year):
                if year is None:
                    return _UNKNOWN
                readings = sorted((date(year, second, first), date(year, first, second)))
                return Resolved("date", limits=(readings[0], readings[1]))
            case CalendarPart():
                return self._part(meaning, s)
            case Unplaced():
                return _UNKNOWN
            case Reported():
                return self._periods.reported(meaning)
            case Ended(length=length, last=last):
                return self._periods.ended(length, self._resolve(last, s))
            case PartOf(of=of):
                return self._periods.part_of(meaning, self._resolve(of, s))
            case Deictic(unit=unit, offset=offset):
                return self._distances.deictic(unit, offset, s.spoken)
            case Anaphoric(unit=unit, offset=offset, pointing=pointing):
                return self._distances.anaphoric(unit, offset, pointing)
            case CurrentYear(unit=unit):
                return self._distances.current(unit, s)
            case NearWeekday():
                return self._distances.near(meaning, s)
            case Shifted():
                return self._counted(meaning, s)
            case MonthDay():
                return self._distances.month_day(meaning)
            case NthWeekday():
                return self._nth(meaning, s)
            case DayTime():
                return self._time(meaning, s)
            case Named():
                return self._named(meaning, s)
            case OfYear():
                return self._of_year(meaning, s)
            case Modified(of=of, modifier=modifier):
                inner = self._resolve(of, s)
                return Resolved(inner.kind, inner.period, inner.anchor, modifier or inner.modifier, reason=inner.reason)
            case WeekOf(of=of):
                inner = self._resolve(of, s)
                period = values.week(inner.period.first) if inner.period else None
                return Resolved("date", period, inner.anchor)
            case Span():
                return self._span(meaning, s)
            case Instant(edtf=edtf):
                when = date.fromisoformat(edtf[:10])
                return Resolved("time", Period(edtf, when, when, "time"))

    def _anchor(self, direction: Direction = "past") -> Anchor:
        if self._at.carried_year is not None or (direction == "forward" and self._at.narrative is not None):
            return self._at.source
        return "published"

    def _calendar(self, m: CalendarDate, s: Setting) -> Resolved:
        if m.month is None and m.weekday is not None:
            return self._weekday(m.weekday, s)
        if m.month is None:
            return Resolved("date", values.year(m.year)) if m.year else _UNKNOWN
        anchor: Anchor = "explicit"
        year, reason = m.year, None
        if year is None:
            anchor = self._anchor(s.direction)
            year, reason = self._year_of(m.month, m.day, s)
            if reason is not None:
                anchor = "published"
            if year is not None and m.day and m.weekday:
                year = self._fitting_year(year, m)
        if year is None:
            return Resolved("date", anchor=anchor)
        period = values.day(date(year, m.month, m.day)) if m.day else values.month(year, m.month)
        return Resolved("date", period, anchor, reason=reason)

    def _year_of(self, month: int, day: int | None, s: Setting) -> tuple[int | None, str | None]:
        """The year of a month or day told without one; with the reason where the reference day decides."""
        reference = self._at.reference
        limit = s.limit and not s.attributive and s.direction in ("past", "perfect", "open")
        told_back = s.direction in ("past", "perfect") and not s.since and not s.attributive and self._at.far_back()
        direction: Direction = "forward" if limit else s.direction
        if told_back and not self._at.recounts:
            return self._at.year_for(month, day, "forward", s.since, s.limit), None
        if reference is None or self._at.recounts or (direction == "forward" and self._at.in_story()):
            return self._at.year_for(month, day, direction, s.since, s.limit), None
        back, ahead = self._at.nearest(month, day)
        if back[0] == ahead[0]:
            return back[0], None
        in_story = self._at.near_story(date(back[0], month, min(day or 15, 28)))
        lies_ahead, reason = yearless_ahead(s.leaning, back[1], ahead[1], in_story=in_story)
        return (ahead if lies_ahead else back)[0], reason

    @staticmethod
    def _fitting_year(year: int, m: CalendarDate) -> int:
        """The year near another in which the day falls on the weekday told with it."""
        for candidate in (year, year - 1, year + 1):
            if date(candidate, m.month or 1, m.day or 1).isoweekday() == m.weekday:
                return candidate
        return year

    def _weekday(self, weekday: int, s: Setting) -> Resolved:
        told = self._at.narrative
        if (
            (self._at.history or self._at.report_year is not None or self._at.reference is None)
            and told is not None
            and told.unit in ("day", "time", "week")
        ):
            ahead = (weekday - told.first.isoweekday()) % 7
            return Resolved("date", values.day(told.first + ahead * _DAY), "narrative")
        reference = self._at.reference
        if reference is None:
            return Resolved("date", anchor="published")
        back = (reference.isoweekday() - weekday) % 7
        if back == 0:
            return Resolved("date", values.day(reference), "published")
        ahead, reason = weekday_ahead(s.leaning, back, 7 - back)
        return Resolved(
            "date", values.day(reference + (7 - back if ahead else -back) * _DAY), "published", reason=reason
        )

    def _part(self, m: CalendarPart, s: Setting) -> Resolved:
        if m.kind == "decade":
            return Resolved("date", values.decade(m.year or 0))
        if m.kind == "century":
            return Resolved("date", values.century(m.number))
        anchor: Anchor = "explicit"
        year = m.year
        if year is None:
            anchor = self._anchor(s.direction)
            if m.kind == "season":
                if m.offset is None and not m.narrative and self._by_reference(s):
                    first = self._at.reference.year if self._at.reference else 0
                    years = range(first - 1, first + 2)
                    return self._nearer([values.season(y, m.number, self._southern) for y in years], s)
                if m.narrative and self._at.narrative is not None:
                    anchor = self._at.source
                year = self._season_year(values.season_start(m.number, self._southern), m.offset, m.narrative, s)
            else:
                return self._periods.part_of_year(m, s)
        if year is None:
            return Resolved("date", anchor=anchor)
        if m.kind == "season":
            return Resolved("date", values.season(year, m.number, self._southern), anchor)
        make = values.quarter if m.kind == "quarter" else values.half
        return Resolved("date", make(year, m.number), anchor)

    def _season_year(self, start: int, offset: int | None, narrative: bool, s: Setting) -> int | None:
        reference = self._at.reference
        if offset is None:
            if (
                reference is not None
                and s.direction in ("past", "perfect", "open")
                and self._at.carried_year is None
                and self._at.base is not None
            ):
                base = self._at.base
                return base.year if start <= base.month else base.year - 1
            return self._at.year_for(start, None, s.direction, s.since)
        reference = self._at.moment
        if narrative and self._at.narrative is not None:
            reference = self._at.narrative.first
        if reference is None:
            return None
        current = reference.year - (start == 12 and reference.month <= 2)
        if offset < 0:
            return current if start + 3 <= reference.month else current - 1
        if offset > 0:
            return current if reference.month < start else current + 1
        return current

    def _counted(self, m: Shifted, s: Setting) -> Resolved:
        if m.origin != "event":
            return self._distances.shifted(m)
        inner = self._resolve(m.of, s) if m.of is not None else None
        return from_event(m, inner.period if inner else None, inner.anchor if inner else "event")

    def _nth(self, m: NthWeekday, s: Setting) -> Resolved:
        of = self._resolve(m.of, s)
        if of.period is None:
            return of
        first, last = of.period.first, of.period.last
        if m.nth == 0:
            return Resolved("date", values.day(first + ((m.weekday or 1) - 1) * _DAY), of.anchor)
        if m.weekday == 0:
            when = last if m.nth < 0 else first + (m.nth - 1) * _DAY
            return Resolved("date", values.day(when), of.anchor)
        if m.weekday is None:
            start = last if m.nth < 0 else first
            saturday = observances.nth_weekday(start.year, start.month, 6, m.nth)
            return Resolved("date", values.weekend(saturday), of.anchor)
        start = last if m.nth < 0 else first
        return Resolved(
            "date", values.day(observances.nth_weekday(start.year, start.month, m.weekday, m.nth)), of.anchor
        )

    def _time(self, m: DayTime, s: Setting) -> Resolved:
        if m.of is not None:
            base = self._resolve(m.of, s)
            when, anchor = base.period, base.anchor
        elif m.which in ("this", "last"):
            back = m.which == "last" and m.part in ("night", "evening")
            reference = s.spoken.on if s.spoken else self._at.reference
            when, anchor = (
                (values.day(reference - back * _DAY) if reference else None),
                ("narrative" if s.spoken else "published"),
            )
        else:
            when, anchor = self._at.narrative, self._at.source
            if m.which == "bare" and self._at.sentence_day is not None:
                when = self._at.sentence_day
            if when is not None and when.unit in ("day", "time", "interval", "week"):
                offset = {"next": 1, "previous": -1}.get(m.which, 0)
                if m.which == "bare" and m.part in self._words.next_day and self._at.at_night:
                    offset = 1
                when = values.day((when.last if offset > 0 else when.first) + offset * _DAY)
        if when is not None and isinstance(m.of, Span):
            return Resolved("time", when, anchor)
        if when is None or when.unit not in ("day", "time"):
            return Resolved("time", None, anchor)
        if m.hour is None or m.around:
            return Resolved("time", values.day(when.first), anchor)
        return Resolved("time", values.at_time(when.first, m.hour, m.minute), anchor)

    def _named(self, m: Named, s: Setting) -> Resolved:
        if m.year is not None:
            return Resolved("date", observances.on(m.name, m.year, self._country))
        if self._by_reference(s):
            years = [self._at.reference.year + k for k in (-1, 0, 1)] if self._at.reference else []
            return self._nearer([p for y in years for p in observances.days(m.name, y, self._country)], s)
        base = self._at.base or (self._at.narrative.last if self._at.narrative else None)
        if self._at.history and self._at.carried_year is not None:
            base = date(self._at.carried_year, 12, 31)
        if base is None:
            return Resolved("date", anchor="published")
        years = [base.year + k for k in (-1, 0, 1)]
        days = [p for y in years for p in observances.days(m.name, y, self._country)]
        told = self._at.narrative
        anchor: Anchor = "published"
        if s.direction == "future" and self._at.reference:
            days = [p for p in days if p.last >= (self._at.reference or base)][:1]
        elif (s.direction == "forward" or self._at.carried_year) and told is not None:
            # In a history the year goes on: its own day is meant, even where the last year's is nearer.
            lead = _HALF_A_YEAR if self._at.history else timedelta()
            origin = told.last + lead / 2
            days = sorted(days, key=lambda p: (abs((p.first - origin).days), p.first < told.last))[:1]
            anchor = self._at.source
        else:
            days = [p for p in days if p.first <= base][-1:]
        return Resolved("date", days[0] if days else None, anchor)

    def _by_reference(self, s: Setting) -> bool:
        """True where the reference day and the evidence around tell the year of what is told without one."""
        if self._at.reference is None or self._at.recounts:
            return False
        return s.direction != "forward" or not self._at.in_story()

    def _nearer(self, periods: list[Period], s: Setting) -> Resolved:
        """Of the yearly returns of a named day or season, in order, the one behind or the one ahead."""
        reference = self._at.reference
        behind = [p for p in periods if reference and p.first <= reference]
        if not behind or reference is None:
            return Resolved("date", anchor="published")
        back = behind[-1]
        ahead = next((p for p in periods if p.first > reference), None)
        if ahead is None or reference <= back.last:
            return Resolved("date", back, "published")
        distances = (reference - back.last).days, (ahead.first - reference).days
        in_story = self._at.near_story(back.first)
        lies_ahead, reason = yearless_ahead(s.leaning, *distances, in_story=in_story)
        return Resolved("date", ahead if lies_ahead else back, "published", reason=reason)

    def _of_year(self, m: OfYear, s: Setting) -> Resolved:
        year = self._resolve(m.year, s)
        if year.period is None:
            return year
        number = year.period.first.year
        match m.date:
            case CalendarDate(month=month, day=day) if month:
                period = values.day(date(number, month, day)) if day else values.month(number, month)
                return Resolved("date", period, year.anchor)
            case CalendarPart(kind=kind, number=nth):
                return replace(self._resolve(CalendarPart(kind, nth, number), s), anchor=year.anchor)
            case Named(name=name):
                return Resolved("date", observances.on(name, number, self._country), year.anchor)
        return Resolved("date", anchor=year.anchor)

    def _span(self, m: Span, s: Setting) -> Resolved:
        last = self._resolve(m.last, s)
        first = self._resolve(m.first, s)
        if last.period is not None and isinstance(m.first, CalendarDate) and m.first.year is None and m.first.month:
            end = last.period.last
            year = end.year if (m.first.month, m.first.day or 1) <= (end.month, end.day) else end.year - 1
            first = self._resolve(CalendarDate(year, m.first.month, m.first.day), s)
        elif first.period is not None and isinstance(m.last, CalendarDate) and m.last.year is None and m.last.month:
            start = first.period.first
            year = start.year if (m.last.month, m.last.day or 31) >= (start.month, start.day) else start.year + 1
            last = self._resolve(CalendarDate(year, m.last.month, m.last.day), s)
        kind: TimexKind = "time" if isinstance(m.last, DayTime) else "date"
        if first.period is None or last.period is None:
            return Resolved(kind, None, last.anchor)
        if last.period.unit == "time" and last.period.edtf < first.period.edtf and isinstance(m.last, DayTime):
            return self._overnight(m, first.period, m.last)
        return Resolved(kind, values.interval(first.period, last.period), last.anchor)

    @staticmethod
    def _overnight(m: Span, first: Period, last: DayTime) -> Resolved:
        """Hours that pass midnight: they end the day after a day told with them; without one, they are a curfew's, of
        no day in particular."""
        told = isinstance(m.first, DayTime) and m.first.of is not None
        if not told or last.hour is None:
            return Resolved("time", None, "explicit")
        end = values.at_time(first.first + _DAY, last.hour, last.minute)
        return Resolved("time", values.interval(first, end), "explicit")
