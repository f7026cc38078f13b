"""Annotations survive the ways in which spaCy moves Docs about."""

from __future__ import annotations

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from civicspace import annotations as a
from civicspace.attributes import DOC_ATTRIBUTES, declare
from civicspace.tokens import token_table


def annotated() -> Doc:
    declare()
    doc = Doc(Vocab(), words=["Police", "held", "Ama"], spaces=[True, True, False])
    doc._.civic_sections = [a.Section(0, 15, a.Extent(0, 6))]
    doc._.civic_entities = [a.Entity("person", "Ama", "model", mentions=[a.Mention(12, 15, "name", "model")])]
    doc._.civic_dates = [a.Timex(0, 6, "date", "rule", edtf="2018-05")]
    doc._.civic_quotes = [a.Quote("direct", [a.Extent(0, 6)], "rule", cue=a.Extent(7, 11), date=0)]
    event = a.Event("detention", a.Extent(7, 11), a.Extent(0, 15), "rule", cues=[a.Extent(0, 6)])
    event.targets.append(a.Participant(12, 15, 0, "Ama"))
    event.counts.append(a.Count("detained", None, True, 0, 6))
    doc._.civic_events = [event]
    doc._.civic_acts = [a.Act("detention", [0], "occurred")]
    doc._.civic_warnings = [a.Warn("code", "message")]
    doc._.civic_reference = a.Reference("2018-05-31", "2018-05", "inferred")
    doc._.civic_source_text = doc.text
    doc._.civic_published, doc._.civic_country = "2018-05", "TG"
    return doc


def test_bytes_bring_every_attribute_back() -> None:
    doc = annotated()
    token_table(doc)
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    for name in DOC_ATTRIBUTES:
        if name != "civic_token_table":
            assert getattr(again._, name) == getattr(doc._, name) is not None, name
    assert again._.civic_token_table is None
    assert isinstance(again._.civic_quotes[0].cue, a.Extent)
    assert token_table(again).text == ["Police", "held", "Ama"]


def test_a_doc_bin_keeps_annotations() -> None:
    doc = annotated()
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(stored).get_docs(doc.vocab)
    assert list(again._.civic_events) == doc._.civic_events  # a DocBin gives lists back as tuples
