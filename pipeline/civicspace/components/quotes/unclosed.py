"""Where a quotation without its closing mark ends.

The paragraph's end is the last resort. An attribution inserted behind a comma shows that the reporter speaks again
("“We will sue, he said."); a quoted fragment in a sentence of the reporter's ends with that sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from civicspace.annotations import Extent
from civicspace.components.quotes.complement import FINITE
from civicspace.components.quotes.content import attribution
from civicspace.components.quotes.cues import Cue
from civicspace.components.quotes.marks import Quotation
from civicspace.components.quotes.quoted_text import QuotedText

FRAGMENT_SENTENCES = 2
_SENTENCE_END = re.compile(r"[.!?](?=\s)")
_FIRST_PERSON = frozenset({"i", "we"})


def close_early(quoted: QuotedText, cues: list[Cue]) -> None:
    """Move the ends of unclosed quotations that nothing continues, in place.

    cues: all cues of the report in text order.
    """
    continued = {quotation.continues for quotation in quoted.quotations if quotation.continues is not None}
    heads = [cue.head for cue in cues]
    moved = False
    for k, quotation in enumerate(quoted.quotations):
        if quotation.closed or k in continued:
            continue
        first, beyond = quoted.inside(quotation.content)
        inside = cues[bisect_left(heads, first) : bisect_left(heads, beyond)]
        end = _end_of_fragment(quoted, quotation) or _before_attribution(quoted, k, inside)
        if end is not None and end > quotation.content.start:
            quotation.content = Extent(quotation.content.start, end)
            quotation.end = end
            moved = True
    if moved:
        quoted.refresh()


def _before_attribution(quoted: QuotedText, position: int, cues: list[Cue]) -> int | None:
    """The end of the words before the first attribution inserted in the quotation, or None."""
    table = quoted.table
    for cue in cues:
        verb = cue.head
        if cue.sense.part != "verb" or "quotation" not in cue.sense.frames or quoted.level[verb] != position:
            continue
        if table.tag[verb] not in FINITE:
            continue
        first, _ = attribution(quoted, verb, None)
        subjects = [j for j in table.children[verb] if table.dep[j] == "nsubj"]
        if not subjects or table.lower[subjects[0]] in _FIRST_PERSON or first == 0:
            continue
        if table.text[first - 1] in (",", "?", "!") and quoted.level[first - 1] == position:
            return table.end[first - 1]
    return None


def _end_of_fragment(quoted: QuotedText, quotation: Quotation) -> int | None:
    """The end of the sentence around a quoted fragment that more sentences follow, or None."""
    text, (start, end) = quoted.text, quotation.content
    if not text[start].islower():
        return None
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
    return ends[0] if len(ends) >= FRAGMENT_SENTENCES else None
