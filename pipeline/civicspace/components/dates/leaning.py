"""Evidence on whether a date without its year, or a weekday, lies behind or ahead.

Several things speak at once: the tense of the verb, what kind of noun the date stands beside, the preposition, and
which of the two days is nearer. Each has a weight (lexicon/dates/direction.yaml); the sign of their sum decides, and
the weightiest piece of evidence on the winning side is told as the reason. The additive scheme is that of a naive
Bayes decision with weights set by hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import log2

from civicspace.components.dates.expressions import (
    CalendarDate,
    CalendarPart,
    DayTime,
    Ended,
    Expression,
    Modified,
    Named,
    Span,
    WeekOf,
)
from civicspace.components.dates.tense import Direction, Tense
from civicspace.components.dates.vocabulary import DirectionWords
from civicspace.lexicons import lexicon
from civicspace.tokens import TokenTable

_DETERMINERS = frozenset({"the", "a", "an", "this", "its", "their", "his", "her"})
_CLAUSE_BEHIND = frozenset({"clause-past", "clause-past-near"})
_ENTRY_MARKS = frozenset({":", "–", "—", "-"})
_BULLETS = frozenset({"•", "*", "-", "–", "·"})
_AFTER = frozenset({"since", "after", "following"})
_LONGEST = 3
_CLOCK = re.compile(r"\d|[ap]\.?m\b|noon|midnight|,$", re.IGNORECASE)
_CLOCK_WORDS = 6
_FORTNIGHT = 15


@dataclass(frozen=True, slots=True)
class Leaning:
    """The evidence around an expression, by name; above zero ahead, below zero behind."""

    evidence: tuple[tuple[str, float], ...] = ()

    @property
    def tells_of_past(self) -> bool:
        """True where a verb of the past tells that something happened then."""
        return any(name in ("past-verb", "past-perfect", "entry") for name, _ in self.evidence)

    def decide(self, prior: tuple[str, float], nearness: float) -> tuple[bool, str]:
        """Whether the date lies ahead, and the weightiest reason.

        prior: what holds without any evidence. nearness: of the nearer day, above zero where that is the one ahead.

        >>> Leaning((("future-verb", 6.0),)).decide(("weekday", -1.5), -0.4)
        (True, 'future-verb')
        """
        every = (prior, ("nearest", nearness), *self.evidence)
        ahead = sum(weight for _, weight in every) > 0
        return ahead, max(every, key=lambda piece: piece[1] if ahead else -piece[1])[0]


NO_LEANING = Leaning()


def weekday_ahead(leaning: Leaning, back: int, ahead: int) -> tuple[bool, str]:
    """Whether a weekday that was so many days ago, and will be again in so many, lies ahead; and the reason."""
    weights = _words().weights
    return leaning.decide(("weekday", weights["weekday"]), weights["weekday-nearness"] * (back - ahead) / 7)


def yearless_ahead(leaning: Leaning, back: int, ahead: int, *, in_story: bool) -> tuple[bool, str]:
    """Whether a date that was so many days ago in one year, and will be in so many in the next, lies ahead; and the
    reason. in_story: the story around is at the one behind."""
    weights = _words().weights
    if in_story:
        leaning = Leaning((*leaning.evidence, ("story", weights["story"])))
    nearness = weights["nearness"] * log2((back + _FORTNIGHT) / (ahead + _FORTNIGHT))
    return leaning.decide(("yearless", weights["yearless"]), nearness)


def _words() -> DirectionWords:
    return lexicon("dates/direction", DirectionWords)


def lacks_year(meaning: Expression) -> bool:
    """True for a weekday, or a month, day, season or named day without a year, whatever stands around it in the
    expression."""
    match meaning:
        case CalendarDate(year=None) | Named(year=None) | CalendarPart(kind="season", year=None, offset=None):
            return True
        case Modified(of=inner) | DayTime(of=inner) | WeekOf(of=inner) | Span(last=inner) | Ended(last=inner):
            return inner is not None and lacks_year(inner)
    return False


class Leanings:
    """Collects the evidence around expressions of one Doc."""

    def __init__(self, table: TokenTable, tense: Tense) -> None:
        self._table = table
        self._tense = tense
        self._words = _words()

    def over(self) -> Leaning:
        """The evidence of a period that is said to have ended."""
        return Leaning((("past-verb", self._words.weights["past-verb"]),))

    def of(self, first: int, last: int, direction: Direction) -> Leaning:
        """The evidence around the expression that spans these tokens; direction: what its verb says."""
        if self._heads_entry(first, last):
            return Leaning((("entry", self._words.weights["entry"]),))
        names = [*self._of_words_before(first), *self._of_governors(first, last, direction)]
        if "ahead-of" in names:
            names = [name for name in names if name not in _CLAUSE_BEHIND]
        return Leaning(tuple((name, self._words.weights[name]) for name in names))

    def _heads_entry(self, first: int, last: int) -> bool:
        """True for the date at the head of a line that tells what happened then ("• 28 June: The court ...")."""
        table = self._table
        if last + 1 >= len(table) or table.text[last + 1] not in _ENTRY_MARKS:
            return False
        k = first - 1
        while k >= 0 and table.text[k] in _BULLETS:
            k -= 1
        return k < 0 or "\n" in table.text[k]

    def _of_words_before(self, first: int) -> list[str]:
        table, words = self._table, self._words
        k = first - 1
        while k >= 0 and table.lower[k] in _DETERMINERS:
            k -= 1
        groups = [" ".join(table.lower[k - n + 1 : k + 1]) for n in range(_LONGEST, 0, -1) if k - n + 1 >= 0]
        if any(group in words.openers for group in groups):
            return ["opener"]
        if any(group in words.ahead for group in groups):
            return ["ahead-of"]
        if "since" in groups:
            return ["since"]
        if any(group in words.behind for group in groups):
            return ["behind"]
        return []

    def _of_governors(self, first: int, last: int, direction: Direction) -> list[str]:
        table, words, tense = self._table, self._words, self._tense
        path = tense.path(first, last)
        verb = path[-1] if path and table.pos[path[-1]] in ("VERB", "AUX") else None
        steps = path[:-1] if verb is not None else path
        noun = next((k for k in steps if table.pos[k] in ("NOUN", "PROPN") and table.lower[k][:1].isalpha()), None)
        preposition = self._preposition(first)
        limit = preposition in words.limits
        opener = any(table.lower[k] in words.openers for k in steps if table.pos[k] in ("ADJ", "VERB"))
        found = ["opener"] if opener else []
        if noun is not None or opener:
            found += self._of_noun(noun, steps, direction, preposition, attributive=tense.attributive(first, last))
            moved = verb is not None and table.lemma[verb] in words.moves and "arranged" in found
            return [*(name for name in found if name not in _CLAUSE_BEHIND), "event-to-come"] if moved else found
        if verb is None:
            return [*found, *(["limit"] if limit else []), *(["intended"] if direction == "forward" else [])]
        lemma = table.lemma[verb]
        behind = direction in ("past", "perfect")
        limit = limit or (preposition == "to" and lemma in words.sets_limit)
        if limit:
            found.append("limit-set" if behind and lemma in words.sets_limit else "limit")
        if direction == "future":
            found.append("future-verb")
        elif direction == "forward":
            found += ["intended", *self._of_what_became(verb)]
        elif behind and tense.present_perfect(verb):
            found.append("plan" if lemma in words.intends else "present-perfect")
        elif direction == "perfect":
            found.append("past-perfect")
        elif direction == "open" and table.tag[verb] == "VBN" and table.dep[verb] == "acl":
            found.append("participle")
        elif direction == "past" and "limit-set" not in found:
            found.append(self._of_past(verb, lemma, first, last))
        elif direction == "open" and tense.progressive(verb):
            found.append("progressive")
        return found

    def _preposition(self, first: int) -> str:
        """The word before the expression, over an hour that stands between ("until 9 a.m. EST Tuesday")."""
        table = self._table
        k = first - 1
        while k > max(0, first - _CLOCK_WORDS) and (_CLOCK.match(table.text[k]) or table.text[k].isupper()):
            k -= 1
        return table.lower[k] if k >= 0 else ""

    def _of_past(self, verb: int, lemma: str, first: int, last: int) -> str:
        """A date that stands before a verb of planning or right behind it tells when that was planned, else mostly
        when it is to be; so does one that is its object ("set 3 May for the hearing")."""
        following = self._table.lower[last + 1] if last + 1 < len(self._table) else ""
        if first == verb + 1 and following in ("for", "as") and lemma in self._words.participles:
            return "plan"
        if lemma not in self._words.intends or first < verb or first - verb <= 2:
            return "past-verb"
        return "plan" if lemma in self._words.plans else "decision"

    def _of_noun(
        self, noun: int | None, steps: list[int], direction: Direction, preposition: str, *, attributive: bool
    ) -> list[str]:
        table, words = self._table, self._words
        found = []
        if noun is not None and (table.lower[noun] in words.arranged or table.lemma[noun] in words.arranged):
            found.append("arranged")
        after = any(table.lower[k] in _AFTER for k in steps)
        if after or (preposition == "of" and "arranged" not in found):
            found.append("behind")
        elif noun is not None and (table.lower[noun] in words.happened or table.lemma[noun] in words.happened):
            found.append("happened")
        if noun is not None and any(table.lower[j] in words.coming for j in table.children[noun]):
            found.append("coming")
        if attributive and "arranged" not in found:
            found.append("possessive")
        if direction in ("past", "perfect"):
            found.append("clause-past" if attributive or noun is None else "clause-past-near")
        elif direction == "future":
            found.append("clause-future" if attributive or noun is None else "clause-future-near")
        elif direction == "forward":
            found.append("clause-intended")
        return found

    def _of_what_became(self, verb: int) -> list[str]:
        """What the clause around says of a plan: overtaken in the past perfect or by a past clause, or to come."""
        table, tense = self._table, self._tense
        if tense.had(verb):
            return ["intended-past"]
        if table.dep[verb] not in ("acl", "relcl"):
            return []
        above = tense.verb_above(verb)
        if above is None:
            return []
        around = tense.direction(verb, verb) if table.head[verb] == above else tense.direction(table.head[verb], verb)
        return ["event-over"] if around in ("past", "perfect") else ["event-to-come"] if around != "open" else []
