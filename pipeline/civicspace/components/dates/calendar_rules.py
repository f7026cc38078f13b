"""Rules for dates by their names: days, months, years, seasons, quarters, decades, centuries."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from civicspace.components.dates.expressions import CalendarDate, CalendarPart, Expression, Span
from civicspace.components.dates.grammar import Match, rule
from civicspace.components.dates.numerals import ordinal
from civicspace.components.dates.vocabulary import Vocabulary

FRAGMENTS = {
    "ON": "WEEKDAY COMMA? the?|WEEKDAY OPEN",
    "OF_YEAR": "COMMA? of? <y: YEAR>",
}
_QUANTIFIERS = frozenset(
    {"than", "some", "about", "around", "over", "nearly", "almost", "least", "approximately", "roughly", "estimated"}
)


def _year(m: Match) -> int | None:
    word = m.word("y")
    return int(word) if word else None


def valid(year: int | None, month: int, day: int) -> bool:
    """True for a day of the calendar; without a year, of any year."""
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def _calendar(m: Match, v: Vocabulary, part: str = "d") -> CalendarDate | None:
    month = v.months[m.word("m") or ""]
    day = ordinal(m.words(part), v)
    if day is None or not valid(_year(m), month, day):
        return None
    weekday = v.weekdays.get(m.word("w") or "")
    return CalendarDate(_year(m), month, day, weekday)


@rule(
    "day-month",
    "((last|next|this)? <w: WEEKDAY> COMMA? the?)? <d: DAY|DAYORD> of? <m: MONTH> {OF_YEAR}?",
    "(<w: WEEKDAY> COMMA?)? the <d: {ORDINAL}|DAY> (day of|of) <m: MONTH> {OF_YEAR}?",
)
def day_month(m: Match, v: Vocabulary) -> Expression | None:
    """ "3 May 2018", "Tuesday, 1st October", "the fourth of July"."""
    return _calendar(m, v)


@rule(
    "month-day",
    "(<w: WEEKDAY> COMMA?)? <m: MONTH> (the? <d: DAYORD|{ORDINAL}>) {OF_YEAR}?",
    "((last|next|this)? <w: WEEKDAY> COMMA?)? <m: MONTH> <d: DAY> (COMMA? <y: YEAR>)?",
)
def month_day(m: Match, v: Vocabulary) -> Expression | None:
    """ "May 3, 2018", "Friday, May 3rd". A number that counts what follows "in May" is no day."""
    if m.before() in ("in", "since") and m.word("w") is None and m.word("y") is None and m.after()[:1].isalpha():
        return None
    return _calendar(m, v)


@rule(
    "days-shared-month",
    "<d: DAY|DAYORD> (COMMA (<e: DAY|DAYORD>) (COMMA <g: DAY|DAYORD>)?)? COMMA? (and|or|DASH|to|"
    "SLASH) <last: <f: DAY|DAYORD> of? <m: MONTH> {OF_YEAR}?>",
    "the <d: DAY|DAYORD|ORD> and <last: the? <f: DAY|DAYORD|ORD> of <m: MONTH> {OF_YEAR}?>",
)
def days_shared_month(m: Match, v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "28th and 29th July" (two dates), "3 to 5 May", "19th–21st September" (a range)."""
    first, last = _calendar(m, v, "d"), _calendar(m, v, "f")
    if first is None or last is None:
        return None
    joint = set(m.lexemes.lowers[m.first : m.beyond])
    if not joint & {"and", "or"}:
        if m.words("e"):
            return None
        return Span(first, last) if (first.day or 0) < (last.day or 0) else None
    if m.before() == "between":
        return Span(first, last)
    parts: list[tuple[str, Expression]] = [("d", first)]
    for name in ("e", "g"):
        if m.words(name) and (between := _calendar(m, v, name)):
            parts.append((name, between))
    return [*parts, ("last", last)]


@rule(
    "month-shared-days",
    "<first: <m: MONTH> <d: DAY|DAYORD>> (COMMA (<e: DAY|DAYORD>) (COMMA <g: DAY|"
    "DAYORD>)?)? COMMA? (and|or|DASH|to|through|until|SLASH) <tail: <f: DAY|DAYORD> {OF_YEAR}?>",
)
def month_shared_days(m: Match, v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "February 9 and 10" (two dates), "July 8-11, 2022", "between July 8 and 11" (a range)."""
    first, last = _calendar(m, v, "d"), _calendar(m, v, "f")
    if first is None or last is None:
        return None
    joint = set(m.lexemes.lowers[m.first : m.beyond])
    if not joint & {"and", "or"}:
        return Span(first, last) if (first.day or 0) < (last.day or 0) and not m.words("e") else None
    if m.before() == "between":
        return Span(first, last)
    parts: list[tuple[str, Expression]] = [("first", first)]
    for name in ("e", "g"):
        if m.words(name) and (between := _calendar(m, v, name)):
            parts.append((name, between))
    return [*parts, ("tail", last)]


@rule("month-year", "<m: MONTH> COMMA? (of|in)? <y: YEAR>", "<m: MONTH> TICK <yy: YY>")
def month_year(m: Match, v: Vocabulary) -> Expression | None:
    """ "May 2018", "May of 2018"."""
    year = _year(m) or (2000 + int(m.word("yy") or 0))
    return CalendarDate(year, v.months[m.word("m") or ""])


@rule("month", "<m: MONTH>")
def month(m: Match, v: Vocabulary) -> Expression | None:
    """A bare month; whether it is a name or a word is settled by ``blocking``."""
    return CalendarDate(None, v.months[m.word("m") or ""])


@rule("year-range", "<y: YEAR> (DASH|SLASH) <z: YEAR|YY>")
def year_range(m: Match, _v: Vocabulary) -> Expression | None:
    """ "2018-2022", "2017/18"."""
    first, last = int(m.word("y") or 0), m.word("z") or ""
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    beyond, before = m.lexemes.text[m.lexemes.ends[m.beyond - 1] :][:2], m.before()
    if (
        not (1500 <= first < end <= 2100 and end - first <= 100)
        or before in ("-", "/", ".", "$")
        or re.match(r"[-/.]\d", beyond)
    ):
        return None
    return Span(CalendarDate(first), CalendarDate(end)) if len(last) == 4 or end - first < 10 else None


@rule("year", "<y: YEAR>")
def year(m: Match, v: Vocabulary) -> Expression | None:
    """ "2018" where nothing says that it is a quantity or part of a number."""
    value = _year(m) or 0
    start = m.lexemes.starts[m.first]
    if start and m.lexemes.text[start - 1].isalnum():
        return None
    if m.before() == "-" and m.before(2) in v.parts:
        return CalendarDate(value)
    if (
        m.before() in _QUANTIFIERS
        or m.before() in ("$", "€", "£", "#", ".", "/", "-")
        or m.after() in ("%", "/", "$", "€", "£")
    ):
        return None
    if m.before() == "," and m.before(2).isdecimal() and len(m.before(2)) <= 3:
        return None
    if 1900 <= value <= 2100:
        return CalendarDate(value)
    if m.before() in (
        "in",
        "since",
        "until",
        "by",
        "of",
        "from",
        "to",
        "before",
        "after",
        "and",
        "during",
        "between",
        "early",
        "late",
        "mid",
        "-",
        "(",
    ):
        return CalendarDate(value) if value >= 1200 and m.before() != "of" else None
    return None


@rule("season-year", "the? <s: SEASON> (COMMA? of? <y: YEAR>)")
def season_year(m: Match, v: Vocabulary) -> Expression | None:
    """ "spring 2018", "the summer of 2018"."""
    return CalendarPart("season", v.seasons[m.word("s") or ""], _year(m))


@rule("season-year", "the <y: YEAR> <s: SEASON>")
def year_season(m: Match, v: Vocabulary) -> Expression | None:
    """ "the 2018 spring"."""
    return CalendarPart("season", v.seasons[m.word("s") or ""], _year(m))


@rule("season", "the <s: SEASON>")
def season(m: Match, v: Vocabulary) -> Expression | None:
    """ "the spring"."""
    if m.word("s") == "fall" and m.after() in ("of", "in", "from"):
        return None
    return CalendarPart("season", v.seasons[m.word("s") or ""])


@rule("season", "(in|since|until|by|during|throughout) <x: <s: SEASON>>")
def bare_season(m: Match, v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "in winter"."""
    return [("x", CalendarPart("season", v.seasons[m.word("s") or ""]))] if m.after() not in ("of", "in") else None


@rule("season", "<p: this|last|next|that|(the (following|previous|same))> <s: SEASON>")
def near_season(m: Match, v: Vocabulary) -> Expression | None:
    """ "this summer", "last winter"."""
    offset = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(m.words("p")[-1], 0)
    return CalendarPart("season", v.seasons[m.word("s") or ""], offset=offset)


@rule("quarter", "q <n: MON> (of? <y: YEAR>)?")
def short_quarter(m: Match, _v: Vocabulary) -> Expression | None:
    """ "Q1 2018"."""
    nth = int(m.word("n") or 0)
    joined = m.lexemes.ends[m.first] == m.lexemes.starts[m.first + 1]
    return CalendarPart("quarter", nth, _year(m)) if nth <= 4 and joined else None


@rule("quarter", "(the|its|their|this)? <o: ORD> DASH? <k: quarter>")
def quarter(m: Match, v: Vocabulary) -> Expression | None:
    """ "the third quarter", "fourth-quarter"."""
    nth = ordinal(m.words("o"), v) or 0
    return CalendarPart("quarter", nth) if 1 <= nth <= 4 and m.after() not in ("century", "final", "of") else None


@rule(
    "quarter-half",
    "the? <o: ORD|last> <k: quarter|half> (of <y: YEAR>|<y2: YEAR>)",
    "the <o: ORD> <k: quarter|half> of <the: the|this|last> year",
)
def quarter_half(m: Match, v: Vocabulary) -> Expression | None:
    """ "the second quarter of 2017", "the first half of the year"."""
    kind: Literal["quarter", "half"] = "quarter" if m.word("k") == "quarter" else "half"
    word = m.word("o") or ""
    nth = {"last": 4 if kind == "quarter" else 2}.get(word) or ordinal([word], v) or 0
    year_word = m.lexemes.lowers[m.beyond - 1]
    if not 1 <= nth <= (4 if kind == "quarter" else 2):
        return None
    if year_word.isdecimal():
        return CalendarPart(kind, nth, int(year_word))
    return CalendarPart(kind, nth, offset=-1 if m.words("the") == ["last"] else None)


@rule("decade", "the? <d: DECADE>")
def decade(m: Match, _v: Vocabulary) -> Expression | None:
    """ "the 1990s", "the 90s"."""
    digits = (m.word("d") or "")[:-1]
    if len(digits) == 2:
        if (
            m.before() in ("in", "early", "mid", "late")
            or m.lexemes.lowers[m.first] == "the"
            or m.before() in ("'", "’")
        ):
            if m.before() in ("his", "her", "their", "my"):
                return None
            return CalendarPart("decade", 0, (1900 if int(digits) > 20 else 2000) + int(digits))
        return None
    return CalendarPart("decade", 0, int(digits))


@rule("century", "the <o: {ORDINAL}> (DASH|) century", "<o: {ORDINAL}> (DASH|) century")
def century(m: Match, v: Vocabulary) -> Expression | None:
    """ "the 19th century"."""
    nth = ordinal(m.words("o"), v) or 0
    return CalendarPart("century", nth) if 1 <= nth <= 99 else None
