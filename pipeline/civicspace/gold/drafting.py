"""A first draft of a report's gold from the program's output, for a reader to correct."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from civicspace import __version__
from civicspace.gold.from_record import gold_from_record
from civicspace.gold.layout import gold_text
from civicspace.gold.order import in_order
from civicspace_schemas.gold import Gold


def draft_gold(record: Mapping[str, Any], text: str) -> Gold:
    """A record's annotations as a draft, in order and without the rules that made them.

    record: one line of reports.jsonl as a dict. text: the report. A draft counts for nothing until a reader has
    reviewed it: gold that follows the program's output measures nothing. Its annotator is the program, with a
    fingerprint of the draft.
    """
    found = gold_from_record(record).model_dump()
    for layer in ("entities", "dates", "quotes", "events"):
        for item in found[layer]:
            item.pop("note", None)
    found["status"] = "draft"
    found["events"] = _distinct(found["events"])
    draft = in_order(Gold.model_validate(found), text)
    return draft.model_copy(update={"annotator": _drafter(draft)})


def untouched(gold: Gold) -> bool:
    """Whether gold is a draft in which nothing has been changed since the program wrote it."""
    return (gold.annotator or "").rpartition("#")[2] == _drafter(gold).rpartition("#")[2]


def _drafter(gold: Gold) -> str:
    """The program as a draft's annotator: its version, and a fingerprint of what the draft says."""
    content = gold_text(gold.model_copy(update={"annotator": None, "status": "reviewed"}))
    return f"civicspace {__version__} #{hashlib.sha256(content.encode('utf-8')).hexdigest()[:12]}"


def _distinct(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Events without those that differ from an earlier one in nothing that gold holds."""
    kept: list[dict[str, Any]] = []
    position: list[int] = []
    first: dict[str, int] = {}
    for event in events:
        key = json.dumps({**event, "same_as": None})
        position.append(first.setdefault(key, len(kept)))
        if first[key] == len(kept):
            kept.append(event)
    for k, event in enumerate(kept):
        link = event["same_as"]
        event["same_as"] = None if link is None or position[link] == k else position[link]
    return kept
