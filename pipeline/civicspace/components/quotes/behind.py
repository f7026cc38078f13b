"""Finding the attribution behind a quotation: ...,” said X; ...,” X told us; ...”, according to X; ...” – X.

Works on the order of words first, since the parser is thrown off by long quotations, and asks the parse only for the
reach of a subject.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from civicspace.components.quotes.attribution import NOMINAL, REACH, Attribution, CueLookup, is_clause, source_heads
from civicspace.components.quotes.complement import FINITE
from civicspace.components.quotes.cues import Cue
from civicspace.components.quotes.marks import Quotation
from civicspace.components.quotes.quoted_text import QuotedText
from civicspace.syntax import phrase, subject_heads

_DASH = re.compile(r"\s*(?:--|[–—―-])\s*(?=[^\W\d_])")
_LEADING = frozenset({"ADV", "PUNCT", "CCONJ", "ADP", "NOUN", "PROPN", "NUM", "DET", "ADJ"})


class BehindFinder:
    """Looks behind the quotations of one report."""

    def __init__(self, quoted: QuotedText, cues: CueLookup) -> None:
        self._quoted = quoted
        self._table = quoted.table
        self._cues = cues

    def find(self, position: int) -> Attribution | None:
        """The attribution behind a quotation ("...,” said X; ...,” X told us; ...”, according to X; ...” – X)."""
        quoted, table = self._quoted, self._table
        quotation = quoted.quotations[position]
        if not self._may_open(quotation):
            return None
        if not quotation.closed and quotation.end >= quoted.paragraphs[quotation.paragraph].end:
            return None
        level = -1 if quotation.parent is None else quotation.parent
        paragraph_end = quoted.paragraphs[quotation.paragraph].end
        first, beyond = bisect_left(table.start, quotation.end), bisect_left(table.start, paragraph_end)
        start = first
        ended = quotation.closed and quoted.text[quotation.content.end - 1] == "."
        while start < beyond and (table.pos[start] in ("PUNCT", "SPACE") or table.text[start].isspace()):
            if quoted.level[start] != level:
                return None
            if table.text[start] in (".", ";", ":", "("):
                ended = True
                if table.text[start] != ".":
                    return None
            start += 1
        if start >= beyond or quoted.level[start] != level:
            return None
        dash = _DASH.match(quoted.text, quotation.end)
        limit = min(beyond, start + REACH)
        for k in range(start, limit):
            if quoted.level[k] != level:
                limit = k
                break
        for cue in self._cues.between(start, limit, level):
            is_phrase = cue.sense.part == "phrase"
            found = self._phrase_behind(cue, start) if is_phrase else self._verb_behind(cue, start, ended)
            if found is not None:
                return found
            if cue.sense.part == "verb" and table.tag[cue.head] in FINITE:
                break
        if dash is not None:
            return self._signature(start, beyond)
        return None

    def _may_open(self, quotation: Quotation) -> bool:
        """True where what is said can begin: at a sentence's beginning, or with a clause behind a comma or dash."""
        quoted = self._quoted
        if quoted.begins_sentence(quotation):
            return True
        before = quoted.text[max(0, quotation.start - 3) : quotation.start].rstrip()
        return before[-1:] in (",", "–", "—") and is_clause(quoted, quotation)

    def _signature(self, start: int, beyond: int) -> Attribution | None:
        """The name behind a dash that ends the paragraph ("...” – Ana Ruiz, teacher")."""
        table = self._table
        if beyond - start > REACH or any(table.tag[k] in FINITE for k in range(start, beyond)):
            return None
        head = start
        while table.head[head] != head and start <= table.head[head] < beyond:
            head = table.head[head]
        return Attribution(None, [head], beyond - 1, "quotation.signature")

    def _phrase_behind(self, cue: Cue, start: int) -> Attribution | None:
        if cue.first != start:
            return None
        heads = source_heads(self._quoted, cue)
        return Attribution(cue, heads, self._reach(cue.first, heads), "quotation.phrase") if heads else None

    def _verb_behind(self, cue: Cue, start: int, ended: bool) -> Attribution | None:
        table, verb = self._table, cue.head
        if table.tag[verb] == "VBG" or not cue.sense.frames & {"quotation", "parenthetical"}:
            return None
        if all(table.pos[k] in ("ADV", "AUX") for k in range(start, verb)):
            if table.text[start][:1].isupper() and ended:
                return None
            heads = self._subject_behind(verb, cue.last)
            if not heads:
                return None
            return Attribution(cue, heads, self._reach(verb, heads), "quotation.inverted")
        heads, passive = subject_heads(table, verb)
        if passive:
            return None
        heads = [head for head in heads if start <= head < verb]
        between = range(start, verb)
        if not heads:
            if not all(table.pos[k] in NOMINAL or table.dep[k] in ("aux", "relcl", "acl") for k in between):
                return None
            heads = [k for k in between if table.pos[k] in ("NOUN", "PROPN", "PRON")][:1]
            if not heads:
                return None
        first = min(phrase(table, head)[0] for head in heads)
        if any(table.pos[k] not in _LEADING for k in range(start, first)):
            return None
        if (ended or first > start) and self._says_more(cue):
            return None
        return Attribution(cue, heads, self._reach(verb, heads), "quotation.subject-verb")

    def _says_more(self, cue: Cue) -> bool:
        """True where a verb has something else to report: a clause, an object, a quotation or colon behind it."""
        quoted, table, verb = self._quoted, self._table, cue.head
        _, high = quoted.bounds(verb)
        for k in range(cue.last + 1, high + 1):
            if quoted.level[k] != quoted.level[verb] or table.text[k] == ":":
                return True
        for j in table.children[verb]:
            if j > verb and table.dep[j] in ("ccomp", "xcomp", "acl"):
                return True
            if j > verb and table.dep[j] == "dobj" and cue.sense.frames.isdisjoint({"clause"}):
                return True
        return False

    def _subject_behind(self, verb: int, last: int) -> list[int]:
        """Heads of the subject that follows its verb ("said the lawyer"), by the parse, else the next noun's phrase."""
        table = self._table
        heads = [head for head in subject_heads(table, verb)[0] if head > verb]
        if heads and heads[0] - last < REACH:
            return heads
        _, high = self._quoted.bounds(verb)
        k = last + 1
        if k > high or table.pos[k] not in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM"):
            return []
        if table.lower[k] == "that" or (table.pos[k] == "PRON" and table.tag[k] not in ("PRP", "PRP$")):
            return []
        head = k
        while table.head[head] != head and verb < table.head[head] <= high and table.pos[head] not in ("VERB", "AUX"):
            if table.pos[table.head[head]] in ("VERB", "AUX", "ADP"):
                break
            head = table.head[head]
        return [head]

    def _reach(self, verb: int, heads: list[int]) -> int:
        """Last token of an attribution: the verb's and its subject's phrases, inside the clause's bounds."""
        _, high = self._quoted.bounds(verb)
        ends = [verb, *(phrase(self._table, head, clauses=True)[1] for head in heads)]
        return min(high, max(ends))
