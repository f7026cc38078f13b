"""Reading a run's records for measuring."""

from __future__ import annotations

import json
from collections.abc import Container
from pathlib import Path
from typing import Any

from civicspace.errors import CorpusError
from civicspace.reading.bad_input import shown

NEEDED = ("report", "entities", "dates", "quotes", "events")


def read_records(path: Path, wanted: Container[str]) -> dict[str, dict[str, Any]]:
    """The records of a reports.jsonl whose ids are wanted, by id; the others are passed over, not held.

    Raises CorpusError for a file that can't be read and for a line that is no record, with its number.
    """
    records: dict[str, dict[str, Any]] = {}
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                record = _record(line, f"{shown(path)}:{number}")
                if record["report"]["id"] in wanted:
                    records[record["report"]["id"]] = record
    except OSError as error:
        raise CorpusError(f"{shown(path)}: can't be read: {error.strerror or error}: run make first") from error
    return records


def _record(line: bytes, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
        if all(key in record for key in NEEDED) and isinstance(record["report"]["id"], str):
            return dict(record)
    except (ValueError, TypeError, KeyError):
        pass
    raise CorpusError(f'{where}: is no record: name a reports.jsonl that "civicspace extract" wrote')
