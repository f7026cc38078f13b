"""Rules for dates in numbers alone: "2018-05-14", "14/05/2018", "14.05.18", with a time behind them or not."""

from __future__ import annotations

import re

from civicspace.components.dates.calendar_rules import valid
from civicspace.components.dates.expressions import CalendarDate, Expression, Instant, NumericDate
from civicspace.components.dates.grammar import Match, rule
from civicspace.components.dates.numerals import full_year
from civicspace.components.dates.vocabulary import Vocabulary

_DASHES = ("-", "–")
_EVENTS = frozenset({(9, 11), (11, 9), (7, 7)})
_OPENERS = frozenset(
    ("on", "dated", "since", "until", "till", "by", "from", "to", "before", "after", "of", "between", "and")
)


def stands_alone(m: Match) -> bool:
    """False for a numeric date that is part of a longer number, code or address ("4.5.2018.1", "v1.2.2018",
    "020 12-10-2018", "/2018/05/14/"). A dash may join it to another date.
    """
    text, start, end = m.lexemes.text, m.lexemes.starts[m.first], m.lexemes.ends[m.beyond - 1]
    mark = m.lexemes.lowers[m.first + 1]
    if text[end : end + 1].isalnum():
        return False
    if re.match(r"[-–/._]\w", text[end : end + 2]) and not (
        mark not in _DASHES and m.after() in _DASHES and m.after(2) == mark
    ):
        return False
    before = text[start - 1] if start else " "
    if before.isalnum() or before in "./#$_+":
        return False
    if before in _DASHES:
        return mark not in _DASHES and m.before(3) == mark
    return not (mark in _DASHES and m.before().isdecimal())


@rule("iso-date", "<y: YEAR> DASH <mm: MON> DASH <d: DAY>", "<y: YEAR> SLASH <mm: MON> SLASH <d: DAY>")
def iso_date(m: Match, _v: Vocabulary) -> Expression | None:
    """ "2018-05-14", "2018/5/14"; no part of a web address."""
    year, month, day = int(m.word("y") or 0), int(m.word("mm") or 0), int(m.word("d") or 0)
    if m.lexemes.lowers[m.first + 1] == "/" and not stands_alone(m):
        return None
    return CalendarDate(year, month, day) if valid(year, month, day) else None


@rule(
    "numeric-date",
    "<a: DAY> SLASH <b: DAY> SLASH <y: YEAR|YY>",
    "<a: DAY> DOT <b: DAY> DOT <y: YEAR>",
    "<a: DAY> DASH <b: DAY> DASH <y: YEAR>",
)
def numeric_date(m: Match, _v: Vocabulary) -> Expression | None:
    """ "14/06/2018"; where either number may be the month, ``numeric_order`` decides."""
    return _in_either_order(m)


def _in_either_order(m: Match) -> CalendarDate | NumericDate | None:
    if not stands_alone(m):
        return None
    a, b, year = int(m.word("a") or 0), int(m.word("b") or 0), full_year(m.word("y") or "")
    if a != b and a <= 12 and b <= 12:
        return NumericDate(a, b, year)
    day, month = (a, b) if b <= 12 else (b, a)
    return CalendarDate(year, month, day) if valid(year, month, day) else None


@rule("numeric-date", "<a: DAY> DOT <b: DAY> DOT <y: YY>", "<a: DAY> DASH <b: DAY> DASH <y: YY>")
def short_numeric_date(m: Match, _v: Vocabulary) -> Expression | None:
    """ "on 14.06.18"; the same shape numbers sections and tells scores, so a word that opens a date must stand
    before it, and every number have two digits."""
    if m.before() not in _OPENERS or any(len(m.word(name) or "") != 2 for name in ("a", "b")):
        return None
    return _in_either_order(m)


@rule("numeric-date", "<a: DAY> SLASH <b: DAY>")
def numeric_date_without_year(m: Match, v: Vocabulary) -> Expression | None:
    """ "on 25/12"; the same shape is a fraction, a score or an event's name ("9/11"), so "on" must stand before it."""
    if (
        m.before() not in ("on", "dated")
        or m.after() in ("of", "/", "-", "%")
        or m.after() in v.units
        or not stands_alone(m)
    ):
        return None
    a, b = int(m.word("a") or 0), int(m.word("b") or 0)
    if (a, b) in _EVENTS:
        return None
    if a != b and a <= 12 and b <= 12:
        return NumericDate(a, b, None)
    day, month = (a, b) if b <= 12 else (b, a)
    return CalendarDate(None, month, day) if valid(None, month, day) else None


@rule("numeric-month", "<mm: MON> SLASH <y: YEAR>", "<y: YEAR> DASH <mm: MON>")
def numeric_month(m: Match, _v: Vocabulary) -> Expression | None:
    """ "since 05/2019", "in 2019-05"; laws are numbered alike ("Law 05/2019"), and "2010-12" is three years."""
    year, month = int(m.word("y") or 0), m.word("mm") or ""
    joined = m.lexemes.ends[m.beyond - 1] - m.lexemes.starts[m.first] == len(month) + 5
    if m.before() not in ("in", "since", "until", "from", "by", "to") or not joined or not stands_alone(m):
        return None
    if m.lexemes.lowers[m.first] != month and (len(month) < 2 or int(month) > year % 100):
        return None
    return CalendarDate(year, int(month)) if 1900 <= year <= 2100 else None


@rule("iso-datetime", "<y: YEAR> DASH <mm: MON> DASH <d: DAY> t <h: HOUR> COLON <n: MIN> (COLON MIN)?")
def iso_datetime(m: Match, _v: Vocabulary) -> Expression | None:
    """ "2018-05-14T19:00:00"."""
    year, month, day = int(m.word("y") or 0), int(m.word("mm") or 0), int(m.word("d") or 0)
    if not valid(year, month, day):
        return None
    return Instant(f"{year:04d}-{month:02d}-{day:02d}T{int(m.word('h') or 0):02d}:{int(m.word('n') or 0):02d}:00")
