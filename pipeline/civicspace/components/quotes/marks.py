"""Pairing quotation marks on characters, a paragraph at a time; nothing here knows of words or parses.

All double marks (“ ” „ ‟ « » " and two single ones in a row) are one class, all single ones (‘ ’ ‚ ‹ › ') another,
since reports mix styles ("open straight, close curly”). Inside a class marks nest like brackets. An apostrophe is told
from a closing single mark by its neighbours and by what follows in the paragraph; a mark that finds no partner costs
its own paragraph at most. Time is linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from civicspace.annotations import Extent

type MarkClass = Literal["double", "single"]

_MARK = re.compile(r"''|``|[“”„‟«»\"‘’‚‹›'`]")
_DOUBLE_OPEN = frozenset("“„‟«")
_DOUBLE_CLOSE = frozenset("”»")
_DOUBLE_PLAIN = frozenset(('"', "''", "``"))
_SINGLE_OPEN = frozenset("‘‚‹")
_BEFORE_OPEN = frozenset("([{—–-/…*•")
_ALL_MARKS = frozenset("“”„‟«»\"‘’‚‹›'`")
_AFTER_CLOSE = frozenset(".,;:!?)]}—–…")
_CLIPPED = re.compile(r"(?:\d0s|em|til|tis|twas|cause|n|round|bout)\b", re.IGNORECASE)


@dataclass(slots=True)
class Quotation:
    """What stands between two marks that belong together.

    ``start`` and ``end`` take the marks in, ``content`` leaves them and white space at its ends out.
    ``closed`` is False where the closing mark is missing: the content then ends with the paragraph, or before
    the next opening mark of its class. ``parent`` is the position of the quotation around it, ``paragraph`` that of its
    paragraph. ``continues`` is the position of the quotation in the paragraph before that this one carries on.
    """

    start: int
    end: int
    content: Extent
    kind: MarkClass
    paragraph: int
    closed: bool = True
    parent: int | None = None
    continues: int | None = None


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    kind: MarkClass
    can_open: bool
    can_close: bool
    weak: bool = False  # a closing single mark that looks like a plural's apostrophe


class _Place(NamedTuple):
    """A mark's characters and neighbours; free: a mark on that side of a word could stand there."""

    start: int
    end: int
    before: str
    after: str
    free_before: bool
    free_after: bool


def quotations(text: str, paragraphs: Sequence[Extent]) -> list[Quotation]:
    """All quotations of a text in order of their opening marks.

    text: any string. paragraphs: extents of the text that no pair of marks crosses, in text order and without overlap.

    >>> text = 'He said “they can’t "win” it”.'
    >>> [text[q.content.start : q.content.end] for q in quotations(text, [Extent(0, len(text))])]
    ['they can’t "win” it', 'win']
    """
    found: list[Quotation] = []
    for number, paragraph in enumerate(paragraphs):
        marks = _marks(text, paragraph)
        if marks:
            found.extend(_pair(text, paragraph, marks, number, len(found)))
    _continue_over_paragraphs(paragraphs, found)
    return found


def _marks(text: str, paragraph: Extent) -> list[_Mark]:
    """The paragraph's quotation marks with the parts that each may play; apostrophes inside words are left out."""
    found: list[_Mark] = []
    opened_at = -1  # where the last mark that can only open ends: a mark right behind one opens as well
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        mark = match.group()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        free_before = before.isspace() or before in _BEFORE_OPEN or opened_at == start
        free_after = after.isspace() or after in _AFTER_CLOSE or after in _ALL_MARKS
        place = _Place(start, end, before, after, free_before, free_after)
        is_double = mark in _DOUBLE_OPEN or mark in _DOUBLE_CLOSE or mark in _DOUBLE_PLAIN
        item = _double(mark, place) if is_double else _single(text, mark, place)
        if item is None:
            continue
        if item.can_open and not item.can_close:
            opened_at = end
        found.append(item)
    return found


def _double(mark: str, place: _Place) -> _Mark:
    start, end, before, after, free_before, free_after = place
    looks_open = free_before and not after.isspace()
    looks_close = not before.isspace() and free_after
    if mark in _DOUBLE_OPEN:  # German closes with “, French quotations are set as »...« too
        return _Mark(start, end, "double", not looks_close or looks_open, looks_close and not looks_open)
    if mark in _DOUBLE_CLOSE:
        return _Mark(start, end, "double", looks_open and not looks_close, not looks_open or looks_close)
    if looks_open == looks_close:
        return _Mark(start, end, "double", True, True)
    return _Mark(start, end, "double", looks_open, looks_close)


def _single(text: str, mark: str, place: _Place) -> _Mark | None:
    start, end, before, after, free_before, free_after = place
    if before.isalnum() and after.isalnum():
        return None
    if mark in _SINGLE_OPEN and not (before.isalnum() and free_after):
        clipped = bool(_CLIPPED.match(text, end)) and mark != "‹"
        return None if after.isspace() or clipped else _Mark(start, end, "single", True, False)
    if free_before and not after.isspace() and after not in _AFTER_CLOSE:
        return None if _CLIPPED.match(text, end) else _Mark(start, end, "single", True, mark == "›")
    if before.isspace():
        return None
    follows = text[end : end + 2]
    plural = before in "sSzx" and len(follows) == 2 and follows[0] == " " and (follows[1].isalnum())
    return _Mark(start, end, "single", False, True, weak=plural)


def _single_closers(marks: list[_Mark]) -> list[bool]:
    """For each mark whether it may close a single quotation: a weak one does so only where no better one follows.

    Better is a closing single mark that is not weak and stands before the next opening single mark.
    """
    allowed = [False] * len(marks)
    better = False
    for k in range(len(marks) - 1, -1, -1):
        mark = marks[k]
        if mark.kind != "single":
            continue
        if mark.can_open:
            better = False
        if mark.can_close:
            allowed[k] = not (mark.weak and better)
            better = better or not mark.weak
    return allowed


def _pair(text: str, paragraph: Extent, marks: list[_Mark], number: int, offset: int) -> list[Quotation]:
    allowed = _single_closers(marks)
    stack: list[_Mark] = []
    depth = {"double": 0, "single": 0}
    pairs: list[tuple[_Mark, _Mark | None, int]] = []
    last_pair: dict[str, int] = {}  # class -> the pair closed last, while no mark of the class has been opened since
    for k, mark in enumerate(marks):
        closes = mark.can_close and depth[mark.kind] > 0 and (mark.kind == "double" or allowed[k])
        if closes and mark.kind == "single" and stack[-1].kind == "double":
            closes = False  # a double quotation inside is still open: the mark is an apostrophe or its own
        if closes:
            while stack[-1].kind != mark.kind:
                lost = stack.pop()
                depth[lost.kind] -= 1
            opened = stack.pop()
            depth[mark.kind] -= 1
            last_pair[mark.kind] = len(pairs)
            pairs.append((opened, mark, mark.end))
        elif mark.can_open:
            stack.append(mark)
            depth[mark.kind] += 1
            last_pair.pop(mark.kind, None)
        elif mark.kind in last_pair and not stack and _ends_sentence(text, mark.start):
            opened, earlier, _ = pairs[last_pair[mark.kind]]
            if earlier is not None and _ends_sentence(text, earlier.start):  # a closing mark too many inside
                pairs[last_pair[mark.kind]] = (opened, mark, mark.end)
    openers = {
        kind: [mark.start for mark in marks if mark.kind == kind and mark.can_open] for kind in ("double", "single")
    }
    for mark in stack:
        if mark.kind == "single" and text[mark.start] not in "‘‹" and mark.start > paragraph.start:
            continue
        pairs.append((mark, None, _next_after(openers[mark.kind], mark.start, paragraph.end)))
    return _nested(text, pairs, number, offset)


def _ends_sentence(text: str, start: int) -> bool:
    return start > 0 and text[start - 1] in ".!?"


def _next_after(starts: list[int], start: int, otherwise: int) -> int:
    k = bisect_right(starts, start)
    return starts[k] if k < len(starts) else otherwise


def _nested(text: str, pairs: list[tuple[_Mark, _Mark | None, int]], number: int, offset: int) -> list[Quotation]:
    """Quotations in text order, each with the one around it; those without content are dropped."""
    found: list[Quotation] = []
    around: list[int] = []
    for opened, closing, limit in sorted(pairs, key=lambda pair: (pair[0].start, -pair[2])):
        content = _strip(text, opened.end, closing.start if closing else limit)
        if content is None:
            continue
        end = closing.end if closing else content.end
        while around and found[around[-1]].end < end:
            around.pop()
        parent = around[-1] + offset if around else None
        around.append(len(found))
        found.append(Quotation(opened.start, end, content, opened.kind, number, closing is not None, parent))
    return found


def _strip(text: str, start: int, end: int) -> Extent | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Extent(start, end) if end > start else None


def _continue_over_paragraphs(paragraphs: Sequence[Extent], found: list[Quotation]) -> None:
    """Chain a quotation left open at its paragraph's end to one that opens the next paragraph."""
    first_of = {q.paragraph: k for k, q in reversed(list(enumerate(found)))}
    last_open: dict[int, int] = {}
    for k, quotation in enumerate(found):
        if not quotation.closed and quotation.parent is None:
            last_open[quotation.paragraph] = k
    for number, k in last_open.items():
        following = first_of.get(number + 1)
        if following is None or found[k].end < paragraphs[number].end:
            continue
        successor = found[following]
        if successor.kind == found[k].kind and successor.start == paragraphs[number + 1].start:
            successor.continues = k
