"""How many of what, as text: the form that counts take in annotators' tools."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from civicspace_schemas.vocabulary import CountWhat

UNKNOWN = "?"
"""A count that the report gives no number for."""


def counts_written(counts: Mapping[CountWhat, int | None]) -> list[str]:
    """Counts as texts.

    >>> counts_written({"killed": 3, "injured": None})
    ['killed=3', 'injured=?']
    """
    return [f"{what}={UNKNOWN if number is None else number}" for what, number in counts.items()]


def counts_read(values: Sequence[str]) -> dict[str, int | None]:
    """Counts from texts; ValueError, with what to write, for one that can't be read or stands twice.

    >>> counts_read(["killed=3", "injured = ?"])
    {'killed': 3, 'injured': None}
    """
    counts: dict[str, int | None] = {}
    for value in values:
        what, equals, number = (part.strip() for part in value.partition("="))
        if not equals or not (number == UNKNOWN or (number.isascii() and number.isdecimal())):
            raise ValueError(f"counts {value!r}: write what was counted and how many, killed=3, or killed=? for dozens")
        if what in counts:
            raise ValueError(f"counts give {what} twice: keep one")
        counts[what] = None if number == UNKNOWN else int(number)
    return counts
