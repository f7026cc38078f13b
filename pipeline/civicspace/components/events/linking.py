"""Which mentions tell of one act: links each mention to the first, and merges the mentions into acts.

Two mentions of one type are one act where nothing speaks against it (dates, places and people agree) and
something speaks for it: a shared named person or organisation with an agreeing date, the clause of the act's own
result, or a definite noun ("the killing", "the July 11 protests") that takes up the act told before.
"""

from __future__ import annotations

from collections.abc import Sequence

from civicspace.annotations import Act, Count, Event, Participant, Status
from civicspace.components.events.dating import dates_agree
from civicspace.components.events.narrative_lexicon import narrative_lexicon
from civicspace.components.events.triggers import Trigger
from civicspace.mentions import MentionIndex
from civicspace.syntax import child
from civicspace.tokens import TokenTable

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "his", "her", "their", "its"})
UNREAL: frozenset[Status] = frozenset({"hypothetical", "demanded", "negated"})
_ORDER: tuple[Status, ...] = ("occurred", "ongoing", "alleged", "planned", "negated", "demanded", "hypothetical")
_RECENT = 12
_NEAR = 2
_DAY = len("2018-05-01")
_CLAUSES = frozenset({"xcomp", "advcl", "acl"})
_CLAUSE_STEPS = _CLAUSES | {"oprd", "ccomp", "dobj"}
_STEPS = 3
_PARTIES = 2
_STAGES = frozenset({"court_decision", "prosecution"})


class Linker:
    """Finds the antecedent of each mention; fed with the events of one Doc in text order."""

    def __init__(self, table: TokenTable, index: MentionIndex) -> None:
        self._table = table
        self._index = index
        self._by_name: dict[tuple[str, int], int] = {}
        self._events: list[Event] = []
        self._sentences: list[int] = []
        self._by_place: dict[tuple[str, int], list[int]] = {}
        self._by_head: dict[int, int] = {}
        self._recent: dict[str, list[int]] = {}
        self._by_participant: dict[tuple[str, int], list[int]] = {}

    def antecedent(self, event: Event, trigger: Trigger, *, stated_place: bool) -> int | None:
        """Position of an earlier mention of the same act, or None."""
        whole = self._clause_of_same_act(event, trigger)
        if whole is not None:
            return whole
        name = self._named_act(trigger)
        if name is not None and (event.type, name) in self._by_name:
            return self._by_name[event.type, name]
        named = [p.entity for p in (*event.targets, *event.agents) if p.entity is not None]
        for entity in named:
            for k in reversed(self._by_participant.get((event.type, entity), [])[-_RECENT:]):
                if not self._same_people(event, k) or self._governs(k, trigger):
                    continue
                if event.type == "killing" and event.targets and _real(event) == _real(self._events[k]):
                    return k
                if self._agree(event, k, stated_place=stated_place) and self._once(event, k, trigger):
                    return k
        if trigger.kind != "noun":
            return None
        return self._taken_up(event, trigger, stated_place=stated_place)

    def _named_act(self, trigger: Trigger) -> int | None:
        """The named event that the trigger's word belongs to ("the Singapore summit"), as its entity's position."""
        hit = self._index.covering(trigger.head)
        return hit[1] if hit is not None and self._index.entities[hit[1]].type == "event" else None

    def _taken_up(self, event: Event, trigger: Trigger, *, stated_place: bool) -> int | None:
        """The act that a noun takes up: by its place or day, else the one told just before."""
        definite = self._definite(trigger)
        if definite and stated_place and event.place is not None:
            for k in reversed(self._by_place.get((event.type, event.place), [])[-_RECENT:]):
                if self._agree(event, k, stated_place=True) and not self._governs(k, trigger):
                    return k
        sentence = self._table.sent[trigger.head]
        anaphoric = self._anaphoric(trigger)
        for k in reversed(self._recent.get(event.type, [])[-_RECENT:]):
            near = sentence - self._sentences[k]
            if not self._agree(event, k, stated_place=stated_place) or self._governs(k, trigger):
                continue
            if definite and _same_day(event, self._events[k]) and event.type not in narrative_lexicon().series:
                return k
            if anaphoric and near <= _NEAR and self._may_be_taken_up(event, trigger, k):
                return k
            if near == 0 and event.type in narrative_lexicon().state and not event.targets and self._bare(trigger):
                return k
        return None

    def _may_be_taken_up(self, event: Event, trigger: Trigger, k: int) -> bool:
        """Whether the words can mean the earlier act.

        Acts that come in series are taken up by the nouns of their outcome only ("the ruling"); "their detention"
        has to be told of people who are known.
        """
        data, table = narrative_lexicon(), self._table
        if event.type in data.series:
            return table.lemma[trigger.head] in data.outcome_nouns and event.status == self._events[k].status
        owner = child(table, trigger.head, "poss")
        return owner is None or table.pos[owner] != "PRON" or bool(event.targets or event.agents)

    def _governs(self, k: int, trigger: Trigger) -> bool:
        """True where the earlier act is done to this one ("QUASHED the SENTENCE", "stopped the march")."""
        table, i = self._table, trigger.head
        if trigger.kind != "noun":
            return False
        for _ in range(3):
            i = table.head[i]
            if self._by_head.get(i) == k:
                return True
        return False

    def _bare(self, trigger: Trigger) -> bool:
        """A singular noun without number and modifiers of its own ("on bail", "in custody")."""
        table = self._table
        return "Number=Sing" in table.morph[trigger.head] and not any(
            table.dep[j] in ("nummod", "poss", "relcl", "acl") for j in table.children[trigger.head]
        )

    def _clause_of_same_act(self, event: Event, trigger: Trigger) -> int | None:
        """The act whose purpose, manner or result clause the trigger is in ("filed through the town, CHANTING")."""
        table = self._table
        i = trigger.predicate
        for _ in range(_STEPS):
            if table.dep[i] not in _CLAUSE_STEPS or child(table, i, "nsubj", "nsubjpass") is not None:
                return None
            last, i = table.dep[i], table.head[i]
            k = self._by_head.get(i)
            if k is not None:
                same = self._events[k].type == event.type and self._events[k].status == event.status
                return k if same and last in _CLAUSES else None
        return None

    def _once(self, event: Event, k: int, trigger: Trigger) -> bool:
        """Whether sharing people makes it one act: what befalls or unites them may happen again on another day."""
        other = self._events[k]
        agents = entities_of(event.agents)
        if len(agents) > 1 and agents == entities_of(other.agents) and trigger.kind == "noun":
            return True
        if self._again(trigger):
            return False
        if event.type in narrative_lexicon().state and self._sentences[k] == self._table.sent[trigger.head]:
            return True
        if event.type in narrative_lexicon().series:
            return event.type not in _STAGES and _same_day(event, other) and _same_words(self._table, event, other)
        return _same_day(event, other) or (trigger.kind == "noun" and self._definite(trigger))

    def _again(self, trigger: Trigger) -> bool:
        """True where the words say that it happened once more ("was arrested afresh")."""
        table, again = self._table, narrative_lexicon().again
        beside = (*table.children[trigger.head], *table.children[trigger.predicate], trigger.head)
        return any(table.lower[j] in again or table.lower[j].startswith("re-") for j in beside)

    def add(self, event: Event, trigger: Trigger) -> None:
        """Take an event in; events come in text order."""
        k = len(self._events)
        self._sentences.append(self._table.sent[trigger.head])
        self._by_head[trigger.head] = self._by_head[trigger.predicate] = k
        self._events.append(event)
        name = self._named_act(trigger)
        if name is not None:
            self._by_name.setdefault((event.type, name), k)
        self._recent.setdefault(event.type, []).append(k)
        if event.place is not None and event.place_basis == "stated":
            self._by_place.setdefault((event.type, event.place), []).append(k)
        for participant in (*event.targets, *event.agents):
            if participant.entity is not None:
                self._by_participant.setdefault((event.type, participant.entity), []).append(k)

    def root(self, k: int) -> int:
        """The first mention of the act that the mention at a position belongs to."""
        same = self._events[k].same_as
        return k if same is None else same

    def event(self, k: int) -> Event:
        """The event at a position."""
        return self._events[k]

    def _definite(self, trigger: Trigger) -> bool:
        table = self._table
        determiner = child(table, trigger.head, "det", "poss")
        return determiner is not None and (table.lower[determiner] in _DEFINITE or table.dep[determiner] == "poss")

    def _anaphoric(self, trigger: Trigger) -> bool:
        """A definite noun without arguments and modifiers of its own takes up what was told."""
        table = self._table
        if not self._definite(trigger) or table.lower[max(0, trigger.first - 1)] == "next":
            return False
        own = ("prep", "relcl", "acl", "nummod", "compound", "appos")
        outside = (j for j in table.children[trigger.head] if not trigger.first <= j <= trigger.last)
        return not any(table.dep[j] in own and table.lower[j] != "as" for j in outside)

    def _same_people(self, event: Event, k: int) -> bool:
        other = self._events[k]
        mine, theirs = entities_of(event.targets), entities_of(other.targets)
        if mine or theirs:
            return bool(mine & theirs)
        return bool(entities_of(event.agents) & entities_of(other.agents)) and not (event.targets and other.targets)

    def _agree(self, event: Event, k: int, *, stated_place: bool) -> bool:
        other = self._events[k]
        if _real(event) != _real(other):
            return False
        if not dates_agree(event.edtf, other.edtf):
            return False
        if stated_place and other.place_basis == "stated" and event.place != other.place:
            return False
        if event.targets and other.targets and not overlap(event.targets, other.targets):
            return False
        if event.agents and other.agents and not overlap(event.agents, other.agents):
            return False
        mine, theirs = entities_of(event.agents), entities_of(other.agents)
        return min(len(mine), len(theirs)) < _PARTIES or mine <= theirs or theirs <= mine


def _same_day(a: Event, b: Event) -> bool:
    return a.edtf is not None and a.edtf == b.edtf and len(a.edtf) >= _DAY and "/" not in a.edtf


def _same_words(table: TokenTable, a: Event, b: Event) -> bool:
    return table.lemma[table.at(a.trigger.start)] == table.lemma[table.at(b.trigger.start)]


def _real(event: Event) -> bool:
    return event.status not in UNREAL


def entities_of(participants: Sequence[Participant]) -> set[int]:
    """Positions of the entities among the participants."""
    return {p.entity for p in participants if p.entity is not None}


def overlap(a: Sequence[Participant], b: Sequence[Participant]) -> bool:
    """True where a participant of one is one of the other, by entity or by name."""
    if entities_of(a) & entities_of(b):
        return True
    return any(x.name.casefold() == y.name.casefold() for x in a for y in b)


def settle_links(events: Sequence[Event]) -> None:
    """Let every mention of an act point at its first one, in place, however the links came about.

    Links are followed to their ends and turned round where they point ahead; links between types are dropped, since an
    act has one type.
    """
    parent = list(range(len(events)))

    def first(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    for k, event in enumerate(events):
        if event.same_as is not None and events[event.same_as].type == event.type:
            a, b = first(k), first(event.same_as)
            parent[max(a, b)] = min(a, b)
    for k, event in enumerate(events):
        event.same_as = first(k) if first(k) != k else None


def merged_acts(events: Sequence[Event]) -> list[Act]:
    """The distinct acts behind the events, in the order of their first mentions.

    Status: the firmest of the mentions'. Date: the finest; place: the first stated one, else the first; people
    and counts: of the mention that has most.
    """
    members: dict[int, list[int]] = {}
    for k, event in enumerate(events):
        members.setdefault(k if event.same_as is None else event.same_as, []).append(k)
    return [_merged(events, positions) for positions in members.values()]


def _merged(events: Sequence[Event], positions: list[int]) -> Act:
    group = [events[k] for k in positions]
    dated = max(group, key=lambda event: _fineness(event.edtf))
    placed = next((e for e in group if e.place_basis == "stated"), group[0])
    placed = placed if placed.place is not None else next((e for e in group if e.place is not None), placed)
    counts: dict[str, Count] = {}
    for event in group:
        for count in event.counts:
            counts.setdefault(count.what, count)
    return Act(
        type=group[0].type,
        mentions=positions,
        status=min((event.status for event in group), key=_ORDER.index),
        date=dated.date,
        edtf=dated.edtf,
        place=placed.place,
        agents=max((event.agents for event in group), key=len),
        targets=max((event.targets for event in group), key=len),
        counts=list(counts.values()),
    )


def _fineness(edtf: str | None) -> int:
    """How exactly a value dates: a day before a month before a year, a range and no date last."""
    if edtf is None:
        return 0
    return 1 if "/" in edtf else len(edtf)
