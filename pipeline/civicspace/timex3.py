"""The values of dates in TIMEX3, the notation that public corpora of time expressions use.

A record holds EDTF (ISO 8601-2) for what lies on the calendar and ISO 8601 for lengths. TIMEX3 (TimeML Annotation
Guidelines 1.2.1; ISO 24617-1) has values of its own for weeks, weekends, seasons, quarters, halves, decades,
centuries, parts of the day, vague lengths and recurrence. Some of them can't be told from EDTF alone ("the evening of
14 May" is 2018-05-14 there), so each function takes the expression's words where it needs them. The words are in
lexicon/dates/timex3.yaml.

An empty string means: no TIMEX3 value is known.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from functools import cache

from pydantic import BaseModel, ConfigDict

from civicspace.annotations import TimexKind
from civicspace.components.dates.numerals import number
from civicspace.components.dates.vocabulary import UnitWords, vocabulary
from civicspace.lexicons import lexicon

TYPES: dict[TimexKind, str] = {"date": "DATE", "time": "TIME", "duration": "DURATION", "set": "SET"}
UNKNOWN_DAY = "XXXX-XX-XX"

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_PART_OF_YEAR = re.compile(r"(\d{4})-(2[1-4]|3[3-6]|4[01])")
_MASKED_YEARS = re.compile(r"(\d{3})X|(\d\d)XX")
_TIME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(?:Z|[+-]\d\d:\d\d)?")
_HALF_YEAR = re.compile(r"(\d{4})-(01|07)/\1-(06|12)")
_HALVES = {("01", "06"): "H1", ("07", "12"): "H2"}


class Timex3Words(BaseModel):
    """lexicon/dates/timex3.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    parts_of_day: dict[str, str]
    seasons: dict[str, str]
    sub_years: dict[str, str]
    units: dict[str, str]
    frequencies: dict[str, str]


@cache
def _words() -> Timex3Words:
    return lexicon("dates/timex3", Timex3Words)


def _lowers(expression: str) -> list[str]:
    return _WORD.findall(expression.lower())


def part_of_day(expression: str) -> str:
    """TIMEX3's code of the part of the day that an expression names, or an empty string.

    >>> part_of_day("Monday morning"), part_of_day("the night hours"), part_of_day("Monday")
    ('MO', 'NI', '')
    """
    codes = _words().parts_of_day
    for word in _lowers(expression):
        if code := codes.get(word) or codes.get(word.removesuffix("s")):
            return code
    return ""


def calendar_value(edtf: str | None) -> str:
    """An EDTF value of the calendar as TIMEX3; an interval that TIMEX3 has no unit for stays as it is.

    Intervals of days are read as a week (Monday to Sunday) or weekend where they are one; of an open interval the
    end that is known is the value.

    >>> [calendar_value(v) for v in ("2018-23", "201X", "2019-10-07/2019-10-13", "2018-05-14T19:00:00", None)]
    ['2018-FA', '201', '2019-W41', '2018-05-14T19:00', '']
    """
    if edtf is None:
        return ""
    if "/" in edtf:
        return _interval_value(edtf)
    edtf = edtf.rstrip("?~%")
    if time := _TIME.fullmatch(edtf):
        return time[1] if time[2] in (None, ":00") else time[1] + time[2]
    if found := _PART_OF_YEAR.fullmatch(edtf):
        return f"{found[1]}-{_words().sub_years[found[2]]}"
    if found := _MASKED_YEARS.fullmatch(edtf):
        return found[1] or found[2]
    return edtf


def _interval_value(edtf: str) -> str:
    first, last = edtf.split("/")
    if ".." in (first, last):
        return calendar_value(last if first == ".." else first)
    if (half := _HALF_YEAR.fullmatch(edtf)) and (half[2], half[3]) in _HALVES:
        return f"{half[1]}-{_HALVES[half[2], half[3]]}"
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return edtf
    year, week, weekday = start.isocalendar()
    match weekday, (end - start).days:
        case 1, 6:
            return f"{year:04d}-W{week:02d}"
        case 6, 1:
            return f"{year:04d}-W{week:02d}-WE"
    return edtf


def _measure(words: list[str]) -> tuple[int | None, UnitWords] | None:
    """How many of an expression's last unit, and the unit.

    The amount is None where the words tell no whole number ("some hundred years", "two or three days").
    """
    v = vocabulary()
    for k in reversed(range(len(words))):
        if (unit := v.units.get(words[k])) is None:
            continue
        first = k
        while first and number(words[first - 1 : k], v) is not None:
            first -= 1
        vague = any("VAGUE" in v.categories.get(word, ()) or number([word], v) is not None for word in words[:first])
        amount = number(words[first:k], v) if first < k else None
        if amount is None and not vague:
            return (1 if words[k] in unit.singular else None), unit
        return (int(amount) if amount is not None and amount.denominator == 1 and not vague else None), unit
    return None


def _length(amount: int | None, unit: UnitWords) -> str:
    letters = _words().units.get(unit.unit)
    if letters is None:
        letters = unit.iso
        amount = None if amount is None else amount * unit.count
    many = "X" if amount is None else str(amount)
    return f"PT{many}{letters[1]}" if letters[0] == "T" else f"P{many}{letters}"


def duration_value(iso: str | None, expression: str) -> str:
    """A length as TIMEX3.

    iso: the record's ISO 8601 duration, None where the expression doesn't tell how long ("several months" is PXM) or
    tells a bound alone, which is a value in TIMEX3 ("over a year" is P1Y). Lengths in units that ISO 8601 lacks are
    written in these.

    >>> [duration_value(*d) for d in (("P20Y", "two decades"), (None, "over two years"), (None, "many months"))]
    ['P2DE', 'P2Y', 'PXM']
    """
    measured = _measure(_lowers(expression))
    if measured is None:
        return iso or ""
    amount, unit = measured
    if iso is None:
        return _length(amount, unit)
    if amount is not None and unit.unit in _words().units:
        in_iso = vocabulary().length(Fraction(amount), unit.singular[0])
        if in_iso is not None and in_iso.iso == iso:
            return _length(amount, unit)
    return iso


def set_value(expression: str) -> str:
    """What recurs, as TIMEX3: a masked calendar value ("every Friday") or the length of the period ("twice a week").

    >>> set_value("every Friday"), set_value("every two weeks"), set_value("every other day"), set_value("each July")
    ('XXXX-WXX-5', 'P2W', 'P2D', 'XXXX-07')
    """
    v, codes = vocabulary(), _words()
    words = _lowers(expression)
    part = part_of_day(expression)
    for word in words:
        if weekday := v.weekdays.get(word):
            return f"XXXX-WXX-{weekday}" + (f"T{part}" if part else "")
    for word in words:
        if month := v.months.get(word):
            return f"XXXX-{month:02d}" + _day_of_month(words)
        if season := codes.seasons.get(word) or codes.seasons.get(word.removesuffix("s")):
            return f"XXXX-{season}"
        if word in codes.frequencies:
            return codes.frequencies[word]
        if word in ("weekend", "weekends"):
            return "XXXX-WXX-WE"
    if part:
        return f"{UNKNOWN_DAY}T{part}"
    measured = _measure(words)
    if measured is None:
        return ""
    amount, unit = measured
    return _length(2 if "other" in words else amount or 1, unit)


def _day_of_month(words: list[str]) -> str:
    for word in words:
        if (word.isdecimal() or _ORDINAL.fullmatch(word)) and 1 <= (day := int(re.sub(r"\D", "", word))) <= 31:
            return f"-{day:02d}"
    return ""


def value(kind: TimexKind, expression: str, edtf: str | None, duration: str | None) -> str:
    """The TIMEX3 value of a record's date.

    kind, edtf, duration: as the record has them; expression: the date's text. A time of day without an hour gets its
    part of the day, on the day where one is known.

    >>> value("time", "the evening of 14 May 2018", "2018-05-14", None)
    '2018-05-14TEV'
    """
    match kind:
        case "duration":
            return duration_value(duration, expression)
        case "set":
            return set_value(expression)
        case "time":
            found = calendar_value(edtf)
            part = part_of_day(expression)
            if "T" in found or not part:
                return found
            return f"{found or UNKNOWN_DAY}T{part}"
    return calendar_value(edtf)
