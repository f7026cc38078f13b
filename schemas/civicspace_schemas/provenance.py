"""What a record says of its report, of the program that read it, and of what to be careful with."""

from __future__ import annotations

from pydantic import Field

from civicspace_schemas.base import Country, Day, Edtf, Language, Name, Offset, Part
from civicspace_schemas.vocabulary import CountryBasis, PublishedBasis


class ReportInfo(Part):
    """The report: what its metadata state, and the fingerprint and size of its text."""

    id: str = Field(min_length=1, description="The report's id: its file name without ending.")
    title: str | None = Field(description="Title from the metadata, else the first heading, else null.")
    country: Country | None = Field(description="Country the report is about, ISO 3166 alpha-2, or null.")
    country_basis: CountryBasis = Field(description="stated: by the metadata; unknown: country is null.")
    published: Edtf | None = Field(description="Day of publication, or the period it falls in (EDTF), or null.")
    published_basis: PublishedBasis = Field(
        description="stated: by the metadata; inferred: the period of the report's latest past date; unknown: null."
    )
    reference_date: Day | None = Field(
        description="The day that relative dates are read against: published, else the last day of that period."
    )
    source: str | None = Field(description="Who published the report, from the metadata, or null.")
    url: str | None = Field(description="Where the report was published, from the metadata, or null.")
    language: Language | None = Field(description="Language of the text, BCP 47: stated, else detected.")
    licence: str | None = Field(description="Licence of the report's text, from the metadata, or null.")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the text in UTF-8, without byte order mark.")
    characters: Offset = Field(description="Length of the text in Unicode code points.")
    words: Offset = Field(description="Stretches of the text between white space.")


class ModelVersion(Part):
    """The language model that tagged and parsed the text."""

    name: Name = Field(description="Name of the spaCy model.")
    version: Name = Field(description="Version of the spaCy model.")


class PipelineVersions(Part):
    """What made the record; with the same report and the same values here, the record is the same to the byte."""

    civicspace: Name = Field(description="Version of civicspace.")
    spacy: Name = Field(description="Version of spaCy.")
    model: ModelVersion = Field(description="The language model.")
    config: Name = Field(description="Fingerprint of the two pipeline config files.")
    numeric: Name = Field(
        description="Numeric backend: library and processor features that decide the model's rounding."
    )


class RecordWarning(Part):
    """Something that a reader of the record should know."""

    code: Name = Field(description="Stable word for programs, such as not_english.")
    message: Name = Field(description="One line for people.")
    start: Offset | None = Field(description="First character concerned; null for the whole report.")
    end: Offset | None = Field(description="Character behind the last one concerned; null for the whole report.")
