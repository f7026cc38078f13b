"""The record: everything that was read from one report."""

from __future__ import annotations

import json
from typing import Literal, Self

from pydantic import Field, ValidationError, model_validator

from civicspace_schemas.base import Part
from civicspace_schemas.checks import check_record
from civicspace_schemas.events import Act, Event
from civicspace_schemas.layers import Date, Entity, Quote, Section
from civicspace_schemas.provenance import PipelineVersions, RecordWarning, ReportInfo


class RecordError(ValueError):
    """A record breaks the schema or a contract; the message names the report's id and the field."""


class Record(Part):
    """One report as data; every extraction points back to characters of its text.

    Making one checks it whole: see ``checks.py`` for what holds beyond the types of the fields.
    """

    schema_version: Literal["1.0"] = Field(description="Version of this schema.")
    report: ReportInfo = Field(description="The report itself.")
    text: str | None = Field(
        default=None,
        exclude_if=lambda text: text is None,
        description="The report's text, exactly as received; left out on request.",
    )
    pipeline: PipelineVersions = Field(description="What made the record.")
    sections: list[Section] = Field(description="Headings with the text under them.")
    entities: list[Entity] = Field(description="Who and what the report names.")
    dates: list[Date] = Field(description="Expressions of time, normalised.")
    quotes: list[Quote] = Field(description="Reported speech and writing, with speakers.")
    events: list[Event] = Field(description="Mentions of acts that concern civic space.")
    acts: list[Act] = Field(description="The distinct events behind the mentions.")
    warnings: list[RecordWarning] = Field(description="What a reader of the record should know.")

    @model_validator(mode="after")
    def _keep_contracts(self) -> Self:
        check_record(self)
        return self


def first_problem(error: ValidationError, report_id: str) -> str:
    """The first problem of a failed validation as ``field: what is wrong``.

    error: as pydantic raised it. report_id: left out at the message's start, where a check of the whole record put it.
    Fields of lists are written with their position: ``events.3.status``.
    """
    first = error.errors(include_url=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    message = str(first["msg"]).removeprefix("Value error, ")
    return f"{where}: {message}" if where else message.removeprefix(f"{report_id}: ")


def read_record(line: str | bytes) -> Record:
    """A record from a line of reports.jsonl, checked.

    Raises RecordError, which names the report's id (or the line's first characters) and the field.
    """
    try:
        return Record.model_validate_json(line)
    except ValidationError as error:
        report_id = _report_id(line)
        raise RecordError(f"{report_id}: {first_problem(error, report_id)}") from error


def _report_id(line: str | bytes) -> str:
    try:
        return str(json.loads(line)["report"]["id"])
    except (ValueError, KeyError, TypeError):
        return f"record {line[:40]!r}"
