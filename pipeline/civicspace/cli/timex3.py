"""``civicspace timex3``: the dates of records as TIMEX3."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Protocol

import typer

from civicspace.cli.messages import one_line, say
from civicspace.cli.stopping import BAD_REPORTS, one_line_errors
from civicspace.errors import CivicspaceError, OutputError

if TYPE_CHECKING:
    from civicspace.timex3.export import Timex3

_STANDARD_STREAM = "-"


class Form(StrEnum):
    """What is written."""

    JSONL = "jsonl"
    TML = "tml"


class _Target(Protocol):
    def add(self, record: dict[str, Any], items: list[Timex3]) -> None: ...
    def commit(self) -> None: ...
    def close(self) -> None: ...


def timex3(
    files: Annotated[
        list[str],
        typer.Argument(metavar="RECORDS", help="Files of records, one a line, such as reports.jsonl, or -."),
    ],
    form: Annotated[
        Form,
        typer.Option("--format", help="jsonl: an expression on each line; tml: a TimeML document of each report."),
    ] = Form.JSONL,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE|DIR|-", help="File of the lines, folder of the documents (ID.tml), or -."
        ),
    ] = _STANDARD_STREAM,
    force: Annotated[bool, typer.Option("--force", help="Overwrite files of the same names.")] = False,
) -> None:
    """Write the time expressions of records as TIMEX3, in TimeML's notation, for tools that read that.

    Values are TIMEX3's: weeks (2018-W44), weekends, seasons, parts of the day (2018-05-14TEV), unknown lengths (PXM),
    sets with quant and freq, and mod (START, APPROX, MORE_THAN ...). Expressions that a record leaves out because they
    tell no date are there too: now, recently, the future (PRESENT_REF, PAST_REF, FUTURE_REF). Extents are TimeML's: the
    ends of a range are two expressions, and of "two days after his arrest" the first two words are one.

    A line holds report_id, id, start, end (in Unicode code points), text, type, value, mod, quant, freq and date: the
    id of the record's date it was made from. What is unknown or not there is null. A TimeML document holds the text
    with TIMEX3 tags in it, and the day of publication as its creation time.

    The records need their texts. One bad record costs no other one: it is named, and the command ends with 1.
    """
    read = bad = 0
    with one_line_errors():
        with closing(_target(form, output, force)) as target:
            for where, line in _lines(files):
                read += 1
                try:
                    record, items = _read(line)
                    target.add(record, items)
                except (CivicspaceError, ValueError) as error:
                    say(f"error: {where}: {one_line(error)}")
                    bad += 1
            target.commit()
        if output != _STANDARD_STREAM:
            say(f"{read - bad:,} of {read:,} reports written to {output}")
    if bad:
        raise typer.Exit(BAD_REPORTS)


def _lines(files: list[str]) -> Iterator[tuple[str, bytes]]:
    """The lines of the files with FILE:LINE; blank ones are passed over."""
    for name in files:
        with ExitStack() as stack:
            if name == _STANDARD_STREAM:
                stream = sys.stdin.buffer
            else:
                try:
                    stream = stack.enter_context(Path(name).open("rb"))
                except (OSError, ValueError) as error:
                    raise CivicspaceError(
                        f"{name}: can't be read: {getattr(error, 'strerror', None) or error}"
                    ) from error
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield f"{name}:{number}", line


def _read(line: bytes) -> tuple[dict[str, Any], list[Timex3]]:
    """A record as JSON data, checked, with its items. Raises ValueError where the record is wrong or has no text."""
    from civicspace.timex3 import timexes
    from civicspace_schemas import read_record

    read_record(line)
    record: dict[str, Any] = json.loads(line)
    if record.get("text") is None:
        raise ValueError(f"{record['report']['id']}: holds no text: extract without --no-text")
    return record, timexes(record)


def _target(form: Form, output: str, force: bool) -> _Target:
    if form is Form.JSONL:
        return _Lines(output, force)
    if output == _STANDARD_STREAM:
        raise OutputError("--format tml writes a file of each report: name a folder with --output DIR")
    return _Documents(Path(output), force)


def _refuse_to_overwrite(path: Path) -> None:
    if path.exists():
        raise OutputError(f"{path}: there already: give --force to overwrite it")


class _Lines:
    """All items in one file, or on standard output."""

    def __init__(self, output: str, force: bool) -> None:
        from civicspace.outputs.atomic import AtomicFile, unwritable

        self._force = force
        self._file: AtomicFile | None = None
        if output != _STANDARD_STREAM:
            path = Path(output)
            if path.is_dir():
                raise OutputError(f"--output {output}: is a folder: name a file")
            if not force:
                _refuse_to_overwrite(path)
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._file = AtomicFile(path)
            except OSError as error:
                raise unwritable(path.parent, error) from error

    def add(self, record: dict[str, Any], items: list[Timex3]) -> None:
        from civicspace.timex3.lines import lines

        (self._file or sys.stdout.buffer).write(lines(record["report"]["id"], items))

    def commit(self) -> None:
        if self._file is None:
            sys.stdout.buffer.flush()
        elif self._force:
            self._file.replace()
        else:
            self._file.place()

    def close(self) -> None:
        if self._file is not None:
            self._file.discard()


class _Documents:
    """A TimeML document of each report, ID.tml in a folder."""

    def __init__(self, folder: Path, force: bool) -> None:
        self._folder = folder
        self._force = force
        self._written: set[str] = set()

    def add(self, record: dict[str, Any], items: list[Timex3]) -> None:
        from civicspace.outputs.atomic import replace_files
        from civicspace.reading.bad_input import BadInputError
        from civicspace.reading.report_id import check_id
        from civicspace.timex3 import timeml

        report = record["report"]["id"]
        try:
            name = f"{check_id(report)}.tml"
        except BadInputError as error:
            raise OutputError(error.message) from error
        if name in self._written:
            raise OutputError(f"{report}: another record has that id too")
        if not self._force:
            _refuse_to_overwrite(self._folder / name)
        replace_files(self._folder, {name: timeml(record, items, record["text"]).encode("utf-8")})
        self._written.add(name)

    def commit(self) -> None:
        """Nothing is left to do: each document is written whole."""

    def close(self) -> None:
        """Nothing is left open."""
