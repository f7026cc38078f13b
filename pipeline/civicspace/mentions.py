"""Looking entities up from the text: which entity does this token or phrase refer to?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc

from civicspace.annotations import Entity, Extent, Mention, Participant
from civicspace.attributes import source_text
from civicspace.syntax import phrase
from civicspace.tokens import TokenTable, token_table


class MentionIndex:
    """All mentions of ``doc._.civic_entities``, looked up by token or by stretch of text.

    Made once by each stage that needs it: it shows the entities as they are at that moment.
    """

    def __init__(self, doc: Doc) -> None:
        self._table: TokenTable = token_table(doc)
        self._text = source_text(doc)
        self.entities: list[Entity] = doc._.civic_entities or []
        self._mentions: list[tuple[int, int, Mention, int]] = sorted(
            ((m.start, m.end, m, k) for k, entity in enumerate(self.entities) for m in entity.mentions),
            key=lambda item: item[:2],
        )
        self._starts = [item[0] for item in self._mentions]
        self._by_head: dict[int, tuple[Mention, int]] = {}
        self._covering: dict[int, tuple[Mention, int]] = {}
        for start, end, mention, k in sorted(self._mentions, key=lambda item: item[0] - item[1]):
            first, last = self._table.covering(Extent(start, end))
            for i in range(first, last + 1):
                self._covering[i] = (mention, k)
            self._by_head[self._head(first, last)] = (mention, k)

    def _head(self, first: int, last: int) -> int:
        """The token of a stretch whose head lies outside it."""
        for i in range(first, last + 1):
            if not first <= self._table.head[i] <= last or self._table.head[i] == i:
                return i
        return last

    def covering(self, i: int) -> tuple[Mention, int] | None:
        """The shortest mention that covers a token, with its entity's position; None where there is none."""
        return self._covering.get(i)

    def headed_by(self, i: int) -> tuple[Mention, int] | None:
        """The mention whose head is the token, with its entity's position; None where there is none."""
        return self._by_head.get(i)

    def within(self, extent: Extent) -> list[tuple[Mention, int]]:
        """Mentions that lie inside a stretch of text, in text order, with their entities' positions."""
        low = bisect_left(self._starts, extent.start)
        high = bisect_right(self._starts, extent.end - 1)
        return [(m, k) for _, end, m, k in self._mentions[low:high] if end <= extent.end]

    def participant(self, head: int) -> Participant:
        """Whoever the noun phrase of a head refers to: the entity's span and name, else the phrase itself.

        The span is the mention where an entity is known, else the phrase without clauses and apposition.
        """
        hit = self._by_head.get(head)
        if hit is None and self._table.pos[head] == "PROPN":
            hit = self._covering.get(head)
        if hit is not None:
            mention, k = hit
            return Participant(mention.start, mention.end, k, self.entities[k].name)
        start, end = self._table.extent(*phrase(self._table, head, apposition=False))
        return Participant(start, end, None, " ".join(self._text[start:end].split()))
