"""Which characters of a record's expression TIMEX3 marks.

A record has one expression where TIMEX3 (TimeML Annotation Guidelines 1.2.1, 2.2.1) has two, the ends of a range, and
takes what a length is counted from into the expression ("two days after his arrest"), where TIMEX3 has the length
alone. TIMEX3 takes a noun phrase with its article, so "the" before "nine months" belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from civicspace.annotations import TimexKind
from civicspace.timex3 import eras, stretches
from civicspace.timex3.lengths import duration_value, measure
from civicspace.timex3.words import amount, lower_words, shared_words, timex3_words

_DAYS_OF_ONE_MONTH = frozenset({"days-shared-month", "month-shared-days"})
_ENDS = re.compile(
    r"(?:(?:between|from)\s+)?(?P<first>.+?)(?:\s*[-–—‑/]\s*|\s+(?:to|and|until|till|through)\s+)(?P<last>.+)",
    re.IGNORECASE | re.DOTALL,
)
_WORD = re.compile(r"[^\W_]+")
_WORD_BEFORE = re.compile(r"([^\W_]+)[ ]$")
_WORD_BEHIND = re.compile(r"[ ]([^\W\d_]+)")
_LONG = re.compile(r"[ -‑]?-?long\b")
_PERIOD = re.compile(r"[ ]periods?\b")
_OR_SO = re.compile(r"[ ]or so\b")
_COUNTED_PART = re.compile(r"the (?:first|last|final|opening|closing) (?:\w+[ -])+?(?!of\b)\w+s of\b", re.IGNORECASE)
_ENDING = re.compile(r"[ ](?:ended|ending)\b")
_YEAR = re.compile(r"\d{4}")
_DECADE = re.compile(r"\d0s$")
_DETERMINERS = frozenset({"the", "a", "an", "these", "those"})
_NEIGHBOURS = ("next", "last", "previous", "following", "same", "past", "coming")
_TO_THE_DAY = re.compile(r"\s+to the day$")
_COURSE = re.compile(r"the course of\s+", re.IGNORECASE)
_OPEN_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_LONGEST_WORD = 30


@dataclass(frozen=True, slots=True)
class Extent:
    """An expression of TIMEX3: its characters, and what is known of its value, as a record's date has it.

    ``value`` is TIMEX3's own where the record has none, else empty.
    """

    start: int
    end: int
    kind: TimexKind
    edtf: str | None
    duration: str | None
    value: str = ""


def extents(date: Mapping[str, Any], text: str) -> list[Extent]:
    """The expressions of TIMEX3 in one date of a record, in text order: two of a range, none of what it doesn't mark.

    date: as in the record; text: the report's.

    >>> date = {"start": 3, "end": 13, "text": "3 to 5 May", "kind": "date", "edtf": "2018-05-03/2018-05-05",
    ...     "duration": None, "rule": "days-shared-month"}
    >>> [(e.start, e.end, e.edtf) for e in extents(date, "On 3 to 5 May")]
    [(3, 4, '2018-05-03'), (8, 13, '2018-05-05')]
    """
    whole = Extent(date["start"], date["end"], date["kind"], date["edtf"], date["duration"])
    rule: str = date["rule"]
    if whole.edtf and "/" in whole.edtf and _is_range(rule) and (ends := _ENDS.fullmatch(date["text"])):
        return [
            replace(whole, start=whole.start + ends.start(end), end=whole.start + ends.end(end), edtf=moment)
            for end, moment in zip(("first", "last"), whole.edtf.split("/"), strict=True)
        ]
    if whole.edtf is None and whole.kind == "date":
        if ancient := eras.years_before_christ(date["text"]):
            return [
                replace(whole, start=whole.start + start, end=whole.start + end, value=value)
                for start, end, value in ancient
            ]
        whole = replace(whole, value=eras.value_before_christ(date["text"]))
    if rule in stretches.RULES and (parts := stretches.parts(date["text"], date.get("earliest"), date.get("latest"))):
        return [
            _trimmed(
                Extent(whole.start + start, whole.start + end, "duration" if length else "date", edtf, length), text
            )
            for start, end, edtf, length in parts
        ]
    if rule.startswith("event-"):
        cut = _without_event(whole, date["text"])
        if cut is None:
            return []
        whole = cut
    elif _measures(date, text):
        part = re.split(r"\sof\b", date["text"], maxsplit=1)[0]
        whole = replace(whole, kind="duration", edtf=None, duration=duration_value(None, part))
    return [_widened(_trimmed(whole, text), text)]


def _is_range(rule: str) -> bool:
    return "range" in rule or rule in _DAYS_OF_ONE_MONTH


def _measures(date: Mapping[str, Any], text: str) -> bool:
    """True for what is a place on the calendar in the record and a length in TIMEX3.

    These are parts counted in units ("the first ten months of 1915") and years that the text gives an end of their
    own ("the year ended 31 March").
    """
    if date["rule"] == "nth-of":
        return _COUNTED_PART.match(date["text"]) is not None and measure(lower_words(date["text"])) is not None
    return date["rule"] == "the-unit" and _ENDING.match(text, date["end"]) is not None


def _without_event(extent: Extent, expression: str) -> Extent | None:
    """The expression up to the preposition that begins the event; None where no word of time is left.

    Where the event is a date itself, the two are one expression.
    """
    shared, prepositions = shared_words(), timex3_words().events
    head = 0
    for word in _WORD.finditer(expression):
        lower = word.group().lower()
        if lower in prepositions and head:
            if _is_dated(expression[word.end() :]):
                return extent
            if exact := _TO_THE_DAY.search(expression, 0, head):
                head = exact.start()
            words = lower_words(expression[:head])
            counted = words[0] != "the" and measure(words) is not None
            end = extent.start + head
            if counted:
                return replace(extent, end=end, kind="duration", edtf=None)
            return replace(extent, end=end)
        if lower in shared.units or lower in timex3_words().parts_of_day:
            head = word.end()
    return None if not head else extent


def _is_dated(words: str) -> bool:
    """True where a date begins; months and weekdays count with a capital only ("the march" is a protest)."""
    shared = shared_words()
    first = _WORD.findall(words)[:3]
    named = any(w[0].isupper() and (w.lower() in shared.months or w.lower() in shared.weekdays) for w in first)
    return named or any(w[0].isdecimal() for w in first) or first[1:2] == ["new"]


def _before(text: str, at: int) -> str:
    found = _WORD_BEFORE.search(text, max(0, at - _LONGEST_WORD), at)
    return found[1] if found else ""


def is_prenominal(text: str, end: int) -> bool:
    """True where a noun seems to stand right behind: a word that is none of grammar's.

    >>> is_prenominal("the summer offensive", 10), is_prenominal("the summer of 1990", 10)
    (True, False)
    """
    behind = _WORD_BEHIND.match(text, end)
    return behind is not None and behind[1].lower() not in timex3_words().functions


def _trimmed(extent: Extent, text: str) -> Extent:
    """Without the words at the front that TIMEX3 leaves outside."""
    words = timex3_words()
    if course := _COURSE.match(text, extent.start, extent.end):
        extent = replace(extent, start=course.end())
    first = _WORD.match(text, extent.start, extent.end)
    if first is None:
        return extent
    lower = first.group().lower()
    dropped = lower in words.leading or (
        lower == "over" and extent.kind == "duration" and _over_is_preposition(text, extent, first.end())
    )
    if dropped and (rest := _WORD.search(text, first.end(), extent.end)):
        return replace(extent, start=rest.start())
    if lower == "the" and _modifies(text, extent):
        return replace(extent, start=first.end() + 1)
    return extent


def _over_is_preposition(text: str, extent: Extent, at: int) -> bool:
    following = _WORD.search(text, at, extent.end)
    single = following is not None and following.group().lower() in ("a", "an", "one")
    return not single and _before(text, extent.start).lower() not in timex3_words().over


def _modifies(text: str, extent: Extent) -> bool:
    """True before a noun that has the article: "the third-quarter report", "the Spring Offensive"."""
    words = text[extent.start : extent.end].lower().split()
    if len(words) != 2:
        return False
    if words[1] in timex3_words().seasons:
        behind = _WORD_BEHIND.match(text, extent.end)
        return behind is not None and behind[1][0].isupper()
    _, hyphen, last = words[1].rpartition("-")
    shared = shared_words()
    return bool(hyphen) and (last in shared.units or last in shared.months) and is_prenominal(text, extent.end)


def _widened(extent: Extent, text: str) -> Extent:
    """With the words at either side that TIMEX3 takes in."""
    if vague := _OR_SO.match(text, extent.end):
        extent = replace(extent, end=vague.end())
    expression = text[extent.start : extent.end]
    if extent.kind == "duration":
        if long := _LONG.match(text, extent.end):
            article = _OPEN_ARTICLE.match(expression)
            return replace(extent, start=extent.start + (article.end() if article else 0), end=long.end())
        if (period := _PERIOD.match(text, extent.end)) and "-" in expression:
            return _with_determiner(replace(extent, end=period.end()), text)
        words = lower_words(expression)
        counted = bool(words) and words[0] not in ("a", "an") and amount(words[:1]) is not None
        if counted and words[-1] in _plural_units() and expression == expression.lower():
            return _with_determiner(extent, text)
    elif extent.kind in ("date", "time"):
        return _widened_date(extent, text)
    return extent


def _widened_date(extent: Extent, text: str) -> Extent:
    expression = text[extent.start : extent.end]
    before = _before(text, extent.start)
    if before.lower() in timex3_words().around:
        dated = any(character.isdecimal() for character in expression) or _names_month(expression)
        owner = text[extent.end : extent.end + 1] in ("'", "’")
        return replace(extent, start=extent.start - len(before) - 1) if dated and not owner else extent
    if before.lower() != "the" or not expression[:1].isalnum():
        return extent
    if _YEAR.fullmatch(expression) and (period := _PERIOD.match(text, extent.end)):
        return _with_determiner(replace(extent, end=period.end()), text)
    day = expression[0].isdecimal() and _names_month(expression) and not is_prenominal(text, extent.end)
    relative = expression.split()[0] in _NEIGHBOURS
    return _with_determiner(extent, text) if day or relative or _DECADE.search(expression) else extent


def _plural_units() -> frozenset[str]:
    return frozenset(word for word, unit in shared_words().units.items() if word in unit.plural)


def _names_month(expression: str) -> bool:
    return any(word in shared_words().months for word in lower_words(expression))


def _with_determiner(extent: Extent, text: str) -> Extent:
    before = _before(text, extent.start)
    return replace(extent, start=extent.start - len(before) - 1) if before.lower() in _DETERMINERS else extent
