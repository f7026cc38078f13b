"""Dates against corpora of TIMEX3 annotation (TimeBank, AQUAINT, WikiWars, the probe).

A document's creation time is the report's day of publication. Where a record has one date, a range, TIMEX3 has the
range's two ends: the connecting words are cut out. Corpora of TIMEX3 annotate more than a record holds (now, recently,
ages) and take extents by other rules, which bounds recall and strict F1.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import ModuleType

from civicspace import timex3
from civicspace.evaluation.public.sources import Document
from civicspace.evaluation.public.task import Figures, RecordData, Task, day_of
from civicspace.report import Metadata, Report

_DAYS_OF_ONE_MONTH = frozenset({"days-shared-month", "month-shared-days"})
_ENDS = re.compile(
    r"(?:(?:between|from)\s+)?(?:the\s+)?(?P<first>.+?)(?:\s*[-–—‑/]\s*|\s+(?:to|and|until|till|through)\s+)(?P<last>.+)",
    re.IGNORECASE | re.DOTALL,
)


def timexes(date: RecordData) -> list[Document]:
    """The TIMEX3 items of one date of a record: start, end, type, value; two for a range, else one.

    >>> [item["value"] for item in timexes({"start": 0, "end": 10, "text": "3 to 5 May", "kind": "date",
    ...     "edtf": "2018-05-03/2018-05-05", "duration": None, "rule": "days-shared-month"})]
    ['2018-05-03', '2018-05-05']
    """
    start, edtf = date["start"], date["edtf"]
    kind = timex3.TYPES[date["kind"]]
    if edtf and "/" in edtf and _is_range(date["rule"]) and (ends := _ENDS.fullmatch(date["text"])):
        return [
            {
                "start": start + ends.start(end),
                "end": start + ends.end(end),
                "type": kind,
                "value": timex3.calendar_value(moment),
            }
            for end, moment in zip(("first", "last"), edtf.split("/"), strict=True)
        ]
    value = timex3.value(date["kind"], date["text"], edtf, date["duration"])
    return [{"start": start, "end": date["end"], "type": kind, "value": value}]


def _is_range(rule: str) -> bool:
    return "range" in rule or rule in _DAYS_OF_ONE_MONTH


def _report(document: Document) -> Report:
    return Report(document["doc_id"], document["text"], Metadata(published=day_of(document.get("dct")), language="en"))


def _predict(record: RecordData | None, document: Document) -> Document:
    dates = record["dates"] if record else []
    return {"doc_id": document["doc_id"], "timexes": [item for date in dates for item in timexes(date)]}


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
