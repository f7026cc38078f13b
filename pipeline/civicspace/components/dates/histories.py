"""Narratives of a past long before they are told: which reports are such, and what their dates say of the year."""

from __future__ import annotations

from collections.abc import Sequence

from civicspace.annotations import Extent
from civicspace.components.dates.expressions import (
    Anaphoric,
    CalendarDate,
    CalendarPart,
    DayTime,
    Deictic,
    Expression,
    Modified,
    Shifted,
    Span,
)
from civicspace.components.dates.grammar import Atom
from civicspace.components.dates.quotation import quotation
from civicspace.components.dates.story_years import Mention
from civicspace.components.dates.tense import Direction, Tense
from civicspace.tokens import TokenTable

_YEARS = 6
_NOW_AND_THEN = 0.1
# How much speaks for the story being at a date told in passing, one told in a main clause, one that opens a sentence.
_PASSING, _TOLD, _OPENING = 0.3, 1.6, 3.0


def is_history(atoms: Sequence[Atom], year: int | None) -> bool:
    """True where most of the years that are named lie long before the year that the report is told in.

    year: that year, or None where nothing tells it.
    """
    meanings = [m.of if isinstance(m := atom.meaning, Modified) else m for atom in atoms]
    years = [m.year for m in meanings if isinstance(m, CalendarDate) and m.year is not None]
    limit = year - 1 if year is not None else 9999
    return len(years) >= _YEARS and 2 * sum(y < limit for y in years) > len(years)


def is_from_afar(atoms: Sequence[Atom]) -> bool:
    """True where few dates count from the day of the telling ("yesterday", "two weeks ago", "Friday")."""
    return sum(_of_the_telling(atom.meaning) for atom in atoms) < _NOW_AND_THEN * len(atoms)


def _of_the_telling(meaning: Expression) -> bool:
    match meaning:
        case Deictic() | Shifted(origin="reference") | CalendarDate(month=None, weekday=int()):
            return True
    return False


class Mentions:
    """Reads off each date of a history what it says of the year that the story is in."""

    def __init__(self, text: str, table: TokenTable, tense: Tense, headings: Sequence[Extent]) -> None:
        self._text = text
        self._table = table
        self._tense = tense
        self._headings = headings

    def of(
        self, atoms: Sequence[Atom], tokens: Sequence[tuple[int, int]], directions: Sequence[Direction]
    ) -> list[Mention | None]:
        """A Mention for each expression, None for one that says nothing of the year.

        tokens: the first and last token of each expression; directions: what the verb says of each.
        """
        told: list[Mention | None] = []
        named: int | None = None
        sentence = -1
        for atom, span, direction in zip(atoms, tokens, directions, strict=True):
            if self._table.sent[span[0]] != sentence:
                sentence, named = self._table.sent[span[0]], None
            mention = self._mention(atom, span, direction, named)
            told.append(mention)
            if mention is not None and mention.year is not None:
                named = mention.year
        return told

    def _mention(self, atom: Atom, span: tuple[int, int], direction: Direction, named: int | None) -> Mention | None:
        meaning = atom.meaning
        while isinstance(meaning, (Modified, DayTime)) and meaning.of is not None:
            meaning = meaning.of
        if isinstance(meaning, Span):
            meaning = meaning.first
        in_heading = any(h.start <= atom.start < h.end for h in self._headings)
        opens = in_heading or self._tense.narrating(span[0])
        weight = _OPENING if in_heading else self._weight(atom, span, direction, opens=opens)
        match meaning:
            case CalendarDate(year=int(year), month=month):
                return Mention(year, month, weight=weight, opens=opens)
            case CalendarDate(year=None, month=int(month), day=day, weekday=weekday):
                return Mention(None, month, day, weekday, named=named, weight=weight, opens=opens)
            case CalendarPart(kind="season" | "quarter" | "half", year=int(year)):
                return Mention(year, weight=weight, opens=opens)
            case Anaphoric(unit="year", offset=offset) if offset and weight > _PASSING:
                return Mention(shift=offset, weight=weight, opens=opens)
        return None

    def _weight(self, atom: Atom, span: tuple[int, int], direction: Direction, *, opens: bool) -> float:
        between = self._text[self._text.rfind("\n", 0, atom.start) + 1 : atom.start]
        if between.rfind("(") > between.rfind(")") or quotation(self._text, atom.start) is not None:
            return _PASSING
        if opens:
            return _OPENING
        if self._tense.attributive(*span) or self._tense.aside(*span) or direction in ("future", "forward", "perfect"):
            return _PASSING
        return _TOLD
