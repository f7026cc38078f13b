"""The lines of a PDF's page in reading order, columns apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from civicspace.importing.blocks import CELL_BREAK
from civicspace.importing.pdf_page import Page
from civicspace.importing.pdf_tables import Table

_BOLD = ("bold", "black", "heavy", "semibold", "demi")
SUPERSCRIPT_SIZE = 0.78
"""Digits smaller than this share of their line are marks of notes."""
RAISED = 0.15
"""Share of a line's height by which the middle of a raised mark may lie above it."""
INITIAL_SIZE = 1.8
"""A letter by itself that is larger than the page's letters by this factor begins a paragraph over several lines."""
MAX_CROSSING = 0.2
MIN_COLUMN_LINES = 5
MIN_COLUMN_WORDS = 3.0
COLUMN_GAP = 0.018
"""Share of the page's width that a gap between columns has at least."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column: its characters, place and looks. Lengths are in points, from the page's upper left.

    ``left`` and ``right`` bound the column it stands in; ``page`` counts from 0; ``is_row`` marks a row of a table.
    """

    text: str
    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    left: float
    right: float
    page_height: float
    is_row: bool = False


@dataclass(slots=True)
class _Row:
    """Words at one height."""

    words: list[dict[str, Any]]
    top: float
    bottom: float


def page_lines(page: Page) -> list[Line]:
    """The lines of a page in reading order, rows of tables among them."""
    rows = _rows(page.words) if page.words else []
    gutter = _gutter(rows, page.width) if rows else None
    ordered = [row.words for row in rows] if gutter is None else _by_column(rows, gutter)
    lines = [_line(group, page) for group in ordered]
    lines = _with_columns([line for line in lines if line.text], gutter)
    for table in page.tables:
        place = next((k for k, line in enumerate(lines) if line.top >= table.bottom - 1), len(lines))
        lines[place:place] = _table_lines(table, page)
    return lines


def _table_lines(table: Table, page: Page) -> list[Line]:
    x0, x1, top, bottom = table.x0, table.x1, table.top, table.bottom
    return [
        Line(CELL_BREAK.join(row), page.number, x0, x1, top, bottom, 0, False, x0, x1, page.height, True)
        for row in table.rows
    ]


def _rows(words: list[dict[str, Any]]) -> list[_Row]:
    """Words gathered by height: a word belongs to the row that its middle lies in.

    An initial over several lines belongs to the first of them; the others are none of its row.
    """
    sizes = sorted(float(word["size"]) for word in words)
    usual = sizes[len(sizes) // 2]
    initials = [word for word in words if len(word["text"]) == 1 and float(word["size"]) > INITIAL_SIZE * usual]
    rows: list[_Row] = []
    for word in sorted(words, key=lambda w: (-float(w["size"]), w["top"], w["x0"])):
        if word in initials:
            continue
        found = next((row for row in rows if _stands_in(word, row)), None)
        if found is None:
            rows.append(_Row([word], word["top"], word["bottom"]))
        else:
            found.words.append(word)
    for word in initials:
        covered = [row for row in rows if word["top"] <= (row.top + row.bottom) / 2 <= word["bottom"]]
        if covered:
            min(covered, key=lambda row: row.top).words.append(word)
        else:
            rows.append(_Row([word], word["top"], word["bottom"]))
    for row in rows:
        row.words.sort(key=lambda w: w["x0"])
    return sorted(rows, key=lambda row: row.top)


def _stands_in(word: dict[str, Any], row: _Row) -> bool:
    """Whether a word's middle lies in a row; that of a small, raised mark may lie a little above it."""
    middle = (word["top"] + word["bottom"]) / 2
    height = row.bottom - row.top
    reach = RAISED * height if word["bottom"] - word["top"] < SUPERSCRIPT_SIZE * height else 0.0
    return bool(row.top - reach <= middle <= row.bottom + reach)


def _segments(rows: list[_Row], width: float) -> list[tuple[float, float, int]]:
    """Stretches of words without a gap as wide as one between columns: start, end and number of words."""
    found = []
    for row in rows:
        start, end, number = row.words[0]["x0"], row.words[0]["x1"], 1
        for word in row.words[1:]:
            if word["x0"] - end >= COLUMN_GAP * width:
                found.append((start, end, number))
                start, number = word["x0"], 0
            end, number = max(end, word["x1"]), number + 1
        found.append((start, end, number))
    return found


def _gutter(rows: list[_Row], width: float) -> float | None:
    """The middle of the gap between two columns of running text, or None for a page of one.

    Sought in the middle two fifths of the page: where the fewest stretches of words cross, with enough of them on both
    sides, of several words each (the columns of a table hold fewer).
    """
    segments = _segments(rows, width)
    best: list[int] = []
    fewest = MAX_CROSSING * len(segments)
    for x in range(int(0.3 * width), int(0.7 * width)):
        crossing = sum(1 for start, end, _ in segments if start < x < end)
        left = [number for _, end, number in segments if end <= x]
        right = [number for start, _, number in segments if start >= x]
        if crossing > fewest or min(len(left), len(right)) < MIN_COLUMN_LINES:
            continue
        if min(sum(left) / len(left), sum(right) / len(right)) < MIN_COLUMN_WORDS:
            continue
        best = [*best, x] if crossing == fewest else [x]
        fewest = crossing
    return sum(best) / len(best) if best else None


def _by_column(rows: list[_Row], gutter: float) -> list[list[dict[str, Any]]]:
    """Word groups of a page in two columns: down the left one, then the right one, between lines across both."""
    ordered: list[list[dict[str, Any]]] = []
    left: list[list[dict[str, Any]]] = []
    right: list[list[dict[str, Any]]] = []
    for row in rows:
        if any(word["x0"] < gutter < word["x1"] for word in row.words) or _crosses(row, gutter):
            ordered += [*left, *right, row.words]
            left, right = [], []
            continue
        for side, words in (
            (left, [word for word in row.words if word["x1"] <= gutter]),
            (right, [word for word in row.words if word["x0"] >= gutter]),
        ):
            if words:
                side.append(words)
    return [*ordered, *left, *right]


def _crosses(row: _Row, gutter: float) -> bool:
    """Whether the words on the two sides stand as close as words of one line do."""
    before = max((w["x1"] for w in row.words if w["x1"] <= gutter), default=None)
    after = min((w["x0"] for w in row.words if w["x0"] >= gutter), default=None)
    return before is not None and after is not None and after - before < 0.6 * float(row.words[0]["size"])


def _line(words: list[dict[str, Any]], page: Page) -> Line:
    by_size: Counter[float] = Counter()
    for word in words:
        by_size[round(float(word["size"]), 1)] += len(word["text"])
    size = by_size.most_common(1)[0][0]
    kept = [word for word in words if not (word["size"] < SUPERSCRIPT_SIZE * size and word["text"].isdigit())]
    bold = sum(len(w["text"]) for w in kept if any(name in w["fontname"].lower() for name in _BOLD))
    x0, x1 = min(w["x0"] for w in words), max(w["x1"] for w in words)
    return Line(
        _joined(kept),
        page.number,
        x0,
        x1,
        min(w["top"] for w in words),
        max(w["bottom"] for w in words),
        size,
        bold > 0.8 * sum(len(w["text"]) for w in kept),
        x0,
        x1,
        page.height,
    )


def _joined(words: list[dict[str, Any]]) -> str:
    """The words with spaces, but none where a change of font cut a word in two."""
    text = ""
    before: dict[str, Any] | None = None
    for word in words:
        if before is not None:
            initial = len(before["text"]) == 1 and float(before["size"]) > INITIAL_SIZE * float(word["size"])
            reach = 0.5 if initial and before["text"] not in "AI" else 0.1
            text += "" if word["x0"] - before["x1"] < reach * float(word["size"]) else " "
        text += word["text"]
        before = word
    return text


def _with_columns(lines: list[Line], gutter: float | None) -> list[Line]:
    """The lines with the bounds of their columns."""
    found = []
    for line in lines:
        column = [other for other in lines if _side(other, gutter) == _side(line, gutter)]
        left, right = min(o.x0 for o in column), max(o.x1 for o in column)
        found.append(replace(line, left=left, right=right))
    return found


def _side(line: Line, gutter: float | None) -> int:
    if gutter is None or line.x0 < gutter < line.x1:
        return 0
    return 1 if line.x1 <= gutter else 2
