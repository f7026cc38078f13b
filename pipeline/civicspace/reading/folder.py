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

    Attributes: ``texts`` (the reports' texts, sorted by id), ``orphans`` (metadata whose text is missing, sorted by
    id), ``others`` (how many visible files and folders are neither).
    """

    texts: list[Path]
    orphans: list[Path]
    others: int


def list_folder(folder: Path) -> Listing:
    """List a folder; hidden files count for nothing, and folders in it are not entered. Raises OSError."""
    texts: list[Path] = []
    metadata: list[Path] = []
    others = 0
    for path in folder.iterdir():
        ending = path.suffix.lower()
        if path.name.startswith("."):
            continue
        if ending == TEXT_ENDING:
            texts.append(path)
        elif ending == METADATA_ENDING:
            metadata.append(path)
        else:
            others += 1
    ids = {id_of_file(path) for path in texts}
    orphans = [path for path in metadata if id_of_file(path) not in ids]
    return Listing(_by_id(texts), _by_id(orphans), others)


def _by_id(paths: list[Path]) -> list[Path]:
    return sorted(paths, key=lambda path: (id_of_file(path), path.name))
