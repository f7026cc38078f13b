"""Parts of one utterance, floating and nested quotations, several paragraphs, missing marks."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“We waited for hours,” she said. “Nobody came.”", ["We waited for hours,", "Nobody came."]),
        ("“We waited,” said Omar Haidari, “and nobody came.”", ["We waited,", "and nobody came."]),
        ("“We waited,” said Sen. Omar Haidari, a farmer. “Nobody came.”", ["We waited,", "Nobody came."]),
        ("“We waited.\n\n“Nobody came,” she said.", ["We waited.", "Nobody came,"]),
        (
            "“We waited,” she said. “Nobody came.\n\n“We left at dawn.”",
            ["We waited,", "Nobody came.", "We left at dawn."],
        ),
        ('The envoy said that :\n\n"The doors were all locked."', ["The doors were all locked."]),
        ("“The doors were locked,” said the clerk. “We waited,” he added.", ["The doors were locked,", "We waited,"]),
    ],
)
def test_parts_of_one_quote(quotes, text, content):
    (found,) = quotes(text)
    assert found.kind == "direct"
    assert found.content == content


def test_two_speakers_in_a_paragraph_make_two_quotes(quotes):
    found = quotes("“We waited,” said the nurse. “We did not,” said the doctor.")
    assert [(q.content, q.speaker) for q in found] == [(["We waited,"], "the nurse"), (["We did not,"], "the doctor")]


def test_a_new_cue_starts_a_new_quote(quotes):
    found = quotes("“We waited,” said the nurse. She added: “Nobody came.”")
    assert [q.content for q in found] == [["We waited,"], ["Nobody came."]]


def test_floating_quotation_has_the_last_speaker(quotes):
    found = quotes(
        "“We waited for hours,” said the nurse. The ward was dark by then, and two windows had been broken. "
        "“Nobody came to help us.”"
    )
    assert [q.content for q in found] == [["We waited for hours,"], ["Nobody came to help us."]]
    assert [q.speaker for q in found] == ["the nurse", "the nurse"]
    assert found[1].rule == "quotation.floating"


def test_floating_quotation_after_an_indirect_one(quotes):
    found = quotes("His lawyer alleges that two men have followed him. “My client draws bread. The state sees bombs.”")
    assert [q.speaker for q in found] == ["His lawyer", "His lawyer"]
    assert [q.kind for q in found] == ["indirect", "direct"]


def test_quotation_without_any_source_stays_unattributed(quotes):
    (found,) = quotes("A note lay on the desk. “Leave the valley before the rains come.”")
    assert found.rule == "quotation.unattributed"
    assert found.speaker is None
    assert found.resolution == "none"


def test_nested_quotation_is_a_quote_of_its_own(quotes):
    found = quotes("“They took everything, and my mother said: ‘Leave us the photographs,’” recalled her brother.")
    assert [(q.content, q.speaker) for q in found] == [
        (["They took everything, and my mother said: ‘Leave us the photographs,’"], "her brother"),
        (["Leave us the photographs,"], "my mother"),
    ]


def test_i_inside_a_quotation_is_its_speaker(quotes):
    found = quotes("“I said that my neighbours had paid,” Leila Haddad recalled.", {"Leila Haddad": ["Leila Haddad"]})
    assert [(q.content, q.name) for q in found] == [
        (["I said that my neighbours had paid,"], "Leila Haddad"),
        (["my neighbours had paid"], "Leila Haddad"),
    ]
    assert found[1].resolution == "pronoun"


def test_nested_report_gives_one_quote_a_level(quotes):
    found = quotes("The council said that the minister had promised that the paper would reopen.")
    assert [q.content for q in found] == [
        ["the minister had promised that the paper would reopen"],
        ["the paper would reopen"],
    ]
    assert [q.speaker for q in found] == ["The council", "the minister"]


def test_mixed_quote_goes_on_in_marks(quotes):
    (found,) = quotes("The plan was “a bad joke”, the mayor said. “Nobody asked us.”")
    assert found.content == ["The plan was “a bad joke”", "Nobody asked us."]
    assert found.kind == "mixed"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "“If they close us, she said, “we will sing in the street.”",
            ["If they close us,", "we will sing in the street."],
        ),
        (
            "“They do not hide. One of them holds the door for me, he said.",
            ["They do not hide. One of them holds the door for me,"],
        ),
        (
            "She said: “We had no warning. The men came at noon.\n\nThe office was closed in June.",
            ["We had no warning. The men came at noon."],
        ),
    ],
)
def test_missing_closing_mark(quotes, text, content):
    (found,) = quotes(text)
    assert found.content == content


def test_odd_mark_does_not_spoil_what_follows(quotes):
    text = (
        "The “ministry closed the paper.\n\nThe union said that the ban was void.\n\n“We will appeal,” said the editor."
    )
    assert [q.content for q in quotes(text)] == [["the ban was void"], ["We will appeal,"]]
