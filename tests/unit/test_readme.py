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
    """A folder with the first report and its gold, a report to add, and the outputs of the README's own command.

    The commands run in this process and share the model that is loaded already; test_cli runs the program itself.
    """
    folder = tmp_path_factory.mktemp("workplace")
    for name in ("reports/2018-north-korea.txt", "reports/2018-north-korea.toml", "gold/2018-north-korea.json"):
        (folder / "corpus" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "corpus" / name, folder / "corpus" / name)
    (folder / "report.txt").write_text("Police arrested Ama Boko in Nairobi on 5 May 2024.\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("civicspace.pipelines.load_pipelines", lambda model="": pipelines)
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


def test_commands(workplace: Path) -> None:
    """All of them, in the order of the page, as a reader would type them."""
    commands = [line for body in snippets("console") for line in body.splitlines() if line]
    silent = [command for command in commands if not run(command).output]
    assert silent == []
    added = read_sidecar(workplace / "corpus" / "reports" / "2024-kenya-example.toml")
    assert (added.country, added.published) == ("KE", "2024-06-25")
    gold = json.loads((workplace / "corpus" / "gold" / "2024-kenya-example.json").read_bytes())
    assert gold["status"] == "draft"


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
