"""Reading taxonomy.json: event types, families, statuses, groups, attributes and crosswalks."""

from __future__ import annotations

from functools import cache, cached_property
from importlib import resources
from typing import Annotated, Literal

from pydantic import Field

from civicspace_schemas.base import Part
from civicspace_schemas.vocabulary import AgentGroup, AttributeName, EventType, Family, Status, TargetGroup

type AttributeValues = Literal["text"] | Annotated[list[str], Field(min_length=1)]


class Term[Id](Part):
    """An id with its definition."""

    id: Id
    definition: str


class CivicusTag(Part):
    """A tag of the CIVICUS Monitor; ``id`` is its number there, where known."""

    tag: str
    id: int | None


class Triggers(Part):
    """Sample words that name an act of a type."""

    verbs: list[str]
    nouns: list[str]


class Crosswalk(Part):
    """What a type may map to in other projects' vocabularies; code_rules.json says when."""

    civicus: list[CivicusTag]
    acled: list[str]
    plover: list[str]
    cameo: str | None
    huridocs_acts: list[str]
    sdg_16_10_1: list[str]
    ml4p: list[str]

    def codes(self, scheme: str) -> list[str]:
        """The codes that stand here for a scheme of ``Codes``: civicus, acled, plover or sdg_16_10_1."""
        if scheme == "civicus":
            return [tag.tag for tag in self.civicus]
        listed: list[str] = getattr(self, scheme)
        return listed


class TypeInfo(Part):
    """An event type: what it means, what it takes, what it maps to.

    ``roles`` says what each participant is. ``attributes`` gives the values an attribute may take, or "text" where it
    holds words of the report.
    """

    id: EventType
    family: Family
    definition: str
    include: str
    exclude: str
    triggers: Triggers
    roles: dict[str, str]
    attributes: dict[AttributeName, AttributeValues]
    crosswalk: Crosswalk


class Groups(Part):
    """Groups that participants belong to."""

    targets: list[Term[TargetGroup]]
    agents: list[Term[AgentGroup]]


class Taxonomy(Part):
    """taxonomy.json as a whole."""

    version: str
    note: str
    families: list[Term[Family]]
    status: list[Term[Status]]
    groups: Groups
    attributes: list[Term[AttributeName]]
    types: list[TypeInfo]
    civicus_tags: list[CivicusTag]
    civicus_ratings: list[str]

    @cached_property
    def by_id(self) -> dict[str, TypeInfo]:
        """Types by their id."""
        return {info.id: info for info in self.types}


@cache
def taxonomy() -> Taxonomy:
    """The package's taxonomy, read and checked once.

    >>> taxonomy().by_id["detention"].family
    'PERSON'
    """
    data = (resources.files("civicspace_schemas") / "taxonomy.json").read_bytes()
    return Taxonomy.model_validate_json(data)
