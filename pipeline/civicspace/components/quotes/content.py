"""How far a reported clause reaches: from the parse, bounded by the quotation and sentence that its cue stands in."""

from __future__ import annotations

from civicspace.components.quotes.complement import FINITE, SUBJECTS, complement, finite
from civicspace.components.quotes.cues import Cue
from civicspace.components.quotes.ends import DASHES, Stretch, cut, last_clause_start, trim
from civicspace.components.quotes.quoted_text import QuotedText
from civicspace.syntax import child
from civicspace.tokens import TokenTable

_NOT_ITS_OWN = frozenset({"ccomp", "conj", "cc", "punct", "parataxis", "advcl", "dep"})
_LINKING = frozenset({"and", "but", "or", "that", "which", "who", "because", "while", "whom", "since"})


def attribution(quoted: QuotedText, verb: int, reported: int | None) -> Stretch:
    """The stretch of the attributing clause: the verb with its subject, objects and adverbials, not what it reports."""
    table = quoted.table
    first = last = verb
    low, high = quoted.bounds(verb)
    with_subject = False
    for j in reversed(table.children[verb]):
        if j == reported or table.dep[j] in _NOT_ITS_OWN:
            continue
        left, right = table.edges(j)
        if reported is not None and (left <= reported <= right or (j < verb and left < reported < verb)):
            continue
        if j > verb:
            last = max(last, right)
            continue
        subject = table.dep[j] in SUBJECTS
        if any(table.pos[k] == "PUNCT" for k in range(right + 1, first)) and (with_subject or not subject):
            break
        with_subject = with_subject or subject
        first = min(first, left)
    return max(first, low), min(last, high)


def reported_clause(quoted: QuotedText, cue: Cue, cue_heads: frozenset[int]) -> list[Stretch]:
    """The stretches of the clause that a verb or noun cue reports; empty where it reports none.

    cue_heads: positions of all verb cues, to see where the next attribution begins.
    """
    table, head = quoted.table, cue.head
    clause = complement(quoted, head, cue.sense.frames)
    if clause is not None and clause > head:
        return _behind(quoted, cue, clause, cue_heads)
    if cue.sense.part != "verb" or "parenthetical" not in cue.sense.frames:
        return []
    if not cue.sense.addressee and child(table, head, "dobj") is not None:
        return []
    if clause is not None:
        own = attribution(quoted, head, clause)
        return around(quoted, clause, own, cue_heads) if _set_off(quoted, own) else []
    if table.dep[head] in ("parataxis", "ccomp", "advcl", "conj", "dep") and _inserted(table, head):
        own = attribution(quoted, head, None)
        host = table.head[head]
        if _set_off(quoted, own) and table.pos[host] in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
            return around(quoted, host, own, cue_heads)
    return []


def _inserted(table: TokenTable, verb: int) -> bool:
    """True for a finite verb with a subject, without conjunction: the form of an inserted attribution ("he said")."""
    return (
        finite(table, verb)
        and child(table, verb, "nsubj") is not None
        and all(table.lower[j] == "as" for j in table.children[verb] if table.dep[j] == "mark")
    )


def _set_off(quoted: QuotedText, own: Stretch) -> bool:
    """True where commas, marks or the clause's ends stand on both sides of an attribution."""
    table = quoted.table
    low, high = quoted.bounds(own[0])
    before = table.text[own[0] - 1] if own[0] > low else "."
    after = table.text[own[1] + 1] if own[1] < high else "."
    return _separates(before) and _separates(after) and before not in (".", ";")


def _separates(word: str) -> bool:
    return word in (",", ".", ";", ":") or word in DASHES or word[:1] in "”’\"'»“‘«" or word in ("?", "!")


def _behind(quoted: QuotedText, cue: Cue, clause: int, cue_heads: frozenset[int]) -> list[Stretch]:
    table = quoted.table
    left, right = table.edges(clause)
    _, high = quoted.bounds(cue.head)
    first = max(left, cue.last + 1)
    marks = [j for j in table.children[clause] if table.dep[j] == "mark" and cue.last < j < clause]
    first = next((j for j in marks if table.lower[j] == "that"), marks[0] if marks else first)
    last = cut(quoted, clause, (first, min(right, high)), cue.head, cue_heads)
    stretch = trim(table, first, last)
    return [stretch] if stretch else []


def around(quoted: QuotedText, host: int, own: Stretch, cue_heads: frozenset[int]) -> list[Stretch]:
    """What an attribution set off by commas reports: the clause before it, behind it, or on both sides.

    host: head of the reported clause. own: the attribution's stretch.
    """
    table = quoted.table
    low, high = quoted.bounds(own[0])
    left, right = table.edges(host)
    left, right = max(left, low), min(right, high)
    found: list[Stretch] = []
    if left < own[0] and _only_linking(table, (low, own[0] - 1), own):
        if own[1] >= high:
            return []
        after = trim(table, own[1] + 1, cut(quoted, host, (own[1] + 1, high), own[0], cue_heads))
        return [after] if after else []
    if left < own[0]:
        start = last_clause_start(quoted, left, own[0] - 1, cue_heads)
        before = trim(table, start, own[0] - 1)
        if before:
            found.append(before)
    if right > own[1]:
        last = cut(quoted, host, (own[1] + 1, right), own[0], cue_heads)
        after = trim(table, own[1] + 1, last)
        if after and _goes_on(quoted, host, own, after):
            found.append(after)
    return found


def _goes_on(quoted: QuotedText, host: int, own: Stretch, after: Stretch) -> bool:
    """True where words behind an attribution are said too: they hold the host or a finite verb, or stand in marks."""
    table = quoted.table
    if after[0] <= host or quoted.level[after[0] + (after[0] < after[1])] != quoted.level[own[0]]:
        return True
    return any(table.tag[k] in FINITE for k in range(after[0], after[1] + 1))


def _only_linking(table: TokenTable, before: Stretch, own: Stretch) -> bool:
    """True where the reporter's words end with a conjunction or relative pronoun before an inserted attribution."""
    k = own[0] - 1
    while k > before[0] and table.pos[k] in ("PUNCT", "SPACE"):
        k -= 1
    return table.lower[k] in _LINKING
