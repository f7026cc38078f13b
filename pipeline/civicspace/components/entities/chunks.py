"""Name chunks: maximal runs of capitalised words with the small words that belong inside names.

A run is found by spelling, not by the model: it holds whole names ("Ministry of Trade and
Industry"), and what stands glued to them (titles, nationalities), which ``splitting`` takes apart.
"""

from __future__ import annotations

from civicspace.components.entities.candidates import NameText
from civicspace.components.entities.connectors import CONNECTORS, LOOSE_CONNECTORS, Connectors
from civicspace.components.entities.gazetteer import city_countries, fold, known_names
from civicspace.components.entities.laws import law_words
from civicspace.components.entities.spelling import APOSTROPHES, HYPHENS, Capitals
from civicspace.components.entities.vocabulary import Vocabulary, match_at, vocabulary
from civicspace.tokens import TokenTable

MAX_TOKENS = 24
_ADJECTIVE_SUFFIXES = frozenset({"led", "backed", "run", "owned", "funded", "style", "era", "wide", "linked", "made"})
_NAME_PREFIXES = frozenset({"al", "el", "an", "as", "ar", "ash", "at", "ad", "az", "ul", "ed", "es", "sub", "ni"})


class Chunker:
    """Finds the runs of one table."""

    def __init__(self, names: NameText, spelling: Capitals) -> None:
        self.names = names
        self.table: TokenTable = names.table
        self.spelling = spelling
        self.connectors = Connectors(names, spelling)
        self.words: Vocabulary = vocabulary()

    def runs(self) -> list[tuple[int, int]]:
        """First and last token of each run, in text order."""
        found: list[tuple[int, int]] = []
        n = len(self.table)
        i = 0
        while i < n:
            if not self.spelling.capital[i] or self.spelling.is_calendar(i) or self.spelling.is_hashtag(i):
                i += 1
                continue
            last = self._end_of_run(i)
            first = self._without_function_words(i, last)
            if first <= last:
                found.append((self._with_left_part(first), self._with_lower_head(first, last)))
                last = max(last, found[-1][1])
            i = last + 1
        return found

    def _end_of_run(self, first: int) -> int:
        last = first
        beyond = self.table.sents[self.table.sent[first]][1]
        while last + 1 < beyond and last - first < MAX_TOKENS:
            step = self._next(first, last, beyond)
            if step is None:
                break
            last = step
        return last

    def _next(self, first: int, last: int, beyond: int) -> int | None:
        """The last token of the run if it goes on behind ``last``, else None."""
        table, capital = self.table, self.spelling.capital
        i = last + 1
        text = table.text[i]
        if capital[i]:
            if self.spelling.is_calendar(i) and not self.spelling.is_month_inside_name(i, beyond):
                return None
            return None if self.spelling.is_hashtag(i) else i
        if i + 1 >= beyond or text.isspace():
            return None
        follows = capital[i + 1] and not self.spelling.is_calendar(i + 1)
        if text in HYPHENS:
            return self._behind_hyphen(first, last)
        if (text in APOSTROPHES or table.lower[i] in ("'s", "’s")) and self.names.key(first, last) in known_names():
            return None
        if text in APOSTROPHES:
            if not (self.spelling.glued(last) and follows):
                return None
            part_of_name = self.spelling.glued(i) or self._possessor(last) or not table.lower[last].endswith("s")
            return i + 1 if part_of_name else None
        if table.lower[i] in ("'s", "’s"):
            return i + 1 if follows and self._possessor(last) else None
        if text == "." and len(table.text[last]) <= 2 and self.spelling.glued(last) and follows:
            return i + 1
        if text == "(":
            return self._bracketed_part(first, last, beyond)
        if self.connectors.inside_model_name(last, i) and table.lower[i] not in ("and", "&"):
            return self.connectors.to_next_capital(first, i, beyond)
        if table.lower[i] in self.words.particles:
            k = i
            while k + 1 < beyond and k < i + 2 and table.lower[k] in self.words.particles:
                k += 1
                if table.text[k] in HYPHENS:
                    k += 1
                if k < beyond and capital[k]:
                    return k
        if table.lower[i] in CONNECTORS:
            step = self.connectors.connected(first, last, i, beyond)
            if step is not None:
                return step
        if table.lower[i] in LOOSE_CONNECTORS:
            return self.connectors.to_closing_head(first, i, beyond)
        if text.isdigit() and self.connectors.inside_model_name(last, i):
            return i
        return None

    def _behind_hyphen(self, first: int, last: int) -> int | None:
        table = self.table
        i = last + 1
        if not (self.spelling.glued(last) and self.spelling.glued(i)):
            return None
        known = known_names()
        if self.spelling.capital[i + 1]:
            left = known.get(fold(table.text[last]))
            if left is not None and known.get(fold(table.text[i + 1])) is not None:
                return None
            return i + 1
        lower = table.lower[i + 1]
        if lower in self.words.place_suffixes | _ADJECTIVE_SUFFIXES:
            return None
        if len(lower) > 7 or not lower.isalpha() or fold(table.text[last]) in known:
            return None
        is_name = last > first or table.ent_type[last] == "PERSON" or table.ent_type[i + 1] == "PERSON"
        return i + 1 if is_name and table.tag[i + 1] not in ("VBN", "VBG") else None

    def _possessor(self, i: int) -> bool:
        table = self.table
        word = table.lower[i]
        if word in self.words.possessors or table.lemma[i] in self.words.possessors:
            return True
        after = table.text[i + 1]
        return after in APOSTROPHES and word.endswith("s") and fold(word) not in known_names()

    def _bracketed_part(self, first: int, last: int, beyond: int) -> int | None:
        """ "Leyla (Hana) Karimi": one bracketed word between two parts of a name."""
        i = last + 1
        close = i + 2
        while close < beyond and close < i + 4 and self.spelling.capital[close]:
            close += 1
        capital = self.spelling.capital
        if close + 1 >= beyond or self.table.text[close] != ")" or not (capital[i + 1] and capital[close + 1]):
            return None
        after = close + 1
        while after < beyond and self.spelling.capital[after]:
            after += 1
        if self.table.lower[after - 1] in law_words().heads:
            return close + 1
        if close > i + 2 or last - first > 1 or self.table.text[i + 1].isupper():
            return None
        return i + 3 if self.table.ent_type[i + 3] in ("PERSON", "") or self.table.ent_iob[i + 3] == "I" else None

    def _without_function_words(self, first: int, last: int) -> int:
        """Drop capitals that are due to the place in the sentence, not to a name."""
        table = self.table
        while first <= last:
            lower = table.lower[first]
            spelling = self.spelling
            if lower in ("the", "a", "an") or spelling.is_sentence_capital(first) or not spelling.capital[first]:
                first += 1
            else:
                break
        return first

    def _with_left_part(self, first: int) -> int:
        """Take in a particle in small letters that a hyphen ties to the first capital: "al-Samarrai"."""
        table = self.table
        glued = self.spelling.glued
        if first >= 2 and table.text[first - 1] in HYPHENS and glued(first - 2) and glued(first - 1):
            before = table.lower[first - 2]
            if before in _NAME_PREFIXES and not self.spelling.capital[first - 2]:
                return first - 2
        return first

    def _with_lower_head(self, first: int, last: int) -> int:
        """Take in a head noun in small letters: "Makala prison", "UN human rights office"."""
        table = self.table
        if last + 1 >= len(table) or self.spelling.in_heading[last]:
            return last
        beyond = table.sents[table.sent[first]][1]
        if last + 1 >= beyond:
            return last
        phrase = match_at(self.words.lower_heads, table.lower, last + 1, beyond)
        if phrase is None:
            return last
        kind = self.words.lower_head_types[phrase]
        known = known_names().get(self.names.key(first, last))
        if kind == "place" and table.lower[first] in ("many", "several", "all", "both", "most"):
            return last
        if known is not None and (known.type == "group" or (kind == "place" and known.rule != "gazetteer.capital")):
            return last
        if kind == "event" and table.ent_type[last + 1] != "EVENT" and phrase[-1] not in ("summit", "fair"):
            return last
        named_by_city = phrase[-1] in ("airport", "prison", "jail")
        if kind == "place" and not named_by_city and city_countries(self.names.cut(first, last)):
            return last
        return last + len(phrase)
