"""Who is quoted: mention, entity, name and how it was resolved."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "names", "mention", "name", "resolution"),
    [
        (
            "Omar Haidari said that he was free.",
            {"Omar Haidari": ["Omar Haidari"]},
            "Omar Haidari",
            "Omar Haidari",
            "named",
        ),
        ("He said that the hall was full.", {"Omar Haidari": ["He"]}, "He", "Omar Haidari", "pronoun"),
        ("He said that the hall was full.", {}, "He", None, "pronoun"),
        (
            "His mother, Leila Haddad, said that she was proud.",
            {"Leila Haddad": ["Leila Haddad"]},
            "His mother, Leila Haddad",
            "Leila Haddad",
            "named",
        ),
        (
            "Leila Haddad, who leads the union, said that the ban was void.",
            {"Leila Haddad": ["Leila Haddad"]},
            "Leila Haddad",
            "Leila Haddad",
            "named",
        ),
        (
            "A Radio Delta report said that four miners had died.",
            {"Radio Delta": ["Radio Delta"]},
            "A Radio Delta report",
            "Radio Delta",
            "named",
        ),
        (
            "A report by Radio Delta said that four miners had died.",
            {"Radio Delta": ["Radio Delta"]},
            "A report by Radio Delta",
            "Radio Delta",
            "named",
        ),
        (
            "Radio Delta and a local paper said that four miners had died.",
            {"Radio Delta": ["Radio Delta"]},
            "Radio Delta and a local paper",
            "Radio Delta",
            "named",
        ),
        (
            "A Danish minister said that the grant was cut.",
            {},
            "A Danish minister",
            "A Danish minister",
            "description",
        ),
        ("Sources said that the editor had left.", {}, "Sources", None, "anonymous"),
        ("Reports suggest that the editor had left.", {}, "Reports", None, "anonymous"),
        ("Two witnesses said that soldiers had fired.", {}, "Two witnesses", "Two witnesses", "anonymous"),
        ("It was announced that the curfew would end.", {}, None, None, "none"),
    ],
)
def test_speaker(quotes, text, names, *, mention, name, resolution):
    (found,) = quotes(text, names)
    assert (found.speaker, found.name, found.resolution) == (mention, name, resolution)


def test_date_of_the_speech(quotes):
    (found,) = quotes("On 3 May 2021 the union said that the hall would open in June.", dates=("3 May 2021", "June"))
    assert found.date == 0


def test_date_of_what_is_said_is_not_the_speech_s(quotes):
    (found,) = quotes("The union said that the hall would open on 3 May 2021.", dates=("3 May 2021",))
    assert found.date is None
