"""What the cross-check needs to know of a kind of corpus; one module for each holds its ``TASK``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from civicspace.evaluation.public.catalogue import TaskName
from civicspace.evaluation.public.sources import Document
from civicspace.report import Report
from civicspace_schemas.edtf import check_day

type RecordData = dict[str, Any]
type Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Task:
    """How documents of a kind are read, answered and scored.

    Attributes: ``name``; ``scorer`` (its file's name) and ``functions`` that are called of it; ``fields`` that a
    document has; ``measures`` (columns of the table, in percent); ``report`` (document -> Report); ``predict`` (the
    record as JSON data, and the document -> what the scorer compares; a record of None, where the document failed,
    gives an empty answer); ``measure`` (scorer, documents, answers -> figures by measure).
    """

    name: TaskName
    scorer: str
    functions: tuple[str, ...]
    fields: tuple[str, ...]
    measures: tuple[str, ...]
    report: Callable[[Document], Report]
    predict: Callable[[RecordData | None, Document], Document]
    measure: Callable[[ModuleType, Sequence[Document], Sequence[Document]], Figures]


def day_of(stamp: object) -> str | None:
    """The day of a time stamp as corpora write it, or None where it has none.

    >>> day_of("2021-03-08 23:00:34"), day_of("unknown"), day_of(None)
    ('2021-03-08', None, None)
    """
    try:
        return check_day(str(stamp)[:10])
    except ValueError:
        return None
