"""The exported JSON Schema: equal to the committed file, and good for a validator that knows no Python models."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from civicspace_schemas import json_schema
from civicspace_schemas.export import committed_schema, schema_text


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(committed_schema()))


def test_the_committed_file_is_the_export() -> None:
    assert committed_schema() == schema_text(), "run: python -m civicspace_schemas > record.schema.json"


def test_the_schema_is_a_schema() -> None:
    schema = json_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def _models(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [("Record", schema), *((n, d) for n, d in schema["$defs"].items() if d.get("type") == "object")]


def test_every_field_is_described_and_every_object_closed() -> None:
    for name, model in _models(json_schema()):
        assert model["additionalProperties"] is False, name
        assert model["description"], name
        for field, shape in model["properties"].items():
            assert shape.get("description"), f"{name}.{field}"


def test_only_the_text_may_be_missing() -> None:
    for name, model in _models(json_schema()):
        missing = set(model["properties"]) - set(model["required"])
        assert missing == ({"text"} if name == "Record" else set()), name


def test_accepts_a_full_record(example: dict[str, Any], validator: Draft202012Validator) -> None:
    assert list(validator.iter_errors(example)) == []
    del example["text"]
    assert list(validator.iter_errors(example)) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema_version",), "1"),
        (("extra",), 1),
        (("report", "extra"), 1),
        (("report", "country"), "ZMB"),
        (("report", "published"), "14 May 2018"),
        (("report", "sha256"), "ABC"),
        (("report", "words"), "12"),
        (("sections", 0, "heading"), "Editor held"),
        (("entities", 0, "id"), "x1"),
        (("entities", 0, "mentions"), []),
        (("entities", 0, "mentions", 0, "start"), -1),
        (("entities", 0, "mentions", 0, "start"), 0.5),
        (("dates", 0, "edtf"), "2018-99"),
        (("dates", 0, "edtf"), "2018-05-03T10:00"),
        (("dates", 1, "duration"), "P"),
        (("dates", 0, "kind"), "moment"),
        (("quotes", 0, "content"), []),
        (("quotes", 0, "speaker"), None),
        (("events", 0, "status"), "certain"),
        (("events", 0, "type"), "arrest"),
        (("events", 0, "attributes"), {"colour": "blue"}),
        (("events", 0, "agent_groups"), ["police"]),
        (("events", 0, "same_as"), 1),
        (("events", 0, "counts", 0, "value"), -1),
        (("acts", 0, "mentions"), ["a1"]),
        (("warnings", 0, "message"), None),
    ],
    ids=lambda part: str(part)[:50],
)
def test_refuses_a_spoilt_record(
    example: dict[str, Any], validator: Draft202012Validator, path: tuple[str | int, ...], value: object
) -> None:
    spoilt: Any = copy.deepcopy(example)
    inner = spoilt
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert list(validator.iter_errors(spoilt))


def test_refuses_a_record_without_events(example: dict[str, Any], validator: Draft202012Validator) -> None:
    del example["events"]
    assert [error.validator for error in validator.iter_errors(example)] == ["required"]
