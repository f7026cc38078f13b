"""Rules for durations: how long something lasts, and how roughly that is told."""

from __future__ import annotations

from fractions import Fraction

from civicspace.components.dates.expressions import Expression, Measure
from civicspace.components.dates.grammar import Match, rule
from civicspace.components.dates.neighbours import neighbours
from civicspace.components.dates.numerals import number
from civicspace.components.dates.relative_rules import length_of
from civicspace.components.dates.vocabulary import Vocabulary

_BOUNDS = frozenset({"more", "less", "over", "under", "almost", "nearly", "fewer", "well"})
_BARE_PREPOSITIONS = frozenset(
    ["for", "in", "within", "over", "after", "of", "spent", "during", "through", "lasted", "took"]
)
FRAGMENTS = {
    "ROUGHLY": (
        "(well over|just over|just under|a little over|a little more than|(no|not|slightly|much|"
        "far)? (more|less|fewer) than|over|under|about|around|approximately|roughly|nearly|almost|close to|"
        "at least|at most|up to|some|barely|as many as|as long as|as little as|another|a further|an additional)"
    ),
}
_SENTENCE_REACH = 7
_ELLIPSIS_REACH = 25
_CHANGE_REACH = 10


@rule(
    "duration",
    "<q: {ROUGHLY}>? {LENGTH} (or so|or more|or less|or two|or longer|plus)?",
    "<d: the> {LENGTH} (or so|or more)?",
)
def duration(m: Match, v: Vocabulary) -> Expression | None:
    """ "ten years", "eight-day", "more than three months", "several weeks"."""
    unit = m.word("u") or ""
    words = v.units[unit]
    lowers = m.lexemes.lowers
    if m.words("d") and (unit not in words.plural or m.words("vague") or "-" in lowers[m.first : m.beyond]):
        return None
    if m.words("n") in (["a"], ["an"]) and (unit in words.plural or (m.after() == "-" and m.after(1) == "long")):
        return None
    if m.words("q") in (["over"], ["under"]) and m.before() not in neighbours().before_over:
        return None
    if m.words("vague"):
        if words.unit == "quarter" or m.words("vague")[-1] in ("long", "recent", "various"):
            return None
        if m.before() == "as" and m.before(2) == "in":
            return None
        if unit not in words.plural:
            return Measure(None) if "-" in lowers[m.first : m.beyond] and m.words("vague")[0] != "a" else None
        return Measure(None)
    if words.unit == "quarter" and _fraction(m):
        return None
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
    if m.words("n") == ["one"] and words.unit == "day" and "-" not in lowers[m.first : m.beyond] and not _measured(m):
        return None
    vague = bool(_BOUNDS & set(m.words("q"))) or lowers[m.beyond - 1] in ("so", "more", "less", "two", "longer", "plus")
    return Measure(None) if vague else Measure(length_of(m, v))


def _measured(m: Match) -> bool:
    """True where the words around "a week" or "one day" say that it measures."""
    if m.before() in neighbours().measuring or m.after() in ("old", "long", "into", "-"):
        return True
    return m.after() in ("to", "in", "behind") and any(m.before(k) in neighbours().giving for k in range(1, 5))


def _fraction(m: Match) -> bool:
    """True for quarters that are shares of something: "three-quarters", "a quarter of the food"."""
    return m.after() == "of" or any(mark in m.lexemes.lowers[m.first : m.beyond] for mark in ("-", "‑"))


def _age(m: Match) -> bool:
    """True for ages: "34 years old", "22-year-old", "aged ten years", "two years of age"."""
    after = [m.after(k) for k in range(4)]
    if after[0] == "old" or after[:2] in (["-", "old"], ["‑", "old"], ["-", "olds"]) or after[:2] == ["of", "age"]:
        return m.word("n") not in ("a", "an", "one") or after[0] != "old"
    return m.before() in ("aged", "age")


@rule(
    "duration-range",
    "<q: {ROUGHLY}>? between (<n1: {NUMBER}>) and (<n: {NUMBER}>) <u: UNITS>",
    "<q: {ROUGHLY}>? (<n1: {COUNTED}>) (DASH? (to|or) DASH?|DASH) (<n: {COUNTED}>) DASH? <u: UNIT|UNITS>",
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


@rule("duration-pair", "from <a: {COUNTED}> to <b: (<n: {COUNTED}>) <u: UNITS>>")
def changed_length(m: Match, v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "raised from five to six years": two measures where a verb of change governs them."""
    low, high = number(m.words("a"), v), number(m.words("n"), v)
    changing = any(
        word.startswith(neighbours().change) for word in m.lexemes.lowers[max(0, m.first - _CHANGE_REACH) : m.first]
    )
    if low is None or high is None or not changing:
        return None
    unit = m.word("u") or ""
    return [("a", Measure(v.length(low, unit))), ("b", Measure(v.length(high, unit)))]


@rule(
    "half-unit",
    "half (a|an) <u: UNIT>",
    "<n: {NUMBER}> and a half <u: UNITS>",
    "<x: a|CARD> (quarter|quarters) of an <u: hour>",
)
def half_unit(m: Match, v: Vocabulary) -> Expression | None:
    """ "half a year", "three quarters of an hour"."""
    if m.words("x"):
        shares = v.numbers.get(m.word("x") or "", 1)
        return Measure(v.length(Fraction(15 * shares), "minute")) if shares in (1, 3) else None
    amount = number(["half"] if not m.words("n") else [*m.words("n"), "and", "a", "half"], v)
    measured = v.length(amount, m.word("u") or "") if amount else None
    return Measure(measured)


@rule(
    "duration",
    "(<n: {COUNTED}>|<vague: VAGUE>)? DASH? <u: UNIT|UNITS> DASH long",
    "(<n: {COUNTED}>) DASH? <u: UNIT> long",
    "<u: UNITLONG>",
)
def lasting(m: Match, v: Vocabulary) -> Expression | None:
    """ "decades-long", "three-day-long", "the nine day long siege", "weeklong"."""
    unit = m.word("u") or ""
    if m.words("vague") or (not m.words("n") and unit in v.units[unit].plural):
        return Measure(None)
    return Measure(v.length(number(m.words("n") or ["one"], v) or Fraction(1), unit))


@rule("bare-units", "<u: UNITS> (on end)?", "<u: UNITS> <join: or|and|if not> even? UNITS")
def bare_units(m: Match, _v: Vocabulary) -> Expression | None:
    """ "for weeks", "within hours", "days or weeks": units without a number, behind a word that measures or side by
    side."""
    if m.word("u") in ("seconds", "quarters", "mins", "secs", "hrs", "yrs", "weekends"):
        return None
    if m.word("join") in ("or", "if"):
        return Measure(None) if m.after() not in ("-", "ago", "later", "old") else None
    return Measure(None) if m.before() in _BARE_PREPOSITIONS and m.after() not in ("of", "-") else None


@rule(
    "whole-unit",
    "all <u: day|night|week|weekend|month|year|summer|winter|morning|afternoon|evening> long?",
    "(the|a|an) (whole|entire) <u: day|night|week|weekend|month|year|decade>",
    "(spend|spends|spent|spending) <x: the <u: day|night|week|weekend|month|year>>",
)
def whole_unit(m: Match, v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "all day", "the entire week", "spent the night": lasting from the unit's start to its end."""
    word = m.word("u") or ""
    if m.after() in ("-", "of", "before", "after") or m.before() in ("at", "of", "not"):
        return None
    meaning = Measure(v.length(Fraction(1), word) if word in v.units else None)
    return [("x", meaning)] if m.words("x") else meaning


@rule("duration-elliptic", "for <x: {COUNTED}>")
def elliptic(m: Match, v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "jailed for thirteen months, her brother for ten": a number with the unit of the term told before it."""
    if m.after() not in (",", ".", ";", "and", "over", ")", "") or m.before().isdecimal():
        return None
    amount, lowers = number(m.words("x"), v), m.lexemes.lowers
    clause = lowers[max(0, m.first - _ELLIPSIS_REACH) : m.first]
    for mark in (".", ";", "\n\n"):
        if mark in clause:
            clause = clause[len(clause) - clause[::-1].index(mark) :]
    told = [k for k, word in enumerate(clause) if word in v.units and "for" in clause[max(0, k - 6) : k]]
    if amount is None or not told or v.units[clause[told[-1]]].unit not in ("day", "week", "month", "year", "hour"):
        return None
    return [("x", Measure(v.length(amount, clause[told[-1]])))]


@rule("another-unit", "(another|an additional|a further|one more|an extra) <u: UNIT>")
def another_unit(m: Match, v: Vocabulary) -> Expression | None:
    """ "another month": one more of the unit; "another day", "another night" mean some other one."""
    unit = v.units[m.word("u") or ""].unit
    if unit in ("second", "minute", "quarter", "generation") or m.after() in ("-", "of", "later", "ago"):
        return None
    if unit in ("day", "night", "weekend") and m.before() not in neighbours().measuring:
        return None
    return Measure(v.length(Fraction(1), m.word("u") or ""))


@rule("duration-suspended", "<b: {COUNTED}> (of (them|which))? (were|was|being)? suspended")
def suspended(m: Match, v: Vocabulary) -> Expression | list[tuple[str, Expression]] | None:
    """ "18 months, nine suspended": the part of a sentence that need not be served, in the unit told just before."""
    part = number(m.words("b"), v)
    unit = next((m.before(k) for k in range(2, _SENTENCE_REACH) if m.before(k) in v.units), None)
    if part is None or unit is None or m.before() not in (",", "(", "-", "–", "with", "and"):
        return None
    return [("b", Measure(v.length(part, unit)))]


@rule("matter-of", "a? matter of <u: UNITS>")
def matter_of(_m: Match, _v: Vocabulary) -> Expression | None:
    """ "a matter of days"."""
    return Measure(None)


@rule(
    "recent-length",
    "<t: (at least|at most|nearly|almost|about|roughly|(more|less) than)? the (last|past|next|first|coming|final|"
    "previous|preceding|following|ensuing|intervening)> (<low: {COUNTED}> (to|or))? "
    "(<n: {NUMBER}>|<vague: {SEVERAL}>) DASH? <u: UNIT|UNITS> (or so|or more)?",
    "the <t: {NUMBER}>? <u: UNITS> (before|since|prior|ahead)",
    "<t: these|those> (<n: {NUMBER}>) <u: UNITS>",
)
def recent_length(m: Match, v: Vocabulary) -> Expression | None:
    """ "the past six months", "the last few weeks", "the first ten days"."""
    lowers = m.lexemes.lowers
    if m.words("vague") or m.words("low") or lowers[m.beyond - 2] == "or" or _BOUNDS & set(m.words("t")):
        return Measure(None)
    words = m.words("n") or (m.words("t") if lowers[m.beyond - 1] in ("before", "since", "prior", "ahead") else [])
    amount = number(words, v)
    if amount is None or (not m.words("n") and m.after() not in (".", ",", ";", "")):
        return None
    return Measure(v.length(amount, m.word("u") or ""))


@rule(
    "recent-unit",
    "the (last|past|next|coming|previous|following) <u: hour|decade|century|week|month|year>",
    "the (last|past|next|coming|following) <u: week|month|year|decade> (or so|or two)?",
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
    vague = "or" in m.lexemes.lowers[m.first : m.beyond]
    return Measure(None if vague else v.length(Fraction(1), m.word("u") or ""))


@rule("recent-unit", "the (last|past|recent|coming|intervening|following|ensuing) <u: UNITS>")
def recent_units(m: Match, _v: Vocabulary) -> Expression | None:
    """ "the past weeks"."""
    if m.word("u") in ("seconds", "quarters", "generations"):
        return None
    return Measure(None) if m.after() != "of" else None


@rule(
    "most-of",
    "(most|much|all|part) of the (hour|day|night|week|weekend|month|quarter|year|decade|century|PARTDAY)",
)
def most_of(m: Match, v: Vocabulary) -> Expression | None:
    """ "most of the year"."""
    return None if m.before() in v.portions else Measure(None)
