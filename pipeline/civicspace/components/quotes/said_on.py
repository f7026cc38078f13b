"""The date of an act of speech, where the attribution states it ("The union said on 3 May that ...")."""

from __future__ import annotations

from bisect import bisect_left

from civicspace.annotations import Extent, Timex
from civicspace.components.quotes.cues import Cue
from civicspace.tokens import TokenTable

_ADVERBIALS = frozenset({"npadvmod", "prep", "advmod", "pobj"})


class SpeechDates:
    """Looks up dates among a cue's adverbials; made for one report.

    dates: ``doc._.civic_dates``, in any order.
    """

    def __init__(self, table: TokenTable, dates: list[Timex]) -> None:
        self._table = table
        self._dates = dates
        self._order = sorted(range(len(dates)), key=lambda k: dates[k].start)
        self._starts = [dates[k].start for k in self._order]

    def of(self, cue: Cue, content: list[Extent]) -> int | None:
        """Position of the date that modifies a cue verb and stands outside what is said, or None."""
        if cue.sense.part != "verb" or not self._dates:
            return None
        table = self._table
        for j in table.children[cue.head]:
            if table.dep[j] not in _ADVERBIALS:
                continue
            adverbial = table.extent(*table.edges(j))
            at = bisect_left(self._starts, adverbial.start)
            if at == len(self._starts):
                continue
            date = self._dates[self._order[at]]
            said = any(a < date.end and date.start < b for a, b in content)
            if date.end <= adverbial.end and not said and date.kind in ("date", "time"):
                return self._order[at]
        return None
