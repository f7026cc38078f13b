"""The spans of gold items, and the same items with other spans in their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import cast

from civicspace.gold.problems import LAYERS
from civicspace_schemas.base import Span
from civicspace_schemas.gold import (
    Gold,
    GoldChain,
    GoldDate,
    GoldEntity,
    GoldEvent,
    GoldQuote,
    HandGold,
    PointedDate,
    Pointer,
)

type HandSpan = Span | Pointer
type HandDate = GoldDate | PointedDate
type HandItem = GoldEntity | HandDate | GoldQuote[HandSpan] | GoldEvent[HandSpan] | GoldChain[HandSpan]
type AnySpan = Span | Pointer | PointedDate
"""Where words stand, however it is given; a GoldDate is a Span."""

type Place = Callable[[str, int, str, AnySpan], Span]
"""Layer, position of the item, field of the span in it, the span as it is -> the span as it is to be."""


type Items = Mapping[str, Mapping[int, HandItem]]
"""Layer -> position in it -> item."""


def items_of(gold: HandGold | Gold) -> dict[str, dict[int, HandItem]]:
    """All items of a report's gold; layers that nobody annotated are empty."""
    return {layer: dict(enumerate(getattr(gold, layer) or [])) for layer in LAYERS}


def spans_of(item: HandItem) -> Iterator[tuple[str, AnySpan]]:
    """An item's spans, each with the field that it stands in; a date is its own span, and its field is empty."""
    if isinstance(item, GoldDate | PointedDate):
        yield "", item
    elif isinstance(item, GoldQuote):
        yield from ((f"content[{k}]", span) for k, span in enumerate(item.content))
        if item.cue is not None:
            yield "cue", item.cue
        if item.speaker is not None:
            yield "speaker", item.speaker
    elif isinstance(item, GoldEvent):
        yield "trigger", item.trigger
    elif isinstance(item, GoldChain):
        yield from ((f"mentions[{k}]", span) for k, span in enumerate(item.mentions))


def with_spans(gold: HandGold | Gold, place: Place) -> Gold:
    """The same gold with other spans.

    place: gives the filled span for every span that ``spans_of`` yields; called in the order of the file.
    """
    quotes = cast("list[GoldQuote[HandSpan]]", gold.quotes)
    events = cast("list[GoldEvent[HandSpan]]", gold.events)
    chains = cast("list[GoldChain[HandSpan]] | None", gold.coreference)
    return Gold(
        report=gold.report,
        text_sha256=gold.text_sha256,
        status=gold.status,
        annotator=gold.annotator,
        reference_date=gold.reference_date,
        entities=gold.entities,
        dates=[_date(date, place("dates", k, "", date)) for k, date in enumerate(gold.dates)],
        quotes=[_quote(quote, k, place) for k, quote in enumerate(quotes)],
        events=[_event(event, place("events", k, "trigger", event.trigger)) for k, event in enumerate(events)],
        coreference=None if chains is None else [_chain(chain, k, place) for k, chain in enumerate(chains)],
    )


def _date(date: HandDate, span: Span) -> GoldDate:
    return GoldDate(
        start=span.start,
        end=span.end,
        text=span.text,
        kind=date.kind,
        edtf=date.edtf,
        duration=date.duration,
        modifier=date.modifier,
        note=date.note,
    )


def _quote(quote: GoldQuote[HandSpan], k: int, place: Place) -> GoldQuote[Span]:
    return GoldQuote[Span](
        kind=quote.kind,
        content=[place("quotes", k, f"content[{n}]", span) for n, span in enumerate(quote.content)],
        cue=None if quote.cue is None else place("quotes", k, "cue", quote.cue),
        speaker=None if quote.speaker is None else place("quotes", k, "speaker", quote.speaker),
        speaker_name=quote.speaker_name,
        note=quote.note,
    )


def _event(event: GoldEvent[HandSpan], trigger: Span) -> GoldEvent[Span]:
    return GoldEvent[Span](
        type=event.type,
        trigger=trigger,
        status=event.status,
        date=event.date,
        place=event.place,
        agents=event.agents,
        targets=event.targets,
        counts=event.counts,
        source=event.source,
        same_as=event.same_as,
        note=event.note,
    )


def _chain(chain: GoldChain[HandSpan], k: int, place: Place) -> GoldChain[Span]:
    mentions = [place("coreference", k, f"mentions[{n}]", span) for n, span in enumerate(chain.mentions)]
    return GoldChain[Span](entity=chain.entity, mentions=mentions)
