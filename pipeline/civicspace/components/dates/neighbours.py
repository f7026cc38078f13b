"""Words beside an expression that decide whether it is one, read from the lexicon."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from civicspace.lexicons import lexicon


class Neighbours(BaseModel):
    """lexicon/dates/neighbours.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    year_openers: frozenset[str]
    year_followers: frozenset[str]
    counting_nouns: frozenset[str]
    quantifiers: frozenset[str]
    weekday_followers: frozenset[str]
    time_followers: frozenset[str]
    measuring: frozenset[str]
    before_over: frozenset[str]
    giving: frozenset[str]
    change: tuple[str, ...]
    roughly: frozenset[str]


@cache
def neighbours() -> Neighbours:
    """The lists of the package's lexicon, read once. Raises LexiconError."""
    return lexicon("dates/neighbours", Neighbours)
