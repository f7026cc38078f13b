"""Which stretches of a sentence are time expressions, and which only look like them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "spans"),
    [
        ("The bill passed on 14 May 2018.", ["14 May 2018"]),
        ("It began on Tuesday, 1st October 2019.", ["Tuesday, 1st October 2019"]),
        ("They met on May 14, 2018, in Accra.", ["May 14, 2018"]),
        ("The permit, dated 04/06/2018, was withdrawn.", ["04/06/2018"]),
        ("The office was shut from 24.05.2018-27.05.2018.", ["24.05.2018-27.05.2018"]),
        ("Crowds gathered on 28th and 29th July.", ["28th", "29th July"]),
        ("Two bills were tabled in April and May 2017, respectively.", ["April", "May 2017"]),
        ("The line was cut from 3 to 5 May.", ["3 to 5 May"]),
        ("The line was cut between 3 and 5 May 2018.", ["between 3 and 5 May 2018"]),
        ("The review covers March 2017 to May 2018.", ["March 2017 to May 2018"]),
        ("In early May 2018 the paper closed.", ["early May 2018"]),
        ("By mid-2018 it was shut.", ["mid-2018"]),
        ("Nothing was done by the end of the year.", ["the end of the year"]),
        ("It was banned in the first half of 2021.", ["the first half of 2021"]),
        ("They stormed in on the night of 7th November.", ["the night of 7th November"]),
        ("She was held for three years and six months.", ["three years and six months"]),
        ("He ended an eight-day visit.", ["eight-day"]),
        ("They were held for more than three months.", ["more than three months"]),
        ("The men face four to eight years in prison.", ["four to eight years"]),
        ("Families hold a vigil every Friday.", ["every Friday"]),
        ("They meet on the first Sunday of each month.", ["the first Sunday of each month"]),
        ("Police came shortly before midnight on 2 March.", ["shortly before midnight on 2 March"]),
        ("He was freed two weeks ago.", ["two weeks ago"]),
        ("The law was amended in September last year.", ["September last year"]),
    ],
)
def test_span_is_the_whole_expression_without_its_preposition(dated, sentence: str, spans: list[str]) -> None:
    assert [text for text, _ in dated(sentence)] == spans


@pytest.mark.parametrize(
    "sentence",
    [
        "The editor may be charged again.",
        "Residents march on parliament and the march was banned.",
        "Ekpo, 34, a 22-year-old student, was freed.",
        "The Protest Law No. 5 of 2017 bans it.",
        "The 2015 Press Act bans it.",
        "The Finance Bill 2024 was withdrawn.",
        "ARTICLE 19 criticised Decree 1738 and section 144.",
        "The Sunday Times was sued.",
        "The April 6 Movement was banned.",
        "Leaders of the Arab Spring and of Bloody Sunday were honoured.",
        "The Second Chamber sat for a second time.",
        "The group was recently banned and is now in exile.",
        "At least 2000 people were hurt and fined 1,500 dollars.",
    ],
)
def test_lookalikes_are_left_alone(dated, sentence: str) -> None:
    assert [text for text, _ in dated(sentence)] == []
