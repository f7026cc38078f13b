"""The trigger lexicon: its shape, its checks, and the table that all entries are looked up in.

Entries stand in lexicon/events/triggers/FAMILY.yaml, the semantic classes that their conditions
name in lexicon/events/classes.yaml. Both are checked when read; an error names file, line and field.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal, NamedTuple, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from civicspace.components.events.semantic_classes import classes
from civicspace.lexicons import lexicon
from civicspace.matching import TermMatcher

FAMILIES = ("assembly", "person", "expression", "association", "legal", "advocacy", "positive", "pseudo")

EventType = Literal[
    "protest", "protest_ban", "protest_disruption", "excessive_force",
    "killing", "physical_attack", "torture_ill_treatment", "disappearance_abduction", "detention", "release",
    "threat", "harassment", "movement_restriction",
    "censorship", "internet_restriction", "access_restriction", "vilification", "surveillance",
    "organisation_restriction", "funding_restriction", "raid_seizure", "forced_closure",
    "prosecution", "court_decision", "legal_change", "emergency_measure", "political_interference",
    "crackdown_campaign",
    "appeal_demand", "criticism_concern", "meeting_visit", "agreement", "refusal", "report_resolution",
    "positive_step",
]
EVENT_TYPES: tuple[str, ...] = get_args(EventType)
Kind = Literal["verb", "noun", "adjective"]

SLOTS = frozenset(
    "subject object indirect complement modifier governor possessor particle sentence near before after".split()
)
PREPOSITIONS = frozenset(
    "about across against along around as at before behind between by down for from in inside into of off on onto out "
    "outside over past through to towards under upon via with without within incommunicado".split()
) - SLOTS


def _known_classes(words: list[str]) -> list[str]:
    for word in words:
        if " " in word:
            raise ValueError(f"a condition's word is one word: {word!r}")
        if word.startswith("@") and word not in ("@any", "@none") and word[1:] not in classes():
            raise ValueError(f"no class {word[1:]!r} in classes.yaml")
    return words


def _known_slot(slot: str) -> str:
    for part in slot.split("|"):
        if part not in SLOTS and part not in PREPOSITIONS:
            raise ValueError(f"{part!r} is neither a slot nor a preposition")
    return slot


Words = Annotated[list[str], AfterValidator(_known_classes)]
Conditions = dict[Annotated[str, AfterValidator(_known_slot)], Words]


class Entry(BaseModel):
    """One lexicon entry: terms, what type they trigger, and under which conditions.

    ``when``: slot -> words or @classes, one of which must fill it (all slots must hold). ``unless``:
    the same, none of which may hold. ``with`` slots are listed at the top of the YAML files.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    type: EventType | Literal["none"]
    verb: list[str] = Field(default_factory=list)
    noun: list[str] = Field(default_factory=list)
    adjective: list[str] = Field(default_factory=list)
    when: Conditions = Field(default_factory=dict)
    unless: Conditions = Field(default_factory=dict)
    weak: bool = False
    attributes: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _has_terms(self) -> Entry:
        if not (self.verb or self.noun or self.adjective):
            raise ValueError("an entry needs a term under verb, noun or adjective")
        return self


class Sense(NamedTuple):
    """What a term may mean: its entry, and the part of speech that the term stands under."""

    kind: Kind
    entry: Entry
    rank: int


def _participles(verb: str) -> list[str]:
    """Regular -ed and -ing forms, for words that the tagger takes for adjectives or nouns.

    >>> _participles("ban")
    ['banned', 'banning']
    >>> _participles("charge"), _participles("harry")
    (['charged', 'charging'], ['harried', 'harrying'])
    """
    if verb.endswith("e"):
        return [verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return [verb[:-1] + "ied", verb + "ing"]
    if len(verb) <= 4 and verb[-1] in "bdgklmnprt" and verb[-2:-1] in "aeiou" and verb[-3:-2] not in "aeiou":
        return [verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    return [verb + "ed", verb + "ing"]


@cache
def entries() -> tuple[Entry, ...]:
    """All entries, family by family, in the order of their files. Raises LexiconError."""
    return tuple(entry for family in FAMILIES for entry in lexicon(f"events/triggers/{family}", list[Entry]))


@cache
def trigger_table() -> TermMatcher[Sense]:
    """The look-up table of all terms with their senses; built once. Raises LexiconError."""
    terms: list[tuple[str, Sense]] = []
    for rank, entry in enumerate(entries()):
        for kind in get_args(Kind):
            for term in getattr(entry, kind):
                sense = Sense(kind, entry, rank)
                terms.append((term, sense))
                if kind == "verb" and " " not in term and "=" not in term and "|" not in term:
                    terms.extend((f"={form}", sense) for form in _participles(term))
    return TermMatcher(terms)
