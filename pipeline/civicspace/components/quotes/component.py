"""The component: finds the quotes of a report and who is quoted."""

from __future__ import annotations

from spacy.tokens import Doc

from civicspace.attributes import declare
from civicspace.components.coreference.first_person import resolve_first_person
from civicspace.components.quotes.assembly import QuoteAssembly
from civicspace.components.quotes.cues import CueFinder


class QuotesComponent:
    """Writes ``doc._.civic_quotes``: quotes in order of their first content offset.

    Reads the parse, ``doc._.civic_entities`` (whom a mention names) and ``doc._.civic_dates`` (when it was said);
    either may be missing. Adds the first person inside quotations to the mentions of the entity that speaks.
    """

    def __init__(self, name: str = "civic_quotes") -> None:
        declare()
        self.name = name
        self._cues = CueFinder()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a Doc in place and give it back."""
        doc._.civic_quotes = QuoteAssembly(doc, self._cues).quotes() if len(doc) else []
        resolve_first_person(doc)
        return doc
