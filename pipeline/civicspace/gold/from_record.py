"""A record in gold's shape: what is measured of it, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from civicspace_schemas.gold import Gold

type Item = Mapping[str, Any]

NAMING = frozenset({"name", "acronym", "short"})
"""Forms of a mention that name its entity; pronouns, titles and descriptions don't."""


def gold_from_record(record: Item) -> Gold:
    """The annotations of a record (one line of reports.jsonl as a dict) as gold has them.

    An entity's forms are the texts of its mentions that name it. Events name participants, places and sources instead
    of pointing at entities; their same_as is a position. Chains are those of people and organisations with two
    mentions or more. Each item's note is the rule that made it.
    """
    names = {e["id"]: e["name"] for e in record["entities"]}
    position = {e["id"]: k for k, e in enumerate(record["events"])}
    report = record["report"]
    reference = report["reference_date"]
    return Gold.model_validate(
        {
            "report": report["id"],
            "text_sha256": report["sha256"],
            "reference_date": reference,
            "entities": [_entity(e) for e in record["entities"]],
            "dates": [{**_span(d), "kind": d["kind"], "edtf": d["edtf"], "duration": d["duration"],
                       "modifier": d["modifier"], "note": d["rule"]} for d in record["dates"]],
            "quotes": [_quote(q) for q in record["quotes"]],
            "events": [_event(v, names, position) for v in record["events"]],
            "coreference": [
                {"entity": e["name"], "mentions": [_span(m) for m in e["mentions"]]}
                for e in record["entities"]
                if e["type"] in ("person", "organisation") and len(e["mentions"]) > 1
            ],
        }
    )  # fmt: skip


def _span(item: Item) -> dict[str, Any]:
    return {key: item[key] for key in ("start", "end", "text")}


def _entity(entity: Item) -> dict[str, Any]:
    forms = dict.fromkeys(m["text"] for m in entity["mentions"] if m["form"] in NAMING)
    return {
        "name": entity["name"],
        "type": entity["type"],
        "forms": list(forms) or [entity["name"]],
        "title": entity["title"],
        "note": entity["rule"],
    }


def _quote(quote: Item) -> dict[str, Any]:
    speaker = quote["speaker"]
    return {
        "kind": quote["kind"],
        "content": [_span(s) for s in quote["content"]],
        "cue": quote["cue"] and _span(quote["cue"]),
        "speaker": speaker["mention"] and _span(speaker["mention"]),
        "speaker_name": speaker["name"],
        "note": quote["rule"],
    }


def _event(event: Item, names: Mapping[str, str], position: Mapping[str, int]) -> dict[str, Any]:
    return {
        "type": event["type"],
        "trigger": _span(event["trigger"]),
        "status": event["status"],
        "date": event["edtf"],
        "place": names[event["place"]] if event["place"] else None,
        "agents": [p["name"] for p in event["agents"]],
        "targets": [p["name"] for p in event["targets"]],
        "counts": {c["what"]: c["value"] for c in event["counts"]},
        "source": event["source"]["name"] if event["source"] else None,
        "same_as": position[event["same_as"]] if event["same_as"] else None,
        "note": event["rule"],
    }
