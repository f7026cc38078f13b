"""What a folder of reports holds: ID.txt, each with its ID.toml where there is one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from civicspace.reading.report_id import id_of_file

TEXT_ENDING = ".txt"
METADATA_ENDING = ".toml"


@dataclass(frozen=True, slots=True)
class Listing:
    """A folder's files, by what they are to a run.

    Attributes: ``paths`` (the reports' texts, and metadata whose text is missing, sorted by id), ``others`` (how many
    visible files and folders are neither text nor metadata).
    """

    paths: list[Path]
    others: int


def list_folder(folder: Path) -> Listing:
    """List a folder; hidden files count for nothing, and folders in it are not entered. Raises OSError."""
    texts: list[Path] = []
    metadata: list[Path] = []
    others = 0
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.suffix.lower() == TEXT_ENDING:
            texts.append(path)
        elif path.suffix == METADATA_ENDING:
            metadata.append(path)
        else:
            others += 1
    ids = {id_of_file(path) for path in texts}
    orphans = [path for path in metadata if id_of_file(path) not in ids]
    return Listing(sorted([*texts, *orphans], key=lambda path: (id_of_file(path), path.name)), others)
