"""Entities and chains as marks joined by arcs: what annotators' tools have instead of lists of forms and mentions.

Whoever annotates by hand joins two marks and thinks no further, so marks are one thing where any way of arcs leads
from one to the other, whatever the arcs' direction and whichever mark carries the values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from civicspace_schemas.base import Span
from civicspace_schemas.gold import GoldChain, GoldEntity
from civicspace_schemas.vocabulary import EntityType


def joined[K](marks: Sequence[K], arcs: Iterable[tuple[K, K]]) -> list[list[K]]:
    """Marks in groups by the arcs between them: groups by their first mark, marks in the order given.

    >>> joined(["T1", "T2", "T3"], [("T3", "T1")])
    [['T1', 'T3'], ['T2']]
    """
    leader = {mark: mark for mark in marks}

    def lead(mark: K) -> K:
        while leader[mark] != mark:
            mark = leader[mark]
        return mark

    place = {mark: k for k, mark in enumerate(marks)}
    for one, other in arcs:
        first, second = sorted((lead(one), lead(other)), key=place.__getitem__)
        leader[second] = first
    groups: dict[K, list[K]] = {}
    for mark in marks:
        groups.setdefault(lead(mark), []).append(mark)
    return list(groups.values())


def the_one[V](values: Iterable[V | None], what: str) -> V | None:
    """The one value that the marks of a thing give, None where none gives any; ValueError where they differ."""
    found = list(dict.fromkeys(value for value in values if value is not None))
    if len(found) > 1:
        raise ValueError(f"two marks of one thing give different values of {what}: keep one of them")
    return found[0] if found else None


def fullest(forms: Sequence[str]) -> str:
    """The name that forms suggest where nobody chose one: the longest, the first of equals."""
    return max(forms, key=len)


def entity_of(
    types: Sequence[EntityType], marked: Sequence[str], unmarked: Sequence[str], values: Sequence[Mapping[str, str]]
) -> GoldEntity:
    """The entity behind marks that are joined.

    types and marked: each mark's type and text. unmarked: forms that are written down but marked nowhere. values: what
    each mark says of name, title and note. Raises ValueError where marks contradict each other.
    """
    if len(set(types)) > 1:
        raise ValueError(f"marks of the types {', '.join(dict.fromkeys(types))} are joined: an entity has one type")
    forms = list(dict.fromkeys([*marked, *unmarked]))
    return GoldEntity(
        name=the_one((v.get("name") for v in values), "name") or fullest(forms),
        type=types[0],
        forms=forms,
        title=the_one((v.get("title") for v in values), "title"),
        note=the_one((v.get("note") for v in values), "note"),
    )


def chain_of(mentions: Sequence[Span], names: Sequence[str | None]) -> GoldChain[Span]:
    """The chain of mentions that are joined; names: what each of them says of the entity's name.

    Raises ValueError where mentions contradict each other.
    """
    entity = the_one(names, "entity") or fullest([mention.text for mention in mentions])
    return GoldChain[Span](entity=entity, mentions=list(mentions))
