"""civic_quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from civicspace.components.quotes.component import QuotesComponent


@Language.factory(
    "civic_quotes",
    requires=["token.lemma", "token.pos", "token.tag", "token.dep", "doc._.civic_entities"],
    assigns=["doc._.civic_quotes", "doc._.civic_entities"],
)
def make_quotes(nlp: Language, name: str) -> QuotesComponent:
    """Make the component."""
    from civicspace.components.quotes.component import QuotesComponent

    return QuotesComponent(name)
