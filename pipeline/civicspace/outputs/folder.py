"""The output folder: reports.jsonl, the flat tables, errors.jsonl, index.jsonl and run.json, replaced together."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from civicspace.outputs.atomic import AtomicFile, remove_abandoned, sync_folder, unwritable
from civicspace.outputs.index import Entry, Made, digest, entry_line, heading
from civicspace.outputs.json_text import run_text

RECORDS = "reports.jsonl"
ERRORS = "errors.jsonl"
INDEX = "index.jsonl"
RUN = "run.json"
TABLES = ("events", "quotes", "dates", "entities")
"""The flat tables; each goes to NAME.jsonl."""


def table_file(table: str) -> str:
    """The file of a flat table.

    >>> table_file("events")
    'events.jsonl'
    """
    return f"{table}.jsonl"


class OutputFolder:
    """Writes a run's files under temporary names, and gives them their names together when the run is done.

    folder: made where it is missing. ``commit`` replaces an earlier run's files, run.json last, so that it describes
    files that are all there; ``discard`` leaves the earlier run's files as they were.

    Raises OutputError, in one line, where the folder or a file can't be made or written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, AtomicFile] = {}
        names = (RECORDS, *map(table_file, TABLES), ERRORS, INDEX, RUN)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            remove_abandoned(folder, names)
            for name in names:
                self._files[name] = AtomicFile(folder / name)
        except OSError as error:
            self.discard()
            raise unwritable(self._folder, error) from error
        self._write(INDEX, heading())

    def _write(self, name: str, data: bytes) -> None:
        try:
            self._files[name].write(data)
        except OSError as error:
            raise unwritable(self._folder, error) from error

    @property
    def records(self) -> int:
        """Records written so far."""
        return self._files[RECORDS].lines

    @property
    def errors(self) -> int:
        """Error entries written so far."""
        return self._files[ERRORS].lines

    def record(self, line: bytes, rows: Mapping[str, bytes], made: Made | None = None) -> None:
        """Write one record's line and the lines that it gives to each flat table.

        made: what it was made of, for the index; a record without it is made anew by the next run.
        """
        parts = {RECORDS: line, **{table_file(table): rows.get(table, b"") for table in TABLES}}
        places = {name: (self._files[name].size, len(data)) for name, data in parts.items()}
        for name, data in parts.items():
            self._write(name, data)
        if made is not None:
            self._write(INDEX, entry_line(Entry(made, places, digest(made, parts))))

    def error(self, line: bytes) -> None:
        """Write one error's line."""
        self._write(ERRORS, line)

    def commit(self, run: Mapping[str, object]) -> None:
        """Write run.json and give every file its name; nothing is replaced before all of them are on the disk."""
        try:
            self._write(RUN, run_text(run))
            for file in self._files.values():
                file.finish()
            for file in self._files.values():
                file.replace()
        except OSError as error:
            self.discard()
            raise unwritable(self._folder, error) from error
        sync_folder(self._folder)

    def discard(self) -> None:
        """Remove what was written."""
        for file in self._files.values():
            file.discard()
