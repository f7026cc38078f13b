"""Dates against corpora of TIMEX3 annotation (TimeBank, AQUAINT, WikiWars, the probe).

A document's creation time is the report's day of publication. What a record's dates are in TIMEX3, with the
expressions that a record leaves out, ``civicspace.timex3`` tells. WikiWars follows TIMEX2, which takes longer extents:
that bounds strict F1 there.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

from civicspace.evaluation.public.sources import Document
from civicspace.evaluation.public.task import Figures, RecordData, Task, day_of
from civicspace.report import Metadata, Report
from civicspace.timex3 import timexes


def _report(document: Document) -> Report:
    return Report(document["doc_id"], document["text"], Metadata(published=day_of(document.get("dct")), language="en"))


def _predict(record: RecordData | None, document: Document) -> Document:
    items = timexes(record, document["text"]) if record else []
    return {
        "doc_id": document["doc_id"],
        "timexes": [{"start": i.start, "end": i.end, "type": i.type, "value": i.value} for i in items],
    }


def _measure(scorer: ModuleType, gold: Sequence[Document], found: Sequence[Document]) -> Figures:
    scores = scorer.score(gold, found)
    return {
        "strict F1": scores["strict"]["f1"],
        "relaxed F1": scores["relaxed"]["f1"],
        "value F1": scores["value_f1"],
    }


TASK = Task(
    name="timex",
    scorer="score_timex.py",
    functions=("score",),
    fields=("doc_id", "text", "timexes"),
    measures=("strict F1", "relaxed F1", "value F1"),
    report=_report,
    predict=_predict,
    measure=_measure,
)
