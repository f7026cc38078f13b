"""The component: odd input, offsets, and another resolver in its place."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc
from spacy.util import registry

from civicspace.annotations import Entity, Extent, Mention, Quote, Speaker
from civicspace.attributes import declare
from civicspace.components.coreference.component import CoreferenceComponent
from civicspace.components.coreference.first_person import first_person_links, resolve_first_person
from civicspace.components.coreference.resolver import Link
from civicspace.pieces import parse


def test_nothing_to_do():
    nlp = spacy.blank("en")
    nlp.add_pipe("civic_coreference")
    assert nlp("")._.civic_entities is None
    assert nlp("  \n ")._.civic_entities is None
    doc = nlp.make_doc("He left.")
    doc._.civic_entities = []
    assert nlp.get_pipe("civic_coreference")(doc)._.civic_entities == []


def test_unparsed_doc_does_not_raise():
    nlp = spacy.blank("en")
    component = nlp.add_pipe("civic_coreference")
    doc = nlp.make_doc("Ana Ruiz left. She was tired.")
    doc._.civic_entities = [Entity("person", "Ana Ruiz", "test", mentions=[Mention(0, 8, "name", "test")])]
    assert component(doc)._.civic_entities[0].mentions[0] == Mention(0, 8, "name", "test")


def test_many_quotation_marks(annotate):
    text = "Ana Ruiz said " + "“" * 300 + " she " + "”" * 300
    doc = annotate(text, {"Ana Ruiz": "person"})
    assert doc._.civic_entities[0].mentions[0].end == len("Ana Ruiz")


def test_mentions_are_sorted_and_exact(annotate):
    text = "Dana Kolar, a nurse, lost her job. She sued, and the nurse won."
    mentions = annotate(text, {"Dana Kolar": "person"})._.civic_entities[0].mentions
    assert [text[m.start : m.end] for m in mentions] == ["Dana Kolar", "a nurse", "her", "She", "the nurse"]
    assert [m.form for m in mentions] == ["name", "title", "pronoun", "pronoun", "title"]
    assert all(m.rule for m in mentions)


def test_another_resolver():
    class FirstWord:
        def __call__(self, doc: Doc) -> list[Link]:
            return [Link(0, Mention(0, len(doc[0]), "nominal", "first-word"))]

    registry.misc.register("test.FirstWord.v1", func=FirstWord)
    declare()
    nlp = spacy.blank("en")
    component = nlp.add_pipe("civic_coreference", config={"resolver": {"@misc": "test.FirstWord.v1"}})
    doc = nlp.make_doc("Everyone left.")
    doc._.civic_entities = [Entity("person", "Ana", "test")]
    assert component(doc)._.civic_entities[0].mentions == [Mention(0, 8, "nominal", "first-word")]


def test_first_person_is_the_speaker(pipelines):
    text = "“They took my phone and we ran,” said Ana Ruiz. I saw it."
    doc = parse(pipelines.pieces, text)
    doc._.civic_entities = [Entity("person", "Ana Ruiz", "test", mentions=[Mention(38, 46, "name", "test")])]
    doc._.civic_quotes = [Quote("direct", [Extent(1, 31)], "test", speaker=Speaker(entity=0))]
    assert [text[m.start : m.end] for _, m in first_person_links(doc)] == ["my"]


def test_first_person_plural_is_the_organisation(pipelines):
    text = "“We will appeal,” Open Hands said, and I agree."
    doc = parse(pipelines.pieces, text)
    doc._.civic_entities = [Entity("organisation", "Open Hands", "test", mentions=[Mention(18, 28, "name", "test")])]
    doc._.civic_quotes = [Quote("direct", [Extent(1, 16)], "test", speaker=Speaker(entity=0))]
    assert [text[m.start : m.end] for _, m in first_person_links(doc)] == ["We"]


def test_first_person_is_added_to_the_entity(pipelines):
    text = "“They hit me,” said Ana Ruiz."
    doc = parse(pipelines.pieces, text)
    doc._.civic_entities = [Entity("person", "Ana Ruiz", "test", mentions=[Mention(20, 28, "name", "test")])]
    doc._.civic_quotes = [Quote("direct", [Extent(1, 12)], "test", speaker=Speaker(entity=0))]
    resolve_first_person(doc)
    assert [text[m.start : m.end] for m in doc._.civic_entities[0].mentions] == ["me", "Ana Ruiz"]


def test_links_that_overlap_are_left_out():
    class Twice:
        def __call__(self, doc: Doc) -> list[Link]:
            return [Link(0, Mention(0, 14, "nominal", "wide")), Link(1, Mention(4, 7, "nominal", "same"))]

    doc = spacy.blank("en").make_doc("the Ana charity")
    entities = [
        Entity("organisation", "Ana", "test", mentions=[Mention(4, 7, "name", "test")]),
        Entity("person", "Bo", "test"),
    ]
    doc._.civic_entities = entities
    CoreferenceComponent(Twice())(doc)
    assert [len(entity.mentions) for entity in entities] == [1, 0]


def test_first_person_without_a_speaker(pipelines):
    doc = parse(pipelines.pieces, "“I will appeal,” said a woman.")
    doc._.civic_entities = []
    doc._.civic_quotes = [Quote("direct", [Extent(1, 15)], "test")]
    assert first_person_links(doc) == []
