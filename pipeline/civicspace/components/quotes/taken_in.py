"""Quotations that a reported clause touches: the marks are surer than the parse, so they move the clause's ends."""

from __future__ import annotations

from bisect import bisect_left

from civicspace.annotations import Extent
from civicspace.components.quotes.quoted_text import QuotedText


class TouchedQuotations:
    """The quotations of one report by the level around them, for clauses that share characters with them."""

    def __init__(self, quoted: QuotedText) -> None:
        self._quoted = quoted
        self._children: dict[int, list[int]] = {}
        for k, quotation in enumerate(quoted.quotations):
            self._children.setdefault(-1 if quotation.parent is None else quotation.parent, []).append(k)
        self._starts = {
            level: [quoted.quotations[k].start for k in children] for level, children in self._children.items()
        }

    def touched(self, extents: list[Extent], level: int) -> list[int]:
        """Quotations directly inside a level (a quotation's position, -1 for the report) that share a character with
        the extents, in text order."""
        starts, children = self._starts.get(level, []), self._children.get(level, [])
        found: list[int] = []
        for extent in extents:
            k = max(0, bisect_left(starts, extent.start) - 1)
            while k < len(children) and starts[k] < extent.end:
                if self._quoted.quotations[children[k]].end > extent.start and children[k] not in found[-3:]:
                    found.append(children[k])
                k += 1
        return found

    def behind(self, offset: int, level: int) -> int | None:
        """The quotation directly inside a level that follows an offset, with a colon or comma between; or None."""
        starts = self._starts.get(level, [])
        at = bisect_left(starts, offset)
        if at == len(starts) or starts[at] > offset + 4:
            return None
        return self._children[level][at] if self._quoted.text[offset : starts[at]].strip() in (":", ",") else None

    def widened(self, extents: list[Extent], touched: list[int]) -> list[Extent]:
        """Extents that take in the whole of every quotation they hold a part of; those that meet are joined."""
        found: list[Extent] = []
        for extent in extents:
            start, end = extent
            for k in touched:
                quotation = self._quoted.quotations[k]
                if quotation.start < end and quotation.end > start:
                    start, end = min(start, quotation.start), max(end, quotation.end)
            if found and start < found[-1].end:
                found[-1] = Extent(found[-1].start, max(end, found[-1].end))
            else:
                found.append(Extent(start, end))
        return found

    def before(self, extents: list[Extent], position: int) -> list[Extent]:
        """Extents cut before a quotation that somebody else says."""
        start = self._quoted.quotations[position].start
        kept: list[Extent] = []
        for extent in extents:
            words = self._quoted.text[extent.start : min(extent.end, start)].rstrip(" \n\t,;:")
            if words:
                kept.append(Extent(extent.start, extent.start + len(words)))
        return kept
