"""What one report gives to the outputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

LAYERS = ("entities", "dates", "quotes", "events", "acts", "warnings")
"""The layers of a record whose items are counted."""


@dataclass(frozen=True, slots=True)
class Converted:
    """What one report gives to the outputs.

    Attributes: ``record`` (its line), ``rows`` (its lines of each flat table), ``found`` (how many items each layer
    holds), ``seconds`` (by stage).
    """

    record: bytes
    rows: Mapping[str, bytes]
    found: Mapping[str, int]
    seconds: Mapping[str, float] = field(default_factory=dict)
