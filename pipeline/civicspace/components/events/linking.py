"""Which mentions tell of one act: links each mention to the first, and merges the mentions into acts.

Two mentions of one type are one act where nothing speaks against it (dates, places and people agree) and
something speaks for it: a shared named person or organisation with an agreeing date, or a definite
noun without arguments ("the killing", "these arrests") that takes up the act told just before.
"""

from __future__ import annotations

from collections.abc import Sequence

from civicspace.annotations import Act, Count, Event, Participant, Status
from civicspace.components.events.triggers import Trigger
from civicspace.syntax import child
from civicspace.tokens import TokenTable

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "his", "her", "their", "its"})
_UNREAL: frozenset[Status] = frozenset({"hypothetical", "demanded", "negated"})
_ORDER: tuple[Status, ...] = ("occurred", "ongoing", "alleged", "planned", "negated", "demanded", "hypothetical")
_RECENT = 12


class Linker:
    """Finds the antecedent of each mention; fed with the events of one Doc in text order."""

    def __init__(self, table: TokenTable) -> None:
        self._table = table
        self._events: list[Event] = []
        self._recent: dict[str, list[int]] = {}
        self._by_participant: dict[tuple[str, int], list[int]] = {}

    def antecedent(self, event: Event, trigger: Trigger, *, stated_place: bool) -> int | None:
        """Position of an earlier mention of the same act, or None."""
        recent = self._recent.get(event.type, [])
        named = [p.entity for p in (*event.targets, *event.agents) if p.entity is not None]
        for entity in named:
            for k in reversed(self._by_participant.get((event.type, entity), [])[-_RECENT:]):
                if self._same_people(event, k) and self._agree(event, k, stated_place=stated_place):
                    return k
        if trigger.kind == "noun" and self._anaphoric(trigger) and not event.targets:
            for k in reversed(recent[-_RECENT:]):
                if self._agree(event, k, stated_place=stated_place):
                    return k
        return None

    def add(self, event: Event) -> None:
        """Take an event in; events come in text order."""
        k = len(self._events)
        self._events.append(event)
        self._recent.setdefault(event.type, []).append(k)
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

    def _anaphoric(self, trigger: Trigger) -> bool:
        table = self._table
        determiner = child(table, trigger.head, "det", "poss")
        return determiner is not None and table.lower[determiner] in _DEFINITE

    def _same_people(self, event: Event, k: int) -> bool:
        other = self._events[k]
        mine, theirs = _entities(event.targets), _entities(other.targets)
        if mine or theirs:
            return bool(mine & theirs)
        return bool(_entities(event.agents) & _entities(other.agents)) and not (event.targets and other.targets)

    def _agree(self, event: Event, k: int, *, stated_place: bool) -> bool:
        other = self._events[k]
        if (event.status in _UNREAL) != (other.status in _UNREAL):
            return False
        if not dates_agree(event.edtf, other.edtf):
            return False
        if stated_place and other.place_basis == "stated" and event.place != other.place:
            return False
        if event.targets and other.targets and not _overlap(event.targets, other.targets):
            return False
        return not (event.agents and other.agents and not _overlap(event.agents, other.agents))


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


def merged_acts(events: Sequence[Event]) -> list[Act]:
    """The distinct acts behind the events, in the order of their first mentions.

    Status: the firmest of the mentions'. Date: the finest; place: the first stated one, else the first; people and counts: of the
    mention that has most.
    """
    members: dict[int, list[int]] = {}
    for k, event in enumerate(events):
        members.setdefault(k if event.same_as is None else event.same_as, []).append(k)
    return [_merged(events, positions) for positions in members.values()]


def _merged(events: Sequence[Event], positions: list[int]) -> Act:
    group = [events[k] for k in positions]
    dated = max(group, key=lambda event: len(event.edtf or "") if event.edtf and "/" not in event.edtf else 1 if event.edtf else 0)
    placed = next((e for e in group if e.place_basis == "stated"), next((e for e in group if e.place is not None), group[0]))
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
