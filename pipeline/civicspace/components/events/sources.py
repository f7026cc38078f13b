"""On whose word: the one whom the report credits with telling of an act.

In this order: the speaker of the quote that covers the trigger, who "according to" names in the
sentence, whoever demands or threatens the act. An agent who tells of the own act is no source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from civicspace.annotations import Extent, Participant, Quote
from civicspace.components.events.attachment import window
from civicspace.components.events.participants import ParticipantResolver, People
from civicspace.components.events.people import people_lexicon
from civicspace.components.events.triggers import Trigger
from civicspace.syntax import arguments, child, conjuncts, noun_arguments
from civicspace.tokens import TokenTable


class Sources:
    """The quotes and "according to" phrases of a Doc, looked up by trigger."""

    def __init__(self, table: TokenTable, quotes: Sequence[Quote], resolver: ParticipantResolver) -> None:
        self._table = table
        self._resolver = resolver
        self._documents = people_lexicon().documents
        self._spans = sorted(
            (extent.start, extent.end, k)
            for k, quote in enumerate(quotes)
            if quote.speaker.name
            for extent in quote.content
        )
        self._starts = [start for start, _, _ in self._spans]
        self._quotes = quotes
        self._longest = max((end - start for start, end, _ in self._spans), default=0)

    def source(self, trigger: Trigger, agents: Sequence[Participant], governor: int | None) -> Participant | None:
        """Who is credited with the act, or None. governor: the cue that the act is a complement of, or None."""
        for found in (self._speaker(trigger), self._according_to(trigger), self._governor(governor)):
            if found is not None and not _same(found, agents) and self._can_tell(found):
                return found
        return None

    def _can_tell(self, found: Participant) -> bool:
        """True for what can give an account: an entity, a person, a body, a document, an anonymous source."""
        table = self._table
        if found.entity is not None:
            return True
        first, last = table.covering(Extent(found.start, found.end))
        head = next((i for i in range(first, last + 1) if not first <= table.head[i] <= last), last)
        if table.pos[head] != "NOUN" or "Number=Plur" in table.morph[head]:
            return True
        return table.lemma[head] in self._documents or self._resolver.is_actor(head)

    def _speaker(self, trigger: Trigger) -> Participant | None:
        at = self._table.start[trigger.head]
        best: tuple[int, Quote] | None = None
        k = bisect_right(self._starts, at) - 1
        while k >= 0 and self._starts[k] > at - self._longest - 1:
            start, end, position = self._spans[k]
            if start <= at < end and (best is None or end - start < best[0]):
                best = (end - start, self._quotes[position])
            k -= 1
            if best is not None and self._starts[max(k, 0)] < at - 3000:
                break
        if best is None:
            return None
        speaker = best[1].speaker
        mention = speaker.mention or best[1].content[0]
        return Participant(mention.start, mention.end, speaker.entity, speaker.name or "")

    def _according_to(self, trigger: Trigger) -> Participant | None:
        table = self._table
        first, beyond = window(table, trigger)
        for i in range(first, beyond - 1):
            if table.lower[i] == "according" and table.lower[i + 1] == "to":
                head = child(table, i + 1, "pobj")
                if head is not None:
                    found = self._resolver.resolve(conjuncts(table, head)[:1], "agent", People())
                    return found[0] if found else None
        return None

    def _governor(self, governor: int | None) -> Participant | None:
        if governor is None:
            return None
        table = self._table
        verbal = table.pos[governor] in ("VERB", "AUX")
        given = arguments(table, governor) if verbal else noun_arguments(table, governor)
        heads = given.subject
        if not heads and table.pos[governor] in ("NOUN", "PROPN") and table.pos[table.head[governor]] == "VERB":
            heads = arguments(table, table.head[governor]).subject
        found = self._resolver.resolve(heads[:1], "agent", People())
        return found[0] if found else None


def _same(found: Participant, agents: Sequence[Participant]) -> bool:
    return any(
        (found.entity is not None and found.entity == agent.entity) or found.name == agent.name for agent in agents
    )
