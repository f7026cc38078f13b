"""The words of the TIMEX3 export, read from the lexicon.

The export works on records, without the language model and without spaCy, so it reads the few word lists that it
shares with the dates stage by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from pydantic import BaseModel, ConfigDict

from civicspace.annotations import Modifier
from civicspace.lexicons import lexicon

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_DIGITS = re.compile(r"[\d,]{1,15}(?:\.\d{1,6})?", re.ASCII)


class Timex3Words(BaseModel):
    """lexicon/dates/timex3.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    parts_of_day: dict[str, str]
    seasons: dict[str, str]
    sub_years: dict[str, str]
    units: dict[str, str]
    frequencies: dict[str, str]
    bounds: dict[str, str]
    points: dict[str, str]
    edges: dict[Modifier, str]
    first_words: dict[str, str]
    events: list[str]
    leading: list[str]
    around: list[str]
    over: list[str]
    functions: list[str]


class _Shared(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Numbered(_Shared):
    number: int
    name: str
    short: list[str]


class _Calendar(_Shared):
    months: list[_Numbered]
    weekdays: list[_Numbered]


class _Numbers(_Shared):
    cardinals: dict[str, int]
    scales: dict[str, int]
    ordinals: dict[str, int]
    vague: list[str]


class Unit(_Shared):
    """A unit of lexicon/dates/units.yaml: its name, words, ISO 8601 letter (T before those of the clock) and count."""

    unit: str
    singular: list[str]
    plural: list[str]
    iso: str
    count: int


@dataclass(frozen=True, slots=True)
class SharedWords:
    """Words of the dates stage by their lower-case form."""

    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, Unit]
    numbers: dict[str, int]
    scales: dict[str, int]
    ordinals: dict[str, int]
    vague: frozenset[str]


@cache
def timex3_words() -> Timex3Words:
    """The export's own words. Raises LexiconError."""
    return lexicon("dates/timex3", Timex3Words)


@cache
def shared_words() -> SharedWords:
    """The words shared with the dates stage. Raises LexiconError."""
    calendar, numbers = lexicon("dates/calendar", _Calendar), lexicon("dates/numbers", _Numbers)
    return SharedWords(
        months={word: m.number for m in calendar.months for word in (m.name, *m.short)},
        weekdays={word: day.number for day in calendar.weekdays for word in (day.name, f"{day.name}s", *day.short)},
        units={word: unit for unit in lexicon("dates/units", list[Unit]) for word in (*unit.singular, *unit.plural)},
        numbers=numbers.cardinals,
        scales=numbers.scales,
        ordinals=numbers.ordinals,
        vague=frozenset(numbers.vague),
    )


def lower_words(expression: str) -> list[str]:
    """The words of an expression in lower case; hyphens part them.

    >>> lower_words("Two-and-a-half years, or 2.5")
    ['two', 'and', 'a', 'half', 'years', 'or', '2.5']
    """
    return _WORD.findall(expression.lower())


def amount(words: list[str]) -> Fraction | None:
    """The value of number words, or None where they make no number.

    >>> [str(amount(w.split())) for w in ("two and a half", "a hundred", "twenty four", "1,500", "many")]
    ['5/2', '100', '24', '1500', 'None']
    """
    shared = shared_words()
    total, current = Fraction(0), Fraction(0)
    for k, word in enumerate(words):
        if word in shared.numbers:
            current += shared.numbers[word]
        elif word in shared.scales:
            total, current = total + (current or Fraction(1)) * shared.scales[word], Fraction(0)
        elif _DIGITS.fullmatch(word) and (digits := word.replace(",", "").strip(".")):
            current += Fraction(digits)
        elif word == "half":
            total += Fraction(1, 2)
        elif word in ("a", "an"):
            following = words[k + 1] if k + 1 < len(words) else ""
            if following != "half" and following not in shared.scales and words[k - 1 : k] != ["half"]:
                current += 1
        elif word != "and":
            return None
    return total + current if words else None
