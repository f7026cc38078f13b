"""From a gold file's bytes to items: JSON and the models of gold; what breaks them becomes problems in plain words.

An item that is wrong is reported and left out, so that the others can still be compared with the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter, ValidationError

from civicspace.gold.problems import LAYERS, Problem, item_label
from civicspace.gold.spans import HandItem
from civicspace.gold.wording import message_of
from civicspace.reading.bad_input import shown
from civicspace_schemas.gold import HandGold

_SHA256 = re.compile("[0-9a-f]{64}")
_UNIONS = {"Span": True, "Pointer": False, "GoldDate": True, "PointedDate": False}
"""Steps that pydantic puts into a place for the two ways to give a span; true for the filled one."""

_KINDS: dict[str, Any] = {layer: HandGold.model_fields[layer].annotation for layer in LAYERS}
_LISTS: dict[str, TypeAdapter[Any]] = {layer: TypeAdapter(kind) for layer, kind in _KINDS.items()}


_CURLY = ("“", "”", "„", "«", "‘", "’", "'")
_VALUE = "a value should stand here: text in quotation marks, a number, null, a list or an object"
_HINTS = {
    "',' delimiter": "a comma or a closing bracket is missing in front of this",
    "trailing comma": "a comma too many in front of a closing bracket",
    "property name": "a key in quotation marks should stand here (or a comma in front of it is one too many)",
    "':' delimiter": "a colon is missing behind the key",
    "unterminated string": "these quotation marks are never closed",
    "control character": "a line break or tab inside quotation marks: write \\n or \\t, or close the quotation marks",
    "escape": "a backslash has to be written twice",
    "extra data": "the file should end here",
}
"""What Python's JSON reader says -> what is likely to be wrong there."""


@dataclass(slots=True)
class Shape:
    """What could be read of a gold file.

    Attributes: ``gold`` (all of it, or None where anything is wrong), ``items`` (layer -> position -> item, without
    those that are wrong), ``draft`` (whether the file says that it is one), ``text_sha256`` (as the file states it, or
    None where it states none that could be one), ``events`` (how many the file lists, wrong ones among them),
    ``problems``.
    """

    gold: HandGold | None = None
    items: dict[str, dict[int, HandItem]] = field(default_factory=lambda: {layer: {} for layer in LAYERS})
    draft: bool = False
    text_sha256: str | None = None
    events: int = 0
    problems: list[Problem] = field(default_factory=list)


class _Object(dict[str, Any]):
    """A JSON object that remembers keys that stood in it twice."""

    twice: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        made.twice = tuple(dict.fromkeys(key for key in keys if keys.count(key) > 1))
    return made


def read_shape(raw: bytes, report_id: str) -> Shape:
    """What can be read of a gold file's bytes, and everything that breaks its form.

    raw: UTF-8. report_id: the id that the file's name gives it. Raises nothing.
    """
    shape = Shape()

    def wrong(message: str) -> Shape:
        shape.problems.append(Problem(report_id, None, "", message))
        return shape

    try:
        text = raw.decode("utf-8-sig")
        data = json.loads(text, object_pairs_hook=_object)
    except UnicodeDecodeError as error:
        return wrong(f"is not UTF-8: byte {error.start} (line {raw.count(b'\n', 0, error.start) + 1})")
    except json.JSONDecodeError as error:
        return wrong(_syntax(text, error))
    except RecursionError:
        return wrong("is nested too deeply")
    except ValueError as error:  # a number of thousands of digits
        return wrong(f"is no valid JSON: {shown(str(error))[:80]}")
    if not isinstance(data, dict):
        return wrong("holds no JSON object: a gold file begins with { and ends with }")
    _keys_that_stand_twice(data, report_id, shape)
    if isinstance(data.get("report"), str) and data["report"] != report_id:
        wrong(f'report "{shown(data["report"])}" is not the file\'s name: write "{report_id}" or rename the file')
    try:
        shape.gold = HandGold.model_validate(data)
    except ValidationError as error:
        shape.problems.extend(_problems(error, data, report_id))
    _read_items(data, shape)
    return shape


def _syntax(text: str, error: json.JSONDecodeError) -> str:
    """Where JSON breaks, and what is likely to be missing there."""
    if not text.strip():
        return "is empty"
    hint = next((hint for part, hint in _HINTS.items() if part in error.msg.lower()), _VALUE)
    rest = text[error.pos :].split("\n", 1)[0].strip()[:40]
    if rest[:1] in _CURLY:
        hint = 'straight double quotation marks (") are needed here'
    return f"line {error.lineno}, column {error.colno}: {hint}{f': {shown(rest)}' if rest else ''}"


def _keys_that_stand_twice(data: object, report_id: str, shape: Shape) -> None:
    open_: list[tuple[object, tuple[str | int, ...]]] = [(data, ())]
    while open_:  # no recursion: JSON may be nested more deeply than Python calls
        value, path = open_.pop()
        if isinstance(value, _Object):
            for key in value.twice:
                message = f'the key "{shown(key)}" stands twice: keep one of them'
                shape.problems.append(_problem(report_id, path, data, message))
            open_.extend((part, (*path, key)) for key, part in reversed(value.items()))
        elif isinstance(value, list):
            open_.extend((value[k], (*path, k)) for k in reversed(range(len(value))))


def _problem(report_id: str, path: tuple[str | int, ...], data: object, message: str) -> Problem:
    """A problem at a place of the file, given as keys and positions."""
    if len(path) >= 2 and path[0] in LAYERS and isinstance(path[1], int) and isinstance(data, Mapping):
        layer, position = str(path[0]), path[1]
        return Problem(report_id, layer, item_label(layer, position, data[layer][position]), message)
    return Problem(report_id, str(path[0]) if path and path[0] in LAYERS else None, "", message)


def _problems(error: ValidationError, data: Mapping[str, Any], report_id: str) -> list[Problem]:
    problems = []
    for found in error.errors(include_url=False):
        path = _plain_path(found["loc"], data)
        if path is not None:
            problems.append(_problem(report_id, path, data, message_of(found, path, report_id)))
    return problems


def _plain_path(loc: tuple[str | int, ...], data: object) -> tuple[str | int, ...] | None:
    """Keys and positions of a place; None for an error of the way to give a span that the writer did not choose."""
    path: list[str | int] = []
    value: Any = data
    for step in loc:
        if isinstance(step, str) and step in _UNIONS and not (isinstance(value, Mapping) and step in value):
            filled = isinstance(value, Mapping) and ("start" in value or "end" in value)
            if filled != _UNIONS[step]:
                return None
            continue
        path.append(step)
        is_key = isinstance(value, Mapping) and step in value
        if is_key or (isinstance(value, list) and isinstance(step, int)):
            value = value[step]
    return tuple(path)


def _read_items(data: Mapping[str, Any], shape: Shape) -> None:
    shape.draft = data.get("status") == "draft"
    stated = data.get("text_sha256")
    shape.text_sha256 = stated if isinstance(stated, str) and _SHA256.fullmatch(stated) else None
    for layer in LAYERS:
        listed = data.get(layer)
        if not isinstance(listed, list):
            continue
        if layer == "events":
            shape.events = len(listed)
        if shape.gold is not None:
            shape.items[layer] = dict(enumerate(getattr(shape.gold, layer)))
            continue
        for k, item in enumerate(listed):
            try:
                shape.items[layer][k] = _LISTS[layer].validate_python([item])[0]
            except ValidationError:
                continue  # among the problems already
