"""TIMEX3's mod: which part of a period is meant, or what bounds a length."""

from __future__ import annotations

import re
from functools import cache

from civicspace.annotations import Modifier
from civicspace.timex3.words import lower_words, timex3_words

_AGO = re.compile(r"\b(?:ago|from now|earlier|before)\b", re.IGNORECASE)


@cache
def _bounds() -> re.Pattern[str]:
    phrases = sorted(timex3_words().bounds, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.IGNORECASE)


def mod(timex_type: str, expression: str, modifier: Modifier | None) -> str:
    """TIMEX3's mod of an expression, or an empty string.

    timex_type: DATE, TIME, DURATION or SET; modifier: the record's. A bound of a length is told by its words; with
    "ago" it bounds a point of time instead, and turns round.

    >>> mod("DURATION", "more than two years", None), mod("DATE", "more than two years ago", None)
    ('MORE_THAN', 'BEFORE')
    >>> mod("DATE", "early May", "early"), mod("DATE", "May", "since")
    ('START', '')
    """
    words = timex3_words()
    if modifier in words.edges and modifier != "approximate":
        return words.edges[modifier]
    found = _bounds().search(expression)
    if found is not None and timex_type != "SET":
        bound = words.bounds[found.group().lower()]
        if timex_type == "DURATION":
            return bound
        if _AGO.search(expression):
            return words.points[bound]
    if modifier in words.edges:
        return words.edges[modifier]
    first = [word for word in lower_words(expression)[:2] if word != "the"][:1]
    return words.first_words.get(first[0], "") if first else ""
