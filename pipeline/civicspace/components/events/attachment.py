"""Which expression belongs to which act: distances in the parse between an adjunct and a trigger.

Dates and places are adjuncts: they hang on the verb or noun that they locate. The closer the act's
word is to that governor, the more likely the adjunct is the act's own.
"""

from __future__ import annotations

from civicspace.components.events.triggers import Trigger
from civicspace.tokens import TokenTable

_INSIDE = frozenset((
    "prep", "pobj", "pcomp", "npadvmod", "nummod", "compound", "amod", "advmod", "nmod", "appos", "quantmod",
    "det", "poss", "conj", "agent", "dep", "advcl", "cc", "case",
))  # fmt: skip
_CLAUSAL = frozenset({"relcl", "acl", "ccomp", "advcl", "parataxis", "csubj"})
_REACH = 12
_WINDOW = 150


def window(table: TokenTable, trigger: Trigger) -> tuple[int, int]:
    """Token range (first, beyond) in which an act's adjuncts are looked for: its sentence, cut if it is endless."""
    first, beyond = table.sents[table.sent[trigger.head]]
    return max(first, trigger.first - _WINDOW), min(beyond, trigger.last + _WINDOW)


def governor(table: TokenTable, first: int, last: int) -> int:
    """The verb or noun outside a stretch of tokens that the stretch hangs on (its own head at a root)."""
    head = next((i for i in range(first, last + 1) if not first <= table.head[i] <= last), first)
    k = table.head[head]
    if first <= k <= last:
        return head
    for _ in range(_REACH):
        if table.pos[k] in ("VERB", "AUX") and table.dep[k] not in ("prep", "amod", "case"):
            return k
        if table.pos[k] in ("NOUN", "PROPN") and not first <= k <= last:
            return k
        if table.head[k] == k or table.dep[k] not in _INSIDE:
            return k
        k = table.head[k]
    return k


def path(table: TokenTable, trigger: Trigger) -> dict[int, int]:
    """Governors of a trigger -> how far out they are (0: the trigger itself; a step into another clause costs 2)."""
    found = {trigger.head: 0}
    if trigger.predicate != trigger.head:
        found[trigger.predicate] = 0
    i, cost = trigger.head, 0
    for _ in range(_REACH):
        head, dep = table.head[i], table.dep[i]
        if head == i:
            break
        if dep in _CLAUSAL:
            cost += 2
        elif dep == "conj" or (head != trigger.predicate and dep != "prep"):
            cost += 1
        i = head
        found.setdefault(i, cost)
    return found


def clause_verb(table: TokenTable, i: int) -> int:
    """The verb of the clause that a token stands in (the token itself where it is one)."""
    for _ in range(_REACH):
        if table.pos[i] in ("VERB", "AUX") and table.dep[i] not in ("amod", "aux", "auxpass", "prep"):
            return i
        if table.head[i] == i:
            break
        i = table.head[i]
    return i


def is_perfect(table: TokenTable, verb: int) -> bool:
    """True for a past perfect ("had been held"): the act is earlier than what is told around it."""
    return any(table.dep[j] == "aux" and table.lower[j] in ("had", "'d") for j in table.children[verb])


def is_present_perfect(table: TokenTable, verb: int) -> bool:
    """True for "has been held": the act lies at no told point of time."""
    return any(table.dep[j] == "aux" and table.lower[j] in ("has", "have", "'ve", "’ve") for j in table.children[verb])
