"""The stage on odd input and in anybody's pipeline."""

from __future__ import annotations

import time

import pytest
import spacy
from spacy.tokens import Doc

from civicspace.components.quotes.component import QuotesComponent
from civicspace.components.quotes.cues import senses
from civicspace.pipelines import Pipelines

ODD = ["", " ", "\n\n", "a", "“", "said", '"' * 300, "“" * 300, "'x' " * 200, "“a ‘b " * 100, "said that " * 100]


@pytest.mark.parametrize("text", ODD)
def test_odd_input(annotate, text):
    doc = annotate(text)
    for quote in doc._.civic_quotes:
        for start, end in quote.content:
            assert 0 <= start < end <= len(text)


def test_ten_thousand_marks():
    words = ['"'] * 10_000 + ["She", "said", "“", "we", "go", ".", "”"]
    doc = Doc(spacy.blank("en").vocab, words, [False] * len(words))
    for quote in QuotesComponent()(doc)._.civic_quotes:
        start, end = quote.content[0]
        assert 0 <= start < end <= len(doc.text)


def test_blank_pipeline_gives_no_quotes():
    doc = spacy.blank("en")("She said that they left.")
    assert QuotesComponent()(doc)._.civic_quotes == []


def test_empty_doc(pipelines):
    assert QuotesComponent()(Doc(pipelines.pieces.vocab))._.civic_quotes == []


def test_factory_is_registered():
    assert spacy.blank("en").add_pipe("civic_quotes").name == "civic_quotes"


def test_same_report_same_quotes(annotate):
    text = "“We waited,” said the nurse. The raid, the group added, was unlawful. According to sources, he left."
    assert annotate(text)._.civic_quotes == annotate(text)._.civic_quotes


def test_order_is_that_of_the_text(annotate):
    text = "The council said that the minister had said that he left. “We waited,” said the nurse."
    starts = [quote.content[0].start for quote in annotate(text)._.civic_quotes]
    assert starts == sorted(starts)
    assert len(starts) == 3


@pytest.mark.slow
def test_time_grows_with_the_report(annotate):
    component = QuotesComponent()
    piece = "“We waited,” said the nurse. The raid, the group added, was “unlawful”. Police said that he left.\n\n"

    def seconds(count: int) -> float:
        doc = annotate(piece * count)
        start = time.perf_counter()
        component(doc)
        return time.perf_counter() - start

    assert seconds(60) < 40 * max(seconds(6), 0.002)


def test_a_cue_of_the_lexicon_has_one_sense_a_part():
    keys = [(words, sense.part) for words, sense in senses()]
    assert len(keys) == len(set(keys))


def test_the_first_person_in_a_quotation_is_its_speaker(pipelines: Pipelines) -> None:
    doc = pipelines("“I was held for two days,” Ama Boko told reporters.")
    (speaker,) = [entity for entity in doc._.civic_entities if entity.name == "Ama Boko"]
    assert [(doc.text[m.start : m.end], m.form) for m in speaker.mentions] == [("I", "pronoun"), ("Ama Boko", "name")]


def test_a_trailing_participle_goes_on_with_the_speaker(pipelines: Pipelines) -> None:
    doc = pipelines("Ama Boko said that the delay had hurt the families, adding that the ministry knew of it.")
    assert [quote.speaker.name for quote in doc._.civic_quotes] == ["Ama Boko", "Ama Boko"]
