"""Which mentions tell of one act: links each mention to the first, and merges the mentions into acts.

Two mentions of one type are one act where nothing speaks against it (dates, places and people agree) and
something speaks for it: a shared named person or organisation with an agreeing date, or a definite
noun without arguments ("the killing", "these arrests") that takes up the act told just before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from civicspace.annotations import Act, Count, Event, Extent, Participant, Status
from civicspace.components.events.narrative_lexicon import narrative_lexicon
from civicspace.components.events.triggers import Trigger
from civicspace.syntax import child
from civicspace.tokens import TokenTable

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "his", "her", "their", "its"})
_UNREAL: frozenset[Status] = frozenset({"hypothetical", "demanded", "negated"})
_ORDER: tuple[Status, ...] = ("occurred", "ongoing", "alleged", "planned", "negated", "demanded", "hypothetical")
_RECENT = 12
_NEAR = 4
_SUMMARY_REACH = 8
_STAGES = frozenset({"court_decision", "prosecution"})


class Linker:
    """Finds the antecedent of each mention; fed with the events of one Doc in text order."""

    def __init__(self, table: TokenTable) -> None:
        self._table = table
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
        named = [p.entity for p in (*event.targets, *event.agents) if p.entity is not None]
        for entity in named:
            for k in reversed(self._by_participant.get((event.type, entity), [])[-_RECENT:]):
                if not self._same_people(event, k):
                    continue
                if event.type == "killing" and event.targets and _real(event) == _real(self._events[k]):
                    return k
                if self._agree(event, k, stated_place=stated_place) and self._once(event, k, trigger):
                    return k
        if stated_place and event.place is not None and trigger.kind == "noun" and self._definite(trigger):
            for k in reversed(self._by_place.get((event.type, event.place), [])[-_RECENT:]):
                if self._agree(event, k, stated_place=True):
                    return k
        if trigger.kind == "noun" and event.type not in narrative_lexicon().series and self._anaphoric(trigger):
            sentence = self._table.sent[trigger.head]
            for k in reversed(self._recent.get(event.type, [])[-_RECENT:]):
                if sentence - self._sentences[k] > _NEAR:
                    break
                if self._agree(event, k, stated_place=stated_place):
                    return k
        return None

    def _clause_of_same_act(self, event: Event, trigger: Trigger) -> int | None:
        """The act whose purpose or manner clause the trigger is in ("filed through the town, CHANTING")."""
        table = self._table
        if table.dep[trigger.predicate] not in ("xcomp", "advcl", "acl"):
            return None
        k = self._by_head.get(table.head[trigger.predicate])
        if k is None or self._events[k].type != event.type or self._events[k].status != event.status:
            return None
        return k if child(table, trigger.predicate, "nsubj", "nsubjpass") is None else None

    def _once(self, event: Event, k: int, trigger: Trigger) -> bool:
        """Whether sharing people makes it one act: what befalls or unites them may happen again on another day."""
        other = self._events[k]
        agents = _entities(event.agents)
        if len(agents) > 1 and agents == _entities(other.agents) and trigger.kind == "noun":
            return True
        if event.type in narrative_lexicon().state and self._sentences[k] == self._table.sent[trigger.head]:
            return True
        if event.type in narrative_lexicon().series:
            return event.edtf is not None and event.edtf == other.edtf and event.type not in _STAGES
        same_day = event.edtf is not None and event.edtf == other.edtf and len(event.edtf) >= len("2018-05-01")
        return same_day or (trigger.kind == "noun" and self._definite(trigger))

    def add(self, event: Event, trigger: Trigger) -> None:
        """Take an event in; events come in text order."""
        k = len(self._events)
        self._sentences.append(self._table.sent[trigger.head])
        self._by_head[trigger.head] = self._by_head[trigger.predicate] = k
        self._events.append(event)
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
        return not any(table.dep[j] in own for j in outside)

    def _same_people(self, event: Event, k: int) -> bool:
        other = self._events[k]
        mine, theirs = _entities(event.targets), _entities(other.targets)
        if mine or theirs:
            return bool(mine & theirs)
        return bool(_entities(event.agents) & _entities(other.agents)) and not (event.targets and other.targets)

    def _agree(self, event: Event, k: int, *, stated_place: bool) -> bool:
        other = self._events[k]
        if _real(event) != _real(other):
            return False
        if not dates_agree(event.edtf, other.edtf):
            return False
        if stated_place and other.place_basis == "stated" and event.place != other.place:
            return False
        if event.targets and other.targets and not _overlap(event.targets, other.targets):
            return False
        return not (event.agents and other.agents and not _overlap(event.agents, other.agents))


def _real(event: Event) -> bool:
    return event.status not in _UNREAL


def dates_agree(a: str | None, b: str | None) -> bool:
    """True where one is unknown or one lies in the other's period as written.

    >>> dates_agree("2018-05", "2018-05-14"), dates_agree("2018-05-14", "2018-05-15"), dates_agree(None, "2018")
    (True, False, True)
    """
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _entities(participants: Sequence[Participant]) -> set[int]:
    return {p.entity for p in participants if p.entity is not None}


def _overlap(a: Sequence[Participant], b: Sequence[Participant]) -> bool:
    if _entities(a) & _entities(b):
        return True
    return any(x.name.casefold() == y.name.casefold() for x in a for y in b)


def link_summaries(
    table: TokenTable, events: Sequence[Event], summaries: Sequence[tuple[Extent, Extent]]
) -> None:
    """Link what a headline or the opening paragraph tells in short to the passage that tells it in full.

    events: in text order; their ``same_as`` is changed in place. summaries: pairs of the summary's
    extent and the extent that it sums up. The first real act of the type in it whose date, place and
    people don't speak against it is the one meant.
    """
    by_type: dict[str, list[int]] = {}
    for k, event in enumerate(events):
        if event.status not in _UNREAL and event.type not in narrative_lexicon().series:
            by_type.setdefault(event.type, []).append(k)
    members: dict[int, list[int]] = {}
    for k, event in enumerate(events):
        members.setdefault(k if event.same_as is None else event.same_as, []).append(k)
    starts = {kind: [events[k].trigger.start for k in positions] for kind, positions in by_type.items()}
    used: set[int] = set()
    for summary, whole in summaries:
        for kind, positions in by_type.items():
            for k in positions[bisect_left(starts[kind], summary.start) : bisect_left(starts[kind], summary.end)]:
                if events[k].edtf is None and events[k].same_as is None and not _general(table, events[k]):
                    behind = bisect_left(starts[kind], summary.end)
                    told = positions[behind : behind + _SUMMARY_REACH]
                    inside = (j for j in told if events[j].trigger.start < whole.end and j not in used)
                    full = next((j for j in inside if _told_in_full(events[k], events[j])), None)
                    if full is not None:
                        used.add(full)
                        root = events[full].same_as
                        group = members.pop(full if root is None else root, [])
                        for j in group:
                            if j != k:
                                events[j].same_as = k
                        members.setdefault(k, [k]).extend(j for j in group if j != k)


def _general(table: TokenTable, event: Event) -> bool:
    """A plural noun of nobody in particular ("arrests and trials") sums up many acts, not one."""
    last = table.covering(event.trigger)[1]
    return table.tag[last] == "NNS" and not event.targets and not event.counts


def _told_in_full(short: Event, full: Event) -> bool:
    if short.place_basis == full.place_basis == "stated" and short.place != full.place:
        return False
    if not short.targets and not short.agents:
        return full.edtf is not None
    if _entities(short.targets):
        return _overlap(short.targets, full.targets)
    groups = (set(short.target_groups) & set(full.target_groups), set(short.agent_groups) & set(full.agent_groups))
    if short.target_groups and full.target_groups:
        return bool(groups[0])
    return bool(groups[1]) if short.agent_groups and full.agent_groups else full.edtf is not None


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
