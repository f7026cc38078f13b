"""Rules for quarters, halves and fiscal years, for parts of a period, and for lengths that end with a date."""

from __future__ import annotations

from typing import Literal

from civicspace.components.dates.expressions import (
    Anaphoric,
    CalendarDate,
    CalendarPart,
    CurrentYear,
    Deictic,
    Ended,
    Expression,
    Measure,
    OfYear,
    PartOf,
    Reported,
    Span,
    Unplaced,
)
from civicspace.components.dates.grammar import Match, rule
from civicspace.components.dates.numerals import number, ordinal
from civicspace.components.dates.values import Length
from civicspace.components.dates.vocabulary import Vocabulary

_OFFSETS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "before": -1,
    "earlier": -1,
    "after": 1,
}
# Nouns behind "first-half" that make it a half of a year; most others make it a half of a match.
_FIGURES = frozenset(
    {"profit", "profits", "loss", "losses", "net", "earnings", "results", "sales", "revenue", "revenues", "growth",
     "figures", "report", "operating", "pretax", "gdp", "data", "output", "exports", "imports"}
)  # fmt: skip
# Words behind "the third quarter of" that make it a quarter of something else.
_WHOLES = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their", "our", "all"})
_WHICH = "this|last|next|the current|the previous|the following|the same|the prior|the next|that|the"
FRAGMENTS = {
    "WHICH": _WHICH,
    "NTHPART": "(<o: ORD|last|latter|final> DASH? <k: quarter|half>)",
    "DAYOFYEAR": (
        "(<m: MONTH> (<d: DAY|DAYORD>)? (COMMA? <y: YEAR>)?|<d2: DAY|DAYORD> of? <m2: MONTH> (COMMA? <y2: YEAR>)?|"
        "<y3: YEAR>)"
    ),
}


def _kind(m: Match) -> Literal["quarter", "half"]:
    return "quarter" if m.word("k") == "quarter" else "half"


def _nth(m: Match, v: Vocabulary) -> int | None:
    """Which quarter or half is told; None where a year has no such."""
    count = 4 if m.word("k") == "quarter" else 2
    word = m.word("o") or ""
    nth = count if word in ("last", "latter", "final") else ordinal([word], v) or 0
    return nth if 1 <= nth <= count else None


def _relative(words: list[str]) -> Deictic | Anaphoric | CurrentYear | None:
    """The year that a determiner tells: "last", "the previous", "that", "the"."""
    if words in (["this"], ["last"], ["next"], ["the", "current"]):
        return Deictic("year", _OFFSETS.get(words[-1], 0))
    if words == ["the"]:
        return CurrentYear("year")
    return Anaphoric("year", _OFFSETS.get(words[-1], 0)) if words else None


@rule("quarter", "q <n: MON> (of? <y: YEAR>)?", "<y: YEAR> q <n: MON>")
def short_quarter(m: Match, _v: Vocabulary) -> Expression | None:
    """ "Q1 2018", "2018 Q1"."""
    nth = int(m.word("n") or 0)
    k = m.span("n")[0]
    joined = m.lexemes.ends[k - 1] == m.lexemes.starts[k]
    year = m.word("y")
    return CalendarPart("quarter", nth, int(year) if year else None) if nth <= 4 and joined else None


@rule(
    "half",
    "h <n: MON> (of? <y: YEAR>)",
    "<y: YEAR> h <n: MON>",
)
def short_half(m: Match, _v: Vocabulary) -> Expression | None:
    """ "H1 2018", "2018 H1"."""
    nth = int(m.word("n") or 0)
    k = m.span("n")[0]
    joined = m.lexemes.ends[k - 1] == m.lexemes.starts[k]
    return CalendarPart("half", nth, int(m.word("y") or 0)) if nth <= 2 and joined else None


@rule(
    "quarter",
    "(the|this)? (fiscal|financial)? DASH? <o: ORD> <k: quarter>",
    "(fiscal|financial)? DASH? <o: ORD> DASH <k: quarter>",
    "(the|this) <x: (fiscal|financial)? DASH? <o: ORD> DASH <k: quarter>>",
)
def quarter(m: Match, v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "the third quarter", "fourth-quarter" (without the article, which goes with what follows)."""
    nth = _nth(m, v)
    if nth is None or m.after() in ("century", "final", "finals", "centuries", "-"):
        return None
    if m.after() == "of" and (m.after(1) in _WHOLES or m.after(1)[:1].isdecimal()):
        return None
    meaning = CalendarPart("quarter", nth)
    return [("x", meaning)] if m.words("x") else meaning


@rule("quarter", "(in|during|for) <x: the <o: ORD>>")
def further_quarter(m: Match, v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "57 in the third": a quarter where others have just been told."""
    nth = ordinal(m.words("o"), v) or 0
    ends = m.after() in (",", ".", ";", ")", "", "and", "it", "they", "there") or m.after()[:1].isdecimal()
    told = "quarter" in m.lexemes.lowers[max(0, m.first - 20) : m.first]
    return [("x", CalendarPart("quarter", nth))] if told and ends and 1 <= nth <= 4 else None


@rule("half", "<o: first|second> DASH <k: half>")
def half(m: Match, v: Vocabulary) -> Expression | None:
    """ "first-half results"."""
    nth = _nth(m, v)
    return CalendarPart("half", nth) if nth and m.after() in _FIGURES else None


@rule(
    "quarter-half",
    "the? {NTHPART} COMMA? (of|in)? <y: YEAR>",
    "the? {NTHPART} of (the)? (fiscal|financial) year? <y: YEAR>",
)
def quarter_of_year(m: Match, v: Vocabulary) -> Expression | None:
    """ "the second quarter of 2017", "the latter half of 2019"."""
    nth = _nth(m, v)
    return CalendarPart(_kind(m), nth, int(m.word("y") or 0)) if nth else None


@rule("quarter-half", "the <y: YEAR> {NTHPART}")
def year_quarter(m: Match, v: Vocabulary) -> Expression | None:
    """ "the 2017 second quarter"."""
    nth = _nth(m, v)
    return CalendarPart(_kind(m), nth, int(m.word("y") or 0)) if nth else None


@rule(
    "quarter-half",
    "the? {NTHPART} (of|in)? <t: {WHICH}> year",
    "<t: this|last|next|that|the previous|the following> year POSS {NTHPART}",
)
def quarter_of_relative(m: Match, v: Vocabulary) -> Expression | None:
    """ "the first half of the year", "the first quarter of last year", "this year's third quarter"."""
    nth, year = _nth(m, v), _relative(m.words("t"))
    return OfYear(CalendarPart(_kind(m), nth), year) if nth and year else None


@rule(
    "quarters",
    "the? <a: ORD> (and|DASH|to) <last: <b: ORD> <k: quarters> (of <y: YEAR>)?>",
)
def quarters(m: Match, v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "the second and third quarters of 2019"."""
    a, b = ordinal(m.words("a"), v) or 0, ordinal(m.words("b"), v) or 0
    if not 1 <= a < b <= 4:
        return None
    year = int(m.word("y") or 0) or None
    parts: list[tuple[str, Expression]] = [
        ("a", CalendarPart("quarter", a, year)),
        ("last", CalendarPart("quarter", b, year)),
    ]
    return parts if "and" in m.lexemes.lowers[m.first : m.beyond] else Span(parts[0][1], parts[1][1])


@rule("months-period", "the <a: MONTH> (DASH|to) <m: MONTH> (quarter|period|half) (of? <y: YEAR>)?")
def months_period(m: Match, v: Vocabulary) -> Expression | None:
    """ "the April-June quarter"."""
    first, last = v.months[m.word("a") or ""], v.months[m.word("m") or ""]
    amount = number([str((last - first) % 12 + 1)], v)
    length = v.length(amount, "month") if amount else None
    return Ended(length, CalendarDate(int(m.word("y") or 0) or None, last)) if length else None


@rule("near-quarter", "<p: last|this|next|(the (current|present|last|past))> quarter")
def near_quarter(m: Match, _v: Vocabulary) -> Expression | None:
    """ "last quarter", "the current quarter"."""
    return Deictic("quarter", _OFFSETS.get(m.words("p")[-1], 0)) if m.after() not in ("century", "of") else None


@rule(
    "near-quarter",
    "the <p: previous|preceding|prior|following|next> quarter",
    "the quarter <p: before|earlier|after>",
)
def neighbouring_quarter(m: Match, _v: Vocabulary) -> Expression | None:
    """ "the previous quarter", "the quarter before"."""
    if m.lexemes.lowers[m.beyond - 1] != "quarter" and m.after()[:1].isalnum() and m.after() not in ("and", "but"):
        return None
    return Anaphoric("quarter", _OFFSETS.get(m.word("p") or "", 0)) if m.after() not in ("century", "of") else None


@rule("fiscal-year", "the? (fiscal|financial|fy) year? <y: YEAR>", "the <y: YEAR> (fiscal|financial|budget) year")
def fiscal_year(m: Match, _v: Vocabulary) -> Expression | None:
    """ "fiscal 2016", "the 2016 financial year"."""
    return CalendarDate(int(m.word("y") or 0))


@rule(
    "fiscal-year",
    "the? (fiscal|financial|fy|academic|school) year? <y: YEAR> (DASH|SLASH) <z: YEAR|YY>",
    "the? <y: YEAR> (DASH|SLASH) <z: YEAR|YY> (fiscal|financial|budget|school|academic) year",
    "the <y: YEAR> (DASH|SLASH) <z: YEAR|YY> season",
)
def split_year(m: Match, _v: Vocabulary) -> Expression | None:
    """ "the 2017/18 school year"."""
    first, last = int(m.word("y") or 0), m.word("z") or ""
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return Span(CalendarDate(first), CalendarDate(end)) if end == first + 1 else None


@rule("fiscal-year", "<t: {WHICH}> (fiscal|financial|full|calendar) year", "<t: the latest> (fiscal|financial) year")
def this_fiscal_year(m: Match, _v: Vocabulary) -> Expression | None:
    """ "the current fiscal year", "the full year"."""
    if m.words("t") == ["the", "latest"]:
        return Reported("year")
    return _relative(m.words("t"))


@rule("school-year", "<t: {WHICH}|the coming|the new> (school|academic) year")
def school_year(_m: Match, _v: Vocabulary) -> Expression | None:
    """ "the school year": a year that begins when the country's schools do."""
    return Unplaced()


@rule("turn-of", "the turn of (the|this|last) (NUM|ORD|CARD DASH ORD)? (century|millennium|year|decade)")
def turn_of(_m: Match, _v: Vocabulary) -> Expression | None:
    """ "the turn of the century": which turn and how near to it, the words don't tell."""
    return Unplaced()


@rule(
    "part-of",
    "the (very)? <e: first|opening|last|final|closing> (<n: {COUNTED}>) <u: UNITS> of (<m: MONTH>)? (COMMA? <y: YEAR>)",
    "the (very)? <e: first|opening|last|final|closing> (<n: {COUNTED}>) <u: UNITS> of <m: MONTH>",
    "the (very)? <e: first|opening|last|final|closing> (<n: {COUNTED}>) <u: UNITS> of <t: {WHICH}> <k: year|month>",
    "<x: <e: first> (<n: {COUNTED}>) <u: UNITS> of <y: YEAR>>",
)
def part_of(m: Match, v: Vocabulary) -> Expression | None:
    """ "the first nine months of 2017", "the last three days of April"."""
    amount = number(m.words("n"), v)
    length = v.length(amount, m.word("u") or "") if amount else None
    if length is None or length.within_a_day:
        return None
    year = int(m.word("y") or 0) or None
    of: Expression | None
    if m.words("t"):
        of = _relative(m.words("t"))
        if m.word("k") == "month" and of is not None:
            of = type(of)("month", of.offset) if not isinstance(of, CurrentYear) else CurrentYear("month")
    else:
        of = CalendarDate(year, v.months[m.word("m") or ""] if m.word("m") else None)
    return PartOf(length, of, m.word("e") in ("last", "final", "closing")) if of else None


@rule(
    "period-ended",
    "(the (current|latest|last|previous)? <k: year|quarter|half>|the? (fiscal|financial|business) <k2: year>|"
    "(the|its)? (fiscal|financial)? DASH? ORD DASH? <k3: quarter|half>|(the|its)? (first|latest|last)? "
    "(<n: {COUNTED}>) DASH? <u: months|weeks|month>) (period)? (ended|ending|that ended) on? {DAYOFYEAR}",
    "the <k: year|quarter|half> (to|through) {DAYOFYEAR}",
    "the <k2: fiscal year|financial year> (to|through) {DAYOFYEAR}",
    "the (first|latest|last)? (<n: {COUNTED}>) <u: years> (to|through|ended|ending) {DAYOFYEAR}",
    "the (first|latest|last)? (<n: {COUNTED}>) DASH? <u: months|weeks|month|week> period? (to|through) {DAYOFYEAR}",
)
def period_ended(m: Match, v: Vocabulary) -> Expression | None:
    """ "the year ended 30 June 2018", "the three months to September"."""
    name = m.word("m") or m.word("m2")
    month = v.months[name] if name else None
    day_words = m.words("d") or m.words("d2")
    year = int(m.word("y") or m.word("y2") or m.word("y3") or 0) or None
    last = CalendarDate(year, month, ordinal(day_words, v) if day_words else None)
    unit = (m.words("k") or m.words("k2") or m.words("k3") or [""])[-1]
    length: Length | None
    if unit:
        amount = number(["six"] if unit == "half" else ["one"], v)
        length = v.length(amount, "month" if unit == "half" else unit) if amount else None
    else:
        amount = number(m.words("n"), v)
        length = v.length(amount, m.word("u") or "") if amount else None
    if month is None and m.words("u") != ["years"]:
        return None
    return Ended(length, last) if length else None


@rule(
    "recent-length", "the <u: fortnight> (before|after) (that|this|then)?", "the (last|past|next|coming) <u: fortnight>"
)
def fortnight_beside(m: Match, v: Vocabulary) -> Expression | None:
    """ "the fortnight before that", "the last fortnight": two weeks that no calendar counts."""
    amount = number(["one"], v)
    beside = m.lexemes.lowers[m.beyond - 1] != "fortnight"
    return Measure(v.length(amount, "fortnight")) if amount and not (beside and m.after()[:1].isalnum()) else None


@rule("recent-length", "the (last|past|next|coming) <u: UNIT> and a half", "the <u: UNITS> (ahead|to come)")
def stretch_around(m: Match, v: Vocabulary) -> Expression | None:
    """ "the past year and a half", "the months ahead"."""
    amount = number(["one", "and", "a", "half"], v)
    measured = v.length(amount, m.word("u") or "") if m.lexemes.lowers[m.beyond - 1] == "half" and amount else None
    return Measure(measured)
