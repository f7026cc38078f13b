"""From characters to blocks: headings, paragraphs and list items, before any model has run.

Everything here reads the text alone. A block is a stretch that no sentence may cross. Blank lines end a block; a
single line break ends one too unless the report is hard-wrapped (its lines stop near a common width, and the next
line's first word would not have fitted).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from civicspace.annotations import Extent, Section

LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
LIST_ITEM = re.compile(r"(?:[-*•‣◦▪●–—]|\(?\d{1,2}[.)]|\(?[a-z][.)])[ \t\xa0]+")
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+\S")
_FIRST_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W\d_]")
_CLOSED = tuple(".,;:!…")
_CLOSING_MARKS = "”’\"'»)]"

MAX_WRAP_WIDTH = 140
MIN_WRAP_WIDTH = 40
MAX_HEADING_CHARACTERS = 160
MAX_HEADING_WORDS = 22
MAX_COLON_HEADING_WORDS = 5

type BlockKind = Literal["heading", "paragraph", "item"]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph or list item: characters from its first to its last visible one.

    ``content`` is where its words begin: behind a list item's bullet or number, else at its start.
    """

    start: int
    end: int
    kind: BlockKind
    content: int


def _lines(text: str) -> Iterator[Extent]:
    """Lines of the text without their breaks and outer white space; blank ones have no length."""
    start = 0
    for mark in [*(m.span() for m in LINE_BREAK.finditer(text)), (len(text), len(text))]:
        left, right = start, mark[0]
        stripped = text[left:right].strip()
        if stripped:
            left += text[left:right].index(stripped)
            right = left + len(stripped)
        else:
            right = left
        yield Extent(left, right)
        start = mark[1]


def _wrap_width(lines: list[Extent]) -> int | None:
    """The width at which a hard-wrapped report breaks its lines, or None for a report that isn't wrapped."""
    lengths = sorted(
        line.end - line.start for line, after in pairwise(lines) if line.end > line.start and after.end > after.start
    )
    if len(lengths) < 2:
        return None
    width = lengths[(len(lengths) - 1) * 95 // 100]
    return width if MIN_WRAP_WIDTH <= width <= MAX_WRAP_WIDTH else None


def _wrapped(text: str, line: Extent, after: Extent, width: int | None) -> bool:
    if width is None or LIST_ITEM.match(text, after.start) or _MARKDOWN_HEADING.match(text, line.start):
        return False
    word = _FIRST_WORD.match(text, after.start)
    reach = line.end - line.start + 1 + (word.end() - word.start() if word else 0)
    return reach > 0.9 * width


def looks_like_heading(line: str) -> bool:
    """True for a line that could stand over a section: short, begun like a title, not closed like a sentence.

    >>> looks_like_heading("Three US prisoners released")
    True
    >>> looks_like_heading("The Special Rapporteur said that :")
    False
    >>> looks_like_heading("He was released.")
    False
    """
    if _MARKDOWN_HEADING.match(line):
        return True
    words = line.split()
    if len(line) > MAX_HEADING_CHARACTERS or len(words) > MAX_HEADING_WORDS or not _LETTER.search(line):
        return False
    if line[0] in "“‘\"'«„(" or line[0].islower() or LIST_ITEM.match(line + " "):
        return bool(re.match(r"\d{1,2}[.)]\s+[^\W\d_a-z]", line)) and not line.endswith(_CLOSED)
    bare = line.rstrip(_CLOSING_MARKS)
    if line.endswith(":"):
        return len(words) <= MAX_COLON_HEADING_WORDS and not line.endswith(" :")
    return not bare.endswith(_CLOSED)


def blocks(text: str) -> list[Block]:
    """The blocks of a report in text order.

    text: the report, any line endings. The last line of a report is no heading unless it is marked as
    one: nothing stands under it.

    >>> [(b.kind, b.start, b.end) for b in blocks("Arrests\\n\\nTwo men were held.\\nOne was freed.")]
    [('heading', 0, 7), ('paragraph', 9, 27), ('paragraph', 28, 42)]
    """
    lines = list(_lines(text))
    width = _wrap_width(lines)
    found: list[Block] = []
    start: int | None = None
    for k, line in enumerate(lines):
        if line.end == line.start:
            continue
        if start is None:
            start = line.start
        after = lines[k + 1] if k + 1 < len(lines) else None
        if after is not None and after.end > after.start and _wrapped(text, line, after, width):
            continue
        found.append(_block(text, start, line.end))
        start = None
    if found and found[-1].kind == "heading" and not _MARKDOWN_HEADING.match(text, found[-1].start):
        found[-1] = replace(found[-1], kind="paragraph")
    return found


def _block(text: str, start: int, end: int) -> Block:
    marker = LIST_ITEM.match(text, start, end)
    content = marker.end() if marker else start
    if end - start <= MAX_HEADING_CHARACTERS and looks_like_heading(text[start:end]):
        return Block(start, end, "heading", content)
    return Block(start, end, "item" if marker else "paragraph", content)


def sections(text: str) -> list[Section]:
    """The report's sections: each heading with what stands under it, from its start to the next heading's.

    They cover the text without gap or overlap; a first section without heading is there only where text
    precedes the first heading.
    """
    headings = [block for block in blocks(text) if block.kind == "heading"]
    starts = [block.start for block in headings]
    found: list[Section] = []
    if not headings or text[: starts[0]].strip():
        found.append(Section(0, starts[0] if starts else len(text)))
    for k, block in enumerate(headings):
        end = starts[k + 1] if k + 1 < len(starts) else len(text)
        start = 0 if k == 0 and not found else block.start
        found.append(Section(start, end, Extent(block.start, block.end)))
    return found
