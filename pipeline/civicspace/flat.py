"""A record as flat tables: one row per event, quote, date and entity, names resolved, ready for a data frame.

Values are scalars, and lists of words where an item may have several (agents, groups, tags). Every row has all
columns of its table, in the order of ``flat_columns.COLUMNS``; what is unknown is None.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from civicspace.flat_columns import COLUMNS, COUNTED
from civicspace_schemas.events import Count, Event
from civicspace_schemas.layers import Date, Entity, Quote
from civicspace_schemas.record import Record

type Row = dict[str, Any]

_CONTEXT = 40


def flat_rows(record: Record, sentences: Sequence[tuple[int, int]], *, text: str | None = None) -> dict[str, list[Row]]:
    """The rows of one record, by table: events, quotes, dates, entities.

    sentences: character offsets in text order. text: the report's text, needed where the record leaves it out.
    Raises ValueError where there is neither.

    A row's key is made of content: report id, table, type, the item's words and the characters around them (for an
    entity: its name), with a running number for items that agree in all of it. It stays the same when rules elsewhere
    find more or less, and changes with the words themselves or the item's type.
    """
    whole = record.text if text is None else text
    if whole is None:
        raise ValueError(f"{record.report.id}: the record leaves its text out, so flat_rows needs it")
    return _Flattener(record, sentences, whole).tables()


class _Flattener:
    """One record with what its rows look up."""

    def __init__(self, record: Record, sentences: Sequence[tuple[int, int]], text: str) -> None:
        self.record = record
        self.text = text
        self.sentences = sentences
        self.sentence_starts = [start for start, _ in sentences]
        self.entities = {entity.id: entity for entity in record.entities}
        self.dates = {date.id: date for date in record.dates}
        self.acts = {mention: act.id for act in record.acts for mention in act.mentions}
        self.seen: Counter[tuple[str, ...]] = Counter()

    def tables(self) -> dict[str, list[Row]]:
        """Every table, its rows in the record's order with their columns in the order of COLUMNS."""
        found = {
            "events": map(self._event, self.record.events),
            "quotes": map(self._quote, self.record.quotes),
            "dates": map(self._date, self.record.dates),
            "entities": map(self._entity, self.record.entities),
        }
        return {
            table: [{column: row[column] for column in COLUMNS[table]} for row in rows] for table, rows in found.items()
        }

    def _key(self, *content: str) -> str:
        """A short fingerprint of an item's content within this report."""
        self.seen[content] += 1
        parts = (self.record.report.id, *content, str(self.seen[content]))
        return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()[:16]

    def _context(self, start: int, end: int) -> tuple[str, str]:
        """The characters on either side, white space squeezed: they tell equal words apart without counting them."""
        before = self.text[max(0, start - _CONTEXT) : start]
        behind = self.text[end : end + _CONTEXT]
        return " ".join(before.split()), " ".join(behind.split())

    def _sentence(self, offset: int) -> str | None:
        k = bisect_right(self.sentence_starts, offset) - 1
        if k < 0 or offset >= self.sentences[k][1]:
            return None
        return self.text[slice(*self.sentences[k])]

    def _item(self, item: Event | Quote | Date | Entity, start: int, end: int) -> Row:
        report = self.record.report
        return {
            "report_id": report.id,
            "id": item.id,
            "rule": item.rule,
            "start": start,
            "end": end,
            "sentence_text": self._sentence(start),
            "report_title": report.title,
            "report_country": report.country,
            "report_published": report.published,
        }

    def _time(self, ref: str | None, edtf: str | None = None) -> Row:
        date = self.dates[ref] if ref else None
        value = edtf or (date.edtf if date else None)
        bounds = date if date and date.edtf == value else None
        return {
            "date_text": date.text if date else None,
            "date_edtf": value,
            "date_earliest": bounds.earliest if bounds else None,
            "date_latest": bounds.latest if bounds else None,
        }

    def _event(self, event: Event) -> Row:
        place = self.entities[event.place] if event.place else None
        trigger = event.trigger
        attributes = event.attributes
        return {
            **self._item(event, trigger.start, trigger.end),
            "key": self._key("events", event.type, trigger.text, *self._context(trigger.start, trigger.end)),
            "act": self.acts.get(event.id),
            "same_as": event.same_as,
            "type": event.type,
            "family": event.family,
            "status": event.status,
            "trigger": trigger.text,
            **self._time(event.date, event.edtf),
            "place": place.name if place else None,
            "place_country": place.country if place else None,
            "place_basis": event.place_basis,
            "agents": [agent.name for agent in event.agents],
            "targets": [target.name for target in event.targets],
            "agent_groups": list(event.agent_groups),
            "target_groups": list(event.target_groups),
            "source": event.source.name if event.source else None,
            "mode": attributes.get("mode"),
            "polarity": attributes.get("polarity"),
            "outcome": attributes.get("outcome"),
            "stage": attributes.get("stage"),
            "charge": attributes.get("charge"),
            "penalty": attributes.get("sentence"),
            "weapon": attributes.get("weapon"),
            "method": attributes.get("method"),
            **_counts(event.counts),
            "civicus": list(event.codes.civicus),
            "acled": event.codes.acled,
            "plover": event.codes.plover,
            "sdg_16_10_1": event.codes.sdg_16_10_1,
        }

    def _quote(self, quote: Quote) -> Row:
        start, end = quote.content[0].start, quote.content[-1].end
        words = " ".join(span.text for span in quote.content)
        speaker = quote.speaker
        entity = self.entities[speaker.entity] if speaker.entity else None
        return {
            **self._item(quote, start, end),
            "key": self._key("quotes", quote.kind, words, *self._context(start, end)),
            "kind": quote.kind,
            "text": words,
            "cue": quote.cue.text if quote.cue else None,
            "speaker_name": speaker.name,
            "speaker_text": speaker.mention.text if speaker.mention else None,
            "speaker_entity": speaker.entity,
            "speaker_type": entity.type if entity else None,
            "speaker_title": entity.title if entity else None,
            "speaker_resolution": speaker.resolution,
            **self._time(quote.date),
        }

    def _date(self, date: Date) -> Row:
        return {
            **self._item(date, date.start, date.end),
            "key": self._key("dates", date.kind, date.text, *self._context(date.start, date.end)),
            "kind": date.kind,
            "text": date.text,
            "edtf": date.edtf,
            "duration": date.duration,
            "earliest": date.earliest,
            "latest": date.latest,
            "modifier": date.modifier,
            "anchor": date.anchor,
        }

    def _entity(self, entity: Entity) -> Row:
        first = entity.mentions[0]
        forms = [mention.text for mention in entity.mentions if mention.form in ("name", "acronym", "short")]
        return {
            **self._item(entity, first.start, first.end),
            "key": self._key("entities", entity.type, entity.name),
            "type": entity.type,
            "name": entity.name,
            "title": entity.title,
            "country": entity.country,
            "forms": list(dict.fromkeys(forms)),
            "mention_count": len(entity.mentions),
        }


def _counts(counts: Iterable[Count]) -> Row:
    """One pair of columns for each thing that may be counted."""
    row: Row = {column: None for what in COUNTED for column in (what, f"{what}_at_least")}
    for count in counts:
        held = row[count.what]
        if row[f"{count.what}_at_least"] is None or (count.value is not None and count.value > (held or -1)):
            row[count.what] = count.value
            row[f"{count.what}_at_least"] = count.at_least
    return row
