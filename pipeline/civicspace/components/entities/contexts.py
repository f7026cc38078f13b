"""What the words around a name say of its type: nouns beside it, prepositions, verbs, ages, lists."""

from __future__ import annotations

from civicspace.annotations import EntityType
from civicspace.components.entities.acronyms import is_acronym
from civicspace.components.entities.candidates import Candidate, NameText
from civicspace.components.entities.vocabulary import Vocabulary, vocabulary
from civicspace.tokens import TokenTable

CUE = 5.0
STRONG = 3.0
MIDDLE = 2.5
LIGHT = 1.0
APPOSITION_REACH = 9
_BREAKS = frozenset(
    {",", ".", ";", ":", "(", ")", "–", "—", "who", "which", "that", "whose", "where", "after", "before"}
    | {"from", "with", "at", "in", "of", "on", "by", "for"}
)
_DETERMINERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "another", "one", "former", "then", "also"})


class ContextEvidence:
    """Reads the neighbourhood of candidates in one table."""

    def __init__(self, names: NameText) -> None:
        self.table: TokenTable = names.table
        self.words: Vocabulary = vocabulary()

    def add(self, c: Candidate) -> None:
        """Vote for the types that the neighbourhood tells of."""
        self._before(c)
        self._behind(c)
        self._verb(c)

    def noun_type(self, lemma: str) -> tuple[EntityType, str] | None:
        """The type of thing that a common noun stands for, with the cue's rule."""
        words = self.words
        if lemma in words.roles:
            return "person", "cue.role-noun"
        if lemma in words.organisation_nouns:
            return "organisation", "cue.organisation-noun"
        if lemma in words.place_nouns:
            return "place", "cue.place-noun"
        if lemma in words.work_nouns:
            return "work", "cue.work-noun"
        if lemma in words.event_nouns:
            return "event", "cue.event-noun"
        return None

    def _fitting(self, c: Candidate, found: tuple[EntityType, str] | None) -> tuple[EntityType, str] | None:
        """A role noun doesn't make a person of a name in capitals ("the operator TELMAX")."""
        if found is not None and found[0] == "person" and c.first == c.last and is_acronym(self.table.text[c.first]):
            return None
        return found

    def _looks_personal(self, c: Candidate) -> bool:
        return c.last > c.first and self.table.ent_type[c.last] == "PERSON"

    def _before(self, c: Candidate) -> None:
        table, words = self.table, self.words
        i = c.first - 1
        low = table.sents[table.sent[c.first]][0]
        if i >= 0 and table.text[i] in "“‘\"'«":
            i -= 1
        if i < 0 or table.sent[i] != table.sent[c.first]:
            return
        lemma, lower = table.lemma[i], table.lower[i]
        if lower == "the" and i > low:
            if c.title is None:
                c.vote("person", -MIDDLE, "cue.article")
            i -= 1
            lemma, lower = table.lemma[i], table.lower[i]
            if lower in words.place_prepositions:
                c.vote("place", LIGHT, "cue.place-preposition")
            return
        if table.text[i][0].islower() and table.pos[i] in ("NOUN", "ADJ", "PROPN"):
            found = self._fitting(c, self.noun_type(lemma))
            if found is not None and not (table.tag[i] == "NNS" and found[0] in ("place", "event")):
                c.vote(found[0], CUE if found[0] != "event" else LIGHT, found[1])
        elif lower == "of" and i:
            self._behind_of(c, i - 1)
        elif lower in words.place_prepositions:
            c.vote("place", STRONG, "cue.place-preposition")
        elif lower in ("told", "tell"):
            c.vote("organisation", LIGHT * 1.5, "cue.told")
        elif lower in ("from", "to") and table.ent_type[c.first] not in ("PERSON", "ORG"):
            c.vote("place", LIGHT, "cue.place-preposition")
        elif i and self._is_affiliation(lower, table.lemma[i - 1]):
            c.vote("organisation", MIDDLE, "cue.affiliation")
        elif lower == "at" and c.first == c.last:
            c.vote("place", MIDDLE, "cue.place-preposition")
        elif table.text[i] == "," and i and not self._looks_personal(c):
            self._behind_comma(c, i - 1)

    def _is_affiliation(self, preposition: str, before: str) -> bool:
        """ "a journalist with X", "reporters from X", "writes for X"."""
        if preposition == "for" and before in ("write", "work", "report"):
            return True
        return preposition in ("at", "for", "with", "from") and before in self.words.affiliation_nouns

    def _behind_of(self, c: Candidate, i: int) -> None:
        table, words = self.table, self.words
        lemma = table.lemma[i]
        if lemma in words.place_nouns and table.pos[i] == "NOUN":
            c.vote("place", CUE, "cue.place-noun")
        elif lemma in words.affiliation_nouns or (table.pos[i] == "PROPN" and table.ent_type[i] == "PERSON"):
            c.vote("organisation", MIDDLE, "cue.affiliation")

    def _behind_comma(self, c: Candidate, i: int) -> None:
        """ "the media regulator, Kommunadzor, ...": closed by a comma again, so no list."""
        table = self.table
        after = c.last + 1
        closed = after < len(table) and table.text[after] in (",", ".", ";", "(")
        if closed and table.pos[i] == "NOUN" and table.tag[i] == "NN":
            found = self._fitting(c, self.noun_type(table.lemma[i]))
            if found is not None:
                c.vote(found[0], CUE, found[1])

    def _behind(self, c: Candidate) -> None:
        table, words = self.table, self.words
        n = len(table)
        i = c.last + 1
        if i < n and table.text[i] in "”’\"'»":
            i += 1
        if i + 1 < n and table.text[i] == "(":
            while i + 1 < n and table.text[i] != ")" and i - c.last < 12:
                i += 1
            i += 1
        if i + 1 >= n or table.sent[i] != table.sent[c.last]:
            return
        if table.text[i] == "-" and table.lower[i + 1] in words.place_suffixes:
            c.vote("place", CUE, "cue.place-suffix")
        elif table.text[i] == ",":
            self._behind_own_comma(c, i, n)
        elif table.lower[i] in ("'s", "’s") and table.lemma[i + 1] in words.media_staff:
            c.vote("organisation", MIDDLE, "cue.staff-noun")
        elif table.lower[i] in ("'s", "’s") and c.first == c.last and table.lemma[i + 1] in words.personal_nouns:
            c.vote("person", MIDDLE, "cue.personal-noun")
        elif table.lower[i] in ("who", "whom"):
            c.vote("person", LIGHT, "cue.who")
        elif table.pos[i] == "NOUN" and table.lemma[i] in words.staff_nouns:
            c.vote("organisation", MIDDLE, "cue.staff-noun")

    def _behind_own_comma(self, c: Candidate, i: int, n: int) -> None:
        table = self.table
        is_age = table.text[i + 1].isdigit() and len(table.text[i + 1]) <= 2
        if is_age and i + 2 < n and table.text[i + 2] in (",", ".", ";"):
            c.vote("person", CUE * 2, "cue.age")
        elif table.lower[i + 1] in ("who", "whose", "whom"):
            c.vote("person", MIDDLE, "cue.who")
        elif table.lower[i + 1] == "which" and table.ent_type[c.first] == "":
            c.vote("organisation", MIDDLE, "cue.which")
        elif c.first == 0 or table.lower[c.first - 1] not in self.words.place_prepositions:
            found = self.apposition(i + 1)
            if found is not None and found[0] == "person" and self._is_where_from(c):
                return
            if found is not None:
                kind, rule, head = found
                if self._fitting(c, (kind, rule)) is not None:
                    c.vote(kind, CUE, rule)
                    c.description = (i + 1, head)

    def _is_where_from(self, c: Candidate) -> bool:
        """ "Ana Luz Vidal of Matagalpa, a lawyer": what follows describes the person, not the place."""
        table = self.table
        return c.first > 1 and table.lower[c.first - 1] == "of" and table.text[c.first - 2][0].isupper()

    def apposition(self, i: int) -> tuple[EntityType, str, int] | None:
        """Type, rule and head of a descriptive phrase that begins at a token, its determiner or role noun first."""
        table = self.table
        n = len(table)
        if i >= n or not (table.lower[i] in _DETERMINERS or self._opens_bare(i, n)):
            return None
        head = None
        for k in range(i, min(n, i + APPOSITION_REACH)):
            if table.sent[k] != table.sent[i] or (k > i and table.lower[k] in _BREAKS):
                break
            if table.pos[k] in ("VERB", "AUX") and table.tag[k] not in ("VBN", "VBG") and k > i:
                break
            if table.lower[k] in ("year", "old", "aged") or table.pos[k] == "NUM":
                continue
            if table.lower[k] in ("'s", "’s", "'", "’"):
                head = None
            elif table.pos[k] == "NOUN" or (table.lemma[k] in self.words.roles and table.text[k][0].islower()):
                head = k
            elif head is not None and table.text[k] != "-":
                break
        if head is None or (head + 1 < n and table.text[head + 1][0].isupper()):
            return None
        found = self.noun_type(table.lemma[head])
        return None if found is None else (*found, head)

    def _opens_bare(self, i: int, n: int) -> bool:
        """Without an article: "legal officer of the network", "Tembe's lawyer", "editor of the weekly"."""
        table = self.table
        for k in range(i, min(n, i + 5)):
            if table.lemma[k] in self.words.roles and table.tag[k] in ("NN", "NNP") and table.text[k][0].islower():
                return True
            if table.pos[k] not in ("ADJ", "NOUN", "PROPN", "PART") or table.sent[k] != table.sent[i]:
                return False
        return False

    def _verb(self, c: Candidate) -> None:
        """Subjects of verbs that persons, or organisations, do or undergo."""
        table = self.table
        for k in range(c.last, c.first - 1, -1):
            if table.dep[k] in ("nsubj", "nsubjpass"):
                verb = table.lemma[table.head[k]]
                if verb in self.words.person_verbs and c.last > c.first:
                    c.vote("person", LIGHT / 2 if table.dep[k] == "nsubj" else LIGHT, "cue.person-verb")
                elif verb in self.words.organisation_verbs:
                    c.vote("organisation", LIGHT, "cue.organisation-verb")
                return
