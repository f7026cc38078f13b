"""The batch: reports in, lines out, and a tally in which every report stands once."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from civicspace.batch.converted import LAYERS, Converted
from civicspace.errors import CountError, ReportError
from civicspace.outputs.index import Made
from civicspace.outputs.json_text import dump_line
from civicspace.report import Report

if TYPE_CHECKING:
    from civicspace.annotations import Warn

type Convert = Callable[[Report, Sequence[Warn]], Converted | ReportError]


class Output(Protocol):
    """Where a batch writes; ``records`` and ``errors`` count what was written."""

    @property
    def records(self) -> int:
        """Records written so far."""

    @property
    def errors(self) -> int:
        """Error entries written so far."""

    def record(self, line: bytes, rows: Mapping[str, bytes], made: Made | None = None) -> None:
        """Write one record's line and its lines of the flat tables; ``made`` says what it was made of."""

    def error(self, line: bytes) -> None:
        """Write one error's line."""


@dataclass(frozen=True, slots=True)
class Reuse:
    """How a batch keeps what was made before.

    Attributes: ``key`` (gives a report and the batch's warnings about it a key: all that its record depends on),
    ``find`` (gives what was made under a key, or None).
    """

    key: Callable[[Report, Sequence[Warn]], str]
    find: Callable[[str], Converted | None]


@dataclass(slots=True)
class Tally:
    """What a batch read, wrote and found.

    Attributes: ``reports`` (read, good or bad), ``records`` and ``errors`` (written), ``kept`` (records that were
    there already; the others are new), ``codes`` (errors by code), ``found`` (items by layer, in all records),
    ``seconds`` (by stage, for the new records).
    """

    reports: int = 0
    records: int = 0
    kept: int = 0
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
    reuse: Reuse | None = None,
) -> Tally:
    """Convert every report and write what comes of it, in order; one bad report costs itself alone.

    items: as ``read_inputs`` yields them. convert: gives the converter; called at the first report that has to be
    converted, so that a run without any loads no model. output: where lines go. done: called with each item's report
    id and its error, or None. reuse: where given, what was made of the same report before is written again; errors
    are never kept.

    Raises CountError where reports in are not records out plus errors, and whatever ``convert``, ``output`` and
    ``reuse`` raise.
    """
    tally = Tally()
    first_with_text: dict[bytes, str] = {}
    converter: Convert | None = None
    for item in items:
        tally.reports += 1
        key = ""
        result: Converted | ReportError | None
        if isinstance(item, ReportError):
            report, result = item.report, item
        else:
            report = item.id
            warnings = _duplicate_text(item, first_with_text)
            key = reuse.key(item, warnings) if reuse else ""
            result = reuse.find(key) if reuse else None
            if result is not None:
                tally.kept += 1
            else:
                converter = converter or convert()
                result = converter(item, warnings)
        if isinstance(result, ReportError):
            output.error(error_line(result))
            tally.codes[result.code] += 1
        else:
            output.record(result.record, result.rows, Made(report, key, result.found) if reuse else None)
            tally.found.update(result.found)
            for stage, seconds in result.seconds.items():
                tally.seconds[stage] = tally.seconds.get(stage, 0.0) + seconds
        done(report, result if isinstance(result, ReportError) else None)
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
    if first == report.id:
        return ()
    from civicspace.annotations import Warn

    return (Warn("duplicate_text", f"the text is the same as that of report {first}"),)


def error_line(error: ReportError) -> bytes:
    """An error's line of errors.jsonl: report, file, code, message."""
    return dump_line({"report": error.report, "file": error.file, "code": error.code, "message": error.message})
