"""The batch: reports in, lines out, and a tally in which every report stands once."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from civicspace.annotations import Warn
from civicspace.batch.converted import LAYERS, Converted
from civicspace.errors import CountError, ReportError
from civicspace.outputs.json_text import dump_line
from civicspace.report import Report

type Convert = Callable[[Report, Sequence[Warn]], Converted | ReportError]


class Output(Protocol):
    """Where a batch writes; ``records`` and ``errors`` count what was written."""

    @property
    def records(self) -> int:
        """Records written so far."""

    @property
    def errors(self) -> int:
        """Error entries written so far."""

    def record(self, line: bytes, rows: Mapping[str, bytes]) -> None:
        """Write one record's line and its lines of the flat tables."""

    def error(self, line: bytes) -> None:
        """Write one error's line."""


@dataclass(slots=True)
class Tally:
    """What a batch read, wrote and found.

    Attributes: ``reports`` (read, good or bad), ``records`` and ``errors`` (written), ``codes`` (errors by code),
    ``found`` (items by layer), ``seconds`` (by stage).
    """

    reports: int = 0
    records: int = 0
    errors: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=lambda: Counter(dict.fromkeys(LAYERS, 0)))
    seconds: dict[str, float] = field(default_factory=dict)


def _ignore(_report: str, _error: ReportError | None) -> None:
    """Tell nobody."""


def run_batch(
    items: Iterable[Report | ReportError],
    convert: Callable[[], Convert],
    output: Output,
    done: Callable[[str, ReportError | None], None] = _ignore,
) -> Tally:
    """Convert every report and write what comes of it, in order; one bad report costs itself alone.

    items: as ``read_inputs`` yields them. convert: gives the converter; called at the first report that could be read,
    so that a run without any loads no model. output: where lines go. done: called with each item's report id and its
    error, or None.

    Raises CountError where reports in are not records out plus errors, and whatever ``convert`` and ``output`` raise.
    """
    tally = Tally()
    first_with_text: dict[bytes, str] = {}
    converter: Convert | None = None
    for item in items:
        tally.reports += 1
        if isinstance(item, ReportError):
            result: Converted | ReportError = item
        else:
            converter = converter or convert()
            result = converter(item, _duplicate_text(item, first_with_text))
        if isinstance(result, ReportError):
            output.error(error_line(result))
            tally.codes[result.code] += 1
        else:
            output.record(result.record, result.rows)
            tally.found.update(result.found)
            for stage, seconds in result.seconds.items():
                tally.seconds[stage] = tally.seconds.get(stage, 0.0) + seconds
        done(
            item.report if isinstance(item, ReportError) else item.id,
            result if isinstance(result, ReportError) else None,
        )
    tally.records, tally.errors = output.records, output.errors
    if tally.reports != tally.records + tally.errors:
        raise CountError(
            f"{tally.reports} reports in, but {tally.records} records and {tally.errors} errors out: nothing replaced"
        )
    return tally


def _duplicate_text(report: Report, first_with_text: dict[bytes, str]) -> tuple[Warn, ...]:
    """A warning where an earlier report of the batch has the same text; remembers the text's fingerprint alone."""
    fingerprint = hashlib.sha256(report.text.encode("utf-8")).digest()
    first = first_with_text.setdefault(fingerprint, report.id)
    return () if first == report.id else (Warn("duplicate_text", f"the text is the same as that of report {first}"),)


def error_line(error: ReportError) -> bytes:
    """An error's line of errors.jsonl: report, file, code, message."""
    return dump_line({"report": error.report, "file": error.file, "code": error.code, "message": error.message})
