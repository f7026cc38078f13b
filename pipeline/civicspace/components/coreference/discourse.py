"""Who and what the text has spoken of lately, and how much it is in the reader's mind.

Salience follows Lappin and Leass (1994, "An algorithm for pronominal anaphora resolution"): each mention weighs by
its grammatical role, and its weight fades with every sentence. Things and people without a name are kept too: they
compete for pronouns, so that one that means them is not given to an entity.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from civicspace.components.coreference.vocabulary import Gender
from civicspace.tokens import TokenTable

FADE = 0.55
PARAGRAPH_FADE = 0.85
_HELD = 160
_QUOTED = 0.5
_PER_WORD = 6
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_EMBEDDED = ("relcl", "acl", "advcl", "pcomp")


class Place(NamedTuple):
    """Where a token stands: the number of its sentence, paragraph and section."""

    sent: int
    paragraph: int
    section: int


_NOWHERE = Place(-9, -1, -9)


@dataclass(slots=True, eq=False)
class Referent:
    """Somebody or something spoken of.

    ``entity``: position among the entities, None for what has no name. ``kind``: person, organisation, place, group,
    thing or unknown. ``noun``: the noun it was called by ("" for a name). ``plural``: refers to several. ``times``:
    mentions in the section of ``last``, the place of the latest one. ``spoke`` and ``suffered``:
    last sentence in which it was the subject of a verb of speech, and the one to whom something was done.
    """

    kind: str
    gender: Gender = "any"
    entity: int | None = None
    noun: str = ""
    plural: bool = False
    times: int = 0
    last: Place = _NOWHERE
    spoke: int = -9
    suffered: int = -9


@dataclass(slots=True)
class Occurrence:
    """One mention of a referent: its head's position, its place, its weight, and whether it is quoted."""

    token: int
    place: Place
    weight: float
    referent: Referent
    quoted: bool = False


def role_weight(table: TokenTable, i: int, *, named: bool = True) -> float:
    """Weight of a noun phrase by the grammatical role of its head.

    named: False for what has no name: as subject of a subordinate clause it is rarely taken up again.
    """
    factor = 1.0
    while table.dep[i] in ("appos", "conj") and table.head[i] != i and factor > 0.5:
        factor *= 0.97 if table.dep[i] == "appos" else 0.95
        i = table.head[i]
    dep, head = table.dep[i], table.head[i]
    if dep in _SUBJECTS:
        if table.dep[head] in _EMBEDDED:
            return factor * (80 if named else 50)
        return factor * 100
    if dep in ("dobj", "ROOT"):
        return factor * 60
    if dep == "dative":
        return factor * 55
    if dep == "poss":
        return factor * 45
    if dep == "pobj":
        if table.dep[head] == "agent":
            return factor * 60
        return factor * (40 if table.pos[table.head[head]] in ("VERB", "AUX") else 30)
    return factor * (40 if dep == "attr" else 25)


@dataclass(slots=True)
class Discourse:
    """The memory of a resolver while it reads on; its stores are bounded, whatever the text's length.

    ``window``: sentences that a pronoun may look back over, its own not counted. ``of_token``: referent of each head.
    """

    window: int
    occurrences: deque[Occurrence] = field(default_factory=lambda: deque(maxlen=_HELD))
    of_token: dict[int, Referent] = field(default_factory=dict)
    by_word: dict[str, dict[int, Referent]] = field(default_factory=dict)

    def mention(self, occurrence: Occurrence, words: Iterable[str]) -> None:
        """Take in a mention; ``words`` are the nouns by which its referent may be called from here on."""
        referent = occurrence.referent
        self.occurrences.append(occurrence)
        self.of_token[occurrence.token] = referent
        if referent.last.section != occurrence.place.section:
            referent.times = 0
        referent.times += 1
        referent.last = occurrence.place
        for word in words:
            held = self.by_word.setdefault(word, {})
            held.pop(id(referent), None)
            held[id(referent)] = referent
            if len(held) > _PER_WORD:
                del held[next(iter(held))]

    def called(self, word: str) -> list[Referent]:
        """Referents that a noun may stand for, the latest mentioned first."""
        return list(reversed(self.by_word.get(word, {}).values()))

    def salience(self, place: Place, window: int | None = None, *, quoted: bool = True) -> list[tuple[Referent, float]]:
        """Referents of the section's last sentences with their salience, the latest mentioned last.

        quoted: False where the looker stands outside quotation marks: unnamed people and things inside count for less.
        """
        reach = place.sent - (self.window if window is None else window)
        best: dict[int, dict[int, float]] = {}
        referents: dict[int, Referent] = {}
        for held in reversed(self.occurrences):
            sent, paragraph, section = held.place
            if sent < reach or section != place.section:
                break
            weight = held.weight * FADE ** (place.sent - sent)
            if paragraph != place.paragraph:
                weight *= PARAGRAPH_FADE
            if held.quoted and not quoted and held.referent.entity is None:
                weight *= _QUOTED
            key = id(held.referent)
            referents[key] = held.referent
            sentences = best.setdefault(key, {})
            sentences[sent] = max(sentences.get(sent, 0.0), weight)
        return [
            (referent, sum(best[key].values()) + min(12, 2 * referent.times))
            for key, referent in reversed(referents.items())
        ]
