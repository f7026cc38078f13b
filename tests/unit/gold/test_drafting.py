"""A record as a draft of gold: the measured fields, in gold's order, marked as a draft."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from civicspace.gold.drafting import draft_gold, untouched
from civicspace.gold.layout import gold_text
from civicspace.gold.reading import parse_gold

TEXT = "On 5 May police held Ada Lunde. She said Lunde’s group, the HA, was banned, and that she was held."


def span(words: str, nth: int = 1) -> dict[str, Any]:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words}


def event(event_id: str, kind: str, trigger: dict[str, Any], **values: object) -> dict[str, Any]:
    nothing = {"status": "occurred", "edtf": None, "place": None, "agents": [], "targets": [], "counts": []}
    return {
        "id": event_id,
        "type": kind,
        "trigger": trigger,
        "source": None,
        "same_as": None,
        "rule": "r",
        **nothing,
        **values,
    }


def record() -> dict[str, Any]:
    def mention(words: str, form: str, nth: int = 1) -> dict[str, Any]:
        return {**span(words, nth), "form": form, "rule": "r"}

    lunde = [mention("Ada Lunde", "name"), mention("She", "pronoun"), mention("Lunde", "short", 2)]
    group = [mention("HA", "acronym")]
    target = {**span("Ada Lunde"), "name": "Ada Lunde"}
    date = {"id": "d1", **span("5 May"), "kind": "date", "edtf": "2019-05-05", "duration": None, "modifier": None}
    return {
        "report": {"id": "r", "sha256": sha256(TEXT.encode()).hexdigest(), "reference_date": None},
        "entities": [
            {"id": "e1", "rule": "r", "type": "organisation", "name": "HA", "title": None, "mentions": group},
            {"id": "e2", "rule": "r", "type": "person", "name": "Ada Lunde", "title": "dr", "mentions": lunde},
        ],
        "dates": [{**date, "rule": "r"}],
        "quotes": [
            {
                "id": "q1",
                "rule": "r",
                "kind": "indirect",
                "content": [span("Lunde’s group, the HA, was banned")],
                "cue": span("said"),
                "speaker": {"mention": span("She"), "entity": "e2", "name": "Ada Lunde", "resolution": "pronoun"},
            }
        ],
        "events": [
            event("v1", "detention", span("held"), edtf="2019-05-05", targets=[target]),
            event("v2", "organisation_restriction", span("banned"), source={**span("She"), "name": "Ada Lunde"}),
            event("v3", "detention", span("held", 2), same_as="v1", counts=[{"what": "detained", "value": 1}]),
        ],
    }


def test_a_record_becomes_a_draft() -> None:
    draft = draft_gold(record(), TEXT)
    assert draft.status == "draft"
    assert draft.annotator is not None and draft.annotator.startswith("civicspace ")
    assert untouched(draft)
    assert not untouched(draft.model_copy(update={"dates": []}))
    assert not untouched(draft.model_copy(update={"annotator": None}))
    assert [(entity.name, entity.forms) for entity in draft.entities] == [
        ("Ada Lunde", ["Ada Lunde", "Lunde"]),
        ("HA", ["HA"]),
    ]
    assert [(date.text, date.edtf) for date in draft.dates] == [("5 May", "2019-05-05")]
    (quote,) = draft.quotes
    assert (quote.speaker and quote.speaker.text, quote.speaker_name) == ("She", "Ada Lunde")
    assert [(event.same_as, event.targets, event.counts) for event in draft.events] == [
        (None, ["Ada Lunde"], {}),
        (None, [], {}),
        (0, [], {"detained": 1}),
    ]
    assert draft.events[1].source == "Ada Lunde"
    assert draft.coreference is not None
    assert [(chain.entity, len(chain.mentions)) for chain in draft.coreference] == [("Ada Lunde", 3)]


def test_a_draft_is_a_valid_gold_file_without_rules() -> None:
    draft = draft_gold(record(), TEXT)
    written = gold_text(draft)
    assert '"status": "draft"' in written
    assert "note" not in written
    assert parse_gold(written.encode(), "r", TEXT) == draft


def test_events_that_gold_can_not_tell_apart_are_one() -> None:
    made = record()
    made["events"].insert(1, {**made["events"][0], "id": "v9", "rule": "other", "same_as": "v1"})
    made["events"][3]["same_as"] = "v9"
    assert [event.same_as for event in draft_gold(made, TEXT).events] == [None, None, 0]
