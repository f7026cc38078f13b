"""Records as TimeML documents and lines, and the command that writes them."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from civicspace.cli import app
from civicspace.timex3 import Timex3, timeml, timexes
from civicspace.timex3.lines import lines

RUNNER = CliRunner()
TEXT = "Police & guards held <two> men\r\nfrom 3 to 5 May.\nNow they are free; they march every Friday."


def _span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def _date(number: int, words: str, kind: str, edtf: str | None, **fields: Any) -> dict[str, Any]:
    bounds = {"earliest": None, "latest": None, "modifier": None, "duration": None, "anchor": "explicit"}
    return {"id": f"d{number}", **_span(words), "kind": kind, "edtf": edtf, **bounds, **fields}


def _record(report: str = "a") -> dict[str, Any]:
    days = {"earliest": "2018-05-03", "latest": "2018-05-05", "rule": "days-shared-month"}
    version = {"name": "light", "version": "0"}
    return {
        "schema_version": "1.0",
        "report": {
            "id": report,
            "title": "Held & freed",
            "country": None,
            "country_basis": "unknown",
            "published": "2018-05-14",
            "published_basis": "stated",
            "reference_date": "2018-05-14",
            "source": None,
            "url": None,
            "language": "en",
            "licence": None,
            "sha256": sha256(TEXT.encode()).hexdigest(),
            "characters": len(TEXT),
            "words": len(TEXT.split()),
        },
        "text": TEXT,
        "pipeline": {"civicspace": "0", "spacy": "0", "model": version, "config": "0", "numeric": "0"},
        "sections": [],
        "entities": [],
        "dates": [
            _date(1, "3 to 5 May", "date", "2018-05-03/2018-05-05", **days),
            _date(2, "every Friday", "set", None, rule="every"),
        ],
        "quotes": [],
        "events": [],
        "acts": [],
        "warnings": [],
    }


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps(_record(report)) + "\n" for report in ("a", "b")), encoding="utf-8")
    return path


def test_a_document_is_xml_that_gives_the_text_back() -> None:
    record = _record()
    root = ElementTree.fromstring(timeml(record, timexes(record), TEXT))
    assert "".join(root.find("TEXT").itertext()) == TEXT  # type: ignore[union-attr]
    tags = [(tag.text, tag.attrib) for tag in root.iter("TIMEX3")]
    assert tags[0] == (
        "2018-05-14",
        {"tid": "t0", "type": "DATE", "value": "2018-05-14", "functionInDocument": "CREATION_TIME"},
    )
    assert [(text, tag["tid"], tag["type"], tag["value"]) for text, tag in tags[1:]] == [
        ("3", "t1", "DATE", "2018-05-03"),
        ("5 May", "t2", "DATE", "2018-05-05"),
        ("Now", "t3", "DATE", "PRESENT_REF"),
        ("every Friday", "t4", "SET", "XXXX-WXX-5"),
    ]
    assert tags[4][1]["quant"] == "EVERY"
    assert (root.findtext("DOCID"), root.findtext("TITLE")) == ("a", "Held & freed")


def test_a_document_without_day_title_and_dates() -> None:
    report = {"id": "a", "title": None, "published": None, "reference_date": None}
    root = ElementTree.fromstring(timeml({"report": report}, [], "a \x07 b"))
    assert root.find("TITLE") is None
    assert root.find("DCT/TIMEX3").attrib["value"] == ""  # type: ignore[union-attr]
    assert root.findtext("TEXT") == "a \ufffd b"


def test_quotation_marks_in_a_value_are_escaped() -> None:
    item = Timex3(0, 3, "Now", "DATE", 'a"<b')
    root = ElementTree.fromstring(timeml({"report": {"id": "a"}}, [item], "Now"))
    assert root.find("TEXT/TIMEX3").attrib["value"] == 'a"<b'  # type: ignore[union-attr]


def test_lines_hold_null_for_what_is_not_known() -> None:
    row = json.loads(lines("a", [Timex3(3, 6, "now", "DATE", "")]))
    assert (row["report_id"], row["id"], row["start"], row["end"], row["text"]) == ("a", "t1", 3, 6, "now")
    assert (row["value"], row["mod"], row["quant"], row["freq"], row["date"]) == (None,) * 5
    assert lines("a", []) == b""


def test_items_need_a_text() -> None:
    with pytest.raises(ValueError, match="no text"):
        timexes({"dates": [], "entities": []})


def test_lines_go_to_standard_output(records: Path) -> None:
    result = RUNNER.invoke(app, ["timex3", str(records)])
    assert result.exit_code == 0
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["report_id"], row["text"]) for row in rows[:5]] == [
        ("a", "3"),
        ("a", "5 May"),
        ("a", "Now"),
        ("a", "every Friday"),
        ("b", "3"),
    ]
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in rows)
    assert [row["date"] for row in rows[:4]] == ["d1", "d1", None, "d2"]


def test_lines_go_to_a_file_that_is_not_overwritten(records: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "timex3.jsonl"
    command = ["timex3", str(records), "--output", str(out)]
    assert RUNNER.invoke(app, command).exit_code == 0
    assert len(out.read_bytes().splitlines()) == 8
    out.write_text("mine")
    refused = RUNNER.invoke(app, command)
    assert (refused.exit_code, out.read_text()) == (2, "mine")
    assert "--force" in refused.stderr
    assert RUNNER.invoke(app, [*command, "--force"]).exit_code == 0
    assert len(out.read_bytes().splitlines()) == 8
    assert [path.name for path in out.parent.iterdir()] == ["timex3.jsonl"]


def test_documents_go_to_a_folder(records: Path, tmp_path: Path) -> None:
    out = tmp_path / "tml"
    command = ["timex3", str(records), "--format", "tml", "--output", str(out)]
    assert RUNNER.invoke(app, command).exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == ["a.tml", "b.tml"]
    assert ElementTree.parse(out / "b.tml").getroot().findtext("DOCID") == "b"
    (out / "a.tml").write_text("mine")
    refused = RUNNER.invoke(app, command)
    assert (refused.exit_code, (out / "a.tml").read_text()) == (1, "mine")
    assert RUNNER.invoke(app, [*command, "--force"]).exit_code == 0
    assert (out / "a.tml").read_text() != "mine"


def test_documents_need_a_folder(records: Path) -> None:
    result = RUNNER.invoke(app, ["timex3", str(records), "--format", "tml"])
    assert result.exit_code == 2
    assert "--output DIR" in result.stderr


def test_a_bad_record_costs_no_other_one(records: Path, tmp_path: Path) -> None:
    textless = {key: content for key, content in _record("c").items() if key != "text"}
    with records.open("a", encoding="utf-8") as stream:
        stream.write("\n{}\n" + json.dumps(textless) + "\n" + json.dumps(_record("../d")) + "\n")
    result = RUNNER.invoke(app, ["timex3", str(records), "--format", "tml", "--output", str(tmp_path / "tml")])
    assert result.exit_code == 1
    errors = [line for line in result.stderr.splitlines() if line.startswith("error:")]
    assert len(errors) == 3
    assert "reports.jsonl:4: record" in errors[0]
    assert "c: holds no text" in errors[1]
    assert "can't be a file's name" in errors[2]
    assert "2 of 5 reports written" in result.stderr
    assert sorted(path.name for path in (tmp_path / "tml").iterdir()) == ["a.tml", "b.tml"]


def test_one_document_an_id(records: Path, tmp_path: Path) -> None:
    command = ["timex3", str(records), str(records), "--format", "tml", "--output", str(tmp_path / "tml")]
    result = RUNNER.invoke(app, command)
    assert result.exit_code == 1
    assert "a: another record has that id too" in result.stderr


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    result = RUNNER.invoke(app, ["timex3", str(tmp_path / "none.jsonl")])
    assert result.exit_code == 2
    assert "none.jsonl: can't be read" in result.stderr


def test_no_language_model_is_loaded() -> None:
    code = (
        "import sys, civicspace.cli.timex3, civicspace.timex3.lines; civicspace.timex3.timexes({'dates': []}, 'now');"
    )
    run = subprocess.run(
        [sys.executable, "-c", code + "print('spacy' in sys.modules)"], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "False"
