"""The lexicon of telling: what is carried from one sentence to the next, by type of act."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from civicspace.lexicons import lexicon


class NarrativeLexicon(BaseModel):
    """lexicon/events/narrative.yaml; what each part means stands on its top."""

    model_config = ConfigDict(extra="forbid")

    carried_date: frozenset[str]
    carried_place: frozenset[str]
    period_date: frozenset[str]
    carried_target: frozenset[str]
    no_country: frozenset[str]
    spoken: frozenset[str]
    from_abroad: frozenset[str]
    series: frozenset[str]
    state: frozenset[str]
    telling: frozenset[str]
    place_prepositions: frozenset[str]
    goal_prepositions: frozenset[str]
    goal_types: frozenset[str]
    simultaneous: frozenset[str]
    outcome_nouns: frozenset[str]
    again: frozenset[str]
    other_time: frozenset[str]
    still_to_come: frozenset[str]
    single: frozenset[str]


@cache
def narrative_lexicon() -> NarrativeLexicon:
    """The checked lexicon; raises LexiconError."""
    return lexicon("events/narrative", NarrativeLexicon)
