"""Durations and sets in all their forms: fractions, vague numbers, compounds, what limits an approximator."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "span", "duration"),
    [
        ("She was held for 5 1/2 hours.", "5 1/2 hours", "PT5H30M"),
        ("She was held for 2½ years.", "2½ years", "P2Y6M"),
        ("He got two-and-a-half years.", "two-and-a-half years", "P2Y6M"),
        ("He waited three quarters of an hour.", "three quarters of an hour", "PT45M"),
        ("He served two years, six months and 10 days.", "two years, six months and 10 days", "P2Y6M10D"),
        ("He was jailed for 2yrs and 6mths.", "2yrs and 6mths", "P2Y6M"),
        ("A three-day-long strike followed.", "three-day-long", "P3D"),
        ("A year-long ban followed.", "year-long", "P1Y"),
        ("A weeklong strike followed.", "weeklong", "P1W"),
        ("A decades-long ban was lifted.", "decades-long", None),
        ("A several-year ban was lifted.", "several-year", None),
        ("They marched for 12 straight days.", "12 straight days", "P12D"),
        ("They marched for a couple of days.", "a couple of days", None),
        ("They ruled for hundreds of years.", "hundreds of years", None),
        ("It may take a year or two.", "a year or two", None),
        ("It took days or weeks.", "days or weeks", None),
        ("He was tortured for days on end.", "days on end", None),
        ("It will be shut over the next two years or so.", "the next two years or so", None),
        ("It will be shut over the next 12 to 18 months.", "the next 12 to 18 months", None),
        ("He got a six-to-eight-month term.", "six-to-eight-month", None),
        ("He was given a week to leave.", "a week", "P1W"),
        ("He was held for another month.", "another month", "P1M"),
        ("For the five days he was there, he kept silent.", "the five days", "P5D"),
        ("The system evolved over several years.", "several years", None),
        ("It can be used over three years.", "three years", "P3Y"),
        ("He was held for over three years.", "over three years", None),
        ("They sang all night long.", "all night long", "P1D"),
        ("They spent the day in a cell.", "the day", "P1D"),
        ("The captain was given a year himself.", "a year", "P1Y"),
        ("They voted on another month before the feast.", "another month", "P1M"),
    ],
)
def test_duration(dated, sentence: str, span: str, duration: str | None) -> None:
    assert [(text, d.kind, d.duration) for text, d in dated(sentence)] == [(span, "duration", duration)]


def test_part_of_a_sentence_that_is_suspended(dated) -> None:
    found = dated("She got 18 months, nine suspended, and he two years in prison, one of which was suspended.")
    assert [(text, d.duration) for text, d in found] == [
        ("18 months", "P18M"),
        ("nine", "P9M"),
        ("two years", "P2Y"),
        ("one", "P1Y"),
    ]


def test_term_told_without_its_unit(dated) -> None:
    found = dated("Wong was jailed for thirteen and a half months, Chow for ten and Lam for seven.")
    assert [d.duration for _, d in found] == ["P13M15D", "P10M", "P7M"]


@pytest.mark.parametrize(
    "sentence",
    [
        "They asked for ten, and got seven.",
        "Iraq imports about three-quarters of its food.",
        "Some quarters were opposed.",
        "It was a mistake on the part of the SEC.",
        "He hopes that one day they will follow.",
        "He would one day follow them.",
        "The Seven Years’ War and the Six-Day War are studied.",
        'He spoke on "60 Minutes" and on "This Week".',
        "The men, 25 to 30 years old, and a three-week-old baby were hurt.",
        "The office is open 24/7.",
    ],
)
def test_no_duration(dated, sentence: str) -> None:
    assert [text for text, _ in dated(sentence)] == []


@pytest.mark.parametrize(
    ("sentence", "span"),
    [
        ("They met each Tuesday.", "each Tuesday"),
        ("They met on Monday nights.", "Monday nights"),
        ("They met on alternate Tuesdays.", "alternate Tuesdays"),
        ("They met in the evenings.", "the evenings"),
        ("They met once every two weeks.", "once every two weeks"),
        ("They met three times weekly.", "three times weekly"),
        ("They met twice a month.", "twice a month"),
        ("They are paid annually.", "annually"),
    ],
)
def test_set(dated, sentence: str, span: str) -> None:
    assert [(text, d.kind) for text, d in dated(sentence)] == [(span, "set")]


@pytest.mark.parametrize("sentence", ["They staged daily sit-ins.", "It owns a weekly.", "They file annual returns."])
def test_no_set(dated, sentence: str) -> None:
    assert dated(sentence) == []
