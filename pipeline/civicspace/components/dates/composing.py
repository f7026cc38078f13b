"""Putting neighbouring expressions together: modifiers, times on days, relative years, ranges, shared years."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from civicspace.components.dates import times_of_day
from civicspace.components.dates.expressions import (
    Anaphoric,
    CalendarDate,
    CalendarPart,
    CurrentYear,
    DayTime,
    Deictic,
    Ended,
    Expression,
    Modified,
    MonthDay,
    Named,
    NearWeekday,
    NthWeekday,
    NumericDate,
    OfYear,
    PartOf,
    Reported,
    Shifted,
    Span,
    Unplaced,
    WeekOf,
)
from civicspace.components.dates.grammar import Atom
from civicspace.components.dates.lexemes import Lexemes
from civicspace.components.dates.neighbours import neighbours
from civicspace.components.dates.vocabulary import Vocabulary

_DATES = (
    CalendarDate,
    NumericDate,
    CalendarPart,
    Deictic,
    Anaphoric,
    CurrentYear,
    NearWeekday,
    Named,
    OfYear,
    Modified,
    NthWeekday,
    MonthDay,
    Reported,
    Ended,
    PartOf,
    Unplaced,
)
_DAY_OPENERS = frozenset(
    {"shortly", "just", "right", "soon", "immediately", "early", "late", "sometime", "hours", "minutes"}
)
_RANGE_WORDS = frozenset({"to", "until", "till", "through", "-", "–", "—", "‑"})
_DASHES = frozenset({"-", "–", "—", "‑"})


def is_date(meaning: Expression) -> bool:
    """True for a meaning that is a period of the calendar."""
    return isinstance(meaning, _DATES)


def is_day(meaning: Expression) -> bool:
    """True for a meaning that may be a single day."""
    match meaning:
        case CalendarDate(day=day, weekday=weekday):
            return day is not None or weekday is not None
        case Deictic(unit=unit) | Anaphoric(unit=unit):
            return unit == "day"
        case NearWeekday(weekday=weekday):
            return weekday is not None
        case OfYear(date=date):
            return is_day(date)
        case Named() | NthWeekday() | MonthDay() | NumericDate():
            return True
    return False


def _lacks_year(meaning: Expression) -> bool:
    match meaning:
        case CalendarDate(year=None, month=month):
            return month is not None
        case CalendarPart(year=None, kind="season" | "quarter" | "half", offset=None):
            return True
        case Named(year=None):
            return True
    return False


def _year_of(meaning: Expression) -> int | None:
    return meaning.year if isinstance(meaning, CalendarDate) else None


class Composer:
    """Merges atoms of one text. Made for each text; ``compose`` does the work."""

    def __init__(self, lexemes: Lexemes, words: Vocabulary) -> None:
        self._lexemes = lexemes
        self._lowers = lexemes.lowers
        self._words = words

    def compose(self, atoms: list[Atom]) -> list[Atom]:
        """Atoms in text order, merged where they make one expression."""
        merged: list[Atom] = []
        for atom in atoms:
            merged.append(self._prefixed(atom, merged[-1].beyond if merged else 0))
            while len(merged) > 1 and (joint := self._joined(merged[-2], merged[-1])) is not None:
                merged[-2:] = [joint]
                merged[-1] = self._prefixed(joint, merged[-2].beyond if len(merged) > 1 else 0)
        self._share_years(merged)
        ranged: list[Atom] = []
        for atom in merged:
            joint = self._ranged(ranged[-1], atom) if ranged else None
            if joint is not None:
                ranged[-1] = joint
            else:
                ranged.append(self._with_between(atom))
        self._explain_periods(ranged)
        return [self._roughly(atom) for atom in ranged]

    def _roughly(self, atom: Atom) -> Atom:
        """A clock time with the word before it that says how exact it is ("at about 2 a.m.")."""
        roughly = atom.first and self._lowers[atom.first - 1] in neighbours().roughly
        if roughly and isinstance(atom.meaning, DayTime) and atom.meaning.hour is not None:
            return self._grow(atom, atom.first - 1, atom.meaning)
        return atom

    def _gap(self, a: Atom, b: Atom) -> tuple[str, ...]:
        return tuple(self._lowers[a.beyond : b.first]) if b.first - a.beyond <= 3 else ("?",)

    def _grow(self, atom: Atom, first: int, meaning: Expression, rule: str | None = None) -> Atom:
        return replace(atom, first=first, start=self._lexemes.starts[first], meaning=meaning, rule=rule or atom.rule)

    def _prefixed(self, atom: Atom, floor: int) -> Atom:
        """The atom with the modifiers before it ("the end of", "early", "mid-", "the week of")."""
        lowers, words = self._lowers, self._words
        k = atom.first

        def word(distance: int) -> str:
            return lowers[k - distance] if k - distance >= floor else ""

        if isinstance(atom.meaning, Span) and [word(n) for n in (3, 2, 1)] == ["the", "weekend", "of"]:
            return self._grow(atom, k - 3, atom.meaning)
        if not is_date(atom.meaning):
            return atom
        if word(1) == "of" and word(2) in words.edges and not isinstance(atom.meaning, Modified):
            edge = word(2)
            first = k - 2
            if word(3) in ("very", "late", "early", "second", "latter", "tail") and word(4) == "the":
                first = k - 4
            elif word(3) in ("the", "a"):
                first = k - 3
            elif edge not in ("end", "start", "beginning", "close", "middle"):
                return atom
            return self._grow(atom, first, Modified(atom.meaning, words.edges[edge]))
        if (
            word(1) == "of"
            and word(2) in ("half", "part")
            and word(3) in words.portions
            and word(4) == "the"
            and not is_day(atom.meaning)
            and not isinstance(atom.meaning, Modified)
        ):
            return self._grow(atom, k - 4, Modified(atom.meaning, words.portions[word(3)]))
        if word(1) == "of" and word(2) == "week" and word(3) == "the" and is_day(atom.meaning):
            return self._grow(atom, k - 3, WeekOf(atom.meaning), "week-of")
        if (
            word(1) == "of"
            and word(2) in ("month", "year", "season", "day")
            and word(3) == "the"
            and isinstance(atom.meaning, CalendarDate)
        ):
            return self._grow(atom, k - 3, atom.meaning)
        if (
            word(1) == "of"
            and word(2) in ("all", "much", "most")
            and isinstance(atom.meaning, (CalendarDate, CalendarPart))
        ):
            whole = not is_day(atom.meaning) and self._lowers[atom.beyond : atom.beyond + 1] not in (["’s"], ["'s"])
            return self._grow(atom, k - 2, atom.meaning) if whole else atom
        if word(1) == "of" and word(2) in ("course", "rest", "remainder", "whole") and word(3) == "the":
            return self._grow(atom, k - 3, atom.meaning)
        between = 1 if word(1) in _DASHES or word(1) in ("in", "on") else 0
        part = word(1 + between)
        if part in words.parts:
            relative = isinstance(atom.meaning, (Deictic, Anaphoric, CurrentYear, NearWeekday))
            joined = lowers[k] if k < len(lowers) else ""
            if part in ("later", "earlier") and not (relative or word(1) in ("in", "on")):
                return atom
            if word(1) in _DASHES and part not in ("mid", "early", "late"):
                return atom
            if part == "middle" or (part in ("early", "late") and word(1) == "on" and not is_day(atom.meaning)):
                return atom
            if joined == "the" and between == 0 and part not in ("late", "early", "later", "earlier"):
                return atom
            first = k - 1 - between
            named = isinstance(atom.meaning, (CalendarPart, CalendarDate))
            if named and word(1) not in ("in", "on") and word(2 + between) == "the":
                first -= 1
            modifier = words.parts[part]
            if isinstance(atom.meaning, Modified):
                return atom
            return self._grow(atom, first, Modified(atom.meaning, modifier))
        return atom

    def _joined(self, a: Atom, b: Atom) -> Atom | None:
        gap = self._gap(a, b)
        merged = replace(a, end=b.end, beyond=b.beyond)
        x, y = a.meaning, b.meaning
        timed = times_of_day.joined(x, y, gap, is_day)
        if timed is not None:
            rule = a.rule if isinstance(timed, Span) else "time-of-day"
            return self._opened(replace(merged, meaning=timed, rule=rule))
        if (
            _lacks_year(x)
            and isinstance(y, (Deictic, Anaphoric))
            and y.unit == "year"
            and gap in ((), ("of",), (",",), ("in",))
        ):
            return replace(merged, meaning=OfYear(x, y), rule=f"{a.rule}.of-year")
        if (
            isinstance(x, Modified)
            and _lacks_year(x.of)
            and isinstance(y, (Deictic, Anaphoric))
            and y.unit == "year"
            and gap in ((), ("of",))
        ):
            return replace(merged, meaning=Modified(OfYear(x.of, y), x.modifier), rule=f"{a.rule}.of-year")
        if (
            isinstance(x, CalendarDate | CalendarPart)
            and x.year is None
            and isinstance(y, CalendarDate)
            and y.year is not None
            and y.year <= 0
            and gap in ((), ("of",), (",",))
        ):
            return replace(merged, meaning=replace(x, year=y.year))
        if isinstance(x, Named) and isinstance(y, CalendarDate) and y.year and y.month is None and gap in ((), (",",)):
            return replace(merged, meaning=replace(x, year=y.year))
        if (
            isinstance(x, CalendarDate)
            and x.weekday
            and x.month is None
            and isinstance(y, CalendarDate)
            and y.day
            and gap in ((",",), (), (",", "the"))
        ):
            return replace(merged, meaning=replace(y, weekday=x.weekday), rule=b.rule)
        if isinstance(x, Shifted) and x.takes_date and is_date(y) and gap in ((), ("the",)):
            return replace(merged, meaning=replace(x, of=y))
        if (
            isinstance(x, Shifted)
            and isinstance(x.of, Named)
            and isinstance(y, CalendarDate)
            and y.month is None
            and y.year
            and not gap
        ):
            return replace(merged, meaning=replace(x, of=replace(x.of, year=y.year)))
        if isinstance(x, NearWeekday) and x.weekday and isinstance(y, CalendarDate) and y.day and gap == (",",):
            return replace(merged, meaning=y, rule=b.rule)
        return None

    def _opened(self, atom: Atom) -> Atom:
        """A time of day with "shortly before" or "shortly after" taken in; before a time, the hour is another."""
        lowers, k = self._lowers, atom.first
        if (
            k >= 2
            and lowers[k - 1] in ("before", "after")
            and lowers[k - 2] in _DAY_OPENERS
            and isinstance(atom.meaning, DayTime)
        ):
            return self._grow(atom, k - 2, replace(atom.meaning, around=lowers[k - 1] == "before"))
        return atom

    def _share_years(self, atoms: list[Atom]) -> None:
        """Give the first members of a coordination the year of its last ("April and May 2017")."""
        for k in range(len(atoms) - 2, -1, -1):
            a, b = atoms[k], atoms[k + 1]
            x, y = a.meaning, b.meaning
            if (
                self._gap(a, b) in (("and",), ("or",), (",",), ("/",), (",", "and"), ("and", "in"), ("and", "on"))
                and isinstance(x, CalendarDate)
                and isinstance(y, CalendarDate)
                and _shares_year(x, y)
            ):
                a.meaning = replace(x, year=y.year)

    def _explain_periods(self, atoms: list[Atom]) -> None:
        """Give "the reporting period (January to June 2018)" the meaning of the date told beside it."""
        for a, b in pairwise(atoms):
            if (
                isinstance(a.meaning, Reported)
                and a.meaning == Reported("period")
                and isinstance(b.meaning, Span | CalendarDate | CalendarPart)
                and self._gap(a, b) in (("(",), (",",), (":",), (",", "from"))
            ):
                a.meaning = b.meaning

    def _ranged(self, a: Atom, b: Atom) -> Atom | None:
        gap = self._gap(a, b)
        if isinstance(a.meaning, DayTime) and isinstance(b.meaning, DayTime):
            return self._time_range(a, b, a.meaning, b.meaning, gap)
        if not _rangeable(a.meaning) or not _rangeable(b.meaning):
            return None
        before = self._lowers[a.first - 1] if a.first else ""
        if before == "the" and a.first > 1:
            before = self._lowers[a.first - 2]
        joined = replace(a, end=b.end, beyond=b.beyond, meaning=Span(a.meaning, b.meaning), rule="range")
        if (
            len(gap) == 1
            and gap[0] in _DASHES
            and a.end == self._lexemes.starts[a.beyond] - (self._lexemes.text[a.end] == " ")
        ):
            return joined if type(a.meaning) is type(b.meaning) or _year_of(b.meaning) else None
        worded = bool(gap) and gap[0] in ("to", "until", "till", "through") and gap[1:] in ((), ("the",))
        if worded and (before == "from" or gap[0] == "through" or _same_kind(a.meaning, b.meaning)):
            return joined
        if gap in (("and",), ("and", "the")) and before == "between":
            first = a.first - 1 - (self._lowers[a.first - 1] == "the")
            return self._grow(joined, first, joined.meaning, "range")
        return None

    def _time_range(self, a: Atom, b: Atom, x: DayTime, y: DayTime, gap: tuple[str, ...]) -> Atom | None:
        """ "9 a.m. to 5 p.m. on Monday": both times on the day of the second."""
        before = self._lowers[a.first - 1] if a.first else ""
        if x.hour is None or y.hour is None or len(gap) != 1:
            return None
        if gap[0] not in _RANGE_WORDS and not (gap[0] == "and" and before == "between"):
            return None
        first = a.first - (gap[0] == "and")
        joined = replace(a, end=b.end, beyond=b.beyond)
        return self._grow(joined, first, Span(replace(x, of=x.of or y.of), y), "time-range")

    def _with_between(self, atom: Atom) -> Atom:
        if (
            isinstance(atom.meaning, Span)
            and atom.first
            and atom.rule != "range"
            and self._lowers[atom.first - 1] in ("between", "the")
        ):
            k = atom.first - 1
            if self._lowers[k] == "the":
                k -= 1
            if k >= 0 and self._lowers[k] == "between":
                return self._grow(atom, k, atom.meaning)
        return atom


def _shares_year(x: CalendarDate, y: CalendarDate) -> bool:
    """True where a yearless date goes with a later one that has its year ("April and May 2017")."""
    if x.year is not None or y.year is None or not x.month or not y.month or (x.day is None) != (y.day is None):
        return False
    return (x.month, x.day or 0) <= (y.month, y.day or 0)


def _rangeable(meaning: Expression) -> bool:
    return is_date(meaning) and not isinstance(meaning, CurrentYear)


def _same_kind(a: Expression, b: Expression) -> bool:
    a = a.of if isinstance(a, Modified) else a
    b = b.of if isinstance(b, Modified) else b
    if isinstance(a, CalendarDate) and isinstance(b, CalendarDate):
        told = [(c.day is None, c.month is None, c.weekday is None or c.month is not None) for c in (a, b)]
        return told[0] == told[1]
    return False
