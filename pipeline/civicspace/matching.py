"""Finding lexicon terms in a Doc: one table looked up by first word, longest match first.

A term is one or more words ("hand down", "according to"). A word matches a token whose lemma or
lower-cased form equals it. A word behind ``=`` matches the form alone ("=charged"), ``a|b`` either of
two, ``*`` at most three tokens of any kind, within the sentence ("carry * out"). The cost of a text is one
dictionary look-up a token plus the work around hits, whatever the lexicon's size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from civicspace.tokens import TokenTable

GAP = 3


class Hit[T](NamedTuple):
    """A term found: positions of its matched tokens in text order (gaps left out), and the lexicon's value."""

    words: tuple[int, ...]
    value: T

    @property
    def first(self) -> int:
        """Position of the first matched token."""
        return self.words[0]

    @property
    def last(self) -> int:
        """Position of the last matched token."""
        return self.words[-1]


class TermMatcher[T]:
    """Terms with a value each, found in a TokenTable.

    >>> import spacy
    >>> from civicspace.tokens import token_table
    >>> matcher = TermMatcher([("according to", "cue"), ("shut|close * down", "closure")])
    >>> table = token_table(spacy.blank("en")("They shut the paper down, according to lawyers."))
    >>> [(hit.words, hit.value) for hit in matcher.find(table)]
    [((1, 4), 'closure'), ((6, 7), 'cue')]
    """

    def __init__(self, terms: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for term, value in terms:
            words = tuple(term.lower().split())
            if not words or words[0] == "*" or words[-1] == "*":
                raise ValueError(f"a term starts and ends with a word: {term!r}")
            for key in words[0].lstrip("=").split("|"):
                self._by_first.setdefault(key, []).append((words, value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, table: TokenTable, first: int = 0, beyond: int | None = None) -> Iterator[Hit[T]]:
        """Hits from left to right between two token positions; after a hit the search goes on behind it.

        Of the terms that match at a token the longest wins; all values of that length are given, in
        lexicon order.
        """
        end = len(table) if beyond is None else beyond
        i = first
        while i < end:
            best = self.at(table, i, end)
            yield from best
            i = max((hit.first for hit in best), default=i) + 1 if best else i + 1
            if best and len(best[0].words) > 1 and best[0].last - best[0].first == len(best[0].words) - 1:
                i = best[0].last + 1

    def at(self, table: TokenTable, i: int, end: int | None = None) -> list[Hit[T]]:
        """The longest hits that start at one token (several where terms are ambiguous), or an empty list."""
        lower, lemma = table.lower[i], table.lemma[i]
        entries = self._by_first.get(lower, [])
        if lemma != lower:
            entries = [*entries, *self._by_first.get(lemma, ())]
        if not entries:
            return []
        limit = len(table) if end is None else end
        found: list[Hit[T]] = []
        for words, value in sorted(entries, key=lambda entry: -len(entry[0])) if lemma != lower else entries:
            if found and len(words) < len(found[0].words):
                break
            positions = match_words(words, table, i, limit)
            if positions is not None:
                found.append(Hit(positions, value))
        return found


def match_words(words: tuple[str, ...], table: TokenTable, i: int, end: int) -> tuple[int, ...] | None:
    """Positions of a term's words where it starts at token ``i`` and ends before ``end``, else None."""
    positions: list[int] = []
    k = i
    gap = False
    for word in words:
        if word == "*":
            gap = True
            continue
        for reach in range(GAP + 1 if gap else 1):
            at = k + reach
            if at >= end or table.sent[at] != table.sent[i]:
                return None
            if _word_matches(word, table, at):
                positions.append(at)
                k = at + 1
                break
        else:
            return None
        gap = False
    return tuple(positions)


def _word_matches(word: str, table: TokenTable, i: int) -> bool:
    if word[0] == "=":
        return table.lower[i] in word[1:].split("|")
    if "|" in word:
        choices = word.split("|")
        return table.lower[i] in choices or table.lemma[i] in choices
    return word in (table.lower[i], table.lemma[i])
