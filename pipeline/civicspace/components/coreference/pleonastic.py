"""The pronoun it that stands for nothing: "it is clear that", "it rained", "make it a crime to march"."""

from __future__ import annotations

from civicspace.components.coreference.vocabulary import Vocabulary
from civicspace.tokens import TokenTable

_CLAUSES = ("ccomp", "xcomp", "csubj", "csubjpass", "advcl", "acl", "relcl")
_COMPLEMENTISERS = ("that", "to", "whether", "if", "for", "how", "why", "when", "who", "what")
_TIMES = ("DATE", "TIME")


def is_pleonastic(table: TokenTable, i: int, vocabulary: Vocabulary) -> bool:
    """True where the it at a position has no antecedent."""
    verb = table.head[i]
    if table.dep[i] == "expl":
        return True
    if table.dep[i] in ("nsubj", "nsubjpass") and table.pos[verb] in ("VERB", "AUX"):
        return _empty_subject(table, i, verb, vocabulary)
    return _empty_object(table, i, verb, vocabulary)


def _empty_subject(table: TokenTable, i: int, verb: int, vocabulary: Vocabulary) -> bool:
    lemma = table.lemma[verb]
    if lemma in vocabulary.weather or (lemma == "take" and _opens_clause(table, verb, ("xcomp", "advcl", "ccomp"))):
        return True
    later = [j for j in table.children[verb] if j > verb]
    if lemma == "be":
        complements = [j for j in later if table.dep[j] in ("acomp", "attr", "prep", "advmod", "npadvmod")]
        if any(table.ent_type[j] in _TIMES and table.dep[j] in ("attr", "npadvmod") for j in complements):
            return True
        return any(_opens_clause(table, j, _CLAUSES) for j in [verb, *complements])
    if lemma in vocabulary.seeming:
        return any(table.dep[j] in ("ccomp", "advcl", "acomp", "oprd") for j in later) and _opens_clause(
            table, verb, _CLAUSES, deep=True
        )
    passive = table.dep[i] == "nsubjpass"
    return passive and any(table.dep[j] in ("ccomp", "csubj", "csubjpass") and _introduced(table, j) for j in later)


def _empty_object(table: TokenTable, i: int, verb: int, vocabulary: Vocabulary) -> bool:
    """True for the it of "make it an offence to": read as object, or as subject of a small clause."""
    governor = table.head[verb] if table.dep[i] == "nsubj" else verb
    if table.lemma[governor] not in vocabulary.judging:
        return False
    end = min(len(table), i + 8)
    for j in range(i + 1, end):
        if table.sent[j] != table.sent[i] or table.text[j] in (".", ";", ",", ":"):
            return False
        if table.lower[j] in ("to", "that", "for") and j > i + 1:
            return table.pos[i + 1] in ("ADJ", "DET", "NOUN", "ADV")
    return False


def _introduced(table: TokenTable, clause: int) -> bool:
    left = table.edges(clause)[0]
    return table.lower[left] in _COMPLEMENTISERS or any(
        table.dep[j] in ("mark", "aux") and table.lower[j] in _COMPLEMENTISERS for j in table.children[clause]
    )


def _opens_clause(table: TokenTable, i: int, labels: tuple[str, ...], *, deep: bool = False) -> bool:
    for j in table.children[i]:
        if j > i and table.dep[j] in labels and _introduced(table, j):
            return True
        if deep and j > i and table.dep[j] in ("acomp", "oprd", "attr") and _opens_clause(table, j, labels):
            return True
    return False
