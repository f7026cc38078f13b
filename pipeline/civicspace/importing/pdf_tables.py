"""Ruled tables of a PDF's page: found by their rules, given back row by row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from civicspace.importing.blocks import one_line

MIN_RULES = 4
"""Pages with fewer lines and rectangles hold no table; looking for one costs more than all else."""
MIN_FILLED = 0.5
"""Share of cells with text: below it, the rules are decoration."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its place in points from the page's upper left, and the texts of its cells."""

    x0: float
    top: float
    x1: float
    bottom: float
    rows: list[list[str]]

    def holds(self, word: dict[str, Any]) -> bool:
        """Whether a word's middle lies in the table."""
        x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
        return bool(self.x0 <= x <= self.x1 and self.top <= y <= self.bottom)


def page_tables(page: Any) -> list[Table]:
    """The tables of a page as pdfplumber has it, of two rows and two columns at least, from the top down."""
    if len(page.lines) + len(page.rects) < MIN_RULES:
        return []
    found = []
    for table in page.find_tables():
        rows = [[one_line(cell or "") for cell in row] for row in table.extract(x_tolerance_ratio=0.15)]
        filled = [[cell for cell in row if cell] for row in rows]
        cells = sum(len(row) for row in rows)
        if len(rows) >= 2 and max(map(len, filled)) >= 2 and sum(map(len, filled)) >= MIN_FILLED * cells:
            x0, top, x1, bottom = table.bbox
            found.append(Table(x0, top, x1, bottom, [row for row in filled if row]))
    return sorted(found, key=lambda table: table.top)
