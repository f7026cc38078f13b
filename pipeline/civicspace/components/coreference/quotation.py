"""Which tokens stand in quotation marks: whoever speaks there is no "he" of their own words."""

from __future__ import annotations

from civicspace.tokens import TokenTable

_OPENING = {"“": "”", "„": "”", "«": "»", "‘": "’", "``": "''", '"': '"', "''": "''"}


def quoted_tokens(table: TokenTable) -> bytearray:
    """One byte a token: 1 inside quotation marks. Marks are paired within a line; one left open ends with it.

    >>> import spacy
    >>> from civicspace.tokens import token_table
    >>> list(quoted_tokens(token_table(spacy.blank("en")("He said “never again” twice."))))
    [0, 0, 0, 1, 1, 0, 0, 0]
    """
    flags = bytearray(len(table))
    closing: str | None = None
    for i, text in enumerate(table.text):
        if "\n" in text:
            closing = None
        elif closing is None:
            closing = _OPENING.get(text)
        elif text.endswith(closing) and table.tag[i] != "POS":
            closing = None
        else:
            flags[i] = 1
    return flags
