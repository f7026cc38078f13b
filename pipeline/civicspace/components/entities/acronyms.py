"""Names given twice: acronyms, translations and nicknames, in brackets or behind "known as".

"Name (ACR)", "ACR (Name)", "Name (other language's name, ACR)", "Kim Sang-duk (Tony Kim)", "Jonas Mbilikila, better known as
Zugo". The initials of an acronym also say where its name begins (Schwartz and Hearst 2003, simplified).
"""

from __future__ import annotations

from bisect import bisect_right

from civicspace.components.entities.candidates import Candidate, NameText
from civicspace.components.entities.gazetteer import known_names
from civicspace.components.entities.vocabulary import vocabulary
from civicspace.tokens import TokenTable

ALIAS_WEIGHT = 3.0
MAX_BRACKET = 24
_SMALL_WORDS = frozenset(
    "of the for and in on to a an against with at by from de del la las los el y e et des du do da dos das pour por para l d".split()
)


def is_acronym(text: str) -> bool:
    """True for a word written mostly in capitals: "FNDC", "LegCo", "LGBT", not "Chadema".

    >>> [is_acronym(word) for word in ("UN", "C-Palabra", "Zugo", "LegCo")]
    [True, False, False, True]
    """
    letters = [c for c in text if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    return upper >= 2 and upper * 2 > len(letters) - 1 and not any(c.isspace() for c in text)


def _initials_match(table: TokenTable, first: int, last: int, acronym: str) -> bool:
    words = [table.text[k] for k in range(first, last + 1) if table.text[k][0].isalpha()]
    wanted = [c.upper() for c in acronym if c.isalpha()]
    full = [w[0].upper() for w in words]
    content = [w[0].upper() for w in words if w.lower() not in _SMALL_WORDS]
    return wanted in (content, full)


def _start_by_initials(table: TokenTable, last: int, acronym: str) -> int | None:
    """Where the name before a bracket begins, so that its initials give the acronym."""
    low = max(table.sents[table.sent[last]][0], last - 3 * len(acronym))
    for k in range(last, low - 1, -1):
        if table.text[k] in "(),;:“”\"":
            return None
        if table.text[k][0].upper() == acronym[0].upper() and _initials_match(table, k, last, acronym):
            return k if table.text[k][0].isupper() else None
    return None


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
        self._known_as()
        return self.candidates

    def _ending_at(self, last: int) -> Candidate | None:
        k = bisect_right(self.candidates, last, key=lambda c: c.first) - 1
        for c in self.candidates[max(0, k - 1) : k + 1][::-1]:
            if c.last == last:
                return c
        return None

    def _bracket(self, i: int, close: int) -> None:
        table = self.table
        first = i + 1
        alias_verbs = vocabulary().alias_verbs
        while first < close and (table.lower[first] in alias_verbs or table.lower[first] in ("as", "the", ",")):
            first += 1
        if first >= close or not any(c.isalpha() for c in table.text[first]):
            return
        comma = max((k for k in range(first, close) if table.text[k] == ","), default=None)
        inner = (first, close - 1) if comma is None else (comma + 1, close - 1)
        if inner[0] > inner[1]:
            return
        text = self.names.cut(*inner)
        outer = self._outer(i - 1, text)
        if outer is None:
            return
        if comma is not None:
            if len(text.split()) > 2 or not text[0].isupper() or any(c.isdigit() for c in text[:1]):
                return
            if table.text[first][0].isupper() and comma - first > 1:
                self._add(first, comma - 1, outer, "name", "translation.parenthesis")
            if is_acronym(text) or comma - first > 1:
                self._add(*inner, outer, "acronym" if is_acronym(text) else "short", "acronym.parenthesis")
            return
        if outer.key == "" or known_names().get(self.names.key(*inner)) is not None and not is_acronym(text):
            return
        self._single(inner, text, outer)

    def _single(self, inner: tuple[int, int], text: str, outer: Candidate) -> None:
        table = self.table
        words = text.split()
        outer_text = self.names.cut(outer.first, outer.last)
        if len(words) == 1 and text[0].isupper():
            form = "acronym" if is_acronym(text) else "short"
            self._add(*inner, outer, form, f"{'acronym' if form == 'acronym' else 'alias'}.parenthesis")
        elif is_acronym(outer_text) and text[0].isupper():
            added = self._add(*inner, None, "name", "expansion.parenthesis")
            outer.alias_of, outer.form = added, "acronym"
            added.vote("organisation", ALIAS_WEIGHT, "expansion.parenthesis")
        elif text[0].isupper() and len(words) <= 12 and all(
            w[0].isupper() or w.lower() in _SMALL_WORDS | vocabulary().particles for w in words
        ):
            self._add(*inner, outer, "name", "alias.parenthesis")

    def _outer(self, last: int, acronym: str) -> Candidate | None:
        """The name before a bracket, its beginning set by the acronym's initials where they tell."""
        table = self.table
        outer = self._ending_at(last)
        letters = "".join(c for c in acronym if c.isupper())
        if not is_acronym(acronym) or len(letters) < 2 or len(acronym.split()) > 1:
            return outer
        if outer is not None and _initials_match(table, outer.first, outer.last, letters):
            return outer
        start = _start_by_initials(table, last, letters)
        if start is None or start == last:
            return outer
        if outer is not None and start > outer.first and outer.votes.get("law", 0) < 1 and table.lower[start - 1] not in ("and", "of"):
            return outer
        self.candidates = [c for c in self.candidates if c.last < start or c.first > last]
        return self._add(start, last, None, "name", "acronym.initials")

    def _add(self, first: int, last: int, outer: Candidate | None, form: str, rule: str) -> Candidate:
        """A candidate that takes the place of those it covers."""
        added = next((c for c in self.candidates if c.first == first and c.last == last), None)
        if added is None:
            added = self.names.candidate(first, last)
            self.candidates = [c for c in self.candidates if c.last < first or c.first > last]
            self.candidates.append(added)
            self.candidates.sort(key=lambda c: c.first)
        added.form = form  # type: ignore[assignment]
        added.weak = False
        added.alias_of = outer if outer is not added else None
        added.rules = {kind: (99.0, rule) for kind in ("person", "organisation", "place", "group", "law", "event", "work")}
        return added

    def _known_as(self) -> None:
        """"X, better known as Y": the nearest name before the cue, in the same sentence."""
        table = self.table
        n = len(table)
        for i in range(1, n - 2):
            if table.lower[i] == "known" and table.lower[i + 1] == "as":
                first = i + 2
            elif table.lower[i] in ("nicknamed", "alias", "aka", "a.k.a."):
                first = i + 1
            else:
                continue
            k = bisect_right(self.candidates, i, key=lambda c: c.first) - 1
            alias = self.candidates[k + 1] if k + 1 < len(self.candidates) else None
            name = self.candidates[k] if k >= 0 else None
            if alias is None or name is None or alias.first - first > 2 or i - name.last > 5:
                continue
            if table.sent[name.last] != table.sent[alias.first] or table.lower[first] in ("a", "an"):
                continue
            alias.alias_of = name.alias_of or name
            alias.weak = False
            if alias.form == "name" and is_acronym(alias.key.upper()) and table.text[alias.first].isupper():
                alias.form = "acronym"
