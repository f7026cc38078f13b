"""The JSON Schema of gold: equal to the committed file, and good for editors that know no Python models."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from civicspace_schemas.gold import committed_gold_schema, gold_schema_text

GOLD = Path(__file__).parents[3] / "corpus" / "gold"


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(committed_gold_schema())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.fixture
def seed_gold() -> dict[str, Any]:
    return dict(json.loads((GOLD / "2018-north-korea.json").read_bytes()))


def test_the_committed_file_is_the_export() -> None:
    assert committed_gold_schema() == gold_schema_text(), "run: python -m civicspace_schemas gold > gold.schema.json"


def test_all_gold_fits(validator: Draft202012Validator) -> None:
    files = sorted(GOLD.glob("*.json"))
    assert len(files) > 40
    assert [path.stem for path in files if not validator.is_valid(json.loads(path.read_bytes()))] == []


def test_spans_may_be_given_by_their_words(validator: Draft202012Validator, seed_gold: dict[str, Any]) -> None:
    seed_gold["events"][0]["trigger"] = {"text": "talks", "occurrence": 1}
    seed_gold["dates"][0] = {"text": "May 2018", "within": "in May 2018", "kind": "date"}
    assert list(validator.iter_errors(seed_gold)) == []


@pytest.mark.parametrize(
    ("layer", "key", "value"),
    [
        ("events", "type", "arrest"),
        ("events", "status", "done"),
        ("events", "counts", {"wounded": 2}),
        ("events", "trigger", "arrested"),
        ("entities", "forms", []),
        ("dates", "kind", "day"),
        ("dates", "edtf", "5 May 2018"),
        ("quotes", "content", []),
        ("quotes", "speeker", None),
    ],
)
def test_what_is_wrong_is_refused(
    validator: Draft202012Validator, seed_gold: dict[str, Any], layer: str, key: str, value: object
) -> None:
    wrong = copy.deepcopy(seed_gold)
    wrong[layer][0][key] = value
    assert not validator.is_valid(wrong)
