"""Deciding the sense of a term: do an entry's conditions hold at this place?

A condition looks at a slot of the trigger: an argument (subject, object, indirect, a preposition), a
dependent (modifier, possessor, complement, particle), the word it depends on (governor), or the words around it
(near, before, after, sentence). Voice is undone: the object of "was arrested" is whoever was arrested.
"""

from __future__ import annotations

from collections.abc import Iterable

from civicspace.components.events.semantic_classes import belongs
from civicspace.components.events.trigger_lexicon import Condition, Kind, Sense
from civicspace.mentions import MentionIndex
from civicspace.syntax import RELATIVE_PRONOUNS, Arguments, arguments, conjuncts, is_passive, noun_arguments, obliques
from civicspace.tokens import TokenTable

NEAR = 6
_SENTENCE_REACH = 60
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "acomp", "oprd", "attr"})
_PARTITIVES = frozenset(
    {
        "state",
        "series",
        "wave",
        "number",
        "group",
        "dozen",
        "hundred",
        "thousand",
        "ten",
        "handful",
        "majority",
        "pair",
        "round",
        "set",
        "lot",
        "couple",
        "part",
        "member",
        "form",
        "section",
        "spate",
        "string",
        "half",
        "third",
        "copy",
        "volley",
        "use",
        "kind",
        "most",
        "some",
        "all",
        "many",
    }
)
_MODIFIERS = frozenset({"amod", "compound", "nmod", "det", "nummod", "advmod", "neg", "quantmod"})


class Place:
    """One place in the text whose sense is asked for; works out each slot once."""

    __slots__ = ("_arguments", "_slots", "first", "head", "index", "kind", "last", "table")

    def __init__(self, table: TokenTable, index: MentionIndex, head: int, words: tuple[int, ...], kind: Kind) -> None:
        self.table, self.index, self.head, self.kind = table, index, head, kind
        self.first, self.last = words[0], words[-1]
        self._arguments: Arguments | None = None
        self._slots: dict[str, list[int]] = {}

    def arguments(self) -> Arguments:
        """Logical arguments of the head."""
        if self._arguments is None:
            self._arguments = _arguments(self.table, self.head, self.kind)
        return self._arguments

    def slot(self, name: str) -> list[int]:
        """Token positions that fill a slot."""
        found = self._slots.get(name)
        if found is None:
            found = self._slots[name] = list(self._fill(name))
        return found

    def _fill(self, name: str) -> Iterable[int]:
        table, head = self.table, self.head
        match name:
            case "subject":
                return self.arguments().subject
            case "object":
                return self._objects()
            case "indirect":
                return self.arguments().indirect
            case "complement":
                return [j for j in table.children[head] if j > head and table.dep[j] in _COMPLEMENTS]
            case "modifier":
                return [j for j in table.children[head] if table.dep[j] in _MODIFIERS]
            case "possessor":
                return [j for j in table.children[head] if table.dep[j] == "poss"]
            case "governor":
                return _governors(table, head)
            case "particle":
                after = [self.last + 1] if self.last + 1 < len(table) else []
                return [j for j in table.children[head] if table.dep[j] in ("prt", "advmod") and j > head] + after
            case "near" | "before" | "after" | "sentence":
                return self._around(name)
            case _:
                return self._governed(name)

    def _objects(self) -> list[int]:
        """Logical objects; measures too ("gave him two years"), antecedents, what a partitive or particle holds."""
        table, head = self.table, self.head
        found = list(self.arguments().object)
        for j in table.children[head]:
            if j > head and table.dep[j] in ("dobj", "oprd", "npadvmod", "dative", "attr") and j not in found:
                found.append(j)
            elif head < j <= self.last and table.dep[j] in ("prep", "prt"):
                found.extend(k for k in table.children[j] if table.dep[k] == "pobj")
        for i in found[:]:
            if table.lower[i] in RELATIVE_PRONOUNS and table.dep[head] == "relcl":
                found.append(table.head[head])
        for i in found[:]:
            if table.lemma[i] in _PARTITIVES:
                found.extend(k for j in table.children[i] if table.lower[j] == "of" for k in table.children[j])
        return found

    def _governed(self, preposition: str) -> list[int]:
        found = self.arguments().oblique.get(preposition, [])
        after = self.last + 1
        # The parser often hangs a preposition on the object; one right behind the trigger is the trigger's.
        if not found and after < len(self.table) and self.table.lower[after] == preposition:
            return [j for k in self.table.children[after] for j in conjuncts(self.table, k)]
        if not found and self.kind == "verb":
            return [j for o in self.arguments().object for j in obliques(self.table, o).get(preposition, ())]
        return found

    def _around(self, name: str) -> list[int]:
        first, beyond = self.table.sents[self.table.sent[self.head]]
        reach = _SENTENCE_REACH if name == "sentence" else NEAR
        low = self.last + 1 if name == "after" else max(first, self.first - reach)
        high = self.first if name == "before" else min(beyond, self.last + 1 + reach)
        return [j for j in range(low, high) if not self.first <= j <= self.last]


def _arguments(table: TokenTable, head: int, kind: Kind) -> Arguments:
    if kind == "noun":
        return noun_arguments(table, head)
    found = arguments(table, head)
    if table.dep[head] == "amod" and not found.object and table.tag[head] != "VBG":
        found.object = [table.head[head]]
        found.subject = []
    elif kind == "adjective" and not found.object:
        found.object = found.subject or [table.head[head]]
    elif not found.object and found.subject and _headline_passive(table, head):
        found.object, found.subject = found.subject, []
    return found


def _headline_passive(table: TokenTable, verb: int) -> bool:
    """True for a participle that lacks its auxiliary in a line without a full stop ("Editor jailed over cartoon")."""
    if table.tag[verb] not in ("VBN", "VBD") or table.dep[verb] not in ("ROOT", "ccomp", "conj", "dep"):
        return False
    if any(table.dep[j] in ("aux", "auxpass", "dobj") for j in table.children[verb]) or is_passive(table, verb):
        return False
    last = table.sents[table.sent[verb]][1] - 1
    while last > verb and table.pos[last] == "SPACE":
        last -= 1
    return table.pos[last] != "PUNCT"


def _governors(table: TokenTable, head: int) -> list[int]:
    """The word that the token depends on; behind a preposition also the word that it hangs on."""
    up = table.head[head]
    if up == head:
        return []
    if table.dep[head] in ("pobj", "pcomp") and table.head[up] != up:
        return [up, table.head[up]]
    return [up]


def holds(place: Place, sense: Sense) -> bool:
    """True where all of an entry's ``when`` and none of its ``unless`` hold."""
    for condition in sense.when:
        if not _filled(place, condition):
            return False
    return not any(_filled(place, condition) for condition in sense.unless)


def _filled(place: Place, condition: Condition) -> bool:
    empty = True
    table = place.table
    for slot in condition.slots:
        for j in place.slot(slot):
            if condition.anything or table.lower[j] in condition.words or table.lemma[j] in condition.words:
                return True
            for name in condition.classes:
                if belongs(table, place.index, j, name):
                    return True
            empty = False
    return empty and condition.nothing
