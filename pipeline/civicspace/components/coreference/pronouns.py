"""Choosing the antecedent of a third-person pronoun: filters of agreement and syntax, then salience with a margin."""

from __future__ import annotations

from civicspace.components.coreference.constraints import (
    addressees,
    disjoint_tokens,
    dominating_subjects,
    speakers_before,
)
from civicspace.components.coreference.discourse import Place, Referent
from civicspace.components.coreference.pleonastic import is_pleonastic
from civicspace.components.coreference.scene import Scene
from civicspace.components.coreference.vocabulary import Pronoun

# What is added to an antecedent's salience, or how it is scaled; in the units of discourse.role_weight.
_OWN_CLAUSE = 35.0
_OUTER_CLAUSE = 25.0
_SPEAKS_ON = 15.0
_SPEAKS_ON_WITHIN = 2
_QUOTED_WITHIN = 3
_SUFFERS_ON = 15.0
_TOLD = 60.0
_COLLECTIVE = 0.6
_PLACE = 0.6
_UNNAMED_PERSON = 0.65
_STATE_OWNER = 0.45
_UNWILLED = 0.8


def resolve_pronoun(scene: Scene, i: int, pronoun: Pronoun, place: Place, margin: float) -> Referent | None:
    """The referent that a pronoun stands for, or None where none fits or two fit about equally well.

    i: the pronoun's position; a reflexive one stands for its clause's subject. margin: the lead in salience that the
    best candidate needs over the second best. A referent without a name is given too.
    """
    table, discourse = scene.table, scene.discourse
    willed = pronoun.gender == "neuter" and _needs_a_will(scene, i)
    if table.lower[i] == "it":
        if is_pleonastic(table, i, scene.vocabulary):
            return None
        if table.dep[i] in ("dobj", "pobj", "dative") and not willed:
            return None
    inert = pronoun.gender == "neuter" and not willed and _is_inert(scene, i)
    barred = _barred(scene, i, place)
    subjects = [discourse.of_token.get(j) for j in dominating_subjects(table, i)]
    if pronoun.case == "reflexive":
        subject = subjects[0] if subjects else None
        return subject and fitting(scene, pronoun, subject)
    candidates = [
        (referent, salience, factor)
        for referent, salience in discourse.salience(place, quoted=bool(scene.quoted[i]))
        if id(referent) not in barred
        and not (inert and referent.kind == "organisation")
        and (factor := _agreement(scene, pronoun, referent, willed=willed))
    ]
    owned = (
        willed
        and pronoun.case == "possessive"
        and any(referent.kind == "organisation" and not _is_state(scene, referent) for referent, *_ in candidates)
    )
    speaks = table.dep[i] == "nsubj" and table.lemma[table.head[i]] in scene.vocabulary.speech and not scene.quoted[i]
    told = {id(discourse.of_token[j]) for j in addressees(scene, i) if j in discourse.of_token}
    suffers = table.dep[i] == "nsubjpass"
    own_clause = _OWN_CLAUSE if pronoun.case in ("possessive", "any") else _OUTER_CLAUSE
    found: list[tuple[float, Referent]] = []
    for referent, salience, factor in candidates:
        weight = salience * factor
        if owned and _is_state(scene, referent):
            weight *= _STATE_OWNER
        elif subjects and referent is subjects[0]:
            weight += own_clause
        elif any(referent is subject for subject in subjects):
            weight += _OUTER_CLAUSE
        if id(referent) in told:
            weight += _TOLD
        if suffers and place.sent - referent.suffered <= 1:
            weight += _SUFFERS_ON
        if speaks and place.sent - referent.spoke <= _SPEAKS_ON_WITHIN:
            weight += _SPEAKS_ON
        found.append((weight, referent))
    found.sort(key=lambda item: -item[0])
    if not found or (len(found) > 1 and found[0][0] - found[1][0] < margin):
        return None
    return found[0][1]


def fitting(scene: Scene, pronoun: Pronoun, referent: Referent) -> Referent | None:
    """The referent where it agrees with the pronoun in number, gender and animacy, else None."""
    return referent if _agreement(scene, pronoun, referent, willed=False) else None


def _barred(scene: Scene, i: int, place: Place) -> set[int]:
    """Ids of the referents that syntax or the quotation the pronoun stands in rules out."""
    of_token = scene.discourse.of_token
    barred = {id(of_token[j]) for j in disjoint_tokens(scene.table, i) if j in of_token}
    if scene.quoted[i]:
        barred |= speakers_before(scene, i)
        barred |= {
            id(held.referent)
            for held in scene.discourse.occurrences
            if held.place.sent >= place.sent - _QUOTED_WITHIN and held.referent.spoke >= place.sent - _QUOTED_WITHIN
        }
    return barred


def _is_state(scene: Scene, referent: Referent) -> bool:
    """True for a body with power over others; a commission or council of unclear standing is none."""
    kinds = scene.kinds(referent)
    return bool(kinds & scene.vocabulary.state_kinds) and "commission" not in kinds


def _agreement(scene: Scene, pronoun: Pronoun, referent: Referent, *, willed: bool) -> float:
    """How well number, gender and animacy agree: 0 for not at all, 1 for well."""
    if pronoun.number == "plural":
        if referent.plural:
            return 1.0
        return _COLLECTIVE if pronoun.case == "subject" and "security" in scene.kinds(referent) else 0.0
    if referent.plural:
        return 0.0
    if pronoun.gender == "neuter":
        if referent.kind == "thing":
            return 0.0 if willed else 1.0
        if referent.kind == "place":
            return _PLACE
        if referent.kind not in ("organisation", "unknown"):
            return 0.0
        return 1.0 if willed else _UNWILLED
    if referent.kind not in ("person", "unknown") or referent.gender not in ("any", pronoun.gender):
        return 0.0
    return 1.0 if referent.entity is not None else _UNNAMED_PERSON


def _needs_a_will(scene: Scene, i: int) -> bool:
    """True where the context wants people or an organisation: "it denied", "accused it", "its members"."""
    table, words = scene.table, scene.vocabulary
    dep, head = table.dep[i], table.head[i]
    if dep == "poss":
        return table.lemma[head] in words.possessions
    if dep in ("dobj", "dative"):
        return table.lemma[head] in words.done_to
    if dep == "pobj":
        return table.lower[head] in ("for", "by", "against", "with") and table.pos[table.head[head]] == "VERB"
    return dep == "nsubj" and table.lemma[head] in words.agents


def _is_inert(scene: Scene, i: int) -> bool:
    """True where the context wants a thing: "it lapsed", "it was repealed", "its wording"."""
    table, words = scene.table, scene.vocabulary
    dep, lemma = table.dep[i], table.lemma[table.head[i]]
    if dep == "poss":
        return lemma in words.thing_parts
    if dep == "nsubjpass":
        return lemma in words.thing_passives
    return dep == "nsubj" and lemma in words.thing_verbs
