"""Pairing the annotations of two sides one to one, best match first."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from civicspace.evaluation.names import WORD, forms_of
from civicspace_schemas.base import Span
from civicspace_schemas.gold import GoldDate, GoldEntity, GoldQuote

QUOTE_OVERLAP = 0.8
_COMPLEMENTISERS = frozenset({"that", "whether", "if"})

type Pairs = list[tuple[int, int]]
type Strength = tuple[float, ...]


def best_first(candidates: Sequence[tuple[Strength, int, int]]) -> Pairs:
    """One-to-one pairs (gold position, found position) from (strength, gold, found), strongest first.

    Ties go to what stands first. The pairs come in gold's order.

    >>> best_first([((1.0,), 0, 0), ((2.0,), 0, 1), ((1.0,), 1, 1)])
    [(0, 1)]
    """
    pairs: Pairs = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, g, f in sorted(candidates, key=lambda c: (c[0], -c[1], -c[2]), reverse=True):
        if g not in used_gold and f not in used_found:
            used_gold.add(g)
            used_found.add(f)
            pairs.append((g, f))
    return sorted(pairs)


def unpaired(pairs: Pairs, gold: int, found: int) -> tuple[list[int], list[int]]:
    """Positions of each side (of the sizes given) that stand in no pair."""
    g, f = {a for a, _ in pairs}, {b for _, b in pairs}
    return [k for k in range(gold) if k not in g], [k for k in range(found) if k not in f]


def _shared[T](gold: Sequence[frozenset[T]], found: Sequence[frozenset[T]]) -> Iterator[tuple[int, int, int]]:
    """(how many elements they share, gold position, found position) of all sets that share any."""
    holders: dict[T, list[int]] = {}
    for f, elements in enumerate(found):
        for element in elements:
            holders.setdefault(element, []).append(f)
    for g, elements in enumerate(gold):
        shared = Counter(f for element in elements for f in holders.get(element, ()))
        yield from ((number, g, f) for f, number in shared.items())


def pair_entities(gold: Sequence[GoldEntity], found: Sequence[GoldEntity]) -> Pairs:
    """Entities of one type that share a form, most shared forms first."""
    shared = _shared([forms_of(e) for e in gold], [forms_of(e) for e in found])
    return best_first([((number,), g, f) for number, g, f in shared if gold[g].type == found[f].type])


def pair_spans(gold: Sequence[Span | GoldDate], found: Sequence[Span | GoldDate]) -> Pairs:
    """Spans that share a character: equal extents first, then the largest overlap."""
    order = sorted(range(len(found)), key=lambda f: found[f].start)
    starts = [found[f].start for f in order]
    longest = max((b.end - b.start for b in found), default=0)
    candidates = []
    for g, a in enumerate(gold):
        for f in order[bisect_right(starts, a.start - longest) : bisect_left(starts, a.end)]:
            b = found[f]
            if (shared := min(a.end, b.end) - max(a.start, b.start)) > 0:
                candidates.append(((float((a.start, a.end) == (b.start, b.end)), shared), g, f))
    return best_first(candidates)


def _words(quote: GoldQuote[Span], table: Sequence[re.Match[str]], starts: Sequence[int]) -> frozenset[int]:
    """Starts of the words that a quote's content touches; table: all words of the report. starts: where they begin."""
    touched: dict[int, str] = {}
    for span in quote.content:
        for k in range(max(bisect_right(starts, span.start) - 1, 0), bisect_left(starts, span.end)):
            if table[k].end() > span.start:
                touched[starts[k]] = table[k].group().casefold()
    order = sorted(touched)
    if order and touched[order[0]] in _COMPLEMENTISERS:
        del order[0]
    return frozenset(order)


def pair_quotes(
    gold: Sequence[GoldQuote[Span]], found: Sequence[GoldQuote[Span]], text: str
) -> list[tuple[int, int, bool]]:
    """Triples (gold, found, whether their words are all the same) of quotes that share at least 0.8 of their words.

    The share is of the larger of the two sets of words that the contents cover.
    """
    table = list(WORD.finditer(text))
    starts = [word.start() for word in table]
    gold_words, found_words = ([_words(quote, table, starts) for quote in side] for side in (gold, found))
    shares = {
        (g, f): number / max(len(gold_words[g]), len(found_words[f]))
        for number, g, f in _shared(gold_words, found_words)
    }
    pairs = best_first([((share,), g, f) for (g, f), share in shares.items() if share >= QUOTE_OVERLAP])
    return [(g, f, shares[g, f] == 1) for g, f in pairs]
