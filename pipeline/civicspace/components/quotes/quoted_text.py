"""A report's quotations seen from its tokens: which quotation a token stands in, and where a paragraph ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from civicspace.annotations import Extent
from civicspace.components.quotes.marks import Quotation, quotations
from civicspace.components.sections.layout import blocks
from civicspace.tokens import TokenTable

NEAR = 80  # characters looked at before a mark
_SENTENCE_END = (".", "!", "?", "…", ":", ";")


class QuotedText:
    """Tokens, paragraphs and quotations of one report.

    Attributes: ``table``, ``text`` (the Doc's), ``paragraphs`` (extents), ``quotations``, ``level`` (for each token the
    position of the innermost quotation around it, -1 outside of all).
    """

    def __init__(self, table: TokenTable) -> None:
        self.table = table
        self.text: str = table.doc.text
        self.paragraphs = [Extent(block.start, block.end) for block in blocks(self.text)]
        self.quotations: list[Quotation] = quotations(self.text, self.paragraphs)
        self._starts = [paragraph.start for paragraph in self.paragraphs]
        self.level: list[int] = []
        self.refresh()

    def refresh(self) -> None:
        """Compute ``level`` anew after a quotation's end was moved."""
        self.level = [-1] * len(self.table)
        for k, quotation in enumerate(self.quotations):
            first, beyond = self.inside(quotation.content)
            for i in range(first, beyond):
                self.level[i] = k

    def inside(self, extent: Extent) -> tuple[int, int]:
        """First position and position beyond the last of the tokens that begin inside a stretch of text."""
        return bisect_left(self.table.start, extent.start), bisect_left(self.table.start, extent.end)

    def paragraph_at(self, offset: int) -> int:
        """Number of the paragraph around a character, or of the nearest one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def bounds(self, i: int) -> tuple[int, int]:
        """First and last position that a clause around a token can reach: its sentence, inside its quotation."""
        first, beyond = self.table.sents[self.table.sent[i]]
        level = self.level[i]
        if level >= 0:
            inner_first, inner_beyond = self.inside(self.quotations[level].content)
            first, beyond = max(first, inner_first), min(beyond, inner_beyond)
        return first, max(first, beyond - 1)

    def begins_sentence(self, quotation: Quotation) -> bool:
        """True where nothing of the same clause stands before the opening mark."""
        paragraph = self.paragraphs[quotation.paragraph]
        start = quotation.start
        around = paragraph if quotation.parent is None else self.quotations[quotation.parent].content
        before = self.text[max(around.start, start - NEAR) : start].rstrip()
        while before and before[-1] in "”’»\"'":
            before = before[:-1].rstrip()
        return not before or before[-1] in _SENTENCE_END or before[-1] in "•–—-*)"
