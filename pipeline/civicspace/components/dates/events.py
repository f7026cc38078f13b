"""When the events were that a report has told of, so that dates can be counted from them.

An event is looked up by the word that names it: by its stem ("his arrest" finds "was arrested on 3 May"), else by its
kind in lexicon/dates/events.yaml ("the verdict" finds "was convicted on 3 May").
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from civicspace.components.dates.values import Period
from civicspace.lexicons import lexicon
from civicspace.tokens import TokenTable

_STEM = 5
_LIGHT = frozenset(
    {
        "be",
        "have",
        "do",
        "make",
        "take",
        "get",
        "say",
        "tell",
        "give",
        "go",
        "hold",
        "come",
        "put",
        "day",
        "year",
        "month",
        "week",
        "people",
        "group",
    }
)
_OBJECTS = frozenset({"dobj", "nsubj", "nsubjpass", "attr"})
_PATIENTS = frozenset({"dobj", "nsubjpass"})
_COMPLETIONS = frozenset({"dobj", "prt", "acomp", "oprd", "attr", "xcomp", "advmod", "ccomp"})
# A word told so many dates ago or more gives way to another word for the same kind of event.
_STALE = 8
# An event that is named before its day is told gets it within so many dates.
_SOON = 4


class _EventWords(BaseModel):
    """lexicon/dates/events.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kinds: dict[str, list[str]]
    answers: frozenset[str]


@cache
def _kinds() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for kind, words in lexicon("dates/events", _EventWords).kinds.items():
        for word in words:
            kinds.setdefault(word, set()).add(kind)
    return {word: frozenset(of) for word, of in kinds.items()}


def kinds_of(lemma: str) -> frozenset[str]:
    """The kinds of event that a word or a "verb noun" pair may name.

    >>> sorted(kinds_of("raid"))
    ['attack', 'search']
    """
    return _kinds().get(lemma, frozenset())


def stem(lemma: str) -> str:
    """The letters by which an act's verb and noun are taken for the same."""
    return lemma[:_STEM]


class Told(NamedTuple):
    """A date of an event: ``at`` counts the dates told before it."""

    period: Period
    at: int


class EventDates:
    """Dates of the events told so far, by stem and by kind."""

    def __init__(self, table: TokenTable) -> None:
        self._table = table
        self._answers = lexicon("dates/events", _EventWords).answers
        self._by_stem: dict[str, list[Told]] = {}
        self._by_kind: dict[str, list[Told]] = {}
        self._by_noun: dict[str, list[Told]] = {}
        self.count = 0

    def tell(self, path: list[int], period: Period) -> None:
        """An expression with this period dates the words on its way to its verb, the verb, its subject and
        its object; path: the tokens on that way."""
        table = self._table
        self.count += 1
        for i in path:
            self._note(i, period)
        verb = path[-1] if path and table.pos[path[-1]] in ("VERB", "AUX") else None
        if verb is None:
            return
        answers = table.lemma[verb] in self._answers
        for j in table.children[verb]:
            if table.dep[j] in _OBJECTS and not (answers and table.dep[j] in _PATIENTS):
                self._note(j, period)
        if table.dep[verb] == "relcl":
            self._note(table.head[verb], period)
        for kind in self._kinds_with_objects(verb):
            self._by_kind.setdefault(kind, []).append(Told(period, self.count))

    def _note(self, i: int, period: Period) -> None:
        lemma = self._table.lemma[i]
        if self._table.pos[i] not in ("NOUN", "VERB", "PROPN") or lemma in _LIGHT or len(lemma) < 3:
            return
        if self._table.pos[i] == "NOUN":
            self._by_noun.setdefault(lemma, []).append(Told(period, self.count))
        if len(lemma) > 3:
            self._by_stem.setdefault(stem(lemma), []).append(Told(period, self.count))
        for kind in kinds_of(lemma):
            self._by_kind.setdefault(kind, []).append(Told(period, self.count))

    def _kinds_with_objects(self, verb: int) -> set[str]:
        """The kinds that a verb names with its object, particle or place: "seize power", "go to the polls"."""
        table = self._table
        ends = []
        for j in table.children[verb]:
            if table.dep[j] in _COMPLETIONS:
                ends.append(j)
            elif table.dep[j] == "prep":
                ends += [k for k in table.children[j] if table.dep[k] == "pobj"]
        return {kind for j in ends for kind in kinds_of(f"{table.lemma[verb]} {table.lemma[j]}")}

    def look_up(self, head: int, year: int | None = None) -> Period | None:
        """When the event that a token names was, or None. year: the year that it is said to be of."""
        lemma = self._table.lemma[head]
        by_stem = _pick(self._by_stem.get(stem(lemma), []), year)
        by_kind = self._of_kinds(kinds_of(lemma) or self._kinds_with_objects(head), year)
        if by_stem is not None and (by_kind is None or by_kind.at - by_stem.at < _STALE):
            return by_stem.period
        return by_kind.period if by_kind is not None else None

    def of_kind(self, kind: str) -> Period | None:
        """When the event of a kind was that was told last, or None."""
        found = self._of_kinds({kind}, None)
        return found.period if found is not None else None

    def told_soon(self, noun: str, at: int) -> Period | None:
        """The day of the event that goes by the same noun, where the report names it soon after ``at`` dates, or
        None."""
        known = _kinds()[noun] & {"vote"} if noun in _kinds() else frozenset()
        named = self._by_noun.get(noun, []) + [told for kind in known for told in self._by_kind.get(kind, [])]
        days = [told for told in named if at < told.at <= at + _SOON and told.period.unit == "day"]
        return min(days, key=lambda told: told.at).period if days else None

    def recurring(self, years: int, about: int) -> Period | None:
        """The event told last whose anniversary of so many years comes about a year, or None."""
        told = [t for of in self._by_kind.values() for t in of if abs(t.period.first.year + years - about) <= 1]
        return max(told, key=lambda t: t.at).period if told else None

    def _of_kinds(self, kinds: set[str] | frozenset[str], year: int | None) -> Told | None:
        found = [told for kind in kinds if (told := _pick(self._by_kind.get(kind, []), year)) is not None]
        return max(found, key=lambda told: told.at, default=None)


def _pick(told: list[Told], year: int | None) -> Told | None:
    """The date told last, days before what is coarser."""
    fitting = [t for t in told if year is None or t.period.first.year == year]
    days = [t for t in fitting if t.period.unit in ("day", "time")]
    return next(reversed(days or fitting), None)
