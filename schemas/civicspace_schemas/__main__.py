"""Prints what is generated from the models and the data.

``python -m civicspace_schemas`` prints the record's JSON Schema, as record.schema.json holds it;
``python -m civicspace_schemas gold`` that of gold, as gold.schema.json holds it;
``python -m civicspace_schemas codes`` prints the table of code rules, as the README holds it.
"""

from __future__ import annotations

import sys

from civicspace_schemas.code_table import code_table
from civicspace_schemas.export import schema_text
from civicspace_schemas.gold import gold_schema_text

PRINTS = {"": schema_text, "gold": gold_schema_text, "codes": code_table}

if __name__ == "__main__":
    sys.stdout.buffer.write(PRINTS["".join(sys.argv[1:])]().encode("utf-8"))
