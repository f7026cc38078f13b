"""What a resolver is: anything that reads a Doc and says which stretches of it refer to which entity."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from spacy.tokens import Doc

from civicspace.annotations import Mention


class Link(NamedTuple):
    """A mention that refers to the entity at a position of ``doc._.civic_entities``."""

    entity: int
    mention: Mention


class Resolver(Protocol):
    """Finds mentions of the entities beyond their names; writes nothing on the Doc."""

    def __call__(self, doc: Doc) -> list[Link]:
        """Links in any order; offsets are characters of ``doc.text``."""
        ...
