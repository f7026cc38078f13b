"""One page of a PDF as pdfplumber reads it: positioned words, ruled tables, whether there are pictures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from civicspace.importing.pdf_tables import Table, page_tables
from civicspace.reading.bad_input import BadInputError


@dataclass(frozen=True, slots=True)
class Page:
    """Words that no table holds, as pdfplumber's dictionaries, and tables; lengths in points, ``number`` from 0."""

    number: int
    width: float
    height: float
    words: list[dict[str, Any]]
    tables: list[Table]
    has_pictures: bool


@contextmanager
def pdf_errors() -> Iterator[None]:
    """Turn what pdfplumber and its parser raise, which is nearly anything, into BadInputError."""
    try:
        yield
    except BadInputError:
        raise
    except Exception as error:
        if "Password" in repr(error):
            raise BadInputError("encrypted", "is protected by a password: save it without one") from error
        raise BadInputError("broken_file", "is a broken PDF: get the file again, or print it to a new PDF") from error


def read_page(page: Any) -> Page:
    """A page of pdfplumber's; text that is not upright is left out. Raises BadInputError (broken_file)."""
    with pdf_errors():
        words = page.extract_words(
            x_tolerance_ratio=0.15, y_tolerance=2, keep_blank_chars=False, extra_attrs=["fontname", "size"]
        )
        words = [word for word in words if word.get("upright", True) and word["text"].strip()]
        tables = page_tables(page) if words else []
        has_pictures = bool(page.images)
        number, width, height = page.page_number - 1, float(page.width), float(page.height)
        page.close()  # frees what was read of it: flat memory at any number of pages
    words = [word for word in words if not any(table.holds(word) for table in tables)]
    return Page(number, width, height, words, tables, has_pictures)
