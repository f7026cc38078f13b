"""Candidates: stretches of tokens that may name something, with what speaks for each type."""

from __future__ import annotations

from dataclasses import dataclass, field

from civicspace.annotations import EntityType, MentionForm
from civicspace.components.entities.gazetteer import fold
from civicspace.tokens import TokenTable

MODEL_TYPES: dict[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "LANGUAGE": "group",
    "LAW": "law",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "PRODUCT": "work",
}


@dataclass(slots=True)
class Candidate:
    """A possible name: token positions (both included) and the evidence for its type.

    ``votes``: weight for each type; ``rules``: the rule that gave the most weight to each type. ``weak``: nothing but
    its capital speaks for it (first word of a sentence): kept where the name is known from elsewhere. ``alias_of``:
    another candidate of the same thing (acronym, translation, nickname). ``country``: where the gazetteer tells.
    ``title``: role written before it (token positions, both included). ``source``: the rule that made or linked it,
    where that says more than the rule of its type. ``description``: an apposition behind it.
    """

    first: int
    last: int
    key: str
    votes: dict[EntityType, float] = field(default_factory=dict)
    rules: dict[EntityType, tuple[float, str]] = field(default_factory=dict)
    form: MentionForm = "name"
    weak: bool = False
    alias_of: Candidate | None = None
    country: str | None = None
    title: tuple[int, int] | None = None
    source: str | None = None
    description: tuple[int, int] | None = None

    def vote(self, kind: EntityType, weight: float, rule: str) -> None:
        """Add evidence for a type."""
        self.votes[kind] = self.votes.get(kind, 0.0) + weight
        if weight > self.rules.get(kind, (0.0, ""))[0]:
            self.rules[kind] = (weight, rule)


class NameText:
    """The Doc's text beside its table: makes keys and candidates from token positions.

    ``Doc.text`` is built anew on every access; here it is kept.
    """

    def __init__(self, table: TokenTable) -> None:
        self.table = table
        self.text: str = table.doc.text

    def cut(self, first: int, last: int) -> str:
        """The characters from one token to another, both included."""
        return self.text[self.table.start[first] : self.table.end[last]]

    def key(self, first: int, last: int) -> str:
        """The name between two tokens as a key that all its spellings share."""
        return fold(self.cut(first, last))

    def candidate(self, first: int, last: int, *, weak: bool = False) -> Candidate:
        """A candidate without evidence yet."""
        return Candidate(first, last, self.key(first, last), weak=weak)
