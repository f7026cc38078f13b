"""Sections, entities, dates and quotes: the layers of a record below its events."""

from __future__ import annotations

from pydantic import Field

from civicspace_schemas.base import (
    Country,
    DateId,
    Day,
    Duration,
    Edtf,
    EntityId,
    Name,
    Offset,
    Part,
    QuoteId,
    Rule,
    SectionId,
    Span,
)
from civicspace_schemas.vocabulary import (
    Anchor,
    DateKind,
    EntityType,
    MentionForm,
    Modifier,
    QuoteKind,
    Resolution,
)


class Section(Part):
    """A heading with the text under it; sections follow one another without overlap."""

    id: SectionId = Field(description="s1, s2 ... in text order.")
    heading: Span | None = Field(description="The heading, or null for text before the first one.")
    start: Offset = Field(description="First character of the section, its heading included.")
    end: Offset = Field(description="Character behind the section's last one.")


class Mention(Span):
    """One place in the text that refers to an entity."""

    form: MentionForm = Field(
        description="name: a full name; short: a part of it; acronym; title: a role; pronoun; nominal: a description."
    )
    rule: Rule = Field(description="Rule or component that found the mention.")


class Entity(Part):
    """One distinct real-world person, organisation, place, group, law, event or work that the report names."""

    id: EntityId = Field(description="e1, e2 ...")
    rule: Rule = Field(description="Rule or component that found the entity.")
    type: EntityType = Field(description="What the entity is.")
    name: Name = Field(description="The fullest form of its name in the report.")
    title: str | None = Field(description="Role or title as the report gives it, or null.")
    country: Country | None = Field(description="Country it belongs to or is, ISO 3166 alpha-2, or null.")
    mentions: list[Mention] = Field(min_length=1, description="Every place that refers to it, in text order.")


class Date(Part):
    """An expression that locates or measures time."""

    id: DateId = Field(description="d1, d2 ...")
    start: Offset = Field(description="First character: Unicode code points from the text's start, 0-based.")
    end: Offset = Field(description="Character behind the last one.")
    text: str = Field(min_length=1, description="The expression, exactly as in the report.")
    kind: DateKind = Field(
        description="date: a period of days or longer; time: of a day; duration: a measure; set: recurrent."
    )
    edtf: Edtf | None = Field(description="Its value as EDTF (ISO 8601-2), modifiers kept apart; null if unknown.")
    duration: Duration | None = Field(description="Length as ISO 8601 (P2Y6M), or null; dates have none.")
    earliest: Day | None = Field(description="First calendar day it may mean, or null.")
    latest: Day | None = Field(description="Last calendar day it may mean, or null.")
    modifier: Modifier | None = Field(description="What the expression does to the plain period, or null.")
    anchor: Anchor = Field(description="What it was read against: itself, the day of publication, earlier text ...")
    rule: Rule = Field(description="Rule that found it.")


class Speaker(Part):
    """Whoever a quote is attributed to."""

    mention: Span | None = Field(description="Nearest words that name the source, or null.")
    entity: EntityId | None = Field(description="The entity behind them, or null.")
    name: Name | None = Field(description="Name of the person or organisation behind them, or null.")
    resolution: Resolution = Field(description="How the words led to the name; none where there is no speaker.")


class Quote(Part):
    """Reported speech or writing."""

    id: QuoteId = Field(description="q1, q2 ...")
    kind: QuoteKind = Field(
        description="direct: in quotation marks; indirect: a reported clause; mixed: such a clause with quoted parts."
    )
    content: list[Span] = Field(min_length=1, description="The words reported; several spans if the cue splits them.")
    cue: Span | None = Field(description="The words that introduce it (said, according to), or null.")
    speaker: Speaker = Field(description="Who said or wrote it.")
    date: DateId | None = Field(description="When it was said, or null.")
    rule: Rule = Field(description="Rule that found it.")
