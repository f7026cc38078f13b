"""The one order of a gold file: text order in every layer, so that two people's files can be compared line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from civicspace_schemas.base import Span
from civicspace_schemas.gold import Gold, GoldChain, GoldDate, GoldEntity, GoldEvent, GoldQuote
from civicspace_schemas.vocabulary import CountWhat, EntityType

_TYPES = {name: k for k, name in enumerate(get_args(EntityType.__value__))}
_COUNTED = {name: k for k, name in enumerate(get_args(CountWhat.__value__))}


def in_order(gold: Gold, text: str) -> Gold:
    """The same annotations in order.

    Entities go by type, then by where a form of theirs first stands; the name comes first among the forms; dates,
    quotes, events, chains and their spans go by their offsets, what stands at one place keeping its order. A same_as
    points to the act's first mention in that order. text: the report.
    """
    return gold.model_copy(
        update={
            "entities": sorted(
                (_entity_in_order(e, text) for e in gold.entities),
                key=lambda e: (_TYPES[e.type], min(_place(form, text) for form in e.forms), e.name),
            ),
            "dates": sorted(gold.dates, key=_offsets),
            "quotes": sorted((_quote_in_order(q) for q in gold.quotes), key=lambda q: _offsets(q.content[0])),
            "events": events_in_order(gold.events),
            "coreference": gold.coreference
            and sorted((_chain_in_order(c) for c in gold.coreference), key=lambda c: _offsets(c.mentions[0])),
        }
    )


def _offsets(span: Span | GoldDate) -> tuple[int, int]:
    return span.start, span.end


def _place(form: str, text: str) -> int:
    found = text.find(form)
    return found if found >= 0 else len(text)


def _entity_in_order(entity: GoldEntity, text: str) -> GoldEntity:
    forms = sorted(set(entity.forms), key=lambda form: (form != entity.name, _place(form, text), form))
    return entity.model_copy(update={"forms": forms})


def _quote_in_order(quote: GoldQuote[Span]) -> GoldQuote[Span]:
    return quote.model_copy(update={"content": sorted(quote.content, key=_offsets)})


def _chain_in_order(chain: GoldChain[Span]) -> GoldChain[Span]:
    return chain.model_copy(update={"mentions": sorted(chain.mentions, key=_offsets)})


def events_in_order(events: list[GoldEvent[Span]]) -> list[GoldEvent[Span]]:
    """Events by their triggers' offsets, each same_as turned to the first mention of its act in that order.

    Raises ValueError for a same_as that is no position in the list.
    """
    order = sorted(range(len(events)), key=lambda k: _offsets(events[k].trigger))
    new = {old: k for k, old in enumerate(order)}
    acts = acts_of(events)
    first: dict[int, int] = {}
    for old in order:
        first.setdefault(acts[old], new[old])
    placed = []
    for old in order:
        event = events[old]
        mention = first[acts[old]]
        counts = {what: event.counts[what] for what in sorted(event.counts, key=_COUNTED.__getitem__)}
        placed.append(event.model_copy(update={"same_as": None if mention == new[old] else mention, "counts": counts}))
    return placed


def acts_of(events: Sequence[GoldEvent[Span]]) -> list[int]:
    """For each event the position at which its chain of same_as ends, which all mentions of one act share.

    A chain that runs into a circle ends at the circle's smallest position. Raises ValueError for a same_as that is no
    position in the list.
    """
    ends: dict[int, int] = {}
    for start in range(len(events)):
        path: list[int] = []
        seen: set[int] = set()
        k = start
        while k not in ends and k not in seen:
            path.append(k)
            seen.add(k)
            link = events[k].same_as
            if link is None:
                break
            if link >= len(events):
                raise ValueError(f"events[{k}]: same_as {link}: there are {len(events)} events, counted from 0")
            k = link
        end = ends[k] if k in ends else min(path[path.index(k) :])
        ends.update(dict.fromkeys(path, end))
    return [ends[k] for k in range(len(events))]
