"""brat standoff to gold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from civicspace.gold.checking import sha256_of
from civicspace.gold.order import in_order
from civicspace.gold.trade.brat.lines import Event, Line, TextBound, annotations_of
from civicspace.gold.trade.brat.marked import Marked
from civicspace.gold.trade.brat.names import (
    ALIAS,
    COREF,
    CUE,
    CUED_BY,
    DATE_KINDS,
    ENTITY_TYPES,
    EVENT_TYPES,
    MENTION,
    QUOTE_KINDS,
    REPORT,
    SAID_BY,
    SAME_AS,
    SPANS,
    SPEAKER,
    STATUS,
    UNHEDGED,
)
from civicspace.gold.trade.brat.writing import NO_SHA256
from civicspace.gold.trade.counts import counts_read
from civicspace.gold.trade.marks import chain_of, entity_of, joined
from civicspace_schemas.base import Span
from civicspace_schemas.gold import Gold, GoldChain, GoldDate, GoldEntity, GoldEvent, GoldQuote
from civicspace_schemas.vocabulary import DateKind, EntityType, QuoteKind


def from_brat(ann: str, text: str, report_id: str) -> Gold:
    """A report's gold from its .ann file, in gold's order.

    ann: the .ann file's text. text: the report, without byte order mark; offsets count its code points. A mark without
    a note is a valid item with default values. A file whose ``Report`` mark is gone, or whose note has no status, is a
    draft: nobody has said that it was reviewed.

    Raises CorpusError for the first line that can't be understood: file, line, what is wrong and what to do.
    """
    return _Reader(annotations_of(ann, f"{report_id}.ann"), text, report_id).gold()


class _Reader(Marked):
    """Reads one file's annotations as gold."""

    def gold(self) -> Gold:
        marks = self.marks([REPORT])
        report = marks[0] if marks else None
        return in_order(
            self.made("", self.note_line(report) if report else Line(1, REPORT), self.whole, marks), self.text
        )

    def whole(self, marks: Sequence[TextBound]) -> Gold:
        """All layers, in the order of ids."""
        for mark in marks[1:]:
            self.wrong(mark, f"there is another {REPORT} mark: keep one")
        values = {key: value[0] for mark in marks for key, value in self.values(mark).items()}
        chains = self.chains()
        about: dict[str, Any] = {"status": values.get("status", "draft"), "annotator": values.get("annotator")}
        return Gold(
            report=self.report_id,
            text_sha256=self.sha256(values.get("text_sha256"), marks),
            reference_date=values.get("reference_date"),
            entities=self.entities(),
            dates=[self.made("dates", self.note_line(mark), self.date, mark) for mark in self.marks(DATE_KINDS)],
            quotes=self.quotes(),
            events=self.events(),
            coreference=chains if chains or "coreference" in values else None,
            **about,
        )

    def sha256(self, given: str | None, marks: Sequence[TextBound]) -> str | None:
        """The text's fingerprint: as the file gives it, else taken anew, for all marks fit the text."""
        actual = sha256_of(self.text)
        if given not in (None, actual, NO_SHA256):
            self.wrong(
                self.note_line(marks[0]),
                "text_sha256 is another text's: the report was changed since; mark it anew, or delete text_sha256",
            )
        return None if given == NO_SHA256 else actual

    def entities(self) -> list[GoldEntity]:
        marks = {mark.id: mark for mark in self.marks(ENTITY_TYPES)}
        groups = [[marks[key] for key in group] for group in joined(list(marks), self.pairs(ALIAS))]
        return [self.made("entities", self.note_line(group[0]), self.entity, group) for group in groups]

    def entity(self, marks: Sequence[TextBound]) -> GoldEntity:
        return entity_of(
            [cast("EntityType", mark.type) for mark in marks],
            [self.one_span(mark).text for mark in marks],
            [form for mark in marks for form in self.values(mark).get("forms", [])],
            [{key: value[0] for key, value in self.values(mark).items()} for mark in marks],
        )

    def date(self, mark: TextBound) -> GoldDate:
        values: dict[str, Any] = {key: self.value(mark, key) for key in ("edtf", "duration", "modifier", "note")}
        return GoldDate(**self.one_span(mark).model_dump(), kind=cast("DateKind", mark.type), **values)

    def quotes(self) -> list[GoldQuote[Span]]:
        used: set[str] = set()
        ends: dict[tuple[str, str], str] = {}
        for relation in self.found.relations:
            if relation.type in (CUED_BY, SAID_BY):
                used.add(relation.target)
                if ends.setdefault((relation.source, relation.type), relation.target) != relation.target:
                    self.wrong(relation, f"{relation.source} has another {relation.type}: keep one of them")
        for mark in self.marks([CUE, SPEAKER]):
            if mark.id not in used:
                arc = CUED_BY if mark.type == CUE else SAID_BY
                self.wrong(mark, f"no quote has this {mark.type}: draw {arc} to it from its quote, or delete it")

        marks = self.marks(QUOTE_KINDS)
        return [self.made("quotes", self.note_line(mark), self.quote, mark, ends) for mark in marks]

    def quote(self, mark: TextBound, ends: Mapping[tuple[str, str], str]) -> GoldQuote[Span]:
        """ends: where the arcs of each type lead from each quote."""
        cue, speaker = (ends.get((mark.id, relation)) for relation in (CUED_BY, SAID_BY))
        return GoldQuote[Span](
            kind=cast("QuoteKind", mark.type),
            content=self.spans[mark.id],
            cue=None if cue is None else self.one_span(self.found.text_bounds[cue]),
            speaker=None if speaker is None else self.one_span(self.found.text_bounds[speaker]),
            speaker_name=self.value(mark, "speaker_name"),
            note=self.value(mark, "note"),
        )

    def events(self) -> list[GoldEvent[Span]]:
        """The events, and marks of an event's type that no event stands on: somebody forgot brat's E line."""
        sources: list[Event | TextBound] = list(self.found.events.values())
        sources += [mark for mark in self.marks(EVENT_TYPES) if mark.id not in self.triggers]
        place = {source.id: k for k, source in enumerate(sources)}
        status: dict[str, str] = {}
        for attribute in self.found.attributes:
            if status.setdefault(attribute.target, attribute.value or "") != attribute.value:
                self.wrong(attribute, f"{attribute.target} has another {STATUS}: keep one of them")
        same_as: dict[str, int] = {}
        for relation in self.found.relations:
            if relation.type == SAME_AS:
                if relation.source not in place or relation.target not in place:
                    self.wrong(relation, f"{SAME_AS} joins events, not their triggers: draw it between the events")
                if same_as.setdefault(relation.source, place[relation.target]) != place[relation.target]:
                    self.wrong(relation, f"{relation.source} has another {SAME_AS}: keep one of them")
        return [
            self.made("events", self.note_line(e), self.event, e, status.get(e.id, UNHEDGED), same_as.get(e.id))
            for e in sources
        ]

    def event(self, source: Event | TextBound, status: str, same_as: int | None) -> GoldEvent[Span]:
        trigger = self.found.text_bounds.get(source.trigger) if isinstance(source, Event) else source
        if trigger is None or trigger.type != source.type:
            self.wrong(source, f"its trigger is no mark of the type {source.type}: mark the word as one")
        values = self.values(source)
        spans = self.spans_at(trigger, values.get(SPANS), self.note_line(source))
        if len(spans) > 1:
            self.wrong(trigger, "a trigger is one stretch of text: mark it without its gap")
        about: dict[str, Any] = {
            "type": source.type,
            "status": status,
            **{key: self.value(source, key) for key in ("date", "place", "source", "note")},
            "agents": values.get("agents", []),
            "targets": values.get("targets", []),
            "counts": counts_read(values.get("counts", [])),
        }
        return GoldEvent[Span](trigger=spans[0], same_as=same_as, **about)

    def chains(self) -> list[GoldChain[Span]]:
        marks = {mark.id: mark for mark in self.marks([MENTION])}
        groups = [[marks[key] for key in group] for group in joined(list(marks), self.pairs(COREF))]
        return [self.made("coreference", self.note_line(group[0]), self.chain, group) for group in groups]

    def chain(self, marks: Sequence[TextBound]) -> GoldChain[Span]:
        return chain_of([self.one_span(mark) for mark in marks], [self.value(mark, "entity") for mark in marks])
