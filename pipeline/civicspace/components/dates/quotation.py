"""Whether an expression stands in a quotation, and when that was spoken: what someone says is no part of the story, and
"yesterday" counts from the day of speaking."""

from __future__ import annotations

import re
from datetime import date

from civicspace.components.dates.expressions import DayTime, Deictic, Expression, Modified
from civicspace.components.dates.values import Period

_CLOSED = re.compile(r"’(?![^\W\d_])")
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s")
_REACH = 3000


def quotation(text: str, at: int) -> int | None:
    """Offset of the mark that opens the quotation around an offset, in the same paragraph; None outside any.

    >>> quotation("She said: “Come tomorrow.”", 17), quotation("“Come.” He came today.", 15)
    (10, None)
    """
    floor = max(text.rfind("\n", 0, at) + 1, at - _REACH)
    opened = text.rfind("“", floor, at)
    if opened > text.rfind("”", floor, at):
        return opened
    if text.count('"', floor, at) % 2:
        return text.rfind('"', floor, at)
    opened = text.rfind("‘", floor, at)
    return opened if opened >= 0 and not _CLOSED.search(text, opened, at) else None


def spoken_on(text: str, opening: int, told: tuple[int, Period] | None, reference: date | None) -> date | None:
    """The day on which a quotation was spoken.

    opening: offset of its mark. told: where the date before it ends, and its period; or None. reference: the day that
    holds where the sentence that leads to the quotation names none.
    """
    if told is None or told[0] > opening or told[1].unit not in ("day", "time"):
        return reference
    return reference if _SENTENCE_END.search(text, told[0], opening) else told[1].first


def from_speaking(meaning: Expression) -> bool:
    """True for a day told from the moment of speaking: "yesterday", "tonight"."""
    match meaning:
        case Deictic(unit="day"):
            return True
        case DayTime(which="this" | "last"):
            return True
        case DayTime(of=inner) | Modified(of=inner):
            return inner is not None and from_speaking(inner)
    return False
