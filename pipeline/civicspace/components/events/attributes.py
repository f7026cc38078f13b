"""Attributes of an event's type (mode, outcome, polarity ...) as far as the trigger and the words around it tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from civicspace.tokens import TokenTable

if TYPE_CHECKING:
    from civicspace.components.events.triggers import Trigger


def attributes(table: TokenTable, trigger: Trigger, arguments: Any) -> dict[str, str]:
    """The taxonomy's attributes of a trigger's type.

    table: the Doc's tokens. trigger: what names the act. arguments: who takes part (unused where
    the words alone tell). Gives attribute -> value; a value that the words don't tell is left out.
    """
    return dict(trigger.entry.attributes)
