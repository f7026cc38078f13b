"""What holds of a whole record beyond the types of its fields.

Spans equal the text they point to; ids are unique and every reference between ids resolves; an event's type, family and
attributes agree with the taxonomy; a date's kind agrees with its values. Everything is one pass over the
record, so that checking costs little next to reading a report.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from civicspace_schemas.events import Act, Event
from civicspace_schemas.layers import Date
from civicspace_schemas.taxonomy import taxonomy

if TYPE_CHECKING:
    from civicspace_schemas.base import Extent, Span
    from civicspace_schemas.record import Record

type _Located = tuple[str, str, Span | Date]


def check_record(record: Record) -> None:
    """Check one record.

    Raises ValueError for the first thing that is wrong; the message holds the report's id, the item's id and the field.
    """
    try:
        _check_report(record)
        _check_ids(record)
        _check_spans(record)
        _check_extents(record)
        _check_dates(record.dates)
        _check_references(record)
        _check_events(record.events)
        _check_same_as(record)
    except ValueError as error:
        raise ValueError(f"{record.report.id}: {error}") from None


def _check_report(record: Record) -> None:
    report = record.report
    if (report.published is None) != (report.published_basis == "unknown"):
        raise ValueError(f"report.published_basis: {report.published_basis} with published {report.published}")
    if (report.country is None) != (report.country_basis == "unknown"):
        raise ValueError(f"report.country_basis: {report.country_basis} with country {report.country}")
    text = record.text
    if text is None:
        return
    if report.characters != len(text):
        raise ValueError(f"report.characters: {report.characters}, but the text has {len(text)}")
    if report.words != len(text.split()):
        raise ValueError(f"report.words: {report.words}, but the text has {len(text.split())}")
    if report.sha256 != hashlib.sha256(text.encode("utf-8")).hexdigest():
        raise ValueError("report.sha256: not that of the text")


def _check_ids(record: Record) -> None:
    layers = (record.sections, record.entities, record.dates, record.quotes, record.events, record.acts)
    for layer in layers:
        seen = set()
        for item in layer:
            if item.id in seen:
                raise ValueError(f"{item.id}: id stands twice")
            seen.add(item.id)


def _spans(record: Record) -> Iterator[_Located]:
    """Every span with the id of the item and the field that it stands in."""
    for section in record.sections:
        if section.heading is not None:
            yield section.id, "heading", section.heading
    for entity in record.entities:
        for mention in entity.mentions:
            yield entity.id, "mentions", mention
    for date in record.dates:
        yield date.id, "text", date
    for quote in record.quotes:
        for content in quote.content:
            yield quote.id, "content", content
        if quote.cue is not None:
            yield quote.id, "cue", quote.cue
        if quote.speaker.mention is not None:
            yield quote.id, "speaker.mention", quote.speaker.mention
    for event in record.events:
        yield event.id, "trigger", event.trigger
        for cue in event.cues:
            yield event.id, "cues", cue
        if event.source is not None:
            yield event.id, "source", event.source
        yield from _roles(event)
    for act in record.acts:
        yield from _roles(act)


def _roles(item: Event | Act) -> Iterator[_Located]:
    for agent in item.agents:
        yield item.id, "agents", agent
    for target in item.targets:
        yield item.id, "targets", target
    for count in item.counts:
        yield item.id, "counts", count


def _check_spans(record: Record) -> None:
    text = record.text
    length = record.report.characters
    for owner, field, span in _spans(record):
        start, end = span.start, span.end
        if not start < end <= length or end - start != len(span.text):
            raise ValueError(
                f"{owner}.{field}: {start}..{end} can't hold {span.text!r} in a text of {length} characters"
            )
        if text is not None and text[start:end] != span.text:
            raise ValueError(f"{owner}.{field}: {start}..{end} is {text[start:end]!r}, not {span.text!r}")


def _inside(start: int, end: int, outer: Extent) -> bool:
    return outer.start <= start and end <= outer.end


def _check_extents(record: Record) -> None:
    length = record.report.characters
    behind = 0
    for section in record.sections:
        if not behind <= section.start <= section.end <= length:
            raise ValueError(
                f"{section.id}: {section.start}..{section.end} overlaps the section before it or leaves the text"
            )
        behind = section.end
        heading = section.heading
        if heading is not None and not section.start <= heading.start < heading.end <= section.end:
            raise ValueError(f"{section.id}.heading: outside its section")
    for event in record.events:
        sentence = event.sentence
        if not sentence.start < sentence.end <= length:
            raise ValueError(f"{event.id}.sentence: {sentence.start}..{sentence.end} leaves the text")
        if not _inside(event.trigger.start, event.trigger.end, sentence):
            raise ValueError(f"{event.id}.trigger: outside its sentence")
    for k, warning in enumerate(record.warnings):
        if (warning.start is None) != (warning.end is None):
            raise ValueError(f"warnings.{k}: start and end go together")
        if warning.end is not None and not (warning.start or 0) <= warning.end <= length:
            raise ValueError(f"warnings.{k}: {warning.start}..{warning.end} leaves the text")


def _check_dates(dates: Iterable[Date]) -> None:
    for date in dates:
        if date.kind == "date" and (date.duration is not None or (date.edtf is not None and "T" in date.edtf)):
            raise ValueError(f"{date.id}.kind: a date has no duration and no time of day")
        if date.kind == "time" and date.duration is not None:
            raise ValueError(f"{date.id}.duration: a time of day has none")
        if date.kind == "duration" and date.edtf is not None:
            raise ValueError(f"{date.id}.edtf: a duration has none")
        if date.earliest is not None and date.latest is not None and date.earliest > date.latest:
            raise ValueError(f"{date.id}.earliest: {date.earliest} is behind latest {date.latest}")


def _check_references(record: Record) -> None:
    entities = {entity.id for entity in record.entities}
    dates = {date.id for date in record.dates}
    events = {event.id for event in record.events}

    def resolve(owner: str, field: str, ref: str | None, known: set[str]) -> None:
        if ref is not None and ref not in known:
            raise ValueError(f"{owner}.{field}: {ref} is no id of this record")

    for quote in record.quotes:
        resolve(quote.id, "date", quote.date, dates)
        resolve(quote.id, "speaker.entity", quote.speaker.entity, entities)
    items: list[Event | Act] = [*record.events, *record.acts]
    for item in items:
        resolve(item.id, "date", item.date, dates)
        resolve(item.id, "place", item.place, entities)
        for agent in item.agents:
            resolve(item.id, "agents.entity", agent.entity, entities)
        for target in item.targets:
            resolve(item.id, "targets.entity", target.entity, entities)
    for event in record.events:
        if event.source is not None:
            resolve(event.id, "source.entity", event.source.entity, entities)
    for act in record.acts:
        for mention in act.mentions:
            resolve(act.id, "mentions", mention, events)


@cache
def _type_table() -> dict[str, tuple[str, dict[str, frozenset[str] | None]]]:
    """Type -> its family, and each of its attributes with the values it may take (None: any words)."""
    return {
        info.id: (
            info.family,
            {name: None if values == "text" else frozenset(values) for name, values in info.attributes.items()},
        )
        for info in taxonomy().types
    }


def _check_events(events: Iterable[Event]) -> None:
    table = _type_table()
    for event in events:
        family, attributes = table[event.type]
        if event.family != family:
            raise ValueError(f"{event.id}.family: {event.type} belongs to {family}, not {event.family}")
        for name, value in event.attributes.items():
            if name not in attributes:
                raise ValueError(f"{event.id}.attributes.{name}: {event.type} has no such attribute")
            allowed = attributes[name]
            if allowed is not None and value not in allowed:
                raise ValueError(f"{event.id}.attributes.{name}: {event.type} can't have {value!r}")
        if event.place is not None and event.place_basis is None:
            raise ValueError(f"{event.id}.place_basis: missing beside a place")
        if event.place is None and event.place_basis in ("stated", "carried"):
            raise ValueError(f"{event.id}.place_basis: {event.place_basis} without a place")


def _check_same_as(record: Record) -> None:
    """A later mention points to the first one, which has the same type; an event belongs to one act at most."""
    earlier: dict[str, Event] = {}
    for event in record.events:
        if event.same_as is not None:
            first = earlier.get(event.same_as)
            if first is None:
                raise ValueError(f"{event.id}.same_as: {event.same_as} is no earlier event of this record")
            if first.same_as is not None:
                raise ValueError(f"{event.id}.same_as: {first.id} is not the first mention")
            if first.type != event.type:
                raise ValueError(f"{event.id}.same_as: {first.id} is of another type, {first.type}")
        earlier[event.id] = event
    act_of: dict[str, str] = {}
    for act in record.acts:
        for mention in act.mentions:
            if earlier[mention].type != act.type:
                raise ValueError(f"{act.id}.mentions: {mention} is of another type, {earlier[mention].type}")
            if mention in act_of:
                raise ValueError(f"{act.id}.mentions: {mention} belongs to {act_of[mention]}")
            act_of[mention] = act.id
    for event in record.events:
        if event.same_as is not None and act_of.get(event.id) != act_of.get(event.same_as):
            raise ValueError(f"{event.id}.same_as: {event.same_as} belongs to another act")
