"""Slogans: short quoted stretches whose capitals tell nothing ("Woman, Life, Freedom")."""

from __future__ import annotations

from civicspace.tokens import TokenTable

MAX_TOKENS = 7
_OPENING = "“‘«„\"'"
_CLOSING = {"“": "”", "‘": "’", "«": "»", "„": "“", '"': '"', "'": "'"}


def slogans(table: TokenTable) -> bytearray:
    """One byte a token: 1 inside a quotation of at most seven tokens that a comma, "!" or "?" parts.

    >>> import spacy
    >>> from civicspace.tokens import token_table
    >>> list(slogans(token_table(spacy.blank("en")("“Bread, Peace” now"))))
    [0, 1, 1, 1, 0, 0]
    """
    inside = bytearray(len(table))
    n = len(table)
    for i in range(n):
        if table.text[i] not in _OPENING:
            continue
        close = _CLOSING[table.text[i]]
        for k in range(i + 2, min(n, i + MAX_TOKENS + 2)):
            if table.text[k] == close:
                if any(word in (",", "!", "?") for word in table.text[i + 1 : k]) and table.pos[i + 1] != "PRON":
                    for j in range(i + 1, k):
                        inside[j] = 1
                break
            if table.sent[k] != table.sent[i + 1] and table.text[k] not in ",!":
                break
    return inside
