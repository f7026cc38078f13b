"""How far the phrase of an event reaches that a date is counted from: "two days after [the verdict]"."""

from __future__ import annotations

from civicspace.components.dates.events import kinds_of
from civicspace.tokens import TokenTable

_CLAUSE_PARTS = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "csubj",
        "aux",
        "auxpass",
        "neg",
        "dobj",
        "prt",
        "mark",
        "advmod",
        "attr",
        "acomp",
        "expl",
        "dative",
        "oprd",
        "xcomp",
    }
)
_REACH = 25
_NOUNS = frozenset({"NOUN", "PROPN"})
_RESTRICTING = frozenset({"that", "who"})
_OPENING = frozenset({"NOUN", "PROPN", "DET", "PRON", "ADJ", "NUM"})


def complement(table: TokenTable, preposition: int, first: int | None = None) -> tuple[int, int] | None:
    """Head and last token of what a preposition or conjunction governs; None where the parse shows nothing.

    preposition: position of "after", "before", "of" and the like. first: that of the expression's first token, or None.
    """
    i = preposition
    if table.dep[i] in ("mark", "advmod") and table.head[i] > i:
        verb = table.head[i]
        noun = _noun_misread(table, i, verb, first)
        return (noun, noun) if noun is not None else (verb, _trim(table, i, min(_clause(table, verb), i + _REACH)))
    for j in table.children[i]:
        if j > i and table.dep[j] in ("pobj", "pcomp"):
            last = j
            for k in table.children[j]:
                if k > j:
                    if table.dep[k] == "relcl" and _restricts(table, k):
                        ends = table.edges(k)[1]
                        last = max(last, next((n - 1 for n in range(k, ends) if table.text[n] == ","), ends))
                        break
                    if table.dep[k] in ("relcl", "acl", "advcl", "punct", "cc", "conj") or (
                        table.dep[k] == "prep" and table.lower[k] not in ("of",)
                    ):
                        if table.dep[k] == "appos" and k == j + 2:
                            continue
                        break
                    last = max(last, table.edges(k)[1])
            if table.dep[j] == "pcomp":
                last = max(
                    last,
                    max((table.edges(k)[1] for k in table.children[j] if table.dep[k] in _CLAUSE_PARTS), default=last),
                )
            return j, _trim(table, i, min(last, i + _REACH))
    return None


def lone(table: TokenTable, preposition: int, first: int) -> bool:
    """True where the sentence opens with the expression and has no verb but that which seems to belong to it: "The day
    before police had searched his office." counts from the day told before.

    first: the expression's first token.
    """
    verb = table.head[preposition]
    begin, beyond = table.sents[table.sent[first]]
    marked = table.dep[preposition] in ("mark", "advmod") and verb > preposition and table.head[verb] == verb
    if not marked or first != begin or "." not in table.text[beyond - 2 : beyond]:
        return False
    return _noun_misread(table, preposition, verb, first) is None


def _restricts(table: TokenTable, verb: int) -> bool:
    """True for a relative clause that says which event is meant: its pronoun is its subject ("that brought ...")."""
    first = table.edges(verb)[0]
    return table.lower[first] in _RESTRICTING and table.dep[first] in ("nsubj", "nsubjpass")


def relative_clause(table: TokenTable, noun: int) -> tuple[int, int] | None:
    """Verb and last token of the clause that says which day is meant ("the day [he was released]"), or None."""
    verb = next((j for j in table.children[noun] if table.dep[j] == "relcl" and j > noun), None)
    return (
        None
        if verb is None or table.pos[verb] != "VERB"
        else (verb, _trim(table, noun, min(_clause(table, verb), noun + _REACH)))
    )


def _clause(table: TokenTable, verb: int) -> int:
    """The last token of a verb's clause, without what may belong to the sentence around it."""
    last = verb
    for j in table.children[verb]:
        if j > verb:
            if table.dep[j] not in _CLAUSE_PARTS:
                break
            last = max(last, table.edges(j)[1])
    if table.head[verb] == verb:  # the parse has lost the sentence's own verb, which follows a comma
        return next((k - 1 for k in range(verb + 1, last) if table.text[k] == ","), last)
    return last


def _noun_misread(table: TokenTable, preposition: int, verb: int, first: int | None) -> int | None:
    """The event's noun where the parse has taken the verb of the sentence around it for the event's.

    "The night before the attack telephone lines were cut" and "a request filed two days after his arrest was refused"
    have one verb, which is the sentence's own; in "the day after the attack and a minister came" the attack didn't
    come.
    """
    noun = preposition + 1
    while noun < verb and table.pos[noun] in ("DET", "PRON", "ADJ"):
        noun += 1
    if noun == preposition + 1 or noun >= verb or table.pos[noun] not in _NOUNS:
        return None
    if table.head[verb] == verb or table.dep[verb] == "ccomp":
        opening = table.sents[table.sent[verb]][0]
        told = first is not None and first > opening and table.pos[first - 1] not in ("PUNCT", "SPACE", "ADP", "CCONJ")
        return noun if told or table.pos[noun + 1] in _OPENING else None
    joined = any(table.dep[j] == "conj" for j in table.children[noun])
    return noun if joined and kinds_of(table.lemma[noun]) else None


def _trim(table: TokenTable, first: int, last: int) -> int:
    while last > first and (table.pos[last] in ("PUNCT", "SPACE") and table.text[last] not in "’”'\")"):
        last -= 1
    return last
