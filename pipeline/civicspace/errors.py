"""Errors meant for the person who runs the program: one line, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from traceback import walk_tb
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from civicspace.gold.problems import Problem


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


class OutputError(CivicspaceError):
    """What a run found can't be written: no space, no permission, a file where a folder should be."""


class CountError(CivicspaceError):
    """A run lost or made up a report: reports in are not records out plus errors."""


class StageError(CivicspaceError):
    """A stage raised on a report; the error that it raised is this one's cause.

    The message holds the stage, the exception and the line of code that raised it. Attributes: ``stage`` (the
    component's name, or ``model`` for all that runs on pieces).
    """

    def __init__(self, stage: str, error: Exception) -> None:
        reason = " ".join(str(error).split())[:200]
        place = ""
        for frame, line in walk_tb(error.__traceback__):
            place = f" ({PurePath(frame.f_code.co_filename).name}, line {line})"
        super().__init__(f"{stage}: {type(error).__name__}{': ' if reason else ''}{reason}{place}")
        self.stage = stage


class CorpusError(CivicspaceError):
    """A file of the corpus is missing or wrong; the message names it, what is wrong and what to do."""


class GoldError(CorpusError):
    """Gold annotations are wrong; the message has a line for every problem.

    Attributes: ``problems`` (all that were found: report, layer, item and message of each).
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = list(problems)
