"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from civicspace.errors import OutputError

TEMPORARY_ENDING = ".tmp"
ABANDONED_SECONDS = 24 * 3600
_BUFFER_BYTES = 1 << 20


class AtomicFile:
    """A file written under a temporary name in its own folder and moved to its name when it is whole.

    ``write`` any number of times, then ``finish`` (everything is on the disk) and ``replace`` (the file has its name);
    ``discard`` removes what was written. Until ``replace``, an older file of that name stays as it was.

    Attributes: ``path`` (the file's name), ``lines`` and ``size`` (line feeds and bytes written so far). Raises OSError
    throughout.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines = 0
        self.size = 0
        self._temporary = path.with_name(f".{path.name}.{secrets.token_hex(6)}{TEMPORARY_ENDING}")
        self._file = self._temporary.open("xb", buffering=_BUFFER_BYTES)

    def write(self, data: bytes) -> None:
        """Add bytes at the end."""
        self._file.write(data)
        self.lines += data.count(b"\n")
        self.size += len(data)

    def finish(self) -> None:
        """Bring everything written to the disk and close the temporary file."""
        if not self._file.closed:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()

    def replace(self) -> None:
        """Give the file its name, in one step."""
        self.finish()
        self._temporary.replace(self.path)

    def place(self) -> None:
        """Give the file its name where no file has it yet; raises FileExistsError where one has."""
        self.finish()
        try:
            os.link(self._temporary, self.path)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            with self.path.open("xb"):
                self._temporary.replace(self.path)
        self._temporary.unlink(missing_ok=True)

    def discard(self) -> None:
        """Remove the temporary file; nothing happens where it is gone already. Raises nothing."""
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self._temporary.unlink(missing_ok=True)


def unwritable(folder: Path, error: OSError) -> OutputError:
    """The error of a folder that can't be made or written, in one line."""
    if isinstance(error, FileExistsError | NotADirectoryError):
        return OutputError(f"output {str(folder)!r} is a file, or lies under one: name a folder")
    return OutputError(f"can't write to the folder {str(folder)!r}: {error.strerror or error}")


def replace_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files into a folder, made where it is missing; none has its name before all are on the disk.

    contents: by file name. Raises OutputError, in one line, and leaves the older files as they were.
    """
    files: list[AtomicFile] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in contents.items():
            files.append(AtomicFile(folder / name))
            files[-1].write(data)
            files[-1].finish()
        for file in files:
            file.replace()
    except OSError as error:
        raise unwritable(folder, error) from error
    finally:
        for file in files:
            file.discard()
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Bring a folder's names to the disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove_abandoned(folder: Path, names: tuple[str, ...]) -> None:
    """Remove the temporary files that killed runs left of these files; younger ones may belong to a run under way."""
    now = time.time()
    for name in names:
        for path in folder.glob(f".{name}.*{TEMPORARY_ENDING}"):
            with suppress(OSError):
                if now - path.stat().st_mtime > ABANDONED_SECONDS:
                    path.unlink()
