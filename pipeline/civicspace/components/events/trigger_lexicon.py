"""The trigger lexicon: its shape, its checks, and the table that all entries are looked up in.

Entries stand in lexicon/events/triggers/FAMILY.yaml, the semantic classes that their conditions
name in lexicon/events/classes.yaml. Both are checked when read; an error names file, line and field.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Literal, NamedTuple, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from civicspace.components.events.semantic_classes import classes
from civicspace.errors import LexiconError
from civicspace.lexicons import lexicon
from civicspace_schemas.vocabulary import EventType

FAMILIES = ("assembly", "person", "expression", "association", "legal", "advocacy", "positive", "pseudo")

Kind = Literal["verb", "noun", "adjective"]

SLOTS = frozenset(
    {
        "subject",
        "object",
        "indirect",
        "complement",
        "modifier",
        "governor",
        "possessor",
        "particle",
        "sentence",
        "near",
        "before",
        "after",
    }
)
PREPOSITIONS = frozenset(
    {
        "about",
        "across",
        "against",
        "along",
        "around",
        "as",
        "at",
        "behind",
        "between",
        "by",
        "down",
        "for",
        "from",
        "in",
        "inside",
        "into",
        "of",
        "off",
        "on",
        "onto",
        "out",
        "outside",
        "over",
        "past",
        "through",
        "to",
        "towards",
        "under",
        "upon",
        "via",
        "with",
        "without",
        "within",
        "incommunicado",
    }
)


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

    @model_validator(mode="after")
    def _has_terms(self) -> Entry:
        if not (self.verb or self.noun or self.adjective):
            raise ValueError("an entry needs a term under verb, noun or adjective")
        return self


class Condition(NamedTuple):
    """A condition ready to be tested: slots, the words and classes that fill them, or that anything or nothing does."""

    slots: tuple[str, ...]
    words: frozenset[str]
    classes: tuple[str, ...]
    anything: bool
    nothing: bool


class Sense(NamedTuple):
    """What a term may mean: its words, the part of speech it stands under, its entry, its compiled conditions."""

    words: tuple[str, ...]
    kind: Kind
    entry: Entry
    when: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    order: tuple[int, int, int]


def _participles(verb: str) -> list[str]:
    """Regular -ed and -ing forms, for words that the lemmatizer misses or the tagger takes for adjectives or nouns.

    A last consonant is given doubled and single: which of the two is English doesn't matter for a look-up.

    >>> _participles("ban")
    ['banned', 'banning', 'baned', 'baning']
    >>> _participles("charge"), _participles("harry")
    (['charged', 'charging'], ['harried', 'harrying'])
    """
    if verb.endswith("e"):
        return [verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return [verb[:-1] + "ied", verb + "ing"]
    doubled = verb[-1] in "bdgklmnprtv" and verb[-2:-1] in "aeiou" and verb[-3:-2] not in "aeiou"
    return [*([verb + verb[-1] + "ed", verb + verb[-1] + "ing"] if doubled else []), verb + "ed", verb + "ing"]


@cache
def entries() -> tuple[Entry, ...]:
    """All entries, family by family, in the order of their files. Raises LexiconError."""
    found: dict[str, Entry] = {}
    for family in FAMILIES:
        for entry in lexicon(f"events/triggers/{family}", list[Entry]):
            if entry.id in found:
                raise LexiconError(f"{family}.yaml: the id {entry.id!r} stands twice in the trigger lexicon")
            found[entry.id] = entry
    return tuple(found.values())


def _spellings(terms: list[str]) -> list[str]:
    """Terms as tokens: a hyphenated word may be one token or, as spaCy's English tokenizer has it, several.

    >>> _spellings(["sit-in", "raid"])
    ['sit-in', 'sit - in', 'raid']
    """
    return [form for term in terms for form in dict.fromkeys((term, _HYPHEN.sub(" - ", term)))]


_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")


def _compiled(conditions: dict[str, list[str]]) -> tuple[Condition, ...]:
    return tuple(
        Condition(
            tuple(slot.split("|")),
            frozenset(word for word in words if word[0] != "@"),
            tuple(word[1:] for word in words if word[0] == "@" and word not in ("@any", "@none")),
            "@any" in words,
            "@none" in words,
        )
        for slot, words in conditions.items()
    )


class TriggerTable:
    """All terms, looked up by their first word; the senses of a token come in the order in which they are tried.

    Longest term first, then entries that name no act, then those with most slots under ``when``, then lexicon order.
    """

    def __init__(self, lexicon_entries: tuple[Entry, ...]) -> None:
        self._by_first: dict[str, list[Sense]] = {}
        self._merged: dict[tuple[str, str], list[Sense]] = {}
        for rank, entry in enumerate(lexicon_entries):
            when, unless = _compiled(entry.when), _compiled(entry.unless)
            priority = -100 if entry.type == "none" else -len(entry.when)
            for kind in get_args(Kind):
                for term in _spellings(getattr(entry, kind)):
                    words = tuple(term.lower().split())
                    sense = Sense(words, kind, entry, when, unless, (-len(words), priority, rank))
                    keys = words[0].lstrip("=").split("|")
                    if kind == "verb" and len(words) == 1 and "=" not in term:
                        keys += [form for key in keys for form in _participles(key)]
                    for key in keys:
                        self._by_first.setdefault(key, []).append(sense)
        for senses in self._by_first.values():
            senses.sort(key=lambda sense: sense.order)

    def senses(self, lower: str, lemma: str) -> list[Sense]:
        """Senses of a token by its form and lemma, in the order in which they are tried."""
        by_form = self._by_first.get(lower)
        if lower == lemma:
            return by_form or []
        by_lemma = self._by_first.get(lemma)
        if by_form is None or by_lemma is None:
            return by_form or by_lemma or []
        merged = self._merged.get((lower, lemma))
        if merged is None:
            unique = {id(sense): sense for sense in (*by_form, *by_lemma)}
            merged = self._merged[lower, lemma] = sorted(unique.values(), key=lambda sense: sense.order)
        return merged


@cache
def trigger_table() -> TriggerTable:
    """The look-up table of all terms; built once. Raises LexiconError."""
    return TriggerTable(entries())
