"""Errors meant for the person who runs the program: one line, what is wrong, what to do."""

from __future__ import annotations


class CivicspaceError(Exception):
    """Base of every error that is shown as one line, without a traceback."""


class ReportError(CivicspaceError):
    """One report can't be turned into a record; the others can.

    Attributes: ``report`` (id, or the file's name where no id could be made), ``code`` (a stable
    word for programs, like ``not_utf8``), ``message`` (one line for people), ``file`` (where the report came from, as
    it was named by whoever started the run; None where it came from no file).
    """

    def __init__(self, report: str, code: str, message: str, file: str | None = None) -> None:
        super().__init__(f"{report}: {message}")
        self.report = report
        self.code = code
        self.message = message
        self.file = file


class ModelError(CivicspaceError):
    """The language model is missing or can't do what the stages need."""


class ConfigError(CivicspaceError):
    """A pipeline config holds a key or value that it may not hold; the message names it."""


class LexiconError(CivicspaceError):
    """A lexicon file is wrong; the message names file, line and field."""
