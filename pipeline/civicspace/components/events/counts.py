"""How many: numbers on an act's people, and on the noun that names the act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pydantic import BaseModel, ConfigDict

from civicspace.annotations import Count, CountWhat, Participant, Status
from civicspace.components.events.arguments import RoleHeads
from civicspace.components.events.triggers import Trigger
from civicspace.lexicons import lexicon
from civicspace.tokens import TokenTable

_DIGITS = re.compile(r"\d{1,3}(?:[,.  ]\d{3})+|\d+")
_CLAUSE = 40
_UNREAL = frozenset({"negated", "hypothetical", "demanded"})
_YEAR = range(1900, 2100)


class CountLexicon(BaseModel):
    """lexicon/events/counts.yaml; what each part means stands on its top."""

    model_config = ConfigDict(extra="forbid")

    what: dict[str, dict[str, CountWhat]]
    lone: frozenset[str]
    casualties: dict[CountWhat, frozenset[str]]
    vague: frozenset[str]
    lower_bounds: frozenset[str]
    numbers: dict[str, int]


@cache
def count_lexicon() -> CountLexicon:
    """The checked lexicon; raises LexiconError."""
    return lexicon("events/counts", CountLexicon)


def number_value(words: Sequence[str]) -> int | None:
    """The number that words name, or None where they name none.

    >>> number_value(["1,200"]), number_value(["twenty", "-", "six"]), number_value(["two", "hundred"])
    (1200, 26, 200)
    """
    numbers = count_lexicon().numbers
    total = current = 0
    seen = False
    for word in (part for w in words for part in w.lower().replace("-", " ").split()):
        if _DIGITS.fullmatch(word):
            value = int(re.sub(r"\D", "", word))
        elif word in numbers:
            value = numbers[word]
        else:
            continue
        if seen and value in (12, 20, 100, 1000, 1_000_000) and current and value > current % 10 and value != 20:
            current *= value
            if value >= 1000:
                total, current = total + current, 0
        else:
            current += value
        seen = True
    return total + current if seen else None


class Counter:
    """Counts of one Doc's acts."""

    def __init__(self, table: TokenTable) -> None:
        self._table = table
        self._data = count_lexicon()

    def counts(
        self, trigger: Trigger, heads: RoleHeads, targets: Sequence[Participant], status: Status, plural: bool
    ) -> list[Count]:
        """What an act counts, at most one a kind.

        heads: the phrases that fill the act's roles; targets: whom they name. plural: whether a target
        that has no number is several.
        """
        data = self._data
        what = data.what.get(trigger.type, {})
        found: dict[CountWhat, Count] = {}
        if trigger.kind == "noun":
            count = self._on(trigger.head, what.get("noun", "other"))
            if count is not None:
                found.setdefault(count.what, count)
        for role, members in (("targets", heads.targets), ("agents", heads.agents)):
            kind = what.get(role, "other" if role == "targets" and "agents" not in what else None)
            if kind is None:
                continue
            for head in members:
                count = self._on(head, kind)
                if count is not None:
                    self._add(found, count)
        self._casualties(trigger, found)
        if not found and trigger.type in data.lone and status not in _UNREAL and targets and not plural:
            named = all(participant.entity is not None for participant in targets)
            if named or len(targets) == 1:
                start = min(participant.start for participant in targets)
                end = max(participant.end for participant in targets)
                found[what["targets"]] = Count(what["targets"], len(targets), False, start, end)
        return list(found.values())

    def _add(self, found: dict[CountWhat, Count], count: Count) -> None:
        known = found.get(count.what)
        if known is None:
            found[count.what] = count
        elif known.value is not None and count.value is not None:
            known.value += count.value

    def _on(self, head: int, what: CountWhat) -> Count | None:
        """The number on a noun: before it, or the noun is a number itself ("dozens of them")."""
        table, data = self._table, self._data
        words: list[int] = []
        if table.pos[head] == "NUM" or table.lemma[head] in data.vague:
            words = [j for j in table.children[head] if table.dep[j] in ("compound", "nummod", "quantmod")] + [head]
            if table.lower[head].endswith("s") and table.lemma[head] in data.vague:
                plain = [j for j in words if table.pos[j] == "NUM" and j != head]
                if not plain:
                    return Count(what, None, False, table.start[head], table.end[head])
        else:
            for j in table.children[head]:
                if table.dep[j] == "nummod" and j < head:
                    first = table.edges(j)[0]
                    words = list(range(first, j + 1))
                    break
        if not words:
            return None
        value = number_value([table.lower[k] for k in sorted(words)])
        bare = len(words) == 1 and "," not in table.text[words[-1]] and table.pos[head] == "NUM"
        if value is None or (bare and value in _YEAR):
            return None
        first, last = min(words), max(words)
        before = " ".join(table.lower[max(0, first - 3) : last + 1])
        at_least = any(re.search(rf"(?<!\w){re.escape(bound)}(?!\w)", before) for bound in data.lower_bounds)
        return Count(what, value, at_least, table.start[first], table.end[last])

    def _casualties(self, trigger: Trigger, found: dict[CountWhat, Count]) -> None:
        """Numbers of dead and wounded in a crowd-control act's own clause ("leaving three dead and 20 wounded")."""
        if trigger.type not in ("excessive_force", "physical_attack", "protest", "protest_disruption"):
            return
        table, data = self._table, self._data
        first, last = table.edges(trigger.predicate)
        for i in range(max(first, trigger.head), min(last, trigger.head + _CLAUSE) + 1):
            for what, words in data.casualties.items():
                if what not in found and table.lower[i] in words and table.pos[i] in ("ADJ", "NOUN", "VERB"):
                    head = self._counted(i)
                    count = None if head is None else self._on(head, what)
                    if count is not None:
                        found[what] = count

    def _counted(self, i: int) -> int | None:
        """The noun or number that a word for a casualty speaks of: itself, its subject or object, or its head."""
        table = self._table
        if table.pos[i] == "NOUN":
            return i
        for j in table.children[i]:
            if table.dep[j] in ("nsubj", "dobj", "nsubjpass", "nummod", "npadvmod"):
                return j
        return table.head[i] if table.dep[i] in ("amod", "acl", "oprd", "conj", "acomp") else None
