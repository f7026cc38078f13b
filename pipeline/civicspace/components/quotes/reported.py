"""From cues to reported clauses: what each cue reports, and the heads of its source's phrase."""

from __future__ import annotations

from dataclasses import dataclass

from civicspace.components.quotes.attribution import source_heads
from civicspace.components.quotes.complement import complement
from civicspace.components.quotes.content import around, reported_clause
from civicspace.components.quotes.cues import Cue
from civicspace.components.quotes.ends import Stretch
from civicspace.components.quotes.quoted_text import QuotedText
from civicspace.syntax import conjuncts, phrase, subject_heads

MIN_PHRASE_WORDS = 4
PHRASE_REACH = 20
CLIMB = 8  # steps up the parse to a subject
_LINKS = frozenset({"as", "for", "of"})
_NEGATIVE_SUBJECTS = frozenset({"nobody", "none", "nothing", "you", "neither"})


@dataclass(slots=True)
class Report:
    """A cue with the stretches that it reports, its source's heads, the cue's extent as positions and the rule."""

    cue: Cue
    stretches: list[Stretch]
    heads: list[int]
    first: int
    last: int
    rule: str


class ReportedClauses:
    """Looks up what cues report; made for one report."""

    def __init__(self, quoted: QuotedText, cues: list[Cue]) -> None:
        self._quoted = quoted
        self._table = quoted.table
        self._heads = frozenset(head for cue in cues for head in self._verbs(cue))

    def _verbs(self, cue: Cue) -> list[int]:
        """The verb of a cue: itself, or the light verb above a noun ("expressing concern that")."""
        if cue.sense.part == "noun":
            verb = self._table.head[cue.head]
            return [verb] if self._table.lemma[verb] in cue.sense.light else []
        return [cue.head] if cue.sense.part == "verb" else []

    def of(self, cue: Cue) -> Report | None:
        """What one cue reports, or None."""
        if cue.sense.part == "phrase":
            return self._of_phrase(cue)
        if cue.sense.part == "noun":
            return self._of_noun(cue)
        return self._of_verb(cue) or self._of_characterisation(cue)

    def _of_verb(self, cue: Cue) -> Report | None:
        if not self._asserted(cue.head):
            return None
        stretches = reported_clause(self._quoted, cue, self._heads)
        if not stretches:
            return None
        clause = complement(self._quoted, cue.head, cue.sense.frames)
        if clause is not None and clause > cue.head:
            marks = [j for j in self._table.children[clause] if self._table.dep[j] == "mark"]
            opened = any(self._table.lower[j] == "that" for j in marks)
            rule = "cue.that-clause" if opened else "cue.bare-clause"
        else:
            rule = "cue.parenthetical"
        return Report(cue, stretches, self.source(cue.head), cue.first, cue.last, rule)

    def _asserted(self, verb: int) -> bool:
        """True where the text says that somebody said it.

        Not so where the verb is negated, has a negative or addressed subject, stands under a modal or as a mere
        infinitive ("daring him to say"; but "went on to say", "only to announce"); and "I say" is the speaker's own,
        "I said" a report inside a quotation.
        """
        table = self._table
        own = table.children[verb]
        if any(table.dep[j] == "neg" for j in own):
            return False
        for j in own:
            if table.dep[j] in ("nsubj", "nsubjpass"):
                negative = any(table.lower[k] in ("no", "not") for k in table.children[j])
                if negative or table.lower[j] in _NEGATIVE_SUBJECTS:
                    return False
                if table.lower[j] in ("i", "we") and (table.tag[verb] != "VBD" or self._quoted.level[verb] < 0):
                    return any(table.dep[k] == "auxpass" for k in own)
        if table.tag[verb] != "VB":
            return True
        auxiliaries = [j for j in own if table.dep[j] == "aux"]
        if any(table.lemma[j] == "do" for j in auxiliaries):
            return True
        if any(table.tag[j] == "TO" for j in auxiliaries):
            return table.lemma[table.head[verb]] == "go" or any(table.lower[j] == "only" for j in own)
        return False

    def source(self, verb: int) -> list[int]:
        """Heads of a verb's source: its subject; in the passive the agent, but the subject in "was quoted as saying".

        A verb that the parser left without a subject has that of the verb it hangs on ("An inquiry, set up in May,
        found that"; "..., adding that"). A participle behind a reported clause goes on with the speaker, not with what
        the clause is about ("She said that the delay was wrong, adding that").
        """
        table = self._table
        own = [j for j in table.children[verb] if table.dep[j] == "nsubj" and j < verb]
        if len(own) > 1 and table.ent_type[own[0]] in ("DATE", "TIME"):  # "In mid-April the union said"
            return conjuncts(table, own[-1])
        heads, passive = subject_heads(table, verb)
        if passive:
            return [k for j in table.children[verb] if table.dep[j] == "agent" for k in table.children[j]]
        trailing = table.dep[verb] in ("advcl", "conj") and table.tag[verb] == "VBG" and table.lower[verb - 1] == ","
        if heads and not (trailing and all(table.pos[i] == "NOUN" for i in heads)):
            return heads
        return self._subject_above(verb)

    def _subject_above(self, verb: int) -> list[int]:
        """The subject of a cue verb above a verb: the nearest that is a name or pronoun, else the nearest.

        Where no cue verb stands above, that of the nearest verb that has one.
        """
        table = self._table
        cue: list[int] = []
        nearest: list[int] = []
        for _ in range(CLIMB):
            if table.head[verb] == verb:
                break
            verb = table.head[verb]
            subjects = [j for j in table.children[verb] if table.dep[j] in ("nsubj", "nsubjpass")]
            if not subjects:
                continue
            nearest = nearest or conjuncts(table, subjects[0])
            if verb in self._heads:
                if table.pos[subjects[0]] in ("PROPN", "PRON"):
                    return conjuncts(table, subjects[0])
                cue = cue or conjuncts(table, subjects[0])
        return cue or nearest

    def _of_noun(self, cue: Cue) -> Report | None:
        table, noun = self._table, cue.head
        clause = complement(self._quoted, noun, cue.sense.frames)
        if clause is None or clause < noun:
            return None
        stretches = reported_clause(self._quoted, cue, self._heads)
        verb = table.head[noun]
        heads: list[int] = []
        first = noun
        if table.dep[noun] in ("dobj", "nsubjpass") and table.lemma[verb] in cue.sense.light:
            if table.dep[noun] == "dobj":
                heads = self.source(verb)
                first = verb
            else:
                heads = [k for j in table.children[verb] if table.dep[j] == "agent" for k in table.children[j]]
        if not heads:
            heads = [j for j in table.children[noun] if table.dep[j] == "poss"]
            first = noun
        if not heads:
            heads = [
                k
                for j in table.children[noun]
                if table.dep[j] == "prep" and table.lower[j] in ("by", "from") and j < clause
                for k in table.children[j]
                if table.dep[k] == "pobj"
            ]
        if not heads or not stretches:
            return None
        return Report(cue, stretches, heads, first, cue.last, "cue.noun")

    def _of_phrase(self, cue: Cue) -> Report | None:
        quoted, table = self._quoted, self._table
        heads = source_heads(quoted, cue)
        if not heads:
            return None
        low, high = quoted.bounds(cue.first)
        last = max(cue.last, *(phrase(table, head, clauses=True)[1] for head in heads))
        for head in heads:
            last = max(last, table.edges(head)[1])
        last = min(last, high)
        host = table.head[cue.first]
        steps = 0
        while table.pos[host] not in ("VERB", "AUX") and table.head[host] != host and steps < 6:
            host = table.head[host]
            steps += 1
        if cue.first <= host <= last or not low <= host <= high:
            return None
        host = self._main(host, low, high)
        stretches = around(quoted, host, (cue.first, last), self._heads)
        if len(stretches) > 1 and stretches[0][0] <= host <= stretches[0][1]:
            level = quoted.level[cue.first]
            stretches = [s for s in stretches if s[0] < cue.first or quoted.level[min(s[0] + 1, s[1])] != level]
        return Report(cue, stretches, heads, cue.first, cue.last, "source-phrase") if stretches else None

    def _main(self, host: int, low: int, high: int) -> int:
        """The verb whose clause a source phrase is about: the first of coordinated ones, but not one that is a cue."""
        table = self._table
        while table.dep[host] in ("conj", "advcl"):
            above = table.head[host]
            if not low <= above <= high or above in self._heads or table.pos[above] not in ("VERB", "AUX"):
                break
            host = above
        return host

    def _of_characterisation(self, cue: Cue) -> Report | None:
        """A quoted phrase of some length under a verb that describes ("called the delay “a stay of execution”")."""
        if "noun-phrase" not in cue.sense.frames or not self._asserted(cue.head):
            return None
        quoted, table = self._quoted, self._table
        level = quoted.level[cue.head]
        _, high = quoted.bounds(cue.head)
        for k in range(cue.last + 1, min(high, cue.last + PHRASE_REACH) + 1):
            if quoted.level[k] == level:
                if table.tag[k] in ("VBD", "VBZ", "VBP") or table.text[k] in (";", ":", ","):
                    return None
                continue
            quotation = quoted.quotations[quoted.level[k]]
            first, beyond = quoted.inside(quotation.content)
            words = sum(table.pos[j] not in ("PUNCT", "SPACE") for j in range(first, beyond))
            if words < MIN_PHRASE_WORDS or first != k:
                return None
            if not self._governs(cue.head, k):
                return None
            start = cue.last + 1
            while start < k and (table.pos[start] in ("PRON", "PUNCT", "SPACE") or table.lower[start] in _LINKS):
                start += 1
            return Report(cue, [(start, beyond - 1)], self.source(cue.head), cue.first, cue.last, "cue.noun-phrase")
        return None

    def _governs(self, verb: int, i: int) -> bool:
        """True where the verb is above the token in the parse."""
        table = self._table
        for _ in range(12):
            if i == verb:
                return True
            if table.head[i] == i:
                return False
            i = table.head[i]
        return False
