"""What the verb says of a date's direction: behind (past, perfect), ahead (future), ahead of the story's
moment (forward), or nothing
that decides (open)."""

from __future__ import annotations

from typing import Literal

from civicspace.components.dates.vocabulary import DirectionWords
from civicspace.lexicons import lexicon
from civicspace.tokens import TokenTable

type Direction = Literal["past", "perfect", "open", "future", "forward"]

_STEPS = 8
_DEPTH = 4
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_OF_A_VERB = frozenset({"xcomp", "advcl", "conj", "ccomp", "pcomp", "prep"})
_ASIDE = frozenset({"advcl", "acl", "relcl", "pcomp", "xcomp"})
_WILL = frozenset({"will", "’ll", "'ll", "shall", "wo"})
_HAVING = frozenset({"had", "having"})
_MODALS = frozenset({"may", "might", "must", "can", "should"})
_TO_A_DAY = frozenset({"for", "until", "till", "to", "by"})
_IN_FORCE = frozenset({"after", "before", "until", "from", "by"})


class Tense:
    """Reads direction off the parse around an expression. Its words are in lexicon/dates/direction.yaml."""

    def __init__(self, table: TokenTable) -> None:
        self._table = table
        words = lexicon("dates/direction", DirectionWords)
        self._intends = words.intends
        self._participles = words.participles
        self._plans = words.plans
        self._calendar_verbs = words.calendar_verbs
        self._intends_nouns = words.intends_nouns
        self._intends_adjectives = words.intends_adjectives

    def path(self, first: int, last: int) -> list[int]:
        """Tokens from the expression's head up to its verb (included where there is one)."""
        table = self._table
        i = next((k for k in range(first, last + 1) if not first <= table.head[k] <= last), first)
        found: list[int] = []
        for _ in range(_STEPS):
            head = table.head[i]
            if head == i:
                break
            i = head
            found.append(i)
            if table.pos[i] in _VERBAL:
                break
        return found

    def direction(self, first: int, last: int) -> Direction:
        """Direction of the expression that spans these tokens."""
        table = self._table
        path = self.path(first, last)
        before = table.lower[first - 1] if first else ""
        verb = path[-1] if path and table.pos[path[-1]] in _VERBAL else None
        if verb is not None and verb > last and self.narrating(first):
            main = self._main(verb)
            planned = table.tag[main] in ("VBZ", "VBP", "VBN") and self._points_ahead(main, before)
            return self._of_verb(main, planned, 0, first)
        ahead = any(self._points_ahead(k, before) for k in path)
        if not ahead and before in _TO_A_DAY:
            ahead = any(self._points_ahead(k, before) for k in range(max(0, first - 3), first))
        if verb is None:
            return "forward" if ahead else "open"
        return self._of_verb(verb, ahead, 0, first)

    def _main(self, verb: int) -> int:
        """The verb whose clause a date that opens a sentence belongs to, where the parse gave it to an aside."""
        table = self._table
        for _ in range(_DEPTH):
            above = self.verb_above(verb)
            marked = any(table.dep[j] == "mark" and table.lower[j] != "that" for j in table.children[verb])
            if above is None or (table.dep[verb] not in _ASIDE and not marked):
                return verb
            verb = above
        return verb

    def had(self, verb: int) -> bool:
        """True where the verb, or the one that it depends on, is in the past perfect."""
        table = self._table
        for _ in range(_DEPTH):
            if any(table.lower[j] in ("had", "’d", "'d") and table.dep[j] == "aux" for j in table.children[verb]):
                return True
            if table.dep[verb] not in ("xcomp", "ccomp", "acomp", "oprd"):
                return False
            verb = table.head[verb]
        return False

    def progressive(self, verb: int) -> bool:
        """True for "is meeting": beside a day it tells of one to come."""
        table = self._table
        return table.tag[verb] == "VBG" and any(
            table.dep[j] == "aux" and table.tag[j] in ("VBZ", "VBP") for j in table.children[verb]
        )

    def present_perfect(self, verb: int) -> bool:
        """True for "has invited": English puts no day of the past beside it, so a date there is not the verb's own."""
        table = self._table
        return any(
            table.lower[j] in ("has", "have", "’ve", "'ve") and table.dep[j] == "aux" for j in table.children[verb]
        )

    def _points_ahead(self, i: int, preposition: str) -> bool:
        """True for "scheduled for May"; not for the act itself in the past ("adjourned on Monday")."""
        table = self._table
        to_a_day = preposition in _TO_A_DAY
        if table.pos[i] in _NOMINAL:
            return to_a_day and preposition not in ("to", "by") and table.lemma[i] in self._intends
        if table.tag[i] == "VBD" or (table.tag[i] == "VBN" and self._auxiliary(i, "have")):
            return (to_a_day and table.lemma[i] in self._intends) or table.lemma[i] in ("expect", "hope", "intend")
        if table.tag[i] == "VBN":
            return table.lemma[i] in self._participles and (to_a_day or table.lemma[i] in self._plans)
        return table.lemma[i] in self._intends and (table.tag[i] != "VBG" or to_a_day)

    def _auxiliary(self, verb: int, lemma: str) -> bool:
        table = self._table
        return any(table.dep[j] in ("aux", "auxpass") and table.lemma[j] == lemma for j in table.children[verb])

    def _of_verb(self, verb: int, ahead: bool, depth: int, first: int) -> Direction:
        table = self._table
        auxiliaries = [j for j in table.children[verb] if table.dep[j] in ("aux", "auxpass")]
        # The month in "on 25th May he was freed" is taken for a modal at times; a capital inside a sentence tells.
        words = {table.lower[j] for j in auxiliaries if table.lower[j] != "may" or table.text[j] == "may"}
        if words & _WILL:
            return "future"
        if words & _HAVING:
            return "forward" if ahead else "perfect"
        if words & _MODALS and "have" not in words:
            return "future"
        if "would" in words and "have" not in words:
            return "forward"
        if "could" in words and not ahead:
            return "open"
        tag = table.tag[verb]
        ahead = ahead or any(
            table.dep[j] in ("acomp", "attr", "oprd") and table.lemma[j] in self._intends for j in table.children[verb]
        )
        if tag in ("VBZ", "VBP") or any(table.tag[j] in ("VBZ", "VBP") and table.lemma[j] == "be" for j in auxiliaries):
            return self._of_present(verb, ahead, first)
        # A participle with a subject and no auxiliary is a past tense that the tagger took for one.
        if tag == "VBD" or (tag == "VBN" and not words and any(table.dep[j] == "nsubj" for j in table.children[verb])):
            return "forward" if ahead else "past"
        if tag in ("VB", "VBG", "VBN") and depth < _DEPTH:
            if words & {"have", "has"} and tag == "VBN":
                return "forward" if ahead else "past"
            if words & {"was", "were"}:
                return "forward" if ahead else "past"
            return self._of_dependent(verb, ahead, depth, first, infinitive="to" in words and tag != "VBG")
        return "forward" if ahead else "open"

    def _of_present(self, verb: int, ahead: bool, first: int) -> Direction:
        table = self._table
        if table.tag[verb] == "VBG" and first and table.lower[first - 1] in _IN_FORCE:
            return "future"
        return "future" if ahead or table.lemma[verb] in self._calendar_verbs else "open"

    def _of_dependent(self, verb: int, ahead: bool, depth: int, first: int, *, infinitive: bool) -> Direction:
        """Direction of a verb without a tense of its own: that of the verb it depends on; an infinitive under a word of
        intention lies ahead of that, and so does one of purpose."""
        table = self._table
        head, dep = table.head[verb], table.dep[verb]
        if head == verb:
            return "forward" if ahead or infinitive else "open"
        if infinitive and not ahead:
            if table.pos[head] in _NOMINAL:
                apposed = table.lower[min(table.children[verb], default=verb) - 1] == ","
                ahead = apposed or table.lemma[head] in self._intends_nouns
            elif table.pos[head] == "ADJ":
                ahead = table.lemma[head] in self._intends_adjectives
            else:
                ahead = dep in ("advcl", "ROOT") or table.lemma[head] == "be" or table.lemma[head] in self._intends
        if table.pos[head] in _VERBAL and (infinitive or dep in _OF_A_VERB):
            return self._of_verb(head, ahead, depth + 1, first)
        if infinitive and (governor := self.verb_above(head)) is not None:
            return self._of_verb(governor, ahead, depth + 1, first)
        return "forward" if ahead else "open"

    def verb_above(self, i: int) -> int | None:
        """The nearest verb that a token depends on, or None."""
        table = self._table
        for _ in range(_STEPS):
            head = table.head[i]
            if head == i:
                return None
            i = head
            if table.pos[i] in _VERBAL:
                return i
        return None

    def attributive(self, first: int, last: int) -> bool:
        """True where the expression modifies a noun directly ("the July 11 protests")."""
        table = self._table
        if first and table.lower[first - 1] in ("on", "in", "by", "since", "until", "at", "during", "from"):
            return False
        i = next((k for k in range(first, last + 1) if not first <= table.head[k] <= last), first)
        return table.dep[i] in ("compound", "nummod", "amod", "poss", "nmod")

    def narrating(self, first: int) -> bool:
        """True where the expression that begins with this token opens its sentence and so sets the scene
        for what follows."""
        table = self._table
        opening = table.sents[table.sent[first]][0]
        return first - opening <= 2 and not any(
            table.pos[k] in ("NOUN", "PROPN", "VERB") for k in range(opening, first)
        )

    def aside(self, first: int, last: int) -> bool:
        """True where the expression stands in a relative clause: told in passing."""
        table = self._table
        path = self.path(first, last)
        return bool(path) and table.dep[path[-1]] == "relcl"

    def reduced(self, first: int, last: int) -> bool:
        """True where the expression stands beside a participle that describes a noun ("the group, set up in 1980")."""
        path = self.path(first, last)
        return bool(path) and self._table.dep[path[-1]] == "acl"
