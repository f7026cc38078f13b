"""Where reported words begin and end inside a stretch of the parse, and the reporter's own words go on.

Stretches are pairs of token positions, both included. A stretch is cut at a semicolon, before a concession ("...,
although ..."), and before the next act of the speaker ("... and left").
"""

from __future__ import annotations

from civicspace.components.quotes.complement import FINITE, SUBJECTS
from civicspace.components.quotes.quoted_text import QuotedText
from civicspace.syntax import child, is_passive
from civicspace.tokens import TokenTable

type Stretch = tuple[int, int]

DATELINE_REACH = 12  # tokens before the dash of a dateline
DASHES = frozenset({"–", "—", "―", "--", "-"})
_CONCESSIONS = frozenset({"although", "though", "yet"})
_CONTRASTS = frozenset({"while", "whereas", "whilst"})
_SPLITTERS = frozenset({"but", "yet", "while", "though", "although", "whereas"})
_OPENING = frozenset("([“‘\"'«„")
_CLOSING = frozenset(")]”’\"'»%")


def last_clause_start(quoted: QuotedText, first: int, last: int, cue_heads: frozenset[int]) -> int:
    """Where the clause that ends at ``last`` begins, outside marks.

    That is behind the last semicolon, colon, dateline or contrasting conjunction; behind "but" only where what stands
    before it is attributed already.
    """
    table = quoted.table
    level = quoted.level[first] if first < len(quoted.level) else -1
    start = first
    for k in range(first, last + 1):
        if quoted.level[k] != level:
            continue
        word = table.lower[k]
        breaks = word in (";", ":") or (word in DASHES and _dateline(quoted, k))
        if not breaks and word in _SPLITTERS and k > first and table.text[k - 1] == ",":
            attributed = word not in ("but", "yet") or any(j in cue_heads for j in range(start, k))
            breaks = attributed and any(table.dep[j] in SUBJECTS for j in range(k + 1, last + 1))
        if breaks:
            start = k + 1
    return start


def _dateline(quoted: QuotedText, dash: int) -> bool:
    """True for the dash behind a place and day that open a paragraph ("Abuja, May 3, 2020 – ...")."""
    table = quoted.table
    start = quoted.paragraphs[quoted.paragraph_at(table.start[dash])].start
    first = table.at(start)
    return dash - first <= DATELINE_REACH and not any(table.tag[k] in FINITE for k in range(first, dash))


def cut(quoted: QuotedText, clause: int, stretch: Stretch, head: int, cue_heads: frozenset[int]) -> int:
    """Where a reported clause behind its cue ends: the stretch's last position, or where the reporter goes on.

    clause: the clause's head. head: the cue's. cue_heads: heads of all verb cues.
    """
    first, last = stretch
    table = quoted.table
    level = quoted.level[first]
    for k in range(first + 1, last + 1):
        if quoted.level[k] != level:
            continue
        word = table.text[k]
        if word == ";":
            return k - 1
        if table.text[k - 1] != "," and not _closes_mark(table.text[k - 1]):
            if table.dep[k] == "conj" and _next_act(table, clause, k, head):
                return _before_conjunction(table, clause, k)
            continue
        if table.lower[k] in _CONCESSIONS and table.dep[k] in ("mark", "cc", "advmod", "prep"):
            return k - 1
        if table.lower[k] in _CONTRASTS and table.head[k] in cue_heads:
            return k - 1
        if table.tag[k] == "VBG" and k in cue_heads and table.dep[k] in ("advcl", "conj", "acl"):
            return k - 1
        if table.dep[k] == "conj" and _next_act(table, clause, k, head):
            return _before_conjunction(table, clause, k)
    return last


def _closes_mark(word: str) -> bool:
    return word[-1:] in "”’\"'»"


def _next_act(table: TokenTable, clause: int, verb: int, head: int) -> bool:
    """True for a coordinated verb that continues the attribution, not the reported clause.

    Its form tells: a plain past without subject and auxiliary behind a progressive, or with an object behind a passive
    ("said that shots had been fired and blamed the police").
    """
    if table.head[verb] != clause or table.tag[verb] != "VBD" or table.tag[head] not in ("VBD", "VBN"):
        return False
    if any(table.dep[j] in ("aux", "auxpass", *SUBJECTS) for j in table.children[verb]):
        return False
    progressive = table.tag[clause] == "VBG"
    return progressive or (is_passive(table, clause) and child(table, verb, "dobj", "ccomp", "prt") is not None)


def _before_conjunction(table: TokenTable, clause: int, verb: int) -> int:
    k = min(table.edges(verb)[0], verb) - 1
    while k > clause and (table.pos[k] in ("CCONJ", "PUNCT") or table.dep[k] == "cc"):
        k -= 1
    return k


def trim(table: TokenTable, first: int, last: int) -> Stretch | None:
    """A stretch without punctuation, white space, "that" and conjunctions at its ends; marks around its words stay.

    None when nothing is left.
    """
    while first <= last and (
        (table.pos[first] in ("PUNCT", "SPACE") and table.text[first][:1] not in _OPENING)
        or table.text[first].isspace()
        or (table.lower[first] == "that" and table.dep[first] == "mark")
        or table.dep[first] == "cc"
    ):
        first += 1
    while last >= first and (
        table.dep[last] == "cc"
        or (table.pos[last] in ("PUNCT", "SPACE") and table.text[last][-1:] not in _CLOSING)
        or table.text[last].isspace()
    ):
        last -= 1
    return (first, last) if first <= last else None
