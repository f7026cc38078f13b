"""Where words stand, and what is like words that don't."""

from __future__ import annotations

import pytest

from civicspace.gold.places import Places


@pytest.mark.parametrize(
    ("words", "text", "places"),
    [
        ("arrested", "He was arrested; she was arrested.", [7, 25]),
        ("arrest", "He was arrested. An arrest.", [20]),
        ("Lomé", "Lomé, Lomé-based, Loméan", [0, 6]),
        ("he", "The heir said he", [14]),
        ("“he", "x“he “her", [1]),
        ("he.", "The he.n. he.", [4, 10]),
        ("a a", "a a a", [0, 2]),
        ("e", "e\u0301 e", [3]),
        ("e\u0301", "e\u0301 e", [0]),
        ("5", "5 15 5", [0, 5]),
        ("x", "", []),
        ("gone", "nothing", []),
    ],
)
def test_whole_words(words: str, text: str, places: list[int]) -> None:
    assert Places(text).of(words) == places


@pytest.mark.parametrize(
    ("words", "near", "found"),
    [
        ("arrested", 0, (11, "arrested")),  # the same words, the nearest place first
        ("arrested", 60, (51, "arrested")),
        ("arrest", 60, (51, "arrested")),  # inside a longer word: the whole of it
        ("two journalists", 0, (20, "two\njournalists")),  # white space aside
        ("Port Selma’s", 0, (67, "port Selma's")),  # capitals and quotation marks aside
        ("arested", 0, (11, "arrested")),
        ("were arested too jurnalists", 0, (6, "were arrested two\njournalists")),
        ("zebra crossing", 0, None),
        ("…", 0, None),
        ("", 0, None),
    ],
)
def test_closest(words: str, near: int, found: tuple[int, str] | None) -> None:
    text = "There were arrested two\njournalists. They had been arrested at the port Selma's."
    closest = Places(text).closest(words, near)
    assert (closest and (closest.start, closest.text)) == found
    assert closest is None or text[closest.start : closest.end] == closest.text


def test_a_long_text_with_much_that_is_alike() -> None:
    places = Places("The police of the town held the men of the house for the day. " * 5000)
    assert places.closest("The plice of the town held the men of the hose for the day. " * 10) is not None
    assert places.closest("qqq www eee rrr ttt") is None
