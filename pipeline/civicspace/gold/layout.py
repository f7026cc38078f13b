"""Gold as JSON text that is pleasant to edit: what fits a line stands on one line."""

from __future__ import annotations

import json

from civicspace_schemas.gold import Gold

WIDTH = 120


def gold_text(gold: Gold) -> str:
    """A gold file's text: two spaces a level, a line for every item that fits one, a line break at the end."""
    return _laid_out(json.loads(gold.model_dump_json()), 0, 0) + "\n"


def _laid_out(value: object, level: int, used: int) -> str:
    """JSON of a value; used: characters already on its line, a comma behind it among them.

    >>> print(_laid_out({"a": [1, 2]}, 1, 0))
    {"a": [1, 2]}
    """
    line = json.dumps(value, ensure_ascii=False)
    if (level and used + len(line) <= WIDTH) or not isinstance(value, dict | list) or not value:
        return line
    inner = "  " * (level + 1)
    parts = []
    if isinstance(value, dict):
        for key, item in value.items():
            head = f"{inner}{json.dumps(key, ensure_ascii=False)}: "
            parts.append(head + _laid_out(item, level + 1, len(head) + 1))
        ends = "{}"
    else:
        parts = [inner + _laid_out(item, level + 1, len(inner) + 1) for item in value]
        ends = "[]"
    return f"{ends[0]}\n" + ",\n".join(parts) + f"\n{'  ' * level}{ends[1]}"
