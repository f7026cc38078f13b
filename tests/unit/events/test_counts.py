"""How many: digits, words, bounds, and what is no count."""

from __future__ import annotations

import pytest

from civicspace.components.events.counts import number_value


def counts(pipelines, text, kind):
    """what -> (value, at_least) of the first event of a type."""
    event = next(e for e in pipelines(text)._.civic_events if e.type == kind)
    return {c.what: (c.value, c.at_least) for c in event.counts}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Police arrested 24 students.", "detention", {"detained": (24, False)}),
        ("Police arrested at least a dozen students.", "detention", {"detained": (12, True)}),
        ("Police arrested some 1,200 students.", "detention", {"detained": (1200, False)}),
        ("Police arrested dozens of students.", "detention", {"detained": (None, False)}),
        ("Seven prisoners were released.", "release", {"released": (7, False)}),
        ("More than 300 people marched.", "protest", {"participants": (300, True)}),
        ("The group recorded 60 arrests.", "detention", {"detained": (60, False)}),
        ("Amina Kasongo was arrested.", "detention", {"detained": (1, False)}),
        ("Police arrested protesters.", "detention", {}),
        ("Amina Kasongo was not arrested.", "detention", {}),
    ],
)
def test_counts(pipelines, text, kind, expected):
    assert counts(pipelines, text, kind) == expected


@pytest.mark.parametrize(
    ("words", "value"),
    [
        (["24"], 24), (["1,200"], 1200), (["twenty-six"], 26), (["two", "hundred"], 200), (["a", "dozen"], 12),
        (["two", "dozen"], 24), (["three", "thousand"], 3000), (["several"], None), ([], None),
    ],
)  # fmt: skip
def test_number_words(words, value):
    assert number_value(words) == value


def test_the_span_covers_the_number(pipelines):
    text = "Police arrested 24 students."
    event = pipelines(text)._.civic_events[0]
    assert [text[c.start : c.end] for c in event.counts] == ["24"]
