"""How far a reported clause reaches: from the parse, bounded by the quotation and sentence that its cue stands in.

Stretches are pairs of token positions, both included. A stretch is cut where the reported words end and the reporter
goes on: at a semicolon, before a concession ("..., although ..."), before the next act of the speaker ("... and left").
"""

from __future__ import annotations

from civicspace.components.quotes.cues import Cue
from civicspace.components.quotes.quoted_text import QuotedText
from civicspace.syntax import child, is_passive
from civicspace.tokens import TokenTable

type Stretch = tuple[int, int]

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
THAT_REACH = 15
DATELINE_REACH = 12
_CLAUSAL = frozenset({"clause", "that", "parenthetical"})
_NOT_ITS_OWN = frozenset({"ccomp", "conj", "cc", "punct", "parataxis", "advcl", "dep"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl", "csubjpass")
_CONCESSIONS = frozenset({"although", "though", "yet"})
_CONTRASTS = frozenset({"while", "whereas", "whilst"})
_SPLITTERS = frozenset({"but", "yet", "while", "though", "although", "whereas"})
_DROPPED_FIRST = frozenset({"that"})
_LINKING = frozenset({"and", "but", "or", "that", "which", "who", "because", "while", "whom", "since"})
_OPENING = frozenset("([“‘\"'«„")
_CLOSING = frozenset(")]”’\"'»%")
_DASHES = frozenset({"–", "—", "―", "--", "-"})


def complement(quoted: QuotedText, verb: int, frames: frozenset[str]) -> int | None:
    """Head of the finite clause that a verb reports, or None.

    Found among the verb's complements on either side; with the frame "that" alone, a clause to the right counts when it is opened by
    "that". A question ("asked why") is no report.
    """
    table = quoted.table
    if not frames & _CLAUSAL:
        return None
    behind = _clause_behind(quoted, verb, frames)
    if behind is not None or "parenthetical" not in frames:
        return behind
    for j in table.children[verb]:
        if j < verb and table.dep[j] == "ccomp" and _own_subject(table, verb, j) and _is_said(quoted, j, verb):
            return j
    return None


def _clause_behind(quoted: QuotedText, verb: int, frames: frozenset[str]) -> int | None:
    table = quoted.table
    for j in table.children[verb]:
        if j < verb or table.dep[j] not in ("ccomp", "acl") or (table.dep[j] == "acl" and table.pos[verb] == "VERB"):
            continue
        opener = _opener(table, j, verb)
        if any(table.text[k] == ";" and quoted.level[k] == quoted.level[verb] for k in range(verb + 1, table.edges(j)[0])):
            continue
        if finite(table, j) and (opener in ("that", "how") or ("clause" in frames and opener is None)):
            return j
    return _behind_that(quoted, verb) if table.pos[verb] == "VERB" else None


def _is_said(quoted: QuotedText, clause: int, verb: int) -> bool:
    """True for a clause with a verb form in front of the verb, with no semicolon or colon between."""
    table, level = quoted.table, quoted.level[verb]
    if any(table.text[k] in (";", ":") and quoted.level[k] == level for k in range(clause, verb)):
        return False
    return any(table.tag[k] in FINITE or table.tag[k] == "VBN" for k in range(table.edges(clause)[0], verb))


def _own_subject(table: TokenTable, verb: int, clause: int) -> bool:
    """True where an attributing verb has a subject of its own behind the clause it reports."""
    return any(table.dep[j] in ("nsubj", "nsubjpass") and j > clause for j in table.children[verb])


def _behind_that(quoted: QuotedText, verb: int) -> int | None:
    """The clause that "that" opens behind a verb, its object and adverbials, where the parser hung it elsewhere."""
    table = quoted.table
    _, high = quoted.bounds(verb)
    for k in range(verb + 1, min(high, verb + THAT_REACH) + 1):
        if table.dep[k] == "cc":
            return None
        if table.lower[k] == "that" and table.dep[k] == "mark":
            clause = table.head[k]
            return clause if k < clause <= high and finite(table, clause) and not _inside(table, verb, clause) else None
        if table.tag[k] in FINITE or quoted.level[k] != quoted.level[verb] or table.text[k] in (";", ":"):
            return None
    return None


def _inside(table: TokenTable, verb: int, clause: int) -> bool:
    """True where a clause belongs to a noun between the verb and itself ("repeated the claim that ...")."""
    head = table.head[clause]
    return verb < head < clause and table.dep[clause] == "acl"


def _opener(table: TokenTable, clause: int, verb: int) -> str | None:
    """The word that opens a complement clause where it is a conjunction or a question word."""
    for j in table.children[clause]:
        if verb < j < clause and (table.dep[j] == "mark" or table.tag[j] in ("WRB", "WP", "WDT")):
            return table.lower[j]
    first = table.edges(clause)[0]
    if first > verb and (table.tag[first] in ("WRB", "WP", "WDT") or table.lower[first] in ("if", "whether")):
        return table.lower[first]
    return None


def finite(table: TokenTable, i: int) -> bool:
    """True for the head of a clause with a finite verb; a subjunctive ("that he be freed") is a request and none."""
    if table.tag[i] in FINITE:
        return True
    if any(table.dep[j] in ("aux", "auxpass") and table.tag[j] in FINITE for j in table.children[i]):
        return True
    if table.tag[i] not in ("VBN", "VBD") or any(table.tag[j] == "VB" for j in table.children[i]):
        return False
    return any(table.dep[j] in _SUBJECTS for j in table.children[i])


def attribution(quoted: QuotedText, verb: int, reported: int | None) -> Stretch:
    """The stretch of the attributing clause itself: the verb with its subject, objects and adverbials, without what it reports."""
    table = quoted.table
    first = last = verb
    low, high = quoted.bounds(verb)
    with_subject = False
    for j in reversed(table.children[verb]):
        if j == reported or table.dep[j] in _NOT_ITS_OWN:
            continue
        left, right = table.edges(j)
        if reported is not None and (left <= reported <= right or (j < verb and left < reported < verb)):
            continue
        if j > verb:
            last = max(last, right)
            continue
        subject = table.dep[j] in _SUBJECTS
        if any(table.pos[k] == "PUNCT" for k in range(right + 1, first)) and (with_subject or not subject):
            break
        with_subject = with_subject or subject
        first = min(first, left)
    return max(first, low), min(last, high)


def reported_clause(quoted: QuotedText, cue: Cue, cue_heads: frozenset[int]) -> list[Stretch]:
    """The stretches of the clause that a verb or noun cue reports; empty where it reports none.

    cue_heads: positions of all verb cues, to see where the next attribution begins.
    """
    table, head = quoted.table, cue.head
    clause = complement(quoted, head, cue.sense.frames)
    if clause is not None and clause > head:
        return _behind(quoted, cue, clause, cue_heads)
    if cue.sense.part != "verb" or "parenthetical" not in cue.sense.frames:
        return []
    if not cue.sense.addressee and child(table, head, "dobj") is not None:
        return []
    if clause is not None:
        own = attribution(quoted, head, clause)
        return around(quoted, clause, own, cue_heads) if _set_off(quoted, own) else []
    if table.dep[head] in ("parataxis", "ccomp", "advcl", "conj", "dep") and _inserted(table, head):
        own = attribution(quoted, head, None)
        host = table.head[head]
        if _set_off(quoted, own) and table.pos[host] in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
            return around(quoted, host, own, cue_heads)
    return []


def _inserted(table: TokenTable, verb: int) -> bool:
    """True for a finite verb with a subject and without conjunction: the form of an inserted attribution ("he said")."""
    return (
        finite(table, verb)
        and child(table, verb, "nsubj") is not None
        and all(table.lower[j] == "as" for j in table.children[verb] if table.dep[j] == "mark")
    )


def _set_off(quoted: QuotedText, own: Stretch) -> bool:
    """True where commas, marks or the clause's ends stand on both sides of an attribution."""
    table = quoted.table
    low, high = quoted.bounds(own[0])
    before = table.text[own[0] - 1] if own[0] > low else "."
    after = table.text[own[1] + 1] if own[1] < high else "."
    return _separates(before) and _separates(after) and before not in (".", ";")


def _separates(word: str) -> bool:
    return word in (",", ".", ";", ":") or word in _DASHES or word[:1] in "”’\"'»“‘«" or word in ("?", "!")


def _behind(quoted: QuotedText, cue: Cue, clause: int, cue_heads: frozenset[int]) -> list[Stretch]:
    table = quoted.table
    left, right = table.edges(clause)
    _, high = quoted.bounds(cue.head)
    first = max(left, cue.last + 1)
    marks = [j for j in table.children[clause] if table.dep[j] == "mark" and cue.last < j < clause]
    first = next((j for j in marks if table.lower[j] == "that"), marks[0] if marks else first)
    last = cut(quoted, clause, first, min(right, high), cue.head, cue_heads)
    stretch = trim(table, first, last)
    return [stretch] if stretch else []


def around(quoted: QuotedText, host: int, own: Stretch, cue_heads: frozenset[int]) -> list[Stretch]:
    """What an attribution set off by commas reports: the clause before it, behind it, or on both sides.

    host: head of the reported clause. own: the attribution's stretch.
    """
    table = quoted.table
    low, high = quoted.bounds(own[0])
    left, right = table.edges(host)
    left, right = max(left, low), min(right, high)
    found: list[Stretch] = []
    if left < own[0] and _only_linking(table, (low, own[0] - 1), own):
        after = trim(table, own[1] + 1, cut(quoted, host, own[1] + 1, high, own[0], cue_heads)) if own[1] < high else None
        return [after] if after else []
    if left < own[0]:
        start = _last_clause_start(quoted, left, own[0] - 1, cue_heads)
        before = trim(table, start, own[0] - 1)
        if before:
            found.append(before)
    if right > own[1]:
        last = cut(quoted, host, own[1] + 1, right, own[0], cue_heads)
        after = trim(table, own[1] + 1, last)
        if after and _goes_on(quoted, host, own, after):
            found.append(after)
    return found


def _goes_on(quoted: QuotedText, host: int, own: Stretch, after: Stretch) -> bool:
    """True where the words behind an attribution belong to what is said: they hold the host or a finite verb, or stand in marks."""
    table = quoted.table
    if after[0] <= host or quoted.level[after[0] + (after[0] < after[1])] != quoted.level[own[0]]:
        return True
    return any(table.tag[k] in FINITE for k in range(after[0], after[1] + 1))


def _only_linking(table: TokenTable, before: Stretch, own: Stretch) -> bool:
    """True where the words before an inserted attribution are the reporter's: they end with a conjunction or relative pronoun."""
    k = own[0] - 1
    while k > before[0] and table.pos[k] in ("PUNCT", "SPACE"):
        k -= 1
    return table.lower[k] in _LINKING


def _last_clause_start(quoted: QuotedText, first: int, last: int, cue_heads: frozenset[int]) -> int:
    """Where the clause that ends at ``last`` begins: behind the last semicolon, colon or contrasting conjunction outside marks.

    Behind "but" only where what stands before it is attributed already.
    """
    table = quoted.table
    level = quoted.level[first] if first < len(quoted.level) else -1
    start = first
    for k in range(first, last + 1):
        if quoted.level[k] != level:
            continue
        if table.text[k] in (";", ":") or (table.text[k] in _DASHES and _dateline(quoted, k)):
            start = k + 1
        elif (
            table.lower[k] in _SPLITTERS
            and k > first
            and table.text[k - 1] == ","
            and any(table.dep[j] in _SUBJECTS for j in range(k + 1, last + 1))
            and (table.lower[k] not in ("but", "yet") or any(j in cue_heads for j in range(start, k)))
        ):
            start = k + 1
    return start


def _dateline(quoted: QuotedText, dash: int) -> bool:
    """True for the dash behind a place and day that open a paragraph ("Abuja, May 3, 2020 – ...")."""
    table = quoted.table
    start = quoted.paragraphs[quoted.paragraph_at(table.start[dash])].start
    first = table.at(start)
    return dash - first <= DATELINE_REACH and not any(table.tag[k] in FINITE for k in range(first, dash))


def cut(quoted: QuotedText, clause: int, first: int, last: int, head: int, cue_heads: frozenset[int]) -> int:
    """Where a reported clause that begins behind its cue ends: the last position, or an earlier one where the reporter goes on."""
    table = quoted.table
    level = quoted.level[first]
    for k in range(first + 1, last + 1):
        if quoted.level[k] != level:
            continue
        word = table.text[k]
        if word == ";":
            return k - 1
        if table.text[k - 1] != "," and not _closes_mark(table.text[k - 1]):
            if table.dep[k] == "conj" and _next_act(table, clause, k, head, cue_heads):
                return _before_conjunction(table, clause, k)
            continue
        if table.lower[k] in _CONCESSIONS and table.dep[k] in ("mark", "cc", "advmod", "prep"):
            return k - 1
        if table.lower[k] in _CONTRASTS and table.head[k] in cue_heads:
            return k - 1
        if table.tag[k] == "VBG" and k in cue_heads and table.dep[k] in ("advcl", "conj", "acl"):
            return k - 1
        if table.dep[k] == "conj" and _next_act(table, clause, k, head, cue_heads):
            return _before_conjunction(table, clause, k)
    return last


def _closes_mark(word: str) -> bool:
    return word[-1:] in "”’\"'»"


def _next_act(table: TokenTable, clause: int, verb: int, head: int, cue_heads: frozenset[int]) -> bool:
    """True for a coordinated verb that continues the attribution, not the reported clause.

    Its form tells: a plain past without subject and auxiliary behind a progressive, or with an object behind a passive ("said that shots
    had been fired and blamed the police").
    """
    if table.head[verb] != clause or table.tag[verb] != "VBD" or table.tag[head] not in ("VBD", "VBN"):
        return False
    if any(table.dep[j] in ("aux", "auxpass", *_SUBJECTS) for j in table.children[verb]):
        return False
    progressive = table.tag[clause] == "VBG"
    return progressive or (is_passive(table, clause) and child(table, verb, "dobj", "ccomp", "prt") is not None)


def _before_conjunction(table: TokenTable, clause: int, verb: int) -> int:
    k = min(table.edges(verb)[0], verb) - 1
    while k > clause and (table.pos[k] in ("CCONJ", "PUNCT") or table.dep[k] == "cc"):
        k -= 1
    return k


def trim(table: TokenTable, first: int, last: int) -> Stretch | None:
    """A stretch without punctuation, white space and "that" at its ends; marks that belong to its words stay. None when nothing is left."""
    while first <= last and (
        (table.pos[first] in ("PUNCT", "SPACE") and table.text[first][:1] not in _OPENING)
        or table.text[first].isspace()
        or (table.lower[first] in _DROPPED_FIRST and table.dep[first] == "mark")
        or table.dep[first] == "cc"
    ):
        first += 1
    while last >= first and (
        table.dep[last] == "cc"
        or (table.pos[last] in ("PUNCT", "SPACE") and table.text[last][-1:] not in _CLOSING) or table.text[last].isspace()
    ):
        last -= 1
    return (first, last) if first <= last else None
