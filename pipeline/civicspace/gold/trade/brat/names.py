"""The names that gold's parts have in brat: types, relations, attributes, and the keys of notes."""

from __future__ import annotations

from typing import get_args

from civicspace_schemas.vocabulary import DateKind, EntityType, EventType, QuoteKind, Status

ENTITY_TYPES: tuple[EntityType, ...] = get_args(EntityType.__value__)
DATE_KINDS: tuple[DateKind, ...] = get_args(DateKind.__value__)
QUOTE_KINDS: tuple[QuoteKind, ...] = get_args(QuoteKind.__value__)
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType.__value__)
STATUSES: tuple[Status, ...] = get_args(Status.__value__)

REPORT = "Report"
CUE = "cue"
SPEAKER = "speaker"
MENTION = "mention"
ALIAS = "Alias"
COREF = "Coref"
CUED_BY = "cued_by"
SAID_BY = "said_by"
SAME_AS = "same_as"
STATUS = "Status"
NOTES = "AnnotatorNotes"

UNHEDGED: Status = "occurred"
"""The status of an event to which nobody gave one."""

SPANS = "spans"
"""The key of exact spans, written where brat's fragments can't tell them."""

NOTE = "note"
"""The key of an annotator's remark: what a note without any key is taken for."""

REPORT_KEYS = ("status", "annotator", "reference_date", "text_sha256", "coreference")
ENTITY_KEYS = ("name", "forms", "title", NOTE, SPANS)
DATE_KEYS = ("edtf", "duration", "modifier", NOTE, SPANS)
QUOTE_KEYS = ("speaker_name", NOTE, SPANS)
EVENT_KEYS = ("date", "place", "agents", "targets", "counts", "source", NOTE, SPANS)
MENTION_KEYS = ("entity", SPANS)
SPAN_KEYS = (SPANS,)

LIST_KEYS = frozenset({"forms", "agents", "targets", "counts", SPANS})
"""Keys that take several values."""


def keys_of(type_: str) -> tuple[str, ...]:
    """The keys that the note of a text-bound of a type may hold; none for a type that gold doesn't know."""
    for types, keys in (
        ((REPORT,), REPORT_KEYS),
        (ENTITY_TYPES, ENTITY_KEYS),
        (DATE_KINDS, DATE_KEYS),
        (QUOTE_KINDS, QUOTE_KEYS),
        (EVENT_TYPES, EVENT_KEYS),
        ((MENTION,), MENTION_KEYS),
        ((CUE, SPEAKER), SPAN_KEYS),
    ):
        if type_ in types:
            return keys
    return ()
