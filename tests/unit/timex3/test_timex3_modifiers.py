"""TIMEX3's mod."""

import pytest

from civicspace.annotations import Modifier
from civicspace.timex3.modifiers import mod


@pytest.mark.parametrize(
    ("kind", "words", "modifier", "told"),
    [
        ("DATE", "early May", "early", "START"),
        ("DATE", "mid-2018", "mid", "MID"),
        ("DATE", "the end of the year", "late", "END"),
        ("DATE", "around 5 May", "approximate", "APPROX"),
        ("DATE", "March 2018", "since", ""),
        ("DATE", "March 2018", "until", ""),
        ("DATE", "March 2018", None, ""),
        ("DURATION", "more than two years", None, "MORE_THAN"),
        ("DURATION", "no more than two years", None, "EQUAL_OR_LESS"),
        ("DURATION", "less than an hour", None, "LESS_THAN"),
        ("DURATION", "nearly a year", None, "LESS_THAN"),
        ("DURATION", "At least six months", None, "EQUAL_OR_MORE"),
        ("DURATION", "up to ten days", None, "EQUAL_OR_LESS"),
        ("DURATION", "about a week", None, "APPROX"),
        ("DURATION", "two weeks or so", None, "APPROX"),
        ("DURATION", "six months", None, ""),
        ("DURATION", "overnight", None, ""),
        ("DATE", "more than two years ago", None, "BEFORE"),
        ("DATE", "less than a week ago", None, "AFTER"),
        ("DATE", "at least a year ago", None, "ON_OR_BEFORE"),
        ("DATE", "no more than a year ago", None, "ON_OR_AFTER"),
        ("DATE", "some ten years ago", "approximate", "APPROX"),
        ("SET", "almost every day", None, ""),
        ("DATE", "ca. 466 BC", None, "APPROX"),
        ("DATE", "the late-November", None, "END"),
        ("TIME", "mid afternoon", None, "MID"),
        ("DATE", "later that year", None, ""),
    ],
)
def test_mod(kind: str, words: str, modifier: Modifier | None, told: str) -> None:
    assert mod(kind, words, modifier) == told
