"""Expressions that a record leaves out: which words tell of now, then and what is to come, and which only look so."""

import pytest

from civicspace.timex3 import timexes
from civicspace.timex3.references import references


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They are now in exile.", "now", "PRESENT_REF"),
        ("Now they are in exile.", "Now", "PRESENT_REF"),
        ("She has been held until now.", "now", "PRESENT_REF"),
        ("We need help right now.", "right now", "PRESENT_REF"),
        ("It is currently banned.", "currently", "PRESENT_REF"),
        ("Few protest these days.", "these days", "PRESENT_REF"),
        ("At present, none is free.", "At present", "PRESENT_REF"),
        ("The current government denies it.", "current", "PRESENT_REF"),
        ("Current laws forbid it.", "Current", "PRESENT_REF"),
        ("It has lasted to the present day.", "the present day", "PRESENT_REF"),
        ("By this time the police had left.", "this time", "PRESENT_REF"),
        ("They are safe for the time being.", "the time being", "PRESENT_REF"),
        ("It is the largest rally to date.", "date", "PRESENT_REF"),
        ("A recently passed law bans it.", "recently", "PAST_REF"),
        ("More recently, two were freed.", "More recently", "PAST_REF"),
        ("A recent report says so.", "recent", "PAST_REF"),
        ("After the recent Supreme Court ruling they left.", "recent", "PAST_REF"),
        ("In the past, it was legal.", "the past", "PAST_REF"),
        ("It was worse in recent years.", "recent years", "PXY"),
        ("Over the past weeks they left.", "the past weeks", "PXW"),
        ("They will vote in the coming months.", "the coming months", "PXM"),
        ("They feared the weeks ahead.", "the weeks ahead", "PXW"),
        ("A year-long ban follows.", "year-long", "P1Y"),
        ("It was a decades-long war.", "decades-long", "PXDE"),
        ("They fear for the future.", "the future", "FUTURE_REF"),
        ("Her future plans are unclear.", "future", "FUTURE_REF"),
        ("It will change in future years.", "future years", "FUTURE_REF"),
        ("Courts will soon decide.", "soon", "FUTURE_REF"),
        ("They’ll soon decide.", "soon", "FUTURE_REF"),
        ("Over the years many left.", "the years", "PXY"),
        ("During this time he hid.", "this time", ""),
        ("During this period he hid.", "this period", ""),
        ("At that time he hid.", "that time", ""),
    ],
)
def test_marked(text: str, words: str, value: str) -> None:
    assert [(text[r.start : r.end], r.value) for r in references(text, [])] == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "They will present the bill.",
        "Those present were searched.",
        "The present was a book.",
        "The current was strong.",
        "She follows current affairs.",
        "They bought electric current.",
        "He works for Now Magazine.",
        "The NOW campaign is banned.",
        "Future Party members met.",
        "Recent History Review was closed.",
        "They know nowhere to go.",
        "They met every now and then.",
        "Courts pushed back now and then.",
        "He soon left.",
        "Soon after, he left.",
        "He will come as soon as he can.",
        "The past president spoke.",
        "They walked past the square.",
        "This time they won.",
        "He set a date for the vote.",
        "It happened at the same time.",
        "He was previously a judge.",
        "The former minister spoke.",
        "They have already left, then returned once.",
        "Future generations will know.",
        "The years of war were over.",
        "He asked for time.",
        "",
    ],
)
def test_left_alone(text: str) -> None:
    assert references(text, []) == []


def test_nothing_inside_dates_and_names() -> None:
    text = "Three weeks from now the Future Now Fund closes; it is now open."
    name = {"start": text.index("Future"), "end": text.index(" closes"), "form": "name"}
    record = {
        "text": text,
        "entities": [{"type": "organisation", "mentions": [name]}],
        "dates": [
            {
                "id": "d1",
                "start": 0,
                "end": 20,
                "text": "Three weeks from now",
                "kind": "date",
                "edtf": "2018-06-04",
                "duration": None,
                "modifier": None,
                "rule": "from-now",
            }
        ],
    }
    found = timexes(record)
    assert [(item.text, item.date) for item in found] == [("Three weeks from now", "d1"), ("now", None)]
    assert found[1].start == text.index("now open")


def test_overlapping_names_of_every_length_block() -> None:
    text = "now now now"
    assert [r.start for r in references(text, [(0, 7), (1, 2)])] == [8]
    assert references(text, [(0, 11), (4, 5)]) == []


def test_a_long_text_takes_little_time() -> None:
    assert len(references("now " * 20000, [])) == 20000
