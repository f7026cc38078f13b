"""A report's ID.toml: the metadata that stand beside its text."""

from __future__ import annotations

import tomllib
from pathlib import Path

from civicspace.reading.bad_input import BadInputError, shown, unreadable
from civicspace.reading.metadata import check_metadata
from civicspace.report import Metadata

MAX_SIDECAR_BYTES = 1_000_000


def read_sidecar(path: Path) -> Metadata:
    """The metadata in a TOML file; none where there is no such file.

    Raises BadInputError, the file's name in its message: bad_toml, bad_date, unreadable, and what ``check_metadata``
    raises.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_SIDECAR_BYTES + 1)
    except FileNotFoundError:
        return Metadata()
    except OSError as error:
        problem = unreadable(error)
        raise BadInputError(problem.code, f"{shown(path.name)}: {problem.message}") from error
    try:
        return parse_sidecar(raw)
    except BadInputError as problem:
        raise BadInputError(problem.code, f"{shown(path.name)}: {problem.message}") from problem


def parse_sidecar(raw: bytes) -> Metadata:
    """The metadata in a TOML file's bytes; raises BadInputError as ``read_sidecar`` does, without the file's name.

    >>> parse_sidecar(b'country = "KP"').country
    'KP'
    """
    if len(raw) > MAX_SIDECAR_BYTES:
        raise BadInputError("bad_toml", f"is longer than {MAX_SIDECAR_BYTES:,} bytes")
    try:
        values = tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        bad = error.object[error.start]
        raise BadInputError("bad_toml", f"is not UTF-8: byte {error.start} (0x{bad:02X})") from error
    except RecursionError as error:
        raise BadInputError("bad_toml", "is nested too deeply") from error
    except ValueError as error:
        code = "bad_date" if str(error).startswith("Invalid date") else "bad_toml"
        raise BadInputError(code, f"is no valid TOML: {shown(' '.join(str(error).split())[:200])}") from error
    return check_metadata(values)
