"""Gold: what a careful reader annotates in one report, as it stands in corpus/gold/ID.json.

Gold holds the measured fields of a record and no others. It is written by hand, so a span may be given in two ways:
filled (``start``, ``end``, ``text``, as in a record) or pointed at (``Pointer``: the words, and which of their
occurrences is meant). ``Gold`` is the filled form, the one that counts; ``HandGold`` takes both, and
``civicspace gold format`` turns the second into the first. corpus/annotation-guide.md says what right is.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Annotated, Any, Literal

from pydantic import Field

from civicspace_schemas.base import Day, Duration, Edtf, Name, Offset, Part, Span
from civicspace_schemas.export import DIALECT
from civicspace_schemas.vocabulary import CountWhat, DateKind, EntityType, EventType, Modifier, QuoteKind, Status

type Note = Annotated[str, Field(min_length=1)]
type Counts = dict[CountWhat, int | None]


def _absent(value: object) -> bool:
    return value is None


class Pointer(Part):
    """A stretch of the report given by its words, and by which place of theirs is meant if there are more."""

    text: str = Field(min_length=1, description="The words, exactly as in the report.")
    occurrence: int | None = Field(default=None, ge=1, description="Which of their occurrences is meant, from 1.")
    within: str | None = Field(
        default=None, min_length=1, description="Longer words of the report that hold them and stand there once."
    )


class _DateValues(Part):
    kind: DateKind = Field(
        description="date: a period of days or longer; time: of a day; duration: a measure; set: recurrent."
    )
    edtf: Edtf | None = Field(default=None, description="The plain period as EDTF, without modifiers, or null.")
    duration: Duration | None = Field(default=None, description="Length as ISO 8601 (P2Y6M), or null.")
    modifier: Modifier | None = Field(
        default=None, exclude_if=_absent, description="What the words do to the plain period; not scored."
    )
    note: Note | None = Field(default=None, exclude_if=_absent, description="An annotator's remark; not scored.")


class GoldDate(_DateValues, Span):
    """An expression that locates or measures time."""


class PointedDate(_DateValues, Pointer):
    """An expression that locates or measures time, given by its words."""


class GoldEntity(Part):
    """One distinct real-world thing that the report names."""

    name: Name = Field(description="The fullest form of its name in the report.")
    type: EntityType = Field(description="What it is.")
    forms: list[Name] = Field(
        min_length=1, description="Every distinct form of the name in the text, without leading article and title."
    )
    title: Name | None = Field(default=None, description="Role as the report gives it, or null; not scored.")
    note: Note | None = Field(default=None, exclude_if=_absent, description="An annotator's remark; not scored.")


class GoldQuote[S: Part](Part):
    """Reported speech or writing."""

    kind: QuoteKind = Field(description="direct, indirect, or mixed: a reported clause with quoted parts in it.")
    content: list[S] = Field(min_length=1, description="The words reported; several spans if the cue splits them.")
    cue: S | None = Field(default=None, description="The words that introduce it, or null; not scored.")
    speaker: S | None = Field(default=None, description="The nearest words naming the source, or null; not scored.")
    speaker_name: Name | None = Field(
        default=None, description="Who is behind those words: any form of the entity's name, or null."
    )
    note: Note | None = Field(default=None, exclude_if=_absent, description="An annotator's remark; not scored.")


class GoldEvent[S: Part](Part):
    """One mention of an act that fits a type of the taxonomy."""

    type: EventType = Field(description="A type of taxonomy.json.")
    trigger: S = Field(description="The word that names the act.")
    status: Status = Field(description="How certain the report makes it.")
    date: Edtf | None = Field(default=None, description="When, as EDTF, or null.")
    place: Name | None = Field(default=None, description="Where: any form of the place's name, or null.")
    agents: list[Name] = Field(default=[], description="Who acted: names in any form, or the report's description.")
    targets: list[Name] = Field(default=[], description="Whom it befell: names in any form, or the description.")
    counts: Counts = Field(default={}, description='How many, by what was counted; null for words like "dozens".')
    source: Name | None = Field(default=None, description="Whom the report credits for it, or null.")
    same_as: Offset | None = Field(
        default=None, description="Position in this list, from 0, of the act's first mention, or null for a first one."
    )
    note: Note | None = Field(default=None, exclude_if=_absent, description="An annotator's remark; not scored.")


class GoldChain[S: Part](Part):
    """All mentions of one person or organisation: names, descriptions and pronouns."""

    entity: Name = Field(description="The entity's name, or what the report calls an unnamed one.")
    mentions: list[S] = Field(min_length=1, description="Its mentions.")


class GoldDocument[S: Part, D: Part](Part):
    """One report's gold annotations."""

    report: Name = Field(description="The report's id.")
    text_sha256: str | None = Field(
        default=None,
        pattern=r"^[0-9a-f]{64}$",
        description="SHA-256 of the report's text (UTF-8, no byte order mark) that the offsets were made for.",
    )
    status: Literal["draft", "reviewed"] = Field(
        default="reviewed",
        exclude_if=lambda status: status == "reviewed",
        description="A draft, made by the program, counts for nothing until a reader has reviewed it.",
    )
    annotator: Name | None = Field(default=None, exclude_if=_absent, description="Who made or reviewed it.")
    reference_date: Day | None = Field(default=None, description="The day that relative dates are read against.")
    entities: list[GoldEntity] = Field(description="One object a distinct named thing.")
    dates: list[D] = Field(description="Every expression that locates or measures time.")
    quotes: list[GoldQuote[S]] = Field(description="Reported speech and writing.")
    events: list[GoldEvent[S]] = Field(description="Mentions of acts.")
    coreference: list[GoldChain[S]] | None = Field(
        default=None, exclude_if=_absent, description="Chains of mentions; absent where nobody annotated them."
    )


class Gold(GoldDocument[Span, GoldDate]):
    """One report's gold annotations, every span filled: what is measured against."""


class HandGold(GoldDocument[Span | Pointer, GoldDate | PointedDate]):
    """One report's gold annotations as people write them."""


def gold_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a gold file as people write it; it can't compare spans with the text."""
    return {"$schema": DIALECT, **HandGold.model_json_schema()}


def gold_schema_text() -> str:
    """The schema as it is committed."""
    return json.dumps(gold_schema(), indent=2, ensure_ascii=False) + "\n"


def committed_gold_schema() -> str:
    """The text of gold.schema.json as the package brings it."""
    return (resources.files("civicspace_schemas") / "gold.schema.json").read_text(encoding="utf-8")
