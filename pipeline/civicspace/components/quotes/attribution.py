"""What an attribution is, and what all ways of finding one need."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from civicspace.components.quotes.complement import FINITE
from civicspace.components.quotes.cues import Cue
from civicspace.components.quotes.marks import Quotation
from civicspace.components.quotes.quoted_text import QuotedText

REACH = 30  # tokens between a quotation and the end of its attribution
NOMINAL = frozenset(
    {"DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM", "PART", "PRON", "CCONJ", "PUNCT", "SPACE", "ADV", "X", "SYM"}
)


@dataclass(slots=True)
class Attribution:
    """Who said a quotation, as far as its surroundings tell.

    ``cue`` is None for a bare colon or dash; ``heads`` are heads of the source's phrase; ``last`` is the attribution's
    last token; ``rule`` says how it was found.
    """

    cue: Cue | None
    heads: list[int]
    last: int
    rule: str


class CueLookup:
    """The verb and phrase cues of one report, looked up by position and level."""

    def __init__(self, quoted: QuotedText, cues: list[Cue]) -> None:
        self._quoted = quoted
        self._cues = [cue for cue in cues if cue.sense.part != "noun"]
        self._heads = [cue.head for cue in self._cues]

    def between(self, first: int, beyond: int, level: int) -> list[Cue]:
        """Cues at a level (a quotation's position, -1 outside of all) between two token positions, in text order."""
        low, high = bisect_left(self._heads, first), bisect_left(self._heads, beyond)
        return [cue for cue in self._cues[low:high] if self._quoted.level[cue.head] == level]


def is_clause(quoted: QuotedText, quotation: Quotation) -> bool:
    """True for a quotation with a finite verb or an imperative in it, or more than one sentence."""
    table = quoted.table
    first, beyond = quoted.inside(quotation.content)
    for k in range(first, min(beyond, first + 3 * REACH)):
        if table.tag[k] in FINITE or (table.tag[k] == "VB" and k == first):
            return True
    return beyond - first > 3 * REACH


def source_heads(quoted: QuotedText, cue: Cue) -> list[int]:
    """Heads of the phrase that a source phrase names: behind it ("according to X") or inside it ("in X's words")."""
    table = quoted.table
    if cue.sense.source == "between":
        noun = cue.last
        return [j for j in table.children[noun] if table.dep[j] == "poss"][:1]
    _, high = quoted.bounds(cue.last)
    heads = [j for j in table.children[cue.last] if table.dep[j] in ("pobj", "pcomp")]
    if not heads:
        near = range(cue.last + 1, min(high, cue.last + 8) + 1)
        heads = [j for j in near if table.pos[j] in ("NOUN", "PROPN", "PRON")][:1]
    if not heads:
        return []
    found = [heads[0]]
    for j in table.children[heads[0]]:
        if table.dep[j] == "conj" and table.pos[j] in ("NOUN", "PROPN"):
            found.append(j)
    return found
