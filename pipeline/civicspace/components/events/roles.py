"""The lexicon of roles: which grammatical slot of which type of act names the agent, which the target."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from civicspace.lexicons import lexicon

Role = Literal["agent", "target", "either", "none"]


class Slots(BaseModel):
    """The roles of one type's slots (see lexicon/events/roles.yaml); None falls back on the default."""

    model_config = ConfigDict(extra="forbid")

    things: bool | None = None
    subject: Role | None = None
    lone_subject: Role | None = None
    object: Role | None = None
    indirect: Role | None = None
    possessor: Role | None = None
    compound: Role | None = None
    holder: Role | None = None
    complement: Role | None = None
    prep: dict[str, Role] = {}
    noun_prep: dict[str, Role] = {}

    def over(self, default: Slots) -> Slots:
        """These slots, filled up from the default's; prepositions of both, this type's first."""
        filled = {key: value for key, value in default if value is not None}
        filled.update({key: value for key, value in self if value is not None})
        filled["prep"] = {**default.prep, **self.prep}
        filled["noun_prep"] = {**default.noun_prep, **self.noun_prep}
        return Slots(**filled)


class RoleLexicon(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid")

    default: Slots
    types: dict[str, Slots]
    patient_verbs: frozenset[str]
    experiencer_verbs: frozenset[str]
    dative_verbs: frozenset[str]

    def slots(self, type_: str) -> Slots:
        """The slots of a type of act; those of the default where the file doesn't name the type.

        >>> role_lexicon().slots("protest").object
        'none'
        """
        return self.types.get(type_, self.default)


@cache
def role_lexicon() -> RoleLexicon:
    """The checked lexicon, each type's slots filled up; raises LexiconError."""
    raw = lexicon("events/roles", RoleLexicon)
    return raw.model_copy(update={"types": {key: slots.over(raw.default) for key, slots in raw.types.items()}})
