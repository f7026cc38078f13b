"""Bringing a report into the corpus: its text as received, and its metadata beside it."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path

from civicspace.errors import OutputError, ReportError
from civicspace.outputs.atomic import AtomicFile, sync_folder
from civicspace.reading.bad_input import BadInputError, shown
from civicspace.reading.folder import METADATA_ENDING, TEXT_ENDING
from civicspace.reading.metadata import check_metadata
from civicspace.reading.report_id import check_id
from civicspace.reading.text import decode
from civicspace.report import Metadata, Report

REPORTS = "reports"


def toml_text(metadata: Metadata) -> str:
    """Metadata as the text of an ID.toml: the keys that are known, a full day of publication as a TOML date.

    >>> print(toml_text(Metadata(title="Two men held", published="2018-07-31")), end="")
    title = "Two men held"
    published = 2018-07-31
    """
    lines = []
    for key in (field.name for field in fields(metadata)):
        value = getattr(metadata, key)
        if value is not None:
            lines.append(f"{key} = {value if key == 'published' and _is_day(value) else _toml_string(value)}\n")
    return "".join(lines)


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _toml_string(value: str) -> str:
    """A basic TOML string: quotation marks, backslashes and control characters escaped."""
    escaped = "".join(
        f"\\{c}" if c in '"\\' else f"\\u{ord(c):04X}" if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 else c for c in value
    )
    return f'"{escaped}"'


def add_report(
    raw: bytes, report_id: str, values: dict[str, str | None], corpus: Path, file: str
) -> tuple[Path, Report]:
    """Write ID.txt, byte for byte as received, and ID.toml to the corpus; what is there is never overwritten.

    raw: the text's bytes. values: metadata as given, checked here. corpus: the folder that holds reports/, made where
    it is missing. file: where the text came from, for messages. Gives back the text's path and the report.

    Raises ReportError for a text, id or metadata that ``extract`` would refuse and for an id that is taken,
    OutputError where the folder can't be written.
    """
    try:
        report = Report(check_id(report_id), decode(raw), check_metadata(values), file)
    except BadInputError as problem:
        raise problem.of(report_id, file) from problem
    folder = corpus / REPORTS
    contents = {TEXT_ENDING: raw, METADATA_ENDING: toml_text(report.metadata).encode("utf-8")}
    written: list[AtomicFile] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for ending in contents:
            path = folder / f"{report_id}{ending}"
            if path.exists():
                raise FileExistsError(path)
        for ending, content in contents.items():
            written.append(AtomicFile(folder / f"{report_id}{ending}"))
            written[-1].write(content)
            written[-1].finish()
        for new in reversed(written):  # the metadata first: a text without them would pass for complete
            new.place()
    except FileExistsError as error:
        message = f"{shown(folder)} has a report of that id: choose another with --id"
        raise ReportError(report_id, "duplicate_id", message, file) from error
    except OSError as error:
        raise OutputError(f"can't write to the folder {shown(folder)!r}: {error.strerror or error}") from error
    finally:
        for new in written:
            new.discard()
    sync_folder(folder)
    return folder / f"{report_id}{TEXT_ENDING}", report
