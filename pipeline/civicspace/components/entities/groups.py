"""Which of the taxonomy's groups a phrase tells of: "riot police" is state_security, "reporter" journalist_media."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from pydantic import BaseModel, ConfigDict, model_validator

from civicspace.lexicons import lexicon


class GroupClass(BaseModel):
    """One class of actors: what its words say of somebody as agent and as target."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    agents: list[str]
    targets: list[str]
    words: list[str]


class GroupLexicon(BaseModel):
    """lexicon/entities/groups.yaml; ids that its head doesn't list are an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    agent_groups: list[str]
    target_groups: list[str]
    classes: list[GroupClass]

    @model_validator(mode="after")
    def _known_ids(self) -> GroupLexicon:
        for entry in self.classes:
            unknown = [g for g in entry.agents if g not in self.agent_groups]
            unknown += [g for g in entry.targets if g not in self.target_groups]
            if unknown:
                raise ValueError(f"unknown groups {unknown} beside {entry.words[:3]}")
        return self


_PREPOSITIONS = frozenset({"of", "for", "to", "against", "on", "in"})

type _Term = tuple[tuple[str, ...], GroupClass]


def group_lexicon() -> GroupLexicon:
    """The lexicon as checked data."""
    return lexicon("entities/groups", GroupLexicon)


def _words_of_term(term: str) -> tuple[str, ...]:
    return tuple(term.replace("-", " ").replace("’", "'").replace("'s", " 's").replace("s' ", "s ' ").split())


@cache
def _by_first_word() -> dict[str, list[_Term]]:
    """Terms by their first word, longest first."""
    table: dict[str, list[_Term]] = {}
    for entry in group_lexicon().classes:
        for term in entry.words:
            words = _words_of_term(term)
            table.setdefault(words[0], []).append((words, entry))
    for terms in table.values():
        terms.sort(key=lambda item: -len(item[0]))
    return table


def _classes_in(words: list[str]) -> Iterator[tuple[int, GroupClass]]:
    """Classes told of, each with the position of its term's first word."""
    table = _by_first_word()
    i = 0
    while i < len(words):
        length = 0
        for term, entry in table.get(words[i], ()):
            if length and len(term) < length:
                break
            if tuple(words[i : i + len(term)]) == term:
                length = len(term)
                yield i, entry
        i += length or 1


def _plain(words: Sequence[str]) -> list[str]:
    return [word.replace("’", "'") for word in words if word not in ("-", "–")]


def groups_of(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Groups that the words of a phrase tell of.

    words: lower-cased lemmas of the phrase in text order. Returns ids of agent groups and of target groups, each in the
    taxonomy's order; empty lists where no word tells.

    >>> groups_of(["riot", "police"])
    (['state_security'], ['official'])
    >>> groups_of(["three", "student", "activist"])
    (['civil_society'], ['hrd', 'academic_student'])
    >>> groups_of(["the", "police", "station"])
    ([], [])
    """
    agents: set[str] = set()
    targets: set[str] = set()
    for _, entry in _classes_in(_plain(words)):
        agents.update(entry.agents)
        targets.update(entry.targets)
    return _ordered(agents, targets)


def groups_of_organisation(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Groups that an organisation's name tells of: its head decides, its modifiers only where the head doesn't tell.

    words: lower-cased lemmas of the name.

    >>> groups_of_organisation(["electronic", "media", "regulatory", "authority"])
    (['other_state'], ['official'])
    """
    plain = _plain(words)
    end = next((k for k, word in enumerate(plain) if k and word in _PREPOSITIONS), len(plain))
    found = list(_classes_in(plain[:end])) or list(_classes_in(plain))
    last = max((i for i, _ in found), default=0)
    heads = [entry for i, entry in found if i == last]
    return _ordered({g for entry in heads for g in entry.agents}, {g for entry in heads for g in entry.targets})


def merge_groups(found: Iterable[tuple[list[str], list[str]]]) -> tuple[list[str], list[str]]:
    """Several answers of ``groups_of`` as one.

    >>> merge_groups([groups_of(["student"]), groups_of(["activist"])])
    (['civil_society'], ['hrd', 'academic_student'])
    """
    agents: set[str] = set()
    targets: set[str] = set()
    for some_agents, some_targets in found:
        agents.update(some_agents)
        targets.update(some_targets)
    return _ordered(agents, targets)


def _ordered(agents: set[str], targets: set[str]) -> tuple[list[str], list[str]]:
    """In the taxonomy's order, without the general group where a special one is known."""
    known = group_lexicon()
    if len(agents) > 1:
        agents = agents - {"individual"}
    if len(targets) > 1:
        targets = targets - {"general_public"}
    return [g for g in known.agent_groups if g in agents], [g for g in known.target_groups if g in targets]
