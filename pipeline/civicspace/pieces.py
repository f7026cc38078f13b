"""Cutting a report into pieces for the model, and joining what it made of them.

A piece is a block of the report's layout with the white space behind it: no sentence crosses its end, and cost
and memory stay flat however long the report is. A block over MAX_PIECE characters is cut at a place that depends on its
text alone: behind the last sentence's end, else white space, before the limit, else at the limit.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from civicspace.attributes import declare
from civicspace.cleaning import clean
from civicspace.components.sections.layout import blocks

MAX_PIECE = 8_000
BATCH = 32

_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s+")
_SPACE = re.compile(r"\s+")


def _cut(text: str, start: int, end: int, limit: int) -> list[int]:
    """Ends of the pieces of a stretch, each at most ``limit`` characters behind the one before."""
    ends = []
    while end - start > limit:
        cut = start + limit
        for pattern in (_SENTENCE_END, _SPACE):
            places = [m.end() for m in pattern.finditer(text, start + limit // 2, start + limit)]
            if places:
                cut = places[-1]
                break
        ends.append(cut)
        start = cut
    return [*ends, end]


def piece_ends(text: str, limit: int = MAX_PIECE) -> list[int]:
    """Offsets at which the pieces of a report end; the last one is the text's length. Empty for an empty text.

    >>> piece_ends("Arrests\\n\\nTwo men were held.")
    [9, 27]
    """
    starts = [block.start for block in blocks(text)]
    ends: list[int] = []
    start = 0
    for end in [*starts[1:], len(text)]:
        if end > start:
            ends.extend(_cut(text, start, end, limit))
            start = end
    return ends


def _drop_doc_level_data(piece: Doc) -> None:
    """Forget what was said of a piece as a whole: it is not true of the report, and from_docs warns of it."""
    for key in [key for key in piece.user_data if isinstance(key, tuple) and key[2] is None]:
        del piece.user_data[key]


def parse(nlp: Language, text: str, limit: int = MAX_PIECE) -> Doc:
    """Run the model over a report piece by piece and join the pieces to one Doc.

    nlp: the pieces' pipeline. text: the report as received; the Doc's text is its cleaned copy
    (``cleaning.clean``), the original stands in ``doc._.civic_source_text``. Batches hold pieces of this
    report alone, so that the outcome depends on nothing else.
    """
    declare()
    cleaned = clean(text)
    pieces = []
    start = 0
    for end in piece_ends(cleaned, limit):
        pieces.append(cleaned[start:end])
        start = end
    docs = list(nlp.pipe(pieces, batch_size=BATCH))
    for piece in docs:
        _drop_doc_level_data(piece)
    joined = Doc.from_docs(docs, ensure_whitespace=False) if docs else None
    doc = Doc(nlp.vocab) if joined is None else joined
    doc._.civic_source_text = text
    return doc
