"""The flat tables: columns, resolved names, and keys that survive reruns."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from civicspace.flat import flat_rows
from civicspace.flat_columns import COLUMNS
from civicspace_schemas import Record
from civicspace_schemas.provenance import ModelVersion, PipelineVersions, ReportInfo

TEXT = "On 3 May 2018 police held 12 men and at least 30 women. One man was held. “Free them,” said Ann Phiri, “now.”"
SENTENCES = [(0, 55), (56, 73), (74, len(TEXT))]


def span(words: str, nth: int = 1, **more: Any) -> dict[str, Any]:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words, **more}


def event(number: int, trigger: dict[str, Any], sentence: tuple[int, int], **more: Any) -> dict[str, Any]:
    lists = ("agents", "targets", "agent_groups", "target_groups", "cues", "counts")
    empty: dict[str, Any] = {key: [] for key in lists}
    unknown = dict.fromkeys(("date", "edtf", "place", "place_basis", "source", "same_as"))
    return {
        "id": f"v{number}",
        "type": "detention",
        "family": "PERSON",
        "trigger": trigger,
        "sentence": {"start": sentence[0], "end": sentence[1]},
        "status": "occurred",
        "attributes": {},
        "codes": {"civicus": [], "acled": "Arrests", "plover": "COERCE:arrest", "sdg_16_10_1": None},
        "rule": "held",
        **empty,
        **unknown,
        **more,
    }


def record(**changes: Any) -> Record:
    """A record with one item or two in each layer; changes replace whole layers or the text."""
    info = ReportInfo(
        id="r1", title="A title", country="ZM", country_basis="stated", published="2018-05-14",
        published_basis="stated", reference_date="2018-05-14", source=None, url=None, language="en", licence=None,
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(), characters=len(TEXT), words=len(TEXT.split()),
    )  # fmt: skip
    data: dict[str, Any] = {
        "schema_version": "1.0",
        "report": info,
        "text": TEXT,
        "pipeline": PipelineVersions(
            civicspace="0", spacy="0", model=ModelVersion(name="m", version="0"), config="c", numeric="n"
        ),
        "sections": [],
        "entities": [
            {
                "id": "e1", "rule": "ner", "type": "person", "name": "Ann Phiri", "title": "lawyer", "country": None,
                "mentions": [
                    span("Ann Phiri", form="name", rule="ner"),
                    span("Phiri", form="short", rule="ner"),
                    span("them", form="pronoun", rule="pronoun"),
                    span("Phiri", form="short", rule="ner"),
                ],
            }
        ],
        "dates": [
            {
                "id": "d1", **span("3 May 2018"), "kind": "date", "edtf": "2018-05-03", "duration": None,
                "earliest": "2018-05-03", "latest": "2018-05-03", "modifier": None, "anchor": "explicit", "rule": "dmy",
            }
        ],
        "quotes": [
            {
                "id": "q1", "kind": "direct", "content": [span("Free them,"), span("now.")], "cue": span("said"),
                "speaker": {"mention": span("Ann Phiri"), "entity": "e1", "name": "Ann Phiri", "resolution": "named"},
                "date": "d1", "rule": "marks",
            }
        ],
        "events": [
            event(
                1, span("held"), SENTENCES[0], date="d1", edtf="2018-05-03",
                agents=[span("police", entity=None, name="police")],
                targets=[span("12 men", entity=None, name="12 men"), span("women", entity=None, name="women")],
                agent_groups=["state_security"],
                attributes={"mode": "arrest", "sentence": "ten years"},
                counts=[
                    span("12", what="detained", value=12, at_least=False),
                    span("at least 30", what="detained", value=30, at_least=True),
                ],
            ),
            event(
                2, span("held", 2), SENTENCES[1],
                counts=[span("One man", what="detained", value=None, at_least=True)],
            ),
        ],
        "acts": [
            {
                "id": "a1", "type": "detention", "mentions": ["v1"], "status": "occurred", "date": None, "edtf": None,
                "place": None, "agents": [], "targets": [], "counts": [],
            }
        ],
        "warnings": [],
    }  # fmt: skip
    return Record.model_validate(data | changes)


def renumbered() -> Record:
    """The same report after a rule was added: another event stands first, so that ids shift."""
    old = json.loads(record().model_dump_json())
    first = event(1, span("said"), SENTENCES[2], type="criticism_concern", family="ADVOCACY")
    later = [{**item, "id": f"v{k}"} for k, item in enumerate(old["events"], 2)]
    return Record.model_validate(old | {"events": [first, *later], "acts": []})


def test_every_row_has_all_columns_in_order() -> None:
    tables = flat_rows(record(), SENTENCES)
    assert list(tables) == list(COLUMNS) == ["events", "quotes", "dates", "entities"]
    for table, rows in tables.items():
        assert rows, table
        for row in rows:
            assert list(row) == list(COLUMNS[table])


def test_every_column_is_described() -> None:
    assert all(text.endswith(".") for columns in COLUMNS.values() for text in columns.values())


def test_event_row() -> None:
    row = flat_rows(record(), SENTENCES)["events"][0]
    expected = {
        "report_id": "r1", "id": "v1", "act": "a1", "type": "detention", "family": "PERSON", "status": "occurred",
        "trigger": "held", "date_text": "3 May 2018", "date_edtf": "2018-05-03", "date_earliest": "2018-05-03",
        "agents": ["police"], "targets": ["12 men", "women"], "agent_groups": ["state_security"], "mode": "arrest",
        "penalty": "ten years", "detained": 30, "detained_at_least": True, "killed": None, "killed_at_least": None,
        "acled": "Arrests", "sentence_text": "On 3 May 2018 police held 12 men and at least 30 women.",
        "report_country": "ZM", "report_title": "A title", "report_published": "2018-05-14", "start": 21, "end": 25,
    }  # fmt: skip
    assert {column: row[column] for column in expected} == expected


def test_a_count_without_a_number_leaves_a_trace() -> None:
    row = flat_rows(record(), SENTENCES)["events"][1]
    assert (row["detained"], row["detained_at_least"], row["act"]) == (None, True, None)


def test_quote_row() -> None:
    row = flat_rows(record(), SENTENCES)["quotes"][0]
    expected = {
        "kind": "direct", "text": "Free them, now.", "cue": "said", "speaker_name": "Ann Phiri",
        "speaker_text": "Ann Phiri", "speaker_entity": "e1", "speaker_type": "person", "speaker_title": "lawyer",
        "speaker_resolution": "named", "date_edtf": "2018-05-03", "sentence_text": TEXT[74:],
    }  # fmt: skip
    assert {column: row[column] for column in expected} == expected


def test_entity_row() -> None:
    row = flat_rows(record(), SENTENCES)["entities"][0]
    assert (row["name"], row["forms"], row["mention_count"]) == ("Ann Phiri", ["Ann Phiri", "Phiri"], 4)
    assert row["sentence_text"] == TEXT[74:]


def test_an_events_bounds_are_left_out_where_its_value_is_not_the_expressions() -> None:
    changed = json.loads(record().model_dump_json())
    changed["events"][0]["edtf"] = "2018-05"
    row = flat_rows(Record.model_validate(changed), SENTENCES)["events"][0]
    assert (row["date_edtf"], row["date_earliest"], row["date_latest"]) == ("2018-05", None, None)


def test_keys_are_unique_and_the_same_over_reruns() -> None:
    tables = flat_rows(record(), SENTENCES)
    keys = [row["key"] for rows in tables.values() for row in rows]
    assert len(set(keys)) == len(keys)
    assert tables == flat_rows(record(), SENTENCES)


def test_keys_stay_when_ids_shift() -> None:
    before = {row["start"]: (row["key"], row["id"]) for row in flat_rows(record(), SENTENCES)["events"]}
    after = {row["start"]: (row["key"], row["id"]) for row in flat_rows(renumbered(), SENTENCES)["events"]}
    for start, (key, number) in before.items():
        assert after[start][0] == key
        assert after[start][1] != number


def test_keys_stay_when_the_text_is_left_out_or_sentences_change() -> None:
    short = json.loads(record().model_dump_json())
    del short["text"]
    with_text, without = flat_rows(record(), SENTENCES), flat_rows(Record.model_validate(short), [], text=TEXT)
    for table, rows in with_text.items():
        assert [row["key"] for row in rows] == [row["key"] for row in without[table]]
        assert all(row["sentence_text"] is None for row in without[table])


def test_two_items_that_agree_in_all_get_two_keys() -> None:
    twice = json.loads(record().model_dump_json())
    twice["events"][1] = {**twice["events"][0], "id": "v2"}
    first, second = flat_rows(Record.model_validate(twice), SENTENCES)["events"]
    assert first["key"] != second["key"]


def test_without_any_text_there_are_no_rows_to_make() -> None:
    short = json.loads(record().model_dump_json())
    del short["text"]
    with pytest.raises(ValueError, match="r1"):
        flat_rows(Record.model_validate(short), SENTENCES)


def test_rows_read_well_in_pandas() -> None:
    frame = pd.DataFrame(flat_rows(record(), SENTENCES)["events"])
    assert frame["detained"].sum() == 30
    assert frame.explode("targets")["targets"].dropna().tolist() == ["12 men", "women"]


def test_an_empty_record_gives_empty_tables() -> None:
    empty = record(entities=[], dates=[], quotes=[], events=[], acts=[])
    assert flat_rows(empty, SENTENCES) == {"events": [], "quotes": [], "dates": [], "entities": []}


def test_rows_read_well_in_duckdb(tmp_path: Path) -> None:
    lines = [json.dumps(row) for row in flat_rows(record(), SENTENCES)["events"]]
    path = tmp_path / "events.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    query = "select trigger, max(detained), list_contains(first(targets), '12 men') from read_json(?) group by trigger"
    assert duckdb.execute(query, [str(path)]).fetchall() == [("held", 30, True)]
