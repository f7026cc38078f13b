"""Outputs: whole files or none, replaced together, split alike by every reader."""

import errno
import io
import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import jsonlines
import pytest

from civicspace.errors import OutputError
from civicspace.outputs.atomic import ABANDONED_SECONDS, AtomicFile, remove_abandoned
from civicspace.outputs.folder import OutputFolder
from civicspace.outputs.json_text import dump_line
from civicspace.outputs.stream import OutputStream

NAMES = {
    "reports.jsonl",
    "events.jsonl",
    "quotes.jsonl",
    "dates.jsonl",
    "entities.jsonl",
    "errors.jsonl",
    "index.jsonl",
    "run.json",
}


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("text", ["a\u2028b", "a\u2029b", "a\x85b", "a\x0b\x0c\x1c\x1d\x1eb", "a\r\nb", "é 😀 \u00a0"])
def test_every_reader_splits_the_lines_alike(text: str) -> None:
    line = dump_line({"text": text})
    assert line.count(b"\n") == 1
    assert len(line.decode().splitlines()) == 1
    assert json.loads(line) == {"text": text}
    assert list(jsonlines.Reader(io.BytesIO(line * 2))) == [{"text": text}] * 2


def test_letters_are_written_as_they_are() -> None:
    assert dump_line({"name": "Ñandú 报告"}) == '{"name":"Ñandú 报告"}\n'.encode()


def test_a_folder_gets_every_file_when_the_run_is_done(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "outputs"
    output = OutputFolder(folder)
    output.record(b"{}\n", {"events": b"1\n2\n", "dates": b""})
    output.error(b"{}\n")
    assert (output.records, output.errors) == (1, 1)
    assert not _names(folder) & NAMES
    output.commit({"reports": 2})
    assert _names(folder) == NAMES
    assert (folder / "events.jsonl").read_bytes() == b"1\n2\n"
    assert (folder / "quotes.jsonl").read_bytes() == b""
    assert json.loads((folder / "run.json").read_bytes()) == {"reports": 2}


def test_a_discarded_run_leaves_the_earlier_one(tmp_path: Path) -> None:
    first = OutputFolder(tmp_path)
    first.record(b'"first"\n', {})
    first.commit({})
    second = OutputFolder(tmp_path)
    second.record(b'"second"\n', {})
    second.discard()
    assert _names(tmp_path) == NAMES
    assert (tmp_path / "reports.jsonl").read_bytes() == b'"first"\n'


def test_a_full_disk_leaves_the_earlier_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = OutputFolder(tmp_path)
    first.commit({"run": 1})
    second = OutputFolder(tmp_path)
    second.record(b"{}\n", {})

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device"):
        second.commit({"run": 2})
    assert _names(tmp_path) == NAMES
    assert json.loads((tmp_path / "run.json").read_bytes()) == {"run": 1}


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    file = tmp_path / "outputs"
    file.write_text("x")
    for path in (file, file / "inner"):
        with pytest.raises(OutputError, match="is a file"):
            OutputFolder(path)
    assert _names(tmp_path) == {"outputs"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="Permission denied"):
        OutputFolder(tmp_path)
    tmp_path.chmod(0o700)


def test_a_system_that_refuses_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(OutputError, match=r"can't write to the folder .* Permission denied"):
        OutputFolder(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX")
def test_files_get_the_usual_permissions(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        OutputFolder(tmp_path).commit({})
    finally:
        os.umask(mask)
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o644}


def test_placing_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    new = AtomicFile(tmp_path / "a.txt")
    new.write(b"new")
    with pytest.raises(FileExistsError):
        new.place()
    new.discard()
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert _names(tmp_path) == {"a.txt"}


def test_placing_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", unsupported)
    new = AtomicFile(tmp_path / "a.txt")
    new.write(b"new")
    new.place()
    again = AtomicFile(tmp_path / "a.txt")
    with pytest.raises(FileExistsError):
        again.place()
    again.discard()
    assert (tmp_path / "a.txt").read_bytes() == b"new"
    assert _names(tmp_path) == {"a.txt"}


def test_old_leftovers_of_killed_runs_are_removed(tmp_path: Path) -> None:
    old, young, other = (tmp_path / f".{name}.0a1b.tmp" for name in ("reports.jsonl", "run.json", "notes"))
    for path in (old, young, other):
        path.write_text("x")
    before = time.time() - ABANDONED_SECONDS - 60
    for path in (old, other):
        os.utime(path, (before, before))
    remove_abandoned(tmp_path, ("reports.jsonl", "run.json"))
    assert _names(tmp_path) == {young.name, other.name}


KILLED = """
import sys
from pathlib import Path
from civicspace.outputs.folder import OutputFolder
folder = Path(sys.argv[1])
for run in range(1_000_000):
    output = OutputFolder(folder)
    for _ in range(50):
        output.record(f'"{run}"\\n'.encode() * 100, {"events": f'"{run}"\\n'.encode() * 100})
    output.commit({"run": run})
    if run == 2:
        print("ready", flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("delay", [0.0, 0.03])
def test_a_killed_run_leaves_whole_files(tmp_path: Path, delay: float) -> None:
    with subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
    assert json.loads((tmp_path / "run.json").read_bytes())["run"] >= 2
    for name in ("reports.jsonl", "events.jsonl"):
        lines = (tmp_path / name).read_bytes().splitlines()
        assert len(lines) == 5000
        assert len(set(lines)) == 1
    assert all(path.name in NAMES or path.name.endswith(".tmp") for path in tmp_path.iterdir())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_stream_that_is_full_is_named() -> None:
    with Path("/dev/full").open("wb", buffering=0) as stream, pytest.raises(OutputError, match="No space left"):
        OutputStream(stream).record(b"{}\n", {})


@pytest.mark.skipif(os.name == "nt", reason="pipes are POSIX")
def test_a_reader_that_has_gone_is_told_apart() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb", buffering=0) as stream, pytest.raises(BrokenPipeError):
        OutputStream(stream).record(b"{}\n", {})
