"""The version of the record's schema, to be had without the models."""

SCHEMA_VERSION = "1.0"
"""First number: fields went or changed their meaning. Second: fields came."""
