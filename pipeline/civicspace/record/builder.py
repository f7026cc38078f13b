"""Doc and metadata in, checked record out."""

from __future__ import annotations

import hashlib
from typing import Any

from pydantic import ValidationError
from spacy.tokens import Doc

from civicspace.annotations import Reference, Warn
from civicspace.attributes import declare, source_text
from civicspace.errors import ReportError
from civicspace.language import detect_language
from civicspace.record.layers import Layers, warnings
from civicspace.report import Report
from civicspace_schemas.edtf import check_day
from civicspace_schemas.provenance import PipelineVersions
from civicspace_schemas.record import Record, first_problem
from civicspace_schemas.version import SCHEMA_VERSION


def build_record(doc: Doc, report: Report, versions: PipelineVersions, *, include_text: bool = True) -> Record:
    """The record of one report.

    doc: the report's text with whatever the stages left on it; a layer that is None gives an empty list.
    report: its text and metadata. versions: what made the Doc. include_text: keep the report's text in the record.

    Raises ReportError (code ``invalid_record``), which names the field, where an annotation breaks the schema or a
    contract: that is a mistake in a stage, and no record is better than one that is wrong.
    """
    declare()
    text = source_text(doc)
    if text != report.text:
        raise ReportError(report.id, "invalid_record", "the Doc was made from another text than the report's")
    layers = Layers(text)
    reference = _reference(doc, report)
    sections = layers.sections(doc._.civic_sections or [])
    detected = report.metadata.language or detect_language(text)
    try:
        return Record.model_validate(
            {
                "schema_version": SCHEMA_VERSION,
                "report": _report_data(report, reference, sections, detected),
                **({"text": text} if include_text else {}),
                "pipeline": versions,
                "sections": sections,
                "entities": layers.entities(doc._.civic_entities or []),
                "dates": layers.dates(doc._.civic_dates or []),
                "quotes": layers.quotes(doc._.civic_quotes or []),
                "events": layers.events(doc._.civic_events or []),
                "acts": layers.acts(doc._.civic_acts or []),
                "warnings": warnings([*(doc._.civic_warnings or []), *_warnings(reference, detected)]),
            }
        )
    except (ValidationError, UnicodeEncodeError) as error:
        problem = first_problem(error, report.id) if isinstance(error, ValidationError) else str(error)
        raise ReportError(report.id, "invalid_record", problem) from error


def sentences(doc: Doc) -> list[tuple[int, int]]:
    """The Doc's sentences as character offsets without outer white space, in text order; empty ones are left out."""
    if not doc.has_annotation("SENT_START"):
        return []
    text = doc.text
    found = []
    for sentence in doc.sents:
        start, end = sentence.start_char, sentence.end_char
        shown = text[start:end].strip()
        if shown:
            start += len(text[start:end]) - len(text[start:end].lstrip())
            found.append((start, start + len(shown)))
    return found


def _reference(doc: Doc, report: Report) -> Reference:
    """What civic_dates found; in a pipeline without it, what the metadata state."""
    found: Reference | None = doc._.civic_reference
    if found is not None:
        return found
    published = report.metadata.published
    if published is None:
        return Reference(None, None, "unknown")
    try:
        return Reference(check_day(published), published, "stated")
    except ValueError:
        return Reference(None, published, "stated")


def _title(report: Report, sections: list[dict[str, Any]]) -> str | None:
    if report.metadata.title:
        return report.metadata.title
    for section in sections:
        if section["heading"]:
            return " ".join(section["heading"]["text"].lstrip("#").split())
    return None


def _report_data(report: Report, reference: Reference, sections: list[dict[str, Any]], language: str) -> dict[str, Any]:
    metadata = report.metadata
    return {
        "id": report.id,
        "title": _title(report, sections),
        "country": metadata.country,
        "country_basis": "stated" if metadata.country else "unknown",
        "published": reference.published,
        "published_basis": reference.basis,
        "reference_date": reference.day,
        "source": metadata.source,
        "url": metadata.url,
        "language": language,
        "licence": metadata.licence,
        "sha256": hashlib.sha256(report.text.encode("utf-8")).hexdigest(),
        "characters": len(report.text),
        "words": len(report.text.split()),
    }


def _warnings(reference: Reference, language: str) -> list[Warn]:
    found = []
    if language.split("-", maxsplit=1)[0] != "en":
        found.append(
            Warn("not_english", f"the report seems to be in the language {language!r}; the stages read English")
        )
    if reference.basis == "inferred":
        found.append(
            Warn(
                "published_inferred",
                f"no day of publication is stated; {reference.published} is the period of the latest past date",
            )
        )
    if reference.day is None:
        found.append(Warn("no_reference_date", "no day of publication is known: relative dates have no value"))
    return found
