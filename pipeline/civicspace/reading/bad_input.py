"""What is wrong with a report or its metadata, before it is known which report that is."""

from __future__ import annotations

import os

from civicspace.errors import ReportError


class BadInputError(Exception):
    """Raised by the checks of this package; whoever knows the report turns it into a ReportError.

    Attributes: ``code`` (a stable word for programs), ``message`` (one line for people).
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    def of(self, report: str, file: str) -> ReportError:
        """The same problem as the error of a report that came from a file."""
        return ReportError(shown(report), self.code, self.message, file)


def shown(name: str | os.PathLike[str]) -> str:
    """A name fit for one line of a message and for UTF-8: what can't be printed is escaped.

    >>> shown("two\\nlines")
    'two\\\\nlines'
    """
    name = os.fspath(name)
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name)


def unreadable(error: OSError | ValueError) -> BadInputError:
    """The problem behind a failed attempt to open or read a file; ValueError comes of a name that no file can have."""
    if isinstance(error, FileNotFoundError):
        return BadInputError("missing_file", "no such file or folder")
    if isinstance(error, IsADirectoryError):
        return BadInputError("unreadable", "is a folder, not a file")
    reason = (error.strerror if isinstance(error, OSError) else str(error)) or type(error).__name__
    return BadInputError("unreadable", f"can't be read: {reason}")
