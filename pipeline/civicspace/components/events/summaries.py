"""Headlines: the passage that tells in full what a headline or the opening paragraph tells in short.

A headline is linked only where people show which act it means ("radio host freed"), or the passage under it has
no other act of its type; a headline about many ("critics jailed") means no act in particular.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from civicspace.annotations import Event, Extent
from civicspace.components.events.linking import UNREAL, entities_of, overlap
from civicspace.components.events.narrative_lexicon import narrative_lexicon
from civicspace.tokens import TokenTable

_REACH = 8


def link_summaries(
    table: TokenTable, events: Sequence[Event], summaries: Sequence[tuple[Extent, Extent]]
) -> list[tuple[int, int]]:
    """Link what a headline or the opening paragraph tells in short to the passage that tells it in full.

    events: in text order; their ``same_as`` is changed in place. summaries: pairs of the summary's
    extent and the extent that it sums up. Gives pairs of positions: the short mention, the one told in full.
    """
    by_type: dict[str, list[int]] = {}
    for k, event in enumerate(events):
        if event.status not in UNREAL and event.type not in narrative_lexicon().series:
            by_type.setdefault(event.type, []).append(k)
    members: dict[int, list[int]] = {}
    for k, event in enumerate(events):
        members.setdefault(k if event.same_as is None else event.same_as, []).append(k)
    starts = {kind: [events[k].trigger.start for k in positions] for kind, positions in by_type.items()}
    linked: list[tuple[int, int]] = []
    used: set[int] = set()
    for summary, whole in summaries:
        for kind, positions in by_type.items():
            for k in positions[bisect_left(starts[kind], summary.start) : bisect_left(starts[kind], summary.end)]:
                if events[k].edtf is None and events[k].same_as is None and not _general(table, events[k]):
                    behind = bisect_left(starts[kind], summary.end)
                    beyond = bisect_left(starts[kind], whole.end)
                    told = [j for j in positions[behind : min(beyond, behind + _REACH)] if j not in used]
                    full = _the_one_meant(table, events, k, told)
                    if full is not None:
                        used.add(full)
                        linked.append((k, full))
                        root = events[full].same_as
                        group = members.pop(full if root is None else root, [])
                        for j in group:
                            if j != k:
                                events[j].same_as = k
                        members.setdefault(k, [k]).extend(j for j in group if j != k)
    return linked


def _the_one_meant(table: TokenTable, events: Sequence[Event], short: int, told: Sequence[int]) -> int | None:
    """The act that a short mention sums up: the first that people show, else the only one possible."""
    able = [j for j in told if not _against(events[short], events[j])]
    shown = next((j for j in able if _same_people(table, events[short], events[j])), None)
    if shown is not None:
        return shown
    if not events[short].targets and events[short].type in narrative_lexicon().single:
        return next((j for j in able if events[j].edtf is not None), None)
    roots = {j if events[j].same_as is None else events[j].same_as for j in told}
    if len(roots) != 1 or not able or events[able[0]].edtf is None:
        return None
    return able[0] if not (events[short].targets and events[able[0]].targets) else None


def _general(table: TokenTable, event: Event) -> bool:
    """A plural of nobody in particular ("arrests and trials", "critics jailed") sums up many acts, not one."""
    if event.counts:
        return False
    last = table.covering(event.trigger)[1]
    if table.tag[last] == "NNS" and not event.targets:
        return True
    heads = [table.covering(Extent(p.start, p.end))[1] for p in event.targets if p.entity is None]
    return any(table.tag[i] in ("NNS", "NNPS") for i in heads)


def _against(short: Event, full: Event) -> bool:
    """True where places or kinds of people can't be those of one act."""
    if short.place_basis == full.place_basis == "stated" and short.place != full.place:
        return True
    mine, theirs = entities_of(short.targets), entities_of(full.targets)
    if mine and theirs and not mine & theirs:
        return True
    return bool(short.target_groups and full.target_groups and not set(short.target_groups) & set(full.target_groups))


def _same_people(table: TokenTable, short: Event, full: Event) -> bool:
    """True where targets are the same person or thing, by name, description or kind."""
    counts = {(c.what, c.value) for c in short.counts if c.value is not None}
    if overlap(short.targets, full.targets) or counts & {(c.what, c.value) for c in full.counts}:
        return True
    heads = {table.lemma[table.covering(Extent(p.start, p.end))[1]] for p in short.targets if p.entity is None}
    if heads & {table.lemma[table.covering(Extent(p.start, p.end))[1]] for p in full.targets if p.entity is None}:
        return True
    one = len(short.targets) == len(full.targets) == 1 and not short.counts
    kinds = set(short.target_groups) & set(full.target_groups)
    return one and bool(kinds) and bool(entities_of(full.targets))
