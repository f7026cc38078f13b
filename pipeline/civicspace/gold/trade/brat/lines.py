"""The lines of an .ann file, read as what they are to brat; what they mean for gold is not known here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from civicspace.errors import CorpusError
from civicspace.gold.trade.brat.fragments import Fragment
from civicspace.gold.trade.brat.names import NOTES

type Key = tuple[int, str]
"""An id's place in the order in which brat gave ids."""

_ID = re.compile(r"([TREAMN#])(\d{1,9})(\S*)")
_TEXT_BOUND = re.compile(r"(\S+) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*) ?")
_RELATION = re.compile(r"(\S+)\s+Arg1:(\S+)\s+Arg2:(\S+)\s*")
_ATTRIBUTE = re.compile(r"(\S+) (\S+)(?: (\S+))?\s*")
_EVENT = re.compile(r"([^\s:]+):(\S+)\s*(.*)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its number in the file, from 1, and its annotation's id."""

    number: int
    id: str


@dataclass(frozen=True, slots=True)
class TextBound(Line):
    """A mark in the text: ``T1``. fragments: code points, sorted; text: as the line gives it, None where it doesn't."""

    type: str
    fragments: list[Fragment]
    text: str | None


@dataclass(frozen=True, slots=True)
class Relation(Line):
    """An arc from one annotation to another: ``R1``."""

    type: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Equivalence(Line):
    """Annotations that are joined: ``*``."""

    type: str
    members: list[str]


@dataclass(frozen=True, slots=True)
class Event(Line):
    """An event on its trigger: ``E1``."""

    type: str
    trigger: str


@dataclass(frozen=True, slots=True)
class Attribute(Line):
    """A value chosen for an annotation: ``A1``; None where it has none."""

    type: str
    target: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Note(Line):
    """What an annotator wrote on an annotation: ``#1``."""

    target: str
    text: str


@dataclass(slots=True)
class Annotations:
    """An .ann file; each kind in the order of ids, whatever the order of lines."""

    file: str
    text_bounds: dict[str, TextBound] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    equivalences: list[Equivalence] = field(default_factory=list)
    attributes: list[Attribute] = field(default_factory=list)
    notes: dict[str, list[Note]] = field(default_factory=dict)

    def wrong(self, line: Line, what: str) -> CorpusError:
        """The error of a line: which file, which line, what is wrong and what to do."""
        return CorpusError(f"{self.file}: line {line.number}: {line.id}: {what}")


def annotations_of(ann: str, file: str) -> Annotations:
    """Read the text of an .ann file; file: its name, for messages.

    Raises CorpusError for a line that brat doesn't write or that has no place in gold, and for an id given twice.
    """
    found = Annotations(file)
    seen: dict[str, int] = {}
    lines = sorted(_lines(ann, file), key=lambda entry: _order(entry[0].id))
    for line, data, tail in lines:
        if line.id != "*":
            if line.id in seen:
                raise found.wrong(line, f"line {seen[line.id]} has that id too: give one of them another number")
            seen[line.id] = line.number
        _take(found, line, data, tail)
    return found


def _lines(ann: str, file: str) -> Iterator[tuple[Line, str, str | None]]:
    """Each line with what stands between its first two tabs and behind the second."""
    for number, raw in enumerate(ann.removeprefix("\ufeff").split("\n"), start=1):
        row = raw.rstrip("\r")
        if not row.strip():
            continue
        identity, tab, rest = row.partition("\t")
        if not tab or not (identity == "*" or _ID.fullmatch(identity)):
            what = "begins with no id of brat's (T1, R1, E1, A1, #1 or *) and a tab: mend or delete the line"
            raise CorpusError(f"{file}: line {number}: {what}")
        data, tab, tail = rest.partition("\t")
        yield Line(number, identity), data, tail if tab else None


def _order(identity: str) -> tuple[str, int, str]:
    match = _ID.fullmatch(identity)
    return (match[1], int(match[2]), match[3]) if match else (identity, 0, "")


def _take(found: Annotations, line: Line, data: str, tail: str | None) -> None:
    """Put a line where it belongs."""
    where = (line.number, line.id)
    match line.id[0]:
        case "T" if shape := _TEXT_BOUND.fullmatch(data):
            pairs = [pair.split(" ") for pair in shape[2].split(";")]
            fragments = sorted((int(start), int(end)) for start, end in pairs)
            found.text_bounds[line.id] = TextBound(*where, shape[1], fragments, tail)
        case "R" if shape := _RELATION.fullmatch(data):
            found.relations.append(Relation(*where, shape[1], shape[2], shape[3]))
        case "*" if len(words := data.split()) > 1:
            found.equivalences.append(Equivalence(*where, words[0], words[1:]))
        case "E" if shape := _EVENT.fullmatch(data):
            if shape[3].strip():
                raise found.wrong(
                    line, f"the arguments {shape[3].strip()!r} are not read: write participants in the event's note"
                )
            found.events[line.id] = Event(*where, shape[1], shape[2])
        case "A" | "M" if shape := _ATTRIBUTE.fullmatch(data):
            found.attributes.append(Attribute(*where, shape[1], shape[2], shape[3]))
        case "#" if len(words := data.split()) == 2:
            if words[0] != NOTES:
                raise found.wrong(line, f"a note of the type {words[0]} is not read: write {NOTES}, or delete it")
            found.notes.setdefault(words[1], []).append(Note(*where, words[1], tail or ""))
        case "N":
            raise found.wrong(line, "gold links no names to other sources: delete the line")
        case _:
            raise found.wrong(line, f"{data!r} is not how brat writes such a line: mend or delete it")
