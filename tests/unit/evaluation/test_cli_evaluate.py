"""``civicspace evaluate`` on a corpus of one report."""

from __future__ import annotations

import copy
import json
import shutil
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from civicspace.cli import app

if TYPE_CHECKING:
    from tests.conftest import Extracted

SEED = "2018-north-korea"
CORPUS = Path(__file__).parents[3] / "corpus"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    for name in (f"reports/{SEED}.txt", f"gold/{SEED}.json"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CORPUS / name, folder / name)
    return folder


@pytest.fixture
def records(tmp_path: Path, seed: Extracted) -> Path:
    return written(tmp_path / "reports.jsonl", seed.record)


def written(path: Path, record: dict[str, Any]) -> Path:
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    return path


def run(corpus: Path, records: Path, *options: str) -> Result:
    output = ["--corpus", str(corpus), "--output", str(corpus.parent / "out")]
    return CliRunner().invoke(app, ["evaluate", str(records), *output, *options])


def test_tables_and_files(corpus: Path, records: Path) -> None:
    result = run(corpus, records)
    assert result.exit_code == 0, result.output
    assert "Micro over 1 dev report " in result.stdout
    assert "events.same_as" in result.stdout
    data = json.loads((corpus.parent / "out" / "evaluation.json").read_bytes())
    assert data["parts"]["dev"]["measures"]["dates.strict"]["f1"] == 1
    assert data["misses"] and {miss["report"] for miss in data["misses"]} == {SEED}
    page = (corpus.parent / "out" / "evaluation.md").read_text(encoding="utf-8")
    assert page.startswith("# Evaluation")
    assert f"### {SEED}" in page


def test_the_test_part_is_listed_when_asked_for_only(corpus: Path, records: Path) -> None:
    (corpus / "split.json").write_text(json.dumps({SEED: {"part": "test"}}), encoding="utf-8")
    page = corpus.parent / "out" / "evaluation.md"
    assert run(corpus, records).exit_code == 0
    assert f"### {SEED}" not in page.read_text(encoding="utf-8")
    assert run(corpus, records, "--misses", "test").exit_code == 0
    assert f"### {SEED}" in page.read_text(encoding="utf-8")


def test_against_an_earlier_run(corpus: Path, records: Path, seed: Extracted) -> None:
    worse = copy.deepcopy(seed.record)
    worse["dates"] = worse["dates"][1:]
    result = run(corpus, records, "--against", str(written(corpus.parent / "before.jsonl", worse)))
    assert result.exit_code == 0, result.output
    assert "dev: 1 fixed, 0 broken, 0 newly made up, 0 no longer made up, 0 differently wrong" in result.stdout
    assert f"fixed: {SEED} dates.relaxed {seed.record['dates'][0]['text']} (at " in result.stdout
    assert "+" in result.stdout


def test_floors_are_written(corpus: Path, records: Path) -> None:
    floors = corpus.parent / "floors.toml"
    result = run(corpus, records, "--quiet", "--raise-floors", str(floors))
    assert result.exit_code == 0
    assert tomllib.loads(floors.read_text(encoding="utf-8"))["dev"]["dates.strict"] == 0.98
    assert "dev dates.strict: 0.00 -> 0.98" in result.stderr
    assert "no floor to raise" in run(corpus, records, "--quiet", "--raise-floors", str(floors)).stderr


def test_drafts_do_not_count(corpus: Path, records: Path) -> None:
    gold = corpus / "gold" / f"{SEED}.json"
    gold.write_text(json.dumps({**json.loads(gold.read_bytes()), "status": "draft"}), encoding="utf-8")
    result = run(corpus, records)
    assert result.exit_code == 2
    assert "no reviewed gold" in result.stderr


def test_wrong_gold_is_named_line_by_line(corpus: Path, records: Path) -> None:
    gold = corpus / "gold" / f"{SEED}.json"
    data = json.loads(gold.read_bytes())
    data["dates"][0]["end"] += 1
    data["events"][0]["type"] = "detension"
    gold.write_text(json.dumps(data), encoding="utf-8")
    result = run(corpus, records)
    assert result.exit_code == 2
    events, dates = sorted(
        (line for line in result.stderr.splitlines() if SEED in line), key=lambda line: "dates[0]" in line
    )
    assert "events[0]" in events and 'did you mean "detention"?' in events
    assert "dates[0]" in dates


def test_no_records_says_what_to_do(corpus: Path) -> None:
    result = run(corpus, corpus / "none.jsonl")
    assert result.exit_code == 2
    assert "run make first" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_json(corpus: Path, records: Path) -> None:
    result = run(corpus, records, "--json", "--quiet")
    assert json.loads(result.stdout)["parts"]["dev"]["reports"] == 1
