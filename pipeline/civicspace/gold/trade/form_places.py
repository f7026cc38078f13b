"""Where the forms of entities are marked in a text: gold gives names by their words, annotators' tools by a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from civicspace_schemas.base import Span


def places_of(forms: Iterable[str], text: str) -> dict[str, Span]:
    """One place for each form that stands in the text; the others are left out.

    The place is the first at which the form stands as whole words outside every longer form; failing that, the first
    as whole words; failing that, the first at all. So "Kim" is marked where it stands alone rather than in
    "Kim Jong-un". text: the report; offsets are those of its code points.

    >>> places_of(["Kim Jong-un", "Kim"], "Kim Jong-un left. Kim returned.")["Kim"].start
    18
    """
    taken = bytearray(len(text))
    found: dict[str, Span] = {}
    by_length = sorted({form for form in forms if form}, key=lambda form: (-len(form), form))
    for _, same_length in groupby(by_length, key=len):
        free: list[int] = []
        length = 0
        for form in same_length:
            length = len(form)
            places = list(_places(form, text))
            whole = [start for start in places if _is_whole(start, start + length, text)]
            outside = [start for start in whole if taken.find(1, start, start + length) < 0]
            if places:
                start = (outside or whole or places)[0]
                found[form] = Span(start=start, end=start + length, text=form)
            free += outside
        for start in free:
            taken[start : start + length] = b"\1" * length
    return found


def _places(form: str, text: str) -> Iterator[int]:
    return (match.start() for match in re.finditer(re.escape(form), text))


def _is_whole(start: int, end: int, text: str) -> bool:
    """Whether no word goes on over either end of a stretch."""
    before = text[start - 1 : start].isalnum() and text[start].isalnum()
    behind = text[end : end + 1].isalnum() and text[end - 1].isalnum()
    return not before and not behind
