"""What resolving gives back, and what it needs to know of an expression's surroundings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from civicspace.annotations import Anchor, Modifier, TimexKind
from civicspace.components.dates.tense import Direction
from civicspace.components.dates.values import Period


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression on the calendar: ``period`` is None where it can't be told; ``limits`` are then the first and
    last day that it may be, where those can be."""

    kind: TimexKind
    period: Period | None = None
    anchor: Anchor = "explicit"
    modifier: Modifier | None = None
    duration: str | None = None
    limits: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around the expression: the verb's direction, and whether "since", or a word of a limit
    ("until", "by"), comes before it."""

    direction: Direction = "past"
    since: bool = False
    limit: bool = False
