"""Stretches of a record that are two expressions in TIMEX3: a length and a date."""

from __future__ import annotations

import pytest

from civicspace.timex3.stretches import parts


@pytest.mark.parametrize(
    ("words", "bounds", "found"),
    [
        (
            "the first nine months of 2017",
            ("2017-01-01", "2017-09-30"),
            [("the first nine months", None, "P9M"), ("2017", "2017", None)],
        ),
        (
            "the last three days of April",
            ("2018-04-28", "2018-04-30"),
            [("the last three days", None, "P3D"), ("April", "2018-04", None)],
        ),
        (
            "the year ended July 2",
            ("2016-07-03", "2017-07-02"),
            [("the year", None, "P1Y"), ("July 2", "2017-07-02", None)],
        ),
        (
            "the quarter ended July 31",
            ("2017-05-01", "2017-07-31"),
            [("the quarter", "2017-34", None), ("July 31", "2017-07-31", None)],
        ),
        (
            "its fourth quarter ended Sept. 30",
            ("2017-07-01", "2017-09-30"),
            [("its fourth quarter", "2017-36", None), ("Sept. 30", "2017-09-30", None)],
        ),
        (
            "the 12 months to June 2017",
            ("2016-07-01", "2017-06-30"),
            [("the 12 months", None, "P12M"), ("June 2017", "2017-06", None)],
        ),
        (
            "the three years to 2017",
            ("2015-01-01", "2017-12-31"),
            [("the three years", None, "P3Y"), ("2017", "2017", None)],
        ),
        ("the year to March", (None, None), [("the year", None, "P1Y"), ("March", None, None)]),
        ("the April-June quarter", ("2018-04-01", "2018-06-30"), []),
    ],
)
def test_parts(
    words: str, bounds: tuple[str | None, str | None], found: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(words[start:end], told, length) for start, end, told, length in parts(words, *bounds)] == found
