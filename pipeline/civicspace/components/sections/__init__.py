"""civic_sections: headings, sections, and sentence starts that the parser must keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from civicspace.components.sections.component import SectionsComponent


@Language.factory("civic_sections", assigns=["token.is_sent_start", "doc._.civic_sections"])
def make_sections(nlp: Language, name: str) -> SectionsComponent:
    """Make the component; in a pipeline of one's own it stands first, before the parser."""
    from civicspace.components.sections.component import SectionsComponent

    return SectionsComponent(name)
