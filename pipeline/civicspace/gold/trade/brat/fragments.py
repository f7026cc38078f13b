"""Spans as brat's fragments and back: no fragment holds a line break, and no two of one annotation overlap."""

from __future__ import annotations

import re
from collections.abc import Sequence

type Fragment = tuple[int, int]
"""Start and end, in code points of the text."""

LINE_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line of an .ann file for brat, which reads it with Python's splitlines."""

_LINES = re.compile(f"[^{LINE_BREAKS}]+")
_BREAKS = re.compile(f"[{LINE_BREAKS}]*")


def fragments_of(spans: Sequence[Fragment], text: str) -> list[Fragment]:
    """The fragments that cover spans: cut at line breaks, in text order, those that touch or overlap made one.

    >>> fragments_of([(0, 7)], "two men")
    [(0, 7)]
    >>> fragments_of([(0, 7)], "two\\nmen")
    [(0, 3), (4, 7)]
    """
    pieces = sorted(match.span() for start, end in spans for match in _LINES.finditer(text, start, end))
    merged: list[Fragment] = []
    for start, end in pieces:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def spans_of(fragments: Sequence[Fragment], text: str) -> list[Fragment]:
    """The spans that fragments stand for: those with nothing but line breaks between them are one span.

    >>> spans_of([(0, 3), (4, 7)], "two\\nmen")
    [(0, 7)]
    """
    joined: list[Fragment] = []
    for start, end in sorted(fragments):
        if joined and joined[-1][1] <= start and _BREAKS.fullmatch(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def marked_text(fragments: Sequence[Fragment], text: str) -> str:
    """What an .ann file repeats of the text: the fragments' characters with a space between them."""
    return " ".join(text[start:end] for start, end in fragments)


def as_note(spans: Sequence[Fragment]) -> list[str]:
    """Spans as values of a note.

    >>> as_note([(3, 7)])
    ['3-7']
    """
    return [f"{start}-{end}" for start, end in spans]


def from_note(values: Sequence[str], fragments: Sequence[Fragment], text: str) -> list[Fragment]:
    """The spans that a note's values give.

    Raises ValueError where they are no offsets or are not those that the annotation marks.
    """
    matches = [re.fullmatch(r"(\d{1,9})-(\d{1,9})", value) for value in values]
    spans = [(int(match[1]), int(match[2])) for match in matches if match]
    if len(spans) < len(values) or any(not start < end <= len(text) for start, end in spans):
        raise ValueError("spans: write START-END | START-END, or delete it from the note")
    if fragments_of(spans, text) != sorted(fragments):
        raise ValueError("spans are not what is marked: delete them from the note, so that the mark counts")
    return spans
