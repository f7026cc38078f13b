"""The lexicon files of this stage, checked and turned into look-ups."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from civicspace.lexicons import lexicon

Gender = Literal["masculine", "feminine", "neuter", "any"]
Case = Literal["subject", "object", "possessive", "reflexive", "any"]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Pronoun(_Record):
    """One pronoun of pronouns.yaml."""

    person: Literal["first", "third"]
    number: Literal["singular", "plural"]
    gender: Gender
    case: Case


class _People(_Record):
    masculine: list[str]
    feminine: list[str]
    roles: list[str]
    other: list[str]
    interchangeable: list[list[str]]
    abbreviations: dict[str, str]
    circumstances: list[str]


class _Kind(_Record):
    signs: list[str]
    nouns: list[str]
    adjunct: list[str]
    shown: bool = False
    state: bool = False
    yields_to: list[str] = []


class _References(_Record):
    generic: list[str]
    kind_known: list[str]


class _Verbs(_Record):
    speech: list[str]
    agency: list[str]
    telling: list[str]
    done_to: list[str]
    thing_verbs: list[str]
    thing_passives: list[str]
    thing_parts: list[str]
    possessions: list[str]
    seeming: list[str]
    judging: list[str]
    weather: list[str]


class Vocabulary:
    """All words that the rules ask for.

    Attributes: ``pronouns`` (lower-cased form -> Pronoun), ``gender`` (noun or form of address -> "masculine"
    or "feminine"), ``roles`` and ``people`` (nouns for a person: those that are a title, and all),
    ``alike`` (noun -> nouns used for the same person), ``abbreviations`` (short title -> noun), ``circumstances``
    (adjectives that narrow nothing down), ``kinds_shown`` (word -> kinds of organisation it shows),
    ``kinds_meant`` (noun -> kinds it may refer back to), ``adjuncts`` (word -> kinds before whose nouns it adds
    nothing), ``state_kinds`` and ``shown_kinds`` (kinds so marked), ``yields_to`` (kind -> kinds that win over it),
    ``generic`` and ``kind_known`` (nouns of references.yaml), and the lists of verbs.yaml, where ``agents`` are the
    verbs of speech and agency and ``possessions`` take in all roles.
    """

    def __init__(self) -> None:
        self.pronouns = lexicon("coreference/pronouns", dict[str, Pronoun])
        people = lexicon("coreference/people", _People)
        self.gender: dict[str, Gender] = dict.fromkeys(people.masculine, "masculine")
        self.gender.update(dict.fromkeys(people.feminine, "feminine"))
        self.roles = frozenset(people.roles)
        self.people = frozenset({*people.roles, *people.other, *people.masculine, *people.feminine})
        self.alike: dict[str, frozenset[str]] = {}
        for words in people.interchangeable:
            for word in words:
                self.alike[word] = self.alike.get(word, frozenset()) | frozenset(words)
        self.abbreviations = people.abbreviations
        self.circumstances = frozenset(people.circumstances)
        kinds = lexicon("coreference/organisations", dict[str, _Kind])
        self.kinds_shown = _inverted({kind: record.signs for kind, record in kinds.items()})
        self.kinds_meant = _inverted({kind: record.nouns for kind, record in kinds.items()})
        self.adjuncts = _inverted({kind: record.adjunct for kind, record in kinds.items()})
        self.state_kinds = frozenset(kind for kind, record in kinds.items() if record.state)
        self.shown_kinds = frozenset(kind for kind, record in kinds.items() if record.shown)
        self.yields_to = {kind: frozenset(record.yields_to) for kind, record in kinds.items() if record.yields_to}
        references = lexicon("coreference/references", _References)
        self.generic = frozenset(references.generic)
        self.kind_known = frozenset(references.kind_known)
        verbs = lexicon("coreference/verbs", _Verbs)
        self.speech = frozenset(verbs.speech)
        self.agents = frozenset([*verbs.speech, *verbs.agency])
        self.telling = frozenset(verbs.telling)
        self.done_to = frozenset(verbs.done_to)
        self.thing_verbs = frozenset(verbs.thing_verbs)
        self.thing_passives = frozenset(verbs.thing_passives)
        self.thing_parts = frozenset(verbs.thing_parts)
        self.possessions = frozenset([*verbs.possessions, *people.roles])
        self.seeming = frozenset(verbs.seeming)
        self.judging = frozenset(verbs.judging)
        self.weather = frozenset(verbs.weather)


def _inverted(lists: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, words in lists.items():
        for word in words:
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def vocabulary() -> Vocabulary:
    """The stage's words, read once.

    >>> vocabulary().gender["widow"], vocabulary().pronouns["its"].case
    ('feminine', 'possessive')
    """
    return Vocabulary()
