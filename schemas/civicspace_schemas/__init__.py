"""The record that civicspace writes: models, JSON Schema and event types."""

from civicspace_schemas.export import json_schema
from civicspace_schemas.record import SCHEMA_VERSION, Record, RecordError, read_record
from civicspace_schemas.taxonomy import Taxonomy, taxonomy

__all__ = ["SCHEMA_VERSION", "Record", "RecordError", "Taxonomy", "json_schema", "read_record", "taxonomy"]
