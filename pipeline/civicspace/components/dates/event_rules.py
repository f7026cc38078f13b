"""Rules for the heads of dates counted from an event: "two days after ...", "the eve of ...".

What follows the preposition is found in the parse (see ``events``); where a date follows, ``composing`` takes it in.
"""

from __future__ import annotations

from fractions import Fraction

from civicspace.components.dates.expressions import Expression, Shifted
from civicspace.components.dates.grammar import Match, rule
from civicspace.components.dates.relative_rules import length_of
from civicspace.components.dates.values import Length
from civicspace.components.dates.vocabulary import Vocabulary

_SAME_DAY = Length((("TH", Fraction(1)),))


@rule(
    "event-length",
    "{VAGUELY}? {LENGTH} (to the day)? <s: before|after|following>",
    "<bare: hours|minutes|moments|days|weeks|months|years> <s: before|after|following>",
    "within <days: hours|days> of",
    "within {LENGTH} of",
)
def event_length(m: Match, v: Vocabulary) -> Expression | None:
    """ "two days after his arrest", "hours before the vote"."""
    if m.before() in ("for", "last", "past", "spent", "next", "first", "this", "that") or _clause_ends(m):
        return None
    if m.after(1) in ("other", "another"):
        return None
    if m.after() in ("being", "he", "she", "they") and m.word("s") == "before" and m.before() in ("in",):
        return None
    sign = -1 if m.word("s") == "before" else 1
    if m.words("bare") or m.words("days"):
        hours = (m.word("bare") or m.word("days")) in ("hours", "minutes", "moments")
        return Shifted(_SAME_DAY if hours else None, sign, "event")
    if m.words("vague"):
        return Shifted(None, sign, "event")
    exact = "to" in m.lexemes.lowers[m.first : m.beyond]
    return Shifted(length_of(m, v), sign, "event", exact)


@rule(
    "event-unit",
    "the (very|working)? <u: day|week|month|year> <s: before|after|following|of>",
    "the <p: PARTDAY> <s: before|after|of>",
    "the eve of",
)
def event_unit(m: Match, v: Vocabulary) -> Expression | None:
    """ "the day before the concert", "the eve of the vote"."""
    word = m.word("s")
    if _clause_ends(m):
        return None
    if m.lexemes.lowers[m.first + 1] == "eve":
        return Shifted(Length((("D", Fraction(1)),)), -1, "event")
    if word == "of":
        if m.words("p") or m.word("u") != "day" or m.after() not in ("the", "his", "her", "their", "its"):
            return None
        return Shifted(_SAME_DAY, 1, "event")
    unit = "day" if m.words("p") else m.word("u") or "day"
    measured = v.length(Fraction(1), unit)
    return Shifted(measured, -1 if word == "before" else 1, "event", part=m.word("p"))


def _clause_ends(m: Match) -> bool:
    return not m.after()[:1].isalnum() and m.after() not in ("‘", "“", '"', "'", "$")
