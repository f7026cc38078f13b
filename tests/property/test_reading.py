"""Whatever bytes a file holds, reading gives one report or one error for it and raises nothing."""

import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from civicspace.errors import ReportError
from civicspace.reading.inputs import read_inputs
from civicspace.reading.json_lines import read_json_lines
from civicspace.report import Report

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
KEYS = st.sampled_from(["id", "text", "title", "published", "country", "source", "url", "language", "licence", "other"])


@settings(max_examples=150, deadline=None)
@given(text=st.binary() | st.text().map(str.encode), sidecar=st.binary() | st.text().map(str.encode))
@example(text=b"held", sidecar=b"published = 2018-02-30")
@example(text=b"held", sidecar=b"published = 0001-01-01")
@example(text=b"\xff\xfe", sidecar=b"")
def test_any_file(text: bytes, sidecar: bytes) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "a.txt").write_bytes(text)
        (Path(folder) / "a.toml").write_bytes(sidecar)
        (item,) = read_inputs([folder])
    if isinstance(item, Report):
        assert item.text == text.decode("utf-8").removeprefix("\ufeff")
    else:
        assert item.report == "a"
        assert f"{item.code}{item.message}".isprintable()


@settings(max_examples=150, deadline=None)
@given(raw=st.binary())
def test_any_json_lines(raw: bytes) -> None:
    for item in read_json_lines(io.BytesIO(raw), "in.jsonl"):
        assert isinstance(item, Report | ReportError)


@settings(max_examples=150, deadline=None)
@given(values=st.dictionaries(KEYS, JSON))
@example(values={"id": "a", "text": "held", "published": "9999-12-31T23:59:59-14:00"})
@example(values={"id": "a", "text": "held", "published": "2018-07-31T10:00:00+99:99"})
@example(values={"id": "a", "text": "held", "published": "٢٠١٨"})
def test_any_object(values: dict[str, object]) -> None:
    (item,) = read_json_lines(io.BytesIO(json.dumps(values).encode()), "in.jsonl")
    if isinstance(item, Report):
        assert item.id == values["id"]
        assert item.text == str(values["text"]).removeprefix("\ufeff")
    else:
        assert f"{item.report}{item.code}{item.message}".isprintable()
