"""Where: the place that belongs to an act.

First the finest named place that an adjunct of the act's own clause gives, then the place that the paragraph's
narrative is at, then the country that the report is about (``place_basis`` says which). A name that only
describes somebody ("US prisoners"), a party to the act, a place one goes to, and a place in another act's clause
say nothing of where the act happened.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from civicspace.annotations import Entity, Extent
from civicspace.components.entities.gazetteer import fold, known_names
from civicspace.components.events.attachment import governor, path, window
from civicspace.components.events.narrative_lexicon import narrative_lexicon
from civicspace.components.events.semantic_classes import belongs
from civicspace.components.events.triggers import Trigger
from civicspace.mentions import MentionIndex
from civicspace.syntax import RELATIVE_PRONOUNS, conjuncts, coordination_head
from civicspace.tokens import TokenTable

_FAR = 12
_REACH = 6
_CLAUSES = frozenset({"csubj", "pcomp"})
_DESCRIBING = frozenset({"relcl", "acl"})
_REPORTED = frozenset({"ccomp", "parataxis", "relcl"})
_NEXT = 2
_FEW = 2
_COUNTRY, _CAPITAL, _REGION = "gazetteer.country", "gazetteer.capital", "gazetteer.region"


def _simultaneous() -> frozenset[str]:
    return narrative_lexicon().simultaneous


class PlaceToken(NamedTuple):
    """A place mention: its entity's position, tokens, governor, preposition, and whether it is a country or region."""

    entity: int
    first: int
    last: int
    governor: int
    preposition: str
    wide: bool


def is_country(entity: Entity) -> bool:
    """True for a place that is a country itself, not a place in one.

    >>> is_country(Entity("place", "Democratic People`s Republic of Korea", "test", country="KP"))
    True
    """
    return entity.type == "place" and _rule(entity) == _COUNTRY


def _rule(entity: Entity) -> str | None:
    known = known_names().get(fold(entity.name))
    return None if known is None else known.rule


def report_country(entities: list[Entity], code: str | None) -> int | None:
    """Position of the entity of the country that the report is about, or None where the report doesn't name it."""
    for k, entity in enumerate(entities):
        if entity.type == "place" and code and entity.country == code and is_country(entity):
            return k
    return None


def report_capital(entities: list[Entity], code: str | None) -> int | None:
    """Position of the entity of that country's capital, or None where the report doesn't name it."""
    for k, entity in enumerate(entities):
        if entity.type == "place" and code and entity.country == code and _rule(entity) == _CAPITAL:
            return k
    return None


class Places:
    """The place mentions of a Doc, looked up by sentence."""

    def __init__(self, table: TokenTable, index: MentionIndex, code: str | None = None) -> None:
        """code: ISO 3166 alpha-2 of the country that the report is about: "the capital" is its capital."""
        self._table = table
        self._index = index
        self._code = code
        self._found: list[PlaceToken] = []
        wide = [is_country(e) or _rule(e) == _REGION for e in index.entities]
        for k, entity in enumerate(index.entities):
            if entity.type != "place":
                continue
            for mention in entity.mentions:
                if mention.form in ("name", "short", "acronym"):
                    self._add(k, *table.covering(Extent(mention.start, mention.end)), wide[k])
        capital = report_capital(index.entities, code)
        if capital is not None:
            for i, lemma in enumerate(table.lemma):
                if lemma == "capital" and self._is_the_capital(i):
                    self._add(capital, i, i, False)
        self._found.sort(key=lambda place: place.first)
        self._firsts = [place.first for place in self._found]

    def _add(self, entity: int, first: int, last: int, wide: bool) -> None:
        at = governor(self._table, first, last)
        self._found.append(PlaceToken(entity, first, last, at, self._preposition(first, last), wide))

    def _is_the_capital(self, i: int) -> bool:
        """True for "the capital" as a place of its own ("the capital city" and "the capital of X" are others)."""
        table = self._table
        if table.pos[i] != "NOUN" or table.dep[i] not in ("pobj", "conj"):
            return False
        if any(table.lower[j] == "of" for j in table.children[i]) or i == 0:
            return False
        hit = self._index.covering(i - 1)
        return table.lower[i - 1] == "the" or (hit is not None and self._index.entities[hit[1]].country == self._code)

    def between(self, first: int, beyond: int) -> list[PlaceToken]:
        """Places that begin in a range of tokens."""
        return self._found[bisect_left(self._firsts, first) : bisect_left(self._firsts, beyond)]

    def _preposition(self, first: int, last: int) -> str:
        """The preposition over a place name; ``"compound"`` before a noun, empty for a subject or object."""
        table = self._table
        head = next((i for i in range(first, last + 1) if not first <= table.head[i] <= last), first)
        for _ in range(4):
            if table.dep[head] == "pobj":
                return table.lower[table.head[head]]
            if table.dep[head] in ("compound", "amod", "nmod"):
                return "compound"
            if table.dep[head] == "poss":
                return "poss"
            if table.dep[head] not in ("conj", "appos") or table.head[head] == head:
                return ""
            head = table.head[head]
        return ""

    def attached(self, trigger: Trigger, taken: frozenset[int]) -> int | None:
        """The entity of the finest place that the act's own clause gives, or None.

        taken: entities that are agents or targets of the act: a state that acts is no place of it unless
        a preposition says so.
        """
        table = self._table
        places = [place for place in self.between(*window(table, trigger)) if self._locates(place, trigger, taken)]
        if not places:
            return None
        ways = path(table, trigger)
        costs = [(self._cost(place, ways, trigger), place) for place in places]
        ranked = sorted(
            ((cost, place.wide, abs(place.first - trigger.head), place) for cost, place in costs),
            key=lambda item: item[:3],
        )
        ranked = [item for item in ranked if item[3].preposition != "compound" or item[0] <= 1]
        if not ranked:
            return None
        cost, _, _, best = ranked[0]
        if cost > _FAR - 2 or self._members(best) > _FEW:
            return None
        finer = [place for c, _, _, place in ranked if c <= cost + 1 and not place.wide] if best.wide else []
        return (finer[0] if finer else best).entity

    def _locates(self, place: PlaceToken, trigger: Trigger, taken: frozenset[int]) -> bool:
        """Whether the words around a name let it say where something is."""
        table, data = self._table, narrative_lexicon()
        preposition = place.preposition
        if preposition == "compound":
            return not place.wide and place.entity not in taken
        if preposition in data.goal_prepositions:
            return trigger.type in data.goal_types and place.governor in (trigger.head, trigger.predicate)
        if preposition not in data.place_prepositions:
            return False
        if preposition == "from" and table.pos[place.governor] in ("NOUN", "PROPN"):
            return False
        if preposition == "of" and place.wide and belongs(table, self._index, place.governor, "person"):
            return False
        return place.entity not in taken or preposition == "in"

    def _cost(self, place: PlaceToken, ways: dict[int, int], trigger: Trigger) -> int:
        """How far a place is from the act in the parse; ``_FAR`` where it belongs to another act's clause."""
        table = self._table
        k, extra = place.governor, 0
        for _ in range(8):
            if k in ways:
                cost = ways[k] + extra
                if cost > self._allowed(trigger) and not (self._leads(place, k, trigger) and k == place.governor):
                    return _FAR
                return _FAR if cost and self._other_clause(place, k, trigger) else cost
            if table.head[k] == k:
                break
            if self._opens_clause(k, trigger):
                break
            extra += 2 if table.dep[k] in _DESCRIBING else 1
            k = table.head[k]
        return _FAR

    @staticmethod
    def _allowed(trigger: Trigger) -> int:
        """How far from the act's word a place may stand that doesn't lead the sentence."""
        data = narrative_lexicon()
        return 0 if trigger.type in data.spoken else 1 if trigger.type in data.no_country else _FAR

    def _opens_clause(self, k: int, trigger: Trigger) -> bool:
        """Whether the word heads another act's clause.

        A clause that describes somebody or something of the act ("troops sent to X"), one that is simultaneous
        ("while filming in X"), and one before the act, set beside it by a semicolon, tell its place too.
        """
        table = self._table
        dep, before = table.dep[k], k < trigger.head
        if dep == "conj":
            return table.pos[k] in ("VERB", "AUX") and k - table.head[k] > _NEXT
        if dep in _DESCRIBING:
            data = narrative_lexicon()
            return trigger.type in data.series and table.head[k] != trigger.head
        if dep == "advcl":
            return not any(table.lower[j] in _simultaneous() for j in table.children[k])
        if dep in ("ccomp", "parataxis"):
            return not before or any(table.dep[j] == "mark" for j in table.children[k])
        return dep in _CLAUSES

    def _leads(self, place: PlaceToken, k: int, trigger: Trigger) -> bool:
        """True for a place before the trigger and the word that governs it ("In Lusaka, the party said ...")."""
        return place.first < trigger.first and place.first < k

    def _members(self, place: PlaceToken) -> int:
        """How many places are coordinated where this one stands."""
        table = self._table
        inside = range(place.first, place.last + 1)
        head = next((i for i in inside if table.head[i] not in inside), place.first)
        return len(conjuncts(table, coordination_head(table, head)))

    def _other_clause(self, place: PlaceToken, k: int, trigger: Trigger) -> bool:
        """Whether the way from the trigger up to the place's governor leaves the clause that the place is said of.

        A place that leads its sentence ("In Lusaka, ...") holds for what follows; another is said of its own verb.
        """
        table = self._table
        leads = self._leads(place, k, trigger)
        i = trigger.head
        for _ in range(_REACH * 2):
            if i == k or table.head[i] == i:
                return False
            if i != trigger.head or table.pos[i] == "VERB":
                if table.dep[i] in _REPORTED and not leads:
                    return True
                if table.dep[i] == "conj" and not leads and self._has_subject(i):
                    return True
            i = table.head[i]
        return False

    def _has_subject(self, verb: int) -> bool:
        table = self._table
        return any(
            table.dep[j] in ("nsubj", "nsubjpass") and table.lower[j] not in RELATIVE_PRONOUNS
            for j in table.children[verb]
        )
