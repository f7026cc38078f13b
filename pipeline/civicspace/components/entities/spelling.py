"""Which tokens are written like names: capitals, and what else in the spelling tells of names or against them."""

from __future__ import annotations

import re
from itertools import pairwise

from civicspace.components.entities.candidates import MODEL_TYPES, NameText
from civicspace.components.entities.laws import law_words, number_end
from civicspace.lexicons import terms
from civicspace.tokens import TokenTable

HYPHENS = frozenset("-‐‑")
APOSTROPHES = frozenset("'’‘")
_FUNCTION_WORDS = frozenset({"DET", "ADP", "SCONJ", "CCONJ", "PRON", "ADV", "AUX", "PART", "INTJ", "NUM", "VERB"})
_ELIDED = re.compile(r"[dlDL]['’][^\W\d_a-z]")
_NUMBERED = re.compile(r"\d{1,4}[A-Z]\w{0,3}$")
_NOT_A_NAME = re.compile(r"://|@|www\.|\.(?:com|org|net|info)\b")


class Capitals:
    """The spelling of one table's tokens.

    headings: token ranges of title-case headings, whose capitals tell nothing. ``capital``: by token, whether it is
    written like a part of a name. ``in_heading``: by token, 1 inside those headings.
    """

    def __init__(self, names: NameText, headings: list[tuple[int, int]]) -> None:
        self.table: TokenTable = names.table
        self._calendar = frozenset(terms("entities/calendar"))
        self.capital = [self._is_capital(i) for i in range(len(self.table))]
        self._leave_out_articles()
        self.in_heading = bytearray(len(self.table))
        for first, beyond in headings:
            for i in range(first, beyond):
                self.in_heading[i] = 1

    def _is_capital(self, i: int) -> bool:
        text = self.table.text[i]
        head = text[0]
        if head.islower() and text.islower() and text[1:2] not in APOSTROPHES:
            return False
        if head.isupper():
            money = text[-1] == "$" or (self.glued(i) and self.table.text[i + 1][0] == "$")
            return not money and text != "I" and not _NOT_A_NAME.search(text)
        if head.isdigit():
            return bool(_NUMBERED.match(text))
        if len(text) > 2 and head.islower():
            if text[1] in APOSTROPHES:
                return bool(_ELIDED.match(text))
            return any(a.isupper() and b.islower() for a, b in pairwise(text[1:6]))
        return False

    def is_hashtag(self, i: int) -> bool:
        """The word behind a hash mark."""
        return i > 0 and self.table.text[i - 1] == "#" and self.glued(i - 1)

    def _leave_out_articles(self) -> None:
        """ "Article 17-C" is no part of a name: laws.articles reads it."""
        parts = law_words().parts
        for i in range(len(self.table) - 1):
            if self.table.lower[i] in parts:
                last = number_end(self.table, i + 1)
                if last is not None:
                    for k in range(i, last + 1):
                        self.capital[k] = False

    def is_calendar(self, i: int) -> bool:
        """A month, weekday or feast."""
        table = self.table
        return table.lower[i] in self._calendar and table.ent_type[i] != "PERSON"

    def is_month_inside_name(self, i: int, beyond: int) -> bool:
        """ "National Peace March Initiative": a calendar word between two other capitals."""
        follows = i + 1 < beyond and self.capital[i + 1] and not self.is_calendar(i + 1)
        return follows and self.table.ent_type[i] != "DATE"

    def glued(self, i: int) -> bool:
        """No white space between the token and the one behind it."""
        return i + 1 < len(self.table) and self.table.end[i] == self.table.start[i + 1]

    def is_sentence_capital(self, i: int) -> bool:
        """A function word or verb that has its capital from the place in the sentence."""
        table = self.table
        if table.pos[i] not in _FUNCTION_WORDS or table.ent_type[i] in MODEL_TYPES or self._abbreviation(i):
            return False
        if table.text[i + 1 : i + 2] and table.text[i + 1] in HYPHENS and self.glued(i):
            return False
        starts = i == table.sents[table.sent[i]][0] or not (table.text[i - 1][-1].isalnum() or table.text[i - 1] == ",")
        return starts or bool(self.in_heading[i])

    def _abbreviation(self, i: int) -> bool:
        return len(self.table.text[i]) > 1 and self.table.text[i].isupper() and not self.in_heading[i]
