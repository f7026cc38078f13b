"""Inputs to reports: order, errors that cost their own report alone, and nothing lost."""

import io
import json
import os
from pathlib import Path

import pytest

from civicspace.errors import ReportError
from civicspace.reading.inputs import StandardInput, count_reports, read_inputs
from civicspace.reading.json_lines import MAX_LINE_BYTES, lines, read_json_lines
from civicspace.report import Metadata, Report

TEXT = "Two men were held."


def _read(*inputs: str | Path) -> list[Report | ReportError]:
    return list(read_inputs([str(name) for name in inputs]))


def _codes(items: list[Report | ReportError]) -> list[tuple[str, str]]:
    return [(i.report, i.code) if isinstance(i, ReportError) else (i.id, "ok") for i in items]


def _jsonl(raw: bytes) -> list[Report | ReportError]:
    return list(read_json_lines(io.BytesIO(raw), "in.jsonl"))


def test_a_folder_is_read_by_id(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "B.txt", "a-1.txt", "10.txt", "9.TXT"):
        (tmp_path / name).write_text(f"{TEXT} {name}")
    assert [i.id for i in _read(tmp_path) if isinstance(i, Report)] == ["10", "9", "B", "a", "a-1", "b"]


def test_a_text_comes_with_its_sidecar(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfTwo men\r\nwere held.")
    (tmp_path / "a.toml").write_text("country = 'KE'\npublished = 2018-07-31")
    metadata = Metadata(country="KE", published="2018-07-31")
    expected = Report("a", "Two men\r\nwere held.", metadata, str(tmp_path / "a.txt"))
    assert _read(tmp_path) == [expected]
    assert _read(tmp_path / "a.txt") == [expected]


def test_what_is_no_report_is_left_alone_and_noted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / ".hidden.txt").write_text(TEXT)
    (tmp_path / "README.md").write_text(TEXT)
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "c.txt").write_text(TEXT)
    notes: list[str] = []
    items = list(read_inputs([str(tmp_path)], note=notes.append))
    assert _codes(items) == [("a", "ok")]
    assert len(notes) == 1
    assert "2 of its files and folders" in notes[0]


def test_an_empty_folder_is_noted(tmp_path: Path) -> None:
    notes: list[str] = []
    assert list(read_inputs([str(tmp_path)], note=notes.append)) == []
    assert "no report in it" in notes[0]


def test_metadata_without_text_is_an_error_in_its_place(tmp_path: Path) -> None:
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text(f"{TEXT} {name}")
    for name in ("b.toml", "d.toml"):
        (tmp_path / name).write_text("country = 'KE'")
    assert _codes(_read(tmp_path)) == [("a", "ok"), ("b", "missing_file"), ("c", "ok"), ("d", "missing_file")]
    assert count_reports([str(tmp_path)]) == 4


def test_one_bad_file_costs_itself_alone(tmp_path: Path) -> None:
    files = {
        "1.txt": b"",
        "2.txt": b"\xff",
        "3.txt": b"a\0b",
        "4.txt": b"12",
        "5.txt": TEXT.encode(),
        "6.txt": TEXT.encode(),
        "6.toml": b"contry = 'KE'",
        "7..x.txt": TEXT.encode(),
    }
    for name, raw in files.items():
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "8.txt").mkdir()
    (tmp_path / "9.txt").symlink_to(tmp_path / "gone")
    assert _codes(_read(tmp_path)) == [
        ("1", "empty"),
        ("2", "not_utf8"),
        ("3", "binary"),
        ("4", "no_letters"),
        ("5", "ok"),
        ("6", "unknown_key"),
        ("7..x", "bad_id"),
        ("8", "unreadable"),
        ("9", "missing_file"),
    ]


def test_missing_inputs_are_errors_in_their_place(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(TEXT)
    gone = [tmp_path / f"gone{ending}" for ending in (".txt", ".jsonl", "", ".toml")]
    items = _read(gone[0], good, *gone[1:])
    assert [code for _, code in _codes(items)] == ["missing_file", "ok", "missing_file", "missing_file", "missing_file"]


def test_names_that_no_system_can_look_up_are_errors() -> None:
    names = ["x" * 5000, "x\0y", "x" * 5000 + ".jsonl", "x\0y.jsonl", "x\0y.toml"]
    items = list(read_inputs(names))
    assert [isinstance(item, ReportError) for item in items] == [True] * 5
    assert count_reports(names) == 5


def test_a_shell_glob_over_a_folder_reads_each_report_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.toml").write_text("country = 'KE'")
    names = [str(path) for path in sorted(tmp_path.iterdir())]
    notes: list[str] = []
    assert _codes(list(read_inputs(names, note=notes.append))) == [("a", "ok")]
    assert len(notes) == 1
    assert count_reports(names) == 1


def test_an_id_that_comes_again_is_an_error(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT)
    items = _read(tmp_path / "x", tmp_path / "y")
    assert _codes(items) == [("a", "ok"), ("a", "duplicate_id")]
    assert isinstance(items[1], ReportError)
    assert str(tmp_path / "x" / "a.txt") in items[1].message
    assert items[1].file == str(tmp_path / "y" / "a.txt")


def test_an_id_is_free_where_its_first_report_could_not_be_read(tmp_path: Path) -> None:
    for folder, raw in (("x", b"\xff"), ("y", TEXT.encode())):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_bytes(raw)
    assert _codes(_read(tmp_path / "x", tmp_path / "y")) == [("a", "not_utf8"), ("a", "ok")]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_file_names_that_are_not_utf8_can_be_shown(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT)
    (tmp_path / "two\nlines.txt").write_text(TEXT)
    items = _read(tmp_path)
    assert [code for _, code in _codes(items)] == ["bad_id", "bad_id"]
    for item in items:
        assert isinstance(item, ReportError)
        assert f"{item.report}{item.file}{item.message}".isprintable()


def test_standard_input_is_one_report_or_json_lines() -> None:
    one = list(read_inputs(["-"], StandardInput(io.BytesIO(b"\xef\xbb\xbfHeld."))))
    assert one == [Report("stdin", "Held.", Metadata(), "-")]
    raw = io.BytesIO(b'{"id": "a", "text": "Held."}\n{"id": "b", "text": "Freed."}')
    many = list(read_inputs(["-"], StandardInput(raw, json_lines=True)))
    assert _codes(many) == [("a", "ok"), ("b", "ok")]
    bad = list(read_inputs(["-"], StandardInput(io.BytesIO(b"\xff"))))
    assert _codes(bad) == [("stdin", "not_utf8")]


def test_json_lines_end_at_line_feeds_alone() -> None:
    text = "one\u2028two\u2029three\x85four\rfive"
    items = _jsonl(json.dumps({"id": "a", "text": text}, ensure_ascii=False).encode() + b"\r\n\n")
    assert [i.text for i in items if isinstance(i, Report)] == [text]


def test_a_line_holds_metadata() -> None:
    given = {"country": "KE", "published": "2018-07", "title": None, "licence": "CC0"}
    line = {"id": "a", "text": "\ufeff" + TEXT, **given}
    items = _jsonl(b"\xef\xbb\xbf" + json.dumps(line).encode())
    assert items == [Report("a", TEXT, Metadata(country="KE", published="2018-07", licence="CC0"), "in.jsonl")]


BAD_LINES = [
    (b"{", "not_json", "line 2"),
    (b"held", "not_json", "column 1"),
    (b'{"id": "x", "text": "held"} {}', "not_json", "column"),
    (b"[" * 200_000, "not_json", "line 2"),
    (b'{"id": "x", "text": "held", "title": ' + b"9" * 5000 + b"}", "not_json", "line 2"),
    (b'{"id": "x", "text": "\xe9"}', "not_utf8", "byte 21"),
    (b"[]", "not_an_object", "object"),
    (b'"held"', "not_an_object", "object"),
    (b"null", "not_an_object", "object"),
    (b"{}", "missing_key", "'id'"),
    (b'{"id": "x"}', "missing_key", "'text'"),
    (b'{"text": "held"}', "missing_key", "'id'"),
    (b'{"id": 5, "text": "held"}', "wrong_type", "id must be a string, not a number"),
    (b'{"id": "x", "text": null}', "wrong_type", "text must be a string, not null"),
    (b'{"id": "x", "text": ["held"]}', "wrong_type", "a list"),
    (b'{"id": "x", "text": "held", "title": 5}', "wrong_type", "title"),
    (b'{"id": "x", "text": "held", "published": NaN}', "wrong_type", "published"),
    (b'{"id": "x", "text": "held", "published": "2018-02-30"}', "bad_date", "2018-02-30"),
    (b'{"id": "x", "text": "held", "country": "XX"}', "unknown_country", "XX"),
    (b'{"id": "x", "text": "held", "author": "me"}', "unknown_key", "'author'"),
    (b'{"id": "../x", "text": "held"}', "bad_id", "'..'"),
    (b'{"id": "a/b", "text": "held"}', "bad_id", "'/'"),
    (b'{"id": "", "text": "held"}', "bad_id", "empty"),
    (b'{"id": "x\\ud800", "text": "held"}', "lone_surrogate", "id"),
    (b'{"id": "x", "text": "held \\udc00"}', "lone_surrogate", "U+DC00"),
    (b'{"id": "x", "text": "held", "title": "\\ud800"}', "lone_surrogate", "title"),
    (b'{"id": "x", "text": "held\\u0000"}', "binary", "NUL"),
    (b'{"id": "x", "text": " "}', "empty", "white space"),
    (b'{"id": "x", "text": "12"}', "no_letters", "letters"),
    (b'{"id": "x", "text": "' + b"a" * 1_000_001 + b'"}', "too_long", "1,000,000"),
    (b'{"id": "x", "text": "' + b"a" * MAX_LINE_BYTES + b'"}', "too_long", "1,000,000"),
]


@pytest.mark.parametrize(("line", "code", "says"), BAD_LINES, ids=lambda value: str(value)[:30])
def test_a_bad_line_costs_itself_alone(line: bytes, code: str, says: str) -> None:
    items = _jsonl(b'{"id": "a", "text": "held"}\n' + line + b'\n{"id": "b", "text": "held"}\n')
    assert [item_code for _, item_code in _codes(items)] == ["ok", code, "ok"]
    error = items[1]
    assert isinstance(error, ReportError)
    assert error.message.startswith("line 2: ")
    assert says in error.message
    assert error.file == "in.jsonl"
    assert error.report in ("x", "in.jsonl:2", *([error.report] if "id" in error.message else []))
    assert f"{error.report}{error.message}".isprintable()


def test_utf16_json_lines_are_one_error() -> None:
    items = _jsonl('{"id": "a", "text": "held"}\n{"id": "b", "text": "held"}\n'.encode("utf-16"))
    assert _codes(items) == [("in.jsonl", "not_utf8")]


def test_a_line_without_end_takes_no_memory() -> None:
    found = list(lines(io.BytesIO(b"a" * 95 + b"\nshort\n" + b"b" * 30 + b"\n" + b"c" * 31), 30))
    assert found == [(1, None), (2, b"short\n"), (3, b"b" * 30 + b"\n"), (4, None)]


def test_counting_knows_when_it_does_not_know(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{}\n\n{"x": 1}\n{}')
    assert count_reports([str(tmp_path / "a.jsonl"), str(tmp_path / "gone.txt")]) == 4
    assert count_reports(["-"]) is None
