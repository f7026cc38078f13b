"""Prints what is generated from the models and the data.

``python -m civicspace_schemas`` prints the record's JSON Schema, as record.schema.json holds it;
``python -m civicspace_schemas codes`` prints the table of code rules, as the README holds it.
"""

from __future__ import annotations

import sys

from civicspace_schemas.code_table import code_table
from civicspace_schemas.export import schema_text

if __name__ == "__main__":
    text = code_table() if sys.argv[1:] == ["codes"] else schema_text()
    sys.stdout.buffer.write(text.encode("utf-8"))
