"""Dates told by an event: how far the event's phrase reaches, and when the event was.

An event's date is looked up by the stem of the word that names it ("his arrest" finds "was arrested on 3 May").
"""

from __future__ import annotations

from civicspace.components.dates.values import Period
from civicspace.tokens import TokenTable

_STEM = 5
_LIGHT = frozenset(
    {
        "be",
        "have",
        "do",
        "make",
        "take",
        "get",
        "say",
        "tell",
        "give",
        "go",
        "hold",
        "come",
        "put",
        "day",
        "year",
        "month",
        "week",
        "people",
        "group",
    }
)
_CLAUSE_PARTS = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "csubj",
        "aux",
        "auxpass",
        "neg",
        "dobj",
        "prt",
        "mark",
        "advmod",
        "attr",
        "acomp",
        "expl",
        "dative",
        "oprd",
        "xcomp",
    }
)
_REACH = 25


def stem(lemma: str) -> str:
    """The letters by which an act's verb and noun are taken for the same."""
    return lemma[:_STEM]


def complement(table: TokenTable, preposition: int) -> tuple[int, int] | None:
    """Head and last token of what a preposition or conjunction governs; None where the parse shows nothing.

    preposition: position of "after", "before", "of" and the like.
    """
    i = preposition
    if table.dep[i] in ("mark", "advmod") and table.head[i] > i:
        verb = table.head[i]
        last = verb
        for j in table.children[verb]:
            if j > verb:
                if table.dep[j] not in _CLAUSE_PARTS:
                    break
                last = max(last, table.edges(j)[1])
        return verb, _trim(table, i, min(last, i + _REACH))
    for j in table.children[i]:
        if j > i and table.dep[j] in ("pobj", "pcomp"):
            last = j
            for k in table.children[j]:
                if k > j:
                    if table.dep[k] in ("relcl", "acl", "advcl", "punct", "cc", "conj") or (
                        table.dep[k] == "prep" and table.lower[k] not in ("of",)
                    ):
                        if table.dep[k] == "appos" and k == j + 2:
                            continue
                        break
                    last = max(last, table.edges(k)[1])
            if table.dep[j] == "pcomp":
                last = max(
                    last,
                    max((table.edges(k)[1] for k in table.children[j] if table.dep[k] in _CLAUSE_PARTS), default=last),
                )
            return j, _trim(table, i, min(last, i + _REACH))
    return None


def _trim(table: TokenTable, first: int, last: int) -> int:
    while last > first and (table.pos[last] in ("PUNCT", "SPACE") and table.text[last] not in "’”'\")"):
        last -= 1
    return last


class EventDates:
    """Dates of the acts told so far, by stem. Later mentions replace earlier ones."""

    def __init__(self, table: TokenTable) -> None:
        self._table = table
        self._dates: dict[str, Period] = {}

    def tell(self, path: list[int], period: Period) -> None:
        """An expression with this period dates the words on its way to its verb, the verb, its subject and
        its object."""
        table = self._table
        for i in path:
            self._note(i, period)
        if path and table.pos[path[-1]] in ("VERB", "AUX"):
            for j in table.children[path[-1]]:
                if table.dep[j] in ("dobj", "nsubj", "nsubjpass", "attr"):
                    self._note(j, period)

    def _note(self, i: int, period: Period) -> None:
        lemma = self._table.lemma[i]
        if self._table.pos[i] in ("NOUN", "VERB", "PROPN") and lemma not in _LIGHT and len(lemma) > 3:
            known = self._dates.get(stem(lemma))
            if known is None or known.unit != "day" or period.unit in ("day", "time"):
                self._dates[stem(lemma)] = period

    def look_up(self, head: int) -> Period | None:
        """When the act that a token names was, or None."""
        found = self._dates.get(stem(self._table.lemma[head]))
        if found is None and self._table.pos[head] == "VERB":
            return None
        return found
