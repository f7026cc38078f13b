"""A person's title, as given.

Before the name ("Superintendent Okon Bassey", "the film directors A and B") or in apposition behind it ("Paul Oduya,
Regional Commissioner of the capital", "Ollo Kambou, a member of its legal team").
"""

from __future__ import annotations

from civicspace.components.entities.candidates import Candidate, NameText
from civicspace.components.entities.contexts import ContextEvidence
from civicspace.components.entities.vocabulary import vocabulary
from civicspace.tokens import TokenTable

REACH = 14
_CUT = frozenset(
    {",", ";", ":", "(", ")", "–", "—", "who", "which", "that", "whose", "where", "when", "after", "before", "and"}
    | {"at", "with", "from", "on", "in", "by", "to", "for"}
)
_OPENERS = frozenset({"a", "an", "the", "another", "its", "his", "her", "their", "'s", "’s", ","})


class TitleReader:
    """Finds the token range of the title at one mention of a person."""

    def __init__(self, names: NameText) -> None:
        self.names = names
        self.table: TokenTable = names.table
        self._contexts = ContextEvidence(names)

    def words(self, title: tuple[int, int], text: str) -> str:
        """The title as given, the head of a plural in the singular ("film directors A and B": film director)."""
        first, last = title
        table = self.table
        if table.tag[last] in ("NNS", "VBZ") and "of" not in table.lower[first:last]:
            before = text[table.start[first] : table.start[last]]
            return " ".join((before + table.lemma[last]).split())
        return " ".join(text[table.start[first] : table.end[last]].split())

    def read(self, c: Candidate) -> tuple[int, int] | None:
        """First and last token of the title, without article and age; None where there is none."""
        return self._before(c) or self._behind(c)

    def _before(self, c: Candidate) -> tuple[int, int] | None:
        table = self.table
        low = table.sents[table.sent[c.first]][0]
        if c.title is not None:
            return self._trim(self._modifiers(c.title[0], low), c.title[1])
        i = c.first - 1
        if i >= low and self._is_role(i):
            return self._unless_relational(self._modifiers(i, low), i, low)
        if i > low and (table.text[i] == "," or table.lower[i] == "and"):
            return self._of_list(i, low) or self._remote(i - 1, low)
        return None

    def _is_role(self, i: int) -> bool:
        """A role noun; the tagger takes some plurals before names for verbs ("the film directors A and B")."""
        table = self.table
        if table.lemma[i] not in vocabulary().roles:
            return False
        return table.pos[i] in ("NOUN", "PROPN", "ADJ") or (
            table.tag[i] == "VBZ" and i > 0 and table.pos[i - 1] in ("NOUN", "ADJ", "DET")
        )

    def _of_list(self, i: int, low: int) -> tuple[int, int] | None:
        """ "the film directors A, B and C": a plural role before the list that the name is in."""
        table = self.table
        k = i
        links = (",", "-", "and")
        while k > low and i - k < REACH and (table.pos[k] == "PROPN" or table.lower[k] in links):
            k -= 1
        if self._is_role(k) and table.tag[k] in ("NNS", "VBZ"):
            return self._unless_relational(self._modifiers(k, low), k, low)
        return None

    def _modifiers(self, i: int, low: int) -> int:
        """Leftmost modifier of a title: adjectives, nouns and names up to the article."""
        table = self.table
        k = i
        while k > low and i - k < REACH:
            before = k - 1
            if table.ent_type[before] in ("DATE", "TIME"):
                break
            if table.pos[before] in ("ADJ", "NOUN", "PROPN") and table.text[before] not in ",":
                k = before
            elif table.text[before] in ("-", "‑") and before > low:
                k = before - 1
            elif table.lower[before] in ("then", "former"):
                k = before
            else:
                break
        return k

    def _remote(self, last: int, low: int) -> tuple[int, int] | None:
        """ "UN Special Rapporteur on the situation of human rights in X, Ana Luz Vidal": a phrase before a comma."""
        table = self.table
        for k in range(last, max(low, last - REACH) - 1, -1):
            if table.text[k] in ",;:" or table.pos[k] == "VERB":
                return None
            if table.lemma[k] in vocabulary().roles and table.tag[k] in ("NN", "NNP"):
                if k < last and table.lower[k + 1] not in ("of", "for", "on"):
                    return None
                return self._unless_relational(self._modifiers(k, low), last, low)
        return None

    def _unless_relational(self, first: int, last: int, low: int) -> tuple[int, int] | None:
        """None for "his cousin": a tie to somebody else is no title."""
        table = self.table
        owned = first > low and (table.tag[first - 1] in ("PRP$", "POS"))
        if any(table.lemma[k] in vocabulary().relational for k in range(first, last + 1)) and (
            owned or last == first or table.lemma[last] in vocabulary().relational
        ):
            return None
        return self._trim(first, last)

    def _behind(self, c: Candidate) -> tuple[int, int] | None:
        table = self.table
        n = len(table)
        i = c.last + 1
        if i + 1 < n and table.text[i] == "(":
            while i + 1 < n and table.text[i] != ")" and i - c.last < 12:
                i += 1
            i += 1
        if i + 1 >= n or table.text[i] != "," or table.sent[i + 1] != table.sent[c.last]:
            return None
        i += 1
        if table.text[i].isdigit() and i + 2 < n and table.text[i + 1] == ",":
            i += 2
        found = self._contexts.apposition(i)
        if found is not None and found[0] == "person":
            if table.lemma[found[2]] in vocabulary().relational:
                return None
            return self._trim(i, self._with_complement(found[2]))
        return self._capitalised(i)

    def _capitalised(self, i: int) -> tuple[int, int] | None:
        """ "Paul Oduya, Regional Commissioner of the coast"."""
        table = self.table
        k = i
        while k < min(len(table), i + 5) and table.text[k][0].isalnum():
            if table.lower[k] in vocabulary().roles or (table.lower[k],) in vocabulary().titles.get(table.lower[k], ()):
                return self._trim(i, self._with_complement(k))
            if not table.text[k][0].isupper() and table.lower[k] not in ("the", "former", "then"):
                return None
            k += 1
        return None

    def _with_complement(self, head: int) -> int:
        """The title's head with its of-phrase: "president of the RAMA", "director of Kurmi FM"."""
        table = self.table
        if head + 2 >= len(table) or table.lower[head + 1] != "of":
            return head
        last = head
        for k in range(head + 2, min(len(table), head + REACH)):
            inside = table.pos[k] in ("DET", "ADJ", "NOUN", "PROPN", "PART") or table.lower[k] in ("of", "-")
            inside = inside or table.lower[k] in vocabulary().particles
            if table.sent[k] != table.sent[head] or not inside or table.lower[k] in _CUT:
                break
            last = k
        while last > head and table.pos[last] not in ("NOUN", "PROPN"):
            last -= 1
        return last

    def _trim(self, first: int, last: int) -> tuple[int, int] | None:
        """Without article, possessive and age at the beginning ("a 22-year-old student")."""
        table = self.table
        owner = max((k for k in range(first, last) if table.tag[k] == "POS"), default=None)
        if owner is not None and not any(table.lower[k] == "of" for k in range(first, owner)):
            first = owner + 1
        while first <= last:
            lower = table.lower[first]
            if lower in _OPENERS or table.pos[first] in ("NUM", "PUNCT"):
                first += 1
            elif first + 4 <= last and table.lower[first + 1 : first + 4] == ["-", "year", "-"]:
                first += 5
            elif lower in ("year", "old", "aged"):
                first += 1
            else:
                break
        return (first, last) if first <= last else None
