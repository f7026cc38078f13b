"""Headings, paragraphs, list items and table rows of a document, and their layout as the plain text of a report.

The layout is the one that ``components/sections/layout.py`` reads: blank lines between blocks, the items of a list
on following lines behind a bullet or number, each paragraph on one line. A table's row is a bulleted line, so that it
is neither taken for a heading nor glued to the next row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

type BlockKind = Literal["heading", "paragraph", "item", "row", "note"]

BULLET = "•"
CELL_BREAK = " | "
NOTES_HEADING = "Notes"
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_WHITE_SPACE = re.compile(r"\s+")
_MARKED = re.compile(r"(?:[-*•‣◦▪●–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document that stands on its own; ``text`` is as the file has it, ``mark`` a list item's number.

    A note is a footnote or endnote: notes come last, under a heading of their own.
    """

    kind: BlockKind
    text: str
    mark: str = BULLET


def one_line(text: str) -> str:
    """Text on one line: white space as single spaces, soft hyphens and other invisible breaks gone.

    Joiners and direction marks stay: they belong to the spelling of words.

    >>> one_line("the  demon\\u00adstra\\u00adtors\\n were held")
    'the demonstrators were held'
    """
    return _WHITE_SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def row(cells: Iterable[str]) -> Block:
    """A table's row; empty cells are left out."""
    return Block("row", CELL_BREAK.join(cell for cell in map(one_line, cells) if cell))


def layout_text(blocks: Iterable[Block]) -> str:
    """The plain text of blocks, with a line feed at its end; blocks without a visible character are left out.

    >>> layout_text([Block("heading", "Arrests"), Block("item", "One."), Block("item", "Two.")])
    'Arrests\\n\\n• One.\\n• Two.\\n'
    """
    body: list[Block] = []
    notes: list[Block] = []
    for block in blocks:
        (notes if block.kind == "note" else body).append(block)
    if notes:
        body.append(Block("heading", NOTES_HEADING))
        body.extend(Block("item", note.text, f"{k}.") for k, note in enumerate(notes, 1))
    text = ""
    before: Block | None = None
    for block in body:
        line = one_line(block.text)
        if not line:
            continue
        if block.kind in ("item", "row") and not _MARKED.match(line):
            line = f"{block.mark} {line}"
        if before is not None:
            text += "\n" if block.kind == before.kind and block.kind in ("item", "row") else "\n\n"
        text += line
        before = block
    return f"{text}\n" if text else ""
