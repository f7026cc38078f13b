"""Who did it where the clause doesn't say: "Police broke into the flat. He was HELD for two days and then FREED."

An act without an agent takes the agents of an act told just before in the same paragraph, where both hit the same
person, or where it follows in the same sentence; and only where those agents are of the kind that does such acts.
Which types of act may lend and take is data (lexicon/events/implicit.yaml).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from civicspace.annotations import Event, Participant
from civicspace.lexicons import lexicon


class ImplicitLexicon(BaseModel):
    """lexicon/events/implicit.yaml; what each part means stands on its top."""

    model_config = ConfigDict(extra="forbid")

    same_victim: dict[str, frozenset[str]]
    same_sentence: dict[str, frozenset[str]]


@cache
def implicit_lexicon() -> ImplicitLexicon:
    """The checked lexicon; raises LexiconError."""
    return lexicon("events/implicit", ImplicitLexicon)


@dataclass(slots=True)
class _Told:
    sentence: int
    event: Event


class ImplicitAgents:
    """The acts of one paragraph whose agents are known, newest last; fed with a Doc's events in text order."""

    def __init__(self) -> None:
        self._paragraph = -1
        self._told: list[_Told] = []

    def agents_for(self, event: Event, paragraph: int, sentence: int, *, unsaid: bool) -> list[Participant]:
        """The agents that an act without any takes over; empty where none fit.

        unsaid: whether the clause leaves its agent out, as a passive does; else only the same sentence lends one.
        """
        if paragraph != self._paragraph or event.status not in ("occurred", "ongoing", "alleged", "negated"):
            return []
        data = implicit_lexicon()
        victims = _keys(event.targets)
        for told in reversed(self._told[-_RECENT:]):
            if sentence - told.sentence > _REACH:
                break
            other = told.event
            if told.sentence == sentence and other.type in data.same_sentence.get(event.type, ()):
                return list(other.agents)
            if unsaid and victims & _keys(other.targets) and other.type in data.same_victim.get(event.type, ()):
                return list(other.agents)
        return []

    def remember(self, event: Event, paragraph: int, sentence: int) -> None:
        """Keep an act that has agents; a new paragraph forgets those before."""
        if paragraph != self._paragraph:
            self._paragraph, self._told = paragraph, []
        if event.agents and event.status in ("occurred", "ongoing", "alleged"):
            self._told.append(_Told(sentence, event))


_RECENT = 6
_REACH = 3


def _keys(participants: list[Participant]) -> set[int | str]:
    return {p.name.casefold() if p.entity is None else p.entity for p in participants}
