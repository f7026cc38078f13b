"""The record accepts what keeps the contracts and refuses everything else, naming report and field."""

from __future__ import annotations

import copy
import json
import time
from typing import Any

import pytest
from pydantic import ValidationError

from civicspace_schemas import Record, RecordError, read_record
from civicspace_schemas.checks import check_record

type Path = tuple[str | int, ...]


def put(data: dict[str, Any], path: Path, value: object) -> dict[str, Any]:
    spoilt = copy.deepcopy(data)
    inner: Any = spoilt
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return spoilt


def test_full_record_is_accepted_and_survives_json(example: dict[str, Any]) -> None:
    record = Record.model_validate(example)
    line = record.model_dump_json()
    assert json.loads(line) == example
    assert Record.model_validate_json(line) == record
    assert read_record(line) == record


def test_text_may_be_left_out_and_is_not_written_then(example: dict[str, Any]) -> None:
    del example["text"]
    record = Record.model_validate(example)
    assert record.text is None
    assert "text" not in json.loads(record.model_dump_json())


def test_a_record_is_frozen(example: dict[str, Any]) -> None:
    record = Record.model_validate(example)
    with pytest.raises(ValidationError):
        record.report.title = "Another"


@pytest.mark.parametrize("key", ["report", "pipeline", "sections", "entities", "dates", "quotes", "events", "acts"])
def test_every_part_is_needed(example: dict[str, Any], key: str) -> None:
    del example[key]
    with pytest.raises(ValidationError, match="Field required"):
        Record.model_validate(example)


SPOILT_FIELDS: list[tuple[Path, object]] = [
    (("schema_version",), "2.0"),
    (("report", "country"), "Zambia"),
    (("report", "country"), "zm"),
    (("report", "country_basis"), "guessed"),
    (("report", "published"), "14 May 2018"),
    (("report", "published"), "2018-02-30"),
    (("report", "published_basis"), "known"),
    (("report", "reference_date"), "2018-05"),
    (("report", "language"), "English"),
    (("report", "sha256"), "abc"),
    (("report", "characters"), -1),
    (("report", "words"), "12"),
    (("report", "id"), ""),
    (("report", "extra"), 1),
    (("pipeline", "model"), "en_core_web_md"),
    (("sections", 0, "id"), "section1"),
    (("entities", 0, "id"), "e0"),
    (("entities", 0, "id"), "d1"),
    (("entities", 0, "type"), "company"),
    (("entities", 0, "mentions"), []),
    (("entities", 0, "mentions", 0, "form"), "surname"),
    (("entities", 0, "name"), ""),
    (("dates", 0, "kind"), "day"),
    (("dates", 0, "edtf"), "2018-13"),
    (("dates", 0, "earliest"), "2018-02-29"),
    (("dates", 0, "earliest"), "2018-05"),
    (("dates", 0, "start"), -1),
    (("dates", 0, "start"), 1.0),
    (("dates", 0, "text"), ""),
    (("dates", 1, "duration"), "ten days"),
    (("quotes", 0, "content"), []),
    (("quotes", 0, "speaker", "resolution"), "guess"),
    (("events", 0, "status"), "certain"),
    (("events", 0, "type"), "arrest"),
    (("events", 0, "family"), "POLICE"),
    (("events", 0, "agent_groups"), ["police"]),
    (("events", 0, "target_groups"), ["state_security"]),
    (("events", 0, "attributes"), {"colour": "blue"}),
    (("events", 0, "attributes"), {"mode": 1}),
    (("events", 0, "counts", 0, "value"), -12),
    (("events", 0, "counts", 0, "at_least"), "yes"),
    (("events", 0, "counts", 0, "what"), "arrested"),
    (("events", 0, "place_basis"), "inferred"),
    (("events", 0, "codes", "plover"), 7),
    (("acts", 0, "mentions"), []),
    (("acts", 0, "id"), "act-1"),
    (("warnings", 0, "code"), None),
    (("extra",), []),
]


@pytest.mark.parametrize(("path", "value"), SPOILT_FIELDS, ids=lambda part: str(part)[:50])
def test_a_spoilt_field_is_refused_and_named(example: dict[str, Any], path: Path, value: object) -> None:
    spoilt = put(example, path, value)
    with pytest.raises(RecordError) as caught:
        read_record(json.dumps(spoilt))
    message = str(caught.value)
    assert str(path[0]) in message
    assert message.startswith(f"{spoilt['report']['id']}: ")


SPOILT_CONTRACTS: list[tuple[Path, object, str]] = [
    (("text",), None, ""),  # replaced by the whole text with one letter changed, see below
    (("report", "characters"), 7, "report.characters"),
    (("report", "words"), 7, "report.words"),
    (("report", "sha256"), "0" * 64, "report.sha256"),
    (("report", "published"), None, "report.published_basis"),
    (("report", "published_basis"), "unknown", "report.published_basis"),
    (("report", "country_basis"), "unknown", "report.country_basis"),
    (("report", "country"), None, "report.country_basis"),
    (("entities", 1, "id"), "e1", "e1: id stands twice"),
    (("dates", 1, "id"), "d1", "d1: id stands twice"),
    (("events", 3, "id"), "v1", "v1: id stands twice"),
    (("entities", 0, "mentions", 1, "text"), "him", "e1.mentions"),
    (("entities", 0, "mentions", 1, "start"), 0, "e1.mentions"),
    (("dates", 0, "text"), "4 May 2018", "d1.text"),
    (("dates", 0, "end"), 100_000, "d1.text"),
    (("quotes", 0, "cue", "start"), 3, "q1.cue"),
    (("quotes", 0, "content", 1, "text"), "or must be freed!!", "q1.content"),
    (("quotes", 0, "speaker", "mention", "text"), "his lawyer", "q1.speaker.mention"),
    (("sections", 0, "heading", "text"), "Editor held in Kitwe!", "s1.heading"),
    (("sections", 0, "end"), 5, "s1.heading"),
    (("sections", 0, "end"), 100_000, "s1"),
    (("events", 0, "trigger", "text"), "detained", "v1.trigger"),
    (("events", 0, "agents", 0, "text"), "Police", "v1.agents"),
    (("events", 0, "counts", 0, "text"), "at least 13 others", "v1.counts"),
    (("events", 3, "cues", 0, "text"), "had been", "v4.cues"),
    (("events", 3, "source", "text"), "The Press Onion", "v4.source"),
    (("acts", 0, "targets", 0, "text"), "Mary Bandx", "a1.targets"),
    (("events", 0, "sentence", "end"), 30, "v1.trigger"),
    (("events", 0, "sentence", "end"), 100_000, "v1.sentence"),
    (("warnings", 1, "end"), 100_000, "warnings.1"),
    (("warnings", 1, "end"), None, "warnings.1"),
    (("dates", 0, "duration"), "P1D", "d1.kind"),
    (("dates", 0, "edtf"), "2018-05-03T10:00:00", "d1.kind"),
    (("dates", 1, "edtf"), "2018-05", "d2.edtf"),
    (("dates", 1, "kind"), "time", "d2.duration"),
    (("dates", 0, "latest"), "2018-05-02", "d1.earliest"),
    (("quotes", 0, "date"), "d9", "q1.date"),
    (("quotes", 0, "speaker", "entity"), "e9", "q1.speaker.entity"),
    (("events", 0, "date"), "d9", "v1.date"),
    (("events", 0, "place"), "e9", "v1.place"),
    (("events", 0, "agents", 0, "entity"), "e9", "v1.agents.entity"),
    (("events", 0, "targets", 0, "entity"), "e9", "v1.targets.entity"),
    (("events", 3, "source", "entity"), "e9", "v4.source.entity"),
    (("acts", 0, "mentions"), ["v1", "v3", "v9"], "a1.mentions"),
    (("acts", 0, "place"), "e9", "a1.place"),
    (("events", 0, "family"), "ASSEMBLY", "v1.family"),
    (("events", 0, "attributes"), {"mode": "march"}, "v1.attributes.mode"),
    (("events", 0, "attributes"), {"outcome": "convicted"}, "v1.attributes.outcome"),
    (("events", 0, "place_basis"), None, "v1.place_basis"),
    (("events", 1, "place_basis"), "stated", "v2.place_basis"),
    (("events", 2, "same_as"), "v9", "v3.same_as"),
    (("events", 2, "same_as"), "v3", "v3.same_as"),
    (("events", 2, "same_as"), "v4", "v3.same_as"),
    (("events", 2, "same_as"), "v2", "v3.same_as"),
    (("events", 3, "same_as"), "v3", "v4.same_as"),
    (("events", 3, "same_as"), "v1", "v4.same_as"),
    (("acts", 0, "type"), "killing", "a1.mentions"),
    (("acts", 0, "mentions"), ["v1", "v1"], "a1.mentions"),
]


@pytest.mark.parametrize(("path", "value", "named"), SPOILT_CONTRACTS, ids=lambda part: str(part)[:50])
def test_a_broken_contract_is_refused_and_named(example: dict[str, Any], path: Path, value: object, named: str) -> None:
    if path == ("text",):
        value, named = example["text"].replace("arrested", "arrestee"), "report.sha256"
    spoilt = put(example, path, value)
    with pytest.raises(RecordError) as caught:
        read_record(json.dumps(spoilt))
    assert str(caught.value).startswith(f"2018-zambia: {named}")


ALLOWED: list[tuple[Path, object]] = [
    (("events", 0, "attributes"), {"mode": "mass_arrest", "charge": "unlawful assembly"}),
    (("events", 1, "place_basis"), "report_country"),
    (("dates", 0, "kind"), "time"),
    (("dates", 0, "edtf"), None),
    (("events", 0, "counts", 0, "value"), None),
    (("report", "published"), "2018-05"),
    (("acts",), []),
    (("report", "title"), None),
]


@pytest.mark.parametrize(("path", "value"), ALLOWED, ids=lambda part: str(part)[:50])
def test_what_may_be_is_accepted(example: dict[str, Any], path: Path, value: object) -> None:
    assert Record.model_validate(put(example, path, value)).report.id == "2018-zambia"


def test_offsets_out_of_the_text_are_refused_without_the_text(example: dict[str, Any]) -> None:
    del example["text"]
    example["dates"][0]["end"] += 100_000
    with pytest.raises(ValidationError, match=r"d1\.text"):
        Record.model_validate(example)


@pytest.mark.parametrize("line", ["", "{}", "[1]", '{"report": 3}', "no json", b"\xff"])
def test_what_is_no_record_is_one_readable_error(line: str | bytes) -> None:
    with pytest.raises(RecordError, match=r"^record "):
        read_record(line)


@pytest.mark.slow
def test_checking_a_whole_record_is_quick(example: dict[str, Any]) -> None:
    mention = example["entities"][0]["mentions"][0]
    example["entities"][0]["mentions"] = [mention] * 500
    record = Record.model_validate(example)
    seconds = []
    for _ in range(20):
        start = time.perf_counter()
        check_record(record)
        seconds.append(time.perf_counter() - start)
    assert min(seconds) < 0.005
