"""All that the rules look at while one report is read."""

from __future__ import annotations

from dataclasses import dataclass

from civicspace.components.coreference.discourse import Discourse, Referent
from civicspace.components.coreference.profiles import Profile
from civicspace.components.coreference.vocabulary import Vocabulary
from civicspace.tokens import TokenTable


@dataclass(slots=True)
class Scene:
    """The parsed text, what is known of each entity, which tokens are quoted, and who has been spoken of so far."""

    table: TokenTable
    vocabulary: Vocabulary
    profiles: list[Profile]
    quoted: bytearray
    discourse: Discourse

    def kinds(self, referent: Referent) -> set[str]:
        """Kinds of organisation that a named referent may be; none for what has no name."""
        return set() if referent.entity is None else self.profiles[referent.entity].kinds
