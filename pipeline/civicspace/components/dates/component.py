"""Finds time expressions and places them on the calendar."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from civicspace.attributes import declare
from civicspace.components.dates.blocking import Blocker
from civicspace.components.dates.composing import Composer
from civicspace.components.dates.grammar import Atom, Grammar
from civicspace.components.dates.lexemes import Lexemes
from civicspace.components.dates.numeric_order import settle
from civicspace.components.dates.observances import NameFinder
from civicspace.components.dates.placing import Placing
from civicspace.components.dates.rules import FRAGMENTS, RULES
from civicspace.components.dates.vocabulary import vocabulary
from civicspace.tokens import TokenTable, token_table


class DatesComponent:
    """Writes ``doc._.civic_dates`` (Timex, in text order, without overlap) and ``doc._.civic_reference``.

    Reads ``doc._.civic_published`` (YYYY-MM-DD or coarser EDTF, or None), ``civic_country``, ``civic_sections``
    and the names among ``civic_entities``; each may be None. Raises LexiconError when the lexicon is broken.
    """

    def __init__(self, name: str = "civic_dates") -> None:
        declare()
        self.name = name
        self._words = vocabulary()
        self._grammar = Grammar(RULES, FRAGMENTS, self._words)
        self._blocker = Blocker()
        self._names = NameFinder()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a Doc in place and give it back."""
        table = token_table(doc)
        lexemes, atoms = self.find(doc, table)
        placing = Placing(doc, table, lexemes, atoms, self._words)
        doc._.civic_dates = placing.timexes()
        doc._.civic_reference = placing.reference
        return doc

    def find(self, doc: Doc, table: TokenTable) -> tuple[Lexemes, list[Atom]]:
        """The lexemes of a Doc and its time expressions, before they are placed on the calendar."""
        lexemes, atoms = self._grammar.find(doc.text)
        if not len(table):
            return lexemes, []
        named = _names_with_dates(doc)
        starts = [start for start, _ in named]
        kept = []
        for atom in self._names.merged(lexemes, atoms):
            k = bisect_right(starts, atom.start)
            if self._blocker.keep(atom, lexemes, table, named[max(0, k - 2) : k]):
                kept.append(atom)
        return lexemes, Composer(lexemes, self._words).compose(settle(kept, lexemes))


def _names_with_dates(doc: Doc) -> list[tuple[int, int]]:
    """Extents of names that a date may be a part of, in text order."""
    return sorted(
        (m.start, m.end)
        for entity in doc._.civic_entities or []
        if entity.type in ("organisation", "work", "law", "person")
        for m in entity.mentions
        if m.form in ("name", "short")
    )
