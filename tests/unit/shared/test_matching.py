"""Lexicon terms found in a Doc."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from civicspace.matching import TermMatcher
from civicspace.tokens import token_table

VOCAB = English().vocab
LEMMAS = {
    "carried": "carry",
    "shut": "shut",
    "handed": "hand",
    "charged": "charge",
    "charges": "charge",
    "raids": "raid",
}


def doc_of(text: str) -> Doc:
    words = text.split()
    return Doc(
        VOCAB,
        words=words,
        lemmas=[LEMMAS.get(w.lower(), w.lower()) for w in words],
        sent_starts=[k == 0 for k in range(len(words))],
    )


def found(terms: list[str], text: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(hit.value, hit.words) for hit in TermMatcher((t, t) for t in terms).find(token_table(doc_of(text)))]


@pytest.mark.parametrize(
    ("terms", "text", "expected"),
    [
        (["charge"], "He was Charged twice", [("charge", (2,))]),
        (["=charged"], "the charges he was charged with", [("=charged", (4,))]),
        (["carry out", "carry"], "they carried out raids", [("carry out", (1, 2))]),
        (["shut * down"], "they shut the old paper down", [("shut * down", (1, 5))]),
        (["shut * down"], "they shut the very old daily paper down", []),
        (["shut|close down"], "close down", [("shut|close down", (0, 1))]),
        (["raid"], "nothing here", []),
    ],
)
def test_terms(terms: list[str], text: str, expected: list[tuple[str, tuple[int, ...]]]) -> None:
    assert found(terms, text) == expected


def test_a_gap_does_not_cross_a_sentence() -> None:
    doc = Doc(VOCAB, words=["shut", ".", "down"], sent_starts=[True, False, True])
    assert list(TermMatcher([("shut * down", 1)]).find(token_table(doc))) == []


def test_two_senses_of_one_term_are_both_given() -> None:
    matcher = TermMatcher([("release", "person"), ("release", "report")])
    hits = list(matcher.find(token_table(doc_of("release"))))
    assert [hit.value for hit in hits] == ["person", "report"]


@pytest.mark.parametrize("term", ["", "  ", "* down", "shut *"])
def test_terms_start_and_end_with_a_word(term: str) -> None:
    with pytest.raises(ValueError, match="starts and ends with a word"):
        TermMatcher([(term, None)])


def test_nothing_in_an_empty_doc() -> None:
    assert list(TermMatcher([("raid", None)]).find(token_table(Doc(VOCAB)))) == []
