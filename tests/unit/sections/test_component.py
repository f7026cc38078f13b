"""civic_sections as a component: sentence starts before the parser, sections on the Doc."""

from __future__ import annotations

import spacy

from civicspace.pipelines import Pipelines


def test_headings_do_not_run_into_the_next_paragraph(pipelines: Pipelines) -> None:
    doc = pipelines(
        "Three prisoners freed\n\nIn May 2018 the government freed three men\n\nAnother heading\n\nMore text."
    )
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Three prisoners freed",
        "In May 2018 the government freed three men",
        "Another heading",
        "More text.",
    ]


def test_one_pipeline_of_ones_own() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("civic_sections")
    nlp.add_pipe("sentencizer")
    doc = nlp("Assembly\n\nPolice came. They left.")
    assert [section.heading is not None for section in doc._.civic_sections] == [True]
    assert doc[2].is_sent_start


def test_white_space_never_starts_a_sentence(pipelines: Pipelines) -> None:
    doc = pipelines("\n\n  Police came.\n\n\n\nThey left.  \n")
    starts = [token for token in doc if token.is_sent_start and token.is_space and token.i]
    assert starts == []


def test_a_bullet_is_no_part_of_the_first_sentence(pipelines: Pipelines) -> None:
    doc = pipelines("Key events\n\n• Eleven monitors were held in Kitwe.\n\n1. Release the monitors.")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Key events",
        "•",
        "Eleven monitors were held in Kitwe.",
        "1.",
        "Release the monitors.",
    ]
