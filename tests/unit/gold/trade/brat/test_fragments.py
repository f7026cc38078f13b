from __future__ import annotations

import pytest

from civicspace.gold.trade.brat.fragments import Fragment, as_note, fragments_of, from_note, spans_of

TEXT = "one two\nthree\r\n\r\nfour"
#       0123456 7 89...  two lines with a blank one behind them


@pytest.mark.parametrize(
    ("spans", "fragments"),
    [
        ([(0, 3)], [(0, 3)]),
        ([(4, 13)], [(4, 7), (8, 13)]),
        ([(8, 21)], [(8, 13), (17, 21)]),
        ([(4, 7), (0, 3)], [(0, 3), (4, 7)]),
        ([(0, 3), (2, 7)], [(0, 7)]),
        ([(0, 3), (3, 7)], [(0, 7)]),
        ([(7, 8)], []),
    ],
)
def test_fragments(spans: list[Fragment], fragments: list[Fragment]) -> None:
    assert fragments_of(spans, TEXT) == fragments


@pytest.mark.parametrize(
    ("fragments", "spans"),
    [
        ([(0, 3)], [(0, 3)]),
        ([(4, 7), (8, 13)], [(4, 13)]),
        ([(8, 13), (17, 21)], [(8, 21)]),
        ([(0, 3), (4, 7)], [(0, 3), (4, 7)]),
        ([(0, 3), (4, 7), (8, 13)], [(0, 3), (4, 13)]),
    ],
)
def test_spans(fragments: list[Fragment], spans: list[Fragment]) -> None:
    assert spans_of(fragments, TEXT) == spans


def test_exact_spans() -> None:
    spans = [(4, 7), (8, 13)]  # two spans with nothing but a line break between them
    fragments = fragments_of(spans, TEXT)
    assert spans_of(fragments, TEXT) != spans
    assert from_note(as_note(spans), fragments, TEXT) == spans


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (["4-7", "eight"], "START-END"),
        (["7-4"], "START-END"),
        (["4-99"], "START-END"),
        (["0-7"], "not what is marked"),
    ],
)
def test_wrong_exact_spans(values: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        from_note(values, [(4, 7), (8, 13)], TEXT)
