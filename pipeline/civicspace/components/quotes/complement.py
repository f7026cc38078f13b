"""Which clause a verb or noun of saying reports, by the parse.

Where the parser hung a that-clause elsewhere, the word "that" behind the verb, its object and adverbials shows it.
"""

from __future__ import annotations

from civicspace.components.quotes.quoted_text import QuotedText
from civicspace.tokens import TokenTable

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl", "csubjpass")
THAT_REACH = 15  # tokens between a verb and the "that" of its clause
_CLAUSAL = frozenset({"clause", "that", "parenthetical"})
_QUESTION_WORDS = ("WRB", "WP", "WDT")


def complement(quoted: QuotedText, verb: int, frames: frozenset[str]) -> int | None:
    """Head of the finite clause that a verb reports, or None.

    Found among the verb's complements on either side; with the frame "that" alone, a clause to the right counts when
    it is opened by "that". A question ("asked why") is no report.
    """
    table = quoted.table
    if not frames & _CLAUSAL:
        return None
    behind = _clause_behind(quoted, verb, frames)
    if behind is not None or "parenthetical" not in frames:
        return behind
    for j in table.children[verb]:
        if j < verb and table.dep[j] == "ccomp" and _own_subject(table, verb, j) and _is_said(quoted, j, verb):
            return j
    return None


def _clause_behind(quoted: QuotedText, verb: int, frames: frozenset[str]) -> int | None:
    table = quoted.table
    for j in table.children[verb]:
        if j < verb or table.dep[j] not in ("ccomp", "acl") or (table.dep[j] == "acl" and table.pos[verb] == "VERB"):
            continue
        opener = _opener(table, j, verb)
        between = range(verb + 1, table.edges(j)[0])
        if any(table.text[k] == ";" and quoted.level[k] == quoted.level[verb] for k in between):
            continue
        if finite(table, j) and (opener in ("that", "how") or ("clause" in frames and opener is None)):
            return j
    return _behind_that(quoted, verb) if table.pos[verb] == "VERB" else None


def _is_said(quoted: QuotedText, clause: int, verb: int) -> bool:
    """True for a clause with a verb form in front of the verb, with no semicolon or colon between."""
    table, level = quoted.table, quoted.level[verb]
    if any(table.text[k] in (";", ":") and quoted.level[k] == level for k in range(clause, verb)):
        return False
    return any(table.tag[k] in FINITE or table.tag[k] == "VBN" for k in range(table.edges(clause)[0], verb))


def _own_subject(table: TokenTable, verb: int, clause: int) -> bool:
    """True where an attributing verb has a subject of its own behind the clause it reports."""
    return any(table.dep[j] in ("nsubj", "nsubjpass") and j > clause for j in table.children[verb])


def _behind_that(quoted: QuotedText, verb: int) -> int | None:
    """The clause that "that" opens behind a verb, its object and adverbials, where the parser hung it elsewhere."""
    table = quoted.table
    _, high = quoted.bounds(verb)
    for k in range(verb + 1, min(high, verb + THAT_REACH) + 1):
        if table.dep[k] == "cc":
            return None
        if table.lower[k] == "that" and table.dep[k] == "mark":
            clause = table.head[k]
            return clause if k < clause <= high and finite(table, clause) and not _inside(table, verb, clause) else None
        if table.pos[k] in ("VERB", "AUX") or quoted.level[k] != quoted.level[verb] or table.text[k] in (";", ":"):
            return None
    return None


def _inside(table: TokenTable, verb: int, clause: int) -> bool:
    """True where a clause belongs to a noun between the verb and itself ("repeated the claim that ...")."""
    head = table.head[clause]
    return verb < head < clause and table.dep[clause] == "acl"


def _opener(table: TokenTable, clause: int, verb: int) -> str | None:
    """The word that opens a complement clause where it is a conjunction or a question word."""
    for j in table.children[clause]:
        if verb < j < clause and (table.dep[j] == "mark" or table.tag[j] in _QUESTION_WORDS):
            return table.lower[j]
    first = table.edges(clause)[0]
    if first > verb and (table.tag[first] in _QUESTION_WORDS or table.lower[first] in ("if", "whether")):
        return table.lower[first]
    return None


def finite(table: TokenTable, i: int) -> bool:
    """True for the head of a clause with a finite verb; a subjunctive ("that he be freed") is a request and none."""
    if table.tag[i] in FINITE:
        return True
    if any(table.dep[j] in ("aux", "auxpass") and table.tag[j] in FINITE for j in table.children[i]):
        return True
    if table.tag[i] not in ("VBN", "VBD") or any(table.tag[j] == "VB" for j in table.children[i]):
        return False
    return any(table.dep[j] in SUBJECTS for j in table.children[i])
