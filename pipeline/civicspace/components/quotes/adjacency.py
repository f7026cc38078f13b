"""Finding the attribution that stands next to a quotation: in front of its opening mark or behind its closing one.

Works on the order of words first, since the parser is thrown off by long quotations, and asks the parse
only for the reach of a subject.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from civicspace.components.quotes.content import FINITE
from civicspace.components.quotes.cues import Cue
from civicspace.components.quotes.marks import Quotation
from civicspace.components.quotes.quoted_text import QuotedText
from civicspace.syntax import phrase, subject_heads

REACH = 30
_NOMINAL = frozenset(
    {"DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM", "PART", "PRON", "CCONJ", "PUNCT", "SPACE", "ADV", "X", "SYM"}
)
_DASH = re.compile(r"\s*(?:--|[–—―-])\s*(?=[^\W\d_])")


@dataclass(slots=True)
class Attribution:
    """Who said a quotation, as far as its surroundings tell: the cue (None for a bare colon or dash), heads of the source's phrase, the
    attribution's last token and the rule that found it."""

    cue: Cue | None
    heads: list[int]
    last: int
    rule: str


class AdjacentAttributions:
    """Looks for attributions next to quotations of one report.

    cues: all cues of the report in text order.
    """

    def __init__(self, quoted: QuotedText, cues: list[Cue]) -> None:
        self._quoted = quoted
        self._table = quoted.table
        self._cues = [cue for cue in cues if cue.sense.part != "noun"]
        self._heads = [cue.head for cue in self._cues]

    def _between(self, first: int, beyond: int, level: int) -> list[Cue]:
        low, high = bisect_left(self._heads, first), bisect_left(self._heads, beyond)
        return [cue for cue in self._cues[low:high] if self._quoted.level[cue.head] == level]

    def behind(self, position: int) -> Attribution | None:
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
        for cue in self._between(start, limit, level):
            found = self._phrase_behind(cue, start) if cue.sense.part == "phrase" else self._verb_behind(cue, start, ended)
            if found is not None:
                return found
            if cue.sense.part == "verb" and table.tag[cue.head] in FINITE:
                break
        if dash is not None and table.start[start] == dash.end() and not ended or dash is not None:
            return self._signature(start, beyond, level)
        return None

    def _may_open(self, quotation: Quotation) -> bool:
        """True where a quotation can begin what is said: at a sentence's beginning, or behind a comma or dash as a clause."""
        quoted = self._quoted
        if quoted.begins_sentence(quotation):
            return True
        before = quoted.text[max(0, quotation.start - 3) : quotation.start].rstrip()
        return before[-1:] in (",", "–", "—") and is_clause(quoted, quotation)

    def _signature(self, start: int, beyond: int, level: int) -> Attribution | None:
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
        quoted, table, verb = self._quoted, self._table, cue.head
        if table.tag[verb] not in ("VBD", "VBZ", "VBP", "VBN", "VB") or not cue.sense.frames & {"quotation", "parenthetical"}:
            return None
        if all(table.pos[k] in ("ADV", "AUX") for k in range(start, verb)):
            if table.text[start][:1].isupper() and ended:
                return None
            heads = self._subject_behind(verb, cue.last)
            if not heads:
                return None
            return Attribution(cue, heads, self._reach(verb, heads), "quotation.inverted")
        heads, passive = subject_heads(table, verb)
        heads = [head for head in heads if start <= head < verb]
        between = range(start, verb)
        if not heads:
            if not all(table.pos[k] in _NOMINAL or table.dep[k] in ("aux", "relcl", "acl") for k in between):
                return None
            heads = [k for k in between if table.pos[k] in ("NOUN", "PROPN", "PRON")][:1]
            if not heads:
                return None
        first = min(phrase(table, head)[0] for head in heads)
        if any(table.tag[k] in FINITE and table.dep[k] not in ("relcl", "aux", "auxpass") for k in range(start, first)):
            return None
        if any(table.pos[k] not in ("ADV", "PUNCT", "CCONJ", "ADP", "NOUN", "PROPN", "NUM", "DET", "ADJ") for k in range(start, first)):
            return None
        if (ended or first > start) and self._says_more(cue):
            return None
        if ended and table.text[start][:1].isupper() and self._says_more(cue):
            return None
        return Attribution(cue, heads, self._reach(verb, heads), "quotation.subject-verb")

    def _says_more(self, cue: Cue) -> bool:
        """True where a verb has something else to report: a clause, an object that is no person, a quotation or colon behind it."""
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
        if table.lower[k] == "that" or (table.pos[k] == "PRON" and table.tag[k] != "PRP"):
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

    def in_front(self, position: int) -> Attribution | None:
        """The attribution in front of a quotation ("X said: “...", "told him, “...", "in X's words, “...")."""
        quoted, table = self._quoted, self._table
        quotation = quoted.quotations[position]
        level = -1 if quotation.parent is None else quotation.parent
        last = bisect_left(table.start, quotation.start) - 1
        while last >= 0 and table.text[last].isspace():
            last -= 1
        if last < 0:
            return None
        paragraph = quoted.paragraph_at(table.start[last])
        if paragraph != quotation.paragraph and not self._introduces(paragraph, quotation, last):
            return None
        if quoted.level[last] != level or table.text[last] in (".", "!", "?", ";"):
            return None
        sign = table.text[last] if table.text[last] in (":", ",") else ""
        low = quoted.bounds(last)[0]
        if table.text[low] == sign and low > 0 and quoted.level[low - 1] == level:
            low = quoted.bounds(low - 1)[0]
        low = max(low, last - 2 * REACH)
        for k in range(last, low - 1, -1):
            if quoted.level[k] != level:
                low = k + 1
                break
        end = last - 1 if sign else last
        for cue in reversed(self._between(low, last + 1, level)):
            found = self._cue_in_front(cue, end, sign, quotation)
            if found is not None:
                return found
            if table.tag[cue.head] in FINITE and sign != ":":
                return None
        if sign == ":" and is_clause(quoted, quotation):
            return self._colon(low, end)
        return None

    def _introduces(self, paragraph: int, quotation: Quotation, last: int) -> bool:
        """True where a paragraph ends with a colon and the quotation opens the next one."""
        quoted = self._quoted
        return (
            self._table.text[last] == ":"
            and paragraph == quotation.paragraph - 1
            and quotation.start == quoted.paragraphs[quotation.paragraph].start
        )

    def _cue_in_front(self, cue: Cue, end: int, sign: str, quotation: Quotation) -> Attribution | None:
        quoted, table = self._quoted, self._table
        if cue.sense.part == "phrase":
            heads = source_heads(quoted, cue)
            reach = max([cue.last, *(phrase(table, head, clauses=True)[1] for head in heads)])
            if not heads or reach < end - 1 or sign == "":
                return None
            return Attribution(cue, heads, end, "quotation.phrase")
        if "quotation" not in cue.sense.frames or not (sign == ":" or is_clause(quoted, quotation)):
            return None
        between = [k for k in range(cue.last + 1, end + 1) if table.pos[k] != "SPACE"]
        if between and not sign and not self._leads_in(cue, between, quotation):
            return None
        if any(table.tag[k] in FINITE and table.dep[k] not in ("relcl", "aux", "auxpass") for k in between) and sign != ":":
            return None
        if between and sign == "," and not (is_clause(quoted, quotation) and self._addressee_only(cue, between)):
            return None
        heads, passive = subject_heads(table, cue.head)
        if passive:
            heads = [k for j in table.children[cue.head] if table.dep[j] == "agent" for k in table.children[j]]
        heads = [head for head in heads if head <= end]
        return Attribution(cue, heads, end, "quotation.introduced")

    def _leads_in(self, cue: Cue, between: list[int], quotation: Quotation) -> bool:
        """True where the words from cue to mark make the quotation its complement: a person told, "that", "how" or "to"."""
        table, last = self._table, between[-1]
        if table.lower[last] in ("that", "how") and table.dep[last] in ("mark", "advmod"):
            return len(between) == 1 or self._addressee_only(cue, between[:-1])
        if table.lower[last] == "to":
            return table.tag[last] == "TO" and self._addressee_only(cue, between[:-1])
        first = self._quoted.text[quotation.content.start]
        if table.pos[last] in ("DET", "ADJ", "ADP", "AUX", "PART", "CCONJ") or table.tag[last] in ("PRP$", "POS"):
            return False
        return first.isupper() and is_clause(self._quoted, quotation) and self._addressee_only(cue, between)

    def _addressee_only(self, cue: Cue, between: list[int]) -> bool:
        """True where no clause and no other reported matter stands between cue and quotation."""
        table = self._table
        return all(table.pos[k] in _NOMINAL or table.dep[k] == "relcl" for k in between) and not any(
            table.dep[k] in ("ccomp", "mark") for k in between
        )

    def _colon(self, low: int, end: int) -> Attribution | None:
        """A sentence that ends with a colon and has no cue: its subject is taken for the source ("X remembers it well: “...")."""
        table = self._table
        root = end
        while table.head[root] != root and low <= table.head[root] <= end:
            root = table.head[root]
        if table.pos[root] not in ("VERB", "AUX"):
            opens = table.start[low] in (paragraph.start for paragraph in self._quoted.paragraphs)
            return Attribution(None, [root] if opens else [], end, "quotation.colon")
        heads, passive = subject_heads(table, root)
        return Attribution(None, [] if passive else [h for h in heads if low <= h <= end], end, "quotation.colon")


def is_clause(quoted: QuotedText, quotation: Quotation) -> bool:
    """True for a quotation with a finite verb or an imperative in it, or more than one sentence."""
    table = quoted.table
    first, beyond = quoted.inside(quotation.content)
    for k in range(first, min(beyond, first + 3 * REACH)):
        if table.tag[k] in FINITE or (table.tag[k] == "VB" and k == first):
            return True
    return beyond - first > 3 * REACH


def source_heads(quoted: QuotedText, cue: Cue) -> list[int]:
    """Heads of the phrase that a source phrase names: behind it ("according to X") or inside it ("in X's words")."""
    table = quoted.table
    if cue.sense.source == "between":
        noun = cue.last
        return [j for j in table.children[noun] if table.dep[j] == "poss"][:1]
    _, high = quoted.bounds(cue.last)
    heads = [j for j in table.children[cue.last] if table.dep[j] in ("pobj", "pcomp")]
    if not heads:
        heads = [j for j in range(cue.last + 1, min(high, cue.last + 8) + 1) if table.pos[j] in ("NOUN", "PROPN", "PRON")][:1]
    if not heads:
        return []
    found = [heads[0]]
    for j in table.children[heads[0]]:
        if table.dep[j] == "conj" and table.pos[j] in ("NOUN", "PROPN"):
            found.append(j)
    return found
