"""From heads of phrases to participants: whom does the phrase name?

A thing that stands for its owner gives the owner ("her laptop"), a description with names in
apposition gives the names, a pronoun gives its entity, else the people of the act told last ("They
were freed"). What names no participant (dates, measures, "it" without an entity) gives nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from civicspace.annotations import Participant
from civicspace.components.entities.groups import groups_of
from civicspace.components.events.name_lists import names_behind, number_of
from civicspace.components.events.naming import called
from civicspace.components.events.parties import Parties
from civicspace.components.events.people import people_lexicon
from civicspace.components.events.roles import Role
from civicspace.components.events.semantic_classes import belongs
from civicspace.lexicons import terms
from civicspace.mentions import MentionIndex
from civicspace.syntax import conjuncts
from civicspace.tokens import TokenTable

_DEFINITE = frozenset({"the", "these", "those", "both", "all"})
_MEMORY = 12
_DEPENDENT_ON = frozenset({"prep", "relcl", "acl"})


@dataclass(slots=True)
class People:
    """Whom the acts told last were about: what a pronoun without an entity falls back on."""

    several: list[Participant] = field(default_factory=list)
    one: list[Participant] = field(default_factory=list)

    def remember(self, participants: Sequence[Participant], *, plural: bool) -> None:
        """Keep the people of an act; several names, or one plural description, answer to "they"."""
        if not participants:
            return
        if len(participants) > 1 or plural:
            self.several = list(participants)
        else:
            self.one = list(participants)


class ParticipantResolver:
    """Resolves the heads of one Doc; holds the belongings lexicon and the Doc's tokens of time."""

    def __init__(self, table: TokenTable, index: MentionIndex, timex: frozenset[int]) -> None:
        self._table = table
        self._index = index
        self._timex = timex
        self._people = people_lexicon()
        self._belongings = frozenset(terms("events/belongings"))
        self.parties = Parties(table, index)
        self._lists: dict[int, tuple[int, list[Participant]]] = {}
        self._groups: dict[int, tuple[list[str], list[str]]] = {}

    def is_actor(self, i: int) -> bool:
        """True where the token names somebody: a person, an organisation, a group, a role or an office."""
        hit = self._index.covering(i)
        if hit is not None:
            return self._index.entities[hit[1]].type in ("person", "organisation")
        if i in self._timex:
            return False
        if any(belongs(self._table, self._index, i, name) for name in self._people.actor_classes):
            return True
        return bool(self.groups(i)[0] or self.groups(i)[1])

    def has_power(self, i: int) -> bool:
        """True where the token names police, a court, a government, an armed group or a mob."""
        hit = self._index.covering(i)
        groups = self._index.entities[hit[1]].agent_groups if hit is not None else []
        return any(group in self._people.power_groups for group in (*groups, *self.groups(i)[0]))

    def groups(self, i: int) -> tuple[list[str], list[str]]:
        """Agent groups and target groups that the head's words tell."""
        if i not in self._groups:
            table = self._table
            words = [table.lemma[j] for j in table.children[i] if table.dep[j] in ("compound", "amod", "nmod")]
            self._groups[i] = groups_of([*words, table.lemma[i]])
        return self._groups[i]

    def resolve(
        self, heads: Sequence[int], role: Role, people: People, *, things: bool = True, owners: Sequence[int] = ()
    ) -> list[Participant]:
        """Participants of the heads, in order, none twice.

        things: whether a noun that names nobody may stay. owners: whose a thing is where its phrase doesn't tell.
        """
        found: list[Participant] = []
        seen: set[tuple[int | None, str]] = set()
        for head in heads:
            if (not things and self._is_thing(head, role)) or (role == "target" and self._is_means(head)):
                continue
            named = self._one(head, role, people, 0)
            if owners and self._table.lemma[head] in self._belongings:
                named = [p for p in named if p.entity is not None]
                named = named or [p for owner in owners for p in self._one(owner, role, people, 0)]
            for participant in named:
                key = (participant.entity, "" if participant.entity is not None else participant.name)
                if key not in seen and participant.name:
                    seen.add(key)
                    found.append(participant)
        if len(found) > 1 and all(participant.entity is not None for participant in found):
            self._lists[len(found)] = (self._table.sent[heads[0]], found)
        return found

    def is_plural(self, head: int) -> bool:
        """True for a plural noun or a number above one."""
        return "Number=Plur" in self._table.morph[head] or self._table.pos[head] == "NUM"

    def _is_thing(self, head: int, role: Role) -> bool:
        """True for a common noun that names nobody and belongs to nobody."""
        hit = self._index.covering(head)
        if role == "agent" and hit is not None and self._index.entities[hit[1]].type in ("law", "work", "event"):
            return True
        if self._table.pos[head] != "NOUN" or self.is_actor(head):
            return False
        if role == "agent":
            thing = any(belongs(self._table, self._index, head, name) for name in self._people.thing_classes)
            return thing or not self.is_plural(head)
        return not (role == "target" and self._table.lemma[head] in self._belongings and self._owners(head))

    def _is_means(self, head: int) -> bool:
        """True for a common noun that names a means or an occasion ("fired TEAR GAS", "cut off THE INTERNET")."""
        if self._table.pos[head] != "NOUN" or self._index.headed_by(head) is not None or self._owners(head):
            return False
        return any(belongs(self._table, self._index, head, name) for name in self._people.never_targets)

    def _one(self, head: int, role: Role, people: People, depth: int) -> list[Participant]:
        table = self._table
        word = table.lower[head]
        hit = self._index.headed_by(head)
        if head in self._timex:
            return []
        if hit is None:
            known = self._stood_for(head, word, people)
            if known is not None:
                return known
        if role == "target" and hit is None and table.lemma[head] in self._belongings and depth < 3:
            owners = self._owners(head)
            if owners:
                return [p for owner in owners for p in self._one(owner, role, people, depth + 1)]
        if hit is None and table.pos[head] == "NOUN":
            names = self._names_in_apposition(head)
            if names:
                return [self._index.participant(name) for name in names]
            told = names_behind(table, self._index, head) or self._told_before(head)
            if told:
                return told
        parties = self.parties.of(head)
        if parties:
            return parties
        if table.dep[head] == "appos" and not self._is_name(head) and self._is_name(table.head[head]):
            head = table.head[head]
        return [called(table, self._index.participant(head), self._timex)]

    def _told_before(self, head: int) -> list[Participant]:
        """The people of a list told before, taken up with their number ("the THREE MEN")."""
        table = self._table
        number = number_of(table, head)
        if number is None or number not in self._lists:
            return []
        definite = any(table.lower[j] in _DEFINITE for j in table.children[head])
        sentence, members = self._lists[number]
        if not definite or table.sent[head] - sentence > _MEMORY:
            return []
        start, end = table.extent(head, head)
        return [Participant(start, end, member.entity, member.name) for member in members]

    def _stood_for(self, head: int, word: str, people: People) -> list[Participant] | None:
        """Whom a word stands for that names nobody itself; None for a word that says something."""
        table, words = self._table, self._people
        if word in words.nobody or (word == "one" and table.lower[head - 1] == "no"):
            return []
        if word in words.self or word == "it" or table.lemma[head] in words.measures:
            return []
        bare = not any(table.dep[j] in _DEPENDENT_ON for j in table.children[head])
        if bare and (word in words.plural or word in words.singular):
            known = people.several if word in words.plural else people.one
            return [Participant(table.start[head], table.end[head], p.entity, p.name) for p in known]
        return None

    def _owners(self, thing: int) -> list[int]:
        table = self._table
        for j in table.children[thing]:
            if table.dep[j] == "poss":
                return conjuncts(table, j)
        for j in table.children[thing]:
            if table.dep[j] == "prep" and table.lower[j] in ("of", "against", "for", "belonging"):
                heads = [m for m in table.children[j] if table.dep[m] == "pobj" and m not in self._timex]
                return [k for m in heads for k in conjuncts(table, m)]
        return [j for j in table.children[thing] if table.dep[j] == "compound" and self.is_actor(j)][:1]

    def _names_in_apposition(self, head: int) -> list[int]:
        """Heads of names that follow a description ("two reporters, Ann Lee and Bo Chan")."""
        table = self._table
        for j in table.children[head]:
            if table.dep[j] == "appos" and j > head:
                names = [k for k in conjuncts(table, j) if self._is_name(k)]
                if names:
                    return names
        return []

    def _is_name(self, i: int) -> bool:
        hit = self._index.headed_by(i) or (self._index.covering(i) if self._table.pos[i] == "PROPN" else None)
        return hit is not None and self._index.entities[hit[1]].type in ("person", "organisation")
