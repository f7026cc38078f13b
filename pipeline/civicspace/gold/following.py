"""Following a text that has changed: where each span of older gold stands now.

METHOD
  Spans whose words stand once in the new text tell by how much the text around them has moved. Every span is looked
  for where it would stand if it had moved like the nearest of those in front of it or behind it; else it stays where
  it is, if its words still stand there; else it goes to the nearest place with the same words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from civicspace.gold.places import Places
from civicspace_schemas.base import Span

_TELLING = 8
"""Characters that an anchor has at least: shorter words may stand once by chance."""


@dataclass(frozen=True, slots=True)
class Follower:
    """Finds the new places of spans that were made for an older text.

    Attributes: ``places`` (the new text), ``starts`` (where the anchors stood, in order), ``shifts`` (by how much each
    of them has moved).
    """

    places: Places
    starts: list[int]
    shifts: list[int]

    def place(self, span: Span) -> Span | None:
        """Where a span's words stand now, or None where they stand nowhere."""
        expected = [span.start + shift for shift in self._shifts_around(span.start)]
        for start in [*expected, span.start]:
            if start >= 0 and self.places.text.startswith(span.text, start):
                return Span(start=start, end=start + len(span.text), text=span.text)
        return self.places.nearest(span.text, expected[0])

    def _shifts_around(self, start: int) -> list[int]:
        """Shifts of the anchors on both sides, the nearer one first; no shift where there is no anchor."""
        k = bisect_left(self.starts, start)
        sides = [n for n in (k - 1, k) if 0 <= n < len(self.starts)]
        sides.sort(key=lambda n: abs(self.starts[n] - start))
        return [self.shifts[n] for n in sides] or [0]


def follower(spans: Iterable[Span], places: Places, *, changed: bool) -> Follower:
    """A follower for gold's spans, all of them with the older offsets.

    changed: whether the text is another one than the offsets were made for; if not, nothing moves that fits.
    """
    if not changed:
        return Follower(places, [], [])
    moved: dict[int, int] = {}
    for span in spans:
        if len(span.text) >= _TELLING and len(found := places.within_words(span.text)) == 1:
            moved.setdefault(span.start, found[0] - span.start)
    starts = sorted(moved)
    return Follower(places, starts, [moved[start] for start in starts])
