"""Rules for durations and for sets of recurring times."""

from __future__ import annotations

from civicspace.components.dates.expressions import Expression, Measure, Recurrence
from civicspace.components.dates.grammar import Match, rule
from civicspace.components.dates.numerals import number
from civicspace.components.dates.relative_rules import length_of
from civicspace.components.dates.vocabulary import Vocabulary

_BOUNDS = frozenset({"more", "less", "over", "under", "almost", "nearly", "fewer", "well"})
_MEASURING = frozenset(
    [
        "for",
        "in",
        "within",
        "over",
        "under",
        "after",
        "of",
        "by",
        "about",
        "around",
        "than",
        "nearly",
        "almost",
        "least",
        "most",
        "to",
        "only",
        "just",
        "another",
        "every",
        "until",
        "during",
        "some",
        "from",
        "into",
        "spent",
        "lasted",
        "full",
        "spend",
        "last",
        "lasting",
        "took",
        "take",
        "takes",
        "lasts",
        "and",
        "or",
        "roughly",
        "approximately",
        "barely",
        "exactly",
    ]
)
_BARE_PREPOSITIONS = frozenset(
    ["for", "in", "within", "over", "after", "of", "spent", "during", "through", "lasted", "took"]
)
FRAGMENTS = {
    "ROUGHLY": (
        "(well over|just over|just under|a little over|a little more than|(no|not|slightly|much|"
        "far)? (more|less|fewer) than|over|under|about|around|approximately|roughly|nearly|almost|"
        "at least|at most|up to|some|barely|as many as|as long as|as little as)"
    ),
}


@rule("duration", "<q: {ROUGHLY}>? {LENGTH} (or so|or more|or less)?")
def duration(m: Match, v: Vocabulary) -> Expression | None:
    """ "ten years", "eight-day", "more than three months", "several weeks"."""
    unit = m.word("u") or ""
    words = v.units[unit]
    lowers = m.lexemes.lowers
    if m.words("vague"):
        if unit not in words.plural or m.words("vague")[-1] in ("long", "recent", "various"):
            return None
        return Measure(None)
    amount = number(m.words("n"), v)
    if amount is None or _age(m):
        return None
    singular_word = unit in words.singular
    if (
        words.unit in ("second", "minute", "quarter")
        and singular_word
        and m.words("n") in (["a"], ["an"], ["one"])
        and words.unit != "minute"
    ):
        return None
    if (
        singular_word
        and amount > 1
        and "-" not in lowers[m.first : m.beyond]
        and "‑" not in lowers[m.first : m.beyond]
        and "half" not in m.words("n")
    ) and not (
        m.after()[:1].isalpha()
        and m.word("u") in ("day", "hour", "week", "month", "year", "minute")
        and m.after() not in ("old", "and", "or")
    ):
        return None
    if m.words("n")[0] in ("a", "an") and len(m.words("n")) == 1 and not m.words("q") and not _measured(m):
        return None
    if words.unit == "night" and m.words("n") == ["a"] and m.before() not in ("for", "spent"):
        return None
    if m.words("n") == ["one"] and words.unit == "day" and m.before().strip() in ("", "."):
        return None
    vague = bool(_BOUNDS & set(m.words("q"))) or lowers[m.beyond - 1] in ("so", "more", "less")
    return Measure(None) if vague else Measure(length_of(m, v))


def _measured(m: Match) -> bool:
    return m.before() in _MEASURING or m.after() in ("old", "long", "into", "-")


def _age(m: Match) -> bool:
    """True for ages: "34 years old", "22-year-old", "aged ten years", "two years of age"."""
    after = [m.after(k) for k in range(4)]
    if after[0] == "old" or after[:2] in (["-", "old"], ["‑", "old"], ["-", "olds"]) or after[:2] == ["of", "age"]:
        return m.word("n") not in ("a", "an", "one") or after[0] != "old"
    return m.before() in ("aged", "age")


@rule(
    "duration-range",
    "<q: {ROUGHLY}>? between (<n1: {NUMBER}>) and (<n: {NUMBER}>) <u: UNITS>",
    "<q: {ROUGHLY}>? (<n1: {COUNTED}>) (to|or|DASH) (<n: {COUNTED}>) DASH? <u: UNIT|UNITS>",
    "(<n1: {COUNTED}>) <u1: UNITS|UNIT> (to|or) (<n: {COUNTED}>) <u: UNITS>",
    "between (<n1: {COUNTED}>) <u1: UNITS|UNIT> and (<n: {COUNTED}>) <u: UNITS>",
)
def duration_range(m: Match, v: Vocabulary) -> Expression | None:
    """ "four to eight years", "between five and nine months": a measure between two."""
    low, high = number(m.words("n1"), v), number(m.words("n"), v)
    if low is None or high is None or _age(m):
        return None
    return Measure(None) if low < high else None


@rule("duration-pair", "from <a: (<n1: {COUNTED}>) <u: UNIT|UNITS>> to <b: {COUNTED}>")
def duration_pair(m: Match, v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "from one year to five": two measures of one unit."""
    low, high = number(m.words("n1"), v), number(m.words("b"), v)
    if low is None or high is None or m.after() in v.units:
        return None
    unit = m.word("u") or ""
    return [("a", Measure(v.length(low, unit))), ("b", Measure(v.length(high, unit)))]


@rule("half-unit", "half (a|an) <u: UNIT>", "<n: {NUMBER}> and a half <u: UNITS>")
def half_unit(m: Match, v: Vocabulary) -> Expression | None:
    """ "half a year"."""
    amount = number(["half"] if not m.words("n") else [*m.words("n"), "and", "a", "half"], v)
    measured = v.length(amount, m.word("u") or "") if amount else None
    return Measure(measured)


@rule("bare-units", "<u: UNITS>")
def bare_units(m: Match, _v: Vocabulary) -> Expression | None:
    """ "for weeks", "within hours": units without a number, behind a word that measures."""
    if m.word("u") in ("seconds", "quarters", "mins", "secs", "hrs", "yrs", "weekends"):
        return None
    return Measure(None) if m.before() in _BARE_PREPOSITIONS and m.after() not in ("of", "-") else None


@rule("matter-of", "a matter of <u: UNITS>")
def matter_of(_m: Match, _v: Vocabulary) -> Expression | None:
    """ "a matter of days"."""
    return Measure(None)


@rule(
    "recent-length",
    "<t: the (last|past|next|first|coming|final|previous|preceding|following|ensuing|"
    "intervening)> (<n: {NUMBER}>|<vague: VAGUE>) <u: UNIT|UNITS>",
    "the <t: {NUMBER}>? <u: UNITS> (before|since|prior|ahead)",
    "<t: these|those> (<n: {NUMBER}>) <u: UNITS>",
)
def recent_length(m: Match, v: Vocabulary) -> Expression | None:
    """ "the past six months", "the last few weeks", "the first ten days"."""
    lowers = m.lexemes.lowers
    if m.words("vague"):
        return Measure(None)
    words = m.words("n") or (m.words("t") if lowers[m.beyond - 1] in ("before", "since", "prior", "ahead") else [])
    amount = number(words, v)
    if amount is None or (not m.words("n") and m.after() not in (".", ",", ";", "")):
        return None
    return Measure(v.length(amount, m.word("u") or ""))


@rule(
    "recent-unit",
    "the (last|past|next|coming|previous|following) <u: hour|decade|century|week|month|year>",
    "the (last|past|next|coming|following) <u: week|month|year|decade>",
)
def recent_unit(m: Match, v: Vocabulary) -> Expression | None:
    """ "over the past year": a measure where the words say a stretch."""
    if m.lexemes.lowers[m.first + 1] in ("next", "previous", "following") and m.before() not in (
        "over",
        "for",
        "within",
    ):
        return None
    if m.after() in ("of", "’s", "'s"):
        return None
    amount = number(["one"], v)
    return Measure(v.length(amount, m.word("u") or "")) if amount else None


@rule("recent-unit", "the (last|past|recent) <u: UNITS>")
def recent_units(m: Match, _v: Vocabulary) -> Expression | None:
    """ "the past weeks"."""
    return Measure(None) if m.after() != "of" else None


@rule("most-of", "(most|much|all|part) of <t: the|last|this|that> <u: UNIT>")
def most_of(m: Match, _v: Vocabulary) -> Expression | None:
    """ "most of the year"."""
    return Measure(None) if m.words("t") == ["the"] else None


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
    "(once|twice|thrice|{COUNTED} times|several times|many times) (a|per|each|every) <u: UNIT>",
    "{COUNTED} <d: days|hours|nights> (a|per) <u: UNIT>",
)
def times_a(m: Match, _v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "once a week"."""
    if m.words("d"):
        return None
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
    if m.lexemes.lowers[m.first] == "per" or (rate and before not in _MEASURING):
        return Recurrence()
    return None


@rule("on-weekdays", "<w: WEEKDAYS> (and WEEKDAYS)?", "at <x: weekends>", "on <x: weekends|weekdays>")
def on_weekdays(m: Match, _v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "on Fridays", "at weekends"."""
    return [("x", Recurrence())] if m.words("x") else Recurrence()


@rule("after-unit", "<a: UNIT> after <b: UNIT>", "<a: UNIT> in COMMA? <b: UNIT> out", "<a: PARTDAY> after <b: PARTDAY>")
def after_unit(m: Match, _v: Vocabulary) -> Expression | None:
    """ "night after night"."""
    return Recurrence() if m.word("a") == m.word("b") else None


@rule("frequency", "(almost|nearly)? FREQ")
def frequency(_m: Match, _v: Vocabulary) -> Expression | None:
    """ "daily", "almost nightly"; adjectives before media nouns are left to ``blocking``."""
    return Recurrence()
