"""Names given twice: acronyms, translations and nicknames, in brackets or behind "known as".

"Name (ACR)", "ACR (Name)", "Name (name in another language, ACR)", "Ana Luz Vidal (Lucero)", "Ana Luz Vidal, better
known as Lucero". The initials of an acronym also say where its name begins (Schwartz and Hearst 2003, simplified).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

from civicspace.annotations import MentionForm
from civicspace.components.entities.candidates import Candidate, NameText
from civicspace.components.entities.gazetteer import known_names
from civicspace.components.entities.vocabulary import vocabulary
from civicspace.lexicons import terms
from civicspace.tokens import TokenTable

ALIAS_WEIGHT = 3.0
MAX_BRACKET = 24
KNOWN_AS_REACH = 12
TRANSLATION = "translation.parenthesis"
_NICKNAME_CUES = frozenset({"nicknamed", "alias", "aka", "a.k.a."})


@cache
def small_words() -> frozenset[str]:
    """Words that an acronym skips."""
    return frozenset(terms("entities/small_words"))


def is_acronym(text: str) -> bool:
    """True for a word written mostly in capitals: "NATO", "LegCo", "LGBT", not "Interpol".

    >>> [is_acronym(word) for word in ("UN", "S-Justicia", "Lucero", "LegCo")]
    [True, False, False, True]
    """
    letters = [c for c in text if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    return upper >= 2 and upper * 2 > len(letters) - 2 and not any(c.isspace() for c in text)


def _without_elision(word: str) -> str:
    """ "l'Azawad" counts as Azawad."""
    return word[2:] if len(word) > 2 and word[1] in "'’" and word[0] in "dlDL" else word


class AliasLinker:
    """Links candidates that name the same thing and finds the names that only brackets show."""

    def __init__(self, names: NameText, candidates: list[Candidate]) -> None:
        self.names = names
        self.table: TokenTable = names.table
        self.candidates = sorted(candidates, key=lambda c: c.first)

    def link(self) -> list[Candidate]:
        """All candidates in text order, with ``alias_of`` set and the brackets' own added."""
        table = self.table
        n = len(table)
        for i in range(1, n - 2):
            if table.text[i] == "(":
                close = i + 1
                while close < n and close - i < MAX_BRACKET and table.text[close] not in ")(":
                    close += 1
                if close < n and table.text[close] == ")" and close > i + 1:
                    self._bracket(i, close)
            elif table.lower[i] == "known":
                self._known_as(i)
            elif table.lower[i] in _NICKNAME_CUES:
                self._alias(i, i + 1)
        return self.candidates

    def _ending_at(self, last: int) -> Candidate | None:
        k = bisect_right(self.candidates, last, key=lambda c: c.first)
        for c in self.candidates[max(0, k - 2) : k][::-1]:
            if c.last == last:
                return c
        return None

    def _bracket(self, i: int, close: int) -> None:
        table = self.table
        first = self._behind_cue(i + 1, close)
        if first >= close or not table.text[first][0].isalpha():
            return
        comma = max((k for k in range(first, close) if table.text[k] == ","), default=None)
        inner = (first, close - 1) if comma is None else (comma + 1, close - 1)
        if inner[0] > inner[1]:
            return
        text = self.names.cut(*inner)
        outer = self._outer(i - 1, text)
        if outer is None or not text[0].isupper() or (comma is None and self._is_role(inner[0])):
            return
        form: MentionForm = "acronym" if is_acronym(text) else "short"
        if comma is None:
            self._single(inner, text, outer, form)
        elif len(text.split()) <= 2:
            if table.text[first][0].isupper() and comma - first > 1:
                self._add(first, comma - 1, outer, "name", TRANSLATION)
            if form == "acronym" or comma - first > 1:
                self._add(*inner, outer, form, "acronym.parenthesis")

    def _is_role(self, i: int) -> bool:
        """ "Ada Moyo (MP for the capital)": a role, no other name."""
        words = vocabulary()
        lower = self.table.lower[i]
        return lower in words.not_names or lower in words.titles or lower in words.roles

    def _behind_cue(self, first: int, close: int) -> int:
        """Behind "also", "formerly", "known as", "in some reports": the first word of the other name."""
        table = self.table
        cues = vocabulary().alias_words
        k = first
        while k < close and k - first < 5 and not table.text[k][0].isupper():
            k += 1
        small = table.lower[first:k]
        return k if all(word in cues for word in small) or k == first else first

    def _single(self, inner: tuple[int, int], text: str, outer: Candidate, form: MentionForm) -> None:
        known = known_names().get(self.names.key(*inner))
        if known is not None and form != "acronym" and known.type in ("place", "group"):
            return
        words = text.split()
        outer_text = self.names.cut(outer.first, outer.last)
        if len(words) == 1 and is_acronym(outer_text) and form != "acronym":
            self._add(*inner, outer, "name", "alias.parenthesis")
        elif len(words) == 1:
            self._add(*inner, outer, form, f"{'acronym' if form == 'acronym' else 'alias'}.parenthesis")
        elif is_acronym(outer_text):
            if self._is_name(words):
                added = self._add(*inner, None, "name", "expansion.parenthesis")
                added.vote("organisation", ALIAS_WEIGHT, "expansion.parenthesis")
                outer.alias_of, outer.form = added, "acronym"
        elif self._is_name(words):
            rule = "alias.parenthesis" if known is not None or outer.last - outer.first < 3 else TRANSLATION
            self._add(*inner, outer, "name", rule)

    def _is_name(self, words: list[str]) -> bool:
        small = small_words() | vocabulary().particles
        return len(words) <= 14 and all(w[0].isupper() or w.lower() in small for w in words)

    def _outer(self, last: int, acronym: str) -> Candidate | None:
        """The name before a bracket, its beginning set by the acronym's initials where they tell."""
        outer = self._ending_at(last)
        letters = "".join(c for c in acronym if c.isupper())
        if not is_acronym(acronym) or len(letters) < 2 or " " in acronym:
            return outer
        if outer is not None and self._initials_match(outer.first, outer.last, letters):
            return outer
        start = self._start_by_initials(last, letters)
        if start is None or start == last:
            return outer
        if outer is not None and start > outer.first:
            return self._nested(start, last) if self.table.lower[start - 1] in ("the", "of") else outer
        return self._add(start, last, None, "name", "acronym.initials")

    def _initials_match(self, first: int, last: int, letters: str) -> bool:
        words = [_without_elision(w) for w in self.table.text[first : last + 1] if w[0].isalpha()]
        full = [w[0].upper() for w in words]
        content = [w[0].upper() for w in words if w.lower() not in small_words()]
        return list(letters.upper()) in (content, full)

    def _start_by_initials(self, last: int, letters: str) -> int | None:
        """Where the name before a bracket begins, so that its initials give the acronym."""
        table = self.table
        low = max(table.sents[table.sent[last]][0], last - 3 * len(letters))
        for k in range(last, low - 1, -1):
            if table.text[k] in '(),;:“”"':
                return None
            if table.text[k][0] == letters[0] and self._initials_match(k, last, letters):
                return k
        return None

    def _add(self, first: int, last: int, outer: Candidate | None, form: MentionForm, rule: str) -> Candidate:
        """A candidate that takes the place of those it overlaps."""
        low = bisect_left(self.candidates, first, key=lambda c: c.first)
        while low > 0 and self.candidates[low - 1].last >= first:
            low -= 1
        high = bisect_right(self.candidates, last, key=lambda c: c.first)
        added = next((c for c in self.candidates[low:high] if c.first == first and c.last == last), None)
        if added is None:
            added = self.names.candidate(first, last)
            self.candidates[low:high] = [added]
        added.form = form
        added.weak = False
        added.source = rule
        added.alias_of = outer if outer is not added else None
        return added

    def _nested(self, first: int, last: int) -> Candidate:
        """The inner one of two names: "Standing Committee of the National People's Congress (NPC)"."""
        inner = self.names.candidate(first, last)
        inner.source = "acronym.initials"
        self.candidates.insert(bisect_right(self.candidates, first, key=lambda c: c.first), inner)
        return inner

    def _known_as(self, i: int) -> None:
        table = self.table
        for k in range(i + 1, min(len(table), i + 4)):
            if table.lower[k] == "as":
                self._alias(i, k + 1)
                return

    def _alias(self, cue: int, first: int) -> None:
        """ "X, better known as Y": the name before the cue in the same sentence, if Y follows at once."""
        table = self.table
        k = bisect_right(self.candidates, cue, key=lambda c: c.first)
        if k == 0 or k == len(self.candidates):
            return
        alias = self.candidates[k]
        if not first <= alias.first <= first + 2 or table.lower[first] in ("a", "an"):
            return
        for name in self.candidates[max(0, k - 2) : k][::-1]:
            near = cue - name.last <= KNOWN_AS_REACH and table.sent[name.last] == table.sent[alias.first]
            if (near and table.text[name.last + 1] in (",", "(")) or name.last + 1 == cue:
                alias.alias_of = name.alias_of or name
                alias.weak = False
                alias.source = "alias.known-as"
                alias.form = "acronym" if is_acronym(self.names.cut(alias.first, alias.last)) else "name"
                return
