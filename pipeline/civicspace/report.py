"""A report as it came in: its text, and what its metadata state."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a report from outside its text; every field may be None.

    ``published`` is YYYY-MM-DD or EDTF, ``country`` ISO 3166 alpha-2 in capitals, ``language`` a BCP 47 code ("en").
    """

    title: str | None = None
    published: str | None = None
    country: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One report to be read: ``text`` exactly as received, without a byte order mark; offsets count its characters.

    ``file`` is where it came from, as it was named by whoever started the run; it is for messages and enters no record.
    """

    id: str
    text: str
    metadata: Metadata = field(default_factory=Metadata)
    file: str | None = None
