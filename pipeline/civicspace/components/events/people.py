"""The lexicon of words that stand for people without naming them."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from civicspace.lexicons import lexicon


class PeopleLexicon(BaseModel):
    """lexicon/events/people.yaml; what each part means stands on its top."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    plural: frozenset[str]
    singular: frozenset[str]
    self: frozenset[str]
    nobody: frozenset[str]
    empty: frozenset[str]
    measures: frozenset[str]
    actor_classes: tuple[str, ...]
    thing_classes: tuple[str, ...]
    power_groups: frozenset[str]
    documents: frozenset[str]
    never_targets: tuple[str, ...]


@cache
def people_lexicon() -> PeopleLexicon:
    """The checked lexicon; raises LexiconError.

    >>> "they" in people_lexicon().plural
    True
    """
    return lexicon("events/people", PeopleLexicon)
