"""civic_dates: time expressions, placed on the calendar, and the day that the report is read against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from civicspace.components.dates.component import DatesComponent


@Language.factory(
    "civic_dates",
    requires=["token.lemma", "token.pos", "token.tag", "token.dep"],
    assigns=["doc._.civic_dates", "doc._.civic_reference"],
)
def make_dates(nlp: Language, name: str) -> DatesComponent:
    """Make the component."""
    from civicspace.components.dates.component import DatesComponent

    return DatesComponent(name)
