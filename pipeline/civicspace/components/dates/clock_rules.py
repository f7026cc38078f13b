"""Rules for times of day: clock times and parts of the day."""

from __future__ import annotations

from typing import Literal

from civicspace.components.dates.expressions import DayTime, Expression, Span
from civicspace.components.dates.grammar import Match, rule
from civicspace.components.dates.neighbours import neighbours
from civicspace.components.dates.vocabulary import Vocabulary

type _Which = Literal["bare", "that", "next", "previous", "this", "last"]

_WHICH: dict[str, _Which] = {
    "that": "that",
    "same": "that",
    "next": "next",
    "following": "next",
    "previous": "previous",
    "this": "this",
    "last": "last",
    "before": "previous",
    "after": "next",
    "preceding": "previous",
}
FRAGMENTS = {
    "ZONED": (
        "ZONE|(local|eastern|central|pacific|mountain|greenwich mean|summer) (standard|daylight|summer)? time|"
        "OPEN (HHMM|HOUR COLON MIN|HOUR12 (COLON MIN)? AMPM|HOUR)? (ZONE|local time) CLOSE"
    ),
}
_POINTS = frozenset({"midnight", "noon", "midday", "nightfall", "dawn", "daybreak", "sunrise", "sunset", "dusk"})


def _clock(hour: int, minute: int, half_of_day: str | None) -> tuple[int, int] | None:
    if half_of_day == "pm" and hour < 12:
        hour += 12
    elif half_of_day == "am" and hour == 12:
        hour = 0
    return (hour, minute) if hour <= 24 and minute < 60 else None


def _part_of(m: Match) -> str | None:
    return m.word("p2") or None


@rule(
    "clock",
    "<h: HOUR12> (COLON <n: MIN>|DOT <n2: MIN>)? <k: AMPM> {ZONED}?",
    "<h: HOUR> COLON <n: MIN> (COLON MIN)? (<k: AMPM>|h|hours|hrs)? {ZONED}?",
    "<h: HOUR12|CARD> (o’clock|o'clock) (in the <p2: morning|afternoon|evening>|at <p2b: night>)?",
    "<h: HHMM> (hours|hrs|h)? {ZONED}",
    "<h: HHMM> (hours|hrs)",
    "<h: HOUR> <joint: h> <n: MIN>",
    "<h: HOUR> (hours|hrs)? ZONE",
    "<h: HOUR12|CARD> (COLON <n: MIN>|DOT <n2: MIN>)? in the <p2: morning|afternoon|evening>",
    "<half: half past> <h: HOUR12|CARD>",
)
def clock(m: Match, v: Vocabulary) -> Expression | None:
    """ "8 pm", "7:52", "six o’clock", "1900 hours"."""
    word = m.word("h") or ""
    if m.words("joint") and m.lexemes.ends[m.first] != m.lexemes.starts[m.first + 1]:
        return None
    minute = 30 if m.words("half") else int(m.word("n") or m.word("n2") or 0)
    if word in v.numbers:
        hour = v.numbers[word]
        if hour > 12:
            return None
    elif len(word) == 4:
        hour, minute = int(word[:2]), int(word[2:])
    else:
        hour = int(word)
    if m.word("k") is None and m.words("n") and m.before() in (":", "-", "/"):
        return None
    part = m.word("p2") or m.word("p2b") or ""
    half_of_day = m.word("k") or {"morning": "am", "afternoon": "pm", "evening": "pm", "night": "pm"}.get(part)
    if (
        m.words("p2")
        and word in v.numbers
        and m.before() not in ("at", "by", "until", "around", "about", "after", "before")
    ):
        return None
    if half_of_day is None and m.lexemes.lowers[m.beyond - 1] in ("o’clock", "o'clock") and hour < 7:
        half_of_day = "pm"
    at = _clock(hour, minute, half_of_day)
    return DayTime(at[0], at[1]) if at else None


@rule(
    "time-range",
    "between? <h: HOUR12|CARD> (COLON <n: MIN>|DOT <n2: MIN>)? (and|to|until|DASH) <g: HOUR12|CARD> "
    "(COLON <o: MIN>|DOT <o2: MIN>)? <k: AMPM> {ZONED}?",
)
def hours_sharing_half(m: Match, v: Vocabulary) -> Expression | None:
    """ "between 9 and 10 p.m.", "6-7.30 a.m.": the half of the day is told once; "11 to 1 p.m." begins before noon."""
    words = [m.word("h") or "", m.word("g") or ""]
    hours = [v.numbers.get(word) or (int(word) if word.isdecimal() else 0) for word in words]
    joint = m.lexemes.lowers[m.first : m.beyond]
    if not all(1 <= hour <= 12 for hour in hours) or ("and" in joint) != (joint[0] == "between"):
        return None
    half = m.word("k")
    other = {"am": "pm", "pm": "am"}[half or "am"]
    first = _clock(hours[0], int(m.word("n") or m.word("n2") or 0), half if hours[0] % 12 < hours[1] % 12 else other)
    last = _clock(hours[1], int(m.word("o") or m.word("o2") or 0), half)
    return Span(DayTime(*first), DayTime(*last)) if first and last else None


@rule(
    "clock-that",
    "<h: HOUR12|CARD> (COLON <n: MIN>)? (<k: AMPM>)? <d: that|this|the next|the following> <p: PARTDAY|day>",
)
def clock_that(m: Match, v: Vocabulary) -> Expression | None:
    """ "7:52 that evening"."""
    word, part = m.word("h") or "", m.word("p") or ""
    hour = v.numbers.get(word) or (int(word) if word.isdecimal() else 0)
    if not 1 <= hour <= 12 or (
        m.before() not in ("at", "by", "until", "around", "about", "after", "before", "from") and not m.words("n")
    ):
        return None
    half = m.word("k") or (
        "am" if part in ("morning", "dawn") else "pm" if part in ("evening", "night", "afternoon") else None
    )
    at = _clock(hour, int(m.word("n") or 0), half)
    return DayTime(at[0], at[1], part, _WHICH[m.words("d")[-1]]) if at else None


@rule(
    "day-part",
    "(later|earlier|early|late)? <d: that|this|last|the next|the following|the previous|the same|that same|"
    "the very next|the preceding> (early|late)? <p: PARTDAY>",
    "the <p: PARTDAY> <d: before|after>",
)
def day_part(m: Match, _v: Vocabulary) -> Expression | None:
    """ "that evening", "the next morning"."""
    word = m.words("d")[-1]
    part = m.word("p") or ""
    if word in ("before", "after") and m.after() not in (",", ".", ";", "", ")", "and", "but"):
        return None
    if part in ("noon", "midnight", "midday"):
        return DayTime(None, 0, part, _WHICH[word])
    return DayTime(None, 0, part, _WHICH[word])


@rule(
    "day-part",
    "(in|at|during|until|into) <x: the (middle|dead|course|(small|early) hours|rest) of the <p: night|morning>>",
    "the? (early|late|small|mid|wee)? <p: morning|afternoon|evening|night|hours> hours?",
    "(early|late|mid) DASH? <p: PARTDAY>",
    "<p: PARTDAY>",
)
def bare_day_part(m: Match, v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "the night" (of 7 May), "the early hours", "dawn"; without a day it counts behind a preposition only."""
    part = m.word("p") or ""
    lowers = m.lexemes.lowers[m.first : m.beyond]
    if m.words("x"):
        return [("x", DayTime(None, 0, part))]
    if part == "hours":
        if not {"early", "small", "wee"}.intersection(lowers):
            return None
        part = "night"
    of_day = m.after() in ("of", "on", "yesterday", "today", "tomorrow")
    before = m.before()
    if m.lexemes.text[m.lexemes.starts[m.beyond - 1]].isupper() and before.isalpha():
        return None
    if part in _POINTS:
        if not of_day and before not in (
            "at",
            "by",
            "before",
            "after",
            "until",
            "till",
            "since",
            "from",
            "to",
            "around",
            "near",
            "about",
            "past",
        ):
            return None
        time = v.day_parts[part]
        return DayTime(int(time[:2]), 0, part) if time else DayTime(None, 0, part)
    if of_day:
        return DayTime(None, 0, part)
    if (
        before
        in ("in", "into", "during", "at", "by", "on", "through", "throughout", "of", "until", "overnight", "from")
        and lowers[0] in ("the", "night", "early", "late", "mid")
        and (m.after() in neighbours().time_followers or not m.after()[:1].isalpha())
    ):
        return DayTime(None, 0, part)
    return None


@rule("tonight", "<p: tonight|overnight>")
def tonight(m: Match, _v: Vocabulary) -> Expression | None:
    """ "tonight"."""
    return DayTime(None, 0, "night", "this") if m.word("p") == "tonight" else None


@rule(
    "weekday-part",
    "<w: WEEKDAY> (early|late)? <p: PARTDAY>",
    "<w: yesterday|tomorrow> <p: PARTDAY>",
    "(early|late) on? <w: WEEKDAY>",
)
def weekday_part(m: Match, v: Vocabulary) -> Expression | None:
    """ "Tuesday night", "yesterday morning", "late on Sunday"."""
    from civicspace.components.dates.expressions import CalendarDate, Deictic, Modified

    word = m.word("w") or ""
    day: Expression = (
        CalendarDate(weekday=v.weekdays[word])
        if word in v.weekdays
        else Deictic("day", -1 if word == "yesterday" else 1)
    )
    if not m.words("p"):
        return Modified(day, "early" if m.lexemes.lowers[m.first] == "early" else "late")
    part = m.word("p") or ""
    time = v.day_parts[part]
    return DayTime(int(time[:2]) if time else None, 0, part, of=day)
