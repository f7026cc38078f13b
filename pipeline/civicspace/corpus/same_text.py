"""Finding the report of a corpus that holds a text, or was made from a file, already."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from civicspace.corpus.folder import Corpus
from civicspace.reading.folder import TEXT_ENDING

SIZE_LEEWAY = 0.1
"""Texts that differ in line breaks alone differ in size by no more than this, where a line has ten bytes on average."""


def same_report(corpus: Corpus, text: bytes, original: bytes) -> str | None:
    """The id of a report with this text, white space aside, or with this very file as its original; None without one.

    text, original: bytes. Only files of about the same size are opened, so that this stays quick in a large corpus.
    """
    squeezed = _squeezed(text)
    low, high = len(text) * (1 - SIZE_LEEWAY) - 8, len(text) * (1 + SIZE_LEEWAY) + 8
    for path in _files(corpus.reports):
        if (
            path.suffix == TEXT_ENDING
            and low <= path.stat().st_size <= high
            and _squeezed(path.read_bytes()) == squeezed
        ):
            return path.stem
    for path in _files(corpus.originals):
        if path.stat().st_size == len(original) and path.read_bytes() == original:
            return path.stem
    return None


def _squeezed(text: bytes) -> bytes:
    return b" ".join(text.removeprefix(b"\xef\xbb\xbf").split())


def _files(folder: Path) -> list[Path]:
    """The regular files of a folder, sorted; hidden ones and those that can't be looked at are left out."""
    found = []
    with suppress(OSError):
        found = sorted(path for path in folder.iterdir() if not path.name.startswith(".") and path.is_file())
    return found
