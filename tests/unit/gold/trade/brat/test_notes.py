from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicspace.gold.trade.brat.notes import read, written

KEYS = ["agents", "place", "note"]


@pytest.mark.parametrize(
    ("note", "values"),
    [
        ("", {}),
        ("   ", {}),
        ("place: Oslo", {"place": ["Oslo"]}),
        ("Place : Oslo ;", {"place": ["Oslo"]}),
        ("agents: police | the army; place: Oslo", {"agents": ["police", "the army"], "place": ["Oslo"]}),
        ("agents: ; place: Oslo", {"place": ["Oslo"]}),
        ("place: 12:30 house", {"place": ["12:30 house"]}),
        (r"place: a\;b\|c\\d", {"place": [r"a;b|c\d"]}),
        (r"place: C:\folder", {"place": [r"C:\folder"]}),
        (r"place: \stwo\nlines\s", {"place": [" two\nlines "]}),
        (r"place: \u{2028}", {"place": ["\u2028"]}),
        (r"place: \u{D800}", {"place": [r"\u{D800}"]}),
        ("ask a second reader; soon", {"note": ["ask a second reader; soon"]}),
    ],
)
def test_read(note: str, values: dict[str, list[str]]) -> None:
    assert read(note, KEYS) == values


@pytest.mark.parametrize(
    ("note", "message"),
    [
        ("plaice: Oslo", "'plaice: Oslo' begins with none of the keys agents, place, note"),
        ("place: Oslo; Bergen", "'Bergen' begins with none"),
        ("place: Oslo; place: Bergen", "gives place twice"),
        ("place: Oslo | Bergen", "gives place several values"),
    ],
)
def test_wrong(note: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read(note, KEYS)


def test_no_remarks_where_gold_has_none() -> None:
    with pytest.raises(ValueError, match="none of the keys entity"):
        read("ask a second reader", ["entity"])


@given(st.lists(st.text(min_size=1), min_size=1), st.text(min_size=1))
def test_any_value_comes_back(agents: list[str], note: str) -> None:
    line = written([("agents", agents), ("place", None), ("note", note)])
    assert len(line.splitlines()) == 1
    assert "\t" not in line
    assert read(line, KEYS) == {"agents": agents, "note": [note]}
