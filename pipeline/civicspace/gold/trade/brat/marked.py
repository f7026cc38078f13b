"""An .ann file against its text: marks at the places they claim, notes that can be read, arcs that lead somewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Never

from pydantic import ValidationError

from civicspace.gold.trade.brat.fragments import Fragment, from_note, marked_text, spans_of
from civicspace.gold.trade.brat.lines import Annotations, Line, TextBound
from civicspace.gold.trade.brat.names import (
    ALIAS,
    COREF,
    CUE,
    CUED_BY,
    ENTITY_TYPES,
    EVENT_KEYS,
    EVENT_TYPES,
    MENTION,
    QUOTE_KINDS,
    SAID_BY,
    SAME_AS,
    SPANS,
    SPEAKER,
    STATUS,
    STATUSES,
    keys_of,
)
from civicspace.gold.trade.brat.notes import read
from civicspace.gold.wording import message_of
from civicspace_schemas.base import Span

type Values = dict[str, list[str]]


class Marked:
    """The annotations of one file against its text. Making one raises CorpusError for the first line that is wrong."""

    def __init__(self, found: Annotations, text: str, report_id: str) -> None:
        self.found = found
        self.text = text
        self.report_id = report_id
        self.triggers = {event.trigger for event in found.events.values()}
        for mark in found.text_bounds.values():
            self.check_offsets(mark)
        self.spans: dict[str, list[Span]] = {}
        self.notes: dict[str, Values] = {}
        self.read_notes()
        self.check_arcs()

    def check_offsets(self, mark: TextBound) -> None:
        """A mark is one of gold's, inside the text, and repeats the characters that it covers."""
        if not (keys_of(mark.type) or mark.type in EVENT_TYPES):
            self.wrong(mark, f"gold has no type {mark.type!r}: give it one of annotation.conf, or delete it")
        last = 0
        for start, end in mark.fragments:
            if not last <= start < end <= len(self.text):
                self.wrong(mark, f"the offsets {start} {end} are outside the report, empty or overlap: mark it anew")
            last = end
        covered = marked_text(mark.fragments, self.text)
        if mark.text and mark.text.rstrip() not in (covered.rstrip(), covered.replace("\t", " ").rstrip()):
            self.wrong(
                mark,
                f"the report has {_shortened(covered)!r} there, not {_shortened(mark.text)!r}:"
                " was the report changed? Mark it anew",
            )

    def read_notes(self) -> None:
        """The notes' values and every mark's spans."""
        for target, notes in self.found.notes.items():
            mark = self.found.text_bounds.get(target)
            event = self.found.events.get(target)
            if mark is None and event is None:
                self.wrong(notes[0], f"the note is on {target}, which is not there: delete it")
            if target in self.triggers:
                self.wrong(notes[0], f"{target} is an event's trigger: write the note on the event")
            keys = (keys_of(mark.type) if mark else ()) or EVENT_KEYS
            for note in notes:
                values = self.made("", note, read, note.text, keys)
                for key, value in values.items():
                    if self.notes.setdefault(target, {}).setdefault(key, value) != value:
                        self.wrong(note, f"another note on {target} gives another {key}: keep one of them")
        for mark in self.found.text_bounds.values():
            self.spans[mark.id] = self.spans_at(mark, self.values(mark).get(SPANS), self.note_line(mark))

    def spans_at(self, mark: TextBound, exact: list[str] | None, line: Line) -> list[Span]:
        """The spans that a mark stands for; exact: what a note on ``line`` says of them, if it does."""
        offsets: list[Fragment] = (
            self.made("", line, from_note, exact, mark.fragments, self.text)
            if exact
            else spans_of(mark.fragments, self.text)
        )
        return [Span(start=start, end=end, text=self.text[start:end]) for start, end in offsets]

    def values(self, line: Line) -> Values:
        """What the notes on an annotation say, by key."""
        return self.notes.get(line.id, {})

    def value(self, line: Line, key: str) -> str | None:
        """The one value of a key in the notes on an annotation."""
        return next(iter(self.values(line).get(key, [])), None)

    def note_line(self, line: Line) -> Line:
        """The line to name where a value of an annotation is wrong: its note's, if it has one."""
        return next(iter(self.found.notes.get(line.id, [])), line)

    def marks(self, types: Sequence[str]) -> list[TextBound]:
        """The marks of some types, in the order of their ids."""
        return [mark for mark in self.found.text_bounds.values() if mark.type in types]

    def one_span(self, mark: TextBound) -> Span:
        """The span of a mark that may have one only."""
        spans = self.spans[mark.id]
        if len(spans) > 1:
            self.wrong(mark, f"a {mark.type} is one stretch of text: mark it without its gap")
        return spans[0]

    def check_arcs(self) -> None:
        """Every arc and attribute is one of gold's and leads to something."""
        known = self.found.text_bounds.keys() | self.found.events.keys()
        kinds: dict[str, tuple[Sequence[str], Sequence[str]]] = {
            CUED_BY: (QUOTE_KINDS, [CUE]),
            SAID_BY: (QUOTE_KINDS, [SPEAKER]),
            SAME_AS: (EVENT_TYPES, EVENT_TYPES),
            ALIAS: (ENTITY_TYPES, ENTITY_TYPES),
            COREF: ([MENTION], [MENTION]),
        }
        arcs: list[tuple[Line, str, list[str]]] = [(r, r.type, [r.source, r.target]) for r in self.found.relations]
        arcs += [(e, e.type, e.members) for e in self.found.equivalences]
        for line, type_, ends in arcs:
            if missing := [end for end in ends if end not in known]:
                self.wrong(line, f"{missing[0]} is not there: delete the line")
            if type_ not in kinds:
                self.wrong(line, f"gold has no relation {type_!r}: use one of annotation.conf, or delete it")
            from_types, to_types = kinds[type_]
            for end, types in zip(ends, [from_types, *[to_types] * (len(ends) - 1)], strict=True):
                if self.type_of(end) not in types:
                    self.wrong(line, f"{type_} can't join a {self.type_of(end)} ({end}) that way: delete the line")
        for attribute in self.found.attributes:
            if attribute.type != STATUS or attribute.value not in STATUSES:
                self.wrong(attribute, f"{attribute.type} {attribute.value or ''}: write {STATUS} and one of"
                    f" {', '.join(STATUSES)}")  # fmt: skip
            if attribute.target not in self.found.events:
                self.wrong(attribute, f"{attribute.target} is no event: delete the line")

    def type_of(self, identity: str) -> str:
        """The type of a mark or event."""
        mark = self.found.text_bounds.get(identity)
        return mark.type if mark else self.found.events[identity].type

    def pairs(self, type_: str) -> list[tuple[str, str]]:
        """The arcs of a type between two annotations, as joins."""
        pairs = [(r.source, r.target) for r in self.found.relations if r.type == type_]
        for equivalence in self.found.equivalences:
            if equivalence.type == type_:
                pairs += [(equivalence.members[0], member) for member in equivalence.members[1:]]
        return pairs

    def wrong(self, line: Line, what: str) -> Never:
        """Raise the error of a line."""
        raise self.found.wrong(line, what)

    def made[T, *Ts](self, layer: str, line: Line, make: Callable[[*Ts], T], *what: *Ts) -> T:
        """What a function makes of something; what the models of gold refuse is the error of a line."""
        try:
            return make(*what)
        except ValidationError as error:
            first = error.errors()[0]
            path = (layer, 0, *first["loc"]) if layer else first["loc"]
            self.wrong(line, message_of(first, path, self.report_id))
        except ValueError as error:
            self.wrong(line, str(error))


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
