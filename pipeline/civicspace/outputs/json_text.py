"""Values as JSON: lines that every reader splits alike, and a file for people."""

from __future__ import annotations

import json

_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def json_line(json_text: str) -> bytes:
    """A JSON value, already serialised without line feeds, as a line of a file.

    Readers disagree on which characters end a line: Python's str.splitlines and JavaScript count U+0085, U+2028 and
    U+2029, others LF alone. Those three are escaped, as JSON allows wherever they can stand, which is in strings.

    >>> json_line('"a\\u2028b"')
    b'"a\\\\u2028b"\\n'
    """
    return json_text.translate(_LINE_ENDS).encode("utf-8") + b"\n"


def dump_line(value: object) -> bytes:
    """A value as a line of JSON, characters as they are; NaN and infinity raise ValueError."""
    return json_line(json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")))


def run_text(value: object) -> bytes:
    """A value as a JSON file for people to read, indented, with a line feed at its end."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2).encode("utf-8") + b"\n"
