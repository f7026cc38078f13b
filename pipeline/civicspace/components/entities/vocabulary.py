"""The stage's word lists as sets, read from lexicon/entities once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from civicspace.lexicons import lexicon, terms


class Heads(BaseModel):
    """lexicon/entities/heads.yaml: nouns that tell what a capitalised name names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    organisation: list[str]
    lower_organisation: list[str]
    alone: list[str]
    place: list[str]
    lower_place: list[str]
    place_first: list[str]
    event: list[str]
    lower_event: list[str]
    work: list[str]
    media_words: list[str]
    foreign: list[str]


class Titles(BaseModel):
    """lexicon/entities/titles.yaml: roles beside a person's name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    capitalised: list[str]
    lower: list[str]
    relational: list[str]


class Cues(BaseModel):
    """lexicon/entities/cues.yaml: words around a name that tell its type."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    organisation_nouns: list[str]
    work_nouns: list[str]
    place_nouns: list[str]
    event_nouns: list[str]
    staff_nouns: list[str]
    place_suffixes: list[str]
    place_prepositions: list[str]
    title_modifiers: list[str]
    alias_words: list[str]
    possessors: list[str]
    affiliation_nouns: list[str]
    media_staff: list[str]
    personal_nouns: list[str]
    person_verbs: list[str]
    organisation_verbs: list[str]


def _lower(words: list[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _phrases(words: list[str]) -> dict[str, list[tuple[str, ...]]]:
    """Phrases (lower-cased words, hyphens standing as words of their own) by their first word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words:
        split = tuple(phrase.lower().replace("-", " - ").replace("'s", " 's").split())
        table.setdefault(split[0], []).append(split)
    for phrases in table.values():
        phrases.sort(key=len, reverse=True)
    return table


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the rules look words up in; all lower-cased.

    ``titles`` and ``lower_heads`` are phrases by their first word; ``lower_heads`` maps to type and phrase.
    """

    organisation: frozenset[str]
    alone: frozenset[str]
    place: frozenset[str]
    event: frozenset[str]
    work: frozenset[str]
    media: frozenset[str]
    foreign: frozenset[str]
    lower_heads: dict[str, list[tuple[str, ...]]]
    lower_head_types: dict[tuple[str, ...], str]
    titles: dict[str, list[tuple[str, ...]]]
    modifiers: dict[str, list[tuple[str, ...]]]
    roles: frozenset[str]
    relational: frozenset[str]
    not_names: frozenset[str]
    particles: frozenset[str]
    organisation_nouns: frozenset[str]
    work_nouns: frozenset[str]
    place_nouns: frozenset[str]
    event_nouns: frozenset[str]
    staff_nouns: frozenset[str]
    place_suffixes: frozenset[str]
    place_prepositions: frozenset[str]
    alias_words: frozenset[str]
    possessors: frozenset[str]
    place_first: frozenset[str]
    affiliation_nouns: frozenset[str]
    media_staff: frozenset[str]
    personal_nouns: frozenset[str]
    person_verbs: frozenset[str]
    organisation_verbs: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The word lists, built on the first call. Raises LexiconError where a file is wrong."""
    heads = lexicon("entities/heads", Heads)
    titles = lexicon("entities/titles", Titles)
    cues = lexicon("entities/cues", Cues)
    typed = {"organisation": heads.lower_organisation, "place": heads.lower_place, "event": heads.lower_event}
    return Vocabulary(
        organisation=_lower(heads.organisation),
        alone=_lower(heads.alone),
        place=_lower(heads.place),
        event=_lower(heads.event),
        work=_lower(heads.work),
        media=_lower(heads.media_words),
        foreign=_lower(heads.foreign),
        lower_heads=_phrases([word for words in typed.values() for word in words]),
        lower_head_types={
            phrase: kind for kind, words in typed.items() for v in _phrases(words).values() for phrase in v
        },
        titles=_phrases(titles.capitalised),
        modifiers=_phrases(cues.title_modifiers),
        roles=_lower(titles.lower),
        relational=_lower(titles.relational),
        not_names=_lower(list(terms("entities/not_names"))),
        particles=frozenset(terms("entities/particles")),
        organisation_nouns=_lower(cues.organisation_nouns),
        work_nouns=_lower(cues.work_nouns),
        place_nouns=_lower(cues.place_nouns),
        event_nouns=_lower(cues.event_nouns),
        staff_nouns=_lower(cues.staff_nouns),
        place_suffixes=_lower(cues.place_suffixes),
        place_prepositions=_lower(cues.place_prepositions),
        alias_words=_lower(cues.alias_words),
        possessors=_lower(cues.possessors),
        place_first=_lower(heads.place_first),
        media_staff=_lower(cues.media_staff),
        personal_nouns=_lower(cues.personal_nouns),
        affiliation_nouns=_lower(cues.affiliation_nouns),
        person_verbs=_lower(cues.person_verbs),
        organisation_verbs=_lower(cues.organisation_verbs),
    )


def match_at(
    phrases: dict[str, list[tuple[str, ...]]], words: list[str], i: int, beyond: int
) -> tuple[str, ...] | None:
    """The longest phrase whose words stand at ``words[i:]`` before position ``beyond``, or None.

    >>> match_at({"prime": [("prime", "minister")]}, ["prime", "minister", "abiy"], 0, 3)
    ('prime', 'minister')
    """
    for phrase in phrases.get(words[i], ()):
        if i + len(phrase) <= beyond and tuple(words[i : i + len(phrase)]) == phrase:
            return phrase
    return None
