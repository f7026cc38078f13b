"""Calendar values: periods with their EDTF, days that bound them, and arithmetic on them.

EDTF is ISO 8601-2 (levels 1 and 2: seasons 21-24, quarters 33-36, decade ``201X``, intervals ``a/b``).
Functions raise ValueError or OverflowError for days that the calendar lacks.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

type Unit = Literal[
    "time", "day", "week", "month", "season", "quarter", "half", "year", "decade", "century", "interval"
]

_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar: its EDTF, its first and last day, and the unit it is counted in."""

    edtf: str
    first: date
    last: date
    unit: Unit


def day(when: date) -> Period:
    """One day."""
    return Period(when.isoformat(), when, when, "day")


def at_time(when: date, hour: int, minute: int) -> Period:
    """A time of day; EDTF wants the seconds.

    >>> at_time(date(2018, 5, 14), 19, 0).edtf
    '2018-05-14T19:00:00'
    """
    if hour == 24 and minute == 0:
        return at_time(when + timedelta(days=1), 0, 0)
    if not (0 <= hour < 24 and 0 <= minute < 60):
        raise ValueError(f"no time of day: {hour}:{minute}")
    return Period(f"{when.isoformat()}T{hour:02d}:{minute:02d}:00", when, when, "time")


def week(when: date) -> Period:
    """The week, Monday to Sunday, that a day is in, as an interval of days.

    >>> week(date(2019, 10, 9)).edtf
    '2019-10-07/2019-10-13'
    """
    monday = when - timedelta(days=when.weekday())
    return replace(interval(day(monday), day(monday + timedelta(days=6))), unit="week")


def weekend(when: date) -> Period:
    """Saturday and Sunday of the week that a day is in."""
    saturday = when - timedelta(days=when.weekday()) + timedelta(days=5)
    return interval(day(saturday), day(saturday + timedelta(days=1)))


def month(year_number: int, number: int) -> Period:
    """A month; numbers outside 1 to 12 count on into the neighbouring years.

    >>> month(2018, 0).edtf
    '2017-12'
    """
    carried, index = divmod(number - 1, 12)
    y, m = year_number + carried, index + 1
    first = date(y, m, 1)
    return Period(f"{y:04d}-{m:02d}", first, first.replace(day=calendar.monthrange(y, m)[1]), "month")


def year(number: int) -> Period:
    """A calendar year."""
    return Period(f"{number:04d}", date(number, 1, 1), date(number, 12, 31), "year")


def decade(first_year: int) -> Period:
    """Ten years from a year that ends in 0.

    >>> decade(1990).edtf
    '199X'
    """
    start = first_year // 10
    return Period(f"{start:03d}X", date(start * 10, 1, 1), date(start * 10 + 9, 12, 31), "decade")


def century(number: int) -> Period:
    """The nth century, by the years that share their first digits (the 19th is 18XX)."""
    start = number - 1
    return Period(f"{start:02d}XX", date(max(1, start * 100), 1, 1), date(start * 100 + 99, 12, 31), "century")


def season_start(code: int, southern: bool = False) -> int:
    """The month that a season begins in, by its EDTF code; south of the equator it lies half a year off.

    >>> season_start(22), season_start(22, southern=True)
    (6, 12)
    """
    start = _SEASON_STARTS[code]
    return (start + 5) % 12 + 1 if southern else start


def season(year_number: int, code: int, southern: bool = False) -> Period:
    """A season by its EDTF code, which tells the name and not the months; one that begins in December runs into the
    next year."""
    first = month(year_number, season_start(code, southern))
    return Period(f"{year_number:04d}-{code}", first.first, month(year_number, first.first.month + 2).last, "season")


def quarter(year_number: int, number: int) -> Period:
    """The nth quarter of a year, EDTF codes 33 to 36."""
    if not 1 <= number <= 4:
        raise ValueError(f"no quarter: {number}")
    first, last = month(year_number, number * 3 - 2), month(year_number, number * 3)
    return Period(f"{year_number:04d}-{32 + number}", first.first, last.last, "quarter")


def half(year_number: int, number: int) -> Period:
    """The first or second half of a year as an interval of months."""
    if number not in (1, 2):
        raise ValueError(f"no half: {number}")
    return replace(interval(month(year_number, number * 6 - 5), month(year_number, number * 6)), unit="half")


def interval(a: Period, b: Period) -> Period:
    """From the start of one period to the end of another; raises ValueError where it would run backwards."""
    left, right = a.edtf.split("/")[0], b.edtf.split("/")[-1]
    if a.first > b.last or a.first > b.first:
        raise ValueError(f"interval runs backwards: {left}/{right}")
    return Period(f"{left}/{right}", a.first, b.last, "interval")


def from_edtf(text: str) -> Period | None:
    """The period of a plain EDTF date (year, month, day, season, quarter, interval of those), or None.

    >>> from_edtf("2018-07").last.isoformat()
    '2018-07-31'
    """
    text = text.strip().rstrip("~?%")
    if "/" in text:
        a, b = (from_edtf(part) for part in text.split("/", 1))
        try:
            return interval(a, b) if a and b else None
        except ValueError:
            return None
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?", text, re.ASCII)
    if not found:
        return None
    y, m, d = (int(part) if part else 0 for part in found.groups())
    try:
        if d:
            return day(date(y, m, d))
        if m > 32:
            return quarter(y, m - 32)
        if m > 20:
            return season(y, m)
        return month(y, m) if found.group(2) and 1 <= m <= 12 else year(y) if not found.group(2) else None
    except (ValueError, KeyError):
        return None


def between(first: date, last: date) -> Period:
    """The period from one day to another, by the largest unit that fits: year, half, quarter, months, else days.

    >>> between(date(2017, 7, 1), date(2017, 9, 30)).edtf, between(date(2017, 1, 1), date(2017, 9, 30)).edtf
    ('2017-35', '2017-01/2017-09')
    """
    begun, ended = month(first.year, first.month), month(last.year, last.month)
    if first != begun.first or last != ended.last:
        return interval(day(first), day(last)) if first != last else day(first)
    match (last.year - first.year) * 12 + last.month - first.month + 1, first.month:
        case 12, 1:
            return year(first.year)
        case 6, 1 | 7:
            return half(first.year, first.month // 6 + 1)
        case 3, 1 | 4 | 7 | 10:
            return enclosing(first, "quarter")
        case 1, _:
            return begun
        case months, 1 if months % 12 == 0:
            return interval(year(first.year), year(last.year))
    return interval(begun, ended)


def years_on(period: Period, count: int) -> Period:
    """The same period some years on (negative: back), of the same unit.

    >>> years_on(quarter(2017, 3), -1).edtf, years_on(interval(month(2017, 1), month(2017, 9)), -1).edtf
    ('2016-35', '2016-01/2016-09')
    """
    start = months_on(period.first, 12 * count)
    match period.unit:
        case "day" | "time":
            return day(start)
        case "week":
            return week(start)
        case "season":
            code = int(period.edtf[-2:])
            return season(period.first.year + count, code, season_start(code) != period.first.month)
        case "half":
            return half(start.year, (start.month + 5) // 6)
        case "month" | "quarter" | "year" | "decade" | "century":
            return enclosing(start, period.unit)
    whole = period.last == month(period.last.year, period.last.month).last
    last = months_on(period.last, 12 * count)
    if whole:
        last = month(last.year, last.month).last
    left, right = (len(part) for part in period.edtf.split("/"))
    if left == right == 4:
        return interval(year(start.year), year(last.year))
    return between(start, last) if left == right == 7 else interval(day(start), day(last))


def months_on(when: date, count: int) -> date:
    """The same day of the month some months on, or the month's last day where it has no such day."""
    target = month(when.year, when.month + count)
    return target.first.replace(day=min(when.day, target.last.day))


def enclosing(when: date, unit: str) -> Period:
    """The period of a unit that a day is in. Raises ValueError for a unit that is no part of the calendar."""
    match unit:
        case "day" | "night":
            return day(when)
        case "week":
            return week(when)
        case "weekend":
            return weekend(when)
        case "month":
            return month(when.year, when.month)
        case "quarter":
            return quarter(when.year, (when.month + 2) // 3)
        case "year":
            return year(when.year)
        case "decade":
            return decade(when.year)
        case "century":
            return century(when.year // 100 + 1)
        case "fortnight":
            return interval(day(when), day(when + timedelta(days=13)))
    raise ValueError(f"no calendar unit: {unit}")


def neighbour(when: date, unit: str, count: int) -> Period:
    """The period of a unit some periods on (negative: back) from the one a day is in.

    >>> neighbour(date(2018, 1, 31), "month", -1).edtf
    '2017-12'
    """
    match unit:
        case "day" | "night":
            return day(when + timedelta(days=count))
        case "week" | "weekend":
            return enclosing(when + timedelta(weeks=count), unit)
        case "fortnight":
            return day(when + timedelta(weeks=2 * count))
        case "month":
            return month(when.year, when.month + count)
        case "quarter":
            return enclosing(months_on(when, 3 * count), "quarter")
        case "year":
            return year(when.year + count)
        case "decade":
            return decade(when.year + 10 * count)
        case "century":
            return century(when.year // 100 + 1 + count)
    raise ValueError(f"no calendar unit: {unit}")


@dataclass(frozen=True, slots=True)
class Length:
    """A measured stretch of time: amounts by ISO 8601 letter ("TH" is hours), in falling order."""

    amounts: tuple[tuple[str, Fraction], ...]

    @property
    def iso(self) -> str | None:
        """ISO 8601 duration, or None where an amount is no whole number.

        >>> Length((("Y", Fraction(2)), ("M", Fraction(6)))).iso
        'P2Y6M'
        """
        merged: dict[str, Fraction] = {}
        for letter, amount in self.amounts:
            merged[letter] = merged.get(letter, Fraction(0)) + amount
        if not merged or any(amount.denominator != 1 for amount in merged.values()):
            return None
        days = "".join(f"{merged[k]}{k}" for k in "YMWD" if k in merged)
        clock = "".join(f"{merged['T' + k]}{k}" for k in "HMS" if "T" + k in merged)
        return f"P{days}" + (f"T{clock}" if clock else "")

    @property
    def finest(self) -> str:
        """The letter of its smallest unit."""
        return min((letter for letter, _ in self.amounts), key=_ORDER.index)

    @property
    def within_a_day(self) -> bool:
        """True where it is told in hours or less."""
        return all(letter.startswith("T") for letter, _ in self.amounts)

    def shift(self, when: date, sign: int) -> date:
        """The day this far after (1) or before (-1) a day; less than a day is left out."""
        for letter, amount in self.amounts:
            count = int(amount) * sign
            if letter in "YM":
                when = months_on(when, count * (12 if letter == "Y" else 1))
            elif letter in "WD":
                when += timedelta(days=count * (7 if letter == "W" else 1))
            elif letter == "TH":
                when += timedelta(days=int(amount // 24) * sign)
        return when


_ORDER = ("TS", "TM", "TH", "D", "W", "M", "Y")


def shifted(start: Period, length: Length, sign: int) -> Period:
    """The period some time after or before another, as exact as both: years give a year, months a month, days a day.

    A shift by days from a month or year stays in that month or year: nothing finer is known.

    >>> shifted(day(date(2016, 10, 18)), Length((("Y", Fraction(2)),)), -1).edtf
    '2014'
    """
    finest = length.finest
    when = length.shift(start.first, sign)
    if start.unit == "quarter" and finest == "M":
        return enclosing(when, "quarter")
    if start.unit in ("month", "season", "quarter") and finest in ("Y", "M"):
        return month(when.year, when.month) if start.unit == "month" else year(when.year)
    if start.unit in ("year", "half", "decade", "century"):
        return year(when.year) if finest in ("Y", "M") else start
    if finest == "Y":
        return year(when.year)
    if finest == "M":
        return month(when.year, when.month)
    if start.unit == "month":
        return start
    if start.unit in ("interval", "week") and sign > 0:
        when = length.shift(start.last, sign)
    return day(when)
