"""The words of time, read from the lexicon, each with the categories that the grammar calls it by."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache

from pydantic import BaseModel, ConfigDict

from civicspace.annotations import Modifier
from civicspace.components.dates.values import Length
from civicspace.lexicons import lexicon


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Numbered(_Shape):
    """A month or weekday."""

    number: int
    name: str
    short: list[str]


class CalendarNames(_Shape):
    """lexicon/dates/calendar.yaml."""

    months: list[Numbered]
    weekdays: list[Numbered]
    seasons: dict[str, int]
    southern: list[str]
    day_parts: dict[str, str | None]
    next_day: list[str]
    zones: list[str]


class NumberWords(_Shape):
    """lexicon/dates/numbers.yaml."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, str]
    decades: dict[str, int]
    vague: list[str]


class UnitWords(_Shape):
    """One unit of lexicon/dates/units.yaml."""

    unit: str
    singular: list[str]
    plural: list[str]
    iso: str
    count: int
    half: str | None = None


class ModifierWords(_Shape):
    """lexicon/dates/modifiers.yaml."""

    parts: dict[str, Modifier]
    edges: dict[str, Modifier]
    portions: dict[str, Modifier]
    whole: list[str]
    frequency: list[str]


class Blocked(_Shape):
    """lexicon/dates/blocked.yaml."""

    numbered: list[str]
    counted: list[str]
    law_names: list[str]
    nicknames: list[str]
    media_names: list[str]
    group_nouns: list[str]


class DirectionWords(_Shape):
    """lexicon/dates/direction.yaml."""

    intends: frozenset[str]
    plans: frozenset[str]
    participles: frozenset[str]
    sets_limit: frozenset[str]
    moves: frozenset[str]
    calendar_verbs: frozenset[str]
    intends_nouns: frozenset[str]
    intends_adjectives: frozenset[str]
    arranged: frozenset[str]
    coming: frozenset[str]
    happened: frozenset[str]
    openers: frozenset[str]
    ahead: frozenset[str]
    behind: frozenset[str]
    limits: frozenset[str]
    weights: dict[str, float]


def _amount(code: str) -> tuple[str, Fraction]:
    """("T30M" -> ("TM", 30)): an amount written with its ISO letter last."""
    clock = code.startswith("T")
    return ("T" if clock else "") + code[-1], Fraction(int(code[1 if clock else 0 : -1]))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words of time.

    ``categories`` maps a lower-cased word to its categories (MONTH, UNIT, UNITS ...); those of ``CAPITAL``
    hold only where the
    word has a capital. The other fields give the words' values.
    """

    categories: dict[str, frozenset[str]]
    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, int]
    day_parts: dict[str, str | None]
    next_day: frozenset[str]
    numbers: dict[str, int]
    scales: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, Fraction]
    decades: dict[str, int]
    units: dict[str, UnitWords]
    parts: dict[str, Modifier]
    edges: dict[str, Modifier]
    portions: dict[str, Modifier]
    abbreviations: frozenset[str] = field(default=frozenset())
    southern: frozenset[str] = field(default=frozenset())

    def length(self, amount: Fraction, unit: str) -> Length | None:
        """A number of units as a Length; None for a unit without measure ("generation").

        unit: any form of its word. A half is turned into the smaller unit (half a year is six months).
        """
        words = self.units[unit]
        if not words.iso:
            return None
        whole, rest = divmod(amount, 1)
        amounts: list[tuple[str, Fraction]] = [(words.iso, Fraction(whole * words.count))] if whole or not rest else []
        if rest == Fraction(1, 2) and words.half:
            amounts.append(_amount(words.half))
        elif rest:
            amounts = [(words.iso, amount * words.count)]
        return Length(tuple(amounts))


CAPITAL = frozenset({"MONTH", "WEEKDAY", "WEEKDAYS", "ZONE"})


def _forms(words: UnitWords) -> list[str]:
    """All words of a unit: "day", "days", "daylong"."""
    return [*words.singular, *words.plural, *(f"{word}long" for word in words.singular)]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the package's lexicon, read once. Raises LexiconError."""
    names = lexicon("dates/calendar", CalendarNames)
    numbers = lexicon("dates/numbers", NumberWords)
    unit_list = lexicon("dates/units", list[UnitWords])
    modifiers = lexicon("dates/modifiers", ModifierWords)
    found: dict[str, set[str]] = {}

    def add(category: str, *words: str) -> None:
        for word in words:
            found.setdefault(word, set()).add(category)

    months = {word: m.number for m in names.months for word in (m.name, *m.short)}
    weekdays = {word: w.number for w in names.weekdays for word in (w.name, *w.short)}
    add("MONTH", *months)
    add("WEEKDAY", *weekdays)
    plural_weekdays = {f"{w.name}s": w.number for w in names.weekdays}
    add("WEEKDAYS", *plural_weekdays)
    add("SEASON", *names.seasons)
    add("PARTDAY", *names.day_parts)
    add("PARTDAYS", *(f"{part}s" for part in names.day_parts))
    add("CARD", *numbers.cardinals)
    add("SCALE", *numbers.scales)
    add("ORD", *numbers.ordinals)
    add("FRACTION", *numbers.fractions)
    add("TENS", *numbers.decades)
    add("ZONE", *names.zones)
    add("VAGUE", *numbers.vague)
    for words in unit_list:
        add("UNIT", *words.singular)
        add("UNITS", *words.plural)
        add("UNITLONG", *(f"{word}long" for word in words.singular))
        if words.unit not in ("second", "minute", "hour", "night", "generation", "millennium", "fortnight"):
            add("PERIOD", *words.singular)
        if words.unit not in ("second", "minute", "hour", "quarter", "millennium", "generation"):
            add("CALUNIT", *words.singular)
    add("PART", *modifiers.parts)
    add("EDGE", *modifiers.edges)
    add("WHOLE", *modifiers.whole)
    add("FREQ", *modifiers.frequency)
    return Vocabulary(
        categories={word: frozenset(kinds) for word, kinds in found.items()},
        months=months,
        weekdays=weekdays | plural_weekdays,
        seasons=names.seasons,
        day_parts=names.day_parts,
        next_day=frozenset(names.next_day),
        numbers=numbers.cardinals,
        scales=numbers.scales,
        ordinals=numbers.ordinals,
        fractions={sign: Fraction(told) for sign, told in numbers.fractions.items()},
        decades=numbers.decades,
        units={word: words for words in unit_list for word in _forms(words)},
        parts=modifiers.parts,
        edges=modifiers.edges,
        portions=modifiers.portions,
        southern=frozenset(names.southern),
        abbreviations=frozenset(word for m in (*names.months, *names.weekdays) for word in m.short),
    )
