"""Rules for the heads of dates counted from an event: "two days after ...", "the eve of ...".

What follows the preposition is found in the parse (see ``event_phrases``); where a date follows, ``composing`` takes
it in.
"""

from __future__ import annotations

from fractions import Fraction

from civicspace.components.dates.events import kinds_of
from civicspace.components.dates.expressions import Expression, Shifted
from civicspace.components.dates.grammar import Match, rule
from civicspace.components.dates.numerals import number, ordinal
from civicspace.components.dates.relative_rules import length_of
from civicspace.components.dates.values import Length
from civicspace.components.dates.vocabulary import Vocabulary

_CALENDAR_NOUNS = frozenset(
    {"school", "spring", "summer", "autumn", "winter", "ramadan", "term", "season", "work", "life"}
)
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
        if m.word("u") not in (None, "day") or m.after() not in ("the", "his", "her", "their", "its"):
            return None
        if m.words("p") and not any(kinds_of(m.after(k)) for k in (1, 2)):
            return None
        return Shifted(_SAME_DAY, 1, "event", part=m.word("p"))
    unit = "day" if m.words("p") else m.word("u") or "day"
    measured = v.length(Fraction(1), unit)
    sign = -1 if word == "before" else 1
    return Shifted(measured, sign, "event", part=m.word("p"), week=unit == "week")


@rule(
    "event-clause",
    "the very? <u: day> that? (he|she|they|it|we|i|the|his|her|their)",
    "the same <u: day> that (he|she|they|it|we|i|the|his|her|their)",  # without "that" it begins a main clause
    "the <p: PARTDAY> that? (he|she|they|it|we|i)",
)
def event_clause(m: Match, _v: Vocabulary) -> Expression | None:
    """ "the day he was released"; the parse says whether a clause follows."""
    return Shifted(_SAME_DAY, 1, "event", part=m.word("p"), clause=True)


@rule("named-event", "(election|polling|voting) day")
def named_event(_m: Match, _v: Vocabulary) -> Expression | None:
    """ "on polling day"."""
    return Shifted(_SAME_DAY, 1, "event", event="vote")


@rule(
    "anniversary",
    "(the|its|their|his|her|a|our)? (<n: {DAYOFMONTH}>|<c: NUM|CARD> DASH? year)? anniversary of?",
)
def anniversary(m: Match, v: Vocabulary) -> Expression | None:
    """ "the third anniversary of the uprising", "its 10-year anniversary"."""
    years = ordinal(m.words("n"), v) if m.words("n") else number(m.words("c"), v) if m.words("c") else None
    length = Length((("Y", Fraction(years)),)) if years else None
    return Shifted(length, 1, "event", recurring=True)


@rule("event-nth-day", "the (very)? <o: ORD|last|final|opening|closing> (full|single)? <u: day|night|week> <s: of>")
def event_nth_day(m: Match, v: Vocabulary) -> Expression | None:
    """ "the second day of the trial", "the final night of the siege": counted from the event's first day."""
    if m.after() in v.months or m.after() in v.units or not m.after()[:1].isalpha() or m.after(1) in v.units:
        return None
    if {m.after(), m.after(1)} & _CALENDAR_NOUNS or m.after(2) in v.units:
        return None
    if m.after() in ("each", "every", "any", "my", "one"):
        return None
    nth = v.ordinals.get(m.word("o") or "", 1 if m.word("o") == "opening" else 0)
    if nth > 60 or (nth != 1 and m.word("u") == "week"):
        nth = 0
    if not nth:
        return Shifted(None, 1, "event")
    if m.word("u") == "week":
        return Shifted(None, 1, "event")
    return Shifted(Length((("D", Fraction(nth - 1)),)), 1, "event", part="night" if m.word("u") == "night" else None)


def _clause_ends(m: Match) -> bool:
    return not m.after()[:1].isalnum() and m.after() not in ("‘", "“", '"', "'", "$")
