"""Lists of demands: what stands in a list under "We call on the authorities to:" is wanted, not done."""

from __future__ import annotations

from bisect import bisect_left

from civicspace.annotations import Event, Extent
from civicspace.components.sections.layout import Block, blocks
from civicspace.lexicons import terms
from civicspace.syntax import child, conjuncts
from civicspace.tokens import TokenTable

_DEMAND = "appeal_demand"


def mark_demand_lists(table: TokenTable, events: list[Event]) -> None:
    """Give the acts that open the items of a list of demands the status demanded, in place.

    events: in text order. A list of demands is introduced by a line that ends with a colon and holds a demand, or by a
    line or heading with a noun of lexicon/events/demand-headings.txt. Only an item's own imperative or infinitive
    ("release them and drop the charges") is wanted; what its clauses tell has happened.
    """
    if not events:
        return
    starts = [event.trigger.start for event in events]
    before: Block | None = None
    cue: Extent | None = None
    for block in blocks(table.doc.text):
        if block.kind == "item":
            if cue is not None:
                _mark(table, events[bisect_left(starts, block.start) : bisect_left(starts, block.end)], block, cue)
            continue
        before = block
        cue = _cue(table, events[bisect_left(starts, before.start) : bisect_left(starts, before.end)], before)


def _cue(table: TokenTable, events: list[Event], block: Block) -> Extent | None:
    """What makes a line the introduction of a list of demands, or None."""
    opens = table.doc.text[block.end - 1] == ":"
    demands = [event.trigger for event in events if event.type == _DEMAND]
    if opens and demands:
        return demands[-1]
    if opens or block.kind == "heading":
        first, last = table.covering(Extent(block.start, block.end))
        nouns = terms("events/demand-headings")
        for i in range(first, last + 1):
            if table.pos[i] in ("NOUN", "PROPN") and table.lemma[i].removesuffix("s") in nouns:
                return table.extent(i, i)
    return None


def _mark(table: TokenTable, events: list[Event], block: Block, cue: Extent) -> None:
    first = table.at(block.content)
    low, beyond = table.sents[table.sent[first]]
    wanted = {
        k
        for i in range(low, beyond)
        if table.head[i] == i
        for k in conjuncts(table, i)
        if table.tag[k] in ("VB", "VBP") and child(table, k, "nsubj", "nsubjpass", "aux") is None
    }
    for event in events:
        if event.status == "occurred" and table.at(event.trigger.start) in wanted:
            event.status = "demanded"
            event.cues = [*event.cues, cue]
