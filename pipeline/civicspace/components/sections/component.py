"""Sentence starts at block boundaries (before the parser) and the report's sections (on the whole report)."""

from __future__ import annotations

from spacy.tokens import Doc

from civicspace.attributes import declare
from civicspace.components.sections import layout


class SectionsComponent:
    """Sets ``is_sent_start`` where a block begins and writes ``doc._.civic_sections``.

    On a Doc that has been parsed already, sentence starts are left as they are. White space never
    starts a sentence. Sections are made from ``doc.text``: on a piece of a report they mean little and are dropped when
    the pieces are joined.
    """

    def __init__(self, name: str = "civic_sections") -> None:
        declare()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a Doc in place and give it back."""
        if not doc.has_annotation("DEP"):
            # A bullet or number is a sentence of its own: the parser would take it for a part of the first phrase.
            starts = {offset for block in layout.blocks(doc.text) for offset in (block.start, block.content)}
            for token in doc:
                if token.is_space:
                    if token.i:
                        token.is_sent_start = False
                elif token.idx in starts:
                    token.is_sent_start = True
        doc._.civic_sections = layout.sections(doc.text)
        return doc
