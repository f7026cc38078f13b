"""The title of a report, guessed from the head of its text."""

from __future__ import annotations

import re

from civicspace.importing.date_guess import is_date_line
from civicspace.importing.imported import Claim
from civicspace.lexicons import terms

MAX_CHARACTERS = 200
MAX_WORDS = 30
LINES_LOOKED_AT = 4
_MARKS = re.compile(r"^#{1,6}\s+|\s+#+$|^\*\*|\*\*$")
_BYLINE = re.compile(r"(?:by|from)\s+[A-Z]", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def guess_title(text: str) -> Claim | None:
    """The first line that reads like a headline, or None; lines that are a date, a byline or a kind of text are passed.

    >>> guess_title("PRESS RELEASE\\n\\nUganda: two editors held\\n\\nPolice in Kampala held two editors.").value
    'Uganda: two editors held'
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in lines[:LINES_LOOKED_AT]:
        bare = _MARKS.sub("", line).strip()
        if bare.rstrip(".:").casefold() in terms("importing/not-titles") or is_date_line(bare) or _BYLINE.match(bare):
            continue
        # A text of one line has no title: nothing stands under it.
        return Claim("title", bare, "the report's first line", "likely") if len(lines) > 1 and _reads(bare) else None
    return None


def _reads(line: str) -> bool:
    if len(line) > MAX_CHARACTERS or len(line.split()) > MAX_WORDS or not _LETTER.search(line):
        return False
    return not line.endswith((".", ";", ",")) and not line[0].islower()
