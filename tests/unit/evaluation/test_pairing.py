"""Pairs: one to one, best first, whichever way the pairing looks for candidates."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from civicspace.evaluation.pairing import best_first, pair_entities, pair_quotes, pair_spans
from civicspace_schemas.base import Span
from civicspace_schemas.gold import GoldEntity, GoldQuote


def span(start: int, end: int) -> Span:
    return Span(start=start, end=end, text="x" * (end - start))


def quote(start: int, end: int) -> GoldQuote[Span]:
    return GoldQuote[Span](kind="indirect", content=[span(start, end)])


def test_ties_go_to_what_stands_first() -> None:
    assert best_first([((1,), g, f) for g in (1, 0) for f in (1, 0, 2)]) == [(0, 0), (1, 1)]


def test_an_equal_extent_goes_before_a_larger_overlap_of_an_earlier_span() -> None:
    assert pair_spans([span(0, 10), span(4, 6)], [span(4, 6)]) == [(1, 0)]
    assert pair_spans([span(0, 3), span(2, 9)], [span(2, 8)]) == [(1, 0)], "then the larger overlap"


extents = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=9)


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(extents, extents)
def test_all_overlaps_are_candidates(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> None:
    gold, found = ([span(start, start + length) for start, length in side] for side in (first, second))
    candidates = [
        ((float(a == b), len(shared)), g, f)
        for g, a in enumerate(gold)
        for f, b in enumerate(found)
        if (shared := {*range(a.start, a.end)} & {*range(b.start, b.end)})
    ]
    assert pair_spans(gold, found) == best_first(candidates)


def test_most_shared_forms_go_first() -> None:
    def entity(*forms: str) -> GoldEntity:
        return GoldEntity(name=forms[0], type="organisation", forms=list(forms))

    gold = [entity("HA", "Alliance"), entity("Harbour Alliance", "HA", "Alliance")]
    assert pair_entities(gold, [entity("the Harbour Alliance", "Alliance", "HA")]) == [(1, 0)]


@pytest.mark.parametrize(
    ("found", "pairs"),
    [
        ((0, 19), [(0, 0, False)]),  # four of five words: just enough
        ((0, 14), []),
        ((0, 16), [(0, 0, False)]),  # a word that is touched counts whole
        ((-4, 24), [(0, 0, False)]),
        ((-1, 25), [(0, 0, True)]),  # the space in front belongs to no word
    ],
)
def test_words_of_quotes(found: tuple[int, int], pairs: list[tuple[int, int, bool]]) -> None:
    text = "And door gate wall shut roof too."
    gold = quote(4, 4 + len("door gate wall shut roof"))
    assert pair_quotes([gold], [quote(4 + found[0], 4 + found[1])], text) == pairs


@pytest.mark.parametrize("word", ["that", "whether", "if", "If"])
def test_a_leading_complementiser_is_no_difference(word: str) -> None:
    text = f"{word} doors close if asked"
    whole, rest = quote(0, len(text)), quote(len(word) + 1, len(text))
    assert pair_quotes([whole], [rest], text) == [(0, 0, True)]
    assert pair_quotes([rest], [quote(len(word) + 1, len(text) - len(" if asked"))], text) == []
