"""``python -m civicspace_schemas`` prints the record's JSON Schema, ready to be written to record.schema.json."""

from __future__ import annotations

import sys

from civicspace_schemas.export import schema_text

if __name__ == "__main__":
    sys.stdout.buffer.write(schema_text().encode("utf-8"))
