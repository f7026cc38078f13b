"""The shell script by which the Makefile finds an interpreter."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "pipeline" / "find-python.sh"
GOOD = f'#!/bin/sh\nexec "{sys.executable}" "$@"\n'
OLD = "#!/bin/sh\nexit 1\n"  # the version check fails, as with an older Python or a pyenv shim that refuses

pytestmark = pytest.mark.skipif(not Path("/bin/sh").exists(), reason="needs a POSIX shell")


def put(folder: Path, name: str, script: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(script, encoding="utf-8")
    path.chmod(0o755)


def search(path: Path, home: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    path.mkdir(exist_ok=True)
    environment = {"PATH": str(path), "HOME": str(home), **variables}
    return subprocess.run(["/bin/sh", str(SCRIPT)], capture_output=True, text=True, env=environment, check=False)


def test_the_first_that_works_on_the_path(tmp_path: Path) -> None:
    put(tmp_path / "bin", "python3.14", OLD)
    put(tmp_path / "bin", "python3", GOOD)
    run = search(tmp_path / "bin", tmp_path)
    assert (run.returncode, run.stdout.strip()) == (0, sys.executable)


def test_what_pyenv_has_installed(tmp_path: Path) -> None:
    put(tmp_path / "bin", "python3", OLD)
    put(tmp_path / "home" / ".pyenv" / "versions" / "3.11.7" / "bin", "python3", OLD)
    put(tmp_path / "home" / ".pyenv" / "versions" / "3.13.0" / "bin", "python3", GOOD)
    run = search(tmp_path / "bin", tmp_path / "home")
    assert run.stdout.strip() == str(tmp_path / "home" / ".pyenv" / "versions" / "3.13.0" / "bin" / "python3")
    moved = search(tmp_path / "bin", tmp_path, PYENV_ROOT=str(tmp_path / "home" / ".pyenv"))
    assert moved.stdout == run.stdout


def test_none_is_one_line_that_says_what_to_install(tmp_path: Path) -> None:
    run = search(tmp_path / "bin", tmp_path)
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr.count("\n") == 1
    assert "3.12" in run.stderr
    assert "install" in run.stderr


def test_a_python_named_by_the_user_is_taken_or_refused(tmp_path: Path) -> None:
    put(tmp_path / "bin", "python3", OLD)
    assert search(tmp_path / "bin", tmp_path, PYTHON=sys.executable).stdout.strip() == sys.executable
    refused = search(tmp_path / "bin", tmp_path, PYTHON=str(tmp_path / "bin" / "python3"))
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert os.fspath(tmp_path) in refused.stderr
