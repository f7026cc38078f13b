"""Adds to the entities the mentions that a resolver finds."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from spacy.tokens import Doc

from civicspace.annotations import Entity
from civicspace.attributes import declare
from civicspace.components.coreference.resolver import Link, Resolver


class CoreferenceComponent:
    """Adds mentions of form title, pronoun and nominal to ``doc._.civic_entities``.

    resolver: whatever finds them. Without entities there is nothing to refer to, and the Doc is given back as it came.
    """

    def __init__(self, resolver: Resolver, name: str = "civic_coreference") -> None:
        declare()
        self.resolver = resolver
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a Doc in place and give it back."""
        entities = doc._.civic_entities
        if entities and len(doc):
            add_links(entities, self.resolver(doc))
        return doc


def add_links(entities: list[Entity], links: Iterable[Link]) -> None:
    """Add mentions to their entities, in place and in text order.

    A link that shares characters with a mention its entity has already, or has the extent of another entity's mention,
    is left out.
    """
    taken = {(m.start, m.end) for entity in entities for m in entity.mentions}
    extents = [sorted((m.start, m.end) for m in entity.mentions) for entity in entities]
    for k, mention in sorted(links, key=lambda link: (link.mention.start, link.mention.end, link.entity)):
        extent = (mention.start, mention.end)
        if extent in taken or _shares(extents[k], extent):
            continue
        taken.add(extent)
        insort(extents[k], extent)
        entities[k].mentions.append(mention)
    for entity in entities:
        entity.mentions.sort(key=lambda m: (m.start, m.end))


def _shares(extents: list[tuple[int, int]], extent: tuple[int, int]) -> bool:
    """True where an extent shares a character with its neighbours in a sorted list of disjoint ones."""
    at = bisect_left(extents, extent)
    return any(a < extent[1] and extent[0] < b for a, b in extents[max(0, at - 1) : at + 1])
