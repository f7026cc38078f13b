"""What resolving gives back, and what it needs to know of an expression's surroundings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from civicspace.annotations import Anchor, Modifier, TimexKind
from civicspace.components.dates.leaning import NO_LEANING, Leaning
from civicspace.components.dates.tense import Direction
from civicspace.components.dates.values import Period


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression on the calendar: ``period`` is None where it can't be told; ``limits`` are then the first and
    last day that it may be, where those can be. ``reason`` is the evidence that told behind from ahead."""

    kind: TimexKind
    period: Period | None = None
    anchor: Anchor = "explicit"
    modifier: Modifier | None = None
    duration: str | None = None
    limits: tuple[date, date] | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation around an expression: the day it was spoken on, None where nothing tells."""

    on: date | None


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around the expression: the verb's direction, and whether "since", or a word of a limit
    ("until", "by"), comes before it; ``attributive``: it modifies a noun ("third-quarter results"); ``leaning``: the
    evidence on where it lies, of expressions without a year; ``spoken``: the quotation that it stands in, of days told
    from the moment of speaking."""

    direction: Direction = "past"
    since: bool = False
    limit: bool = False
    attributive: bool = False
    leaning: Leaning = NO_LEANING
    spoken: Spoken | None = None
