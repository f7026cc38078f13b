"""The index of an output folder: what stands where, and what it was made of.

``index.jsonl`` has a heading with the format's number, then a line a record, in the order of reports.jsonl::

    {"report": "a", "key": "…", "found": {"entities": 3, …}, "lines": {"reports.jsonl": [0, 9120], …}, "sha256": "…"}

``key`` is what the record was made of (batch/keys.py), ``lines`` the offset and length in bytes of its lines in each
file, ``sha256`` a digest of those lines, the key and the counts. Nothing in it has to be believed: a record whose
digest is not that of what stands there is made anew, and so is one that has no line here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from civicspace.outputs.json_text import dump_line

FORMAT = 1
_HEADING = {
    "format": FORMAT,
    "about": "where each report's lines stand in the other files; by it the next run keeps what has not changed",
}
_MAX_LINE = 1 << 16

type Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Made:
    """What the index has to know of a record besides its bytes.

    Attributes: ``report`` (its id), ``key``, ``found`` (how many items each layer holds).
    """

    report: str
    key: str
    found: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """A record's line in the index; ``lines`` gives offset and length in bytes by file name."""

    made: Made
    lines: Mapping[str, Place]
    sha256: str


def heading() -> bytes:
    """The first line of the index."""
    return dump_line(_HEADING)


def digest(made: Made, parts: Mapping[str, bytes]) -> str:
    """A SHA-256 over a record's key, its counts and its lines in each file.

    parts: the lines by file name.
    """
    found = hashlib.sha256(json.dumps([made.report, made.key, dict(made.found)], sort_keys=True).encode())
    for name, data in sorted(parts.items()):
        found.update(f"\0{name}\0{len(data)}\0".encode() + data)
    return found.hexdigest()


def entry_line(entry: Entry) -> bytes:
    """An entry as a line of the index."""
    made = entry.made
    return dump_line(
        {
            "report": made.report,
            "key": made.key,
            "found": dict(made.found),
            "lines": dict(entry.lines),
            "sha256": entry.sha256,
        }
    )


def read_entry(line: bytes) -> Entry | None:
    """The entry on a line of the index; None where the line holds none.

    >>> read_entry(b"{}") is None
    True
    """
    try:
        data = json.loads(line)
        found = {str(layer): _count(number) for layer, number in data["found"].items()}
        lines = {str(name): (_count(at), _count(length)) for name, (at, length) in data["lines"].items()}
        return Entry(Made(str(data["report"]), str(data["key"]), found), lines, str(data["sha256"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _count(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise ValueError(value)


def read_index(stream: BinaryIO) -> Iterator[tuple[int, Entry]]:
    """Every entry of an index with the offset of its line; none where the format is another one. Raises OSError.

    stream: the file, opened for reading bytes, at its start.
    """
    at = 0
    for line in iter(lambda: stream.readline(_MAX_LINE), b""):
        if at == 0:
            if line != heading():
                return
        elif (entry := read_entry(line)) is not None:
            yield at, entry
        at += len(line)


def read_entry_at(stream: BinaryIO, offset: int) -> Entry | None:
    """The entry on the line that begins at an offset. Raises OSError."""
    stream.seek(offset)
    return read_entry(stream.readline(_MAX_LINE))
