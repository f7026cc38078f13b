"""A Doc's annotation as plain columns, read once and shared by all stages.

Reading an attribute of a spaCy Token makes a Python object each time; stages that look at every
token several times would cost more than the model. The table holds one list a column, indexed by
token position, made in one pass over the Doc's arrays.
"""

from __future__ import annotations

from bisect import bisect_right

import numpy as np
from spacy.attrs import (
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    IDX,
    LEMMA,
    LENGTH,
    LOWER,
    MORPH,
    ORTH,
    POS,
    SENT_START,
    TAG,
)
from spacy.tokens import Doc

from civicspace.annotations import Extent
from civicspace.attributes import declare, source_text

_STRING_COLUMNS = (ORTH, LOWER, LEMMA, POS, TAG, DEP, ENT_TYPE, MORPH)
_NUMBER_COLUMNS = (HEAD, IDX, LENGTH, SENT_START, ENT_IOB)


class TokenTable:
    """Columns of a parsed Doc.

    Attributes (lists as long as the Doc): ``text``, ``lower``, ``lemma`` (lower-cased), ``pos``
    (Universal POS), ``tag`` (Penn), ``dep`` (the model's labels), ``morph`` ("Number=Sing|..."),
    ``ent_type``, ``ent_iob`` ("B", "I", "O"), ``head`` (absolute position of the head; a root is its own
    head), ``start`` and ``end`` (character offsets), ``sent`` (number of the sentence). ``children`` holds
    each token's dependents in text order; ``sents`` the token range (first, last + 1) of each sentence.
    ``source_text`` is the report as received (``attributes.source_text``), looked up once.
    """

    __slots__ = (
        "children",
        "dep",
        "doc",
        "end",
        "ent_iob",
        "ent_type",
        "head",
        "lemma",
        "lower",
        "morph",
        "pos",
        "sent",
        "sents",
        "source_text",
        "start",
        "tag",
        "text",
    )

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.source_text = source_text(doc)
        strings = doc.vocab.strings
        n = len(doc)
        words = doc.to_array(list(_STRING_COLUMNS)).reshape(n, len(_STRING_COLUMNS))
        columns: list[list[str]] = []
        for k in range(len(_STRING_COLUMNS)):
            hashes, inverse = np.unique(words[:, k], return_inverse=True)
            names = [strings[h] if h else "" for h in hashes.tolist()]
            columns.append([names[j] for j in inverse.tolist()])
        self.text, self.lower, lemma, self.pos, self.tag, self.dep, self.ent_type, self.morph = columns
        self.lemma = [a.lower() or b for a, b in zip(lemma, self.lower, strict=True)]
        numbers = doc.to_array(list(_NUMBER_COLUMNS)).reshape(n, len(_NUMBER_COLUMNS)).astype(np.int64)
        self.head: list[int] = (numbers[:, 0] + np.arange(n)).tolist()
        self.start: list[int] = numbers[:, 1].tolist()
        self.end: list[int] = (numbers[:, 1] + numbers[:, 2]).tolist()
        self.ent_iob = ["OIOB"[k] for k in numbers[:, 4].tolist()]
        starts = (numbers[:, 3] == 1) | (np.arange(n) == 0)
        self.sent: list[int] = (np.cumsum(starts) - 1).tolist()
        firsts = np.flatnonzero(starts).tolist()
        self.sents: list[tuple[int, int]] = list(zip(firsts, [*firsts[1:], n], strict=True)) if n else []
        self.children: list[list[int]] = [[] for _ in range(n)]
        for i, head in enumerate(self.head):
            if head != i:
                self.children[head].append(i)

    def __len__(self) -> int:
        return len(self.head)

    def extent(self, first: int, last: int) -> Extent:
        """Characters from the first to the last token, both included."""
        return Extent(self.start[first], self.end[last])

    def at(self, offset: int) -> int:
        """Position of the token that holds the character at ``offset``, or of the nearest one before it."""
        return max(0, bisect_right(self.start, offset) - 1)

    def covering(self, extent: Extent) -> tuple[int, int]:
        """First and last (included) position of the tokens that share a character with the extent."""
        first, last = self.at(extent.start), self.at(extent.end - 1)
        if self.end[first] <= extent.start < extent.end and first < last:
            first += 1
        return first, last

    def edges(self, i: int) -> tuple[int, int]:
        """First and last position (included) of the token's subtree."""
        token = self.doc[i]
        return token.left_edge.i, token.right_edge.i

    def sentence(self, i: int) -> Extent:
        """Characters of the token's sentence, without white space at its ends."""
        first, beyond = self.sents[self.sent[i]]
        last = beyond - 1
        while last > first and self.text[last].isspace():
            last -= 1
        while first < last and self.text[first].isspace():
            first += 1
        return self.extent(first, last)


def token_table(doc: Doc) -> TokenTable:
    """The Doc's table: made on the first call, kept on the Doc for the stages after.

    >>> import spacy
    >>> table = token_table(spacy.blank("en")("Police fired."))
    >>> table.lower, table.start
    (['police', 'fired', '.'], [0, 7, 12])
    """
    declare()
    table: TokenTable | None = doc._.civic_token_table
    if table is None:
        table = TokenTable(doc)
        doc._.civic_token_table = table
    return table
