"""Named days: which day a feast or world day falls on in a year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from pydantic import BaseModel, ConfigDict

from civicspace.components.dates import easter, values
from civicspace.components.dates.expressions import Named
from civicspace.components.dates.grammar import Atom
from civicspace.components.dates.lexemes import Lexemes
from civicspace.components.dates.values import Period
from civicspace.lexicons import lexicon


class Observance(BaseModel):
    """One record of lexicon/dates/observances.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    names: list[str]
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    easter: int | None = None
    orthodox_easter: int | None = None
    table: list[date] = []
    countries: list[str] = []
    length: int = 1
    until: str | None = None


@cache
def by_name() -> dict[str, list[Observance]]:
    """All observances by lower-cased name; one name may mean several days in several countries."""
    found: dict[str, list[Observance]] = {}
    for entry in lexicon("dates/observances", list[Observance]):
        for name in entry.names:
            found.setdefault(name.lower().replace("’", "'"), []).append(entry)
    return found


def names() -> Iterable[str]:
    """All names, lower-cased, with straight apostrophes."""
    return by_name()


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth (-1: last) weekday of a month; raises ValueError where the month has none."""
    span = values.month(year, month)
    if nth > 0:
        when = span.first + timedelta(days=(weekday - span.first.isoweekday()) % 7 + 7 * (nth - 1))
    else:
        when = span.last - timedelta(days=(span.last.isoweekday() - weekday) % 7)
    if when > span.last:
        raise ValueError(f"no such weekday: {nth}")
    return when


def days(name: str, year: int, country: str | None) -> list[Period]:
    """When a named day falls in a year: none where the table can't tell, two where a lunar year is wholly inside.

    country: ISO alpha-2; a name that means different days in different countries needs it.

    >>> [period.edtf for period in days("world press freedom day", 2018, None)]
    ['2018-05-03']
    """
    entries = by_name().get(name, [])
    entry = next((e for e in entries if country and country in e.countries), None) or next(
        (e for e in entries if not e.countries), None
    )
    if entry is None and len(entries) == 1 and country is None:
        entry = entries[0]
    return [_lasting(first, _length(entry, first)) for first in _first_days(entry, year)] if entry else []


def on(name: str, year: int, country: str | None) -> Period | None:
    """The day or days of a named day in a year, None where the table can't tell or tells two.

    >>> on("ramadan", 2030, None) is None
    True
    """
    found = days(name, year, country)
    return found[0] if len(found) == 1 else None


def _first_days(entry: Observance, year: int) -> list[date]:
    if entry.easter is not None:
        return [easter.western(year) + timedelta(days=entry.easter)]
    if entry.orthodox_easter is not None:
        return [easter.orthodox(year) + timedelta(days=entry.orthodox_easter)]
    if entry.table:
        return [when for when in entry.table if when.year == year]
    if entry.weekday and entry.nth and entry.month:
        return [nth_weekday(year, entry.month, entry.weekday, entry.nth)]
    return [date(year, entry.month or 1, entry.day or 1)]


def _length(entry: Observance, first: date) -> int:
    """The days that a feast lasts from its first day on: as told, or up to the feast that ends it."""
    if entry.until is None:
        return entry.length
    ends = (
        day for other in by_name()[entry.until.lower()] for y in (0, 1) for day in _first_days(other, first.year + y)
    )
    return next((day - first).days for day in ends if day > first)


def _lasting(first: date, length: int) -> Period:
    start = values.day(first)
    return start if length == 1 else values.interval(start, values.day(first + timedelta(days=length - 1)))


class NameFinder:
    """Finds the names of named days among lexemes."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name in names():
            words = tuple(_WORDS.findall(name))
            self._by_first.setdefault(words[0], []).append((words, name))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def _find(self, lexemes: Lexemes) -> list[Atom]:
        lowers, text = lexemes.lowers, lexemes.text
        found = []
        for k in (k for k, word in enumerate(lowers) if word in self._by_first):
            if not text[lexemes.starts[k]].isupper():
                continue
            for words, name in self._by_first[lowers[k]]:
                if tuple(w.replace("’", "'") for w in lowers[k : k + len(words)]) == words:
                    article = name in _WITH_ARTICLE or _DESCRIBING & set(words)
                    first = k - 1 if k and lowers[k - 1] == "the" and article else k
                    beyond = k + len(words)
                    found.append(
                        Atom(lexemes.starts[first], lexemes.ends[beyond - 1], first, beyond, Named(name), "named-day")
                    )
                    break
        return found

    def merged(self, lexemes: Lexemes, atoms: list[Atom]) -> list[Atom]:
        """The atoms with the named days found, which take the place of atoms that they overlap."""
        named = self._find(lexemes)
        if not named:
            return atoms
        covered = {k for atom in named for k in range(atom.first, atom.beyond)}
        kept = [a for a in atoms if a.first not in covered and a.beyond - 1 not in covered]
        return sorted([*kept, *named], key=lambda a: a.first)


_WORDS = re.compile(r"'s\b|[^\W_]+|[^\w\s]")
_WITH_ARTICLE = frozenset({"lunar new year", "chinese new year"})
# Words of names that take an article: "the Day of the Imprisoned Writer".
_DESCRIBING = frozenset({"of", "for", "to", "against", "in"})
