"""The record's JSON Schema, for validators outside Python."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from civicspace_schemas.record import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one record.

    It holds the shape of a record; what spans several fields (offsets against the text, references between ids)
    is checked by ``Record`` alone.
    """
    return {"$schema": DIALECT, **Record.model_json_schema()}


def schema_text() -> str:
    """The schema as it is committed: two spaces, keys in the order of the models, a line break at the end."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def committed_schema() -> str:
    """The text of record.schema.json as the package brings it."""
    return (resources.files("civicspace_schemas") / "record.schema.json").read_text(encoding="utf-8")
