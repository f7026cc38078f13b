"""civic_quotes."""

from __future__ import annotations

from spacy.tokens import Doc

from civicspace.attributes import declare


class QuotesComponent:
    """Writes ``doc._.civic_quotes``."""

    def __init__(self, name: str = "civic_quotes") -> None:
        declare()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a Doc in place and give it back."""
        return doc
