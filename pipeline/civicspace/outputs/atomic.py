"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import secrets
import time
from contextlib import suppress
from pathlib import Path

TEMPORARY_ENDING = ".tmp"
ABANDONED_SECONDS = 24 * 3600
_BUFFER_BYTES = 1 << 20


class AtomicFile:
    """A file written under a temporary name in its own folder and moved to its name when it is whole.

    ``write`` any number of times, then ``finish`` (everything is on the disk) and ``replace`` (the file has its name);
    ``discard`` removes what was written. Until ``replace``, an older file of that name stays as it was.

    Attributes: ``path`` (the file's name), ``lines`` (line feeds written so far). Raises OSError throughout.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines = 0
        self._temporary = path.with_name(f".{path.name}.{secrets.token_hex(6)}{TEMPORARY_ENDING}")
        self._file = self._temporary.open("xb", buffering=_BUFFER_BYTES)

    def write(self, data: bytes) -> None:
        """Add bytes at the end."""
        self._file.write(data)
        self.lines += data.count(b"\n")

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
