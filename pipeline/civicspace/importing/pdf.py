"""PDFs: pages of positioned words into paragraphs, and what the document's information says.

``pdf_page`` has pdfplumber read the words of each page; ``pdf_lines`` makes lines of them in reading order,
``pdf_margins`` takes out running heads, feet and page numbers, ``pdf_paragraphs`` joins lines to headings, paragraphs
and list items.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from civicspace.importing.blocks import Block, layout_text, one_line
from civicspace.importing.extra import name_and_version, needed
from civicspace.importing.imported import Claim, Extracted
from civicspace.importing.pdf_lines import Line, page_lines
from civicspace.importing.pdf_margins import without_margins
from civicspace.importing.pdf_page import pdf_errors, read_page
from civicspace.importing.pdf_paragraphs import paragraphs
from civicspace.reading.bad_input import BadInputError

MAX_PAGES = 1_000
_UNMAPPED = re.compile(r"\(cid:\d+\)")
_DAY = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_LETTER = re.compile(r"[^\W\d_]")
MAX_UNMAPPED_SHARE = 0.1


def read_pdf(raw: bytes) -> Extracted:
    """The text of a PDF: paragraphs on one line each, hyphenation undone, heads, feet and page numbers left out.

    Raises BadInputError: encrypted, broken_file, no_text_layer (pictures of pages), empty, too_long.
    """
    pdfplumber = needed("pdfplumber", "reading PDFs")
    with pdf_errors():
        document = pdfplumber.open(io.BytesIO(raw), unicode_norm="NFC")
        information = {str(key): str(value) for key, value in (document.metadata or {}).items()}
        number = len(document.pages)
    if number > MAX_PAGES:
        raise BadInputError("too_long", f"has more than {MAX_PAGES:,} pages: split it into several reports")
    with document:
        pages, pictures = _read_pages(document)
    if not any(pages):
        if pictures:
            raise BadInputError("no_text_layer", "holds pictures of pages, no text: run OCR first")
        raise BadInputError("empty", "holds no text: its pages are empty")
    _refuse_unmapped(pages)
    blocks = list(paragraphs(without_margins(pages)))
    text = layout_text(blocks)
    if not text:
        raise BadInputError("empty", "holds no text but page numbers and running heads")
    notes = []
    if pictures:
        named = ", ".join(str(number) for number in pictures[:10])
        notes.append(f"pages that are pictures, without text: {named}{' ...' if len(pictures) > 10 else ''}")
    return Extracted(
        text, None, name_and_version("pdfplumber"), (), tuple(_claims(information, blocks, pages)), tuple(notes)
    )


def _read_pages(document: Any) -> tuple[list[list[Line]], list[int]]:
    """The lines of each page, and the numbers of the pages that hold pictures alone."""
    pages = []
    pictures = []
    for page in map(read_page, document.pages):
        lines = page_lines(page)
        if not lines and page.has_pictures:
            pictures.append(page.number + 1)
        pages.append(lines)
    return pages, pictures


def _refuse_unmapped(pages: list[list[Line]]) -> None:
    text = "".join(line.text for page in pages for line in page)
    unmapped = len(_UNMAPPED.findall(text))
    if unmapped > MAX_UNMAPPED_SHARE * max(1, len(_LETTER.findall(_UNMAPPED.sub("", text)))):
        raise BadInputError("no_text_layer", "its fonts don't say which letters they show: run OCR first")


def _claims(information: dict[str, str], blocks: list[Block], pages: list[list[Line]]) -> Iterator[Claim]:
    opening = one_line(" ".join(block.text for block in blocks[:8])).casefold()
    title = one_line(information.get("Title", ""))
    if title and _LETTER.search(title):
        found = title.casefold() in opening
        yield Claim("title", title, "the PDF's properties", "sure" if found else "doubtful")
    if largest := _largest(blocks, pages):
        yield Claim("title", largest, "the largest letters of the first page", "likely")
    made = _DAY.match(information.get("CreationDate", ""))
    if made:
        yield Claim("published", "-".join(made.groups()), "the day the file was made", "doubtful")
    if author := one_line(information.get("Author", "")):
        yield Claim("source", author, "the author in the PDF's properties", "doubtful")


def _largest(blocks: list[Block], pages: list[list[Line]]) -> str | None:
    """The heading in the first page's largest letters, where they are larger than most."""
    first = next((page for page in pages if page), [])
    sizes = sorted(line.size for line in first)
    if not sizes or sizes[-1] < 1.15 * sizes[len(sizes) // 2]:
        return None
    words = next(line.text for line in first if line.size == sizes[-1])
    return next((one_line(b.text) for b in blocks if b.kind == "heading" and b.text.startswith(words)), None)
