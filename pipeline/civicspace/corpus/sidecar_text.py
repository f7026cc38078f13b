"""What stands beside a report's text, as the bytes of its files: ID.toml, and the record of an import."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from civicspace import __version__
from civicspace.importing.imported import Claim, Imported
from civicspace.report import Metadata


def toml_text(metadata: Metadata) -> str:
    """Metadata as the text of an ID.toml: the keys that are known, a full day of publication as a TOML date.

    >>> print(toml_text(Metadata(title="Two men held", published="2018-07-31")), end="")
    title = "Two men held"
    published = 2018-07-31
    """
    lines = []
    for key in (field.name for field in fields(metadata)):
        value = getattr(metadata, key)
        if value is not None:
            lines.append(f"{key} = {value if key == 'published' and _is_day(value) else _toml_string(value)}\n")
    return "".join(lines)


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _toml_string(value: str) -> str:
    """A basic TOML string: quotation marks, backslashes and control characters escaped."""
    escaped = "".join(
        f"\\{c}" if c in '"\\' else f"\\u{ord(c):04X}" if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 else c for c in value
    )
    return f'"{escaped}"'


def import_record(imported: Imported, inferred: Mapping[str, Claim]) -> str:
    """How a report's text was made from its file, as the text of an ID.import.json.

    inferred: the claims whose values stand in the report's metadata. Lines of repairs count from 1 in the text
    as it was extracted; sha256 is that of the file.
    """
    record: dict[str, Any] = {
        "file": imported.name.replace("\\", "/").rpartition("/")[2],
        "sha256": hashlib.sha256(imported.raw).hexdigest(),
        "format": imported.format,
        "encoding": imported.encoding,
        "extractor": imported.extractor,
        "civicspace": __version__,
        "inferred": {
            key: {"value": claim.value, "from": claim.where, "trust": claim.trust} for key, claim in inferred.items()
        },
        "repairs": [asdict(repair) for repair in imported.repairs],
        "notes": list(imported.notes),
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
