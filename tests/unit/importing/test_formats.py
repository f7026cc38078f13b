"""What a file is, by its contents."""

import io
import zipfile

import pytest

from civicspace.importing.formats import file_format
from civicspace.reading.bad_input import BadInputError


def _zip(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("raw", "name", "kind"),
    [
        (b"Two men were held.", "a.txt", "txt"),
        (b"Two men were held.", "a", "txt"),
        (b"Two men were held.", "-", "txt"),
        (b"# Two men\n\nwere held.", "a.md", "txt"),
        (b"%PDF-1.4\n", "a.pdf", "pdf"),
        (b"%PDF-1.4\n", "a.txt", "pdf"),
        (b"\r\njunk %PDF-1.4\n", "a.pdf", "pdf"),
        (_zip("word/document.xml"), "a.docx", "docx"),
        (_zip("word/document.xml"), "a.zip", "docx"),
        (b"<!DOCTYPE html><p>x", "a.txt", "html"),
        (b"\xef\xbb\xbf \n<HTML lang=en>", "a", "html"),
        ("<html>".encode("utf-16"), "a.html", "html"),
        (b"<?xml version='1.0'?><html xmlns=''>", "a.xhtml", "html"),
        (b"<p>Two men", "a.htm", "html"),
        (b"Two men were held.", "a.html", "txt"),
        (b"the sign < is not markup", "a.txt", "txt"),
    ],
)
def test_accepted(raw: bytes, name: str, kind: str) -> None:
    assert file_format(raw, name) == kind


@pytest.mark.parametrize(
    ("raw", "name", "code", "says"),
    [
        (b"", "a.txt", "empty", "no text"),
        (OLE + b"WordDocument", "a.doc", "old_word", "save it as .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "encrypted", "password"),
        (b"{\\rtf1", "a.rtf", "other_format", "RTF"),
        (b"\x89PNG\r\n", "a.pdf", "other_format", "OCR"),
        (_zip("content.xml", "mimetype"), "a.odt", "other_format", "OpenDocument"),
        (_zip("xl/workbook.xml"), "a.xlsx", "other_format", "Excel"),
        (_zip("a.txt"), "a.zip", "other_format", "unpack"),
        (_zip("word/document.xml")[:40], "a.docx", "broken_file", "broken"),
        (b"not a PDF", "a.pdf", "broken_file", "no PDF"),
        (b"not a document", "a.docx", "broken_file", "no Word file"),
        (b"a,b\n1,2\n", "a.csv", "other_format", ".csv"),
    ],
)
def test_refused(raw: bytes, name: str, code: str, says: str) -> None:
    with pytest.raises(BadInputError) as caught:
        file_format(raw, name)
    assert caught.value.code == code
    assert says in caught.value.message
