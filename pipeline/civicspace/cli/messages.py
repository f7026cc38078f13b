"""What the commands say on standard error, one line each."""

from __future__ import annotations

import sys

from civicspace.errors import ReportError


def say(line: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def one_line(message: object) -> str:
    """A message without line breaks.

    >>> one_line("no such\\nfile")
    'no such file'
    """
    return " ".join(str(message).split())


def error_text(error: ReportError) -> str:
    """How a report's error is shown: the report, the file where that says more, and what is wrong.

    >>> error_text(ReportError("a", "empty", "holds no text", "reports/a.txt"))
    'error: a (reports/a.txt): holds no text'
    """
    where = f" ({error.file})" if error.file and error.file not in ("-", error.report) else ""
    return f"error: {error.report}{where}: {error.message}"
