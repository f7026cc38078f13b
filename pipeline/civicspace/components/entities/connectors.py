"""Small English words inside names: "Ministry of the Interior", "Legal Aid and Advice Association"."""

from __future__ import annotations

from civicspace.components.entities.candidates import NameText
from civicspace.components.entities.gazetteer import fold, known_names
from civicspace.components.entities.laws import law_words
from civicspace.components.entities.spelling import Capitals
from civicspace.components.entities.vocabulary import Vocabulary, match_at, vocabulary
from civicspace.tokens import TokenTable

CONNECTORS = frozenset({"of", "for", "against", "to", "on", "with", "and", "&"})
LOOSE_CONNECTORS = frozenset({"in", "into", "as", "to", "from", "at", "with", "without", "the", "for"})
_ACT_HEADS = frozenset({"act", "bill", "law"})


class Connectors:
    """Decides whether a run goes on behind a small word. All positions are token positions; None means that it ends."""

    def __init__(self, names: NameText, spelling: Capitals) -> None:
        self.table: TokenTable = names.table
        self.spelling = spelling
        self.words: Vocabulary = vocabulary()

    def inside_model_name(self, last: int, i: int) -> bool:
        """The model took the token into the name that it found at ``last``."""
        table = self.table
        return (
            table.ent_iob[i] == "I"
            and table.ent_type[i] in ("ORG", "LAW", "FAC", "EVENT", "WORK_OF_ART", "PRODUCT")
            and table.ent_iob[last] in "BI"
            and table.text[i] not in ("(", ")", ",", ";", ":", "“", "”", '"')
        )

    def to_next_capital(self, first: int, i: int, beyond: int) -> int | None:
        """Over small words inside the model's name to its next capital."""
        table = self.table
        k = i
        while k < beyond and k < i + 5 and table.ent_iob[k] == "I":
            if self.spelling.capital[k]:
                return k
            if table.lower[k] in ("and", "&") and not self._joins(first, k - 1, k, beyond):
                return None
            k += 1
        return None

    def head_in(self, first: int, last: int) -> str | None:
        """The first head noun between two tokens: what kind of thing the run names so far."""
        lower = self.table.lower
        for k in range(first, last + 1):
            if lower[k] in self.words.organisation:
                return "organisation"
            if lower[k] in law_words().heads:
                return "law"
        return None

    def connected(self, first: int, last: int, i: int, beyond: int) -> int | None:
        """ "Ministry of the Interior", "Committee for Free Speech", "Legal Aid and Advice Association"."""
        table = self.table
        word = table.lower[i]
        k = i + 1
        if k < beyond and table.lower[k] == "the" and word != "and":
            k += 1
        if k >= beyond or not self.spelling.capital[k] or self.spelling.is_calendar(k):
            return None
        known = known_names().get(fold(table.text[k]))
        if word in ("and", "&"):
            return k if self._joins(first, last, i, beyond) else None
        if word == "for" and table.lower[k] == "all":
            return k
        head = self.head_in(first, last)
        if head is None:
            return self._place_of(last, k, beyond) if word == "of" else None
        if word == "to":
            return k if table.pos[k] == "VERB" or table.tag[k] in ("VB", "VBP") else None
        if word in ("on", "against", "with") and known is not None and known.type in ("place", "work"):
            return None
        if word == "on" and table.ent_type[k] in ("PERSON", "GPE", "DATE"):
            return None
        if word == "with" and head != "law":
            return None
        return k

    def to_closing_head(self, first: int, i: int, beyond: int) -> int | None:
        """Over small words where a law's head or an acronym in brackets closes the name soon.

        "the Entry into Kenya Act", "Mission to Support the Fight against Impunity in Honduras (MSFIH)".
        """
        table = self.table
        k = i + 1
        if k >= beyond or not self.spelling.capital[k] or not first or table.lower[first - 1] not in ("the", "a", "an"):
            return None
        end = k
        small = CONNECTORS | LOOSE_CONNECTORS
        while end + 1 < beyond and end - i < 8 and (self.spelling.capital[end + 1] or table.lower[end + 1] in small):
            end += 1
        if table.lower[end] in _ACT_HEADS:
            return k
        if end + 2 >= beyond or table.text[end + 1] != "(":
            return None
        acronym = table.text[end + 2]
        closed = acronym.isupper() and len(acronym) > 2
        return k if closed and self.head_in(first, first + 3) == "organisation" else None

    def _place_of(self, last: int, k: int, beyond: int) -> int | None:
        """ "Republic of Korea", "Secretary of State": heads of places, offices and titles take an of-phrase too."""
        if len(match_at(self.words.titles, self.table.lower, last, beyond) or ()) > 1:
            return k
        if self.table.lower[last] in self.words.place | self.words.event | self.words.possessors:
            return k
        return None

    def _joins(self, first: int, last: int, i: int, beyond: int) -> bool:
        """ "and" inside one name: in the complement of its head, or before the head that both parts share."""
        table = self.table
        if not self._connects_and(i, beyond):
            return False
        if any(table.lower[k] in ("of", "for", "on", "against") for k in range(first, last)):
            return self.head_in(first, last) is not None and table.pos[last] in ("NOUN", "PROPN", "ADJ")
        if known_names().get(fold(table.text[last])) is not None or self.head_in(last, last) is not None:
            return False
        if table.ent_iob[i] == "I" and table.ent_type[i] in ("ORG", "LAW", "EVENT", "WORK_OF_ART"):
            return True
        return self._shares_head(first, last, i, beyond)

    def _shares_head(self, first: int, last: int, i: int, beyond: int) -> bool:
        """ "the Truth and Harmony Front": one article, and a head that closes the second part only."""
        table = self.table
        if not first or table.lower[first - 1] not in ("the", "a", "an") or table.ent_type[last] in ("PERSON", "GPE"):
            return False
        end = i + 1
        while end + 1 < beyond and self.spelling.capital[end + 1]:
            end += 1
        return end > i + 1 and self.head_in(end, end) is not None and self.head_in(first, last) is None

    def _connects_and(self, i: int, beyond: int) -> bool:
        """What stands behind the conjunction doesn't start a name of its own."""
        table = self.table
        k = i + 1
        if (
            k >= beyond
            or not self.spelling.capital[k]
            or (
                known_names().get(fold(table.text[k])) is not None
                and not (k + 1 < beyond and self.spelling.capital[k + 1])
            )
        ):
            return False
        if table.ent_iob[k] == "B" and table.ent_type[k] in ("PERSON", "GPE", "NORP"):
            return False
        return match_at(self.words.titles, table.lower, k, beyond) is None
