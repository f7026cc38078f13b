"""Plain words for what the models of a gold file refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from civicspace.gold.problems import LAYERS, closest_word, did_you_mean, in_quotes
from civicspace_schemas.gold import (
    GoldChain,
    GoldDate,
    GoldEntity,
    GoldEvent,
    GoldQuote,
    HandGold,
    PointedDate,
    Pointer,
)
from civicspace_schemas.vocabulary import CountWhat, DateKind, EntityType, EventType, Modifier, QuoteKind, Status

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

type Path = tuple[str | int, ...]
"""Keys and positions from the file's outermost object to a place in it."""

_VALUES: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {
    ("", "status"): ("status of a gold file", ("draft", "reviewed")),
    ("entities", "type"): ("entity type", get_args(EntityType.__value__)),
    ("dates", "kind"): ("kind of date", get_args(DateKind.__value__)),
    ("dates", "modifier"): ("modifier", get_args(Modifier.__value__)),
    ("quotes", "kind"): ("kind of quote", get_args(QuoteKind.__value__)),
    ("events", "type"): ("event type", get_args(EventType.__value__)),
    ("events", "status"): ("status of an event", get_args(Status.__value__)),
    ("events", "counts"): ("thing to count", get_args(CountWhat.__value__)),
}
"""Layer and field -> what its values are called, and which there are."""

_SPAN_KEYS = ["start", "end", *Pointer.model_fields]
_KEYS: dict[str, tuple[str, list[str]]] = {
    "": ("a gold file", list(HandGold.model_fields)),
    "entities": ("an entity", list(GoldEntity.model_fields)),
    "dates": ("a date", list(dict.fromkeys([*GoldDate.model_fields, *PointedDate.model_fields]))),
    "quotes": ("a quote", list(GoldQuote.model_fields)),
    "events": ("an event", list(GoldEvent.model_fields)),
    "coreference": ("a chain", list(GoldChain.model_fields)),
}
"""Layer -> what an item of it is called, and its keys."""

_EDTF_FORMS = "2018, 2018-05, 2018-05-14, 2018-05-03/2018-05-05, 2018-05-14T19:00:00, 201X or null"
_SHOULD_BE = {
    "string_type": "text in quotation marks",
    "string_unicode": "text of whole characters",
    "int_type": "a whole number without quotation marks",
    "int_from_float": "a whole number",
    "list_type": "a list in [ ]",
    "dict_type": "an object in { }",
    "model_type": "an object in { }",
}


def message_of(error: ErrorDetails, path: Path, report_id: str) -> str:
    """What is wrong at a place, and what to write there.

    error: one of a ValidationError's. path: the place, without pydantic's own steps. report_id: for commands to run.
    """
    layer, inner = (str(path[0]), path[2:]) if len(path) > 1 and path[0] in LAYERS else ("", path)
    name, value, kind = _field(inner), error["input"], error["type"]
    if name in LAYERS:  # the message's head names it
        return f"{'is missing' if kind == 'missing' else in_quotes(value)}: should be a list in [ ], empty if need be"
    shown = f"{name} {in_quotes(value)}" if name else in_quotes(value)
    if kind == "missing":
        if inner[-1] in ("start", "end"):
            return f'{name} is missing: give both offsets, or neither and run "civicspace gold format {report_id}"'
        return f"{name} is missing{_choice(layer, inner)}"
    if kind == "extra_forbidden":
        return _unknown_key(layer, inner)
    if kind == "literal_error":
        noun, words = _VALUES[layer, str(inner[0])]
        if inner[-1] == "[key]":
            return f"counts: {in_quotes(value)} is no {noun}{did_you_mean(value, words)}"
        if layer == "events" and name == "type" and (meant := _type_of_trigger(value)):
            return f'{shown} is no {noun}: did you mean "{meant}"?'
        return f"{shown} is no {noun}{did_you_mean(value, words)}"
    if kind == "model_type" and isinstance(value, str) and inner:
        return f'{shown} should be a span: write {{"text": {in_quotes(value)}}}'
    if kind in _SHOULD_BE:
        return f"{shown} should be {_SHOULD_BE[kind]}"
    if kind == "string_too_short":
        return f"{name} is empty"
    if kind == "too_short":
        return f"{name} is an empty list: it needs one at least"
    if kind == "greater_than_equal":
        return f"{shown} is too small: the least is {error['ctx']['ge']}"
    return f"{shown} {_value_message(error, name, report_id)}"


def _type_of_trigger(word: object) -> str | None:
    """The one event type of which a word is a sample trigger ("arrest": detention), or None."""
    from civicspace_schemas.taxonomy import taxonomy

    plain = str(word).casefold().replace("_", " ")
    of = [t.id for t in taxonomy().types if plain in (*t.triggers.verbs, *t.triggers.nouns)]
    return of[0] if len(of) == 1 else None


def _value_message(error: ErrorDetails, name: str, report_id: str) -> str:
    """Why a text value breaks its grammar."""
    reason = str(error.get("ctx", {}).get("error", ""))
    if name == "text_sha256":
        return f'is no SHA-256: leave it out and run "civicspace gold format {report_id}"'
    if name == "reference_date":
        return "is no day of the calendar: write YYYY-MM-DD or null"
    if "no EDTF value" in reason:
        return f"is no EDTF value: write {_EDTF_FORMS}"
    if "no ISO 8601 duration" in reason:
        return "is no ISO 8601 duration: write P10Y, P2Y6M, P8D, PT36H or null"
    return (reason or error["msg"]).removeprefix(f"{error['input']!r} ")


def _field(path: Path) -> str:
    """A place within an item.

    >>> _field(("agents", 0)), _field(("trigger", "start")), _field(("counts", "killed"))
    ('agents[0]', 'trigger.start', 'counts.killed')
    """
    name = ""
    for step in path:
        name += f"[{step}]" if isinstance(step, int) else f".{step}" if name else step
    return name


def _choice(layer: str, inner: Path) -> str:
    found = _VALUES.get((layer, str(inner[0]))) if len(inner) == 1 else None
    return did_you_mean(None, found[1]) if found else ""


def _unknown_key(layer: str, inner: Path) -> str:
    key, holder = str(inner[-1]), inner[:-1]
    if key in _SPAN_KEYS and (holder or layer == "dates"):
        return f"{_field(inner)}: offsets alone say which place is meant: leave out {in_quotes(key)}, or start and end"
    noun, keys = ("a span", _SPAN_KEYS) if holder else _KEYS[layer]
    where = f" ({_field(holder)})" if holder else ""
    meant = closest_word(key, keys)
    ending = f'did you mean "{meant}"?' if meant else f"its keys are {', '.join(keys)}"
    return f"{in_quotes(key)} is no key of {noun}{where}: {ending}"
