"""Periods that figures are told by: quarters, fiscal years, parts of periods, and what they are compared with."""

from __future__ import annotations

import pytest

# Report of Thursday, 12 July 2018.


@pytest.mark.parametrize(
    ("sentence", "span", "edtf"),
    [
        ("In the first quarter, 40 licences were withdrawn.", "the first quarter", "2018-33"),
        ("In the fourth quarter, 40 licences were withdrawn.", "the fourth quarter", "2017-36"),
        ("The regulator will publish its list in the fourth quarter.", "the fourth quarter", "2018-36"),
        ("The ministry will soon release second-quarter figures.", "second-quarter", "2018-34"),
        ("The first-quarter loss forced the paper to close.", "first-quarter", "2018-33"),
        ("Its third quarter is usually the worst.", "third quarter", "2018-35"),
        ("In Q3 2017, detentions doubled.", "Q3 2017", "2017-35"),
        ("Detentions doubled in 2017 Q3.", "2017 Q3", "2017-35"),
        ("H1 2017 saw fewer protests.", "H1 2017", "2017-01/2017-06"),
        ("The 2016 third quarter was quiet.", "The 2016 third quarter", "2016-35"),
        ("Arrests peaked in the first quarter of last year.", "the first quarter of last year", "2017-33"),
        ("Last year's third quarter saw a peak.", "Last year's third quarter", "2017-35"),
        ("The bill is due in the first half of next year.", "the first half of next year", "2019-01/2019-06"),
        ("Attacks rose in the latter half of 2016.", "the latter half of 2016", "2016-07/2016-12"),
        ("The first nine months of 2017 were worse.", "The first nine months of 2017", "2017-01/2017-09"),
        (
            "It rained in the last three days of April 2017.",
            "the last three days of April 2017",
            "2017-04-28/2017-04-30",
        ),
        ("The first two weeks of May were calm.", "The first two weeks of May", "2018-05-01/2018-05-14"),
        ("Grants fell in the year ended 30 June 2017.", "the year ended 30 June 2017", "2016-07/2017-06"),
        ("Grants fell in the year to March 2018.", "the year to March 2018", "2017-04/2018-03"),
        ("Visas fell in the three months to June 2018.", "the three months to June 2018", "2018-34"),
        (
            "Visas fell in the quarter ended 29 September 2017.",
            "the quarter ended 29 September 2017",
            "2017-06-30/2017-09-29",
        ),
        ("The 2016/17 school year began late.", "The 2016/17 school year", "2016/2017"),
        ("Spending rose in fiscal 2017.", "fiscal 2017", "2017"),
        ("Funds were cut for the current fiscal year.", "the current fiscal year", "2018"),
        ("Last quarter, 12 reporters were beaten.", "Last quarter", "2018-34"),
        ("Fewer were held than in the previous quarter of talks.", None, None),
        ("In autumn 2017 the court rose.", "autumn 2017", "2017-23"),
        ("The pact held this past spring.", "this past spring", "2018-21"),
        ("The files date from the turn of the century.", "the turn of the century", None),
        ("Pupils stayed at home for the whole school year.", None, None),
        ("The new school year brought new rules.", "The new school year", None),
        ("Sales fell in the fourth quarter of fiscal 2016.", "the fourth quarter of fiscal 2016", "2016-36"),
        ("It had 300 by the end of the last decade.", "the end of the last decade", "200X"),
        ("Attacks rose in the last quarter.", "the last quarter", "2018-34"),
        ("Seven died last quarter, and nine in the quarter before.", "the quarter before", "2018-33"),
        ("Hundreds fled in the three years to 2017.", "the three years to 2017", "2015/2017"),
        ("It snowed in the winter of 2016-17.", "the winter of 2016-17", "2016-24"),
        ("The code dates from the 18th and early 19th centuries.", "early 19th centuries", "18XX"),
        ("Space has shrunk since the last reporting period.", "the last reporting period", None),
    ],
)
def test_period(dated, sentence: str, span: str | None, edtf: str | None) -> None:
    found = {text: (date.kind, date.edtf) for text, date in dated(sentence)}
    if span is None:
        assert not any("quarter" in text or "school" in text for text in found)
    else:
        assert found.get(span) == ("date", edtf), found


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        (
            "In the first half of 2018, 45 reporters were held, up from 30 a year earlier.",
            "a year earlier",
            "2017-01/2017-06",
        ),
        ("In the first quarter, 45 were held, compared with 30 a year ago.", "a year ago", "2017-33"),
        ("In May, 45 were held, down from 60 a year earlier.", "a year earlier", "2017-05"),
        ("In the first quarter, 45 were held. In the year-ago quarter it was 30.", "the year-ago quarter", "2017-33"),
        (
            "In the first quarter, 45 were held, and 30 in the same period last year.",
            "the same period last year",
            "2017-33",
        ),
        ("In May 45 were held, against 30 in the same month last year.", "the same month last year", "2017-05"),
        ("In May 45 were held, against 30 in the same month of 2015.", "the same month of 2015", "2015-05"),
        (
            "It rose in May after a fall of 2 per cent in April, and is up from a year earlier.",
            "a year earlier",
            "2017-05",
        ),
        ("From January to June 2018, 45 died, up from 30 a year earlier.", "a year earlier", "2017-01/2017-06"),
        ("In the second quarter of 2017, 41 died, and in the third 57.", "the third", "2017-35"),
        (
            "In the first quarter of 2018, 40 were held. Most were held early in the quarter.",
            "early in the quarter",
            "2018-33",
        ),
        (
            "In the first quarter of 2018, 40 were held. The latest quarter was the worst.",
            "The latest quarter",
            "2018-33",
        ),
        (
            "Grants fell in the year to June 2017, by 9 percent from a year earlier.",
            "a year earlier",
            "2015-07/2016-06",
        ),
    ],
)
def test_comparison_keeps_the_unit(dated, text: str, span: str, edtf: str) -> None:
    found = {words: date.edtf for words, date in dated(text)}
    assert found.get(span) == edtf, found


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        # No figure is compared: the story goes a year back.
        ("In the first quarter of 2018 she was freed. She had been charged a year earlier.", "a year earlier", "2017"),
        ("In the first quarter the post was cut. He was moved from his post a year ago.", "a year ago", "2017"),
        # The figures of the sentence are on so many months, not on the quarter told before.
        (
            "In the first quarter, 40 were held. Over six months it was 90, compared with 60 a year ago.",
            "a year ago",
            "2017",
        ),
    ],
)
def test_distance_that_compares_nothing(dated, text: str, span: str, edtf: str) -> None:
    found = {words: date.edtf for words, date in dated(text)}
    assert found.get(span) == edtf, found


@pytest.mark.parametrize(
    "sentence",
    [
        "Police sealed the quarter after the march.",
        "A quarter of the members resigned.",
        "He spoke in the first half of the match.",
        "The first-half goal was disallowed.",
        "She came in the third.",
        "The Latin Quarter was closed.",
        "They won the third quarter of the game.",
        "Q5 on the form asks for a name.",
    ],
)
def test_no_period(dated, sentence: str) -> None:
    assert dated(sentence) == []


def test_comparison_does_not_move_the_story(dated) -> None:
    found = dict(dated("In May 2018, 45 were held, up from 30 a year earlier. That month, a law was passed."))
    assert found["That month"].edtf == "2018-05"


def test_previous_year_of_a_comparison_does_not_move_the_story(dated) -> None:
    found = dict(dated("Thirteen were killed in 2016, up from seven the previous year. Later that year a law passed."))
    assert (found["the previous year"].edtf, found["Later that year"].edtf) == ("2015", "2016")


def test_annual_report_gives_its_year_to_quarters(dated) -> None:
    found = dict(dated("Events of 2016\n\nThe courts were slow.\n\nIn the third quarter, 40 were held.", "2017-02-01"))
    assert found["the third quarter"].edtf == "2016-35"


@pytest.mark.parametrize(
    ("sentence", "span", "edtf", "modifier"),
    [
        ("The talks stalled in the second half of May.", "the second half of May", "2018-05", "late"),
        ("The early part of 2017 was calm.", "The early part of 2017", "2017", "early"),
        ("It grew in the last half of the 1990s.", "the last half of the 1990s", "199X", "late"),
        ("A ruling is due by mid-year.", "mid-year", "2018", "mid"),
        ("Twelve were in prison at year-end 2017.", "year-end 2017", "2017", "late"),
        ("Prices have doubled since year-end.", "year-end", "2017", "late"),
        ("All had been freed by end June.", "end June", "2018-06", "late"),
        ("At end-2017, twelve were in prison.", "end-2017", "2017", "late"),
        ("It should end by the close of the third quarter.", "the close of the third quarter", "2018-35", "late"),
    ],
)
def test_edge(dated, sentence: str, span: str, edtf: str, modifier: str) -> None:
    found = {text: (date.kind, date.edtf, date.modifier) for text, date in dated(sentence)}
    assert found.get(span) == ("date", edtf, modifier), found


@pytest.mark.parametrize(
    "sentence", ["The mid-year review was shelved.", "At year end ceremonies were held.", "He will end 12 strikes."]
)
def test_no_edge(dated, sentence: str) -> None:
    assert not any(date.rule in ("mid-year", "end-of") for _, date in dated(sentence))


def test_reporting_period_is_what_stands_beside_it(dated) -> None:
    text = "In the reporting period (January to June 2018), 30 were held, up from 20 a year earlier."
    found = {words: date.edtf for words, date in dated(text)}
    assert found["the reporting period"] == "2018-01/2018-06"
    assert found["a year earlier"] == "2017-01/2017-06"


def test_reporting_period_untold_is_unknown(dated) -> None:
    assert [(words, date.edtf) for words, date in dated("Attacks rose in the reporting period.")] == [
        ("the reporting period", None)
    ]


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        ("Exports fell in the April-June quarter.", "the April-June quarter", "2018-34"),
        ("Exports fell in the April-May period of 2017.", "the April-May period of 2017", "2017-04/2017-05"),
        ("Exports fell in the November-January period.", "the November-January period", "2017-11/2018-01"),
        ("In May it fell. It had risen in the previous quarter.", "the previous quarter", "2018-33"),
        (
            "In the first quarter of 2018 it fell 3 per cent from the previous quarter.",
            "the previous quarter",
            "2017-36",
        ),
    ],
)
def test_named_months_and_neighbouring_quarters(dated, text: str, span: str, edtf: str) -> None:
    found = {words: date.edtf for words, date in dated(text)}
    assert found.get(span) == edtf, found


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        (
            "He was held in June 2014, when the party was banned, and later that year he fled.",
            "later that year",
            "2014",
        ),
        ("A decree of 2013 had banned it. In March of that year it had 40 members.", "March of that year", "2013-03"),
        ("In May 2016 she was freed. The following spring she was held again.", "The following spring", "2017-21"),
        ("In December 2016 she was freed. That winter she fell ill.", "That winter", "2016-24"),
    ],
)
def test_pointing_back(dated, text: str, span: str, edtf: str) -> None:
    found = {words: date.edtf for words, date in dated(text)}
    assert found.get(span) == edtf, found


@pytest.mark.parametrize(
    ("sentence", "span", "length"),
    [
        ("Over the past year and a half, it shrank.", "the past year and a half", "P1Y6M"),
        ("Over the coming year it may shrink.", "the coming year", "P1Y"),
        ("In the months ahead it may shrink.", "the months ahead", None),
        ("It may shrink in the years to come.", "the years to come", None),
        ("The first nine months were the worst.", "The first nine months", "P9M"),
        ("It got more threats than in the fortnight before that.", "the fortnight before that", "P2W"),
    ],
)
def test_length(dated, sentence: str, span: str, length: str | None) -> None:
    found = {text: (date.kind, date.duration) for text, date in dated(sentence)}
    assert found.get(span) == ("duration", length), found
