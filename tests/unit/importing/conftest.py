"""Files of each format, made by code: a PDF of positioned lines, a Word file."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace

import docx
import pytest

WIDTH, HEIGHT = 612, 792


@dataclass(frozen=True)
class Put:
    """A line of a page: its text, place (from the upper left), size and weight."""

    text: str
    x: float
    y: float
    size: float = 11
    bold: bool = False


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def make_pdf(
    pages: list[list[Put]], info: dict[str, str] | None = None, *, pictures: bool = False, drawing: bytes = b""
) -> bytes:
    """A small PDF in the standard fonts; pictures: a picture on every page; drawing: operators for every page."""
    objects: list[bytes] = []

    def put(content: bytes) -> int:
        objects.append(content)
        return len(objects)

    regular = put(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    bold = put(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>")
    image = put(
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
        b"\nstream\n\x80\nendstream"
    )
    tree = len(objects) + 2 * len(pages) + 1
    kids = []
    for page in pages:
        drawn = [
            b"BT /%s %.1f Tf %.1f %.1f Td (%s) Tj ET"
            % (b"F2" if line.bold else b"F1", line.size, line.x, HEIGHT - line.y - line.size, _escaped(line.text))
            for line in page
        ]
        if pictures:
            drawn.append(b"q 500 0 0 700 50 50 cm /I1 Do Q")
        stream = b"\n".join([*drawn, drawing])
        content = put(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(
            put(
                b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources << /Font << "
                b"/F1 %d 0 R /F2 %d 0 R >> /XObject << /I1 %d 0 R >> >> >>"
                % (tree, WIDTH, HEIGHT, content, regular, bold, image)
            )
        )
    put(b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids)))
    catalog = put(b"<< /Type /Catalog /Pages %d 0 R >>" % tree)
    stated = put(b"<< %s >>" % b" ".join(b"/%s (%s)" % (k.encode(), _escaped(v)) for k, v in (info or {}).items()))
    out = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\n" % (
        size, table, size, catalog, stated,
    ) + b"startxref\n%d\n%%%%EOF\n" % len(out)  # fmt: skip


def flow(paragraphs: list[str | Put], *, x: float = 72, width: int = 85, y: float = 100) -> list[Put]:
    """Paragraphs broken at a number of characters; a Put gives its look, its place comes from the flow."""
    leading, gap = 14, 8
    lines: list[Put] = []
    for paragraph in paragraphs:
        if isinstance(paragraph, Put):
            lines.append(Put(paragraph.text, x, y, paragraph.size, paragraph.bold))
            y += leading * max(1.0, paragraph.size / 11) + gap
            continue
        for line in textwrap.wrap(paragraph, width, break_on_hyphens=False):
            lines.append(Put(line, x, y))
            y += leading
        y += gap
    return lines


@pytest.fixture
def paper() -> SimpleNamespace:
    """How to make a PDF: ``pdf`` of pages of lines, ``flow`` of paragraphs into lines, ``Put`` for a line."""
    return SimpleNamespace(pdf=make_pdf, flow=flow, Put=Put)


@pytest.fixture
def word_file() -> Callable[[Callable[[docx.document.Document], None]], bytes]:
    """Make a Word file by a function that fills a new document."""

    def make(fill: Callable[[docx.document.Document], None]) -> bytes:
        document = docx.Document()
        fill(document)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return make
