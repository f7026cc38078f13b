"""The TIMEX3 items of a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from civicspace.timex3.extents import extents
from civicspace.timex3.modifiers import mod
from civicspace.timex3.references import references
from civicspace.timex3.sets import frequency, quantifier
from civicspace.timex3.values import TYPES, value

_NAMES = ("person", "organisation", "work", "law", "event")


@dataclass(frozen=True, slots=True)
class Timex3:
    """A TIMEX3: characters of the report's text with type, value and mod; quant and freq of sets.

    Empty strings: unknown or not there. ``date`` is the id of the record's date, None for an expression that the
    record leaves out.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str = ""
    quant: str = ""
    freq: str = ""
    date: str | None = None


def timexes(record: Mapping[str, Any], text: str | None = None) -> list[Timex3]:
    """The TIMEX3 items of a record in text order, without overlap.

    record: as JSON data; its dates are read, and of its entities the names, inside which nothing is added. text: the
    report's, where the record holds none. Raises ValueError where there is no text at all.
    """
    content = record.get("text") if text is None else text
    if content is None:
        raise ValueError("the record holds no text")
    found = [item for date in record["dates"] for item in _of_date(date, content)]
    taken = [(item.start, item.end) for item in found]
    taken += _names(record)
    found += [
        Timex3(r.start, r.end, content[r.start : r.end], r.type, r.value, mod(r.type, content[r.start : r.end], None))
        for r in references(content, taken)
    ]
    ordered: list[Timex3] = []
    for item in sorted(found, key=lambda item: (item.start, -item.end)):
        if not ordered or item.start >= ordered[-1].end:
            ordered.append(item)
    return ordered


def _of_date(date: Mapping[str, Any], text: str) -> list[Timex3]:
    items = []
    for extent in extents(date, text):
        expression = text[extent.start : extent.end]
        kind = TYPES[extent.kind]
        recurs = extent.kind == "set"
        items.append(
            Timex3(
                start=extent.start,
                end=extent.end,
                text=expression,
                type=kind,
                value=extent.value or value(extent.kind, expression, extent.edtf, extent.duration),
                mod=mod(kind, expression, date.get("modifier")),
                quant=quantifier(expression) if recurs else "",
                freq=frequency(expression) if recurs else "",
                date=date.get("id"),
            )
        )
    return items


def _names(record: Mapping[str, Any]) -> list[tuple[int, int]]:
    return [
        (mention["start"], mention["end"])
        for entity in record.get("entities", ())
        if entity["type"] in _NAMES
        for mention in entity["mentions"]
        if mention["form"] in ("name", "short")
    ]
