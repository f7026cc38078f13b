"""Cutting a report into pieces and joining them again."""

from __future__ import annotations

import pytest
import spacy

from civicspace.cleaning import clean
from civicspace.pieces import parse, piece_ends
from civicspace.pipelines import Pipelines


def test_a_piece_a_paragraph() -> None:
    text = "Assembly\n\nPolice came.\n\n\nThey left.\n"
    ends = piece_ends(text)
    assert [text[a:b] for a, b in zip([0, *ends], ends, strict=False)] == [
        "Assembly\n\n",
        "Police came.\n\n\n",
        "They left.\n",
    ]


def test_long_paragraphs_are_cut_behind_a_sentence() -> None:
    sentence = "Nobody was hurt in the square. "
    ends = piece_ends(sentence * 40, limit=200)
    assert all(b - a <= 200 for a, b in zip([0, *ends], ends, strict=False))
    assert all(end % len(sentence) == 0 for end in ends)


def test_a_word_longer_than_a_piece_is_cut_at_the_limit() -> None:
    assert piece_ends("x" * 450, limit=200) == [200, 400, 450]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\n\nA.\n",
        "A. \n\n B.  ",
        "“A\u00a0b”\r\n\r\n\u200fc\ud7ff 🎉 d`s",
        "A\u2028B\u2029C\x85D\x0c",
    ],
)
def test_joined_text_has_the_same_length(text: str) -> None:
    doc = parse(spacy.blank("en"), text)
    assert doc.text == clean(text)
    assert len(doc.text) == len(text)
    assert doc._.civic_source_text == text


def test_cutting_does_not_change_a_paragraphs_sentences(pipelines: Pipelines) -> None:
    text = "Police broke up a vigil in the capital. Four students were held overnight. " * 30
    whole = parse(pipelines.pieces, text, limit=100_000)
    cut = parse(pipelines.pieces, text, limit=300)
    assert [s.text for s in whole.sents] == [s.text for s in cut.sents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("People`s", "People's"),
        ("5\u00a0May", "5 May"),
        ("a\u200fb", "a b"),
        ("a\tb\nc", "a\tb\nc"),
        ("soft\u00adhyphen", "soft\u00adhyphen"),
        ("“quoted” – dash", "“quoted” – dash"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected
