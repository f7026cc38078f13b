"""What the verb says of a date's direction: behind (past, perfect), ahead (future), ahead of the story's
moment (forward), or nothing
that decides (open)."""

from __future__ import annotations

from typing import Literal

from civicspace.components.dates.vocabulary import Blocked
from civicspace.lexicons import lexicon
from civicspace.tokens import TokenTable

type Direction = Literal["past", "perfect", "open", "future", "forward"]

_STEPS = 8
_VERBAL = frozenset({"VERB", "AUX"})


class Tense:
    """Reads direction off the parse around an expression."""

    def __init__(self, table: TokenTable) -> None:
        self._table = table
        lists = lexicon("dates/blocked", Blocked)
        self._forward = frozenset(lists.forward)
        self._forward_participles = frozenset(lists.forward_participles)

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
        ahead = any(self._points_ahead(k, before) for k in path)
        if not ahead:
            ahead = any(self._points_ahead(k, before) for k in range(max(0, first - 3), first))
        verb = path[-1] if path and table.pos[path[-1]] in _VERBAL else None
        if verb is None:
            return "forward" if ahead else "open"
        return self._of_verb(verb, ahead, 0, first)

    def _points_ahead(self, i: int, preposition: str = "for") -> bool:
        """True for "scheduled for May"; not for the act itself in the past ("adjourned on Monday")."""
        table = self._table
        if table.tag[i] == "VBD" and preposition not in ("for", "until", "till", "to", "by"):
            return table.lemma[i] in ("expect", "hope", "intend")
        if table.pos[i] in ("NOUN", "PROPN") and preposition not in ("for", "until", "till"):
            return False
        return table.lemma[i] in self._forward or (
            table.tag[i] == "VBN" and table.lemma[i] in self._forward_participles
        )

    def _of_verb(self, verb: int, ahead: bool, depth: int, first: int = 0) -> Direction:
        table = self._table
        auxiliaries = [j for j in table.children[verb] if table.dep[j] in ("aux", "auxpass")]
        # The month in "on 25th May he was freed" is taken for a modal at times; a capital inside a sentence tells.
        words = {table.lower[j] for j in auxiliaries if table.lower[j] != "may" or table.text[j] == "may"}
        if words & {"will", "’ll", "'ll", "shall", "wo"}:
            return "future"
        if "had" in words:
            return "forward" if ahead else "perfect"
        if words & {"may", "might", "must", "can", "should"} and "have" not in words:
            return "future"
        if "would" in words and "have" not in words:
            return "forward"
        if "could" in words and not ahead:
            return "open"
        tag = table.tag[verb]
        present = tag in ("VBZ", "VBP") or any(
            table.tag[j] in ("VBZ", "VBP") and table.lemma[j] == "be" for j in auxiliaries
        )
        if any(table.dep[j] in ("acomp", "attr") and table.lemma[j] in self._forward for j in table.children[verb]):
            ahead = True
        if present:
            if (
                table.tag[verb] == "VBG"
                and first
                and table.lower[first - 1] in ("after", "before", "until", "from", "by")
            ):
                return "future"
            if ahead or table.lemma[verb] in (
                "be",
                "begin",
                "start",
                "open",
                "take",
                "resume",
                "meet",
                "hold",
                "enter",
                "expire",
                "end",
                "come",
            ):
                return "future"
            return "open"
        if tag == "VBD":
            return "forward" if ahead else "past"
        if tag in ("VB", "VBG", "VBN") and depth < 4:
            if tag == "VB" and any(table.lower[j] == "to" for j in auxiliaries):
                ahead = True
            head = table.head[verb]
            if "have" in words or "has" in words:
                return "past"
            if any(table.lower[j] in ("was", "were") for j in auxiliaries):
                return "forward" if ahead else "past"
            if (
                head != verb
                and table.pos[head] in _VERBAL
                and table.dep[verb] in ("xcomp", "advcl", "conj", "ccomp", "pcomp")
            ):
                ahead = ahead or self._points_ahead(head)
                return self._of_verb(head, ahead, depth + 1, first)
        return "forward" if ahead else "open"

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
