"""Running the stages on the corpora: documents in, one outcome a corpus out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time
from types import ModuleType
from typing import TYPE_CHECKING

from civicspace.errors import ReportError
from civicspace.evaluation.public import hrdsattack, quotes, timex
from civicspace.evaluation.public.catalogue import Corpus, TaskName
from civicspace.evaluation.public.sources import Document, NotMeasuredError, load_scorer, read_documents
from civicspace.evaluation.public.task import Figures, RecordData, Task
from civicspace.report import Report

if TYPE_CHECKING:
    from civicspace.pipelines import Pipelines

TASKS: dict[TaskName, Task] = {task.name: task for task in (timex.TASK, quotes.TASK, hrdsattack.TASK)}

type Extract = Callable[[Report], RecordData | ReportError]


@dataclass(slots=True)
class Outcome:
    """What the run on one corpus gave.

    Attributes: ``corpus``; ``skipped`` (why nothing was measured, None where it was); ``documents`` and ``words`` read;
    ``errors`` (documents that no record came of, which count as found empty); ``figures`` in percent by measure;
    ``cpu_seconds`` of the extraction.
    """

    corpus: Corpus
    skipped: str | None = None
    documents: int = 0
    words: int = 0
    errors: list[ReportError] = field(default_factory=list)
    figures: Figures = field(default_factory=dict)
    cpu_seconds: float = 0.0

    @property
    def cpu_per_1000_words(self) -> float | None:
        """CPU seconds that 1,000 words took, None where nothing was measured."""
        return 1000 * self.cpu_seconds / self.words if self.words else None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A corpus ready to run: its documents and its scorer are there."""

    corpus: Corpus
    documents: list[Document]
    scorer: ModuleType


def prepare(corpora: Iterable[Corpus], data: Path, tools: Path, limit: int | None = None) -> list[Prepared | Outcome]:
    """Read every corpus and its scorer; where one isn't there, the outcome says so.

    data, tools: folders of the corpora and the scorers. limit: how many documents of each corpus to take at most.
    """
    ready: list[Prepared | Outcome] = []
    for corpus in corpora:
        task = TASKS[corpus.task]
        try:
            documents = read_documents(data / corpus.file, task.fields, limit)
            ready.append(Prepared(corpus, documents, load_scorer(tools / task.scorer, task.functions)))
        except NotMeasuredError as reason:
            ready.append(Outcome(corpus, skipped=str(reason)))
    return ready


def measure(prepared: Prepared, extract: Extract, done: Callable[[str, ReportError | None], None]) -> Outcome:
    """Run the stages on a corpus's documents and score what they found.

    extract: report to record, or to the error that it ended with. done: told of each document, and of its error.
    """
    task = TASKS[prepared.corpus.task]
    outcome = Outcome(prepared.corpus, documents=len(prepared.documents))
    answers = []
    for document in prepared.documents:
        report = task.report(document)
        begin = process_time()
        record = extract(report)
        outcome.cpu_seconds += process_time() - begin
        outcome.words += len(report.text.split())
        error = record if isinstance(record, ReportError) else None
        if error is not None:
            outcome.errors.append(error)
        answers.append(task.predict(None if isinstance(record, ReportError) else record, document))
        done(report.id, error)
    try:
        outcome.figures = task.measure(prepared.scorer, prepared.documents, answers)
    except Exception as error:  # the scorer is other people's code
        outcome.skipped = f"{task.scorer} ended with {type(error).__name__}: {' '.join(str(error).split())}"
    return outcome


def extractor(pipelines: Pipelines) -> Extract:
    """What turns a report into its record's data, as ``civicspace extract`` does it."""
    from civicspace.batch.conversion import Converter

    convert = Converter(pipelines)

    def extract(report: Report) -> RecordData | ReportError:
        converted = convert(report)
        if isinstance(converted, ReportError):
            return converted
        data: RecordData = json.loads(converted.record)
        return data

    return extract
