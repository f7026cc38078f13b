"""Rules for dates told by their distance: from the reference day (deictic) or from the narrative (anaphoric)."""

from __future__ import annotations

from fractions import Fraction

from civicspace.components.dates.comparison_rules import compares
from civicspace.components.dates.expressions import (
    Anaphoric,
    CalendarDate,
    DayTime,
    Deictic,
    Expression,
    MonthDay,
    NearWeekday,
    NthWeekday,
    Shifted,
)
from civicspace.components.dates.grammar import Match, rule
from civicspace.components.dates.neighbours import neighbours
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
    "subsequent": 1,
    "after": 1,
    "before": -1,
    "ensuing": 1,
    "upcoming": 1,
}
_SAME_DAY = Length((("TH", Fraction(0)),))
# Words behind "the day before" that begin no event of its own.
_GOING_ON = frozenset({"to", "that", "in", "at", "with", "on", "by", "as", "because", "when", "while", "over", "for"})
# Words behind "the Monday" that are no noun which it would modify.
_DEFINITE_FOLLOWERS = frozenset(
    {"the", "a", "an", "he", "she", "they", "we", "it"}
    | {"and", "or", "but", "when", "after", "before", "at", "in", "with"}
)
FRAGMENTS = {
    "VAGUELY": (
        "(about|around|some|almost|nearly|roughly|approximately|barely|less than|more than|over|at least|under|up to)"
    ),
    "SEVERAL": (
        "a? (good|great|quite)? VAGUE|quite a few|a? couple (more)? of|a (number|handful|string|series) of|"
        "(tens|dozens|scores|hundreds|thousands) of"
    ),
    "QUANTITY": "{VAGUELY}? ({NUMBER}|{SEVERAL}|{NUMBER} or {NUMBER}) (full|short|whole|long|and a half)?",
    "MORE_UNITS": "(COMMA (<n3: {COUNTED}>) <u3: UNIT|UNITS> COMMA?)? and (<n2: {NUMBER}>) <u2: UNIT|UNITS>",
    "LENGTH": (
        "(<n: {NUMBER}>|<vague: {SEVERAL}>) (DASH|full|more|short|whole|long|calendar|working|trading|business|"
        "consecutive|straight|successive|additional|further|extra)? <u: UNIT|UNITS> ({MORE_UNITS}|<half: and a half>)?"
    ),
}


def length_of(m: Match, v: Vocabulary) -> Length | None:
    """The Length of the parts of a LENGTH fragment, None where it is vague or no measure."""
    if m.words("vague"):
        return None
    amount = number(m.words("n"), v)
    if amount is None:
        return None
    if m.words("half"):
        amount += number(["half"], v) or 0
    measured = v.length(amount, m.word("u") or "")
    for count, unit in (("n3", "u3"), ("n2", "u2")):
        if measured is not None and m.words(count):
            further_amount = number(m.words(count), v)
            further = v.length(further_amount, m.word(unit) or "") if further_amount is not None else None
            measured = Length((*measured.amounts, *further.amounts)) if further else None
    return measured


@rule("day-word", "<d: yesterday|today|tomorrow|tonight>")
def day_word(m: Match, _v: Vocabulary) -> Expression | None:
    """ "yesterday", "today"."""
    if m.after() in ("’s", "'s") and m.after(1) in ("world", "society"):
        return None
    return Deictic("day", {"yesterday": -1, "tomorrow": 1}.get(m.word("d") or "", 0))


@rule("day-word", "the day <b: before yesterday|after tomorrow>")
def day_before_yesterday(m: Match, _v: Vocabulary) -> Expression | None:
    """ "the day before yesterday"."""
    return Deictic("day", -2 if m.words("b")[0] == "before" else 2)


@rule(
    "deictic-unit",
    "<p: last|past|next|coming|this> <u: CALUNIT>",
    "<p: this> (past|last|coming) <u: CALUNIT>",
    "the <p: coming> <u: CALUNIT>",
    "<p: this> very <u: CALUNIT>",
    "the <p: current|present> <u: CALUNIT>",
    "the <p: last|past> <u: week|month|year|quarter|decade|century|weekend>",
)
def deictic_unit(m: Match, v: Vocabulary) -> Expression | None:
    """ "last year", "this week", "the past month"."""
    unit = v.units[m.word("u") or ""].unit
    word = m.word("p") or ""
    if unit in ("night", "day") and word in ("last", "past", "coming"):
        return None
    if m.before() == "the" and m.after() == "of":
        return None
    if m.lexemes.lowers[m.first] == "the" and word == "coming" and m.before() in ("over", "for", "within", "during"):
        return None
    if m.lexemes.lowers[m.first] == "the" and word == "last" and m.before() == "of" and m.before(2) in v.edges:
        return Deictic(unit, -1)
    if m.lexemes.lowers[m.first] == "the" and word in ("last", "past"):
        # "the last year" measures, "the last week of May" is part of May: left to their own rules.
        return None
    if (
        m.lexemes.lowers[m.first] == "this"
        and m.beyond - m.first == 3
        and m.lexemes.lowers[m.first + 1] in ("past", "last", "coming")
    ):
        return Deictic(unit, 1 if m.lexemes.lowers[m.first + 1] == "coming" else -1)
    if m.before() == "the" and word in ("next",):
        return Anaphoric(unit, 1)
    return Deictic(unit, _OFFSETS.get(word, 0))


@rule(
    "anaphoric-unit",
    "the (very|immediately)? <p: previous|preceding|prior|next|following|subsequent|same|ensuing> <u: CALUNIT>",
    "the <u: CALUNIT> <p: before|after>",
    "<p: that> (same|very)? <u: CALUNIT>",
    "the <u: CALUNIT> <p: prior>",
    "the very <p: same> <u: CALUNIT>",
    "that <p: following> <u: CALUNIT>",
)
def anaphoric_unit(m: Match, v: Vocabulary) -> Expression | None:
    """ "the following week", "the same day", "that month", "the day after"."""
    unit = v.units[m.word("u") or ""].unit
    word = m.word("p") or ""
    if word in ("before", "after") and not (clause_ends(m) or m.after() in _GOING_ON):
        return None
    ahead = word in ("next", "following", "ensuing")
    if m.before() in ("over", "within") and (ahead or word in ("previous", "preceding")):
        return None
    if m.before() == "for" and ahead:
        return None
    offset = _OFFSETS.get(word, 0)
    return Anaphoric(unit, offset, word in ("that", "same"), offset < 0 and compares(m, v))


@rule(
    "month-next-to",
    "<p: last|next|this|this past|the previous|the following|the same|that same|that|the next|"
    "the preceding> <m: MONTH>",
    "the <m: MONTH> <p: before|after>",
)
def near_month(m: Match, v: Vocabulary) -> Expression | None:
    """ "last June", "the previous June", "that May"."""
    words = m.words("p")
    offset = -1 if words == ["this", "past"] else _OFFSETS.get(words[-1], 0)
    return NearWeekday(
        None, v.months[m.word("m") or ""], offset, words[-1] in ("before", "after") or words[0] in ("the", "that")
    )


@rule(
    "weekday-next-to",
    "<p: last|next|this|this past|this coming|the previous|the following|the same|that same|that|"
    "the next|the preceding|the last> <w: WEEKDAY>",
    "the <w: WEEKDAY> <p: before|after>",
)
def near_weekday(m: Match, v: Vocabulary) -> Expression | None:
    """ "last Friday", "the following Tuesday", "that Sunday"."""
    words = m.words("p")
    if words == ["the", "last"] and m.after() in ("of", "in"):
        return None
    offset = {"this past": -1, "this coming": 1}.get(" ".join(words), _OFFSETS.get(words[-1], 0))
    return NearWeekday(
        v.weekdays[m.word("w") or ""], None, offset, words[-1] in ("before", "after") or words[0] in ("the", "that")
    )


@rule("weekday-definite", "(on|by|until|from) <x: the <w: WEEKDAY>>")
def definite_weekday(m: Match, v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "on the Monday": the one after what has been told. "The Monday hearing" is left to the hearing."""
    if m.after()[:1].isalpha() and m.after() not in _DEFINITE_FOLLOWERS:
        return None
    return [("x", NearWeekday(v.weekdays[m.word("w") or ""], None, 1, narrative=True))]


@rule("weekday-of-week", "<w: WEEKDAY> (of|) <p: last|next|this|that|the following|the same> week")
def weekday_of_week(m: Match, v: Vocabulary) -> Expression | None:
    """ "Tuesday next week"."""
    words = m.words("p")
    offset = _OFFSETS.get(words[-1], 0)
    week = Anaphoric("week", offset) if words[0] in ("the", "that") else Deictic("week", offset)
    return NthWeekday(0, v.weekdays[m.word("w") or ""], week)


@rule("weekday-untold", "(a|one) <w: WEEKDAY> <p: PARTDAY>?")
def untold_weekday(m: Match, _v: Vocabulary) -> Expression | None:
    """ "on a Thursday": some Thursday, nobody is told which. "A Monday hearing" is read as the Monday it means."""
    if m.after()[:1].isalpha() and m.after() not in neighbours().weekday_followers:
        return None
    untold = Shifted(None, -1, "reference")
    return DayTime(None, 0, m.word("p"), of=untold) if m.words("p") else untold


@rule("weekday", "<w: WEEKDAY>")
def weekday(m: Match, v: Vocabulary) -> Expression | None:
    """A bare weekday; its direction follows the verb."""
    return CalendarDate(weekday=v.weekdays[m.word("w") or ""])


@rule(
    "ago",
    "{VAGUELY}? {LENGTH} ago",
    "{VAGUELY}? {LENGTH} ago (this|last) (week|month|day)",
    "{VAGUELY}? {LENGTH} ago today",
)
def ago(m: Match, v: Vocabulary) -> Expression | None:
    """ "two weeks ago"."""
    if m.words("vague"):
        return Shifted(None, -1, "reference")
    last = m.lexemes.lowers[m.beyond - 1]
    exact = last != "ago" or "exactly" in m.lexemes.lowers[m.first : m.beyond]
    return Shifted(length_of(m, v), -1, "reference", exact, compared=compares(m, v))


@rule("from-now", "{VAGUELY}? {LENGTH} from <t: now|today>", "in {LENGTH} DASH? <t: time>")
def from_now(m: Match, v: Vocabulary) -> Expression | None:
    """ "two weeks from now"."""
    return Shifted(length_of(m, v), 1, "reference")


@rule(
    "length-later",
    "{VAGUELY}? {LENGTH} (to the day)? <s: later|earlier|before|after|afterwards|afterward|"
    "beforehand|previously|on|hence|prior|thereafter>",
    "{VAGUELY}? {LENGTH} <s: after|before> (that|this|then)",
)
def length_later(m: Match, v: Vocabulary) -> Expression | None:
    """ "three days later", "a week earlier", "ten days after that"."""
    word = m.word("s") or ""
    pronoun = m.lexemes.lowers[m.beyond - 1] in ("that", "this", "then")
    if word in ("before", "after", "prior") and not pronoun and not clause_ends(m):
        return None
    if word == "on" and m.after() not in (",", ".", ";", ""):
        return None
    if pronoun and not clause_ends(m) and m.after() not in ("a", "an", "the", "he", "she", "they", "his", "her"):
        return None
    if m.lexemes.lowers[m.beyond - 2] == "," or m.before() == "for":
        return None
    sign = -1 if word in ("earlier", "before", "beforehand", "previously", "prior") else 1
    exact = "day" in m.lexemes.lowers[m.first + 2 : m.beyond] and "to" in m.lexemes.lowers[m.first : m.beyond]
    compared = word in ("earlier", "before", "previously") and compares(m, v)
    return Shifted(length_of(m, v), sign, "narrative", exact, compared=compared)


def clause_ends(m: Match) -> bool:
    """True where the clause seems to end behind a match."""
    return (
        m.after() in (",", ".", ";", ":", ")", "", "and", "but", "or", "–", "—", "-", "”", "’", '"')
        or not m.after().strip()
    )


@rule("hours-later", "<s: hours|days|weeks|months|years|minutes|moments> (later|earlier|afterwards|before)")
@rule("ago", "<s: hours|days|weeks|months|years|decades|centuries|minutes|moments> ago")
def vaguely_later(m: Match, _v: Vocabulary) -> Expression | None:
    """ "weeks later": a few units away, unknown how many; "hours later" is taken for the same day."""
    word = m.lexemes.lowers[m.beyond - 1]
    if (word == "before" and not clause_ends(m)) or m.before().isdecimal():
        return None
    if word == "ago":
        return Shifted(None, -1, "reference")
    length = _SAME_DAY if m.word("s") in ("hours", "minutes", "moments") else None
    return Shifted(length, -1 if word in ("earlier", "before") else 1, "narrative")


@rule("units-following", "the <u: UNITS> that followed", "the <u: UNITS> (thereafter|afterwards)")
def units_following(_m: Match, _v: Vocabulary) -> Expression | None:
    """ "the weeks that followed"."""
    return Shifted(None, 1, "narrative")


@rule("day-of-month", "the <d: DAYORD>")
def day_of_month(m: Match, v: Vocabulary) -> Expression | None:
    """ "the 28th"."""
    if m.after()[:1].isalpha() and m.after() not in (
        "and",
        "or",
        "but",
        "when",
        "after",
        "before",
        "at",
        "in",
        "the",
        "a",
        "with",
        "as",
        "while",
        "of",
    ):
        return None
    if m.before() not in (
        "on",
        "by",
        "until",
        "till",
        "since",
        "from",
        "to",
        "and",
        "or",
        "before",
        "after",
        "between",
        "of",
        "for",
        ",",
    ):
        return None
    day = ordinal(m.words("d"), v)
    return MonthDay(day) if day and day <= 31 and m.after() != "of" else None


@rule("nth-day", "(on|by|of|at|until|since) <x: the <d: ORD> (day|night)>", "on <x: the <d: ORD>>")
def nth_day(m: Match, v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "the second day" of what is told; "the seventh" after days have been counted."""
    day = ordinal(m.words("d"), v)
    if day is None or day > 60 or m.after() == "of":
        return None
    if m.beyond - m.span("x")[0] == 2:
        if m.words("d")[-1][:1].isdecimal():
            return None
        if not clause_ends(m) and m.after() not in ("they", "he", "she", "we", "it", "the", "police"):
            return None
        if m.words("d")[0][:1].isdecimal():
            return None
        if not any(w in ("day", "days") for w in m.lexemes.lowers[max(0, m.first - 40) : m.first]):
            return None
    return [("x", MonthDay(day, counted=True))]
