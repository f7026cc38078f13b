"""From an annotated Doc to the record: the only part that knows both."""

from civicspace.record.builder import build_record, sentences
from civicspace.record.versions import versions_of
from civicspace_schemas.provenance import PipelineVersions

__all__ = ["PipelineVersions", "build_record", "sentences", "versions_of"]
