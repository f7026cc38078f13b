"""What the stages leave on a Doc: plain data, one class a layer.

Offsets are character offsets into ``doc.text`` (Unicode code points, half open), never token
indices, so that they mean the same on a piece's Doc, on the joined Doc and in the record. One
annotation refers to another by its position in that layer's list on the Doc (``Quote.date == 0`` is
``doc._.civic_dates[0]``): lists of plain data can be copied and serialised, object references can't.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

EntityType = Literal["person", "organisation", "place", "group", "law", "event", "work"]
MentionForm = Literal["name", "acronym", "short", "title", "pronoun", "nominal"]
TimexKind = Literal["date", "time", "duration", "set"]
Modifier = Literal["early", "mid", "late", "approximate", "before", "after", "since", "until"]
Anchor = Literal["explicit", "published", "narrative", "section", "event"]
QuoteKind = Literal["direct", "indirect", "mixed"]
Resolution = Literal["named", "short", "acronym", "title", "pronoun", "description", "anonymous", "none"]
Status = Literal["occurred", "ongoing", "alleged", "planned", "demanded", "negated", "hypothetical"]
PlaceBasis = Literal["stated", "carried", "report_country"]
CountWhat = Literal["killed", "injured", "detained", "released", "participants", "signatories", "other"]
PublishedBasis = Literal["stated", "inferred", "unknown"]


class Extent(NamedTuple):
    """A stretch of text: character offsets, ``start`` inclusive, ``end`` exclusive."""

    start: int
    end: int


@dataclass(slots=True)
class Section:
    """A heading with the text under it; the first section of a report may have no heading."""

    start: int
    end: int
    heading: Extent | None = None


@dataclass(slots=True)
class Mention:
    """One place in the text that refers to an entity."""

    start: int
    end: int
    form: MentionForm
    rule: str


@dataclass(slots=True)
class Entity:
    """One distinct real-world thing, with all its mentions in text order.

    ``agent_groups`` and ``target_groups`` are ids of taxonomy.json's groups ("state_security",
    "journalist_media") as far as its names, titles and descriptions tell; empty when they don't.
    """

    type: EntityType
    name: str
    rule: str
    title: str | None = None
    country: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    agent_groups: list[str] = field(default_factory=list)
    target_groups: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Timex:
    """An expression that locates or measures time (TIMEX3's notion), its value as EDTF.

    ``edtf`` is ISO 8601-2 level 1-2 or None; ``duration`` is ISO 8601 ``PnYnM...`` or None;
    ``earliest``/``latest`` are calendar days (YYYY-MM-DD) that bound it, or None.
    """

    start: int
    end: int
    kind: TimexKind
    rule: str
    edtf: str | None = None
    duration: str | None = None
    earliest: str | None = None
    latest: str | None = None
    modifier: Modifier | None = None
    anchor: Anchor = "explicit"


@dataclass(slots=True)
class Reference:
    """The day that relative dates are read against, and what is known of the day of publication."""

    day: str | None
    published: str | None
    basis: PublishedBasis


@dataclass(slots=True)
class Speaker:
    """Whoever a quote is attributed to; ``entity`` is a position in ``doc._.civic_entities``."""

    mention: Extent | None = None
    entity: int | None = None
    name: str | None = None
    resolution: Resolution = "none"


@dataclass(slots=True)
class Quote:
    """Reported speech or writing; ``content`` has several extents when its cue splits it."""

    kind: QuoteKind
    content: list[Extent]
    rule: str
    cue: Extent | None = None
    speaker: Speaker = field(default_factory=Speaker)
    date: int | None = None


@dataclass(slots=True)
class Participant:
    """Who did it, whom it was done to, or on whose word: a span, and the entity where one is known."""

    start: int
    end: int
    entity: int | None
    name: str


@dataclass(slots=True)
class Count:
    """How many: ``value`` is None for words without a number ("dozens")."""

    what: CountWhat
    value: int | None
    at_least: bool
    start: int
    end: int


@dataclass(slots=True)
class Codes:
    """An event in other projects' vocabularies (see the taxonomy's crosswalk)."""

    civicus: list[str] = field(default_factory=list)
    acled: str | None = None
    plover: str | None = None
    sdg_16_10_1: str | None = None


@dataclass(slots=True)
class Event:
    """One mention of an act of a type of taxonomy.json."""

    type: str
    trigger: Extent
    sentence: Extent
    rule: str
    status: Status = "occurred"
    date: int | None = None
    edtf: str | None = None
    place: int | None = None
    place_basis: PlaceBasis | None = None
    agents: list[Participant] = field(default_factory=list)
    targets: list[Participant] = field(default_factory=list)
    agent_groups: list[str] = field(default_factory=list)
    target_groups: list[str] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    cues: list[Extent] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    source: Participant | None = None
    codes: Codes = field(default_factory=Codes)
    same_as: int | None = None


@dataclass(slots=True)
class Act:
    """A distinct event behind one or more mentions (positions in ``doc._.civic_events``)."""

    type: str
    mentions: list[int]
    status: Status
    date: int | None = None
    edtf: str | None = None
    place: int | None = None
    agents: list[Participant] = field(default_factory=list)
    targets: list[Participant] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)


@dataclass(slots=True)
class Warn:
    """Something a reader of the record should know; without offsets it is about the whole report."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None
