"""Where the telling has got to: what a sentence that leaves something open takes from the one before."""

from __future__ import annotations

from dataclasses import dataclass, field

from civicspace.annotations import Event, Participant
from civicspace.components.events.dating import Dated, dates_agree
from civicspace.components.events.narrative_lexicon import narrative_lexicon
from civicspace.components.events.participants import People

_REACH = 2
_NEAR = 1


@dataclass(slots=True)
class Narrative:
    """State of the telling within one paragraph: date and place reached, people of the acts told last."""

    paragraph: int = -1
    heading: Dated | None = None
    date: Dated | None = None
    date_sentence: int = -1
    speakers: frozenset[int] = frozenset()
    place: int | None = None
    place_sentence: int = -1
    place_date: str | None = None
    place_people: frozenset[str] = frozenset()
    victims: list[Participant] = field(default_factory=list)
    people: People = field(default_factory=People)

    def enter(self, paragraph: int, heading: Dated | None) -> None:
        """A new paragraph begins: forget place and people; the date goes on for a sentence.

        heading: the date that stands over the whole paragraph, or None.
        """
        self.paragraph, self.heading, self.place = paragraph, heading, None
        self.victims, self.people, self.speakers = [], People(), frozenset()

    def date_for(self, event: Event, sentence: int, *, perfect: bool) -> Dated | None:
        """The date that an act without one takes over, or None.

        A date over the paragraph holds for all of it. Else the act has to be told close behind the dated one,
        on the spot and not in the perfect; or the same speaker goes on.
        """
        if event.status not in ("occurred", "alleged", "negated") or perfect:
            return None
        if self.heading is not None:
            return self.heading
        if self.date is None or sentence - self.date_sentence > _REACH:
            return None
        data = narrative_lexicon()
        if event.type in data.carried_date:
            return self.date
        same = event.type in data.no_country and any(p.entity in self.speakers for p in event.agents)
        return self.date if same else None

    def place_for(self, event: Event, sentence: int) -> int | None:
        """The place that an act without one takes over: what happens on the spot, told close behind.

        On another day the telling is elsewhere, unless it goes on about the same people.
        """
        if sentence - self.place_sentence > _NEAR or event.type not in narrative_lexicon().carried_place:
            return None
        same = any(p.name.casefold() in self.place_people for p in event.targets)
        return self.place if same or dates_agree(event.edtf, self.place_date) else None

    def reach(self, event: Event, sentence: int) -> None:
        """The telling has got to the event's stated place."""
        self.place, self.place_sentence, self.place_date = event.place, sentence, event.edtf
        self.place_people = frozenset(p.name.casefold() for p in event.targets)

    def targets_for(self, event: Event) -> list[Participant]:
        """The victims that an act without any takes over."""
        return list(self.victims) if event.type in narrative_lexicon().carried_target else []
