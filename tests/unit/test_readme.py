"""What the README shows is run, and what it quotes is what the program writes."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from civicspace.reading.sidecar import read_sidecar

if TYPE_CHECKING:
    from tests.conftest import Extracted

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What each Python snippet must print for the first report, in the order of the README.
EXPECTED = ("release", "Kim Dong-chul", "Tomás Ojea Quintana", "Ama Boko 2018-05-05")


def snippets(language: str) -> list[str]:
    return [body for kind, body in FENCE.findall(README) if kind == language]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the corpus, a report to add, and the outputs of the README's own command."""
    folder = tmp_path_factory.mktemp("workplace")
    shutil.copytree(ROOT / "corpus" / "reports", folder / "corpus" / "reports")
    (folder / "report.txt").write_text("Police arrested Ama Boko in Nairobi on 5 May 2024.\n", encoding="utf-8")
    run(folder, "civicspace extract corpus/reports --output outputs")
    return folder


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    program, *arguments = shlex.split(command)
    assert program == "civicspace"
    done = subprocess.run(
        [sys.executable, "-m", "civicspace", *arguments],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, env=os.environ | {"COLUMNS": "100"},
    )  # fmt: skip
    assert done.returncode == 0, f"{command}: {done.stderr}"
    return done


def test_every_snippet_has_something_to_print() -> None:
    assert len(snippets("python")) == len(EXPECTED)


@pytest.mark.parametrize(("number", "words"), list(enumerate(EXPECTED)))
def test_python(workplace: Path, number: int, words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", snippets("python")[number]],
        cwd=workplace, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert words in done.stdout


@pytest.mark.parametrize("command", [line for body in snippets("console") for line in body.splitlines() if line])
def test_command(workplace: Path, command: str) -> None:
    done = run(workplace, command)
    assert done.stdout or done.stderr


def test_a_report_added_is_there(workplace: Path) -> None:
    added = workplace / "corpus" / "reports" / "2024-kenya-example.toml"
    if not added.exists():
        run(workplace, next(line for line in "\n".join(snippets("console")).splitlines() if " add " in line))
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
