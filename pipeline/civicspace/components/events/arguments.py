"""Who stands in which role of an act: from the trigger's slots in the parse to heads of phrases.

The mapping of slots to roles is data (lexicon/events/roles.yaml); this module finds the slots: subjects and
objects with voice, control, relative clauses and coordination undone (civicspace.syntax), the
possessor, compound and prepositions of nouns, light verbs ("carried out a raid"), and verbs that put
somebody into a state ("was placed under house arrest").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from civicspace.components.events.people import people_lexicon
from civicspace.components.events.roles import RoleLexicon, Slots, role_lexicon
from civicspace.components.events.triggers import Trigger
from civicspace.syntax import (
    RELATIVE_PRONOUNS,
    Arguments,
    arguments,
    child,
    conjuncts,
    is_passive,
    obliques,
    subject_heads,
)
from civicspace.tokens import TokenTable

_STATE_PREPOSITIONS = frozenset(
    {"in", "under", "into", "to", "on", "behind", "without", "at", "from", "after", "during"}
)


@dataclass(slots=True)
class RoleHeads:
    """Heads of the phrases that fill an act's roles (token positions, in the order found, none twice).

    ``experiencers``: those whose thing is hit ("SHE had her phone taken"): owners where the phrase itself names none.
    """

    agents: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)
    experiencers: list[int] = field(default_factory=list)

    def put(self, role: str | None, heads: Iterable[int]) -> None:
        """Add heads to a role; heads that fill a role already stay where they are."""
        place = {"agent": self.agents, "target": self.targets}.get(role or "none")
        if place is not None:
            for head in heads:
                if head not in self.agents and head not in self.targets:
                    place.append(head)


def role_heads(
    table: TokenTable,
    trigger: Trigger,
    is_actor: Callable[[int], bool],
    has_power: Callable[[int], bool],
    is_pair: Callable[[int], bool],
) -> RoleHeads:
    """Agents and targets of a trigger.

    is_actor: tells whether the noun at a position can act (a person, an organisation, an office); asked
    for compounds, where "police raid" names an actor and "midnight raid" doesn't. has_power: whether it
    names police, a court, a government; asked where a subject may be either.
    is_pair: whether it is the last of names joined by a hyphen ("EU-Turkey talks").
    """
    slots = role_lexicon().slots(trigger.type)
    found = RoleHeads()
    if trigger.kind == "noun":
        _of_noun(table, trigger, slots, found, lambda j: is_actor(j) or (slots.possessor == "agent" and is_pair(j)))
    elif trigger.kind == "adjective" or table.pos[trigger.predicate] == "ADJ":
        _of_adjective(table, trigger, slots, found)
    else:
        _of_verb(table, trigger, slots, found, has_power)
    found.agents = [head for head in _spelled_out(table, found.agents, trigger) if head not in found.targets]
    found.targets = _spelled_out(table, found.targets, trigger)
    return found


def _of_verb(
    table: TokenTable, trigger: Trigger, slots: Slots, found: RoleHeads, has_power: Callable[[int], bool]
) -> None:
    lexicon = role_lexicon()
    verb = trigger.predicate
    given = arguments(table, verb)
    passive = is_passive(table, verb)
    if not passive:
        given.object = [j for j in given.object if not trigger.first <= j <= trigger.last]
        given.object = given.object or _behind_particle(table, trigger)
    experiencers = _experiencers(table, verb, lexicon)
    if experiencers:
        subject = child(table, verb, "nsubj", "nsubjpass")
        given.object, given.subject, passive = [] if subject is None else [subject], [], True
    has_object = bool(given.object) or any(table.dep[j] in ("ccomp", "xcomp") for j in table.children[verb])
    lone = slots.lone_subject
    if lone == "either":
        headline = table.tag[verb] in ("VBD", "VBN") and not any(table.dep[j] == "aux" for j in table.children[verb])
        lone = "target" if headline and given.subject and not has_power(given.subject[0]) else "agent"
    if table.lemma[verb] in lexicon.patient_verbs and not passive:
        found.put("target", given.subject)
    else:
        found.put(slots.subject if has_object or passive else lone, given.subject)
        found.put(slots.object, given.object)
        found.put(slots.indirect, given.indirect)
    if slots.complement == "target" and not found.targets:
        infinitives = [j for j in table.children[verb] if table.dep[j] == "xcomp"]
        found.put("target", [k for j in infinitives for k in arguments(table, j).object])
    found.experiencers = experiencers
    _prepositions(found, slots.prep, given, skip_filled=bool(found.targets))


def _behind_particle(table: TokenTable, trigger: Trigger) -> list[int]:
    """Objects of a preposition that belongs to the trigger ("slowed down the SITE", "set fire to the CAR")."""
    return [
        k
        for j in range(trigger.first, trigger.last + 1)
        if table.dep[j] in ("prep", "dative") and j != trigger.predicate
        for m in table.children[j]
        if table.dep[m] == "pobj"
        for k in conjuncts(table, m)
    ]


def _experiencers(table: TokenTable, verb: int, lexicon: RoleLexicon) -> list[int]:
    """Whoever "has" a thing taken: the subject over a participle that has its own ("SHE had her phone taken")."""
    head = table.head[verb]
    if table.tag[verb] not in ("VBN", "VBD") or table.dep[verb] not in ("ccomp", "xcomp", "acl", "oprd"):
        return []
    if table.dep[verb] == "acl":
        head = table.head[head]
    if table.lemma[head] not in lexicon.experiencer_verbs or child(table, verb, "aux", "auxpass") is not None:
        return []
    return subject_heads(table, head)[0]


def _prepositions(found: RoleHeads, roles: Mapping[str, str], given: Arguments, *, skip_filled: bool) -> None:
    for preposition, role in roles.items():
        if role == "target" and skip_filled:
            continue
        found.put(role, given.oblique.get(preposition, ()))


def _of_noun(
    table: TokenTable, trigger: Trigger, slots: Slots, found: RoleHeads, is_actor: Callable[[int], bool]
) -> None:
    noun = trigger.head
    own = Arguments(oblique=obliques(table, noun))
    roles = {**slots.prep, **slots.noun_prep}
    _prepositions(found, roles, own, skip_filled=False)
    if trigger.light is not None and trigger.light != noun:
        _of_light_verb(table, trigger, trigger.light, slots, found)
    possessor = child(table, noun, "poss")
    if possessor is not None:
        role = slots.possessor
        if role == "target" and own.oblique.get("of") and roles.get("of") == "target":
            role = "agent"
        if not (role == "agent" and found.agents) and not (role == "target" and found.targets):
            found.put(role, conjuncts(table, possessor))
    for j in table.children[noun]:
        if table.dep[j] in ("compound", "amod", "nmod") and table.pos[j] in ("NOUN", "PROPN", "ADJ") and is_actor(j):
            role = slots.compound
            if not (role == "agent" and found.agents):
                found.put(role, [j])
    if not found.targets and slots.holder != "none":
        found.put(slots.holder, _holders(table, noun))
    governor = table.head[noun]
    if not found.targets and table.dep[noun] == "dobj" and trigger.light is None:
        behind = {
            preposition: [k for k in heads if k > noun]
            for preposition, heads in obliques(table, governor).items()
            if preposition not in ("of", "by", "in", "at")
        }
        _prepositions(found, roles, Arguments(oblique=behind), skip_filled=False)


def _of_light_verb(table: TokenTable, trigger: Trigger, light: int, slots: Slots, found: RoleHeads) -> None:
    """Roles from the light verb: its subject acts, or undergoes where the verb says so ("faces charges")."""
    lexicon = role_lexicon()
    found_arguments = arguments(table, light)
    subjects, passive = subject_heads(table, light)
    if table.dep[trigger.head] == "pobj" and slots.holder != "none" and not found.targets:
        found.put(slots.holder, _holders(table, trigger.head))
    if passive:
        if trigger.head not in subjects:
            found.put("target" if slots.object != "none" else slots.object, subjects)
        found.put(slots.subject, found_arguments.oblique.get("by", ()))
    elif table.lemma[light] in lexicon.patient_verbs:
        found.put("target", subjects)
    elif table.dep[trigger.head] not in ("nsubj", "nsubjpass"):
        found.put(slots.subject, subjects)
    found.put(slots.indirect, found_arguments.indirect)
    prepositions = {**slots.noun_prep, **slots.prep}
    prepositions.pop("of", None)
    if table.lemma[light] in lexicon.dative_verbs and slots.object != "none":
        prepositions["to"] = "target"
    if not found.targets:
        _prepositions(found, prepositions, found_arguments, skip_filled=False)


def _holders(table: TokenTable, noun: int) -> list[int]:
    """Whoever is put or kept in the state that the noun names: the verb's object, else its subject."""
    if table.dep[noun] not in ("pobj", "conj"):
        return []
    preposition = table.head[noun]
    if table.lower[preposition] not in _STATE_PREPOSITIONS:
        return []
    verb = table.head[preposition]
    if table.pos[verb] in ("NOUN", "PROPN") and table.dep[preposition] == "prep":
        return [verb]
    if table.pos[verb] not in ("VERB", "AUX"):
        return []
    found = arguments(table, verb)
    return found.object or found.subject


def _of_adjective(table: TokenTable, trigger: Trigger, slots: Slots, found: RoleHeads) -> None:
    """An adjective's noun, or the subject of the verb that it completes ("are missing", "missing students")."""
    word = trigger.predicate
    head = table.head[word]
    role = slots.object if slots.object != "none" else slots.lone_subject
    if table.dep[word] == "amod" and table.pos[head] in ("NOUN", "PROPN", "NUM"):
        found.put(role, conjuncts(table, head))
    elif table.pos[head] in ("VERB", "AUX"):
        found.put(role, arguments(table, head).object or subject_heads(table, head)[0])
    _prepositions(found, slots.prep, Arguments(oblique=obliques(table, word)), skip_filled=False)


def _spelled_out(table: TokenTable, heads: list[int], trigger: Trigger) -> list[int]:
    """Relative pronouns replaced by their antecedents; words that name nobody and the trigger itself left out."""
    found: list[int] = []
    empty = people_lexicon().empty
    for head in heads:
        i = head
        if table.lower[i] == "whose" or (table.lower[i] in RELATIVE_PRONOUNS and table.pos[i] == "PRON"):
            i = _antecedent(table, i)
        if table.lower[i] in empty and not _has_complement(table, i):
            continue
        if trigger.first <= i <= trigger.last or i in found or table.pos[i] in ("PUNCT", "SPACE", "VERB", "ADP"):
            continue
        found.append(i)
    return found


def _has_complement(table: TokenTable, i: int) -> bool:
    """True where a pronoun or numeral has an of-phrase or a relative clause ("those who came", "each of them")."""
    return any(table.dep[j] in ("prep", "relcl", "acl", "nummod") for j in table.children[i])


def _antecedent(table: TokenTable, pronoun: int) -> int:
    """The noun that a relative pronoun's clause hangs on, or the pronoun itself."""
    k = table.head[pronoun]
    for _ in range(6):
        if table.dep[k] == "relcl":
            return table.head[k]
        if table.head[k] == k:
            break
        k = table.head[k]
    return pronoun
