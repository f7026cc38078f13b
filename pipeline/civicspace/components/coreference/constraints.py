"""What syntax forbids: pairs of phrases that can't be the same whatever they mean.

Principles A and B of binding theory in the form that Lappin and Leass (1994) use as a filter, and the i-within-i
constraint of Stanford's deterministic system.
"""

from __future__ import annotations

from civicspace.components.coreference.scene import Scene
from civicspace.syntax import subject_heads
from civicspace.tokens import TokenTable

_NOMINAL = ("det", "poss", "compound", "amod", "nmod", "prep", "pobj", "appos", "acl", "relcl", "case")
_DEPTH = 12
_REACH = 120


def governing_verb(table: TokenTable, i: int) -> int | None:
    """The verb of the smallest clause that a token stands in."""
    for _ in range(_DEPTH):
        head = table.head[i]
        if head == i:
            return None
        if table.pos[head] in ("VERB", "AUX"):
            return head
        i = head
    return None


def dominating_subjects(table: TokenTable, i: int) -> list[int]:
    """Heads of the subjects of the clauses around a token, the innermost clause first."""
    found: list[int] = []
    verb = governing_verb(table, i)
    for _ in range(4):
        if verb is None:
            break
        found.extend(j for j in subject_heads(table, verb)[0] if j != i and j not in found)
        verb = governing_verb(table, verb)
    return found


def addressees(scene: Scene, i: int) -> list[int]:
    """Heads of those who are told something in the clauses around a token ("they told the charity that it ...")."""
    table = scene.table
    found: list[int] = []
    verb = governing_verb(table, i)
    for _ in range(3):
        if verb is None:
            break
        if table.lemma[verb] in scene.vocabulary.telling:
            found.extend(j for j in table.children[verb] if table.dep[j] in ("dobj", "dative") and j < i)
        verb = governing_verb(table, verb)
    return found


def fronted_subject(table: TokenTable, i: int) -> int | None:
    """The subject behind a fronted phrase that holds the possessive at a position ("in its report, the union says")."""
    if table.dep[i] != "poss":
        return None
    noun = table.head[i]
    preposition = table.head[noun]
    if table.dep[noun] != "pobj" or table.dep[preposition] != "prep":
        return None
    verb = table.head[preposition]
    if table.pos[verb] not in ("VERB", "AUX"):
        return None
    subjects = [j for j in table.children[verb] if table.dep[j] in ("nsubj", "nsubjpass")]
    return subjects[0] if subjects and preposition < i < subjects[0] else None


def later_speaker(scene: Scene, i: int) -> int | None:
    """The subject of the verb of speech behind a pronoun's own clause ("It did no wrong, the firm said")."""
    table = scene.table
    verb = table.head[i]
    speech = table.head[verb]
    if table.dep[i] not in ("nsubj", "nsubjpass") or table.dep[verb] != "ccomp" or speech < verb:
        return None
    if scene.quoted[i] or table.lemma[speech] not in scene.vocabulary.speech:
        return None
    subjects = [j for j in table.children[speech] if table.dep[j] == "nsubj" and j > verb]
    return subjects[0] if subjects else None


def disjoint_tokens(table: TokenTable, i: int) -> set[int]:
    """Tokens whose referents the pronoun at a position can't share.

    For an object the subject and the other objects of its verb; for a subject its verb's objects; what it is
    coordinated with; and every noun whose phrase holds the pronoun. The noun that a participle is put to is not taken
    for its subject: in "a letter to the ruler asking him" parsers take the nearest.
    """
    forbidden: set[int] = set()
    dep, head = table.dep[i], table.head[i]
    if dep == "conj":
        forbidden.add(head)
    forbidden.update(j for j in table.children[i] if table.dep[j] == "conj")
    if dep in ("dobj", "dative", "pobj", "nsubj", "nsubjpass", "conj"):
        verb = head
        if dep == "pobj" or table.pos[head] == "ADP":
            verb = table.head[head]
        if table.pos[verb] in ("VERB", "AUX"):
            if dep not in ("nsubj", "nsubjpass") and not (table.dep[verb] == "acl" and table.tag[verb] == "VBG"):
                forbidden.update(subject_heads(table, verb)[0])
            for j in table.children[verb]:
                if table.dep[j] in ("dobj", "dative", "attr", "oprd"):
                    forbidden.add(j)
                elif table.dep[j] in ("prep", "agent"):
                    forbidden.update(k for k in table.children[j] if table.dep[k] == "pobj")
    k = i
    for _ in range(_DEPTH):
        if table.dep[k] not in _NOMINAL or table.head[k] == k:
            break
        if table.pos[table.head[k]] in ("VERB", "AUX"):
            if table.dep[k] != "pobj":
                break
        elif table.dep[k] in ("relcl", "acl"):
            break
        k = table.head[k]
        forbidden.add(k)
    forbidden.discard(i)
    return forbidden


def speakers_before(scene: Scene, i: int) -> set[int]:
    """Ids of the referents that speak the quotation a pronoun stands in, as far as the text before it tells.

    Subjects of verbs of speech outside quotation marks, in the pronoun's sentence and the one before.
    """
    table, of_token = scene.table, scene.discourse.of_token
    first = table.sents[max(0, table.sent[i] - 1)][0]
    found: set[int] = set()
    for j in range(max(first, i - _REACH), i):
        if not scene.quoted[j] and table.lemma[j] in scene.vocabulary.speech and table.pos[j] == "VERB":
            found.update(id(of_token[k]) for k in subject_heads(table, j)[0] if k in of_token)
    return found
