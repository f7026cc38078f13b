"""Taking runs apart: titles, nationalities and countries stand glued to the names that they go with.

"UN Special Rapporteur Ana Luz Vidal" is an organisation, a title and a person; "Mexican President" names nobody but a
nationality; "the Kenyan Wanza Kilonzo" a nationality and a person.
"""

from __future__ import annotations

from civicspace.components.entities.acronyms import is_acronym
from civicspace.components.entities.candidates import Candidate, NameText
from civicspace.components.entities.connectors import CONNECTORS, LOOSE_CONNECTORS
from civicspace.components.entities.gazetteer import Known, known_names, longest_known
from civicspace.components.entities.laws import law_words
from civicspace.components.entities.vocabulary import Vocabulary, match_at, vocabulary
from civicspace.tokens import TokenTable

TITLE_WEIGHT = 12.0
_OFFICE_WORDS = frozenset({"minister", "ministers", "secretary", "undersecretary", "director", "commissioner"})
_BEFORE_NAMES = frozenset({"of", "for", "and", "&", "on", "against"})


def known_at(names: NameText, first: int, last: int) -> tuple[int, Known] | None:
    """The longest gazetteer name that starts at ``first`` and ends at or before ``last``: its last token and entry."""
    table = known_names()
    for end in range(min(last, first + longest_known() - 1), first - 1, -1):
        known = table.get(names.key(first, end))
        if known is not None:
            return end, known
    return None


class Splitter:
    """Makes candidates from the runs of one table."""

    def __init__(self, names: NameText) -> None:
        self.names = names
        self.table: TokenTable = names.table
        self.words: Vocabulary = vocabulary()
        words = self.words
        self._heads = words.organisation | words.place | words.event | words.media | words.work | law_words().heads

    def known_in(self, first: int, last: int) -> list[Candidate]:
        """What the gazetteer and the model know in a run of a title-case heading, whose capitals tell nothing."""
        table = self.table
        found: list[Candidate] = []
        k = first
        while k <= last:
            hit = known_at(self.names, k, last)
            end = hit[0] if hit is not None else k
            if hit is None and table.ent_type[k] == "PERSON" and table.ent_iob[k] == "B":
                while end < last and table.ent_iob[end + 1] == "I":
                    end += 1
            if hit is not None or end > k:
                found.append(self.names.candidate(k, end))
            k = end + 1
        return found

    def split(self, first: int, last: int) -> list[Candidate]:
        """The candidates in a run, in text order; titles alone give none."""
        table = self.table
        while first <= last and table.lower[first] in ("the", "of", "and"):
            first += 1
        if first > last:
            return []
        if self._title_end(first, last) is None and self._role_opens(first, last):
            return self._around_title(first, first, first, last)
        for j in range(first, last + 1):
            title_last = self._title_end(j, last)
            if title_last is not None and not self._is_part_of_name(first, j, title_last, last):
                return self._around_title(first, j, title_last, last)
        return self._nationality(first, last)

    def _role_opens(self, first: int, last: int) -> bool:
        """ "Photographer Ana Luz Vidal ...": a role noun that begins a sentence before a person's name."""
        table = self.table
        # The lemma of a capitalised plural is often the plural itself.
        if last == first or not {table.lemma[first], table.lower[first].removesuffix("s")} & self.words.roles:
            return False
        if table.lower[last] in self._heads:
            return False
        if self._names_a_body(first):
            return False
        if any(table.lower[k] in self.words.organisation for k in range(first + 1, last + 1)):
            return False
        return table.pos[first] in ("NOUN", "PROPN", "ADJ") and table.text[first + 1][0].isupper()

    def _names_a_body(self, noun: int) -> bool:
        """People of one profession behind a cause: "Reporters Without Borders", "Lawyers for Human Rights"."""
        follows = self.table.lower[noun + 1]
        return self.table.lower[noun].endswith("s") and follows != "of" and follows in CONNECTORS | LOOSE_CONNECTORS

    def _title_end(self, j: int, last: int) -> int | None:
        """Last token of the titles that stand one after another from ``j``."""
        end: int | None = None
        k = j
        while k <= last:
            phrase = match_at(self.words.titles, self.table.lower, k, last + 1)
            if phrase is None:
                break
            end = k + len(phrase) - 1
            k = end + 1
        return end

    def _is_part_of_name(self, first: int, j: int, end: int, last: int) -> bool:
        """A title's words that belong to a name: "Ministry of Justice", "Prosecutor General's Office"."""
        table = self.table
        known = known_at(self.names, j, last)
        if known is not None and known[0] > end:
            return True
        if end < last:
            follows = table.lower[end + 1]
            if follows == "of":
                return False
            if self._names_a_body(end):
                return True
            if follows in ("'s", "’s", "'", "’") or table.lower[last] in self._heads or follows in ("and", "&"):
                return True
            if any(table.lower[k] in self.words.organisation for k in range(end + 1, last + 1)):
                return True
        if j > first and (table.lower[j - 1] in self.words.particles or table.lower[first] in self.words.place_first):
            return True
        if any(table.lower[k] in _BEFORE_NAMES and table.lower[k - 1] in self._heads for k in range(first + 1, j)):
            return True
        if end == last and j > first and end == j:
            return table.ent_type[first] == "PERSON" and table.ent_iob[last] == "I" and table.ent_type[last] == "PERSON"
        return False

    def _around_title(self, first: int, j: int, end: int, last: int) -> list[Candidate]:
        table = self.table
        found: list[Candidate] = []
        left = self._before_modifiers(first, j - 1)
        if left >= first and (end < last or self._names_something(first, left)):
            found.extend(self._nationality(first, left))
        if end == last:
            return found
        if table.lower[end + 1] == "of":
            rest = end + 2
            person = self._model_person(rest, last)
            if person is not None and person > rest:
                found.append(self._person(person, last, (first, person - 1)))
                last = person - 1
            if any(table.lower[k] in _OFFICE_WORDS for k in range(j, end + 1)):
                while rest <= last and known_at(self.names, rest, last) is None:
                    rest += 1
            return [*found, *(self.split(rest, last) if rest <= last else [])]
        found.append(self._person(end + 1, last, (first, end)))
        return found

    def _names_something(self, first: int, last: int) -> bool:
        """Before a title without a name: a known name, an acronym, an organisation; else words of the title."""
        if known_at(self.names, first, last) is not None or self.table.lower[last] in self._heads:
            return True
        return first == last and is_acronym(self.table.text[first])

    def _before_modifiers(self, first: int, last: int) -> int:
        """Last token before the modifiers that belong to a title: "Mexican | Former" President."""
        k = first
        while k <= last:
            phrase = match_at(self.words.modifiers, self.table.lower, k, last + 1)
            if phrase is not None and k + len(phrase) - 1 == last:
                return k - 1
            k += 1
        return last

    def _person(self, first: int, last: int, title: tuple[int, int]) -> Candidate:
        person = self.names.candidate(first, last)
        person.vote("person", TITLE_WEIGHT, "title")
        person.title = title
        return person

    def _model_person(self, first: int, last: int) -> int | None:
        """First token of the model's person that ends with the run."""
        table = self.table
        if first > last or table.ent_type[last] != "PERSON":
            return None
        k = last
        while k > first and table.ent_iob[k] == "I":
            k -= 1
        return k if table.ent_iob[k] == "B" else None

    def _nationality(self, first: int, last: int) -> list[Candidate]:
        table = self.table
        hit = known_at(self.names, first, last)
        if hit is None:
            return [self.names.candidate(first, last)]
        end, known = hit
        if end == last or table.lower[last] in self._heads:
            return [self.names.candidate(first, last)]
        if any(table.lower[k] in self.words.organisation for k in range(end + 1, last + 1)):
            return [self.names.candidate(first, last)]
        rest = end + 1
        if table.text[rest] in ("-", "–", "'s", "’s", "/"):
            return [self.names.candidate(first, end), *self.split(rest + 1, last)]
        cut = table.ent_iob[rest] == "B" and table.ent_type[rest] == "PERSON"
        if known.type == "group" and known.country is None and table.ent_type[first] != "NORP":
            cut = False
        elif known.type == "group" and not cut:
            cut = table.ent_type[last] == "PERSON" or (table.ent_type[first] == "NORP" and table.ent_iob[rest] != "I")
        if cut:
            return [self.names.candidate(first, end), *self.split(rest, last)]
        return [self.names.candidate(first, last)]
