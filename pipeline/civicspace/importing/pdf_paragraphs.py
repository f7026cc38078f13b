"""From the lines of a PDF to headings, paragraphs, list items and notes.

A paragraph ends where the gap to the next line is wider than usual, where the letters change in size or weight, where a
line stops short behind a full stop, where the next line is indented, and before a list item. A paragraph that
a page or column ends without closing goes on in the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from civicspace.importing.blocks import Block, BlockKind
from civicspace.importing.pdf_lines import Line
from civicspace.lexicons import terms

_ITEM = re.compile(r"(?:[•‣◦▪●○∙·\uf0b7\uf0a7]|[-*–—](?=\s)|\(?\d{1,2}[.)](?=\s)|\(?[a-z][.)](?=\s))\s*")
_BULLET_ALONE = re.compile(r"[•‣◦▪●○∙·\uf0b7\uf0a7*–-]")
_SYMBOL_BULLET = re.compile(r"^[‣◦▪●○∙·\uf0b7\uf0a7]\s*")
_NOTE = re.compile(r"(?:\[?\d{1,3}\]?|\*{1,3}|†)\s*\S")
_CLOSED = re.compile(r"[.!?:;…][”’\"')\]]*$")
_HYPHEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_FIRST_PART = re.compile(r"[^\W\d_]+")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")

_AFTER_SUSPENDED = ("and", "or", "to")
"""Behind a hyphen that stands for a word still to come: "pre- and post-trial"."""

SMALL = 0.88
"""Lines at a page's foot smaller than this share of the body's letters are notes."""
LARGER = 1.08
WIDER_GAP = 1.35
MAX_HEADING_LINES = 4


def paragraphs(pages: list[list[Line]]) -> Iterator[Block]:
    """The blocks of a document, notes last.

    pages: lines in reading order, without heads and feet.
    """
    lines = [line for page in pages for line in page]
    if not lines:
        return
    body_size = _most_common_size(lines)
    leading = _leading(lines, body_size)
    known = Counter(word.casefold() for line in lines for word in _FIRST_WORD.findall(line.text))
    text_lines, notes = _split_notes(pages, body_size)
    groups: list[list[Line]] = []
    for line in text_lines:
        if groups and _goes_on(groups[-1], line, leading, body_size):
            groups[-1].append(line)
        else:
            groups.append([line])
    for group in groups:
        yield _block(group, body_size, known)
    for group in notes:
        yield Block("note", re.sub(r"^\[?\d{1,3}[\].]?\s*", "", _joined(group, known)))


def _most_common_size(lines: list[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += 0 if line.is_row else len(line.text)
    return max(sizes.items(), key=lambda item: (item[1], item[0]))[0]


def _leading(lines: list[Line], size: float) -> float:
    """The usual distance between the tops of following lines of the body."""
    steps = Counter(
        round(after.top - before.top)
        for before, after in pairwise(lines)
        if before.page == after.page and before.size == after.size == size and after.top > before.top
    )
    usual = [step for step, number in steps.items() if number >= 0.25 * max(steps.values())]
    return float(min(usual, default=round(1.2 * size)))


def _split_notes(pages: list[list[Line]], body_size: float) -> tuple[list[Line], list[list[Line]]]:
    """The lines of the text, and the notes at the feet of pages: small lines under all others, from a mark on."""
    text: list[Line] = []
    notes: list[list[Line]] = []
    for page in pages:
        large = [line.bottom for line in page if line.size >= SMALL * body_size]
        floor = max(large, default=0.0)
        small = [line for line in page if line.size < SMALL * body_size and line.top >= floor - 2 and not line.is_row]
        if not small or not _NOTE.match(small[0].text) or not large:
            text += page
            continue
        text += [line for line in page if line not in small]
        for line in small:
            if re.match(r"\[?\d{1,3}", line.text) or not notes:
                notes.append([line])
            else:
                notes[-1].append(line)
    return text, notes


def _goes_on(group: list[Line], line: Line, leading: float, body_size: float) -> bool:
    """Whether a line belongs to the paragraph of the lines before it."""
    last = group[-1]
    if line.is_row or last.is_row:
        return False
    if _BULLET_ALONE.fullmatch(last.text.strip()) and len(group) == 1:
        return True
    if _ITEM.match(line.text):
        return False
    if abs(line.size - last.size) > 0.06 * body_size or line.bold != last.bold:
        return False
    apart = line.page != last.page or line.top < last.top
    if apart:
        full = last.x1 > last.left + 0.8 * (last.right - last.left)
        goes_on = line.text[:1].islower() or (full and not _is_heading_like(group, body_size))
        return not _CLOSED.search(last.text) and goes_on
    if line.top - last.top > WIDER_GAP * leading * max(1.0, last.size / body_size):
        return False
    width = last.right - last.left
    if _CLOSED.search(last.text) and last.x1 < last.left + 0.75 * width:
        return False
    item = _ITEM.match(group[0].text) is not None
    indented = line.x0 - min(earlier.x0 for earlier in (group[1:] or group)) > 0.8 * line.size
    if indented and not item and (_CLOSED.search(last.text) or last.x1 < last.left + 0.75 * width):
        return False
    if item and line.x0 <= group[0].x0 + 0.5 and _CLOSED.search(last.text) and line.x0 <= line.left + 1:
        return False
    # Under a heading of the body's looks: a line that stops far short without closing.
    short = last.x1 < last.left + 0.5 * width
    return not (short and not item and len(group) == 1 and line.text[:1].isupper() and line.x1 > last.x1 + 0.2 * width)


def _is_heading_like(group: list[Line], body_size: float) -> bool:
    return len(group) <= MAX_HEADING_LINES and (group[0].size >= LARGER * body_size or group[0].bold)


def _block(group: list[Line], body_size: float, known: Counter[str]) -> Block:
    if group[0].is_row:
        return Block("row", group[0].text)
    text = _joined(group, known)
    kind: BlockKind = "paragraph"
    if _ITEM.match(text):
        kind, text = "item", _SYMBOL_BULLET.sub("• ", text)
    elif _is_heading_like(group, body_size) and not text.endswith((".", ";", ",")):
        kind = "heading"
    return Block(kind, text)


def _joined(lines: list[Line], known: Counter[str]) -> str:
    """The text of lines, words cut at the end of a line made whole."""
    text = lines[0].text.rstrip()
    for line in lines[1:]:
        after = line.text.strip()
        cut, rest = _HYPHEN.search(text), _FIRST_PART.match(after)
        if cut and rest and rest[0] in _AFTER_SUSPENDED:
            text = f"{text} {after}"
        elif cut and rest and after[:1].isupper():
            text += after
        elif cut and rest:
            text = text[:-1] + ("-" if _keeps_hyphen(text[-1], cut[1], rest[0], known) else "") + after
        else:
            text = f"{text} {after}"
    return text


def _keeps_hyphen(mark: str, first: str, second: str, known: Counter[str]) -> bool:
    """Whether a word cut at the end of a line has a hyphen of its own, by how the document writes it elsewhere."""
    if mark == "\u00ad":
        return False
    first, second = first.casefold(), second.casefold()
    whole, hyphenated = known[first + second], known[f"{first}-{second}"]
    if whole or hyphenated:
        return hyphenated > whole
    return first in terms("importing/hyphen-prefixes")
