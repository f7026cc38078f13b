"""Names that share a word or a hyphen: "North and South Korea", "EU-Turkey talks", "the two Koreas".

The parse gives one head for several parties; each party is found again by its name elsewhere in the report.
"""

from __future__ import annotations

from civicspace.annotations import Participant
from civicspace.components.events.counts import number_value
from civicspace.mentions import MentionIndex
from civicspace.tokens import TokenTable

_MODIFIERS = frozenset({"compound", "nmod", "amod"})
_HYPHENS = frozenset({"-", "–", "‑"})
_NAMES = frozenset({"name", "acronym", "short"})


class Parties:
    """Looks up the parties behind one head; the names of the Doc's entities are indexed once."""

    def __init__(self, table: TokenTable, index: MentionIndex) -> None:
        self._table = table
        self._entities = index.entities
        self._index = index
        self._by_name: dict[str, int] = {}
        self._by_last: dict[str, dict[int, None]] = {}
        for k, entity in enumerate(index.entities):
            if entity.type not in ("place", "organisation", "group", "person"):
                continue
            forms = [table.source_text[m.start : m.end] for m in entity.mentions if m.form in _NAMES]
            for form in (entity.name, *forms):
                words = form.casefold().removeprefix("the ").split()
                self._by_name.setdefault(" ".join(words), k)
                if entity.type == "place" and len(words) > 1:
                    self._by_last.setdefault(words[-1], {})[k] = None

    def of(self, head: int) -> list[Participant]:
        """The parties that one head names; empty where it names one thing only."""
        table = self._table
        if table.pos[head] not in ("PROPN", "NOUN") or self._index_covers_name(head):
            return []
        return self._hyphenated(head) or self._shared_word(head) or self._counted(head)

    def is_pair(self, head: int) -> bool:
        """True where the head is the last of names joined by a hyphen ("EU-TURKEY talks")."""
        return self._table.pos[head] in ("PROPN", "NOUN") and len(self._hyphenated(head)) > 1

    def _index_covers_name(self, head: int) -> bool:
        """True where a name covers the head and all its modifiers: it is one party, hyphen or not."""
        hit = self._index.covering(head)
        if hit is None or self._entities[hit[1]].type == "event":
            return False
        left = min((j for j in self._table.children[head] if self._table.dep[j] in _MODIFIERS), default=head)
        return left < head and hit[0].start <= self._table.start[left]

    def _named(self, first: int, last: int, name: str) -> Participant | None:
        k = self._by_name.get(name.casefold())
        if k is None:
            return None
        start, end = self._table.extent(first, last)
        return Participant(start, end, k, self._entities[k].name)

    def _hyphenated(self, head: int) -> list[Participant]:
        table = self._table
        left = [j for j in table.children[head] if j < head and table.dep[j] in (*_MODIFIERS, "punct")]
        if not any(table.text[j] in _HYPHENS for j in left):
            return []
        runs: list[list[int]] = [[]]
        for j in range(min(left), head + 1):
            if table.text[j] in _HYPHENS:
                runs.append([])
            elif not (runs[-1] == [] and table.pos[j] in ("DET", "ADJ", "NUM") and len(runs) == 1):
                runs[-1].append(j)
        found = []
        for run in runs:
            if not run:
                return []
            party = self._named(run[0], run[-1], " ".join(table.text[j] for j in run))
            if party is None:
                return []
            found.append(party)
        return found if len({p.entity for p in found}) > 1 else []

    def _shared_word(self, head: int) -> list[Participant]:
        """ "North and South Korea": modifiers in coordination, each of which makes a name with the head."""
        table = self._table
        for j in table.children[head]:
            if j > head or table.dep[j] not in _MODIFIERS:
                continue
            others = [k for k in table.children[j] if table.dep[k] == "conj" and j < k < head]
            found = [
                party
                for k in (j, *others)
                if (party := self._named(k, head if k == head - 1 else k, f"{table.text[k]} {table.text[head]}"))
            ]
            if others and len(found) == len(others) + 1:
                return found
        return []

    def _counted(self, head: int) -> list[Participant]:
        """ "The two Koreas": as many places whose name ends in the word as the number says."""
        table = self._table
        if not table.lower[head].endswith("s") or table.text[head] == table.lower[head]:
            return []
        number = next((table.lower[j] for j in table.children[head] if table.dep[j] == "nummod"), None)
        if number is None:
            return []
        members = list(self._by_last.get(table.lower[head].removesuffix("s"), {}))
        if len(members) != number_value([number]):
            return []
        start, end = table.extent(head, head)
        return [Participant(start, end, k, self._entities[k].name) for k in members]
