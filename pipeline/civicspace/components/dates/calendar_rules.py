"""Rules for dates by their names: days, months, years, seasons, quarters, decades, centuries."""

from __future__ import annotations

import re
from datetime import date

from civicspace.components.dates.expressions import CalendarDate, CalendarPart, Expression, Span
from civicspace.components.dates.grammar import Match, rule
from civicspace.components.dates.neighbours import neighbours
from civicspace.components.dates.numerals import ordinal
from civicspace.components.dates.vocabulary import Vocabulary

FRAGMENTS = {
    "ON": "WEEKDAY COMMA? the?|WEEKDAY OPEN",
    "OF_YEAR": "COMMA? of? <y: YEAR>",
}


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
    "((last|next|this)? <w: WEEKDAY> COMMA? the?)? <d: DAY|DAYORD> (st|nd|rd|th)? of? <m: MONTH> {OF_YEAR}?",
    "<d: DAYORD> DASH <m: MONTH> {OF_YEAR}?",
    "(<w: WEEKDAY> COMMA?)? the <d: {ORDINAL}|DAY> (day of|of) <m: MONTH> {OF_YEAR}?",
)
def day_month(m: Match, v: Vocabulary) -> Expression | None:
    """ "3 May 2018", "Tuesday, 1st October", "the fourth of July"."""
    return _calendar(m, v)


@rule(
    "month-day",
    "((last|next|this|this coming|this past)? <w: WEEKDAY> COMMA?)? <m: MONTH> (the? <d: DAYORD|{ORDINAL}>) {OF_YEAR}?",
    "((last|next|this)? <w: WEEKDAY> COMMA?|last)? <m: MONTH> <d: DAY> (st|nd|rd|th)? (COMMA? of? <y: YEAR>)?",
)
def month_day(m: Match, v: Vocabulary) -> Expression | None:
    """ "May 3, 2018", "Friday, May 3rd". A number that counts what follows "in May" is no day."""
    bare = m.word("w") is None and m.word("y") is None and m.after()[:1].isalpha()
    if bare and (m.before() == "in" or (m.before() == "since" and m.after() not in neighbours().year_followers)):
        return None
    return _calendar(m, v)


@rule(
    "days-shared-month",
    "<d: DAY|DAYORD> (COMMA (<e: DAY|DAYORD>) (COMMA <g: DAY|DAYORD>)?)? COMMA? (and|or|DASH|to|"
    "SLASH) <last: <f: DAY|DAYORD> of? <m: MONTH> {OF_YEAR}?>",
    "WEEKDAY COMMA? <d: DAY|DAYORD> (DASH|to|until|till|through) WEEKDAY COMMA? "
    "<last: <f: DAY|DAYORD> of? <m: MONTH> {OF_YEAR}?>",
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


@rule("month-year", "<m: MONTH> COMMA? (of|in)? <y: YEAR>")
def month_year(m: Match, v: Vocabulary) -> Expression | None:
    """ "May 2018", "May of 2018"."""
    return CalendarDate(_year(m), v.months[m.word("m") or ""])


@rule("month", "<m: MONTH>")
def month(m: Match, v: Vocabulary) -> Expression | None:
    """A bare month; whether it is a name or a word is settled by ``blocking``."""
    return CalendarDate(None, v.months[m.word("m") or ""])


@rule("year-range", "(the years)? <y: YEAR> (DASH|SLASH) <z: YEAR|YY>")
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
    if m.before().isdecimal() and m.before(2) not in v.months:
        return None
    start, end = m.lexemes.starts[m.first], m.lexemes.ends[m.beyond - 1]
    if (start and m.lexemes.text[start - 1].isalnum()) or re.match(r"[.,:]\d", m.lexemes.text[end : end + 2]):
        return None
    if m.before() == "-" and m.before(2) in v.parts:
        return CalendarDate(value)
    if (
        m.before() in neighbours().quantifiers
        or m.before() in ("$", "€", "£", "#", ".", "/", "-")
        or m.after() in ("%", "/", "$", "€", "£")
    ):
        return None
    if m.before() == "," and m.before(2).isdecimal() and len(m.before(2)) <= 3:
        return None
    if 1900 <= value <= 2100:
        return CalendarDate(value)
    if m.before() == "to" and value < 1900 and not (m.before(2).isdecimal() and len(m.before(2)) == 4):
        return None
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
        return CalendarDate(value) if value >= 1200 and (m.before() != "of" or _dates_a_noun(m, v)) else None
    as_late_as = m.before() == "as" and m.before(2) in ("late", "early")
    return CalendarDate(value) if value >= 1500 and as_late_as else None


def _dates_a_noun(m: Match, v: Vocabulary) -> bool:
    """True for "the election of 1860", "the end of 1776", where a number of that size may count ("a crowd of 1500")."""
    if m.after()[:1].isalpha() and m.after() not in neighbours().year_followers:
        return False
    noun, article = m.before(2), m.before(3)
    if noun in v.edges or noun in v.months:
        return True
    return "the" in (article, m.before(4)) and noun not in neighbours().counting_nouns


@rule(
    "season-year",
    "the? <s: SEASON> (COMMA? of? <y: YEAR>)",
    "the? <s: SEASON> of? <y: YEAR> (DASH|SLASH) <z: YEAR|YY>",
)
def season_year(m: Match, v: Vocabulary) -> Expression | None:
    """ "spring 2018", "the winter of 2018-19"."""
    if (m.word("z") or "") and int(m.word("z") or 0) % 100 != ((_year(m) or 0) + 1) % 100:
        return None
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
    if m.after() in ("of", "in") or m.after().isdecimal():
        return None
    return [("x", CalendarPart("season", v.seasons[m.word("s") or ""]))]


@rule("season", "(early|mid|late) DASH? <x: <s: SEASON>>", "(end|middle|start|beginning|height) of <x: <s: SEASON>>")
def part_season(m: Match, v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "the early summer"."""
    return bare_season(m, v)


@rule("season", "<p: this|last|next|that|(this (past|coming))|(the (following|previous|same|coming|next))> <s: SEASON>")
def near_season(m: Match, v: Vocabulary) -> Expression | None:
    """ "this summer", "last winter"."""
    offset = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(m.words("p")[-1], 0)
    words = m.words("p")
    narrative = words[0] == "that" or (words[0] == "the" and words[-1] != "coming")
    return CalendarPart("season", v.seasons[m.word("s") or ""], offset=offset, narrative=narrative)


@rule("centuries", "the? <a: {ORDINAL}> (and|or|to) (early|late|mid)? DASH? <last: (<b: {ORDINAL}>) centuries>")
def centuries(m: Match, v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "the 19th and early 20th centuries"."""
    first, last = ordinal(m.words("a"), v) or 0, ordinal(m.words("b"), v) or 0
    if not 1 <= first < last <= 99:
        return None
    return [("a", CalendarPart("century", first)), ("last", CalendarPart("century", last))]


@rule("century", "the? <o: {ORDINAL}> DASH? century <e: ERA>?")
def century(m: Match, v: Vocabulary) -> Expression | None:
    """ "the 19th century"."""
    nth = ordinal(m.words("o"), v) or 0
    if (m.word("e") or "").startswith("b"):
        return CalendarDate(1 - 100 * nth) if nth else None
    return CalendarPart("century", nth) if 1 <= nth <= 99 else None
