"""Years before Christ, which a record finds but gives no value: its calendar begins with the year 1.

TIMEX3 writes them with BC before the year: "April 480 BC" is BC0480-04.
"""

from __future__ import annotations

import re

from civicspace.timex3.words import lower_words, shared_words, timex3_words

_YEAR = re.compile(r"\b(\d{1,4})\s*(?:BCE?\b|B\.\s?C\.(?:\s?E\.)?|B\.C\b)\s*$")
_CENTURY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)[ -]centur\w+\s+(?:BCE?\b|B\.\s?C\.)", re.IGNORECASE)
_RANGE = re.compile(r"(?P<first>(?:[^\W\d]+\s+)*(?P<year>\d{1,4})\D*?)(?:\s*[-–—‑/]\s*|\s+to\s+)(?P<last>\d{1,4}\D+)$")


def value_before_christ(expression: str) -> str:
    """The TIMEX3 value of a date before Christ, or an empty string.

    >>> [value_before_christ(w) for w in ("ca. 466 BC", "April 480 B.C.", "the spring of 480 BC", "the 4th century BC")]
    ['BC0466', 'BC0480-04', 'BC0480-SP', 'BC03']
    """
    if century := _CENTURY.search(expression):
        return f"BC{int(century[1]) - 1:02d}"
    found = _YEAR.search(expression)
    if found is None:
        return ""
    part = ""
    for word in lower_words(expression):
        if month := shared_words().months.get(word):
            part = f"-{month:02d}"
        elif season := timex3_words().seasons.get(word):
            part = f"-{season}"
    return f"BC{int(found[1]):04d}{part}"


def years_before_christ(expression: str) -> list[tuple[int, int, str]]:
    """The two ends of a range of years before Christ: start and end in the expression, value; or none.

    >>> years_before_christ("264 to 241 BC")
    [(0, 3, 'BC0264'), (7, 13, 'BC0241')]
    """
    found = _RANGE.fullmatch(expression)
    last = value_before_christ(found["last"]) if found else ""
    if found is None or not last:
        return []
    first = found["first"].rstrip()
    return [(0, len(first), f"BC{int(found['year']):04d}"), (found.start("last"), len(expression), last)]
