"""When: the date that belongs to an act.

First a date attached to the trigger or its clause; then the only date that the sentence offers; then the
date that the paragraph's narrative has reached. Never the day of publication. Acts that didn't happen (hypothetical,
demanded) take only dates of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from civicspace.annotations import Extent, Status, Timex
from civicspace.components.events.attachment import clause_verb, governor, is_perfect, is_present_perfect, path, window
from civicspace.components.events.narrative_lexicon import narrative_lexicon
from civicspace.components.events.triggers import Trigger
from civicspace.syntax import RELATIVE_PRONOUNS, conjuncts
from civicspace.tokens import TokenTable

_CLAUSES = frozenset({"conj", "ccomp", "advcl", "relcl", "parataxis"})
_PHRASES = frozenset({"prep", "pobj", "dobj", "nsubj", "nsubjpass", "appos", "conj"})
_COMPLEMENTS = frozenset({"prep", "pcomp", "xcomp", "advcl"})
_DESCRIBED = frozenset({"relcl", "acl"})
_DESCRIBING = _DESCRIBED | {"xcomp", "ccomp"}
_DEPTH = 3
_TIME_OF_DAY = re.compile(r"T\d\d[^/]*")
_DATELINE = 6
_DAY = len("2018-05-14")
_DASHES = frozenset({"-", "–", "—", "--"})
_YEAR = re.compile(r"\d{4}")
_OWN_ONLY: frozenset[Status] = frozenset({"hypothetical", "demanded"})


class DateToken(NamedTuple):
    """A usable date: its position in ``doc._.civic_dates``, tokens, governor and day-level value (empty: unknown)."""

    position: int
    first: int
    last: int
    governor: int
    value: str


class Dated(NamedTuple):
    """A date found for an act; ``cost`` is its distance from the trigger in the parse (0: hangs on it)."""

    position: int
    value: str
    cost: int


def _still_to_come() -> frozenset[str]:
    return narrative_lexicon().still_to_come


def _other_time() -> frozenset[str]:
    return narrative_lexicon().other_time


def _simultaneous() -> frozenset[str]:
    return narrative_lexicon().simultaneous


def _telling() -> frozenset[str]:
    return narrative_lexicon().telling


def _limit(status: Status, tense: str, *, behind: bool, beside: bool) -> int:
    """How far a date may be in the parse to be an act's date.

    A date behind the trigger belongs to later words sooner than to it; an act in the perfect is older than
    what the sentence tells around it; an act that is only wanted or feared has a date only where it hangs on it.
    """
    if status in _OWN_ONLY:
        return 1 if behind else 0
    if status == "planned":
        return 8 if behind else 1
    if tense == "perfect":
        return 1
    if tense == "past perfect":
        return -1 if beside else 1 if behind else 2
    if behind:
        return 5 if beside else 1
    return 10


def dates_agree(a: str | None, b: str | None) -> bool:
    """True where one is unknown or one lies in the other's period as written.

    >>> dates_agree("2018-05", "2018-05-14"), dates_agree("2018-05-14", "2018-05-15"), dates_agree(None, "2018")
    (True, False, True)
    """
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _preposition(table: TokenTable, i: int) -> int:
    """The preposition over a noun; of a compound one ("ahead of") its first word."""
    up = table.head[i]
    return table.head[up] if table.lower[up] in ("of", "to") and table.dep[up] == "prep" else up


def day_value(edtf: str) -> str:
    """The value without time of day.

    >>> day_value("2018-05-14T19:00:00")
    '2018-05-14'
    """
    return _TIME_OF_DAY.sub("", edtf)


def _is_dateline(table: TokenTable, first: int, last: int) -> bool:
    """True for the day of writing at the head of a paragraph ("Abuja, May 3, 2020 – ..."), which dates no act."""
    begin = table.sents[table.sent[first]][0]
    return first - begin <= _DATELINE and last + 1 < len(table) and table.text[last + 1] in _DASHES and first > begin


class Dates:
    """The dates of a Doc that can date an act, looked up by sentence."""

    def __init__(self, table: TokenTable, dates: list[Timex]) -> None:
        self._table = table
        self._found: list[DateToken] = []
        tokens: set[int] = set()
        for position, timex in enumerate(dates):
            if not len(table):
                break
            first, last = table.covering(Extent(timex.start, timex.end))
            tokens.update(range(first, last + 1))
            if _is_dateline(table, first, last):
                continue
            if timex.kind in ("date", "time") and timex.modifier != "until":
                at = governor(table, first, last)
                self._found.append(DateToken(position, first, last, at, day_value(timex.edtf or "")))
        self._found.sort(key=lambda d: d.first)
        self._firsts = [d.first for d in self._found]
        self.tokens = frozenset(tokens)

    def between(self, first: int, beyond: int) -> list[DateToken]:
        """Dates that begin in a range of tokens."""
        return self._found[bisect_left(self._firsts, first) : bisect_left(self._firsts, beyond)]

    def period(self, beyond: int) -> Dated | None:
        """The year that a report names at its head as its own ("Events of 2021"), or None.

        Most of the report's dates have to lie in it: "heads into 2024" names another year.

        beyond: token position behind the title and the opening paragraph.
        """
        for date in self.between(0, beyond):
            if _YEAR.fullmatch(date.value):
                known = [other.value for other in self._found if other.value]
                inside = sum(value.startswith(date.value) for value in known)
                return Dated(date.position, date.value, 0) if 2 * inside > len(known) else None
        return None

    def heading(self, first: int) -> Dated | None:
        """The date that opens a line and stands over all of it ("18 June: ..."); first: the line's first token."""
        for date in self.between(first, first + _DATELINE):
            behind = date.last + 1
            opens = behind < len(self._table) and self._table.text[behind] == ":" and date.first - first <= 2
            if opens and date.value:
                return Dated(date.position, date.value, 0)
        return None

    def attached(self, trigger: Trigger, status: Status) -> list[Dated]:
        """The date of the trigger's own sentence that is its date; several where it is conjoined on the trigger.

        A date whose value is unknown ("three weeks earlier") comes with an empty value: the act has a date
        of its own, and no other may be carried to it.
        """
        table = self._table
        dates = self.between(*window(table, trigger))
        if not dates:
            return []
        ways = path(table, trigger)
        verb = clause_verb(table, trigger.predicate)
        tense = "past perfect" if is_perfect(table, verb) else "perfect" if is_present_perfect(table, verb) else "plain"
        apart = trigger.kind == "noun" and self._is_to_come(trigger)
        ranked: list[tuple[int, bool, int, DateToken]] = []
        for date in dates:
            if date.first <= trigger.head <= date.last:
                continue
            if date.first > trigger.last and table.lemma[date.governor] in _telling() and date.governor != verb:
                continue
            cost, beside = ways.get(date.governor), False
            if apart and cost != 0 and not trigger.first <= date.governor <= trigger.last:
                continue
            if cost is None and self._in_own_clause(date, trigger):
                cost = 1
            elif cost is None:
                cost, beside = self._through_coordination(date, ways, trigger), True
            if cost <= _limit(status, tense, behind=date.first > trigger.last, beside=beside):
                ranked.append((cost, len(date.value) < _DAY, abs(date.first - trigger.head), date))
        if not ranked:
            return []
        cost, _, _, best = min(ranked, key=lambda item: item[:3])
        return [Dated(date.position, date.value, cost) for date in self._conjoined(best, dates, trigger)]

    def _has_subject(self, verb: int) -> bool:
        table = self._table
        return any(
            table.dep[j] in ("nsubj", "nsubjpass") and table.lower[j] not in RELATIVE_PRONOUNS
            for j in table.children[verb]
        )

    def _is_to_come(self, trigger: Trigger) -> bool:
        """True for a noun that another act comes before ("ahead of the summit")."""
        table = self._table
        up = _preposition(table, trigger.head)
        return table.dep[trigger.head] == "pobj" and table.lower[up] in _still_to_come()

    def _in_own_clause(self, date: DateToken, trigger: Trigger) -> bool:
        """True for a date in what the act's verb governs ("barred from leaving in May", "died when it fell on 5 May")
        or in a clause that describes the act's noun ("a rally held in May").
        """
        table, k = self._table, date.governor
        if table.pos[k] not in ("VERB", "AUX") or date.first < trigger.first:
            return False
        steps = _DESCRIBING if trigger.kind == "noun" else _COMPLEMENTS
        for _ in range(_DEPTH):
            if table.dep[k] not in steps or (table.dep[k] == "prep" and table.lower[k] in _other_time()):
                return False
            if table.dep[k] == "advcl" and not any(table.lower[j] in _simultaneous() for j in table.children[k]):
                return False
            k = table.head[k]
            if k in (trigger.head, trigger.predicate):
                return True
        return False

    def _through_coordination(self, date: DateToken, ways: dict[int, int], trigger: Trigger) -> int:
        """Cost of a date beside the trigger's path: on another member of a coordination, or deeper in the sentence.

        A remark on somebody ("the group, formed in 2019, ...") keeps its date to itself.
        """
        table = self._table
        k, extra = date.governor, 3
        for _ in range(8):
            if k in ways:
                return ways[k] + extra
            if table.head[k] == k:
                break
            if self._aside(k) and table.head[k] != trigger.head:
                break
            if date.first > trigger.last and table.dep[k] in _CLAUSES and self._has_subject(k):
                break
            extra += 1 if table.dep[k] in _PHRASES else 2
            k = table.head[k]
        return 12

    def _aside(self, k: int) -> bool:
        """True for the verb of a clause that only adds to a name or stands behind a comma."""
        table = self._table
        if table.dep[k] not in _DESCRIBED or table.pos[k] not in ("VERB", "AUX"):
            return False
        first = table.edges(k)[0]
        return table.pos[table.head[k]] == "PROPN" or (first > 0 and table.text[first - 1] == ",")

    def _conjoined(self, best: DateToken, dates: list[DateToken], trigger: Trigger) -> list[DateToken]:
        """The date alone, or all members where it is coordinated and governed by a noun or verb that is the trigger."""
        if len(dates) < 2 or best.governor not in (trigger.head, trigger.predicate):
            return [best]
        table = self._table
        inside = range(best.first, best.last + 1)
        members = conjuncts(table, next((i for i in inside if table.head[i] not in inside), best.first))
        joined = [d for d in dates if d is best or any(d.first <= k <= d.last for k in members)]
        return joined if len(joined) > 1 else [best]
