"""Which characters TIMEX3 marks of a record's expression."""

from typing import Any

import pytest

from civicspace.timex3 import timexes


def _record(text: str, words: str, **fields: Any) -> dict[str, Any]:
    start = text.index(words)
    date = {"id": "d1", "start": start, "end": start + len(words), "text": words, "kind": "date", "edtf": None}
    return {
        "text": text,
        "entities": [],
        "dates": [{**date, "duration": None, "modifier": None, "rule": "x", **fields}],
    }


def _found(text: str, words: str, **fields: Any) -> list[tuple[str, str, str]]:
    return [(item.text, item.type, item.value) for item in timexes(_record(text, words, **fields))]


@pytest.mark.parametrize(
    ("words", "edtf", "rule", "ends"),
    [
        (
            "3 to 5 May 2018",
            "2018-05-03/2018-05-05",
            "days-shared-month",
            [("3", "2018-05-03"), ("5 May 2018", "2018-05-05")],
        ),
        (
            "between May and the autumn of 2018",
            "2018-05/2018-23",
            "range",
            [("May", "2018-05"), ("the autumn of 2018", "2018-FA")],
        ),
        ("2015-2017", "2015/2017", "year-range", [("2015", "2015"), ("2017", "2017")]),
        ("3–5 May", "2018-05-03/2018-05-05", "range", [("3", "2018-05-03"), ("5 May", "2018-05-05")]),
        ("last week", "2019-10-07/2019-10-13", "relative-period", [("last week", "2019-W41")]),
        ("the first half of 2018", "2018-01/2018-06", "half", [("the first half of 2018", "2018-H1")]),
        ("the month to come", None, "range", [("the month to come", "")]),
    ],
)
def test_the_ends_of_a_range(words: str, edtf: str | None, rule: str, ends: list[tuple[str, str]]) -> None:
    found = _found(f"Closed {words}.", words, edtf=edtf, rule=rule)
    assert found == [(text, "DATE", value) for text, value in ends]


@pytest.mark.parametrize(
    ("words", "edtf", "item"),
    [
        ("two days after his arrest", None, ("two days", "DURATION", "P2D")),
        ("two days after his arrest", "2018-05-16", ("two days", "DURATION", "P2D")),
        ("hours before the vote", None, ("hours", "DURATION", "PTXH")),
        ("within a week of her release", None, ("a week", "DURATION", "P1W")),
        ("more than a year following the raid", None, ("more than a year", "DURATION", "P1Y")),
        ("a year to the day after her death", None, ("a year", "DURATION", "P1Y")),
        ("the day before the march", "2018-05-13", ("the day", "DATE", "2018-05-13")),
        ("the night of the fire", None, ("the night", "DATE", "")),
        ("two days before 3 May", "2018-05-01", ("two days before 3 May", "DATE", "2018-05-01")),
        ("three days after the new year", None, ("three days after the new year", "DATE", "")),
    ],
)
def test_an_event_is_no_part_of_the_expression(words: str, edtf: str | None, item: tuple[str, str, str]) -> None:
    assert _found(f"It closed {words}.", words, edtf=edtf, rule="event-length") == [item]


def test_an_event_without_a_word_of_time_is_no_expression() -> None:
    assert _found("It closed on the eve of the vote.", "the eve of the vote", rule="event-unit") == []


def test_now_is_found_inside_an_event() -> None:
    found = _found("He left a week before his current trial.", "a week before his current trial", rule="event-length")
    assert found == [("a week", "DURATION", "P1W"), ("current", "DATE", "PRESENT_REF")]


@pytest.mark.parametrize(
    ("text", "words", "duration", "marked"),
    [
        ("It was shut for the nine months.", "nine months", "P9M", "the nine months"),
        ("They held him these 12 days.", "12 days", "P12D", "these 12 days"),
        ("It took the nine-month trial.", "nine-month", "P9M", "nine-month"),
        ("He got a year.", "a year", "P1Y", "a year"),
        ("After a year-long trial he left.", "a year", "P1Y", "year-long"),
        ("It was a two day long march.", "two day", "P2D", "two day long"),
        ("They met over a three-year period.", "three-year", "P3Y", "a three-year period"),
        ("It was spent over three years on roads.", "over three years", None, "over three years"),
        ("He can pay over three years.", "over three years", None, "three years"),
        ("He was held for over three years.", "over three years", None, "over three years"),
        ("It can last over a week.", "over a week", None, "over a week"),
        ("It ended in just two hours.", "just two hours", "PT2H", "two hours"),
        ("He objected that four days seemed long.", "four days", "P4D", "four days"),
        ("The Hundred Days Offensive began.", "Hundred Days", "P100D", "Hundred Days"),
        ("They stayed two weeks or so.", "two weeks", "P2W", "two weeks or so"),
        ("They stayed two weeks or soon left.", "two weeks", "P2W", "two weeks"),
    ],
)
def test_lengths(text: str, words: str, duration: str | None, marked: str) -> None:
    assert _found(text, words, kind="duration", duration=duration)[0][0] == marked


@pytest.mark.parametrize(
    ("text", "words", "edtf", "marked"),
    [
        ("They met on the 14 May in town.", "14 May", "2018-05-14", "the 14 May"),
        ("They recalled the 14 May attacks.", "14 May", "2018-05-14", "14 May"),
        ("They met on 14 May.", "14 May", "2018-05-14", "14 May"),
        ("It began around March 1981.", "March 1981", "1981-03", "around March 1981"),
        ("They got around Monday by bus.", "Monday", "2018-05-14", "Monday"),
        ("They worked around May 1's ban.", "May 1", "2018-05-01", "May 1"),
        ("It grew in the mid-1990s.", "mid-1990s", "199X", "the mid-1990s"),
        ("In the 1988 period it lost.", "1988", "1988", "the 1988 period"),
        ("The law of 1988 stands.", "1988", "1988", "1988"),
        ("During the course of 1983 it grew.", "the course of 1983", "1983", "1983"),
        ("They left the next day.", "next day", "1983-05-04", "the next day"),
        ("They broke the Spring Offensive.", "the Spring", "1918-21", "Spring"),
        ("They left in the summer and died.", "the summer", "1918-22", "the summer"),
        ("It was in its third quarter.", "its third quarter", "2018-35", "third quarter"),
        ("They saw the third-quarter report.", "the third-quarter", "2018-35", "third-quarter"),
        ("They led the late-November raid.", "the late-November", "2018-11", "late-November"),
        ("They saw the third quarter of 2018.", "the third quarter of 2018", "2018-35", "the third quarter of 2018"),
    ],
)
def test_dates(text: str, words: str, edtf: str, marked: str) -> None:
    assert [item[0] for item in _found(text, words, edtf=edtf)] == [marked]


@pytest.mark.parametrize(
    ("text", "words", "rule", "item"),
    [
        (
            "It grew in the first ten months of 1915.",
            "the first ten months of 1915",
            "nth-of",
            ("the first ten months of 1915", "DURATION", "P10M"),
        ),
        ("It was the last week of May.", "the last week of May", "nth-of", ("the last week of May", "DATE", "1915")),
        ("In the year ended 31 March it lost.", "the year", "the-unit", ("the year", "DURATION", "P1Y")),
        ("In the year they lost.", "the year", "the-unit", ("the year", "DATE", "1915")),
    ],
)
def test_what_counts_units_is_a_length(text: str, words: str, rule: str, item: tuple[str, str, str]) -> None:
    assert _found(text, words, edtf="1915", rule=rule) == [item]


def test_a_range_at_the_very_ends_of_the_text() -> None:
    assert _found("the nine months", "nine months", kind="duration", duration="P9M")[0][0] == "the nine months"
    assert _found("1988", "1988", edtf="1988") == [("1988", "DATE", "1988")]


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("264 BC", [("264 BC", "BC0264")]),
        ("ca. 466 B.C.", [("ca. 466 B.C.", "BC0466")]),
        ("April 480 BC", [("April 480 BC", "BC0480-04")]),
        ("the spring of 480 BC", [("the spring of 480 BC", "BC0480-SP")]),
        ("the 4th century BC", [("the 4th century BC", "BC03")]),
        ("264 to 241 BC", [("264", "BC0264"), ("241 BC", "BC0241")]),
        ("149 B.C. - 146 B.C.", [("149 B.C.", "BC0149"), ("146 B.C.", "BC0146")]),
        ("ABC 12", [("ABC 12", "")]),
    ],
)
def test_years_before_christ(words: str, items: list[tuple[str, str]]) -> None:
    assert _found(f"It fell in {words}", words) == [(text, "DATE", value) for text, value in items]


@pytest.mark.parametrize(
    ("words", "days", "items"),
    [
        (
            "the first nine months of 2017",
            ("2017-01-01", "2017-09-30"),
            [("the first nine months", "DURATION", "P9M"), ("2017", "DATE", "2017")],
        ),
        (
            "its third quarter ended 30 September",
            ("2017-07-01", "2017-09-30"),
            [("third quarter", "DATE", "2017-Q3"), ("30 September", "DATE", "2017-09-30")],
        ),
        (
            "the year ended in June",
            (None, None),
            [("the year", "DURATION", "P1Y"), ("June", "DATE", "")],
        ),
    ],
)
def test_a_stretch_with_its_end(
    words: str, days: tuple[str | None, str | None], items: list[tuple[str, str, str]]
) -> None:
    assert _found(f"In {words} it lost.", words, rule="part-of", earliest=days[0], latest=days[1]) == items
