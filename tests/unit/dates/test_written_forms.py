"""Years, days and times as newsrooms write and say them, and what merely looks like them."""

from __future__ import annotations

import pytest

# Report of Thursday, 12 July 2018.


@pytest.mark.parametrize(
    ("sentence", "span", "edtf"),
    [
        ("A bombing in nineteen ninety-seven shocked them.", "nineteen ninety-seven", "1997"),
        ("In twenty eighteen, the law passed.", "twenty eighteen", "2018"),
        ("In two thousand and twelve the law passed.", "two thousand and twelve", "2012"),
        ("It was gone by the year two thousand.", "the year two thousand", "2000"),
        ("It was gone by the year 2010.", "the year 2010", "2010"),
        ("It closed in May ’98.", "May ’98", "1998-05"),
        ("It closed in ’98.", "’98", "1998"),
        ("It closed in the winter of nineteen ninety-four.", "the winter of nineteen ninety-four", "1994-24"),
        ("It closed in the nineties.", "the nineties", "199X"),
        ("It closed in the mid-eighties.", "the mid-eighties", "198X"),
        ("It closed in the ’80s.", "the ’80s", "198X"),
        ("It dates from the election of 1860.", "1860", "1860"),
        ("It closed at the end of 1776.", "the end of 1776", "1776"),
        ("It was used as late as 1781.", "1781", "1781"),
        ("It fell in AD 70.", "AD 70", "0070"),
        ("It fell in 264 BC.", "264 BC", None),
        ("It fell in the 4th century BC.", "the 4th century BC", None),
        ("It closed on 03 May.", "03 May", "2018-05-03"),
        ("It closed on 1 st May 2018.", "1 st May 2018", "2018-05-01"),
        ("It closed on 14th-May 2018.", "14th-May 2018", "2018-05-14"),
        ("It closed on 25/12.", "25/12", "2017-12-25"),
        ("It has been shut since 05/2017.", "05/2017", "2017-05"),
        ("It has been shut since 2017-05.", "2017-05", "2017-05"),
        ("It was shut in Jan-Feb 2018.", "Jan-Feb 2018", "2018-01/2018-02"),
        ("He was freed on a Thursday.", "a Thursday", None),
        ("It was shut for all of 2016.", "all of 2016", "2016"),
        ("It met from Monday 9 to Friday 13 July 2018.", "Monday 9 to Friday 13 July 2018", "2018-07-09/2018-07-13"),
    ],
)
def test_date(dated, sentence: str, span: str, edtf: str | None) -> None:
    assert [(text, d.kind, d.edtf) for text, d in dated(sentence)] == [(span, "date", edtf)]


@pytest.mark.parametrize(
    ("sentence", "span", "edtf"),
    [
        ("He has until 5 p.m. EST, Nov. 6, to leave.", "5 p.m. EST, Nov. 6", "2018-11-06T17:00:00"),
        (
            "It came at 10:35 a.m. (0735 GMT) on 5 May 2018.",
            "10:35 a.m. (0735 GMT) on 5 May 2018",
            "2018-05-05T10:35:00",
        ),
        ("It came at 7:30 p.m. local time on 5 May 2018.", "7:30 p.m. local time on 5 May 2018", "2018-05-05T19:30:00"),
        ("It came at 22h30 on 5 May 2018.", "22h30 on 5 May 2018", "2018-05-05T22:30:00"),
        ("They came in the wee hours of 5 May 2018.", "the wee hours of 5 May 2018", "2018-05-05"),
        ("They came in the early hours of Thursday morning.", "the early hours of Thursday morning", "2018-07-12"),
        ("They came at mid-afternoon yesterday.", "mid-afternoon yesterday", "2018-07-11"),
        ("They came in the middle of the night.", "the middle of the night", None),
        ("They came at 0530 GMT.", "0530 GMT", None),
        ("They came on a Sunday night.", "a Sunday night", None),
    ],
)
def test_time(dated, sentence: str, span: str, edtf: str | None) -> None:
    assert [(text, d.kind, d.edtf) for text, d in dated(sentence)] == [(span, "time", edtf)]


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        (
            "The strike began on 5 May 2018. On the third day of the strike he fled.",
            "the third day of the strike",
            "2018-05-07",
        ),
        ("He fled on the final day of the siege.", "the final day of the siege", None),
    ],
)
def test_day_of_an_event(dated, text: str, span: str, edtf: str | None) -> None:
    found = dict(dated(text))
    assert span in found
    assert found[span].edtf == edtf


@pytest.mark.parametrize(
    "sentence",
    [
        "The index closed at 2082.1 points.",
        "A crowd of 1500 and a total of 1850 men came.",
        "He died in his eighties.",
        "Two thousand men and nineteen women came.",
        "On 3/4 of the farms, and after 9/11, nothing grew.",
        "Law 05/2019 and Resolution 2018/12 apply.",
        "In BC Hydro's view an ad in 300 papers is dear.",
        "Agenda 2063 and Vision 2030 were adopted.",
        "Operation Ramadan was launched.",
        "It fell 12 points to 1462.",
        "Call 020 2018 2019.",
        "The bill, No. 15 of 2018, was read.",
    ],
)
def test_lookalikes_are_left_alone(dated, sentence: str) -> None:
    assert [text for text, _ in dated(sentence)] == []
