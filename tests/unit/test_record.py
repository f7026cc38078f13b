"""From a Doc to the record: ids, spans, metadata, warnings, and mistakes of stages that must not pass."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest
import spacy
from spacy.tokens import Doc

from civicspace.annotations import (
    Act,
    Codes,
    Count,
    Entity,
    Event,
    Extent,
    Mention,
    Participant,
    Quote,
    Reference,
    Section,
    Speaker,
    Timex,
    Warn,
)
from civicspace.attributes import declare
from civicspace.errors import ReportError
from civicspace.pipelines import Pipelines
from civicspace.record import build_record, sentences, versions_of
from civicspace.report import Metadata, Report
from civicspace_schemas import Record
from civicspace_schemas.provenance import ModelVersion, PipelineVersions

TEXT = (
    "Raid in Kitwe\n\nOn 3 May 2018 police raided `The Post` in Kitwe. “It was unlawful,” Ann Phiri said of the raid."
)
CLEANED = TEXT.replace("`", "'")
REPORT = Report("2018-zambia", TEXT, Metadata(country="ZM", published="2018-05-14", source="Example Desk"))
VERSIONS = PipelineVersions(
    civicspace="0.1.0",
    spacy="3.8.0",
    model=ModelVersion(name="blank", version="0"),
    config="none",
    numeric="none",
)


def at(words: str, nth: int = 1) -> Extent:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Extent(start, start + len(words))


def annotated() -> Doc:
    """A Doc as the stages leave it, without a model: the text cleaned, the original beside it."""
    declare()
    doc = spacy.blank("en")(CLEANED)
    doc._.civic_source_text = TEXT
    doc._.civic_reference = Reference("2018-05-14", "2018-05-14", "stated")
    doc._.civic_sections = [Section(0, len(TEXT), at("Raid in Kitwe"))]
    doc._.civic_entities = [
        Entity("place", "Kitwe", "ner", country="ZM", mentions=[Mention(*at("Kitwe"), "name", "ner")]),
        Entity("person", "Ann Phiri", "ner", mentions=[Mention(*at("Ann Phiri"), "name", "ner")]),
        Entity("organisation", "`The Post`", "ner", mentions=[Mention(*at("`The Post`"), "name", "ner")]),
    ]
    doc._.civic_dates = [
        Timex(*at("3 May 2018"), "date", "dmy", edtf="2018-05-03", earliest="2018-05-03", latest="2018-05-03")
    ]
    doc._.civic_quotes = [
        Quote(
            "direct",
            [at("It was unlawful,")],
            "marks",
            cue=at("said"),
            speaker=Speaker(at("Ann Phiri"), 1, "Ann Phiri", "named"),
            date=0,
        )
    ]
    sentence = Extent(at("On 3").start, at("Kitwe.").end)
    last = Extent(at("“It").start, len(TEXT))
    doc._.civic_events = [
        Event(
            "raid_seizure",
            at("raided"),
            sentence,
            "raid.verb",
            date=0,
            edtf="2018-05-03",
            place=0,
            place_basis="stated",
            agents=[Participant(*at("police"), None, "police")],
            targets=[Participant(*at("`The Post`"), 2, "`The Post`")],
            agent_groups=["state_security"],
            target_groups=["journalist_media"],
            attributes={"method": "with dogs", "weapon": "batons"},
            counts=[Count("other", None, False, *at("police"))],
            codes=Codes(["office raid"], plover="COERCE:seize"),
        ),
        Event(
            "raid_seizure",
            at("raid", 2),
            last,
            "raid.noun",
            same_as=0,
            source=Participant(*at("Ann Phiri"), 1, "Ann Phiri"),
        ),
    ]
    doc._.civic_acts = [Act("raid_seizure", [0, 1], "occurred", date=0, edtf="2018-05-03", place=0)]
    return doc


def test_everything_on_the_doc_arrives_in_the_record() -> None:
    record = build_record(annotated(), REPORT, VERSIONS)
    assert [section.id for section in record.sections] == ["s1"]
    assert [(e.id, e.name) for e in record.entities] == [("e1", "Kitwe"), ("e2", "Ann Phiri"), ("e3", "`The Post`")]
    assert (record.dates[0].id, record.dates[0].text, record.dates[0].edtf) == ("d1", "3 May 2018", "2018-05-03")
    quote = record.quotes[0]
    assert (quote.id, quote.date, quote.speaker.entity, quote.content[0].text) == ("q1", "d1", "e2", "It was unlawful,")
    raided, raid = record.events
    assert (raided.id, raided.family, raided.trigger.text, raided.place) == ("v1", "ASSOCIATION", "raided", "e1")
    assert (raided.date, raided.agents[0].entity, raided.targets[0].entity) == ("d1", None, "e3")
    assert (raid.id, raid.trigger.text, raid.same_as) == ("v2", "raid", "v1")
    assert raid.source is not None
    assert raid.source.entity == "e2"
    assert (record.acts[0].id, record.acts[0].mentions, record.acts[0].place) == ("a1", ["v1", "v2"], "e1")


def test_span_texts_are_the_reports_not_the_cleaned_ones() -> None:
    record = build_record(annotated(), REPORT, VERSIONS)
    assert record.entities[2].mentions[0].text == "`The Post`"
    assert record.text == TEXT


def test_codes_arrive() -> None:
    codes = build_record(annotated(), REPORT, VERSIONS).events[0].codes
    assert (codes.civicus, codes.plover) == (["office raid"], "COERCE:seize")


def test_attributes_stand_in_a_fixed_order() -> None:
    event = build_record(annotated(), REPORT, VERSIONS).events[0]
    assert list(event.attributes) == ["weapon", "method"]


def test_what_is_said_of_the_report() -> None:
    info = build_record(annotated(), REPORT, VERSIONS).report
    assert (info.id, info.country, info.country_basis) == ("2018-zambia", "ZM", "stated")
    assert (info.published, info.published_basis, info.reference_date) == ("2018-05-14", "stated", "2018-05-14")
    assert info.sha256 == hashlib.sha256(TEXT.encode("utf-8")).hexdigest()
    assert (info.characters, info.words) == (len(TEXT), 22)
    assert (info.source, info.url, info.licence, info.language) == ("Example Desk", None, None, "en")


def test_the_json_of_a_record_makes_the_same_record() -> None:
    record = build_record(annotated(), REPORT, VERSIONS)
    assert Record.model_validate_json(record.model_dump_json()) == record


def test_the_text_is_left_out_on_request() -> None:
    record = build_record(annotated(), REPORT, VERSIONS, include_text=False)
    assert "text" not in json.loads(record.model_dump_json())
    assert record.report.characters == len(TEXT)
    assert record.entities[0].mentions[0].text == "Kitwe"


@pytest.mark.parametrize(
    ("stated", "heading", "title"),
    [
        ("Stated title", "A heading", "Stated title"),
        (None, "A heading", "A heading"),
        (None, "## A  heading", "A heading"),
        (None, None, None),
    ],
)
def test_title(stated: str | None, heading: str | None, title: str | None) -> None:
    declare()
    text = f"{heading or 'A line.'}\n\nText stands here."
    doc = spacy.blank("en")(text)
    doc._.civic_sections = [Section(0, len(text), Extent(0, len(heading)) if heading else None)]
    report = Report("r", text, Metadata(title=stated))
    assert build_record(doc, report, VERSIONS).report.title == title


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (None, (None, "unknown", None)),
        ("2018-05-14", ("2018-05-14", "stated", "2018-05-14")),
        ("2018-05", ("2018-05", "stated", None)),
    ],
)
def test_a_doc_without_stages_still_gives_a_record(
    published: str | None, expected: tuple[str | None, str, str | None]
) -> None:
    doc = spacy.blank("en")("Three people were held.")
    record = build_record(doc, Report("r", doc.text, Metadata(published=published)), VERSIONS)
    assert (record.report.published, record.report.published_basis, record.report.reference_date) == expected
    assert record.report.country_basis == "unknown"
    assert not (record.entities or record.dates or record.quotes or record.events or record.acts)


@pytest.mark.parametrize("text", ["", " \n\t ", "x", "\u200b", "“" * 500, "Ａ𝔘🙂é\r\n\x0b"])
def test_odd_texts_give_a_record(text: str) -> None:
    record = build_record(spacy.blank("en")(text), Report("odd", text), VERSIONS)
    assert (record.text, record.report.characters) == (text, len(text))


def test_warnings_of_stages_and_builder_come_together() -> None:
    doc = annotated()
    doc._.civic_warnings = [Warn("duplicate_text", "the text is that of another report"), Warn("cut", "cut here", 3, 9)]
    doc._.civic_reference = Reference("2018-05-31", "2018-05", "inferred")
    record = build_record(doc, replace(REPORT, metadata=Metadata()), VERSIONS)
    assert [warning.code for warning in record.warnings] == ["duplicate_text", "cut", "published_inferred"]
    assert (record.warnings[1].start, record.warnings[1].end) == (3, 9)


def test_a_report_without_any_date_says_so() -> None:
    doc = annotated()
    doc._.civic_reference = Reference(None, None, "unknown")
    record = build_record(doc, replace(REPORT, metadata=Metadata()), VERSIONS)
    assert [warning.code for warning in record.warnings] == ["no_reference_date"]


def test_a_report_that_is_not_english_says_so() -> None:
    doc = annotated()
    record = build_record(doc, replace(REPORT, metadata=Metadata(language="fr-CA", published="2018-05-14")), VERSIONS)
    assert record.report.language == "fr-CA"
    assert [warning.code for warning in record.warnings] == ["not_english"]


def _event(doc: Doc, **changes: object) -> None:
    doc._.civic_events = [replace(doc._.civic_events[0], **changes), doc._.civic_events[1]]


@pytest.mark.parametrize(
    ("spoil", "field"),
    [
        (lambda doc: _event(doc, trigger=Extent(-3, 4)), "events.0.trigger.start"),
        (lambda doc: _event(doc, trigger=Extent(100, 4)), "events.0.trigger.text"),
        (lambda doc: _event(doc, trigger=Extent(20, 10_000)), "v1.trigger"),
        (lambda doc: _event(doc, type="raid"), "events.0.type"),
        (lambda doc: _event(doc, status="certain"), "events.0.status"),
        (lambda doc: _event(doc, date=7), "v1.date"),
        (lambda doc: _event(doc, place=-1), "events.0.place"),
        (lambda doc: _event(doc, attributes={"outcome": "convicted"}), "v1.attributes.outcome"),
        (lambda doc: _event(doc, target_groups=["press"]), "events.0.target_groups.0"),
        (lambda doc: _event(doc, edtf="3 May"), "events.0.edtf"),
        (lambda doc: _event(doc, same_as=1), "v1.same_as"),
        (lambda doc: doc._.civic_dates.append(Timex(0, 4, "date", "x", earliest="2018-02-30")), "dates.1.earliest"),
        (lambda doc: doc._.civic_entities.append(Entity("person", "Nobody", "x")), "entities.3.mentions"),
        (lambda doc: doc._.civic_quotes.append(Quote("direct", [], "x")), "quotes.1.content"),
        (lambda doc: doc._.civic_sections.append(Section(0, 4)), "s2"),
    ],
)
def test_a_stages_mistake_is_an_error_that_names_the_field(spoil: object, field: str) -> None:
    doc = annotated()
    spoil(doc)  # type: ignore[operator]
    with pytest.raises(ReportError) as caught:
        build_record(doc, REPORT, VERSIONS)
    assert caught.value.code == "invalid_record"
    assert caught.value.message.startswith(field)
    assert str(caught.value).count("2018-zambia") == 1


def test_a_doc_of_another_text_is_refused() -> None:
    with pytest.raises(ReportError, match="another text"):
        build_record(annotated(), replace(REPORT, text=TEXT + " "), VERSIONS)


def test_sentences_have_no_outer_white_space_and_follow_one_another() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    text = "  One was held.  Two were freed.\n\n \n"
    assert [text[start:end] for start, end in sentences(nlp(text))] == ["One was held.", "Two were freed."]


@pytest.mark.parametrize("text", ["", "  \n ", "One was held."])
def test_sentences_of_a_doc_that_has_none(text: str) -> None:
    assert sentences(spacy.blank("en")(text)) == []


def test_versions_name_what_made_the_record(pipelines: Pipelines) -> None:
    versions = versions_of(pipelines)
    assert versions == versions_of(pipelines)
    assert (versions.model.name, versions.spacy) == ("en_core_web_md", spacy.about.__version__)
    assert versions.config == pipelines.config
    assert "numpy" in versions.numeric
