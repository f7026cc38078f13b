"""The command line: what is written where, exit statuses, and one line for every error."""

import importlib
import json
import os
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from civicspace import __version__
from civicspace.cli import app
from civicspace.errors import ConfigError, ModelError
from civicspace.pipelines import Pipelines
from civicspace_schemas import read_record

TEXT = "Two men were held in the capital. One of them was freed on the same day."
RUNNER = CliRunner()


@pytest.fixture(autouse=True)
def _light(light_pipelines: Pipelines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("civicspace.pipelines.load_pipelines", lambda _model: light_pipelines)
    monkeypatch.setattr("civicspace.batch.program.program_fingerprint", lambda _model: "light")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "a.toml").write_text("country = 'KE'\npublished = 2018-07-31")
    (folder / "b.txt").write_text(f"{TEXT} And more.")
    return folder


def _jsonl(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_extract_writes_a_folder(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = RUNNER.invoke(app, ["extract", str(reports), "--output", str(out)])
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "records" in result.stderr
    records = [read_record(line) for line in (out / "reports.jsonl").read_bytes().splitlines()]
    assert [record.report.id for record in records] == ["a", "b"]
    assert (records[0].report.country, records[0].report.published) == ("KE", "2018-07-31")
    assert (out / "errors.jsonl").read_bytes() == b""
    run = json.loads((out / "run.json").read_bytes())
    assert (run["reports"], run["records"], run["errors"]) == (2, 2, 0)
    assert run["versions"]["civicspace"] == __version__
    assert run["versions"]["model"] == {"name": "light", "version": "0"}
    assert run["seconds"]["total"] > 0
    assert set(run["found"]) == {"entities", "dates", "quotes", "events", "acts", "warnings"}


def test_bad_reports_are_named_and_cost_no_other(reports: Path, tmp_path: Path) -> None:
    (reports / "c.txt").write_bytes(b"caf\xe9")
    (reports / "d.txt").write_text(f"{TEXT} A landmine.")
    (reports / "e.txt").write_text(f"{TEXT} The last.")
    out = tmp_path / "out"
    result = RUNNER.invoke(app, ["extract", str(reports), str(tmp_path / "gone.txt"), "-o", str(out)])
    assert result.exit_code == 1
    assert [line["report"]["id"] for line in _jsonl(out / "reports.jsonl")] == ["a", "b", "e"]
    assert [(e["report"], e["code"]) for e in _jsonl(out / "errors.jsonl")] == [
        ("c", "not_utf8"),
        ("d", "stage_failed"),
        ("gone", "missing_file"),
    ]
    lines = [line for line in result.stderr.splitlines() if line.startswith("error:")]
    assert [line.split()[1] for line in lines] == ["c", "d", "gone"]
    assert "byte 3" in lines[0]
    run = json.loads((out / "run.json").read_bytes())
    assert run["reports"] == run["records"] + run["errors"] == 6
    assert run["errors_by_code"] == {"missing_file": 1, "not_utf8": 1, "stage_failed": 1}


def test_records_on_standard_output(reports: Path) -> None:
    (reports / "c.txt").write_bytes(b"")
    result = RUNNER.invoke(app, ["extract", str(reports), "--output", "-", "--no-text"])
    assert result.exit_code == 1
    assert [read_record(line).report.id for line in result.stdout_bytes.splitlines()] == ["a", "b"]
    assert "text" not in json.loads(result.stdout_bytes.splitlines()[0])
    assert "error: c" in result.stderr


def test_standard_input() -> None:
    result = RUNNER.invoke(app, ["extract", "-", "-o", "-"], input="\ufeff" + TEXT)
    record = read_record(result.stdout_bytes)
    assert (record.report.id, record.text) == ("stdin", TEXT)
    lines = "".join(json.dumps({"id": name, "text": TEXT, "country": "KE"}) + "\n" for name in "xy")
    result = RUNNER.invoke(app, ["extract", "-", "--jsonl", "-o", "-"], input=lines)
    assert [json.loads(line)["report"]["id"] for line in result.stdout.splitlines()] == ["x", "y"]


def test_quiet_says_nothing_but_errors(reports: Path, tmp_path: Path) -> None:
    (reports / "notes.md").write_text("x")
    result = RUNNER.invoke(app, ["extract", str(reports), "-o", str(tmp_path / "out"), "--quiet"])
    assert (result.exit_code, result.output) == (0, "")
    (reports / "c.txt").write_bytes(b"")
    result = RUNNER.invoke(app, ["extract", str(reports), "-o", str(tmp_path / "out"), "--quiet"])
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)


def test_the_summary_as_json(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = RUNNER.invoke(app, ["extract", str(reports), "-o", str(out), "--json"])
    assert json.loads(result.stdout) == json.loads((out / "run.json").read_bytes())
    result = RUNNER.invoke(app, ["extract", str(reports), "-o", "-", "--json"])
    assert json.loads(result.stderr)["records"] == 2
    assert len(result.stdout.splitlines()) == 2


def test_an_empty_folder_gives_empty_files(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    out = tmp_path / "out"
    result = RUNNER.invoke(app, ["extract", str(tmp_path / "empty"), "-o", str(out)])
    assert result.exit_code == 0
    assert "no report in it" in result.stderr
    assert (out / "reports.jsonl").read_bytes() == b""
    run = json.loads((out / "run.json").read_bytes())
    assert (run["reports"], run["versions"]["model"]) == (0, None)


@pytest.mark.parametrize("error", [ModelError("model 'x' is not installed"), ConfigError("report.cfg: no\nsuch key")])
def test_a_run_that_cannot_begin_changes_nothing(
    error: Exception, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    RUNNER.invoke(app, ["extract", str(reports), "-o", str(out)])
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    def fail(_model: str) -> Pipelines:
        raise error

    monkeypatch.setattr("civicspace.pipelines.load_pipelines", fail)
    result = RUNNER.invoke(app, ["extract", str(reports), "-o", str(out), "--fresh"])
    assert result.exit_code == 2
    assert result.stderr == f"error: {' '.join(str(error).split())}\n"
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_an_interrupted_run_changes_nothing(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_model: str) -> Pipelines:
        raise KeyboardInterrupt

    monkeypatch.setattr("civicspace.pipelines.load_pipelines", interrupt)
    out = tmp_path / "out"
    result = RUNNER.invoke(app, ["extract", str(reports), "-o", str(out)])
    assert (result.exit_code, result.stderr) == (130, "interrupted\n")
    assert list(out.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_a_run_that_is_stopped_changes_nothing(number: int, status: int, reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    RUNNER.invoke(app, ["extract", str(reports), "-o", str(out)])
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    command = [sys.executable, "-m", "civicspace", "extract", "-", "-o", str(out)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        while len(list(out.iterdir())) < 2 * len(before):
            time.sleep(0.02)
        process.send_signal(number)
        assert process.wait(30) == status
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
    left = {path.name: path.read_bytes() for path in out.iterdir() if path.suffix != ".tmp"}
    assert left == before
    assert number == signal.SIGKILL or len(list(out.iterdir())) == len(before)


@pytest.mark.skipif(os.name == "nt", reason="pipes are POSIX")
def test_a_reader_that_has_gone_is_no_error_to_speak_of() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "civicspace", "schema"]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize(("output", "says"), [("taken", "is a file"), ("new.jsonl", "name a folder")])
def test_an_output_that_is_no_folder(output: str, says: str, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    result = RUNNER.invoke(app, ["extract", str(reports), "-o", str(tmp_path / output)])
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert says in result.stderr


@pytest.mark.parametrize(
    "arguments", [["extract"], ["extract", "x"], ["extract", "x", "-o", "y", "--colour"], ["extrakt"], []]
)
def test_wrong_usage(arguments: list[str]) -> None:
    assert RUNNER.invoke(app, arguments).exit_code == 2


def test_validate(reports: Path, tmp_path: Path) -> None:
    good = RUNNER.invoke(app, ["extract", str(reports), "-o", "-"]).stdout
    result = RUNNER.invoke(app, ["validate", "-"], input=good + "\n")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "2 records, 0 invalid" in result.stderr
    first, second = good.splitlines()
    wrong = json.loads(second)
    wrong["report"]["characters"] = 3
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join([first, json.dumps(wrong), "{", first, "\xff"]), encoding="latin-1")
    result = RUNNER.invoke(app, ["validate", str(path)])
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert [line.split(": ")[0] for line in lines] == [f"{path}:{number}" for number in (2, 3, 4, 5)]
    assert "characters" in lines[0]
    assert "line 1 too" in lines[2]
    found = json.loads(RUNNER.invoke(app, ["validate", str(path), "--json"]).stdout)
    assert (found["records"], found["invalid"]) == (5, 4)
    assert [problem["line"] for problem in found["problems"]] == [2, 3, 4, 5]
    assert RUNNER.invoke(app, ["validate", str(path), "-q"]).output == ""
    gone = RUNNER.invoke(app, ["validate", str(tmp_path / "gone.jsonl")])
    assert gone.exit_code == 2
    assert len(gone.stderr.splitlines()) == 1


def test_schema() -> None:
    result = RUNNER.invoke(app, ["schema"])
    assert result.exit_code == 0
    assert "events" in json.loads(result.stdout)["properties"]


def test_version_and_help() -> None:
    assert RUNNER.invoke(app, ["--version"]).stdout == f"civicspace {__version__}\n"
    for command in ("extract", "validate", "schema", "add"):
        assert command in RUNNER.invoke(app, ["--help"]).stdout
        assert RUNNER.invoke(app, [command, "--help"]).exit_code == 0


def test_add_brings_a_report_in_as_it_is(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbfTwo men\r\nwere held."
    source = tmp_path / "new.txt"
    source.write_bytes(raw)
    corpus = tmp_path / "corpus"
    options = ["--title", 'The "law"\\', "--published", "2018-07-31", "--country", "ke", "--licence", "CC-BY-4.0"]
    result = RUNNER.invoke(app, ["add", str(source), "--corpus", str(corpus), *options])
    assert result.exit_code == 0, result.output
    assert (corpus / "reports" / "new.txt").read_bytes() == raw
    stated = tomllib.loads((corpus / "reports" / "new.toml").read_text(encoding="utf-8"))
    assert {key: str(value) for key, value in stated.items()} == {
        "title": 'The "law"\\',
        "published": "2018-07-31",
        "country": "KE",
        "licence": "CC-BY-4.0",
    }
    source.write_bytes(b"Another text under the same name.")
    again = RUNNER.invoke(app, ["add", str(source), "--corpus", str(corpus), "--title", "Another"])
    assert again.exit_code == 1
    assert "new" in again.stderr
    assert "--id" in again.stderr
    assert "Another" not in (corpus / "reports" / "new.toml").read_text(encoding="utf-8")
    assert sorted(path.name for path in (corpus / "reports").iterdir()) == ["new.toml", "new.txt"]
    extracted = RUNNER.invoke(app, ["extract", str(corpus / "reports"), "-o", "-"])
    assert json.loads(extracted.stdout)["report"]["title"] == 'The "law"\\'


@pytest.mark.parametrize(
    ("raw", "options", "says"),
    [
        (b"\xff", [], "not UTF-8"),
        (b"", [], "no text"),
        (b"held", ["--country", "XX"], "'XX'"),
        (b"held", ["--published", "2018-02-30"], "2018-02-30"),
        (b"held", ["--id", "../x"], "'..'"),
        (b"held", ["--id", ""], "empty"),
        (b"held", ["--language", "english"], "english"),
    ],
)
def test_add_refuses_what_extract_would_refuse(raw: bytes, options: list[str], says: str, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_bytes(raw)
    result = RUNNER.invoke(app, ["add", str(tmp_path / "new.txt"), "--corpus", str(tmp_path / "c"), *options])
    assert result.exit_code == 1
    assert says in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "c").exists()


HEADED = "Uganda: two editors held\n\nKampala, 3 May 2021 – Police held two editors in Kampala.\n"


def _stated(path: Path) -> dict[str, str]:
    return {key: str(value) for key, value in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def _add(tmp_path: Path, *options: str, text: str = HEADED, answers: str | None = None) -> Result:
    (tmp_path / "My Report.txt").write_text(text, encoding="utf-8")
    arguments = ["add", str(tmp_path / "My Report.txt"), "--corpus", str(tmp_path / "c"), *options]
    return RUNNER.invoke(app, arguments, input=answers)


def test_add_fills_nothing_in_unasked(tmp_path: Path) -> None:
    result = _add(tmp_path)
    assert result.exit_code == 0, result.output
    assert "published: left out: 2021-05-03 (the dateline" in result.stdout
    assert "can be written into the report's .toml; --yes would have taken it" in result.stdout
    assert "next: make" in result.stdout
    assert _stated(tmp_path / "c" / "reports" / "2021-uganda.toml") == {}
    assert not (tmp_path / "c" / "originals").exists()


def test_add_takes_what_was_inferred_with_yes(tmp_path: Path) -> None:
    result = _add(tmp_path, "--yes", "--published", "2021-05-04")
    assert result.exit_code == 0, result.output
    assert "note: published is 2021-05-04, but the file says 2021-05-03" in result.stdout
    assert _stated(tmp_path / "c" / "reports" / "2021-uganda.toml") == {
        "title": "Uganda: two editors held",
        "published": "2021-05-04",
        "country": "UG",
    }
    record = json.loads((tmp_path / "c" / "originals" / "2021-uganda.import.json").read_bytes())
    assert set(record["inferred"]) == {"title", "country"}


@pytest.mark.parametrize(("published", "noted"), [("2021-05-03", False), ("2021", False), ("2020", True)])
def test_add_notes_contradictions_alone(published: str, noted: bool, tmp_path: Path) -> None:
    assert ("note:" in _add(tmp_path, "--published", published).stdout) is noted


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.import_module("civicspace.cli.add"), "_on_terminal", lambda: True)


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("answers", "report_id", "stated"),
    [
        (
            "\n\n\n\n\n",
            "2021-uganda",
            {"title": "Uganda: two editors held", "published": "2021-05-03", "country": "UG"},
        ),
        ("-\n2021-06\nke\nmine\ny\n", "mine", {"published": "2021-06", "country": "KE"}),
        (
            "A title\nsoon\n-\nXX\n\n../x\n2021-x\nwhat\nyes\n",
            "2021-x",
            {"title": "A title", "country": "UG"},
        ),
    ],
)
def test_add_asks_on_a_terminal(answers: str, report_id: str, stated: dict[str, str], tmp_path: Path) -> None:
    result = _add(tmp_path, answers=answers)
    assert result.exit_code == 0, result.output
    assert _stated(tmp_path / "c" / "reports" / f"{report_id}.toml") == stated


@pytest.mark.usefixtures("terminal")
def test_add_asks_nothing_that_is_given(tmp_path: Path) -> None:
    options = ["--id", "x", "--title", "T", "--country", "KE"]
    result = _add(tmp_path, *options, answers="\n\n")
    assert result.exit_code == 0, result.output
    assert "title [" not in result.stdout
    assert "country [" not in result.stdout
    assert _stated(tmp_path / "c" / "reports" / "x.toml") == {"title": "T", "published": "2021-05-03", "country": "KE"}
    record = json.loads((tmp_path / "c" / "originals" / "x.import.json").read_bytes())
    assert record["inferred"]["published"]["from"].endswith("confirmed")


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(("answers", "status"), [("\n\n\n\nn\n", 0), ("\n\n", 130), ("", 130)])
def test_add_without_agreement_writes_nothing(answers: str, status: int, tmp_path: Path) -> None:
    result = _add(tmp_path, answers=answers)
    assert result.exit_code == status
    assert not (tmp_path / "c").exists()


def test_add_says_what_it_repaired_and_keeps_the_original(tmp_path: Path) -> None:
    broken = HEADED.replace("editors in", "editors of â€œThe Lampâ€\x9d in")
    result = _add(tmp_path, text=broken)
    assert "repaired, line 3: â€œThe -> “The" in result.stdout
    assert "2 repairs" in result.stdout
    assert (tmp_path / "c" / "originals" / "2021-uganda.txt").read_bytes() == broken.encode()
    assert "“The Lamp”" in (tmp_path / "c" / "reports" / "2021-uganda.txt").read_text(encoding="utf-8")


def test_add_knows_the_same_text(tmp_path: Path) -> None:
    assert _add(tmp_path).exit_code == 0
    result = _add(tmp_path, "--id", "another")
    assert result.exit_code == 1
    assert "already, as 2021-uganda" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "c" / "reports" / "another.txt").exists()


def test_add_names_the_missing_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "a.html").write_text("<html><p>Two men were held.")
    result = RUNNER.invoke(app, ["add", str(tmp_path / "a.html"), "--corpus", str(tmp_path / "c")])
    assert result.exit_code == 2
    assert result.stderr == "error: reading web pages needs more libraries: pip install 'civicspace[import]'\n"


def test_add_from_standard_input_needs_an_id(tmp_path: Path) -> None:
    arguments = ["add", "-", "--corpus", str(tmp_path / "c")]
    assert RUNNER.invoke(app, arguments, input="held").exit_code == 1
    assert RUNNER.invoke(app, [*arguments, "--id", "x"], input="held").exit_code == 0
    assert (tmp_path / "c" / "reports" / "x.txt").read_bytes() == b"held"
    assert RUNNER.invoke(app, ["add", str(tmp_path / "gone.txt")]).exit_code == 1


def test_add_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_bytes(b"held")
    (tmp_path / "file").write_bytes(b"")
    result = RUNNER.invoke(app, ["add", str(tmp_path / "new.txt"), "--corpus", str(tmp_path / "file")])
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


NO_SPACY = """
import sys
from typer.testing import CliRunner
from civicspace.cli import app
for arguments in (["--help"], ["schema"], ["validate", "empty.jsonl"], ["add", "a.txt"], ["extract", "no", "-o", "-"]):
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, (arguments, result.output)
    assert not {"spacy", "thinc", "numpy"} & set(sys.modules), arguments
"""


def test_no_command_loads_spacy_without_need(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "no").mkdir()
    command = [sys.executable, "-c", NO_SPACY]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_the_program_itself(reports: Path, tmp_path: Path) -> None:
    (reports / "c.txt").write_bytes(b"")
    environment = {**os.environ, "PYTHONWARNINGS": "error::ResourceWarning"}
    command = [sys.executable, "-m", "civicspace", "extract", str(reports), "-o", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert "error: c" in done.stderr
    command = [sys.executable, "-m", "civicspace", "validate", str(tmp_path / "out" / "reports.jsonl")]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
