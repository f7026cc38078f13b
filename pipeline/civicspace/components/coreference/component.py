"""Adds to the entities the mentions that a resolver finds."""

from __future__ import annotations

from spacy.tokens import Doc

from civicspace.attributes import declare
from civicspace.components.coreference.resolver import Resolver


class CoreferenceComponent:
    """Adds mentions of form title, pronoun and nominal to ``doc._.civic_entities``.

    resolver: whatever finds them. An extent that is a mention of an entity already is left as it is. Without
    entities there is nothing to refer to, and the Doc is given back as it came.
    """

    def __init__(self, resolver: Resolver, name: str = "civic_coreference") -> None:
        declare()
        self.resolver = resolver
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a Doc in place and give it back."""
        entities = doc._.civic_entities
        if not entities or not len(doc):
            return doc
        taken = {(m.start, m.end) for entity in entities for m in entity.mentions}
        for link in sorted(self.resolver(doc), key=lambda link: (link.mention.start, link.mention.end, link.entity)):
            extent = (link.mention.start, link.mention.end)
            if extent not in taken:
                taken.add(extent)
                entities[link.entity].mentions.append(link.mention)
        for entity in entities:
            entity.mentions.sort(key=lambda m: (m.start, m.end))
        return doc
