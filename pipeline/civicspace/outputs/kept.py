"""What an earlier run left in the output folder, found by what it was made of."""

from __future__ import annotations

import json
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from civicspace.batch.converted import Converted
from civicspace.outputs.folder import INDEX, RECORDS, TABLES, table_file
from civicspace.outputs.index import digest, read_entry_at, read_index


class EarlierRun:
    """The records of an earlier run, read from its files one at a time.

    folder: the output folder; None for no earlier run. Held in memory is an offset a record. The files are open until
    the ``with`` block ends, which has to be before they are replaced. Raises nothing for what the folder holds: what
    is missing, changed or unreadable is not found.
    """

    def __init__(self, folder: Path | None) -> None:
        self._open = ExitStack()
        self._files: dict[str, BinaryIO] = {}
        self._sizes: dict[str, int] = {}
        self._offsets: dict[bytes, int] = {}
        self._first: bytes | None = None
        if folder is not None:
            with suppress(OSError):
                self._read(folder)

    def _read(self, folder: Path) -> None:
        for name in (RECORDS, *map(table_file, TABLES), INDEX):
            path = folder / name
            if not path.is_file():  # opening a pipe would wait for its other end
                return
            self._files[name] = self._open.enter_context(path.open("rb"))
            self._sizes[name] = path.stat().st_size
        for offset, entry in read_index(self._files[INDEX]):
            self._offsets[_short(entry.made.key)] = offset

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._open.close()

    def find(self, key: str) -> Converted | None:
        """What the earlier run made of the report with this key, byte for byte; None where it is not there whole."""
        offset = self._offsets.get(_short(key))
        if offset is None:
            return None
        try:
            entry = read_entry_at(self._files[INDEX], offset)
            if entry is None or entry.made.key != key:
                return None
            parts = {name: self._lines(name, *entry.lines[name]) for name in (RECORDS, *map(table_file, TABLES))}
        except (OSError, KeyError):
            return None
        if digest(entry.made, parts) != entry.sha256:
            return None
        if self._first is None:
            self._first = parts[RECORDS]
        rows = {table: parts[table_file(table)] for table in TABLES}
        return Converted(parts[RECORDS], rows, entry.made.found)

    def _lines(self, name: str, offset: int, length: int) -> bytes:
        if offset + length > self._sizes[name]:  # no reading into nothing, however much of it the index asks for
            return b""
        self._files[name].seek(offset)
        return self._files[name].read(length)

    @property
    def versions(self) -> dict[str, Any] | None:
        """The versions in the first record that was found, which are those in all of them; None before there is one."""
        return None if self._first is None else dict(json.loads(self._first)["pipeline"])


def _short(key: str) -> bytes:
    """Enough of a key to look it up by; the entry holds all of it."""
    return key[:32].encode()
