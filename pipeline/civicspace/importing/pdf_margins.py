"""Taking running heads, running feet and page numbers out of a PDF's pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from civicspace.importing.pdf_lines import Line

MARGIN = 0.13
"""Share of the page's height at its top and bottom where heads and feet stand."""
MIN_SHARE = 0.3
"""A head stands on at least this share of the pages (left and right pages may differ) and on two at least."""
MIN_COUNTED = 3
"""Pages whose outermost lines have to count on together before such a number is taken for the page's."""
SAME_HEIGHT = 6.0
"""Points by which the place of a head may differ from page to page."""

_NUMBER = re.compile(r"\d+")
_EDGE_NUMBER = re.compile(r"^\d{1,4}(?!\S)|(?<!\S)\d{1,4}$")
_PAGE_NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?:page|p\.)?\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of)\s*\d{1,4})?(?:\s*[-–—|])?", re.IGNORECASE
)


def without_margins(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without running heads and feet, and without page numbers.

    A line in the margin goes where it recurs in the same place and size, whatever number it holds; where it is a page's
    first or last line and ends or begins with the page's number ("Chapter 2: Arrests 14"); and where it is such a
    line and holds a number alone. pages: lines in reading order. A line of the body that recurs stays.
    """
    recurring = _recurring(pages)
    ahead = _counted_ahead(pages)
    return [
        [
            line
            for line in page
            if not (
                _in_margin(line)
                and (
                    _key(line) in recurring
                    or (
                        _is_outermost(line, page)
                        and (
                            _PAGE_NUMBER.fullmatch(line.text.strip())
                            or (ahead is not None and ahead in _numbers_ahead(line))
                        )
                    )
                )
            )
        ]
        for page in pages
    ]


def _recurring(pages: list[list[Line]]) -> set[tuple[str, int]]:
    places: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for page in pages:
        for line in page:
            if _in_margin(line):
                places[_key(line)].append(line)
    enough = max(2, MIN_SHARE * sum(1 for page in pages if page))
    return {key for key, lines in places.items() if len({line.page for line in lines}) >= enough and _same_place(lines)}


def _in_margin(line: Line) -> bool:
    if line.is_row:
        return False
    return line.bottom < MARGIN * line.page_height or line.top > (1 - MARGIN) * line.page_height


def _key(line: Line) -> tuple[str, int]:
    """What makes two lines one head: the words but for numbers, and the size; a title is larger than its repetition."""
    return _NUMBER.sub("#", line.text.casefold()), round(line.size)


def _same_place(lines: list[Line]) -> bool:
    """Whether most of them stand at one height: text that happens to recur does not."""
    heights = sorted(line.top for line in lines)
    middle = heights[len(heights) // 2]
    return sum(1 for height in heights if abs(height - middle) < SAME_HEIGHT) > 0.6 * len(heights)


def _is_outermost(line: Line, page: list[Line]) -> bool:
    return line.top <= min(o.top for o in page) + 1 or line.bottom >= max(o.bottom for o in page) - 1


def _numbers_ahead(line: Line) -> list[int]:
    """By how much the numbers at the edges of a line are ahead of its page's place in the file."""
    return [int(match[0]) - line.page for match in _EDGE_NUMBER.finditer(line.text.strip())]


def _counted_ahead(pages: list[list[Line]]) -> int | None:
    """By how much printed page numbers are ahead of the pages' places, or None where the pages aren't numbered."""
    found: Counter[int] = Counter()
    for page in pages:
        found.update(
            {n for line in page if _in_margin(line) and _is_outermost(line, page) for n in _numbers_ahead(line)}
        )
    ahead, number = max(found.items(), key=lambda item: (item[1], -abs(item[0])), default=(0, 0))
    return ahead if number >= MIN_COUNTED else None
