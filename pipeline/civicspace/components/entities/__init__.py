"""civic_entities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from civicspace.components.entities.component import EntitiesComponent


@Language.factory(
    "civic_entities",
    requires=["doc.ents", "token.lemma", "token.pos", "token.tag", "token.dep"],
    assigns=["doc._.civic_entities"],
)
def make_entities(nlp: Language, name: str) -> EntitiesComponent:
    """Make the component."""
    from civicspace.components.entities.component import EntitiesComponent

    return EntitiesComponent(name)
