"""Events (mentions of acts) and acts (the distinct events behind them)."""

from __future__ import annotations

from pydantic import Field

from civicspace_schemas.base import ActId, DateId, Edtf, EntityId, EventId, Extent, Name, Part, Rule, Span
from civicspace_schemas.vocabulary import (
    AgentGroup,
    AttributeName,
    CountWhat,
    EventType,
    Family,
    PlaceBasis,
    Status,
    TargetGroup,
)


class Participant(Span):
    """Who did it, whom it was done to, or on whose word."""

    entity: EntityId | None = Field(description="The entity that the words mean, or null.")
    name: Name = Field(description="The entity's name, else the words themselves.")


class Count(Span):
    """How many people, as the report says it; the span is the expression of number."""

    what: CountWhat = Field(description="What is counted.")
    value: int | None = Field(ge=0, description="The number; null for words without one (dozens).")
    at_least: bool = Field(description="True if the report gives a lower bound (at least, more than).")


class Codes(Part):
    """An event in other projects' vocabularies, as code_rules.json derives them.

    Codes say what kind of act it is, whatever its status: a demanded release is coded like a release.
    """

    civicus: list[str] = Field(description="CIVICUS Monitor tags: every one that holds.")
    acled: str | None = Field(description="ACLED sub-event type, or null.")
    plover: str | None = Field(description="PLOVER event type, with its mode behind a colon, or null.")
    sdg_16_10_1: str | None = Field(
        description="Kind of violation that SDG indicator 16.10.1 counts, where the victim is one it counts, or null."
    )


class Event(Part):
    """One mention of an act of a type of taxonomy.json."""

    id: EventId = Field(description="v1, v2 ...")
    type: EventType = Field(description="Type of act, an id of taxonomy.json.")
    family: Family = Field(description="Family of the type.")
    trigger: Span = Field(description="The words that name the act.")
    sentence: Extent = Field(description="The sentence that the trigger stands in.")
    status: Status = Field(description="Whether the report says that it happened.")
    date: DateId | None = Field(description="The date expression that tells when, or null.")
    edtf: Edtf | None = Field(description="When, as EDTF, or null.")
    place: EntityId | None = Field(description="Where: a place's entity, or null.")
    place_basis: PlaceBasis | None = Field(
        description="stated: in the clause; carried: from earlier text; report_country: from the metadata; or null."
    )
    agents: list[Participant] = Field(description="Who did it.")
    targets: list[Participant] = Field(description="Whom or what it was done to.")
    agent_groups: list[AgentGroup] = Field(description="Groups that the agents belong to.")
    target_groups: list[TargetGroup] = Field(description="Groups that the targets belong to.")
    attributes: dict[AttributeName, Name] = Field(
        description="What else is known, by the attributes of its type (mode, outcome, charge ...)."
    )
    cues: list[Span] = Field(description="Words that gave the status.")
    counts: list[Count] = Field(description="How many people.")
    source: Participant | None = Field(description="Whom the report credits for it, or null.")
    codes: Codes = Field(description="The act in other projects' vocabularies.")
    same_as: EventId | None = Field(description="First mention of the same act in this report, or null.")
    rule: Rule = Field(description="Rule that found it.")


class Act(Part):
    """A distinct event with its mentions and what they say together."""

    id: ActId = Field(description="a1, a2 ...")
    type: EventType = Field(description="Type of act, an id of taxonomy.json.")
    mentions: list[EventId] = Field(min_length=1, description="The events that mention it, in text order.")
    status: Status = Field(description="Status merged over the mentions.")
    date: DateId | None = Field(description="The date expression that tells when, or null.")
    edtf: Edtf | None = Field(description="When, as EDTF, or null.")
    place: EntityId | None = Field(description="Where: a place's entity, or null.")
    agents: list[Participant] = Field(description="Who did it, over all mentions.")
    targets: list[Participant] = Field(description="Whom or what it was done to, over all mentions.")
    counts: list[Count] = Field(description="How many people, over all mentions.")
