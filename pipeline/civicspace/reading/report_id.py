"""Report ids: names that are fit to be file names on any system."""

from __future__ import annotations

import re
from pathlib import PurePath

from civicspace.reading.bad_input import BadInputError, shown

MAX_ID_BYTES = 200
_FORBIDDEN = '/\\:*?"<>|'
_WINDOWS_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def check_id(name: str) -> str:
    """The id as it is, where it is fit to be a file's name.

    Raises BadInputError (bad_id) for an empty or too long one, slashes, ``..``, a leading dot, outer white space,
    characters that can't be printed or that some system forbids in a file's name.

    >>> check_id("2018-north-korea")
    '2018-north-korea'
    """
    if reason := _unfit(name):
        raise BadInputError("bad_id", f"the id {shown(name[:60])!r} can't be a file's name: {reason}")
    return name


def _unfit(name: str) -> str | None:
    if not name.strip():
        return "it is empty"
    if any(0xD800 <= ord(c) <= 0xDFFF for c in name):
        return "it is not UTF-8"
    if len(name.encode("utf-8")) > MAX_ID_BYTES:
        return f"it is longer than {MAX_ID_BYTES} bytes"
    if ".." in name:
        return "it holds '..'"
    if name.startswith("."):
        return "it begins with a dot"
    if name != name.strip() or name.endswith("."):
        return "it begins or ends with white space or ends with a dot"
    if not name.isprintable():
        return "it holds a character that can't be printed"
    if bad := next((c for c in name if c in _FORBIDDEN), None):
        return f"it holds {bad!r}"
    if _WINDOWS_DEVICES.fullmatch(name):
        return "Windows keeps that name for a device"
    return None


def id_of_file(path: PurePath) -> str:
    """The id that a file's name gives its report: the name without its ending; not checked.

    >>> id_of_file(PurePath("reports/2018.north.txt"))
    '2018.north'
    """
    return path.stem
