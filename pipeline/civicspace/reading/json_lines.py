"""Reports as JSON lines: one object a line, with id, text and any of the metadata."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO

from civicspace.errors import ReportError
from civicspace.reading.bad_input import BadInputError, shown, unreadable
from civicspace.reading.metadata import KEYS, check_keys, check_metadata, check_string
from civicspace.reading.report_id import check_id
from civicspace.reading.text import MAX_CHARACTERS, check_text, too_long, wide_encoding
from civicspace.report import Report

LINE_KEYS = ("id", "text", *KEYS)
MAX_LINE_BYTES = 12 * MAX_CHARACTERS + 1_000_000
"""A character takes at most twelve bytes of JSON (an escaped surrogate pair); the rest is room for the metadata."""


def lines(stream: BinaryIO, limit: int = MAX_LINE_BYTES) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers, counted from 1; None for one longer than ``limit`` bytes. Lines end at LF alone.

    >>> import io
    >>> list(lines(io.BytesIO(b"{}\\n\\n[]"), 10))
    [(1, b'{}\\n'), (2, b'\\n'), (3, b'[]')]
    """
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        yield number, None
        while rest := stream.readline(limit):
            if rest.endswith(b"\n"):
                break


def read_json_lines(stream: BinaryIO, file: str) -> Iterator[Report | ReportError]:
    """A report, or its error, for every line that is not blank.

    stream: the file, opened for bytes. file: its name in messages. A line without an id of its own goes by "FILE:LINE".
    """
    try:
        for number, line in lines(stream):
            if number == 1 and line and (wide := wide_encoding(line)):
                yield BadInputError("not_utf8", f"is {wide}, not UTF-8 (byte 0): save it as UTF-8").of(file, file)
                return
            content = line.removeprefix(codecs.BOM_UTF8) if number == 1 and line else line
            if content is None or content.strip():
                yield _read_line(content, number, file)
    except OSError as error:
        yield unreadable(error).of(file, file)


def _read_line(line: bytes | None, number: int, file: str) -> Report | ReportError:
    name = f"{file}:{number}"
    try:
        if line is None:
            raise too_long()
        values = parse_object(line)
        if isinstance(given := values.get("id"), str):
            name = given or name
        check_keys(values, LINE_KEYS)
        for key in ("id", "text"):
            if key not in values:
                raise BadInputError("missing_key", f"the key {key!r} is missing")
        report_id = check_id(check_string("id", values.pop("id")))
        text = values.pop("text")
        if not isinstance(text, str):
            check_string("text", text)
        return Report(report_id, check_text(str(text)), check_metadata(values), file)
    except BadInputError as problem:
        return BadInputError(problem.code, f"line {number}: {problem.message}").of(name[:200], file)


def parse_object(line: bytes) -> dict[str, object]:
    """The JSON object on a line.

    Raises BadInputError: not_utf8, not_json, not_an_object.
    """
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        bad = line[error.start]
        raise BadInputError("not_utf8", f"is not UTF-8: byte {error.start} of the line (0x{bad:02X})") from error
    except json.JSONDecodeError as error:
        raise BadInputError("not_json", f"is no valid JSON: {shown(error.msg)} (column {error.colno})") from error
    except (ValueError, RecursionError) as error:
        raise BadInputError("not_json", f"is no valid JSON: {shown(str(error)[:100])}") from error
    if not isinstance(value, dict):
        raise BadInputError("not_an_object", 'is no JSON object: write {"id": ..., "text": ...}')
    return value
