"""Where the telling has got to: what a sentence that leaves something open takes from the one before."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from pydantic import BaseModel, ConfigDict

from civicspace.annotations import Event, Participant
from civicspace.components.events.dating import Dated
from civicspace.components.events.participants import People
from civicspace.lexicons import lexicon


class NarrativeLexicon(BaseModel):
    """lexicon/events/narrative.yaml; what each part means stands on its top."""

    model_config = ConfigDict(extra="forbid")

    carried_date: frozenset[str]
    period_date: frozenset[str]
    carried_target: frozenset[str]
    no_country: frozenset[str]


@cache
def narrative_lexicon() -> NarrativeLexicon:
    """The checked lexicon; raises LexiconError."""
    return lexicon("events/narrative", NarrativeLexicon)


@dataclass(slots=True)
class Narrative:
    """State of the telling within one paragraph: date and place reached, people of the acts told last."""

    paragraph: int = -1
    date: Dated | None = None
    date_sentence: int = -1
    place: int | None = None
    victims: list[Participant] = field(default_factory=list)
    people: People = field(default_factory=People)

    def enter(self, paragraph: int) -> None:
        """Forget everything where a new paragraph begins."""
        if paragraph != self.paragraph:
            self.paragraph = paragraph
            self.place = None
            self.victims, self.people = [], People()

    def date_for(self, event: Event, sentence: int, *, perfect: bool) -> Dated | None:
        """The date that an act without one takes over: told in the same or the last sentence, on the spot, not in the perfect."""
        if self.date is None or perfect or event.type not in narrative_lexicon().carried_date:
            return None
        if event.status not in ("occurred", "alleged", "negated") or sentence - self.date_sentence > 2:
            return None
        return self.date

    def targets_for(self, event: Event) -> list[Participant]:
        """The victims that an act without any takes over."""
        return list(self.victims) if event.type in narrative_lexicon().carried_target else []
