"""Bringing a report into the corpus: its text, its metadata, and the file that it came from.

Files, of which all are written or none, and none that is there is touched:

- reports/ID.txt: the text; the file byte for byte where that is plain UTF-8 with nothing to repair;
- reports/ID.toml: the metadata;
- originals/ID.<format>: the file byte for byte, where the text is not that already;
- originals/ID.import.json: how the text was made and what was inferred, where there is anything to say of either.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from civicspace.corpus.folder import Corpus
from civicspace.corpus.same_text import same_report
from civicspace.corpus.sidecar_text import import_record, toml_text
from civicspace.errors import OutputError, ReportError
from civicspace.importing.imported import Claim, Imported
from civicspace.outputs.atomic import AtomicFile, sync_folder
from civicspace.reading.bad_input import BadInputError, shown
from civicspace.reading.report_id import check_id
from civicspace.report import Metadata

IMPORT_ENDING = ".import.json"


def check_new(imported: Imported, corpus: Corpus) -> None:
    """Raise ReportError (same_text) where the corpus has the report already, whatever its id there."""
    if known := same_report(corpus, imported.text_bytes, imported.raw):
        message = f"{shown(corpus.reports)} has this report already, as {shown(known)}: nothing was added;"
        message += f" what is known of it can be corrected in {shown(corpus.metadata(known))}"
        raise ReportError(imported.name, "same_text", message)


def is_taken(report_id: str, corpus: Corpus) -> bool:
    """Whether a report, gold, or an original of that id is in the corpus."""
    return _holder(report_id, corpus) is not None


def check_new_id(report_id: str, corpus: Corpus, file: str) -> None:
    """Raise ReportError for an id that can't be a file's name (bad_id) or that is taken (duplicate_id)."""
    try:
        check_id(report_id)
    except BadInputError as problem:
        raise problem.of(report_id, file) from problem
    if folder := _holder(report_id, corpus):
        raise _taken(report_id, folder, file)


def _holder(report_id: str, corpus: Corpus) -> Path | None:
    """The folder that holds something of that id, or None."""
    for path in (corpus.text(report_id), corpus.metadata(report_id), corpus.gold(report_id)):
        if path.exists():
            return path.parent
    with suppress(OSError):
        for path in corpus.originals.iterdir():
            if report_id in (path.stem, path.name.removesuffix(IMPORT_ENDING)):
                return corpus.originals
    return None


def _taken(report_id: str, folder: Path, file: str) -> ReportError:
    message = f"{shown(folder)} has a report of that id: choose another with --id"
    return ReportError(report_id, "duplicate_id", message, file)


def add_report(
    imported: Imported, report_id: str, metadata: Metadata, inferred: Mapping[str, Claim], corpus: Corpus
) -> list[Path]:
    """Write a report's files to the corpus; folders are made where they are missing.

    imported: the report. metadata: what stands in its ID.toml. inferred: the claims among them that nobody
    stated. Gives back the files written, the text first.

    Raises ReportError for an id that is unfit or taken, OutputError where a folder can't be written; then nothing has
    been added.
    """
    check_new_id(report_id, corpus, imported.name)
    contents = {
        corpus.text(report_id): imported.text_bytes,
        corpus.metadata(report_id): toml_text(metadata).encode("utf-8"),
    }
    if not imported.unchanged:
        contents[corpus.originals / f"{report_id}.{imported.format}"] = imported.raw
    if not imported.unchanged or inferred:
        record = import_record(imported, inferred).encode("utf-8")
        contents[corpus.originals / f"{report_id}{IMPORT_ENDING}"] = record
    try:
        _place_all(contents)
    except FileExistsError as error:  # a run at the same time was quicker
        raise _taken(report_id, corpus.root, imported.name) from error
    except OSError as error:
        where = shown(error.filename or corpus.root)
        raise OutputError(
            f"can't write to the corpus {shown(corpus.root)!r}: {error.strerror or error} ({where})"
        ) from error
    return list(contents)


def _place_all(contents: Mapping[Path, bytes]) -> None:
    """Write all files or none; raises OSError, FileExistsError where one is there."""
    written: list[AtomicFile] = []
    placed: list[Path] = []
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            written.append(AtomicFile(path))
            written[-1].write(content)
            written[-1].finish()
        for new in reversed(written):  # the text last: a text without what belongs to it would pass for complete
            new.place()
            placed.append(new.path)
    except BaseException:
        for path in placed:
            path.unlink(missing_ok=True)
        raise
    finally:
        for new in written:
            new.discard()
    for folder in sorted({path.parent for path in contents}):
        sync_folder(folder)
