"""What a file is, by its contents; its ending decides only where the contents leave it open."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import PurePath
from typing import Literal

from civicspace.reading.bad_input import BadInputError

type Format = Literal["txt", "html", "docx", "pdf"]

ACCEPTED = ".txt, .html, .docx and .pdf"
_PLAIN_ENDINGS = ("", ".txt", ".text", ".md")
_HTML_ENDINGS = (".html", ".htm", ".xhtml")
MAX_UNPACKED_BYTES = 1_000_000_000
_PDF_REACH = 1024
"""Readers of PDF accept other bytes before the signature, up to here."""

_REFUSED_SIGNATURES = (
    (b"{\\rtf", "is an RTF file: save it as .docx or PDF"),
    (b"\x1f\x8b", "is a gzip file: unpack it first"),
    (b"Rar!", "is a RAR archive: unpack it first"),
    (b"7z\xbc\xaf", "is a 7z archive: unpack it first"),
    (b"\x89PNG", "is a picture: run OCR first"),
    (b"\xff\xd8\xff", "is a picture: run OCR first"),
    (b"GIF8", "is a picture: run OCR first"),
    (b"II*\0", "is a picture: run OCR first"),
    (b"MM\0*", "is a picture: run OCR first"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_ZIP_KINDS = (
    ("xl/workbook.xml", "is an Excel file, not a report: save its text as .docx or PDF"),
    ("ppt/presentation.xml", "is a PowerPoint file: save it as PDF"),
    ("content.xml", "is an OpenDocument file: save it as .docx or PDF"),
    ("META-INF/container.xml", "is an EPUB: save it as PDF or .docx"),
)


def file_format(raw: bytes, name: str) -> Format:
    """The format of a file.

    raw: its bytes. name: its name, for the ending; "-" is standard input and passes for plain text.
    Raises BadInputError with what to do: old_word, encrypted, broken_file, other_format, empty.

    >>> file_format(b"%PDF-1.7", "scan.txt"), file_format(b"Two men were held.", "a.txt")
    ('pdf', 'txt')
    """
    if not raw:
        raise BadInputError("empty", "holds no text")
    ending = "" if name == "-" else PurePath(name).suffix.lower()
    if raw.startswith(b"%PDF-") or (ending == ".pdf" and b"%PDF-" in raw[:_PDF_REACH]):
        return "pdf"
    if raw.startswith(_ZIP):
        return _zip_format(raw)
    if raw.startswith(_OLE):
        raise _old_office(raw)
    for signature, problem in _REFUSED_SIGNATURES:
        if raw.startswith(signature):
            raise BadInputError("other_format", problem)
    if _is_html(raw) or (ending in _HTML_ENDINGS and b"<" in raw):
        return "html"
    if ending in (".pdf", ".docx", ".doc"):
        kind = "PDF" if ending == ".pdf" else "Word file"
        raise BadInputError("broken_file", f"is no {kind}, whatever its name says: get the file again")
    if ending in _PLAIN_ENDINGS or ending in _HTML_ENDINGS:
        return "txt"
    raise BadInputError(
        "other_format", f"has the ending {ending}: add takes {ACCEPTED}; if it is plain text, rename it to .txt"
    )


def _is_html(raw: bytes) -> bool:
    head = raw[:2048].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return head.startswith((b"<!doctype html", b"<html")) or (head.startswith((b"<?xml", b"<!--")) and b"<html" in head)


def _zip_format(raw: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
            size = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, struct.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise BadInputError("broken_file", "is a broken Word or zip file: get the file again") from error
    if size > MAX_UNPACKED_BYTES:
        raise BadInputError("too_long", f"unpacks to more than {MAX_UNPACKED_BYTES // 1_000_000} MB")
    if "word/document.xml" in names:
        return "docx"
    for part, problem in _ZIP_KINDS:
        if part in names:
            raise BadInputError("other_format", problem)
    raise BadInputError("other_format", "is a zip archive: unpack it first")


def _old_office(raw: bytes) -> BadInputError:
    """The problem of an OLE file: a protected .docx is one too."""
    if "EncryptedPackage".encode("utf-16-le") in raw:
        return BadInputError("encrypted", "is protected by a password: save it without one")
    return BadInputError("old_word", "is an old Word file (.doc): open it and save it as .docx")
