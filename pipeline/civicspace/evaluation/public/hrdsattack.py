"""Events against HRDsAttack (Ran et al. 2023): news of attacks on human-rights defenders.

The corpus says of a whole document which types of violation it reports; they follow from the record's events by
violations.yaml. The article's date is the report's day of publication. Figures are micro-averaged over pairs of
document and type.
"""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from types import ModuleType

from pydantic import BaseModel, ConfigDict, Field

from civicspace.evaluation.public.catalogue import FOLDER
from civicspace.evaluation.public.sources import Document, NotMeasuredError
from civicspace.evaluation.public.task import Figures, RecordData, Task, day_of
from civicspace.lexicons import read_yaml
from civicspace.outputs.json_text import dump_line
from civicspace.report import Metadata, Report
from civicspace_schemas.vocabulary import EventType, Status

_FIGURES = re.compile(r"^all .*: P ([\d.]+) R ([\d.]+) F1 ([\d.]+)$", re.MULTILINE)


class ViolationRule(BaseModel):
    """At least ``mentions`` mentions of the ``types`` (and ``modes``, where any are given) make a ``violation``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    violation: str
    types: list[EventType]
    modes: list[str] = Field(default_factory=list)
    mentions: int = Field(ge=1)

    def counts(self, event: RecordData) -> bool:
        """True for an event, as a record has it, that the rule speaks of."""
        return event["type"] in self.types and (not self.modes or event["attributes"].get("mode") in self.modes)


class ViolationRules(BaseModel):
    """violations.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    statuses: list[Status]
    rules: list[ViolationRule]
    fallback: str


@cache
def violation_rules() -> ViolationRules:
    """The rules of violations.yaml. Raises LexiconError where the file is wrong."""
    return read_yaml(FOLDER / "violations.yaml", ViolationRules)


def violation_types(events: Iterable[RecordData]) -> list[str]:
    """The violations that a record's events add up to, in the order of the rules; the fallback where there is none.

    >>> detained = {"type": "detention", "status": "occurred", "attributes": {"mode": "arrest"}}
    >>> violation_types([detained, detained]), violation_types([])
    (['arbitrary detention'], ['unknown'])
    """
    table = violation_rules()
    happened = [event for event in events if event["status"] in table.statuses]
    found = [rule.violation for rule in table.rules if sum(map(rule.counts, happened)) >= rule.mentions]
    return found or [table.fallback]


def _report(document: Document) -> Report:
    published = day_of(document.get("date"))
    return Report(str(document["id"]), document["text"], Metadata(published=published, language="en"))


def _predict(record: RecordData | None, document: Document) -> Document:
    return {"id": document["id"], "violation_types": violation_types(record["events"]) if record else []}


def _measure(scorer: ModuleType, gold: Sequence[Document], found: Sequence[Document]) -> Figures:
    """The scorer compares two files and prints; the figures are read from its first line."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for name, documents in (("gold", gold), ("found", found)):
            file = Path(folder) / f"{name}.jsonl"
            file.write_bytes(b"".join(map(dump_line, documents)))
            files.append(str(file))
        with redirect_stdout(io.StringIO()) as printed:
            scorer.main(*files)
    figures = _FIGURES.search(printed.getvalue())
    if figures is None:
        raise NotMeasuredError("score_hrdsattack.py prints no line of figures for all documents")
    precision, recall, f1 = (100 * float(figure) for figure in figures.groups())
    return {"precision": precision, "recall": recall, "F1": f1}


TASK = Task(
    name="events",
    scorer="score_hrdsattack.py",
    functions=("main",),
    fields=("id", "text", "violation_types"),
    measures=("precision", "recall", "F1"),
    report=_report,
    predict=_predict,
    measure=_measure,
)
