"""civic_events."""

from __future__ import annotations

from spacy.tokens import Doc

from civicspace.attributes import declare


class EventsComponent:
    """Writes ``doc._.civic_events``."""

    def __init__(self, name: str = "civic_events") -> None:
        declare()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a Doc in place and give it back."""
        return doc
