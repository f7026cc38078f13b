"""Rules for edges of periods: "year's end", "mid-year", "end-June", and for the nth day of a month."""

from __future__ import annotations

from civicspace.components.dates.expressions import (
    Anaphoric,
    CalendarDate,
    CurrentYear,
    Deictic,
    Expression,
    Modified,
    NthWeekday,
)
from civicspace.components.dates.grammar import Match, rule
from civicspace.components.dates.numerals import ordinal
from civicspace.components.dates.vocabulary import Vocabulary


@rule(
    "years-end",
    "<y: year|month|week> POSS <e: end|start|close|beginning>",
    "the <y: year|month|week> POSS <e: end|start|close|beginning|middle>",
    "(at|by|before|until|till|around|to|from|through|since|after|for) "
    "<x: <y: year|month> DASH? <e: end> (<yb: YEAR>)?>",
)
def years_end(m: Match, v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "year's end", "year-end 2017"."""
    unit = m.word("y") or ""
    behind = m.words("x") and m.lexemes.lowers[m.first] == "since"
    of = CalendarDate(int(m.word("yb") or 0)) if m.words("yb") else Deictic(unit, -1) if behind else CurrentYear(unit)
    meaning = Modified(of, v.edges[m.word("e") or ""])
    return [("x", meaning)] if m.words("x") else meaning


@rule("mid-year", "(at|by|since|until|till|around|in|from|to|before|after) <x: mid DASH? year>")
def mid_year(m: Match, _v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "by mid-year"; not before the noun that it describes ("at mid-year meetings")."""
    return [("x", Modified(CurrentYear("year"), "mid"))] if not m.after()[:1].isalpha() else None


@rule(
    "end-of",
    "(at|by|since|until|till|from|to|of|around|before|in) <x: <e: end> DASH? <m: MONTH> (COMMA? <y: YEAR>)?>",
    "(at|by|since|until|till|from|to|of|around|before|in) <x: <e: end> DASH? <y: YEAR>>",
)
def end_of(m: Match, v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "by end June", "at end-2017"."""
    year = int(m.word("y") or 0) or None
    month = v.months[m.word("m") or ""] if m.word("m") else None
    return [("x", Modified(CalendarDate(year, month), "late"))]


@rule(
    "nth-of",
    "the <o: ORD|last|final> <w: WEEKDAY|weekend|day|week> of <m: MONTH> (COMMA? <y: YEAR>)?",
    "the <o: ORD|last|final> <w: WEEKDAY|weekend|day|week> of <t: this|last|next|the|that> <k: month|year>",
    "the <o: last|final|first|closing|opening> <few: VAGUE|{NUMBER}>? <days: days|weeks|months|"
    "hours> of <t: this|last|next|the|that>? (<m: MONTH> (COMMA? <y: YEAR>)?|<k: month|year>|"
    "<yb: YEAR>)",
)
def nth_of(m: Match, v: Vocabulary) -> Expression | None:
    """ "the last day of May", "the first Sunday of the month", "the last days of December"."""
    word = m.word("o") or ""
    nth = -1 if word in ("last", "final", "closing") else 1 if word == "opening" else ordinal([word], v) or 0
    year_word = m.word("y") or m.word("yb")
    year = int(year_word) if year_word else None
    period: Expression
    if m.word("m"):
        period = CalendarDate(year, v.months[m.word("m") or ""])
    elif m.word("k"):
        determiner, unit = m.word("t") or "the", m.word("k") or ""
        period = (
            CurrentYear(unit)
            if determiner == "the"
            else Anaphoric(unit, 0)
            if determiner == "that"
            else Deictic(unit, {"last": -1, "next": 1}.get(determiner, 0))
        )
    else:
        period = CalendarDate(year)
    if m.words("days"):
        return Modified(period, "late" if nth == -1 else "early")
    kind = m.word("w") or ""
    if kind == "week":
        return Modified(period, "late" if nth == -1 else "early" if nth == 1 else None)
    return NthWeekday(nth, 0 if kind == "day" else None if kind == "weekend" else v.weekdays[kind], period)
