"""Pairing the annotations of two sides one to one, best match first."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

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


def pair_entities(gold: Sequence[GoldEntity], found: Sequence[GoldEntity]) -> Pairs:
    """Entities of one type that share a form, most shared forms first."""
    gold_forms, found_forms = [forms_of(e) for e in gold], [forms_of(e) for e in found]
    return best_first(
        [
            ((len(gold_forms[g] & found_forms[f]),), g, f)
            for g, a in enumerate(gold)
            for f, b in enumerate(found)
            if a.type == b.type and gold_forms[g] & found_forms[f]
        ]
    )


def pair_spans(gold: Sequence[Span | GoldDate], found: Sequence[Span | GoldDate]) -> Pairs:
    """Spans that share a character: equal extents first, then the largest overlap."""
    return best_first(
        [
            ((float((a.start, a.end) == (b.start, b.end)), shared), g, f)
            for g, a in enumerate(gold)
            for f, b in enumerate(found)
            if (shared := min(a.end, b.end) - max(a.start, b.start)) > 0
        ]
    )


def _words(quote: GoldQuote[Span], table: Sequence[re.Match[str]]) -> frozenset[int]:
    """Starts of the words that a quote's content touches; table: all words of the report."""
    starts = [word.start() for word in table]
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
    gold_words, found_words = [_words(q, table) for q in gold], [_words(q, table) for q in found]
    shares = {
        (g, f): len(a & b) / max(len(a), len(b))
        for g, a in enumerate(gold_words)
        for f, b in enumerate(found_words)
        if a & b
    }
    pairs = best_first([((share,), g, f) for (g, f), share in shares.items() if share >= QUOTE_OVERLAP])
    return [(g, f, shares[g, f] == 1) for g, f in pairs]
