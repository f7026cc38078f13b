"""Annotations as the plain data of a record: offsets become spans with their text, list positions become ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from civicspace.annotations import (
    Act,
    Count,
    Entity,
    Event,
    Extent,
    Participant,
    Quote,
    Section,
    Timex,
    Warn,
)
from civicspace_schemas.taxonomy import taxonomy

type Data = dict[str, Any]

_ATTRIBUTE_ORDER = ("mode", "polarity", "outcome", "stage", "charge", "sentence", "weapon", "method")


def _id(prefix: str, position: int | None) -> str | None:
    return None if position is None else f"{prefix}{position + 1}"


class Layers:
    """Turns one report's annotations into data.

    text: the report as received; every span's text is cut from it. Nothing is checked here: the schema
    does that, so that a stage's mistake shows up as a field of the record.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def _span(self, start: int, end: int) -> Data:
        return {"start": start, "end": end, "text": self.text[start:end]}

    def _optional_span(self, extent: Extent | None) -> Data | None:
        return None if extent is None else self._span(*extent)

    def _participant(self, participant: Participant) -> Data:
        return {
            **self._span(participant.start, participant.end),
            "entity": _id("e", participant.entity),
            "name": participant.name,
        }

    def _count(self, count: Count) -> Data:
        return {
            **self._span(count.start, count.end),
            "what": count.what,
            "value": count.value,
            "at_least": count.at_least,
        }

    def sections(self, sections: Sequence[Section]) -> list[Data]:
        """Sections in the order given."""
        return [
            {
                "id": f"s{k}",
                "heading": self._optional_span(section.heading),
                "start": section.start,
                "end": section.end,
            }
            for k, section in enumerate(sections, 1)
        ]

    def entities(self, entities: Sequence[Entity]) -> list[Data]:
        """Entities in the order given."""
        return [
            {
                "id": f"e{k}",
                "rule": entity.rule,
                "type": entity.type,
                "name": entity.name,
                "title": entity.title,
                "country": entity.country,
                "mentions": [
                    {**self._span(mention.start, mention.end), "form": mention.form, "rule": mention.rule}
                    for mention in entity.mentions
                ],
            }
            for k, entity in enumerate(entities, 1)
        ]

    def dates(self, dates: Sequence[Timex]) -> list[Data]:
        """Dates in the order given."""
        return [
            {
                "id": f"d{k}",
                **self._span(date.start, date.end),
                "kind": date.kind,
                "edtf": date.edtf,
                "duration": date.duration,
                "earliest": date.earliest,
                "latest": date.latest,
                "modifier": date.modifier,
                "anchor": date.anchor,
                "rule": date.rule,
            }
            for k, date in enumerate(dates, 1)
        ]

    def quotes(self, quotes: Sequence[Quote]) -> list[Data]:
        """Quotes in the order given."""
        return [
            {
                "id": f"q{k}",
                "kind": quote.kind,
                "content": [self._span(*extent) for extent in quote.content],
                "cue": self._optional_span(quote.cue),
                "speaker": {
                    "mention": self._optional_span(quote.speaker.mention),
                    "entity": _id("e", quote.speaker.entity),
                    "name": quote.speaker.name,
                    "resolution": quote.speaker.resolution,
                },
                "date": _id("d", quote.date),
                "rule": quote.rule,
            }
            for k, quote in enumerate(quotes, 1)
        ]

    def events(self, events: Sequence[Event]) -> list[Data]:
        """Events in the order given, with the family and the codes that follow from what they hold."""
        return [self._event(k, event) for k, event in enumerate(events, 1)]

    def _event(self, number: int, event: Event) -> Data:
        info = taxonomy().by_id.get(event.type)
        return {
            "id": f"v{number}",
            "type": event.type,
            "family": info.family if info else None,
            "trigger": self._span(*event.trigger),
            "sentence": {"start": event.sentence.start, "end": event.sentence.end},
            "status": event.status,
            "date": _id("d", event.date),
            "edtf": event.edtf,
            "place": _id("e", event.place),
            "place_basis": event.place_basis,
            "agents": [self._participant(agent) for agent in event.agents],
            "targets": [self._participant(target) for target in event.targets],
            "agent_groups": list(event.agent_groups),
            "target_groups": list(event.target_groups),
            "attributes": dict(sorted(event.attributes.items(), key=_attribute_rank)),
            "cues": [self._span(*cue) for cue in event.cues],
            "counts": [self._count(count) for count in event.counts],
            "source": self._participant(event.source) if event.source else None,
            "codes": asdict(event.codes),
            "same_as": _id("v", event.same_as),
            "rule": event.rule,
        }

    def acts(self, acts: Sequence[Act]) -> list[Data]:
        """Acts in the order given."""
        return [
            {
                "id": f"a{k}",
                "type": act.type,
                "mentions": [_id("v", mention) for mention in act.mentions],
                "status": act.status,
                "date": _id("d", act.date),
                "edtf": act.edtf,
                "place": _id("e", act.place),
                "agents": [self._participant(agent) for agent in act.agents],
                "targets": [self._participant(target) for target in act.targets],
                "counts": [self._count(count) for count in act.counts],
            }
            for k, act in enumerate(acts, 1)
        ]


def warnings(found: Sequence[Warn]) -> list[Data]:
    """Warnings in the order given."""
    return [{"code": warn.code, "message": warn.message, "start": warn.start, "end": warn.end} for warn in found]


def _attribute_rank(item: tuple[str, str]) -> tuple[int, str]:
    name = item[0]
    return (_ATTRIBUTE_ORDER.index(name) if name in _ATTRIBUTE_ORDER else len(_ATTRIBUTE_ORDER), name)
