"""From what stands on the command line to reports, one at a time and in order."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from civicspace.errors import ReportError
from civicspace.reading.bad_input import BadInputError, shown, unreadable
from civicspace.reading.folder import METADATA_ENDING, list_folder
from civicspace.reading.json_lines import lines, read_json_lines
from civicspace.reading.report_id import check_id, id_of_file
from civicspace.reading.sidecar import read_sidecar
from civicspace.reading.text import read_text
from civicspace.report import Metadata, Report

STANDARD_INPUT = "-"
STANDARD_INPUT_ID = "stdin"
JSON_LINES_ENDINGS = (".jsonl", ".ndjson")

type Item = Report | ReportError


@dataclass(frozen=True, slots=True)
class StandardInput:
    """The bytes behind ``-``; one report's text, or JSON lines."""

    stream: BinaryIO
    json_lines: bool = False


def _no_note(_: str) -> None:
    """Drop a note."""


def read_inputs(
    inputs: Sequence[str], stdin: StandardInput | None = None, note: Callable[[str], None] = _no_note
) -> Iterator[Item]:
    """Every report of the inputs, or its error: inputs in the order given, folders by id, lines in file order.

    inputs: folders, files (.jsonl and .ndjson hold one report a line, .toml is read with its text, any other file is
    one report's text) and ``-``. stdin: what ``-`` reads. note: called with a line about whatever was left alone.
    Reports are read when they are asked for and not held. Where an id comes again, its first report counts and the
    others are errors. Never raises for what an input holds.
    """
    return _first_of_each_id(_read_each(inputs, stdin, note))


def _read_each(inputs: Sequence[str], stdin: StandardInput | None, note: Callable[[str], None]) -> Iterator[Item]:
    for name in inputs:
        path = Path(name)
        if name == STANDARD_INPUT:
            if stdin is not None:
                yield from _read_standard_input(stdin)
        elif _is(path, stat.S_ISDIR):
            yield from _read_folder(path, note)
        elif path.suffix.lower() in JSON_LINES_ENDINGS:
            yield from _read_json_lines_file(path)
        elif path.suffix == METADATA_ENDING and _is(path, stat.S_ISREG):
            note(f"{shown(name)}: metadata are read together with their text, not by themselves")
        else:
            yield read_file(path)


def _is(path: Path, kind: Callable[[int], bool]) -> bool:
    """Whether there is something of a kind; False too for a name that the system can't look up."""
    try:
        return kind(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def read_file(path: Path) -> Item:
    """The report in a text file, with the metadata in the .toml beside it; its id is the file's name without ending."""
    report_id, file = id_of_file(path), shown(path)
    try:
        with path.open("rb") as stream:
            check_id(report_id)
            text = read_text(stream)
        return Report(report_id, text, read_sidecar(path.with_suffix(METADATA_ENDING)), file)
    except BadInputError as problem:
        return problem.of(report_id, file)
    except (OSError, ValueError) as error:
        return unreadable(error).of(report_id, file)


def _read_folder(folder: Path, note: Callable[[str], None]) -> Iterator[Item]:
    try:
        listing = list_folder(folder)
    except OSError as error:
        yield unreadable(error).of(shown(folder), shown(folder))
        return
    if listing.others:
        note(f"{shown(folder)}: {listing.others} of its files and folders left alone: neither .txt nor .toml")
    if not listing.paths:
        note(f"{shown(folder)}: no report in it: reports are files named ID.txt")
    for path in listing.paths:
        if path.suffix == METADATA_ENDING:
            problem = BadInputError("missing_file", f"{shown(path.name)} has no {shown(path.stem)}.txt beside it")
            yield problem.of(id_of_file(path), shown(path))
        else:
            yield read_file(path)


def _read_json_lines_file(path: Path) -> Iterator[Item]:
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        yield unreadable(error).of(shown(path), shown(path))
        return
    with stream:
        yield from read_json_lines(stream, shown(path))


def _read_standard_input(stdin: StandardInput) -> Iterator[Item]:
    if stdin.json_lines:
        yield from read_json_lines(stdin.stream, STANDARD_INPUT_ID)
        return
    try:
        yield Report(STANDARD_INPUT_ID, read_text(stdin.stream), Metadata(), STANDARD_INPUT)
    except BadInputError as problem:
        yield problem.of(STANDARD_INPUT_ID, STANDARD_INPUT)
    except OSError as error:
        yield unreadable(error).of(STANDARD_INPUT_ID, STANDARD_INPUT)


def _first_of_each_id(items: Iterable[Item]) -> Iterator[Item]:
    files: dict[str, str | None] = {}
    for item in items:
        if isinstance(item, ReportError):
            yield item
        elif item.id in files:
            first = files[item.id]
            where = f" in {first}" if first and first != item.file else ""
            yield ReportError(item.id, "duplicate_id", f"the id was used before{where}", item.file)
        else:
            files[item.id] = item.file
            yield item


def count_reports(inputs: Sequence[str]) -> int | None:
    """How many items ``read_inputs`` will yield, as far as that is known before reading; None where it is not.

    For a progress bar only: files may change in between.
    """
    total = 0
    for name in inputs:
        path = Path(name)
        ending = path.suffix.lower()
        file = _is(path, stat.S_ISREG)
        with suppress(OSError):
            if name == STANDARD_INPUT:
                return None
            if _is(path, stat.S_ISDIR):
                total += len(list_folder(path).paths)
            elif ending in JSON_LINES_ENDINGS and file:
                with path.open("rb") as stream:
                    total += sum(1 for _, line in lines(stream) if line is None or line.strip())
            elif ending in JSON_LINES_ENDINGS and _is(path, stat.S_ISFIFO):
                return None
            elif path.suffix != METADATA_ENDING or not file:
                total += 1
    return total
