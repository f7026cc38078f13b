"""Name chunks: maximal runs of capitalised words with the small words that belong inside names.

A run is found by spelling, not by the model: it holds whole names ("Ministry of Territorial Administration and
Decentralisation"), and what stands glued to them (titles, nationalities), which ``splitting`` takes apart.
"""

from __future__ import annotations

import re

from civicspace.components.entities.candidates import MODEL_TYPES, NameText
from civicspace.components.entities.gazetteer import city_countries, fold, known_names
from civicspace.components.entities.laws import law_words, number_end
from civicspace.components.entities.vocabulary import Vocabulary, match_at, vocabulary
from civicspace.tokens import TokenTable

HYPHENS = frozenset("-‐‑")
APOSTROPHES = frozenset("'’‘")
CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep"
    " sept oct nov dec monday tuesday wednesday thursday friday saturday sunday ramadan easter christmas eid".split()
)
FUNCTION_WORDS = frozenset({"DET", "ADP", "SCONJ", "CCONJ", "PRON", "ADV", "AUX", "PART", "INTJ", "NUM", "VERB"})
_ELIDED = re.compile(r"[dlDL]['’][^\W\d_a-z]")
_NUMBERED = re.compile(r"\d{1,4}[A-Z]\w{0,3}$")
_NOT_A_NAME = re.compile(r"://|@|www\.|\.(?:com|org|net|info)\b")
CONNECTORS = frozenset({"of", "for", "against", "to", "on", "with", "and", "&"})
LOOSE_CONNECTORS = frozenset({"in", "into", "as", "to", "from", "at", "with", "without", "the", "for"})
_ACT_HEADS = frozenset({"act", "bill", "law"})
MAX_TOKENS = 24


class Chunker:
    """Finds the runs of one table.

    ``headings``: token ranges of title-case headings, whose capitals tell nothing.
    """

    def __init__(self, names: NameText, headings: list[tuple[int, int]]) -> None:
        self.names = names
        self.table: TokenTable = names.table
        self.words: Vocabulary = vocabulary()
        self.capital = [self._is_capital(i) for i in range(len(self.table))]
        self._leave_out_articles()
        self.in_heading = bytearray(len(self.table))
        for first, beyond in headings:
            for i in range(first, beyond):
                self.in_heading[i] = 1

    def _is_capital(self, i: int) -> bool:
        text = self.table.text[i]
        head = text[0]
        if head.isupper():
            money = text[-1] == "$" or (self._glued(i) and self.table.text[i + 1][0] == "$")
            return not money and text != "I" and not _NOT_A_NAME.search(text)
        if head.isdigit():
            return bool(_NUMBERED.match(text))
        if len(text) > 2 and head.islower():
            if text[1] in APOSTROPHES:
                return bool(_ELIDED.match(text))
            return text[1].isupper() and text[2].islower()
        return False

    def _is_hashtag(self, i: int) -> bool:
        return i > 0 and self.table.text[i - 1] == "#" and self._glued(i - 1)

    def runs(self) -> list[tuple[int, int]]:
        """First and last token of each run, in text order."""
        found: list[tuple[int, int]] = []
        n = len(self.table)
        i = 0
        while i < n:
            if not self.capital[i] or self._is_calendar(i) or self._is_hashtag(i):
                i += 1
                continue
            last = self._end_of_run(i)
            first = self._without_function_words(i, last)
            if first <= last:
                found.append((self._with_left_part(first), self._with_lower_head(first, last)))
                last = max(last, found[-1][1])
            i = last + 1
        return found

    def _leave_out_articles(self) -> None:
        """"Article 335-B" is no part of a name: laws.articles reads it."""
        parts = law_words().parts
        for i in range(len(self.table) - 1):
            if self.table.lower[i] in parts:
                last = number_end(self.table, i + 1)
                if last is not None:
                    for k in range(i, last + 1):
                        self.capital[k] = False

    def _is_calendar(self, i: int) -> bool:
        table = self.table
        return table.lower[i] in CALENDAR and table.ent_type[i] != "PERSON"

    def _end_of_run(self, first: int) -> int:
        last = first
        beyond = self.table.sents[self.table.sent[first]][1]
        while last + 1 < beyond and last - first < MAX_TOKENS:
            step = self._next(first, last, beyond)
            if step is None:
                break
            last = step
        return last

    def _glued(self, i: int) -> bool:
        """No white space between the token and the one behind it."""
        return i + 1 < len(self.table) and self.table.end[i] == self.table.start[i + 1]

    def _next(self, first: int, last: int, beyond: int) -> int | None:
        """The last token of the run if it goes on behind ``last``, else None."""
        table, capital = self.table, self.capital
        i = last + 1
        text = table.text[i]
        if capital[i]:
            return None if self._is_calendar(i) or self._is_hashtag(i) else i
        if i + 1 >= beyond or text.isspace():
            return None
        follows = capital[i + 1] and not self._is_calendar(i + 1)
        if text in HYPHENS:
            return self._behind_hyphen(first, last)
        if text in APOSTROPHES:
            if not (self._glued(last) and follows):
                return None
            part_of_name = self._glued(i) or self._possessor(last) or not table.lower[last].endswith("s")
            return i + 1 if part_of_name else None
        if table.lower[i] in ("'s", "’s"):
            return i + 1 if follows and self._possessor(last) else None
        if text == "." and len(table.text[last]) <= 2 and self._glued(last) and follows:
            return i + 1
        if text == "(":
            return self._bracketed_part(first, last, beyond)
        if self._inside_model_name(last, i) and table.lower[i] not in ("and", "&"):
            return self._to_next_capital(first, i, beyond)
        if table.lower[i] in self.words.particles:
            k = i
            while k + 1 < beyond and k < i + 2 and table.lower[k] in self.words.particles:
                k += 1
                if table.text[k] in HYPHENS:
                    k += 1
                if k < beyond and capital[k]:
                    return k
        if table.lower[i] in CONNECTORS:
            step = self._connected(first, last, i, beyond)
            if step is not None:
                return step
        if table.lower[i] in LOOSE_CONNECTORS:
            return self._to_closing_head(first, i, beyond)
        if text.isdigit() and self._inside_model_name(last, i):
            return i
        return None

    def _behind_hyphen(self, first: int, last: int) -> int | None:
        table = self.table
        i = last + 1
        if not (self._glued(last) and self._glued(i)):
            return None
        known = known_names()
        if self.capital[i + 1]:
            left = known.get(fold(table.text[last]))
            if left is not None and known.get(fold(table.text[i + 1])) is not None:
                return None
            return i + 1
        lower = table.lower[i + 1]
        if lower in self.words.place_suffixes or lower in ("led", "backed", "run", "owned", "funded", "style"):
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
        return after in APOSTROPHES and word.endswith("s") and fold(word) not in known_names() and word not in CALENDAR

    def _bracketed_part(self, first: int, last: int, beyond: int) -> int | None:
        """"Parisa (Hana) Moradi": one bracketed word between two parts of a name."""
        i = last + 1
        close = i + 2
        while close < beyond and close < i + 4 and self.capital[close]:
            close += 1
        if close + 1 >= beyond or not self.capital[i + 1] or self.table.text[close] != ")" or not self.capital[close + 1]:
            return None
        after = close + 1
        while after < beyond and self.capital[after]:
            after += 1
        if self.table.lower[after - 1] in law_words().heads:
            return close + 1
        if close > i + 2 or last - first > 1 or self.table.text[i + 1].isupper():
            return None
        return i + 3 if self.table.ent_type[i + 3] in ("PERSON", "") or self.table.ent_iob[i + 3] == "I" else None

    def _inside_model_name(self, last: int, i: int) -> bool:
        """The model took the token into the name that it found at ``last``."""
        table = self.table
        return (
            table.ent_iob[i] == "I" and table.ent_type[i] in ("ORG", "LAW", "FAC", "EVENT", "WORK_OF_ART", "PRODUCT")
            and table.ent_iob[last] in "BI" and table.text[i] not in ("(", ")", ",", ";", ":", "“", "”", '"')
        )

    def _to_next_capital(self, first: int, i: int, beyond: int) -> int | None:
        """Over small words inside the model's name to its next capital."""
        table = self.table
        k = i
        while k < beyond and k < i + 5 and table.ent_iob[k] == "I":
            if self.capital[k]:
                return k
            if table.lower[k] in ("and", "&") and not self._joins(first, k - 1, k, beyond):
                return None
            k += 1
        return None

    def _head_in(self, first: int, last: int) -> str | None:
        """The first head noun between two tokens: what kind of thing the run names so far."""
        lower = self.table.lower
        for k in range(first, last + 1):
            if lower[k] in self.words.organisation:
                return "organisation"
            if lower[k] in law_words().heads:
                return "law"
        return None

    def _connected(self, first: int, last: int, i: int, beyond: int) -> int | None:
        """"Ministry of the Interior", "Committee for Open Speech", "Legal Aid and Dignity Association"."""
        table = self.table
        word = table.lower[i]
        k = i + 1
        if k < beyond and table.lower[k] == "the" and word != "and":
            k += 1
        if k >= beyond or not self.capital[k] or self._is_calendar(k):
            return None
        known = known_names().get(fold(table.text[k]))
        if word in ("and", "&"):
            return k if self._joins(first, last, i, beyond) else None
        if word == "for" and table.lower[k] == "all":
            return k
        head = self._head_in(first, last)
        if head is None:
            return self._place_of(first, last, k) if word == "of" else None
        if word == "to":
            return k if table.pos[k] == "VERB" or table.tag[k] in ("VB", "VBP") else None
        if word in ("on", "against", "with") and known is not None and known.type in ("place", "work"):
            return None
        if word == "on" and table.ent_type[k] in ("PERSON", "GPE", "DATE"):
            return None
        if word == "with" and head != "law":
            return None
        return k

    def _to_closing_head(self, first: int, i: int, beyond: int) -> int | None:
        """Over small words where a law's head or an acronym in brackets closes the name soon.

        "the Entry into Israel Law", "Mission to Support the Fight against Impunity in Honduras (MACCIH)".
        """
        table = self.table
        k = i + 1
        if k >= beyond or not self.capital[k] or not first or table.lower[first - 1] not in ("the", "a", "an"):
            return None
        end = k
        while end + 1 < beyond and end - i < 8 and (self.capital[end + 1] or table.lower[end + 1] in CONNECTORS | LOOSE_CONNECTORS):
            end += 1
        if table.lower[end] in _ACT_HEADS:
            return k
        closed = end + 2 < beyond and table.text[end + 1] == "(" and table.text[end + 2].isupper() and len(table.text[end + 2]) > 2
        return k if closed and self._head_in(first, first + 3) == "organisation" else None

    def _place_of(self, first: int, last: int, k: int) -> int | None:
        if self.table.lower[last] in self.words.place | self.words.event | self.words.possessors:
            return k
        return None

    def _joins(self, first: int, last: int, i: int, beyond: int) -> bool:
        """"and" inside one name: in the complement of its head, or before the head that both parts share."""
        table = self.table
        if not self._connects_and(i, beyond):
            return False
        if any(table.lower[k] in ("of", "for", "on", "against") for k in range(first, last)):
            return self._head_in(first, last) is not None and table.pos[last] in ("NOUN", "PROPN", "ADJ")
        if known_names().get(fold(table.text[last])) is not None or self._head_in(last, last) is not None:
            return False
        if table.ent_iob[i] == "I" and table.ent_type[i] in ("ORG", "LAW", "EVENT", "WORK_OF_ART"):
            return True
        return self._shares_head(first, last, i, beyond)

    def _shares_head(self, first: int, last: int, i: int, beyond: int) -> bool:
        """"the Civic Dignity and Defiance Front": one article, and a head that closes the second part only."""
        table = self.table
        if not first or table.lower[first - 1] not in ("the", "a", "an") or table.ent_type[last] in ("PERSON", "GPE"):
            return False
        end = i + 1
        while end + 1 < beyond and self.capital[end + 1]:
            end += 1
        return end > i + 1 and self._head_in(end, end) is not None and self._head_in(first, last) is None

    def _connects_and(self, i: int, beyond: int) -> bool:
        """What stands behind the conjunction doesn't start a name of its own."""
        table = self.table
        k = i + 1
        if k >= beyond or not self.capital[k] or known_names().get(fold(table.text[k])) is not None and not (
            k + 1 < beyond and self.capital[k + 1]
        ):
            return False
        if table.ent_iob[k] == "B" and table.ent_type[k] in ("PERSON", "GPE", "NORP"):
            return False
        return match_at(self.words.titles, table.lower, k, beyond) is None

    def _without_function_words(self, first: int, last: int) -> int:
        """Drop capitals that are due to the place in the sentence, not to a name."""
        table = self.table
        while first <= last:
            lower = table.lower[first]
            if lower in ("the", "a", "an") or self._capital_of_sentence(first):
                first += 1
            elif not self.capital[first]:
                first += 1
            else:
                break
        return first

    def _capital_of_sentence(self, i: int) -> bool:
        """A function word or verb that has its capital from the place in the sentence."""
        table = self.table
        if table.pos[i] not in FUNCTION_WORDS or table.ent_type[i] in MODEL_TYPES or self._abbreviation(i):
            return False
        if table.text[i + 1 : i + 2] and table.text[i + 1] in HYPHENS and self._glued(i):
            return False
        starts = i == table.sents[table.sent[i]][0] or not (table.text[i - 1][-1].isalnum() or table.text[i - 1] == ",")
        return starts or bool(self.in_heading[i])

    def _abbreviation(self, i: int) -> bool:
        return len(self.table.text[i]) > 1 and self.table.text[i].isupper() and not self.in_heading[i]

    def _with_left_part(self, first: int) -> int:
        """Take in a small particle hyphenated or standing before: "al-Rubaie", "de la Cruz" stays with its capital."""
        table = self.table
        if first >= 2 and table.text[first - 1] in HYPHENS and self._glued(first - 2) and self._glued(first - 1):
            before = table.lower[first - 2]
            if before in ("al", "el", "an", "as", "ar", "ash", "at", "ad", "az", "ul", "ed", "es", "sub", "ni") and not self.capital[first - 2]:
                return first - 2
        return first

    def _with_lower_head(self, first: int, last: int) -> int:
        """Take in a head noun in small letters: "Evin prison", "UN human rights office"."""
        table = self.table
        if last + 1 >= len(table) or self.in_heading[last]:
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
        if kind == "place" and phrase[-1] != "airport" and city_countries(self.names.cut(first, last)):
            return last
        return last + len(phrase)
