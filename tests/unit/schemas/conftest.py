"""A full record of a short report, as plain data; every test gets its own copy."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

TEXT = (
    "Editor held in Lusaka\n\n"
    "On 3 May 2018, police in Lusaka arrested Mary Banda, editor of the Daily Lamp, and at least 12 others. "
    "“They broke no law,” her lawyer told the Press Union, “and must be freed.” "
    "The Press Union condemned the arrest. She has been in custody for ten days."
)


def span(words: str, nth: int = 1, **more: Any) -> dict[str, Any]:
    """The nth place of some words in TEXT as a span, with further keys behind it."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words, **more}


def sentence_of(words: str, nth: int = 1) -> dict[str, int]:
    """The sentence that the nth place of some words stands in; sentences of TEXT end at a full stop."""
    at = span(words, nth)
    start = max(TEXT.rfind(mark, 0, at["start"]) + len(mark) for mark in (". ", "\n\n", "” "))
    return {"start": start, "end": TEXT.index(".", at["end"]) + 1}


def event(number: int, kind: str, family: str, trigger: dict[str, Any], nth: int = 1, **more: Any) -> dict[str, Any]:
    return {
        "id": f"v{number}",
        "type": kind,
        "family": family,
        "trigger": trigger,
        "sentence": sentence_of(trigger["text"], nth),
        "status": "occurred",
        "date": None,
        "edtf": None,
        "place": None,
        "place_basis": None,
        "agents": [],
        "targets": [],
        "agent_groups": [],
        "target_groups": [],
        "attributes": {},
        "cues": [],
        "counts": [],
        "source": None,
        "codes": {"civicus": [], "acled": None, "plover": None, "sdg_16_10_1": None},
        "same_as": None,
        "rule": "trigger.verb",
        **more,
    }


@pytest.fixture
def example() -> dict[str, Any]:
    """A record that holds something in every field that can hold something."""
    police = span("police", entity=None, name="police")
    banda = span("Mary Banda", entity="e1", name="Mary Banda")
    twelve = span("at least 12 others", what="detained", value=12, at_least=True)
    record = {
        "schema_version": "1.0",
        "report": {
            "id": "2018-zambia",
            "title": "Editor held in Lusaka",
            "country": "ZM",
            "country_basis": "stated",
            "published": "2018-05-14",
            "published_basis": "stated",
            "reference_date": "2018-05-14",
            "source": "Example Desk",
            "url": "https://example.org/1",
            "language": "en",
            "licence": "CC-BY-4.0",
            "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
            "characters": len(TEXT),
            "words": len(TEXT.split()),
        },
        "text": TEXT,
        "pipeline": {
            "civicspace": "0.1.0",
            "spacy": "3.8.18",
            "model": {"name": "en_core_web_md", "version": "3.8.0"},
            "config": "0123456789ab",
            "numeric": "numpy",
        },
        "sections": [
            {"id": "s1", "heading": span("Editor held in Lusaka"), "start": 0, "end": len(TEXT)},
        ],
        "entities": [
            {
                "id": "e1",
                "rule": "ner",
                "type": "person",
                "name": "Mary Banda",
                "title": "editor of the Daily Lamp",
                "country": None,
                "mentions": [
                    span("Mary Banda", form="name", rule="ner"),
                    span("her", form="pronoun", rule="pronoun"),
                    span("She", form="pronoun", rule="pronoun"),
                ],
            },
            {
                "id": "e2",
                "rule": "ner",
                "type": "place",
                "name": "Lusaka",
                "title": None,
                "country": "ZM",
                "mentions": [span("Lusaka", form="name", rule="ner"), span("Lusaka", 2, form="name", rule="ner")],
            },
            {
                "id": "e3",
                "rule": "ner",
                "type": "organisation",
                "name": "Press Union",
                "title": None,
                "country": None,
                "mentions": [span("Press Union", form="name", rule="ner")],
            },
        ],
        "dates": [
            {
                "id": "d1",
                **span("3 May 2018"),
                "kind": "date",
                "edtf": "2018-05-03",
                "duration": None,
                "earliest": "2018-05-03",
                "latest": "2018-05-03",
                "modifier": None,
                "anchor": "explicit",
                "rule": "day-month-year",
            },
            {
                "id": "d2",
                **span("ten days"),
                "kind": "duration",
                "edtf": None,
                "duration": "P10D",
                "earliest": None,
                "latest": None,
                "modifier": None,
                "anchor": "explicit",
                "rule": "measure",
            },
        ],
        "quotes": [
            {
                "id": "q1",
                "kind": "direct",
                "content": [span("They broke no law,"), span("and must be freed.")],
                "cue": span("told"),
                "speaker": {
                    "mention": span("her lawyer"),
                    "entity": None,
                    "name": "her lawyer",
                    "resolution": "description",
                },
                "date": None,
                "rule": "marks",
            }
        ],
        "events": [
            event(
                1,
                "detention",
                "PERSON",
                span("arrested"),
                date="d1",
                edtf="2018-05-03",
                place="e2",
                place_basis="stated",
                agents=[police],
                targets=[banda],
                agent_groups=["state_security"],
                target_groups=["journalist_media"],
                attributes={"mode": "arrest"},
                counts=[twelve],
                codes={
                    "civicus": ["journalist detained"],
                    "acled": "Arrests",
                    "plover": "COERCE:arrest",
                    "sdg_16_10_1": "arbitrary detention",
                },
            ),
            event(
                2,
                "criticism_concern",
                "ADVOCACY",
                span("condemned"),
                agents=[span("The Press Union", entity="e3", name="Press Union")],
            ),
            event(3, "detention", "PERSON", span("arrest", 2), 2, same_as="v1"),
            event(
                4,
                "detention",
                "PERSON",
                span("custody"),
                status="ongoing",
                cues=[span("has been")],
                source=span("The Press Union", entity="e3", name="Press Union"),
            ),
        ],
        "acts": [
            {
                "id": "a1",
                "type": "detention",
                "mentions": ["v1", "v3"],
                "status": "occurred",
                "date": "d1",
                "edtf": "2018-05-03",
                "place": "e2",
                "agents": [police],
                "targets": [banda],
                "counts": [twelve],
            }
        ],
        "warnings": [
            {"code": "example", "message": "about the whole report", "start": None, "end": None},
            {"code": "example", "message": "about a place", "start": 0, "end": 6},
        ],
    }
    copied: dict[str, Any] = json.loads(json.dumps(record))  # so that no two places share an object
    return copied
