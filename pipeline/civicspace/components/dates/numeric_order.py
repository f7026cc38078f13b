"""Day first or month first: how a report's numeric dates are to be read where both readings are days.

The report itself must tell, by its other dates: those in numbers of which one is above 12 ("25/06/2018"), and, where
there is none, those with the month's name ("5 May 2018" or "May 5, 2018"). Where nothing or both sides tell, dots
("05.06.2018") mean day first, as in all countries that write them. Where nothing tells, day first is assumed, as most
of the world writes, and the rule says so. Where the report's dates contradict each other, a date has no value, only the
days that bound its two readings.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from civicspace.components.dates.expressions import CalendarDate, Modified, NumericDate
from civicspace.components.dates.grammar import Atom
from civicspace.components.dates.lexemes import Lexemes

type Order = Literal["day-first", "month-first"]
type Evidence = Order | Literal["contradictory"]

ASSUMED = "numeric-date.day-first-assumed"
AMBIGUOUS = "numeric-date.ambiguous"
_NAMED: dict[str, Order] = {"day-month": "day-first", "month-day": "month-first"}
_MAJORITY = 0.8


def _clear(votes: list[Order]) -> Evidence | None:
    """The order that nearly all votes are for; None where nobody voted."""
    for order in ("day-first", "month-first"):
        if votes and votes.count(order) >= _MAJORITY * len(votes):
            return order
    return "contradictory" if votes else None


def order_of(atoms: list[Atom], lexemes: Lexemes) -> Evidence | None:
    """The order that a report's dates show, or None where they don't tell.

    atoms: all its expressions, before they are merged.
    """
    in_numbers: list[Order] = []
    in_words: list[Order] = []
    for atom in atoms:
        meaning = atom.meaning.of if isinstance(atom.meaning, Modified) else atom.meaning
        if not isinstance(meaning, CalendarDate) or meaning.day is None:
            continue
        if atom.rule in _NAMED:
            in_words.append(_NAMED[atom.rule])
        elif atom.rule == "numeric-date" and meaning.day > 12:
            leading = int(lexemes.lowers[atom.first]) == meaning.day
            in_numbers.append("day-first" if leading else "month-first")
    return _clear(in_numbers) if in_numbers else _clear(in_words)


def settle(atoms: list[Atom], lexemes: Lexemes) -> list[Atom]:
    """The atoms with their numeric dates read in the report's order; the rule of one that nothing settles says so."""
    if not any(isinstance(atom.meaning, NumericDate) for atom in atoms):
        return atoms
    order = order_of(atoms, lexemes)
    settled: list[Atom] = []
    for atom in atoms:
        meaning = atom.meaning
        if not isinstance(meaning, NumericDate):
            settled.append(atom)
            continue
        a, b, year = meaning.first, meaning.second, meaning.year
        if order == "month-first":
            settled.append(replace(atom, meaning=CalendarDate(year, a, b)))
        elif order == "day-first" or lexemes.lowers[atom.first + 1] == ".":
            settled.append(replace(atom, meaning=CalendarDate(year, b, a)))
        elif order is None:
            settled.append(replace(atom, meaning=CalendarDate(year, b, a), rule=ASSUMED))
        else:
            settled.append(replace(atom, rule=AMBIGUOUS))
    return settled
