"""The record that civicspace writes: models, JSON Schema and event types."""
