"""Rules for sets of recurring times: "every Friday", "Monday nights", "twice a month"."""

from __future__ import annotations

from civicspace.components.dates.expressions import Expression, Recurrence
from civicspace.components.dates.grammar import Match, rule
from civicspace.components.dates.neighbours import neighbours
from civicspace.components.dates.vocabulary import Vocabulary


@rule(
    "every",
    "<e: every|each> (other|second|third)? (single)? <u: UNIT|WEEKDAY|PARTDAY|MONTH|"
    "SEASON> (PARTDAY)? (at <h: CARD|HOUR> (AMPM|o’clock|o'clock)?)?",
    "every {COUNTED} <u: UNITS>",
    "every few <u: UNITS>",
)
def every(m: Match, _v: Vocabulary) -> Expression | None:
    """ "every Friday", "each month", "every evening at nine"."""
    if m.word("e") == "each" and m.before() in ("of",) and m.after() in ("of",):
        return None
    return Recurrence()


@rule("nth-each", "the <o: ORD|last> <w: WEEKDAY|UNIT> (of|in) (each|every) <u: UNIT>")
def nth_each(_m: Match, _v: Vocabulary) -> Expression | None:
    """ "the first Sunday of each month"."""
    return Recurrence()


@rule(
    "times-a",
    "(once|twice|thrice|{COUNTED} times|several times|many times) ((a|per|each|every) UNIT|FREQ|every {COUNTED} UNITS)",
)
def times_a(_m: Match, _v: Vocabulary) -> Expression | None:
    """ "once a week"."""
    return Recurrence()


@rule("per-unit", "<x: (a|an|per) <u: UNIT>>")
def per_unit(m: Match, v: Vocabulary) -> Expression | None:
    """ "one minute a day", "7.2 million forints a year": the unit that a rate is told by."""
    before = m.before()
    if m.word("u") in ("second",) or m.after() in (
        "later",
        "earlier",
        "ago",
        "before",
        "after",
        "-",
        "long",
        "old",
        "of",
        "and",
        "in",
        "on",
        "since",
        "when",
        "away",
        "that",
        "marked",
        "for",
    ):
        return None
    rate = (
        before in v.units
        or before
        in ("times", "million", "thousand", "billion", "dollars", "euros", "percent", "people", "cases", "forints")
        or (before.isdecimal() and m.lexemes.lowers[m.first] != "per")
    )
    if m.lexemes.lowers[m.first] == "per" or (rate and before not in neighbours().measuring):
        return Recurrence()
    return None


@rule(
    "on-weekdays",
    "(alternate|alternating|most)? <w: WEEKDAYS> (and WEEKDAYS)?",
    "(WEEKDAY|WEEKDAYS) (PARTDAYS|at PARTDAY)",
    "at <x: weekends>",
    "on <x: weekends|weekdays>",
    "(on|at|in|during) <x: the? PARTDAYS>",
)
def on_weekdays(m: Match, _v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "on Fridays", "Monday nights", "at weekends", "in the evenings"."""
    return [("x", Recurrence())] if m.words("x") else Recurrence()


@rule("after-unit", "<a: UNIT> after <b: UNIT>", "<a: UNIT> in COMMA? <b: UNIT> out", "<a: PARTDAY> after <b: PARTDAY>")
def after_unit(m: Match, _v: Vocabulary) -> Expression | None:
    """ "night after night"."""
    return Recurrence() if m.word("a") == m.word("b") else None


@rule("frequency", "(almost|nearly)? FREQ")
def frequency(_m: Match, _v: Vocabulary) -> Expression | None:
    """ "daily", "almost nightly"; adjectives before media nouns are left to ``blocking``."""
    return Recurrence()
