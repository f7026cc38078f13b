"""How a participant that is no entity is called: the bare noun phrase, whole and without what hangs on it.

Left out: a date that the parse put in front ("18 October POLICE"), a parenthesis behind, a dash with what follows,
a possessive ending, a coordinator at the end. A span never cuts a pair of quotation marks in two.
"""

from __future__ import annotations

import re

from civicspace.annotations import Participant
from civicspace.tokens import TokenTable

_PAIRS = {"“": "”", "‘": "’", "«": "»", "(": ")", "[": "]"}
_TAIL = re.compile(r"\s+(?:\([^()]*\)|[-–—]\s.*|(?:and|or|&))$|\s*[,;:]$|['’]s$|(?<=s)['’]$", re.DOTALL)
_REACH = 2


def called(table: TokenTable, participant: Participant, timex: frozenset[int]) -> Participant:
    """The participant with its span and name in order; an entity keeps its name.

    timex: positions of the tokens of the Doc's dates.
    """
    text = table.source_text
    start, end = participant.start, participant.end
    if participant.entity is None:
        start, end = _bare(table, start, end, timex)
    start, end = whole_marks(text, start, end)
    name = participant.name if participant.entity is not None else " ".join(text[start:end].split())
    return Participant(start, end, participant.entity, name)


def _bare(table: TokenTable, start: int, end: int, timex: frozenset[int]) -> tuple[int, int]:
    text = table.source_text
    if not text[start:end].strip():
        return start, end
    i = table.at(start)
    while i in timex and i + 1 < len(table) and table.start[i + 1] < end:
        i += 1
        start = table.start[i]
    while (tail := _TAIL.search(text, start, end)) is not None and tail.start() > start:
        end = tail.start()
    return start, end


def whole_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The span widened to the partner of a quotation mark or bracket in it, or narrowed where there is none close by.

    >>> text = "the “patriotic acts,” they say"
    >>> text[slice(*whole_marks(text, 4, 19))]
    '“patriotic acts,”'
    """
    inside = text[start:end]
    for opener, closer in _PAIRS.items():
        opened, closed = inside.count(opener), inside.count(closer)
        if opened > closed:
            at = text.find(closer, end, end + _REACH)
            if at >= 0:
                return start, at + 1
            if inside.startswith(opener):
                return start + 1, end
        elif closed > opened and start and text[start - 1] == opener:
            return start - 1, end
    if inside.count('"') % 2:
        if text[end : end + 1] == '"' or text[end : end + 2] in (',"', '."'):
            return start, text.index('"', end) + 1
        if start and text[start - 1] == '"':
            return start - 1, end
        if inside.startswith('"'):
            return start + 1, end
    return start, end
