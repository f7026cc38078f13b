"""The stage as a whole: order, offsets, codes, odd input, one pass."""

from __future__ import annotations

import pytest
import spacy

from civicspace.components.events.component import EventsComponent

TEXT = (
    "Zambia frees two editors\n\nOn 5 May 2020 police in Lusaka arrested two editors, Amina Kasongo and Peter Banda. "
    "The arrest was condemned by Amnesty International. On 9 May 2020 they were released."
)


def test_events_stand_in_text_order_with_exact_spans(pipelines):
    doc = pipelines(TEXT, country="ZM")
    events = doc._.civic_events
    assert len(events) >= 4
    assert [e.trigger.start for e in events] == sorted(e.trigger.start for e in events)
    for event in events:
        spans = [event.trigger, event.sentence, *event.cues]
        spans += [(p.start, p.end) for p in (*event.agents, *event.targets)]
        for start, end in spans:
            assert doc.text[start:end] == doc.text[start:end].strip()
            assert start < end


def test_references_lie_inside_the_layers(pipelines):
    doc = pipelines(TEXT, country="ZM")
    for k, event in enumerate(doc._.civic_events):
        assert event.same_as is None or event.same_as < k
        assert event.date is None or event.date < len(doc._.civic_dates)
        assert event.place is None or event.place < len(doc._.civic_entities)
        assert (event.place is None) == (event.place_basis is None)
    members = [k for act in doc._.civic_acts for k in act.mentions]
    assert sorted(members) == list(range(len(doc._.civic_events)))


def test_codes(pipelines):
    doc = pipelines(TEXT, country="ZM")
    event = next(e for e in doc._.civic_events if e.type == "detention")
    assert event.codes.plover == "COERCE:arrest"


def test_the_same_report_gives_the_same_events(pipelines):
    assert pipelines(TEXT)._.civic_events == pipelines(TEXT)._.civic_events


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "Arrest", "arrested", "“" * 3000, "was was was by by by of of"])
def test_odd_input_raises_nothing(pipelines, text):
    doc = pipelines(text)
    assert isinstance(doc._.civic_events, list)
    assert len(doc._.civic_acts) <= len(doc._.civic_events)


def test_a_doc_without_earlier_stages():
    doc = EventsComponent()(spacy.blank("en")("Police arrested two students."))
    assert doc._.civic_acts is not None
