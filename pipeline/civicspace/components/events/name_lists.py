"""Lists of names behind a description: "three prisoners - Ann Lee, Bo Chan and Cy Diaz - were freed"."""

from __future__ import annotations

from civicspace.annotations import Participant
from civicspace.components.events.counts import number_value
from civicspace.mentions import MentionIndex
from civicspace.tokens import TokenTable

_OPENERS = frozenset({"-", "–", "—", "--", ":", ",", "("})
_BETWEEN = frozenset({",", "and", "&", ";", "as", "well", "or"})
_REACH = 12
_LONGEST = 25
_NAMED = frozenset({"person", "organisation"})


def number_of(table: TokenTable, head: int) -> int | None:
    """The number on a noun ("three men": 3; "both men": 2), or None."""
    for j in table.children[head]:
        if j < head and (table.dep[j] == "nummod" or table.lower[j] == "both"):
            return number_value([table.lower[j]])
    return None


def names_behind(table: TokenTable, index: MentionIndex, head: int) -> list[Participant]:
    """The names of a list that follows a counted noun, where there are as many as the number says; else empty.

    The list is read off the text, not off the parse: behind a dash, colon, comma or bracket, one name after the
    other with commas or "and" between them and brackets behind them passed over.
    """
    number = number_of(table, head)
    if number is None:
        return []
    beyond = table.sents[table.sent[head]][1]
    for i in range(head + 1, min(head + _REACH, beyond - 1)):
        if table.pos[i] in ("VERB", "AUX"):
            return []
        if table.text[i] in _OPENERS:
            found = _read(table, index, i + 1, beyond, number)
            if len(found) == number:
                return found
    return []


def _read(table: TokenTable, index: MentionIndex, i: int, beyond: int, most: int) -> list[Participant]:
    found: list[Participant] = []
    while i < beyond and len(found) <= min(most, _LONGEST):
        hit = index.covering(i)
        if hit is None or index.entities[hit[1]].type not in _NAMED or hit[0].start != table.start[i]:
            break
        mention, k = hit
        found.append(Participant(mention.start, mention.end, k, index.entities[k].name))
        while i < beyond and table.start[i] < mention.end:
            i += 1
        if i < beyond and table.text[i] == "(":
            while i < beyond and table.text[i] != ")":
                i += 1
            i += 1
        if not (i < beyond and table.lower[i] in _BETWEEN):
            break
        while i < beyond and table.lower[i] in _BETWEEN:
            i += 1
    return found
