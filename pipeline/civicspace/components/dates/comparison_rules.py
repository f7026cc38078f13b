"""Rules for what figures are on and compared with: "the latest quarter", "the year-ago period", "the same month last
year"."""

from __future__ import annotations

from typing import Literal, cast

from civicspace.components.dates.expressions import CalendarPart, Expression, Reported, Unplaced
from civicspace.components.dates.grammar import Match, rule
from civicspace.components.dates.numerals import ordinal
from civicspace.components.dates.vocabulary import Vocabulary

type _Unit = Literal["period", "quarter", "half", "year", "month", "week", "day"]

_REACH = 60
_NEAR = 12
_COMPARING = frozenset({"compared", "versus", "than", "against", "comparison"})
_PAUSES = frozenset({",", ";", ".", "\n\n", "and", "but"})
_FROM = frozenset({"from", "up", "down"})
_AMOUNTS = frozenset({"$", "€", "£", "%", "percent", "million", "billion"})
_AFTER_PERIOD = frozenset({"of", "in", "was", "-", "when", "that", "between", "from", "after", "before", "since"})
FRAGMENTS = {
    "SAME": "same|corresponding|comparable|equivalent",
    "YEARBACK": (
        "(of|in)? (last|the (previous|preceding|prior)) year|(of|in)? the year (before|earlier)|"
        "a year (earlier|ago|before|previously)"
    ),
}


def compares(m: Match, v: Vocabulary) -> bool:
    """True where a distance tells what a figure is compared with ("up from 30 a year earlier", "than a year ago")."""
    lowers = m.lexemes.lowers
    if m.before() in _COMPARING or m.before() == "from":
        return True
    if m.before() in (".", "\n\n", "") and any(m.after(k) in _AMOUNTS for k in range(_NEAR)):
        return True
    for k in range(m.first - 1, max(-1, m.first - _REACH), -1):
        word = lowers[k]
        if word == "\n\n" or (word in (".", "?", "!") and not (k + 1 < m.first and lowers[k + 1].isdecimal())):
            return False
        if word in _COMPARING or (word in _AMOUNTS and m.first - k < _NEAR):
            return True
        if word in _FROM and any(_counts(w, v) for w in lowers[k + 1 : min(k + 4, m.first)]):
            return True
    return False


def is_standard(lowers: list[str], first: int, v: Vocabulary) -> bool:
    """True for a date that others are held against ("fewer than in May"), so that the story isn't at it.

    lowers: the text's lexemes; first: where the date begins among them.
    """
    for k in range(first - 1, max(-1, first - _NEAR), -1):
        word = lowers[k]
        if word in _PAUSES:
            return False
        if word in _COMPARING and (word != "against" or any(_counts(w, v) for w in lowers[k + 1 : k + 3])):
            return True
    return False


def has_past_figure(lowers: list[str], first: int, v: Vocabulary) -> bool:
    """True for a date that a figure of the past belongs to ("after a fall of 2 per cent in May", "from 30 in May").

    lowers, first: as in ``is_standard``.
    """
    for k in range(first - 1, max(-1, first - _NEAR), -1):
        if lowers[k] in _PAUSES:
            return False
        if lowers[k] in ("after", "from"):
            return any(_counts(w, v) for w in lowers[k + 1 : min(k + 7, first)])
    return False


def _counts(word: str, v: Vocabulary) -> bool:
    return word in _AMOUNTS or word in v.numbers or word in v.scales or word.replace(",", "").isdecimal()


def _unit(word: str | None) -> _Unit:
    return cast(_Unit, word)


@rule(
    "reported-period",
    "the (latest|most recent|current|present)? (latest|recent|reporting) (fiscal)? <u: quarter|period|half>",
    "that (same)? <u: quarter>",
)
def latest(m: Match, _v: Vocabulary) -> Expression | None:
    """ "the latest quarter", "the reporting period"."""
    return Reported(_unit(m.word("u")))


@rule("reported-period", "(the|this)? <p: last|previous|preceding|prior|next|following> reporting period")
def other_reporting_period(_m: Match, _v: Vocabulary) -> Expression | None:
    """ "the last reporting period": as long as this one perhaps, and perhaps not."""
    return Unplaced()


@rule("reported-period", "the <u: quarter>")
def the_quarter(m: Match, v: Vocabulary) -> Expression | None:
    """ "the quarter" where one has been told before; others are quarters of towns and shares of wholes."""
    if m.after() in ("of", "-", "century", "final", "finals", "mile", "pole", "moon"):
        return None
    lowers = m.lexemes.lowers
    for k in range(max(1, m.first - 400), m.first):
        if lowers[k] == "quarter":
            word = lowers[k - 2] if lowers[k - 1] == "-" and k > 1 else lowers[k - 1]
            if word in ("latest", "year", "ago", "earlier", "last") or ordinal([word], v) in (1, 2, 3, 4):
                return Reported("quarter")
    return None


@rule(
    "year-ago",
    "(the|its)? {SAME}? year DASH? (ago|earlier) <u: quarter|period|half|month|week>",
    "(the|a|its|their)? <x: year DASH (ago|earlier|before)>",
    "(the|a|its|their)? <x: year DASH (ago|earlier) {COUNTED} months>",
)
def year_ago(m: Match, _v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "the year-ago quarter"; "year-earlier" before other nouns."""
    if m.words("u"):
        return Reported(_unit(m.word("u")), -1)
    return [("x", Reported("period", -1))] if m.before() not in ("-", "one", "two", "three", "half") else None


@rule("year-ago", "the year DASH? (ago|earlier) <o: ORD> DASH? <k: quarter|half>")
def year_ago_quarter(m: Match, v: Vocabulary) -> Expression | None:
    """ "the year-ago third quarter"."""
    nth, kind = ordinal(m.words("o"), v) or 0, m.word("k")
    if kind == "half":
        return CalendarPart("half", nth, offset=-1) if nth in (1, 2) else None
    return CalendarPart("quarter", nth, offset=-1) if 1 <= nth <= 4 else None


@rule(
    "same-period",
    "the? {SAME} <u: quarter|period|half|month|week|day> {YEARBACK}",
    "the? <u: quarter|period> {YEARBACK}",
    "<x: last year> POSS {SAME}? <u: quarter|period>",
    "(the|last)? {SAME} year DASH? (ago|earlier) <u: quarter|period>",
)
def same_last_year(m: Match, _v: Vocabulary) -> Expression | None:
    """ "the same period last year", "the quarter a year ago"."""
    return Reported(_unit(m.word("u")), -1)


@rule(
    "same-period",
    "the? {SAME} <u: quarter|period|half|month|week|day> (of|in)? <y: YEAR>",
    "the <y: YEAR> {SAME}? <u: quarter|period>",
    "the {SAME} {COUNTED} DASH? (months|weeks|month|week) <u: period>? (of|in) <y: YEAR>",
)
def same_of_year(m: Match, _v: Vocabulary) -> Expression | None:
    """ "the same month in 2016", "the 2016 period"."""
    return Reported(_unit(m.word("u") or "period"), year=int(m.word("y") or 0))


@rule("same-period", "the {SAME} <o: ORD> <k: quarter|half> {YEARBACK}")
def same_quarter(m: Match, v: Vocabulary) -> Expression | None:
    """ "the same third quarter last year"."""
    nth, kind = ordinal(m.words("o"), v) or 0, "quarter" if m.word("k") == "quarter" else "half"
    return CalendarPart("half" if kind == "half" else "quarter", nth, offset=-1) if 1 <= nth <= 4 else None


@rule(
    "same-period",
    "<d: this|that|the same|that same> <u: period>",
    "(during|throughout|over) <x: <d: the> <u: period>>",
    "the <u: period> (under review|in question|covered)",
)
def this_period(m: Match, _v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "the same period", "during this period"."""
    if m.after() in _AFTER_PERIOD - {"was", "after"} or (m.words("d") == ["the"] and m.after() in _AFTER_PERIOD):
        return None
    return [("x", Reported("period"))] if m.words("x") else Reported("period")
