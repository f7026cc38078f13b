"""Gold to brat standoff."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from civicspace.errors import CorpusError
from civicspace.gold.trade.brat.fragments import LINE_BREAKS, Fragment, as_note, fragments_of, marked_text, spans_of
from civicspace.gold.trade.brat.names import (
    ALIAS,
    COREF,
    CUE,
    CUED_BY,
    MENTION,
    NOTES,
    REPORT,
    SAID_BY,
    SAME_AS,
    SPANS,
    SPEAKER,
    STATUS,
)
from civicspace.gold.trade.brat.notes import written
from civicspace.gold.trade.counts import counts_written
from civicspace.gold.trade.form_places import places_of
from civicspace_schemas.base import Span
from civicspace_schemas.gold import Gold, GoldDate, GoldEntity, GoldEvent, GoldQuote

type Values = list[tuple[str, str | Sequence[str] | None]]

NO_SHA256 = "none"
"""How a note writes that gold names no text that it was made for."""


def to_brat(gold: Gold, text: str) -> str:
    """The .ann file of a report's gold.

    text: the report, without byte order mark; offsets count its code points. Raises CorpusError where brat can't hold
    something: a span of line breaks alone, an entity none of whose forms stands in the text.
    """
    return "".join(f"{line}\n" for line in _Writer(gold, text).lines())


class _Writer:
    """Writes one file; counts the ids that it gave."""

    def __init__(self, gold: Gold, text: str) -> None:
        self.gold = gold
        self.text = text
        self.counts = dict.fromkeys("TREA#", 0)
        self.shared: dict[tuple[str, int, int], str] = {}

    def lines(self) -> Iterator[str]:
        yield from self.report()
        places = places_of((form for entity in self.gold.entities for form in entity.forms), self.text)
        for k, entity in enumerate(self.gold.entities):
            yield from self.entity(entity, places, f"entities[{k}]")
        for k, date in enumerate(self.gold.dates):
            yield from self.date(date, f"dates[{k}]")
        for k, quote in enumerate(self.gold.quotes):
            yield from self.quote(quote, f"quotes[{k}]")
        yield from self.events()
        for k, chain in enumerate(self.gold.coreference or ()):
            mentions = []
            for n, mention in enumerate(chain.mentions):
                entity_name: Values = [] if n else [("entity", chain.entity)]
                yield from self.mark(MENTION, [mention], f"coreference[{k}]", entity_name)
                mentions.append(self.last("T"))
            yield from self.joined(COREF, mentions)

    def new(self, kind: str) -> str:
        self.counts[kind] += 1
        return self.last(kind)

    def last(self, kind: str) -> str:
        return f"{kind}{self.counts[kind]}"

    def note(self, target: str, values: Values) -> Iterator[str]:
        if note := written(values):
            yield f"{self.new('#')}\t{NOTES} {target}\t{note}"

    def fragments(self, spans: Sequence[Span], item: str) -> tuple[list[Fragment], list[str]]:
        """The fragments that mark spans, and the exact spans where those don't tell them."""
        exact = [(span.start, span.end) for span in spans]
        fragments = fragments_of(exact, self.text)
        if not fragments:
            raise CorpusError(
                f"{self.gold.report}: {item}: a span of line breaks alone can't be marked in brat: correct the gold"
            )
        return fragments, [] if spans_of(fragments, self.text) == exact else as_note(exact)

    def text_bound(self, type_: str, fragments: Sequence[Fragment]) -> str:
        offsets = ";".join(f"{start} {end}" for start, end in fragments)
        return f"{self.new('T')}\t{type_} {offsets}\t{marked_text(fragments, self.text)}"

    def mark(self, type_: str, spans: Sequence[Span], item: str, values: Values) -> Iterator[str]:
        """A text-bound and its note."""
        fragments, exact = self.fragments(spans, item)
        yield self.text_bound(type_, fragments)
        yield from self.note(self.last("T"), [*values, (SPANS, exact)])

    def joined(self, type_: str, members: Sequence[str]) -> Iterator[str]:
        if len(members) > 1:
            yield f"*\t{type_} {' '.join(members)}"

    def relation(self, type_: str, source: str, target: str) -> str:
        return f"{self.new('R')}\t{type_} Arg1:{source} Arg2:{target}"

    def report(self) -> Iterator[str]:
        word = re.search(rf"[^\s{LINE_BREAKS}]+", self.text)
        if word is None:
            raise CorpusError(f"{self.gold.report}: the report holds no words: nothing can be marked in it")
        yield f"{self.new('T')}\t{REPORT} {word.start()} {word.end()}\t{word[0]}"
        yield from self.note(
            self.last("T"),
            [
                ("status", self.gold.status),
                ("annotator", self.gold.annotator),
                ("reference_date", self.gold.reference_date),
                ("text_sha256", self.gold.text_sha256 or NO_SHA256),
                ("coreference", None if self.gold.coreference is None else "annotated"),
            ],
        )

    def entity(self, entity: GoldEntity, places: dict[str, Span], item: str) -> Iterator[str]:
        marked = [form for form in entity.forms if form in places and form.strip(LINE_BREAKS)]
        if not marked:
            raise CorpusError(
                f"{self.gold.report}: {item}: none of the forms of {entity.name!r} stands in the text: correct the gold"
            )
        plain = marked == entity.forms == [entity.name]
        values: Values = [
            ("name", None if plain else entity.name),
            ("forms", [form for form in entity.forms if form not in marked]),
            ("title", entity.title),
            ("note", entity.note),
        ]
        members = []
        for n, form in enumerate(marked):
            yield from self.mark(entity.type, [places[form]], item, [] if n else values)
            members.append(self.last("T"))
        yield from self.joined(ALIAS, members)

    def date(self, date: GoldDate, item: str) -> Iterator[str]:
        values: Values = [
            ("edtf", date.edtf),
            ("duration", date.duration),
            ("modifier", date.modifier),
            ("note", date.note),
        ]
        yield from self.mark(date.kind, [date], item, values)

    def quote(self, quote: GoldQuote[Span], item: str) -> Iterator[str]:
        values: Values = [("speaker_name", quote.speaker_name), ("note", quote.note)]
        yield from self.mark(quote.kind, quote.content, item, values)
        source = self.last("T")
        for type_, relation, span in ((CUE, CUED_BY, quote.cue), (SPEAKER, SAID_BY, quote.speaker)):
            if span is None:
                continue
            place = (type_, span.start, span.end)
            if place not in self.shared:
                yield from self.mark(type_, [span], item, [])
                self.shared[place] = self.last("T")
            yield self.relation(relation, source, self.shared[place])

    def events(self) -> Iterator[str]:
        number = len(self.gold.events)
        for k, event in enumerate(self.gold.events):
            place = (event.type, event.trigger.start, event.trigger.end)
            fragments, exact = self.fragments([event.trigger], f"events[{k}]")
            if place not in self.shared:
                yield self.text_bound(event.type, fragments)
                self.shared[place] = self.last("T")
            yield f"{self.new('E')}\t{event.type}:{self.shared[place]} "  # brat writes that space too
            yield f"{self.new('A')}\t{STATUS} {self.last('E')} {event.status}"
            yield from self.note(self.last("E"), [*_event_values(event), (SPANS, exact)])
        for k, event in enumerate(self.gold.events):
            if event.same_as is not None:
                if event.same_as >= number:
                    raise CorpusError(
                        f"{self.gold.report}: events[{k}]: same_as {event.same_as}:"
                        f" there are {number} events, counted from 0"
                    )
                yield self.relation(SAME_AS, f"E{k + 1}", f"E{event.same_as + 1}")


def _event_values(event: GoldEvent[Span]) -> Values:
    return [
        ("date", event.date),
        ("place", event.place),
        ("agents", event.agents),
        ("targets", event.targets),
        ("counts", counts_written(event.counts)),
        ("source", event.source),
        ("note", event.note),
    ]
