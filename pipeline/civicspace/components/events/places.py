"""Where: the place that belongs to an act.

First the finest named place attached in the act's clause, then the sentence's, then the place that the
paragraph's narrative is at, then the country that the report is about (``place_basis`` says which).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

import pycountry

from civicspace.annotations import Entity, Extent
from civicspace.components.events.attachment import governor, path, window
from civicspace.components.events.triggers import Trigger
from civicspace.mentions import MentionIndex
from civicspace.tokens import TokenTable

_FAR = 12


class PlaceToken(NamedTuple):
    """A place mention: its entity's position, tokens, governor, preposition, and whether it is a country."""

    entity: int
    first: int
    last: int
    governor: int
    preposition: str
    country: bool


def country_names(code: str | None) -> frozenset[str]:
    """Names of a country, case-folded, by its ISO 3166 alpha-2 code; empty for an unknown code.

    >>> "viet nam" in country_names("VN")
    True
    """
    country = pycountry.countries.get(alpha_2=code) if code else None
    if country is None:
        return frozenset()
    names = (country.name, getattr(country, "common_name", ""), getattr(country, "official_name", ""))
    return frozenset(name.casefold() for name in names if name) | {country.name.partition(",")[0].casefold()}


def is_country(entity: Entity) -> bool:
    """True for a place that is a country itself, not a place in one."""
    return entity.type == "place" and entity.name.casefold().removeprefix("the ") in country_names(entity.country)


def report_country(entities: list[Entity], code: str | None) -> int | None:
    """Position of the entity of the country that the report is about, or None where the report doesn't name it."""
    for k, entity in enumerate(entities):
        if entity.type == "place" and code and entity.country == code and is_country(entity):
            return k
    return None


class Places:
    """The place mentions of a Doc, looked up by sentence."""

    def __init__(self, table: TokenTable, index: MentionIndex) -> None:
        self._table = table
        self._found: list[PlaceToken] = []
        countries = [is_country(entity) for entity in index.entities]
        for k, entity in enumerate(index.entities):
            if entity.type != "place":
                continue
            for mention in entity.mentions:
                if mention.form in ("name", "short", "acronym"):
                    first, last = table.covering(Extent(mention.start, mention.end))
                    at = governor(table, first, last)
                    self._found.append(PlaceToken(k, first, last, at, self._preposition(first, last), countries[k]))
        self._found.sort(key=lambda place: place.first)
        self._firsts = [place.first for place in self._found]

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
        """The entity of the finest place that the act's own sentence gives, or None.

        taken: entities that are agents or targets of the act: a state that acts is no place of it unless
        a preposition says so.
        """
        table = self._table
        places = [
            place
            for place in self.between(*window(table, trigger))
            if place.preposition not in ("", "poss", "against", "with")
            and not (place.preposition == "from" and table.pos[place.governor] == "NOUN")
            and (place.entity not in taken or place.preposition == "in")
        ]
        if not places:
            return None
        ways = path(table, trigger)
        ranked = sorted(
            ((self._cost(place, ways), place.country, abs(place.first - trigger.head), place) for place in places),
            key=lambda item: item[:3],
        )
        ranked = [item for item in ranked if item[3].preposition != "compound" or item[0] <= 1]
        if not ranked:
            return None
        cost, _, _, best = ranked[0]
        if cost > _FAR - 2:
            return None
        finer = [place for c, _, _, place in ranked if c <= cost + 1 and not place.country] if best.country else []
        return (finer[0] if finer else best).entity

    def _cost(self, place: PlaceToken, ways: dict[int, int]) -> int:
        table = self._table
        k, extra = place.governor, 0
        for _ in range(8):
            if k in ways:
                return ways[k] + extra
            if table.head[k] == k:
                break
            extra += 2 if table.dep[k] in ("relcl", "acl", "ccomp", "advcl") else 1
            k = table.head[k]
        return _FAR
