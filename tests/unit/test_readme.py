"""What the README shows is run, and what it quotes is what the program writes."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from civicspace.cli import app
from civicspace.pipelines import Pipelines
from civicspace.reading.sidecar import read_sidecar

if TYPE_CHECKING:
    from click.testing import Result
    from tests.conftest import Extracted

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What each Python snippet must print for the first report, in the order of the README.
EXPECTED = ("release", "Kim Dong-chul", "Tomás Ojea Quintana", "Ama Boko 2018-05-05")


def snippets(language: str) -> list[str]:
    return [body for kind, body in FENCE.findall(README) if kind == language]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory, pipelines: Pipelines) -> Iterator[Path]:
    """A folder with the corpus, a report to add, and the outputs of the README's own command.

    The commands run in this process and share the model that is loaded already; test_cli runs the program itself.
    """
    folder = tmp_path_factory.mktemp("workplace")
    shutil.copytree(ROOT / "corpus" / "reports", folder / "corpus" / "reports")
    (folder / "report.txt").write_text("Police arrested Ama Boko in Nairobi on 5 May 2024.\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("civicspace.pipelines.load_pipelines", lambda model: pipelines)
        patch.chdir(folder)
        run("civicspace extract corpus/reports --output outputs")
        yield folder


def run(command: str) -> Result:
    program, *arguments = shlex.split(command)
    assert program == "civicspace"
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, f"{command}: {done.output}"
    return done


def test_every_snippet_has_something_to_print() -> None:
    assert len(snippets("python")) == len(EXPECTED)


@pytest.mark.parametrize(("number", "words"), list(enumerate(EXPECTED)))
def test_python(workplace: Path, number: int, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(snippets("python")[number], "README.md", "exec"), {})
    assert words in capsys.readouterr().out


@pytest.mark.parametrize("command", [line for body in snippets("console") for line in body.splitlines() if line])
def test_command(workplace: Path, command: str) -> None:
    added = workplace / "corpus" / "reports" / "2024-kenya-example"
    for ending in (".txt", ".toml"):
        added.with_suffix(ending).unlink(missing_ok=True)
    assert run(command).output


def test_a_report_added_is_there(workplace: Path) -> None:
    added = workplace / "corpus" / "reports" / "2024-kenya-example.toml"
    if not added.exists():
        run(next(line for line in "\n".join(snippets("console")).splitlines() if " add " in line))
    assert read_sidecar(added).country == "KE"
    assert read_sidecar(added).published == "2024-06-25"


def test_metadata(tmp_path: Path) -> None:
    (example,) = snippets("toml")
    path = tmp_path / "report.toml"
    path.write_text(example, encoding="utf-8")
    metadata = read_sidecar(path)
    assert (metadata.country, metadata.published, metadata.language) == ("KE", "2024-06-25", "en")


def test_the_excerpt_is_what_the_record_holds(seed: Extracted) -> None:
    (example,) = snippets("json")
    shown = json.loads(example)
    (event,) = [event for event in seed.record["events"] if event["trigger"] == shown["trigger"]]
    assert event == shown


def test_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(
        re.findall(r"\bmake ([a-z]+)\b", "\n".join(re.findall(r"`[^`]+`|^    make.*$", README, re.MULTILINE)))
    )
    assert targets
    assert {target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)} == set()
