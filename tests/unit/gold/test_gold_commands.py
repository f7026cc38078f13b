"""The commands on gold, as somebody types them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from civicspace.cli.app import app
from civicspace.cli.stopping import one_line_errors
from civicspace.corpus.folder import Corpus
from civicspace.errors import GoldError
from civicspace.gold.problems import Problem
from civicspace.pipelines import Pipelines
from civicspace_schemas.gold import committed_gold_schema

REPORT = "2019-lakeland"

type Made = Callable[[dict[str, Any]], Corpus]


def run(command: str, corpus: Corpus, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["gold", command, *arguments, "--corpus", str(corpus.root)])


def test_format_then_check(hand: dict[str, Any], corpus: Made) -> None:
    made = corpus(hand)
    result = run("check", made)
    assert result.exit_code == 1
    assert f'{REPORT}: 12 span(s) without start and end: run "civicspace gold format {REPORT}"' in result.output
    assert "1 gold file: 1 problem in 1 file" in result.output

    before = made.gold(REPORT).read_bytes()
    result = run("format", made, "--check")
    assert (result.exit_code, made.gold(REPORT).read_bytes()) == (1, before)
    assert "1 of 1 files would change" in result.output

    assert run("format", made).exit_code == 0
    result = run("check", made, REPORT)
    assert result.exit_code == 0
    assert "1 gold file, 11 items, 0 drafts: no problems" in result.output


def test_files_in_order_are_not_written(filled: dict[str, Any], corpus: Made) -> None:
    made = corpus(filled)
    run("format", made)
    made.gold(REPORT).chmod(0o444)
    before = made.gold(REPORT).stat()
    result = run("format", made)
    assert result.exit_code == 0
    assert "0 of 1 files changed" in result.output
    assert made.gold(REPORT).stat().st_mtime_ns == before.st_mtime_ns
    assert [path.name for path in made.gold_folder.iterdir()] == [f"{REPORT}.json"]


def test_a_file_with_a_span_without_place_is_left(hand: dict[str, Any], corpus: Made) -> None:
    hand["events"][0]["trigger"]["text"] = "hold"
    made = corpus(hand)
    before = made.gold(REPORT).read_bytes()
    result = run("format", made)
    assert result.exit_code == 1
    assert 'events[0] "hold": does not stand in the text: the closest is "held" at 105-109' in result.output
    assert made.gold(REPORT).read_bytes() == before


def test_follow(filled: dict[str, Any], text: str, corpus: Made) -> None:
    made = corpus(filled)
    made.text(REPORT).write_bytes(b"\xef\xbb\xbfNew. " + text.encode())
    assert run("check", made).exit_code == 1
    assert run("format", made).exit_code == 1
    result = run("format", made, "--follow", REPORT)
    assert result.exit_code == 0
    assert 'events[0] "arrested" at 21-29: stands at 26-34 now' in result.output
    assert run("check", made).exit_code == 0


def test_many_problems_are_cut_short_unless_the_report_is_named(filled: dict[str, Any], corpus: Made) -> None:
    filled["dates"] = [{"start": k, "end": k + 1, "text": "~", "kind": "date"} for k in range(30)]
    made = corpus(filled)
    result = run("check", made)
    assert f'{REPORT}: 10 more: run "civicspace gold check {REPORT}" to see them all' in result.output
    assert "dates[19]" in result.output
    assert "dates[20]" not in result.output
    assert "dates[29]" in run("check", made, REPORT).output


def test_an_id_without_gold(filled: dict[str, Any], corpus: Made) -> None:
    made = corpus(filled)
    for name in ("2019-lakelund", f"corpus/gold/{REPORT}.json"):
        result = run("check", made, name)
        assert result.exit_code == 2
        assert f'did you mean "{REPORT}"?' in result.output
    made.gold(REPORT).unlink()
    assert run("check", made).exit_code == 2


@pytest.fixture
def light_program(light_pipelines: Pipelines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("civicspace.pipelines.load_pipelines", lambda: light_pipelines)


@pytest.mark.usefixtures("light_program")
def test_a_draft_from_the_program_to_gold(filled: dict[str, Any], corpus: Made) -> None:
    made = corpus(filled)
    reviewed = made.gold(REPORT).read_bytes()
    for force in ([], ["--force"]):
        result = run("draft", made, REPORT, *force)
        assert (result.exit_code, made.gold(REPORT).read_bytes()) == (2, reviewed)
        assert "is no draft: it stays as it is" in result.output

    made.gold(REPORT).unlink()
    result = run("draft", made, REPORT)
    assert result.exit_code == 0
    assert "drafted" in result.output
    assert json.loads(made.gold(REPORT).read_bytes())["status"] == "draft"
    assert "1 draft (2019-lakeland): no problems" in run("check", made).output

    filled["status"] = "draft"
    corpus(filled)
    mine = made.gold(REPORT).read_bytes()
    result = run("draft", made, REPORT)
    assert (result.exit_code, made.gold(REPORT).read_bytes()) == (2, mine)
    assert "correct it, or replace it with --force" in result.output
    assert run("draft", made, REPORT, "--force").exit_code == 0
    assert made.gold(REPORT).read_bytes() != mine

    result = run("review", made, REPORT, "--by", "Ana Reyes")
    assert result.exit_code == 2
    assert "nothing in it has changed since the program drafted it" in result.output
    assert run("review", made, REPORT, "--by", "Ana  Reyes", "--unchanged").exit_code == 0
    gold = json.loads(made.gold(REPORT).read_bytes())
    assert gold["annotator"] == "Ana Reyes"
    assert "status" not in gold
    assert run("review", made, REPORT, "--by", "Ana Reyes").exit_code == 2


@pytest.mark.usefixtures("light_program")
def test_no_draft_without_a_report(filled: dict[str, Any], corpus: Made) -> None:
    made = corpus(filled)
    result = run("draft", made, "nothing")
    assert result.exit_code == 1
    assert "no such file" in result.output
    assert not made.gold("nothing").exists()


@pytest.mark.parametrize("name", ["", " \n"])
def test_review_needs_a_name(name: str, filled: dict[str, Any], corpus: Made) -> None:
    filled["status"] = "draft"
    made = corpus(filled)
    assert run("review", made, REPORT, "--by", name).exit_code == 2
    assert json.loads(made.gold(REPORT).read_bytes())["status"] == "draft"


def test_a_wrong_draft_stays_a_draft(filled: dict[str, Any], corpus: Made) -> None:
    filled["status"] = "draft"
    filled["events"][0]["trigger"]["start"] = 20
    made = corpus(filled)
    result = run("review", made, REPORT, "--by", "Ana Reyes")
    assert result.exit_code == 1
    assert 'events[0] "arrested" at 20-29' in result.output
    assert json.loads(made.gold(REPORT).read_bytes())["status"] == "draft"


def test_other_commands_tell_a_line_a_problem(capsys: pytest.CaptureFixture[str]) -> None:
    problems = [Problem(REPORT, None, "", "is empty"), Problem(REPORT, "events", '[0] "held"', "is wrong")]
    with pytest.raises(typer.Exit) as ended, one_line_errors():
        raise GoldError(problems)
    assert ended.value.exit_code == 2
    assert capsys.readouterr().err == f'error: {REPORT}: is empty\nerror: {REPORT}: events[0] "held": is wrong\n'


def test_schema() -> None:
    assert CliRunner().invoke(app, ["gold", "schema"]).output == committed_gold_schema()


def test_check_imports_nothing_heavy() -> None:
    code = (
        "import sys; from civicspace.cli.app import app\n"
        "try: app(['gold', 'check', '2018-north-korea'])\n"
        "except SystemExit as end: assert end.code == 0, end.code\n"
        "assert not {'spacy', 'pandas', 'numpy', 'cassis'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
