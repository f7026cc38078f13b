"""Descriptions that refer to an entity: appositions, and definite phrases like "the superintendent" and "the group".

The tests are those of the precise sieves of Lee et al. (2013, "Deterministic coreference resolution based on
entity-centric, precision-ranked rules"): the same head noun, and no modifier that the entity's other mentions lack.
"""

from __future__ import annotations

from civicspace.annotations import EntityType, Extent, MentionForm
from civicspace.components.coreference.discourse import Place, Referent
from civicspace.components.coreference.scene import Scene
from civicspace.components.coreference.vocabulary import Vocabulary
from civicspace.syntax import conjuncts, obliques, phrase
from civicspace.tokens import TokenTable

DEFINITE = frozenset({"the", "this", "that"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "one"})
_NEAR = 3
_FAR = 15
_LEAD = 1.3


def form_of(table: TokenTable, head: int, vocabulary: Vocabulary) -> MentionForm:
    """``title`` where the head names a job or office, else ``nominal``."""
    return "title" if table.lemma[head] in vocabulary.roles else "nominal"


def extent(table: TokenTable, head: int) -> Extent:
    """The description's characters: determiner, modifiers, complements and possessive ending, but no clauses."""
    first, last = phrase(table, head, apposition=False)
    for j in conjuncts(table, head)[1:]:
        if j == last + 2 and table.pos[j] == "NOUN" and table.dep[j] == "conj" and table.lower[j - 1] == "and":
            last = phrase(table, j, apposition=False)[1]
    return table.extent(first, last)


def describes(table: TokenTable, noun: int, kind: EntityType, vocabulary: Vocabulary) -> bool:
    """True where an apposition's common noun can say what a name beside it is.

    noun: the head of the describing phrase, before or behind the name. A person needs a singular noun for a person, or
    "one of" several; an organisation a singular noun for a kind of organisation, with a determiner or a possessor.
    """
    if kind == "person" and table.lower[noun] == "one":
        return any(table.lemma[j] in vocabulary.people for j in obliques(table, noun).get("of", ()))
    if table.pos[noun] not in ("NOUN", "PROPN") or table.tag[noun] in ("NNS", "NNPS"):
        return False
    if table.ent_type[noun] in ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY"):
        return False
    lemma = table.lemma[noun]
    determined = any(
        (table.dep[j] == "det" and table.lower[j] in _DETERMINERS) or table.dep[j] == "poss"
        for j in table.children[noun]
    )
    if kind == "person":
        return lemma in vocabulary.people or (
            lemma not in vocabulary.kinds_meant and any(table.lower[j] in ("a", "an") for j in table.children[noun])
        )
    if kind == "organisation":
        known = lemma in vocabulary.kinds_meant or lemma in vocabulary.kinds_shown
        return determined and known and lemma not in vocabulary.people and table.pos[noun] == "NOUN"
    return False


def is_definite(table: TokenTable, noun: int) -> bool:
    """True for a singular noun phrase with the, this or that, without a number."""
    return table.tag[noun] in ("NN", "NNP") and any(
        table.dep[j] == "det" and table.lower[j] in DEFINITE for j in table.children[noun]
    )


def _restrictions(table: TokenTable, noun: int) -> list[str] | None:
    """Lemmas of the words that narrow a noun down; None where a clause does, which no profile can match."""
    words: list[str] = []
    queue = [noun]
    while queue:
        i = queue.pop()
        for j in table.children[i]:
            dep = table.dep[j]
            if dep in ("relcl", "acl") and i == noun:
                if table.text[j - 1 if dep == "acl" else table.edges(j)[0] - 1] != ",":
                    return None
            elif dep in ("amod", "compound", "nmod", "poss", "nummod", "prep", "pobj"):
                if table.pos[j] in ("ADJ", "NOUN", "PROPN", "VERB", "NUM", "PRON"):
                    words.append(table.lemma[j])
                if len(words) < 12:
                    queue.append(j)
    return words


def resolve_description(scene: Scene, noun: int, place: Place) -> tuple[Referent, str] | None:
    """The referent of a definite phrase and the rule that found it, or None.

    noun: the head's position. A referent without a name is given too, so that the description is not put down to
    somebody else.
    """
    vocabulary = scene.vocabulary
    restrictions = _restrictions(scene.table, noun)
    if restrictions is None:
        return None
    lemma = scene.table.lemma[noun]
    loose = all(_adds_nothing(word, lemma, vocabulary) for word in restrictions)
    by_kind = _by_kind(scene, lemma, place, narrowed=bool(restrictions)) if loose else None
    candidates = scene.discourse.called(lemma)
    names = sum(other.entity is not None for other in candidates)
    for referent in candidates:
        distance = place.sent - referent.last.sent
        if referent.entity is None:
            if referent.last.section == place.section and distance <= _NEAR:
                return referent, "same-noun"
            continue
        allowed = scene.profiles[referent.entity].words | vocabulary.circumstances
        added = [word for word in restrictions if word not in allowed]
        if not all(_adds_nothing(word, lemma, vocabulary) for word in added):
            continue
        if by_kind is not None and by_kind[0].last.sent == place.sent and distance > 1:
            return by_kind
        near = referent.last.section == place.section and distance <= _FAR
        if near or (names == 1 and not added and lemma not in vocabulary.generic):
            if referent.kind == "person" and _outshone(scene, referent, place):
                return None
            return referent, "definite.head"
    return by_kind


def _outshone(scene: Scene, referent: Referent, place: Place) -> bool:
    """True where the paragraph speaks of somebody else whose role is not known, and of this person not."""
    if referent.last.paragraph == place.paragraph:
        return False
    return any(
        other.last.paragraph == place.paragraph
        and other.kind == "person"
        and other.entity is not None
        and not scene.profiles[other.entity].heads & scene.vocabulary.roles
        for other, _ in scene.discourse.salience(place, _NEAR)
    )


def _adds_nothing(word: str, noun: str, vocabulary: Vocabulary) -> bool:
    return bool(vocabulary.adjuncts.get(word, frozenset()) & vocabulary.kinds_meant.get(noun, frozenset()))


def _by_kind(scene: Scene, noun: str, place: Place, *, narrowed: bool) -> tuple[Referent, str] | None:
    """The most salient organisation nearby of a kind that the noun may refer back to.

    narrowed: the noun has modifiers. An organisation of unknown kind passes too, save for nouns that need a known one;
    one in the same sentence comes before others of the right kind further back. A noun of one kind alone reaches
    further where the section has one such organisation.
    """
    vocabulary = scene.vocabulary
    meant = vocabulary.kinds_meant.get(noun)
    if meant is None:
        return None
    open_to_all = noun not in vocabulary.kind_known and not meant <= vocabulary.shown_kinds
    if narrowed and noun not in vocabulary.generic:
        open_to_all = False
    shown: list[tuple[float, Referent]] = []
    unknown: list[tuple[float, Referent]] = []
    for referent, weight in scene.discourse.salience(place, _NEAR):
        if referent.entity is None or referent.kind != "organisation":
            continue
        kinds = scene.kinds(referent)
        if kinds & meant:
            shown.append((weight, referent))
        elif open_to_all and not kinds:
            unknown.append((weight, referent))
    tiers = [(shown, "definite.kind"), (unknown, "definite.unknown-kind")]
    here = [(weight, referent) for weight, referent in unknown if referent.last.sent == place.sent]
    if here and not any(referent.last.sent == place.sent for _, referent in shown):
        tiers.insert(0, (here, "definite.unknown-kind"))
    for found, rule in tiers:
        if found:
            found.sort(key=lambda item: -item[0])
            if len(found) == 1 or found[0][0] > _LEAD * found[1][0]:
                return found[0][1], rule
            return None
    if len(meant) == 1 and noun not in vocabulary.kind_known:
        held = [
            referent
            for referent, _ in scene.discourse.salience(place, _FAR)
            if referent.kind == "organisation" and scene.kinds(referent) & meant
        ]
        if len(held) == 1:
            return held[0], "definite.only-one"
    return None
