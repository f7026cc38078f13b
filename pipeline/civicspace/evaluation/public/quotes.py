"""Quotes against PolNeAR (Newell et al. 2018): US political news, every attribution marked.

The figures are F1 of quotes whose words overlap by 0.8, in slices: ``all``; ``speech``: gold with a cue of saying, the
rest set aside (PolNeAR marks beliefs and intentions too); ``speech-indirect``: of these the ones without quotation
marks; ``quoted``: with marks; ``direct``: all within marks; ``quoted-seg``: those with marks, each contiguous span for
itself; ``attributed``: of all, those whose speaker is right too. The corpus gives no day of publication.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType

from civicspace.evaluation.public.sources import Document
from civicspace.evaluation.public.task import Figures, RecordData, Task
from civicspace.report import Metadata, Report

_OVERLAP, _ATTRIBUTED = "overlap", "attributed"
_QUOTED = frozenset({"direct", "mixed"})


@dataclass(frozen=True, slots=True)
class Slice:
    """Which quotes count: ``kinds`` (None: all), ``speech`` alone, ``split`` by spans; by which ``measure``."""

    name: str
    kinds: frozenset[str] | None = None
    speech: bool = False
    split: bool = False
    measure: str = _OVERLAP


SLICES = (
    Slice("all"),
    Slice("speech", speech=True),
    Slice("speech-indirect", frozenset({"indirect"}), speech=True),
    Slice("quoted", _QUOTED),
    Slice("direct", frozenset({"direct"})),
    Slice("quoted-seg", _QUOTED, split=True),
    Slice("attributed", measure=_ATTRIBUTED),
)


def _extent(span: RecordData | None) -> tuple[int, int] | None:
    return (span["start"], span["end"]) if span else None


def quotation(quote: RecordData) -> Document:
    """One quote of a record in PolNeAR's shape: spans, cue, speaker, each as (start, end).

    >>> quotation({"content": [{"start": 0, "end": 9}], "cue": None, "speaker": {"mention": {"start": 12, "end": 14}}})
    {'spans': [(0, 9)], 'cue': None, 'speaker': (12, 14)}
    """
    return {
        "spans": [(span["start"], span["end"]) for span in quote["content"]],
        "cue": _extent(quote["cue"]),
        "speaker": _extent(quote["speaker"]["mention"]),
    }


def _report(document: Document) -> Report:
    return Report(document["doc_id"], document["text"], Metadata(language="en"))


def _predict(record: RecordData | None, document: Document) -> Document:
    quotes = record["quotes"] if record else []
    return {
        "doc_id": document["doc_id"],
        "text": document["text"],
        "quotes": [quotation(quote) for quote in quotes],
    }


def _measure(scorer: ModuleType, gold: Sequence[Document], found: Sequence[Document]) -> Figures:
    sides = {False: (gold, found), True: (scorer.explode(gold), scorer.explode(found))}
    figures = {}
    for part in SLICES:
        scores = scorer.score(*sides[part.split], part.kinds, speech=part.speech)
        figures[part.name] = 100 * scores[part.measure][2]
    return figures


TASK = Task(
    name="quotes",
    scorer="score_quotes.py",
    functions=("score", "explode"),
    fields=("doc_id", "text", "quotes"),
    measures=tuple(part.name for part in SLICES),
    report=_report,
    predict=_predict,
    measure=_measure,
)
