"""civic_events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from civicspace.components.events.component import EventsComponent


@Language.factory(
    "civic_events",
    requires=["token.lemma", "token.pos", "token.tag", "token.dep", "doc._.civic_entities", "doc._.civic_dates"],
    assigns=["doc._.civic_events", "doc._.civic_acts"],
)
def make_events(nlp: Language, name: str) -> EventsComponent:
    """Make the component."""
    from civicspace.components.events.component import EventsComponent

    return EventsComponent(name)
