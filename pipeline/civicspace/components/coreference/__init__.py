"""civic_coreference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from civicspace.components.coreference.component import CoreferenceComponent


@Language.factory("civic_coreference", assigns=["doc._.civic_coreference"])
def make_coreference(nlp: Language, name: str) -> CoreferenceComponent:
    """Make the component."""
    from civicspace.components.coreference.component import CoreferenceComponent

    return CoreferenceComponent(name)
