"""The record that civicspace writes: models, JSON Schema and event types.

The models are made when they are first asked for: that takes a quarter of a second, which a program that only checks
a date (``civicspace_schemas.edtf``) need not wait. Event types stand in ``civicspace_schemas.taxonomy``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from civicspace_schemas.export import json_schema
    from civicspace_schemas.record import Record, RecordError, read_record
    from civicspace_schemas.version import SCHEMA_VERSION

__all__ = ["SCHEMA_VERSION", "Record", "RecordError", "json_schema", "read_record"]

_MODULES = {
    "SCHEMA_VERSION": "version",
    "Record": "record",
    "RecordError": "record",
    "json_schema": "export",
    "read_record": "record",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
