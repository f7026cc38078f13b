"""Finding the attribution in front of a quotation: X said: “...; X told them, “...; in X's words, “...; X: “...

Between cue and mark there may stand who was told, when and where, but no other clause.
"""

from __future__ import annotations

from bisect import bisect_left

from civicspace.components.quotes.attribution import NOMINAL, REACH, Attribution, CueLookup, is_clause, source_heads
from civicspace.components.quotes.complement import FINITE
from civicspace.components.quotes.cues import Cue
from civicspace.components.quotes.marks import Quotation
from civicspace.components.quotes.quoted_text import QuotedText
from civicspace.syntax import phrase, subject_heads

_ATTACHED = ("relcl", "aux", "auxpass")


class InFrontFinder:
    """Looks in front of the quotations of one report."""

    def __init__(self, quoted: QuotedText, cues: CueLookup) -> None:
        self._quoted = quoted
        self._table = quoted.table
        self._cues = cues
        self._paragraph_starts = frozenset(paragraph.start for paragraph in quoted.paragraphs)

    def find(self, position: int) -> Attribution | None:
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
        for cue in reversed(self._cues.between(low, last + 1, level)):
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
        if between and not sign and not self._leads_in(between, quotation):
            return None
        if sign != ":" and any(table.tag[k] in FINITE and table.dep[k] not in _ATTACHED for k in between):
            return None
        if between and sign == "," and not (is_clause(quoted, quotation) and self._addressee_only(between)):
            return None
        heads, passive = subject_heads(table, cue.head)
        if passive:
            heads = [k for j in table.children[cue.head] if table.dep[j] == "agent" for k in table.children[j]]
        heads = [head for head in heads if head <= end]
        return Attribution(cue, heads, end, "quotation.introduced")

    def _leads_in(self, between: list[int], quotation: Quotation) -> bool:
        """True where the words from cue to mark make the quotation its complement: a person told, "that" or "to"."""
        table, last = self._table, between[-1]
        if table.lower[last] in ("that", "how") and table.dep[last] in ("mark", "advmod"):
            return len(between) == 1 or self._addressee_only(between[:-1])
        if table.lower[last] == "to":
            return table.tag[last] == "TO" and self._addressee_only(between[:-1])
        first = self._quoted.text[quotation.content.start]
        if table.pos[last] in ("DET", "ADJ", "ADP", "AUX", "PART", "CCONJ") or table.tag[last] in ("PRP$", "POS"):
            return False
        return first.isupper() and is_clause(self._quoted, quotation) and self._addressee_only(between)

    def _addressee_only(self, between: list[int]) -> bool:
        """True where no clause and no other reported matter stands between cue and quotation."""
        table = self._table
        return all(table.pos[k] in NOMINAL or table.dep[k] == "relcl" for k in between) and not any(
            table.dep[k] in ("ccomp", "mark") for k in between
        )

    def _colon(self, low: int, end: int) -> Attribution | None:
        """A sentence that ends with a colon and has no cue: its subject is the source ("X remembers it well: “...")."""
        table = self._table
        root = end
        while table.head[root] != root and low <= table.head[root] <= end:
            root = table.head[root]
        if table.pos[root] not in ("VERB", "AUX"):
            opens = table.start[low] in self._paragraph_starts
            return Attribution(None, [root] if opens else [], end, "quotation.colon")
        heads, passive = subject_heads(table, root)
        return Attribution(None, [] if passive else [h for h in heads if low <= h <= end], end, "quotation.colon")
