"""What type a name is: evidence from its own words, the words around it, the gazetteer and the model, added up.

Evidence is gathered at every place where a name stands and added over the whole report, so that a name has one type in
a report (one sense per discourse: Gale, Church and Yarowsky 1992).
"""

from __future__ import annotations

from civicspace.annotations import EntityType
from civicspace.components.entities.acronyms import is_acronym
from civicspace.components.entities.candidates import MODEL_TYPES, Candidate
from civicspace.components.entities.gazetteer import city_countries, known_names
from civicspace.components.entities.laws import is_law
from civicspace.components.entities.vocabulary import Vocabulary, vocabulary
from civicspace.tokens import TokenTable

CERTAIN = 50.0
HEAD = 7.0
CUE = 5.0
MODEL = 2.0
HINT = 1.0
THRESHOLD = 1.5


class TypeEvidence:
    """Adds votes to the candidates of one table."""

    def __init__(self, table: TokenTable) -> None:
        self.table = table
        self.words: Vocabulary = vocabulary()

    def add(self, c: Candidate) -> None:
        """All evidence at one place."""
        known = known_names().get(c.key)
        if known is not None:
            c.vote(known.type, CERTAIN if known.rule != "gazetteer.capital" else HEAD, known.rule)
            c.country = known.country
        self._model(c)
        self._own_words(c)
        self._before(c)
        self._behind(c)
        self._apposition(c)
        if known is None and not c.weak and len(c.key) > 3:
            self._city(c)

    def _model(self, c: Candidate) -> None:
        table = self.table
        labels: dict[EntityType, int] = {}
        for i in range(c.first, c.last + 1):
            kind = MODEL_TYPES.get(table.ent_type[i])
            if kind is not None:
                labels[kind] = labels.get(kind, 0) + 1
        size = c.last - c.first + 1
        for kind, count in labels.items():
            c.vote(kind, MODEL * count / size, "model")

    def _own_words(self, c: Candidate) -> None:
        table, words = self.table, self.words
        if is_law(table, c.first, c.last):
            c.vote("law", HEAD * 2, "pattern.law")
            return
        lower = table.lower[c.first : c.last + 1]
        name = c.key
        if name in words.alone:
            c.vote("organisation", HEAD, "lexicon.organisation-name")
        if len(lower) == 1:
            if is_acronym(table.text[c.first]):
                c.vote("organisation", HINT, "spelling.acronym")
            return
        phrase = " ".join(lower)
        for head_phrase, kind in words.lower_head_types.items():
            if phrase.endswith(" " + " ".join(head_phrase)):
                c.vote(kind, HEAD, f"lexicon.{kind}-head")  # type: ignore[arg-type]
                return
        self._capital_head(c, lower)

    def _capital_head(self, c: Candidate, lower: list[str]) -> None:
        words = self.words
        end = lower[-1]
        complement = next((k for k, w in enumerate(lower) if k and w in ("of", "for", "to", "against", "on", "in", "at", "with")), None)
        head = lower[complement - 1] if complement is not None else end
        if complement is not None and head in words.organisation:
            c.vote("organisation", HEAD, "lexicon.organisation-head")
        elif end in words.media and complement is None:
            c.vote("organisation", CUE, "lexicon.media-word")
        elif end in words.place and complement is None and not (end in words.organisation and end not in ("state", "hall")):
            c.vote("place", HEAD, "lexicon.place-head")
        elif lower[0] in ("lake", "mount", "port", "fort", "cape", "route", "avenue", "plaza", "rue", "camp"):
            c.vote("place", CUE, "lexicon.place-head")
        elif end in words.organisation:
            c.vote("organisation", HEAD, "lexicon.organisation-head")
        elif end in words.event:
            c.vote("event", CUE, "lexicon.event-head")
        elif end in words.work:
            c.vote("work", CUE, "lexicon.work-head")
        elif head in words.place:
            c.vote("place", HEAD, "lexicon.place-head")
        elif head in words.organisation:
            c.vote("organisation", HEAD, "lexicon.organisation-head")
        if lower[0] in words.foreign or lower[0] in words.media:
            c.vote("organisation", CUE, "lexicon.organisation-head-foreign")

    def _noun_type(self, lemma: str) -> tuple[EntityType, str] | None:
        words = self.words
        if lemma in words.organisation_nouns:
            return "organisation", "cue.organisation-noun"
        if lemma in words.roles:
            return "person", "cue.role-noun"
        if lemma in words.place_nouns:
            return "place", "cue.place-noun"
        if lemma in words.work_nouns:
            return "work", "cue.work-noun"
        if lemma in words.event_nouns:
            return "event", "cue.event-noun"
        return None

    def _before(self, c: Candidate) -> None:
        table = self.table
        i = c.first - 1
        if i < 0 or table.sent[i] != table.sent[c.first]:
            return
        lemma, lower = table.lemma[i], table.lower[i]
        if table.pos[i] == "NOUN" or (lemma in self.words.roles and table.pos[i] in ("ADJ", "PROPN")):
            found = self._noun_type(lemma)
            if found is not None and not (found[0] == "place" and table.tag[i] == "NNS"):
                c.vote(found[0], CUE if found[0] != "event" else HINT, found[1])
        elif lower == "of" and i and table.lemma[i - 1] in self.words.place_nouns and table.pos[i - 1] == "NOUN":
            c.vote("place", CUE, "cue.place-noun")
        elif lower in self.words.place_prepositions:
            c.vote("place", HINT, "cue.place-preposition")
        elif table.text[i] == "," and i > 1 and table.dep[c.last] == "appos":
            found = self._noun_type(table.lemma[table.head[c.last]])
            if found is not None and table.pos[table.head[c.last]] == "NOUN":
                c.vote(found[0], CUE, found[1])

    def _behind(self, c: Candidate) -> None:
        table = self.table
        n = len(table)
        i = c.last + 1
        if i + 1 >= n or table.sent[i] != table.sent[c.last]:
            return
        if table.text[i] == "-" and table.lower[i + 1] in self.words.place_suffixes:
            c.vote("place", CUE, "cue.place-suffix")
        elif table.text[i] == "," and table.text[i + 1].isdigit() and len(table.text[i + 1]) <= 2:
            if i + 2 < n and table.text[i + 2] in (",", ".", "-"):
                c.vote("person", HEAD, "cue.age")
        elif table.text[i] == "," and table.lower[i + 1] in ("who", "whose"):
            c.vote("person", MODEL, "cue.who")
        elif table.lower[i] == "who":
            c.vote("person", HINT, "cue.who")
        elif table.pos[i] == "NOUN" and table.lemma[i] in self.words.staff_nouns:
            c.vote("organisation", HINT, "cue.staff-noun")

    def _apposition(self, c: Candidate) -> None:
        """"X, a lawyer who ...", "X, the country's media regulator, ..."."""
        table = self.table
        for head in range(c.first, c.last + 1):
            for j in table.children[head]:
                if j > c.last and table.dep[j] == "appos" and table.pos[j] == "NOUN" and j - c.last < 12:
                    found = self._noun_type(table.lemma[j])
                    if found is not None:
                        c.vote(found[0], CUE, found[1])
                        return

    def _city(self, c: Candidate) -> None:
        """A larger city's name: it confirms a place, it doesn't make one."""
        if c.votes.get("place", 0) > 0 or not c.votes:
            countries = city_countries(self.table.doc.text[self.table.start[c.first] : self.table.end[c.last]])
            if countries:
                c.vote("place", MODEL, "gazetteer.city")
                c.country = c.country or countries[0]


def best_type(votes: dict[EntityType, float]) -> tuple[EntityType, float] | None:
    """The type with most weight, or None where nothing speaks for any."""
    if not votes:
        return None
    kind = max(votes, key=lambda k: (votes[k], k))
    return (kind, votes[kind]) if votes[kind] >= THRESHOLD else None
