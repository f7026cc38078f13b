"""Whatever the text: a record keeps its contracts, and a record that breaks one is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from civicspace.flat import flat_rows
from civicspace.pipelines import Pipelines
from civicspace.record import build_record, sentences, versions_of
from civicspace.report import Metadata, Report
from civicspace_schemas import Record, RecordError, read_record
from civicspace_schemas.edtf import check_edtf

FRAGMENTS = st.sampled_from(
    [
        "On 3 May 2018, police in Lusaka arrested Mary Banda, editor of the Daily Lamp.",
        "“They broke no law,” her lawyer said, “and must be freed.”",
        "At least 12 protesters were injured last week, according to Amnesty International.",
        "The Ministry of Justice (MoJ) denied the report in early June",
        "He said that nobody had been killed.",
        "Arrests and Trials",
        "- two men were released on bail",
        "The People`s\u00a0Party\u200b called for a strike on 2nd\u2009July",
        "“", "”", "'", "``", "…", "\u2028", "\r\n", "\n\n", "\t", "\x0c", "\u202e", "🙂", "e\u0301", "\ufeff", "ﬁ",
        "İstanbul", "12", "%", "http://example.org/a", "Mr. O’Neil-Smith Jr.", "2018-05-14", "§ 5", "مظاهرة", "抗议",
    ]
)  # fmt: skip
ODD = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXTS = st.lists(st.one_of(FRAGMENTS, ODD), max_size=8).map(" ".join)
PUBLISHED = st.sampled_from([None, "2018-07-31", "2018-07", "2018"])
THROUGH_THE_MODEL = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every object with start, end and text inside a record's JSON."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def read(pipelines: Pipelines, text: str, published: str | None = None) -> tuple[Record, list[tuple[int, int]]]:
    doc = pipelines(text, published=published, country="ZM")
    report = Report("random", text, Metadata(country="ZM", published=published))
    return build_record(doc, report, versions_of(pipelines)), sentences(doc)


@THROUGH_THE_MODEL
@given(text=TEXTS, published=PUBLISHED)
def test_every_span_is_the_text_it_points_to(pipelines: Pipelines, text: str, published: str | None) -> None:
    record, bounds = read(pipelines, text, published)
    line = record.model_dump_json()
    assert read_record(line) == record
    data = json.loads(line)
    assert data["text"] == text
    for span in spans(data):
        assert text[span["start"] : span["end"]] == span["text"] != ""
    assert [end for _, end in bounds] == sorted({end for _, end in bounds})
    assert all(text[start:end].strip() for start, end in bounds)


@THROUGH_THE_MODEL
@given(text=TEXTS)
def test_rows_and_items_go_together(pipelines: Pipelines, text: str) -> None:
    record, bounds = read(pipelines, text)
    tables = flat_rows(record, bounds)
    for table, rows in tables.items():
        assert [row["id"] for row in rows] == [item.id for item in getattr(record, table)]
    keys = [row["key"] for rows in tables.values() for row in rows]
    assert len(set(keys)) == len(keys)


FULL = (
    "On 3 May 2018, police in Lusaka arrested Mary Banda, editor of the Daily Lamp. “They broke no law,” said Banda. "
    "At least 12 protesters were injured last week."
)


@pytest.fixture(scope="session")
def full_record(pipelines: Pipelines) -> str:
    return read(pipelines, FULL, "2018-05-14")[0].model_dump_json()


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_a_spoilt_offset_is_refused(full_record: str, data: st.DataObject) -> None:
    record = json.loads(full_record)
    found = list(spans(record))
    assert len(found) > 5
    span = found[data.draw(st.integers(0, len(found) - 1))]
    key = data.draw(st.sampled_from(["start", "end"]))
    offset = data.draw(st.integers(-5, len(FULL) + 5))
    assume(offset != span[key])
    span[key] = offset
    with pytest.raises(RecordError, match=r"^random: "):
        read_record(json.dumps(record))


@given(value=st.text(alphabet="0123456789-/.XTZ:?~%+", max_size=24))
def test_edtf_is_accepted_or_refused_and_never_changed(value: str) -> None:
    try:
        assert check_edtf(value) == value
    except ValueError as error:
        assert repr(value) in str(error)


@given(first=st.dates(), second=st.dates())
def test_every_interval_of_days_runs_forward(first: Any, second: Any) -> None:
    early, late = sorted((first.isoformat(), second.isoformat()))
    assert check_edtf(f"{early}/{late}")
    if early != late:
        with pytest.raises(ValueError, match="backward"):
            check_edtf(f"{late}/{early}")
