"""From quotations to utterances: which pairs of marks make one quote, and under which attribution.

Every quotation looks for an attribution next to it. The parts that a cue splits ("“A,” said X. “B.”") and the
continuations in following paragraphs are joined. A quotation of full sentences without an attribution ("floating") is
kept as an utterance: whose it is shows from the quotes before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicspace.components.quotes.attribution import Attribution, CueLookup, is_clause
from civicspace.components.quotes.behind import BehindFinder
from civicspace.components.quotes.cues import Cue
from civicspace.components.quotes.in_front import InFrontFinder
from civicspace.components.quotes.marks import Quotation
from civicspace.components.quotes.quoted_text import QuotedText

MIN_LOOSE_WORDS = 3
MAX_GAP = 600  # characters between two parts of an utterance
MAX_ATTRIBUTION = 200  # characters between the parts that a cue splits, where the parser sees several sentences
# A sentence's end with another sentence behind it; not behind initials and short titles (J. Doe, Sen. Ruiz).
_NEW_SENTENCE = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?][”\"’')]*\s+[^\W\d_a-z]")
_SENTENCE_END = frozenset(".!?…")


@dataclass(slots=True)
class Utterance:
    """Quotations that make one quote.

    ``parts`` are positions of quotations in text order. ``attribution`` is None where no source is next to them.
    """

    parts: list[int]
    attribution: Attribution | None
    rule: str


def utterances(quoted: QuotedText, cues: list[Cue]) -> list[Utterance]:
    """All utterances of a report, in order of their first quotation.

    cues: all cues of the report in text order.
    """
    linker = _Linker(quoted, CueLookup(quoted, cues))
    for position in range(len(quoted.quotations)):
        linker.place(position)
    return linker.found


class _Linker:
    def __init__(self, quoted: QuotedText, cues: CueLookup) -> None:
        self._quoted = quoted
        self._in_front = InFrontFinder(quoted, cues)
        self._behind = BehindFinder(quoted, cues)
        self._continued = {q.continues for q in quoted.quotations if q.continues is not None}
        self._of: dict[int, Utterance] = {}
        self._last: dict[int | None, Utterance] = {}  # level -> the utterance before
        self.found: list[Utterance] = []

    def place(self, position: int) -> None:
        quotation = self._quoted.quotations[position]
        before = self._last.get(quotation.parent)
        attribution = self._attribution(position, before)
        continued = self._of.get(quotation.continues) if quotation.continues is not None else None
        if continued is not None:
            if continued.attribution is None and attribution is not None:
                continued.attribution, continued.rule = attribution, attribution.rule
            self._join(continued, position)
        elif before is not None and attribution is not None and self._takes_up(before, quotation, attribution):
            self._join(before, position)
        elif attribution is not None:
            self._add(position, attribution, attribution.rule)
        elif before is not None and self._goes_on(before, quotation):
            self._join(before, position)
        elif position in self._continued or self._stands_alone(quotation):
            self._add(position, None, "quotation.floating")

    def _attribution(self, position: int, before: Utterance | None) -> Attribution | None:
        """The attribution next to a quotation; where there is one on both sides, the one in front unless it belongs to
        the utterance before."""
        front = self._in_front.find(position)
        introduces = front is not None and front.rule in ("quotation.introduced", "quotation.phrase")
        if front is not None and introduces and (before is None or not self._same_cue(before, front)):
            return front
        return self._behind.find(position) or front

    def _same_cue(self, before: Utterance, attribution: Attribution) -> bool:
        own = before.attribution
        if own is None or own.cue is None or attribution.cue is None:
            return False
        return own.cue.head == attribution.cue.head

    def _takes_up(self, before: Utterance, quotation: Quotation, attribution: Attribution) -> bool:
        """True for a second part under the same cue, or one whose own attribution only takes up the speaker.

        "“A,” said the nurse. “B,” she added." is one quote.
        """
        table = self._quoted.table
        return self._same_cue(before, attribution) or (
            attribution.rule in ("quotation.subject-verb", "quotation.inverted")
            and len(attribution.heads) == 1
            and table.lower[attribution.heads[0]] in ("he", "she", "they")
            and self._goes_on(before, quotation)
        )

    def _join(self, utterance: Utterance, position: int) -> None:
        utterance.parts.append(position)
        self._of[position] = utterance
        self._last[self._quoted.quotations[position].parent] = utterance

    def _add(self, position: int, attribution: Attribution | None, rule: str) -> None:
        utterance = Utterance([position], attribution, rule)
        self.found.append(utterance)
        self._of[position] = utterance
        self._last[self._quoted.quotations[position].parent] = utterance

    def _near(self, before: Utterance, quotation: Quotation) -> bool:
        return self._quoted.quotations[before.parts[-1]].paragraph == quotation.paragraph

    def _goes_on(self, before: Utterance, quotation: Quotation) -> bool:
        """True where at most the attribution's sentence stands between the utterance and the quotation."""
        quoted, table = self._quoted, self._quoted.table
        previous = quoted.quotations[before.parts[-1]]
        if not self._near(before, quotation) or before.attribution is None or quotation.start - previous.end > MAX_GAP:
            return False
        gap = quoted.text[previous.end : quotation.start]
        if not gap.strip(" .,;\n"):
            return previous.end <= quotation.start
        if before.attribution.last < table.at(previous.end):
            return False
        first = quoted.inside(quotation.content)[0]
        rest = table.sent[max(0, first - 2)] if first else 0
        sign = gap.rstrip()[-1:]
        if sign not in (",", ".", ";", ":", "–", "—") or not is_clause_or_sentence(quoted, quotation):
            return False
        if rest <= table.sent[before.attribution.last] or self._only_sentence(before.attribution.last, quotation.start):
            return True
        return len(gap) <= MAX_ATTRIBUTION and sign == "." and not _NEW_SENTENCE.search(gap)

    def _only_sentence(self, last: int, start: int) -> bool:
        """True where no sentence begins between a token and an offset."""
        quoted, table = self._quoted, self._quoted.table
        sentence = table.sent[last]
        beyond = table.sents[sentence][1]
        return beyond >= len(table) or not quoted.text[table.start[beyond] : start].strip(" \"“‘'”’")

    def _full_sentence(self, quotation: Quotation) -> bool:
        text = self._quoted.text
        return (
            self._quoted.begins_sentence(quotation)
            and text[quotation.content.end - 1] in _SENTENCE_END
            and not text[quotation.content.start].islower()
        )

    def _stands_alone(self, quotation: Quotation) -> bool:
        """True for one or more full sentences in marks."""
        first, beyond = self._quoted.inside(quotation.content)
        return (
            quotation.parent is None
            and beyond - first >= MIN_LOOSE_WORDS
            and is_clause(self._quoted, quotation)
            and self._full_sentence(quotation)
        )


def is_clause_or_sentence(quoted: QuotedText, quotation: Quotation) -> bool:
    """True for a clause, or words that end like a sentence."""
    return is_clause(quoted, quotation) or quoted.text[quotation.content.end - 1] in _SENTENCE_END
