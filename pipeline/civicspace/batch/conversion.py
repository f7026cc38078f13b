"""One report to the lines it gives to the outputs; nothing here depends on any other report.

What a Doc and its words take is allocated in spaCy's memory zone and freed behind each report, so that memory
stays flat over any number of them. Zones don't nest and nothing of a Doc may outlive its zone: no Doc, no exception
whose traceback holds one, only bytes and numbers leave this module.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from civicspace.annotations import Warn
from civicspace.batch.converted import LAYERS, Converted
from civicspace.errors import ReportError, StageError
from civicspace.flat import flat_rows
from civicspace.outputs.json_text import dump_line, json_line
from civicspace.pipelines import Pipelines
from civicspace.reading.bad_input import shown
from civicspace.record import build_record, sentences, versions_of
from civicspace.report import Report

RECORD_STAGE = "record"
STAGE_FAILED = "stage_failed"
_MAX_MESSAGE = 500
_WARM_UP = (
    "Arrests in Nairobi\n\nOn 3 May 2018 police arrested two journalists of the Daily Record in Nairobi, Kenya.\n\n"
    "“They were beaten,” their lawyer, Jane Doe, told reporters."
)


class Converter:
    """Turns reports into lines, one at a time.

    pipelines: what annotates a report. include_text: whether records hold the report's text.
    """

    def __init__(self, pipelines: Pipelines, *, include_text: bool = True) -> None:
        self._pipelines = pipelines
        self._include_text = include_text
        self.versions = versions_of(pipelines)
        # The tokenizer and the stages make tables on first use: made inside a zone, they would be gone with it.
        # A stage that raises here will raise on the reports too, which then name it.
        with suppress(StageError):
            pipelines(_WARM_UP)

    def __call__(self, report: Report, warnings: Sequence[Warn] = ()) -> Converted | ReportError:
        """The report's lines, or the error that names the stage and the exception where one was raised.

        warnings: what the record shall say besides what the stages found.
        """
        with self._pipelines.pieces.memory_zone():
            try:
                return self._convert(report, warnings)
            except ReportError as error:
                code, message = error.code, error.message
            except StageError as error:
                code, message = STAGE_FAILED, str(error)
            except Exception as error:
                code, message = STAGE_FAILED, str(StageError(RECORD_STAGE, error))
        if code == STAGE_FAILED:
            message = f"the stage {message}"
        return ReportError(report.id, code, shown(message[:_MAX_MESSAGE]), report.file)

    def _convert(self, report: Report, warnings: Sequence[Warn]) -> Converted:
        seconds: dict[str, float] = {}
        metadata = report.metadata
        doc = self._pipelines(report.text, published=metadata.published, country=metadata.country, seconds=seconds)
        if warnings:
            doc._.civic_warnings = [*(doc._.civic_warnings or []), *warnings]
        record = build_record(doc, report, self.versions, include_text=self._include_text)
        tables = flat_rows(record, sentences(doc), text=report.text)
        rows = {table: b"".join(map(dump_line, lines)) for table, lines in tables.items()}
        found = {layer: len(getattr(record, layer)) for layer in LAYERS}
        return Converted(json_line(record.model_dump_json()), rows, found, seconds)
