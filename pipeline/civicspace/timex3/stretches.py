"""Stretches told by a length and a date: "the year ended 30 June", "the first nine months of 2017".

A record has one expression, the stretch of the calendar that is meant. TIMEX3 has two, the length (or the quarter,
which is a date) and the date.
"""

from __future__ import annotations

import re
from datetime import date

from civicspace.timex3.lengths import duration_value
from civicspace.timex3.words import shared_words

RULES = frozenset({"period-ended", "part-of"})

_JOINT = re.compile(r"\s+(?:period\s+)?(?:that\s+)?(?:ended|ending|to|through|of)\s+(?:(?:on|in)\s+)?", re.IGNORECASE)
_QUARTER = re.compile(r"(?:(\w+)[ -])?quarter$", re.IGNORECASE)
_DAY = re.compile(r"\b\d{1,2}(?!\d)")
_MONTH = re.compile(r"[A-Za-z]{3,}")

type Part = tuple[int, int, str | None, str | None]


def parts(expression: str, earliest: str | None, latest: str | None) -> list[Part]:
    """The two expressions of TIMEX3: start and end in the record's expression, EDTF, ISO 8601 duration; or none.

    earliest, latest: the days that bound the record's value, or None.

    >>> parts("the first nine months of 2017", "2017-01-01", "2017-09-30")
    [(0, 21, None, 'P9M'), (25, 29, '2017', None)]
    >>> parts("its third quarter ended 30 September", "2017-07-01", "2017-09-30")
    [(0, 17, '2017-35', None), (24, 36, '2017-09-30', None)]
    """
    joint = _JOINT.search(expression)
    if joint is None:
        return []
    head, tail = expression[: joint.start()], expression[joint.end() :]
    quarter = _QUARTER.search(head)
    length = None if quarter else duration_value(None, head)
    told = end = None
    if earliest and latest:
        if quarter:
            told = _quarter(quarter[1], date.fromisoformat(earliest), date.fromisoformat(latest))
        if joint.group().strip().lower() == "of":
            end = latest[:7] if _MONTH.search(tail) and "year" not in tail.lower() else latest[:4]
        else:
            end = latest if _DAY.search(tail) else latest[:7] if _MONTH.search(tail) else latest[:4]
    return [(0, len(head), told, length), (joint.end(), len(expression), end, None)]


def _quarter(ordinal: str | None, first: date, last: date) -> str:
    """The quarter that the words name, else the one that the middle of the stretch is in."""
    named = shared_words().ordinals.get(ordinal.lower(), 0) if ordinal else 0
    middle = first + (last - first) / 2
    number = named if 1 <= named <= 4 else (middle.month + 2) // 3
    return f"{last.year:04d}-{32 + number}"
