"""TIMEX3 values of durations: PxU, with an X where the words tell no number ("several months" is PXM)."""

from __future__ import annotations

from fractions import Fraction

from civicspace.timex3.words import Unit, amount, lower_words, shared_words, timex3_words


def measure(words: list[str]) -> tuple[int | None, Unit] | None:
    """How many of an expression's last unit, and the unit; None without a unit.

    words: in lower case. The amount is None where they tell no whole number ("some hundred years", "two or three
    days").
    """
    shared = shared_words()
    words = _with_pairs(words)
    for k in reversed(range(len(words))):
        if (unit := shared.units.get(words[k])) is None:
            continue
        first = k
        while first and amount(words[first - 1 : k]) is not None:
            first -= 1
        rest = [word for n, word in enumerate(words[:first]) if words[n : n + 2] != ["a", "little"]]
        vague = any(word in shared.vague or amount([word]) is not None for word in rest)
        many = amount(words[first:k]) if first < k else None
        if many is None and not vague:
            return (1 if words[k] in unit.singular else None), unit
        return (int(many) if many is not None and many.denominator == 1 and not vague else None), unit
    return None


def _with_pairs(words: list[str]) -> list[str]:
    """ "a couple of" as the number it is taken for."""
    if words[1:3] == ["couple", "of"] or words[2:4] == ["couple", "of"]:
        at = words.index("couple")
        return [*words[: at - (words[at - 1] == "a")], "2", *words[at + 2 :]]
    return words


def length(many: int | None, unit: Unit) -> str:
    """A number of units as TIMEX3; None is an unknown number."""
    letters = timex3_words().units.get(unit.unit)
    if letters is None:
        letters = unit.iso
        many = None if many is None else many * unit.count
    number = "X" if many is None else str(many)
    return f"PT{number}{letters[1]}" if letters[0] == "T" else f"P{number}{letters}"


def duration_value(iso: str | None, expression: str) -> str:
    """A length as TIMEX3.

    iso: the record's ISO 8601 duration, None where the expression doesn't tell how long ("several months" is PXM) or
    tells a bound alone, which is a value in TIMEX3 ("over a year" is P1Y). Lengths in units that ISO 8601 lacks are
    written in these.

    >>> [duration_value(*d) for d in (("P20Y", "two decades"), (None, "over two years"), (None, "many months"))]
    ['P2DE', 'P2Y', 'PXM']
    """
    measured = measure(lower_words(expression))
    if measured is None:
        return iso or ""
    many, unit = measured
    if iso is None:
        return length(many, unit)
    if many is not None and unit.unit in timex3_words().units and _iso(Fraction(many), unit) == iso:
        return length(many, unit)
    return iso


def _iso(many: Fraction, unit: Unit) -> str:
    count, letter = many * unit.count, unit.iso
    return f"PT{count}{letter[1]}" if letter[:1] == "T" else f"P{count}{letter}"
