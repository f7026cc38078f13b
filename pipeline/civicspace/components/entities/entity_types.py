"""What type a name is: evidence from its own words, the words around it, the gazetteer and the model, added up.

Evidence is gathered at every place where a name stands and added over the whole report, so that a name has one type in
a report (one sense per discourse: Gale, Church and Yarowsky 1992). ``contexts`` reads the words around a name.
"""

from __future__ import annotations

from collections.abc import Collection

from civicspace.annotations import EntityType
from civicspace.components.entities.acronyms import is_acronym
from civicspace.components.entities.candidates import MODEL_TYPES, Candidate, NameText
from civicspace.components.entities.contexts import ContextEvidence
from civicspace.components.entities.gazetteer import Known, city_countries, known_names
from civicspace.components.entities.laws import LAW_WEIGHT, is_law
from civicspace.components.entities.vocabulary import Vocabulary, vocabulary
from civicspace.tokens import TokenTable

CERTAIN = 50.0
HEAD = 16.0
LIKELY = 6.0
MODEL = 2.0
HINT = 1.0
THRESHOLD = 1.5
_GAZETTEER_WEIGHT = {
    "gazetteer.capital": 8.0,
    "gazetteer.ethnic": 2.5,
    "gazetteer.religious": 8.0,
    "gazetteer.other": 8.0,
}
_COMPLEMENTS = frozenset({"of", "for", "to", "against", "on", "in", "at", "with", "without", "under", "across"})
_DAYS = frozenset({"day", "week", "month", "year"})
_NAMED_DAY = frozenset({"world", "international", "rights", "global", "remembrance", "memorial"})


class TypeEvidence:
    """Adds votes to the candidates of one report.

    countries: alpha-2 codes of the report's country and of those that it names.
    """

    def __init__(self, names: NameText, countries: Collection[str]) -> None:
        self.names = names
        self.table: TokenTable = names.table
        self.countries = countries
        self.words: Vocabulary = vocabulary()
        self._contexts = ContextEvidence(names)

    def add(self, c: Candidate) -> None:
        """All evidence at one place."""
        known = known_names().get(c.key)
        if known is not None:
            c.vote(known.type, _GAZETTEER_WEIGHT.get(known.rule, CERTAIN), known.rule)
            c.country = known.country
            if known.rule == "gazetteer.capital" and known.country not in self.countries:
                c.country = next(iter(city_countries(c.key, self.countries)), known.country)
        self._model(c, known)
        self._own_words(c)
        if known is None or known.type != "group":
            self._contexts.add(c)
        if known is None and len(c.key) > 2 and c.last - c.first < 4 and c.alias_of is None and c.title is None:
            self._city(c)

    def _model(self, c: Candidate, known: Known | None) -> None:
        table = self.table
        labels: dict[EntityType, int] = {}
        unknown_group = False
        for i in range(c.first, c.last + 1):
            kind = MODEL_TYPES.get(table.ent_type[i])
            if kind == "group" and known is None and (table.pos[i] == "NOUN" or c.weak):
                kind = None
            if kind == "group" and known is None and table.ent_type[i] != "LANGUAGE":
                unknown_group = True
            if kind is not None:
                labels[kind] = labels.get(kind, 0) + 1
        size = c.last - c.first + 1
        for kind, count in labels.items():
            weight = MODEL * 0.8 if kind == "work" or unknown_group else MODEL
            c.vote(kind, weight * count / size, "model")

    def _own_words(self, c: Candidate) -> None:
        table, words = self.table, self.words
        if is_law(table, c.first, c.last):
            c.vote("law", LAW_WEIGHT, "pattern.law")
            return
        lower = table.lower[c.first : c.last + 1]
        if c.key in words.alone:
            c.vote("organisation", LIKELY, "lexicon.organisation-name")
        if len(lower) == 1:
            if is_acronym(table.text[c.first]):
                c.vote("organisation", HINT * 2, "spelling.acronym")
            return
        if len(table.text[c.last]) <= 2 and (table.text[c.last].endswith(".") or len(table.text[c.last]) == 1):
            c.vote("person", LIKELY, "spelling.initial")
        for length in (3, 2, 1):
            kind = words.lower_head_types.get(tuple(lower[-length:])) if len(lower) > length else None
            if kind is not None and table.text[c.last][0].islower():
                c.vote(kind, HEAD, f"lexicon.{kind}-head")  # type: ignore[arg-type]
                return
        self._capital_head(c, lower)
        if not c.votes.get("organisation") and self._names_country(c):
            c.vote("organisation", MODEL, "pattern.country-in-name")
            c.vote("person", -MODEL, "pattern.country-in-name")

    def _names_country(self, c: Candidate) -> bool:
        """ "Medica Kenya": nobody's surname is a country."""
        known = known_names().get(self.names.key(c.last, c.last))
        return known is not None and known.rule == "gazetteer.country" and known_names().get(c.key) is None

    def _capital_head(self, c: Candidate, lower: list[str]) -> None:
        words = self.words
        glued = self.table.end[c.last - 1] == self.table.start[c.last]
        end = "" if glued else lower[-1]
        complement = next((k for k, w in enumerate(lower) if k and w in _COMPLEMENTS), None)
        head = lower[complement - 1] if complement is not None else end
        if lower[0] in words.foreign:
            c.vote("organisation", LIKELY, "lexicon.organisation-head-foreign")
        if head in words.organisation and complement is not None:
            c.vote("organisation", HEAD, "lexicon.organisation-head")
        elif end in words.work:
            c.vote("work", LIKELY, "lexicon.work-head")
        elif end in words.event and (end not in _DAYS or self._is_named_day(c, lower)):
            c.vote("event", LIKELY + HINT, "lexicon.event-head")
        elif lower[0] in words.media and end in words.media:
            c.vote("organisation", LIKELY, "lexicon.media-word")
        elif end in words.place and complement is None:
            c.vote("place", HEAD if end not in words.organisation else LIKELY, "lexicon.place-head")
        elif end in words.organisation:
            c.vote("organisation", HEAD, "lexicon.organisation-head")
        elif end in words.media or (lower[0] in words.media and self.table.ent_type[c.first] != "PERSON"):
            c.vote("organisation", LIKELY, "lexicon.media-word")
        elif head in words.place:
            c.vote("place", LIKELY, "lexicon.place-head")
        elif lower[0] in words.place_first:
            c.vote("place", MODEL, "lexicon.place-head")
        elif complement is None and not words.organisation.isdisjoint(lower):
            c.vote("organisation", MODEL, "lexicon.organisation-word")

    def _is_named_day(self, c: Candidate, lower: list[str]) -> bool:
        """ "Human Rights Day", not "Union Day": the second is a date to most readers."""
        return not _NAMED_DAY.isdisjoint(lower) or self.table.ent_type[c.last] == "EVENT"

    def _city(self, c: Candidate) -> None:
        """A city's name in a country of the report speaks for a place; elsewhere it only confirms one."""
        found = city_countries(self.names.cut(c.first, c.last), self.countries)
        if not found:
            return
        near = found[0] in self.countries
        if near or c.votes.get("place", 0) > 0:
            c.vote("place", MODEL * 2 if near and not c.weak else HINT, "gazetteer.city")
            c.country = c.country or found[0]


def best_type(votes: dict[EntityType, float]) -> tuple[EntityType, float] | None:
    """The type with most weight, or None where nothing speaks for any.

    >>> best_type({"person": 2.0, "place": 3.0})
    ('place', 3.0)
    """
    if not votes:
        return None
    kind = max(votes, key=lambda k: (votes[k], k))
    return (kind, votes[kind]) if votes[kind] >= THRESHOLD else None
