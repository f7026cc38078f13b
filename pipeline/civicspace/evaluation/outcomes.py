"""What comparing a report with gold gives: an outcome for each item of a measure; scores and misses follow."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison.

    Attributes: ``item`` (which annotation: its words), ``start`` (its first character in the report, or None where it
    has no place), ``type`` (what tables are broken down by), ``value`` (what is compared, for people), ``rule`` (what
    made it; None in gold).
    """

    item: str
    start: int | None
    type: str
    value: str
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One item of one measure: on both sides, or gold's alone (missed), or found alone (spurious).

    Attributes: ``measure`` (a name of ``measures.MEASURES``), ``gold``, ``found``, ``right``.
    """

    measure: str
    gold: Side | None
    found: Side | None
    right: bool = False
