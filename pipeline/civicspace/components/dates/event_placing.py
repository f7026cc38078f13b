"""The days that are told by an event: "two days after the verdict", "the third anniversary of the coup".

The value is taken from, in this order: a day beside the expression ("on 4 May, a day after the vote"); the event's own
date, told in its phrase ("the referendum of 22 March") or before; what else stands beside the expression. Where none
tells, it is unknown.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from civicspace.annotations import TimexKind
from civicspace.components.dates import values
from civicspace.components.dates.anchoring import Anchors
from civicspace.components.dates.distances import from_event
from civicspace.components.dates.event_phrases import complement, lone, relative_clause
from civicspace.components.dates.events import EventDates
from civicspace.components.dates.expressions import Anaphoric, CalendarDate, Expression, Shifted
from civicspace.components.dates.grammar import Atom
from civicspace.components.dates.lexemes import Lexemes
from civicspace.components.dates.readings import Resolved
from civicspace.components.dates.values import Period
from civicspace.tokens import TokenTable

type Placed = tuple[Atom, Resolved]

_COMMAS = (",", ", on", ", in", ":", "-", "–", "—", "(")
_UNITS = frozenset({"day", "week", "month", "year", "decade"})
_QUOTES = (("‘", "’"), ("“", "”"))
_MARKING = frozenset({"mark", "commemorate", "celebrate", "observe", "honour", "honor", "fall", "coincide", "remember"})


class EventPlacing:
    """Places the expressions of one Doc that count from an event.

    resolve: gives the value of a meaning in the place of an atom of the Doc, told by its position in ``atoms``.
    """

    def __init__(
        self,
        table: TokenTable,
        lexemes: Lexemes,
        atoms: list[Atom],
        anchors: Anchors,
        *,
        story: EventDates,
        resolve: Callable[[int, Expression], Resolved],
    ) -> None:
        self._table = table
        self._lexemes = lexemes
        self._text = lexemes.text
        self._atoms = atoms
        self._starts = [atom.start for atom in atoms]
        self._anchors = anchors
        self._story = story
        self._resolve = resolve
        self._open: list[tuple[Atom, Shifted, str, int]] = []

    def told_later(self) -> list[Placed]:
        """The expressions, with their values, whose event the report has dated only after them."""
        origins = [(item, self._story.told_soon(item[2], item[3])) for item in self._open]
        return [(atom, from_event(m, origin, "event")) for (atom, m, _, _), origin in origins if origin is not None]

    def place(self, atom: Atom, meaning: Shifted, previous: Placed | None) -> Placed | None:
        """An expression counted from an event, grown over the event's phrase, with its value; None where no event
        follows. previous: the expression before it."""
        if meaning.event is not None:
            placed = self._valued(atom, meaning, previous, self._story.of_kind(meaning.event))
            return self._noted(placed, meaning, meaning.event)
        if meaning.recurring:
            return self._anniversary(atom, meaning, previous)
        table = self._table
        token = table.at(self._lexemes.starts[atom.beyond - 1])
        if meaning.clause:
            token = table.at(self._lexemes.starts[atom.first + 1])
            while table.pos[token] == "ADJ":
                token += 1
        if not meaning.clause and lone(table, token, table.at(atom.start)):
            retold = Anaphoric("week", meaning.sign) if meaning.week else replace(meaning, origin="narrative")
            return atom, self._resolve(bisect_left(self._starts, atom.start), retold)
        found = relative_clause(table, token) if meaning.clause else complement(table, token, table.at(atom.start))
        if found is None or table.lemma[found[0]] in _UNITS:
            return None
        grown = self._grown(atom, found[1])
        placed = self._valued(grown, meaning, previous, self._dated(grown, atom.end, found[0]))
        definite = any(table.lower[j] == "the" for j in table.children[found[0]])
        return self._noted(placed, meaning, table.lemma[found[0]]) if definite else placed

    def _noted(self, placed: Placed, meaning: Shifted, noun: str) -> Placed:
        """The same; kept for ``told_later`` where it has no value."""
        if placed[1].period is None:
            self._open.append((placed[0], meaning, noun, self._story.count))
        return placed

    def _grown(self, atom: Atom, last: int) -> Atom:
        """The atom up to a token, and over what hangs on it by hyphens."""
        table, text = self._table, self._text
        end = max(atom.end, table.end[last])
        while text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
            end = table.end[table.at(end + 1)]
        phrase = text[atom.end : end]
        if any(opening in phrase and text[end : end + 1] == closing for opening, closing in _QUOTES):
            end += 1
        return replace(atom, end=end)

    def _valued(self, atom: Atom, meaning: Shifted, previous: Placed | None, origin: Period | None) -> Placed:
        kind: TimexKind = "time" if meaning.part else "date"
        beside = self._told_beside(atom, previous)
        if beside is not None and (beside.unit == "day" or origin is None):
            return atom, Resolved(kind, beside, "narrative")
        if origin is not None:
            return atom, from_event(meaning, origin, "event")
        if (after := self._told_after(atom)) is not None:
            return atom, Resolved(kind, after, "narrative")
        told = self._anchors.narrative
        near = meaning.length is not None and meaning.length.within_a_day
        if near and told is not None and told.unit == "day" and not (meaning.part or meaning.event or meaning.clause):
            return atom, Resolved("date", told, "narrative")
        return atom, Resolved(kind, None, "event")

    def _dated(self, grown: Atom, begin: int, head: int) -> Period | None:
        """When the event in ``grown`` was: its own date in its phrase, from ``begin`` on, else what was told of it."""
        k = bisect_left(self._starts, begin)
        if k < len(self._atoms) and self._atoms[k].start < grown.end:
            inner = self._atoms[k].meaning
            own = self._resolve(k, inner).period if not isinstance(inner, Shifted) else None
            if own is not None and own.unit == "year":
                return self._story.look_up(head, own.first.year) or own
            if own is not None:
                self._story.tell([head], own)
                return own
        return self._story.look_up(head)

    def _told_beside(self, atom: Atom, previous: Placed | None) -> Period | None:
        """The time that the sentence tells in other words too ("on 4 May, a day after the vote")."""
        told = previous[1].period if previous is not None else None
        between = self._text[previous[0].end : atom.start].strip() if previous is not None else ""
        if told is not None and told.unit in ("day", "month", "year") and between in _COMMAS:
            return told
        if self._text[max(0, atom.start - 3) : atom.start].rstrip().endswith(","):
            if told is not None and told.unit == "day" and between[:1] == ":" and "\n" not in between:
                return told
            return self._anchors.sentence_day
        return None

    def _told_after(self, atom: Atom) -> Period | None:
        """The day that stands right behind it ("the day before the march, 4 June")."""
        k = bisect_left(self._starts, atom.end)
        if k >= len(self._atoms) or self._text[atom.end : self._atoms[k].start].strip() not in _COMMAS:
            return None
        meaning = self._atoms[k].meaning
        if not isinstance(meaning, CalendarDate) or meaning.day is None:
            return None
        return self._resolve(k, meaning).period

    def _anniversary(self, atom: Atom, meaning: Shifted, previous: Placed | None) -> Placed:
        """ "the third anniversary of the uprising", "its first anniversary"."""
        table = self._table
        words = range(table.at(atom.start), table.at(atom.end - 1) + 1)
        noun = next(i for i in words if table.lemma[i] == "anniversary")
        found = complement(table, words[-1]) if table.lower[words[-1]] == "of" else None
        if found is not None:
            grown = self._grown(atom, found[1])
        else:
            own = [table.edges(j)[0] for j in table.children[noun] if table.dep[j] == "poss"]
            grown = replace(atom, start=min([atom.start, *(table.start[i] for i in own)]), end=table.end[noun])
        years = int(meaning.length.amounts[0][1]) if meaning.length is not None else None
        beside = self._told_beside(grown, previous) or self._told_after(grown)
        if beside is not None and beside.unit == "day":
            return grown, Resolved("date", beside, "narrative")
        origin = self._dated(grown, atom.end, found[0]) if found is not None else None
        about = self._about()
        if found is None and years is not None and about is not None:
            origin = self._story.recurring(years, about)
        period = self._return_of(origin, years)
        if period is not None:
            self._story.tell([noun], period)
            return grown, Resolved("date", period, "event")
        if previous is not None and self._marked_then(noun, previous):
            return grown, Resolved("date", previous[1].period, "narrative")
        return grown, Resolved("date", None, "event")

    def _about(self) -> int | None:
        """The year that the story is in."""
        told, base = self._anchors.narrative, self._anchors.reference
        return base.year if base is not None else told.first.year if told is not None else None

    def _return_of(self, origin: Period | None, years: int | None) -> Period | None:
        """The day of an anniversary; without a number the last one up to the reference day."""
        if origin is None or origin.unit not in ("day", "time", "month", "year"):
            return None
        if years is not None:
            return values.years_on(origin, years)
        told = self._anchors.narrative
        base = told.last if told is not None and self._anchors.history else self._anchors.reference
        if base is None or origin.unit == "year":
            return None
        last = values.years_on(origin, base.year - origin.first.year)
        if last.first > base:
            last = values.years_on(origin, base.year - 1 - origin.first.year)
        return last if last.first > origin.first else None

    def _marked_then(self, noun: int, previous: Placed) -> bool:
        """True where the sentence says when the anniversary was marked ("In April the country marked ...")."""
        table = self._table
        verb = table.head[noun]
        if table.pos[verb] == "ADP":
            verb = table.head[verb]
        same = table.sent[table.at(previous[0].start)] == table.sent[noun]
        return same and previous[1].kind == "date" and table.lemma[verb] in _MARKING
