"""Finding triggers: the words that name an act of one of the taxonomy's types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from civicspace.mentions import MentionIndex
from civicspace.tokens import TokenTable


@dataclass(slots=True)
class Trigger:
    """The words that name one act.

    ``type``: the taxonomy's event type. ``head``: position of the trigger's syntactic head word. ``first``, ``last``:
    positions of the span's first and last token, both included. ``rule``: id of the lexicon entry.
    ``kind``: how the act is named. ``predicate``: the token whose arguments are the act's (the light
    verb of "carried out a raid", else the head). ``light``: the light verb, or None.
    """

    type: str
    head: int
    first: int
    last: int
    rule: str
    kind: Literal["verb", "noun", "adjective"]
    predicate: int
    light: int | None = None


def find_triggers(table: TokenTable, index: MentionIndex) -> list[Trigger]:
    """Triggers of a parsed Doc in text order, at most one a head token."""
    return []


def attributes(table: TokenTable, trigger: Trigger, arguments: Any) -> dict[str, str]:
    """The taxonomy's attributes of a trigger's type, as far as the words tell."""
    return {}
