"""Dates whose year, month or day the story tells: what moves it on, and what is told in passing only."""

from __future__ import annotations

import pytest

from civicspace.components.dates.story_years import Mention, story_years

# Enough years long past to make a history of a text.
HISTORY = (
    "The union was founded in 1902 and banned in 1904. It was allowed again in 1905, split in 1907 and met in 1908. "
)


@pytest.mark.parametrize(
    ("told", "years"),
    [
        # A month goes on in the named year; a much earlier one opens the next.
        ([Mention(1911, 3), Mention(month=5), Mention(month=11), Mention(month=1)], [1911, 1911, 1911, 1912]),
        # A month or two back is a look back within the year.
        ([Mention(1911, 6), Mention(month=4)], [1911, 1911]),
        # What is named in passing leaves the story where it is.
        ([Mention(1911, 3), Mention(1978, weight=0.3), Mention(month=5)], [1911, 1911, 1911]),
        ([Mention(1911, 3), Mention(1789, weight=1.6), Mention(month=5), Mention(1911, 7)], [1911] * 4),
        # An opening moves it, even back.
        ([Mention(1911, 3), Mention(1905, weight=3.0, opens=True), Mention(month=5)], [1911, 1905, 1905]),
        # The following year.
        ([Mention(1911, 3), Mention(shift=1, weight=3.0, opens=True), Mention(month=5)], [1911, 1912, 1912]),
        # A day that only one of the years has, and a weekday that fits only one.
        ([Mention(1911, 12), Mention(month=2, day=29)], [1911, 1912]),
        ([Mention(1911, 3), Mention(month=5, day=6, weekday=1)], [1911, 1912]),
        # The year that the sentence names beats the year of the story.
        ([Mention(1911, 3), Mention(1910, 4, weight=0.3), Mention(month=5, named=1910)], [1911, 1910, 1910]),
        # Nothing named yet; nothing said.
        ([Mention(month=5), Mention(1911), None, Mention(month=6)], [None, 1911, None, 1911]),
        ([], []),
    ],
)
def test_years_of_a_history(told: list[Mention | None], years: list[int | None]) -> None:
    assert story_years(told, 2020) == years


def test_story_ends_before_the_latest_year() -> None:
    assert story_years([Mention(1911, 11), Mention(month=1)], 1911) == [1911, 1911]


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        ("By late 1909 most branches had closed. In February dockers struck.", "February", "1909-02"),
        ("In May 1910 dockers struck. In December police came. In January they were tried.", "January", "1911-01"),
        ("In May 1910 dockers struck. A study published in 2003 doubts it. In June they won.", "June", "1910-06"),
        ("In May 1910 dockers struck (the law was of 1893). In June they won.", "June", "1910-06"),
        ("In May 1910 dockers struck. The next spring the mines followed.", "next spring", "1911-21"),
        ("In May 1910 dockers struck. It was banned later in the year.", "the year", "1910"),
        ("In May 1910 dockers struck. Miners rallied at Christmas.", "Christmas", "1910-12-25"),
    ],
)
def test_history(dated, text: str, span: str, edtf: str) -> None:
    found = {
        words.removeprefix("The ").removeprefix("later in "): d for words, d in dated(HISTORY + text, "2018-07-12")
    }
    assert found[span].edtf == edtf


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        # A date ahead, a limit and what someone says leave the story where it is.
        (
            "On 3 May the vote set for 25 May was called off. Two days later police came.",
            "Two days later",
            "2018-05-05",
        ),
        ("On 3 May he was given until 30 June to pay. Two days later police came.", "Two days later", "2018-05-05"),
        (
            "On 9 May police closed the club. “We filed on 2 April,” it said. Four days later it reopened.",
            "Four days later",
            "2018-05-13",
        ),
        # A longer period that holds the day says no more of it.
        (
            "On 9 May police closed the club. It was the third in May. The next day it reopened.",
            "The next day",
            "2018-05-10",
        ),
        # In the sentence, the day that stands there counts, even one told in passing.
        (
            "On 9 May he spoke. The law had been passed on 2 March but was annulled the next day.",
            "the next day",
            "2018-03-03",
        ),
        # A sentence whose only day stands in a relative clause is at that day.
        (
            "Residents who had no food and gathered on 1 April were beaten. They were freed five days later.",
            "five days later",
            "2018-04-06",
        ),
        # What came before is no place to go on from.
        (
            "On 9 May a reporter was shot. A year earlier, a bomb had hit his house. Police came the following day.",
            "the following day",
            "2018-05-10",
        ),
    ],
)
def test_what_moves_the_story(dated, text: str, span: str, edtf: str) -> None:
    assert dict(dated(text))[span].edtf == edtf


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        ("He was held on 5 March. Three days later, on 7 March, he was freed.", "Three days later", "2018-03-07"),
        ("He was held on 5 March and freed on 9 March, three days later.", "three days later", "2018-03-09"),
        ("He was held on 5 March. A year later, in May 2017, he fled.", "A year later", "2017"),
        # Not beside it, or of another kind.
        ("He was held on 5 March. Three days later he was freed in April.", "Three days later", "2018-03-08"),
        ("He was held on 5 March, three days later a court freed him.", "three days later", "2018-03-08"),
    ],
)
def test_dates_told_twice(dated, text: str, span: str, edtf: str) -> None:
    assert dict(dated(text))[span].edtf == edtf


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        ("June 2017\n\nOn the 16th, students marched.", "the 16th", "2017-06-16"),
        ("9 August 2017\n\nAt 8 p.m. the polls closed.", "8 p.m.", "2017-08-09T20:00:00"),
        ("On 28 May the court met. On the 3rd, it ruled.", "the 3rd", "2018-06-03"),
        ("On 28 May the court met. On the 21st, it had heard him.", "the 21st", "2018-05-21"),
        ("On 4 May the trial took three days. On the 12th, he was freed.", "the 12th", "2018-05-12"),
        ("On 4 May at 9 p.m. police came. They left at dawn.", "dawn", "2018-05-05"),
        ("On 4 May at 9 a.m. police came. They left at dusk.", "dusk", "2018-05-04"),
        ("On 4 May police came. Hours later the court freed him.", "Hours later", "2018-05-04"),
        ("On 4 May police came. Weeks later the court freed him.", "Weeks later", None),
    ],
)
def test_parts_of_what_is_told(dated, text: str, span: str, edtf: str) -> None:
    assert dict(dated(text))[span].edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In all, 13 reporters were killed in 2017. In January alone four were shot.", "2017-01"),
        ("The law was passed in 2011. In January police used it for the first time.", "2018-01"),
    ],
)
def test_year_told_in_the_paragraph(dated, text: str, edtf: str) -> None:
    assert dict(dated(text))["January"].edtf == edtf
